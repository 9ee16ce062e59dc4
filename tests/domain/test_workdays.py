"""Days off that follow from the date alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.workdays import day_off


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2023, 4, 8), "วันเสาร์"),
        (date(2023, 4, 9), "วันอาทิตย์"),
        (date(2023, 4, 6), "วันจักรี"),
        (date(2024, 1, 1), "วันขึ้นปีใหม่"),
        (date(2024, 10, 23), "วันปิยมหาราช"),
        (date(2023, 10, 13), "วันนวมินทรมหาราช"),
    ],
)
def test_days_off_have_names(day: date, name: str) -> None:
    assert day_off(day) == name


@pytest.mark.parametrize(
    "day",
    [
        date(2023, 4, 5),
        date(2020, 4, 14),  # the songkran that was put off
        date(2015, 10, 13),  # before it was a holiday
        date(2024, 5, 1),  # offices of the state are open on labour day
        date(2018, 5, 4),
    ],
)
def test_workdays_have_none(day: date) -> None:
    assert day_off(day) == ""


@given(st.dates(date(2007, 1, 1), date(2107, 12, 31)))
def test_every_weekend_is_off(day: date) -> None:
    assert day.weekday() < 5 or day_off(day) != ""
