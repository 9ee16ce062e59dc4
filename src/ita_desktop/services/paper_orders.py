"""What a paper is to be made of. Imports nothing that sets text, which takes its time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.domain.paper_kinds import MEMO_RESULTS
from ita_desktop.papers.options import PaperOptions

if TYPE_CHECKING:
    from ita_desktop.domain.records import YearRecord, YearSummary

MOST_EARLIER_YEARS = 4
"""So many years before are compared in an annex."""


class PaperOrder(NamedTuple):
    """What a paper is made of; ``earlier`` are the cases that its annex compares with.

    ``kind`` is a key of :mod:`ita_desktop.domain.paper_kinds`.
    """

    case: Case
    options: PaperOptions = PaperOptions()
    earlier: tuple[Case, ...] = ()
    kind: str = MEMO_RESULTS.key


def earlier_years(years: Sequence[YearSummary], record: YearRecord) -> tuple[str, ...]:
    """Ids of the years that an annex of *record* compares with, the latest first.

    Years of the same agency that were assessed before; where an assessment's year
    comes twice, the one that was changed last.
    """
    assessed, agency = record.case.assessment.year, record.case.agency.name
    fitting: dict[int, YearSummary] = {}
    for year in sorted(years, key=lambda year: year.changed_at):
        if year.agency == agency and year.sample == record.sample and year.id != record.id:
            fitting[year.assessment_year] = year
    before = sorted((year for year in fitting if year < assessed), reverse=True)
    return tuple(fitting[year].id for year in before[:MOST_EARLIER_YEARS])
