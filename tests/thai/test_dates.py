"""Dates as memos print them, fiscal years and the spans of rounds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.dates import (
    MONTHS,
    fiscal_year,
    long_date,
    round_span,
    round_span_words,
)

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2023, 2, 7), "๗ กุมภาพันธ์ ๒๕๖๖"),
        (date(2024, 2, 29), "๒๙ กุมภาพันธ์ ๒๕๖๗"),
        (date(2022, 12, 31), "๓๑ ธันวาคม ๒๕๖๕"),
    ],
)
def test_a_date_in_words(day: date, printed: str) -> None:
    assert long_date(day) == printed


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2022, 9, 30), 2565),
        (date(2022, 10, 1), 2566),
        (date(2022, 12, 31), 2566),
        (date(2023, 1, 1), 2566),
    ],
)
def test_the_first_of_october_begins_a_fiscal_year(day: date, year: int) -> None:
    assert fiscal_year(day) == year


def test_the_spans_of_both_rounds() -> None:
    assert round_span(2566, 6) == (date(2022, 10, 1), date(2023, 3, 31))
    assert round_span(2566, 12) == (date(2022, 10, 1), date(2023, 9, 30))
    assert round_span_words(2566, 6) == "ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖"
    assert round_span_words(2566, 12) == "ตุลาคม ๒๕๖๕ – กันยายน ๒๕๖๖"


@pytest.mark.parametrize("months", [0, 3, 9])
def test_another_length_of_a_round_is_refused(months: int) -> None:
    with pytest.raises(ValueError, match="6 or 12"):
        round_span(2566, months)
    with pytest.raises(ValueError, match="6 or 12"):
        round_span_words(2566, months)


@given(days)
def test_every_day_lies_in_the_year_long_round_of_its_fiscal_year(day: date) -> None:
    first, last = round_span(fiscal_year(day), 12)
    assert first <= day <= last
    assert fiscal_year(last + timedelta(days=1)) == fiscal_year(day) + 1


@given(days, days)
def test_two_days_never_print_alike(one: date, other: date) -> None:
    assert (long_date(one) == long_date(other)) == (one == other)
    assert long_date(one).split(" ")[1] == MONTHS[one.month - 1]
