"""Which years an annex compares with."""

from __future__ import annotations

import datetime

from ita_desktop.domain.case import Agency, Assessment, Case
from ita_desktop.domain.records import YearRecord, YearSummary
from ita_desktop.services.paper_orders import MOST_EARLIER_YEARS, earlier_years

NAME = "อบต.ลานไผ่"
OPEN = YearRecord("1", Case(Agency(NAME), 2569, Assessment(2568)))
NOON = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def year(
    id_: int, assessed: int, agency: str = NAME, *, sample: bool = False, day: int = 0
) -> YearSummary:
    changed = NOON + datetime.timedelta(days=day)
    return YearSummary(id_, assessed + 1, assessed, agency, False, sample, changed)


def test_only_earlier_years_of_the_same_agency_count() -> None:
    years = [
        year(1, 2568),
        year(2, 2567),
        year(3, 2567, "อบต.อื่น"),
        year(4, 2566, sample=True),
        year(5, 2569),
        year(6, 2565),
    ]
    assert earlier_years(years, OPEN) == (2, 6)


def test_of_two_records_of_one_year_the_one_changed_last_counts() -> None:
    years = [year(2, 2567, day=2), year(3, 2567, day=9), year(4, 2567, day=5)]
    assert earlier_years(years, OPEN) == (3,)


def test_the_latest_years_are_taken() -> None:
    years = [year(2568 - assessed + 1, assessed) for assessed in range(2550, 2568)]
    assert earlier_years(years, OPEN) == tuple(range(2, 2 + MOST_EARLIER_YEARS))
