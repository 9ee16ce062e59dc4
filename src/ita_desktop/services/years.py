"""How a year begins: empty, or from the year before it."""

from __future__ import annotations

from datetime import date

from ita_desktop.domain.case import Agency, Analysis, Assessment, Case, Paper, Round, Signatory
from ita_desktop.domain.description import NextYear
from ita_desktop.domain.paper_kinds import MEMO_RESULTS, kind_of
from ita_desktop.domain.records import YearSummary
from ita_desktop.thai.dates import fiscal_year
from ita_desktop.thai.digits import thai_number

FIRST_YEAR, LAST_YEAR = 2550, 2642
"""Fiscal years (BE) that can be chosen; scores of the assessment exist since 2556."""


def year_of_today(today: date) -> int:
    """The fiscal year (BE) that a new year is most likely for."""
    return fiscal_year(today)


def empty_year(agency: Agency, year: int, people: tuple[Signatory, ...] = ()) -> Case:
    """A year of measures (BE) with nothing in it; it stands on the assessment before it."""
    return Case(
        agency, year, Assessment(year - 1), papers=(Paper(MEMO_RESULTS.key, signatories=people),)
    )


def next_year(case: Case, year: int | None = None) -> Case:
    """The year after *case*: its measures and its people again, nothing done yet.

    ``year`` (BE) is the new fiscal year where it is not the very next. What the year
    before was told in stays only where it does not name that year.
    """
    later = 1 if year is None else year - case.fiscal_year
    old_years = {case.fiscal_year, case.assessment.year}
    return Case(
        agency=case.agency,
        fiscal_year=case.fiscal_year + later,
        assessment=Assessment(case.assessment.year + later),
        analysis=Analysis(),
        measures=tuple([measure._replace(results=()) for measure in case.measures]),
        papers=tuple([_next_paper(paper, old_years) for paper in case.papers]),
        words=case.words,
    )


def _next_paper(paper: Paper, old_years: set[int]) -> Paper:
    """A paper that is still to be written, by the same people."""
    kind = kind_of(paper)
    cleared = {
        slot.key
        for slot in (kind.slots if kind else ())
        if slot.field.next_year is NextYear.CLEARED_IF_DATED
    }
    kept = [
        own
        for own in paper.texts
        if own.key not in cleared or not _names_one_of(old_years, own.text)
    ]
    # the first report of a year is that of its first half
    months = None if paper.round is None else Round.SIX_MONTHS
    return Paper(paper.kind, months, texts=tuple(kept), signatories=paper.signatories)


def _names_one_of(years: set[int], text: str) -> bool:
    """Whether a text names one of the years; the program then words it anew."""
    thai = thai_number(text)
    return any(thai_number(year) in thai for year in years)


def year_title(year: YearSummary) -> str:
    """``ปีงบประมาณ ๒๕๖๙ · อบต.ลานไผ่ · ตัวอย่าง``: a year in a list to choose from."""
    parts = [f"ปีงบประมาณ {thai_number(year.fiscal_year)}", year.agency]
    parts += ["ตัวอย่าง"] if year.sample else []
    parts += ["ในคลัง"] if year.archived else []
    return " · ".join(parts)
