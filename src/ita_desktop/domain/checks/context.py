"""What rules look at: the case with its texts, reported results and scores laid ready."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ita_desktop.domain.agencies import LocalGovernment, local_government
from ita_desktop.domain.blank import is_blank
from ita_desktop.domain.case import Case, Measure, Result
from ita_desktop.domain.case_paths import CasePath, format_path
from ita_desktop.domain.checks.lengths import shortened
from ita_desktop.domain.description import TEXT_LIST_TYPES, TEXT_TYPES, fields_of
from ita_desktop.domain.frameworks import Framework
from ita_desktop.domain.paper_kinds import memo_of, memo_place
from ita_desktop.domain.scores import Scores, compute
from ita_desktop.thai.cleanup import normalise
from ita_desktop.thai.dates import round_span

BE_YEARS = range(2400, 2700)
"""Years that are surely of the Buddhist era."""


class CheckedText(NamedTuple):
    """A free text of the case and where it stands."""

    place: CasePath
    text: str

    @property
    def path(self) -> str:
        """The place as the case file has it."""
        return format_path(self.place)


class Reported(NamedTuple):
    """A result that says something, with its measure; ``in_memo`` for the memo's round."""

    place: CasePath
    measure: Measure
    result: Result
    in_memo: bool


class CheckContext:
    """A case under examination; ``framework`` None where the year has none at hand.

    ``case`` is the one that was given but for overlong texts, whose places are ``cut``.
    """

    def __init__(self, case: Case, framework: Framework | None = None) -> None:
        self.case, self.cut = shortened(case)
        self.framework = framework
        self.memo = memo_of(self.case)

    def memo_place(self, *inner: str | int) -> CasePath:
        """The place of something in the memo."""
        return memo_place(self.case, *inner)

    def memo_path(self, *inner: str | int) -> str:
        """The same as the case file has it."""
        return format_path(self.memo_place(*inner))

    @cached_property
    def government(self) -> LocalGovernment | None:
        """The agency as a local government; None for other offices."""
        agency = self.case.agency
        name = local_government(normalise(agency.name).strip())
        return name or local_government(normalise(agency.short_name).strip())

    @cached_property
    def scores(self) -> Scores | None:
        """What follows from the case's scores; None without a framework."""
        if self.framework is None:
            return None
        return compute(self.case.assessment, self.framework)

    @cached_property
    def fiscal_year(self) -> tuple[date, date] | None:
        """First and last day of the measures' fiscal year; None where the year is not BE."""
        year = self.case.fiscal_year
        return round_span(year, 12) if year in BE_YEARS else None

    @cached_property
    def results(self) -> tuple[Reported, ...]:
        """The results that say something, in order."""
        return tuple(self._results())

    @cached_property
    def texts(self) -> tuple[CheckedText, ...]:
        """What was written as prose, in the order of the file: no names, numbers or links."""
        found = [*self._own_texts()]
        for index, measure in enumerate(self.case.measures):
            found += _measure_texts(("measures", index), measure)
        return tuple([text for text in found if text.text.strip()])

    def _results(self) -> Iterator[Reported]:
        months = self.memo.round
        for at, measure in enumerate(self.case.measures):
            for index, result in enumerate(measure.results):
                if not is_blank(result):
                    in_memo = months is None or result.round in (None, months)
                    yield Reported(("measures", at, "results", index), measure, result, in_memo)

    def _own_texts(self) -> Iterator[CheckedText]:
        yield CheckedText(("analysis", "opening"), self.case.analysis.opening)
        for key in ("subject", "measures_heading", "results_intro", "closing"):
            yield CheckedText(self.memo_place("texts", key), self.memo.text(key))


def _measure_texts(place: CasePath, measure: Measure) -> Iterator[CheckedText]:
    yield from _prose(place, measure)
    for index, result in enumerate(measure.results):
        yield from _prose((*place, "results", index), result)


def _prose(place: CasePath, record: Measure | Result) -> Iterator[CheckedText]:
    """The texts of a record, but not of those in it, that are read as sentences."""
    for name, field, *_ in fields_of(type(record)):
        value = getattr(record, name)
        if field.prose and field.type in TEXT_TYPES:
            yield CheckedText((*place, name), value)
        elif field.prose and field.type in TEXT_LIST_TYPES:
            for index, text in enumerate(value):
                yield CheckedText((*place, name, index), text)
