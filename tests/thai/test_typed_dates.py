"""A date as clerks type it: both digits, both eras, short names, and days that are not there."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.dates import BUDDHIST_ERA, long_date
from ita_desktop.thai.typed_dates import TypedDay, doubtful_day, typed_day

DAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    "text",
    [
        "๑๒ พ.ย. ๒๕๖๙",
        "12/11/2569",
        "12/11/69",
        "12 พฤศจิกายน 2569",
        "12 พย 69",
        "12พ.ย.69",
        "12-11-69",
        "12.11.69",
        "12 11 2569",
        "๑๒๑๑๒๕๖๙",
        "121169",
        "วันที่ 12 พฤศจิกายน พ.ศ. 2569",
        "วันพฤหัสบดีที่ ๑๒ พฤศจิกายน ๒๕๖๙",
        "  12  พฤศจิกายน\n2569 ",
        "12 พฤศจิกายน 2569.",
        "2569-11-12",
        "12 พ.ย. ค.ศ. 2026",
    ],
)
def test_a_date_is_understood_without_a_word(text: str) -> None:
    assert typed_day(text, 2569) == TypedDay(DAY)


@pytest.mark.parametrize("text", ["12/11/2026", "12 พ.ย. 26", "2026-11-12", "๑๒ พฤศจิกายน ๒๐๒๖"])
def test_a_year_of_the_common_era_is_understood_and_told(text: str) -> None:
    day, hint, understood = typed_day(text, 2569)
    assert (day, understood) == (DAY, True)
    assert "ค.ศ." in hint
    assert "พ.ศ. ๒๕๖๙" in hint


def test_nothing_is_no_date_and_no_fault() -> None:
    assert typed_day(" \n", 2569) == TypedDay(None)


@pytest.mark.parametrize(
    "text",
    [
        "12",
        "12 พ.ย.",
        "พรุ่งนี้",
        "12/13/2569",
        "1 - 12 พ.ย. 2569 และต่อไป",
        "1 ม.ค. 69, 2 ม.ค. 69",
        "12 พ.ย. 2569 ถึง",
        "<b>",
        "99999999",
    ],
)
def test_what_is_no_date_is_told_with_an_example(text: str) -> None:
    day, hint, understood = typed_day(text, 2569)
    assert (day, understood) == (None, False)
    assert "๑๒ พ.ย. ๒๕๖๙" in hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("29/2/2569", "เดือนกุมภาพันธ์ ๒๕๖๙ มี ๒๘ วัน"),
        ("30 กุมภาพันธ์ 2567", "เดือนกุมภาพันธ์ ๒๕๖๗ มี ๒๙ วัน"),
        ("31 มิ.ย. 69", "เดือนมิถุนายน ๒๕๖๙ มี ๓๐ วัน"),
    ],
)
def test_a_day_that_the_month_does_not_have(text: str, said: str) -> None:
    day, hint, understood = typed_day(text, 2569)
    assert (day, understood) == (None, False)
    assert said in hint


def test_the_29th_of_february_of_a_leap_year() -> None:
    assert typed_day("29 ก.พ. 2567", 2569).day == date(2024, 2, 29)


def test_a_weekday_that_is_not_that_of_the_date_is_told() -> None:
    day, hint, _ = typed_day("วันศุกร์ที่ 12 พฤศจิกายน 2569", 2569)
    assert day == DAY
    assert "เป็นวันพฤหัสบดี" in hint


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_whatever_the_program_shows_it_understands(day: date) -> None:
    year = day.year + BUDDHIST_ERA
    assert typed_day(long_date(day), year) == TypedDay(day)
    assert typed_day(f"{day.day}/{day.month}/{year}", year) == TypedDay(day)
    assert typed_day(f"{day.day}/{day.month}/{year % 100:02}", year) == TypedDay(day)


@given(st.text(max_size=40), st.integers(2500, 2600))
def test_any_text_is_taken_calmly(text: str, near: int) -> None:
    typed = typed_day(text, near)
    assert typed.understood or (typed.day is None and typed.hint)


def test_a_buddhist_year_taken_for_a_common_one_is_told() -> None:
    assert "พ.ศ. ๒๕๖๙" in doubtful_day(date(2569, 11, 12))
    assert doubtful_day(DAY) == ""
