"""How a year begins: empty, or from the year before it."""

from __future__ import annotations

from datetime import date

from ita_desktop.domain.case import Agency, Assessment, Case, Paper, Signatory
from ita_desktop.domain.copying import for_next_year
from ita_desktop.domain.paper_kinds import MEMO_RESULTS
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
    return for_next_year(case, 1 if year is None else year - case.fiscal_year)


def year_title(year: YearSummary) -> str:
    """``ปีงบประมาณ ๒๕๖๙ · อบต.ลานไผ่ · ตัวอย่าง``: a year in a list to choose from."""
    parts = [f"ปีงบประมาณ {thai_number(year.fiscal_year)}", year.agency]
    parts += ["ตัวอย่าง"] if year.sample else []
    parts += ["ในคลัง"] if year.archived else []
    return " · ".join(parts)
