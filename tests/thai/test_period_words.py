"""Spans in words, which the program itself understands again."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.dates import BUDDHIST_ERA, round_span
from ita_desktop.thai.dates_in_text import periods
from ita_desktop.thai.period_words import (
    days_words,
    is_whole_months,
    months_words,
    parts_of_year,
)

days = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "by_days", "by_months"),
    [
        (
            date(2025, 10, 1), date(2026, 3, 31),
            "๑ ตุลาคม ๒๕๖๘ – ๓๑ มีนาคม ๒๕๖๙", "ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙",
        ),
        (date(2026, 1, 5), date(2026, 3, 31), "๕ มกราคม – ๓๑ มีนาคม ๒๕๖๙", "มกราคม – มีนาคม ๒๕๖๙"),
        (date(2026, 1, 5), date(2026, 1, 9), "๕ – ๙ มกราคม ๒๕๖๙", "มกราคม ๒๕๖๙"),
        (date(2024, 2, 29), date(2024, 2, 29), "๒๙ กุมภาพันธ์ ๒๕๖๗", "กุมภาพันธ์ ๒๕๖๗"),
    ],
)  # fmt: skip
def test_spans_in_words(first: date, last: date, by_days: str, by_months: str) -> None:
    assert days_words(first, last) == by_days
    assert months_words(first, last) == by_months


@given(days, st.integers(0, 800))
def test_what_is_said_is_understood_again(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    year = last.year + BUDDHIST_ERA
    (by_days,) = periods(days_words(first, last), year)
    assert (by_days.first, by_days.last) == (first, last)
    (by_months,) = periods(months_words(first, last), year)
    assert by_months.last is not None
    assert is_whole_months(by_months.first, by_months.last)
    assert (by_months.first.year, by_months.first.month) == (first.year, first.month)
    assert (by_months.last.year, by_months.last.month) == (last.year, last.month)


@given(st.integers(2500, 2600))
def test_the_parts_of_a_fiscal_year_fit_together(year: int) -> None:
    whole, first_half, second_half, *quarters = parts_of_year(year)
    assert (whole.first, whole.last) == round_span(year, 12)
    assert (first_half.first, first_half.last) == round_span(year, 6)
    one_day = timedelta(days=1)
    assert first_half.last + one_day == second_half.first
    assert second_half.last == whole.last
    assert quarters[0].first == whole.first
    assert quarters[3].last == whole.last
    for one, other in pairwise(quarters):
        assert one.last + one_day == other.first
    assert all(is_whole_months(part.first, part.last) for part in parts_of_year(year))


def test_a_year_that_no_calendar_holds() -> None:
    with pytest.raises(ValueError, match="year"):
        parts_of_year(0)
