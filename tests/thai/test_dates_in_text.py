"""Dates, periods, quarters and fiscal years in free text, in the styles that clerks use."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies as made

from ita_desktop.thai.dates import BUDDHIST_ERA, MONTHS, long_date, round_span
from ita_desktop.thai.dates_in_text import days_in, periods
from ita_desktop.thai.digits import thai_number

days = st.dates(date(1950, 1, 1), date(2090, 12, 31))
HALF = ("2021-10-01", "2022-03-31")
SHORT = (
    *("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย."),
    *("ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."),
)


def spans(text: str, near: int = 2565) -> list[tuple[str, str | None]]:
    """First and last day of every period, as ISO dates."""
    return [
        (period.first.isoformat(), None if period.last is None else period.last.isoformat())
        for period in periods(text, near)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ต.ค.๖๔ – มี.ค.๖๕",
        "ต.ค. 64-มี.ค. 65",
        "ต. ค. 2564 ถึง มี. ค. 2565",
        "ต.ค.ถึง มี.ค.65",
        "ตค64 - มีค65",
        "ต.ค – มี.ค 2565",
        "ต.ค. 2564 - มี.ค.",
        "เดือนต.ค.2564-มี.ค.2565",
        "ตุลาคม – มีนาคม ๒๕๖๕",
        "ตุลาคม 2564\nถึง\nมีนาคม 2565",
        "เดือนตุลาคม ๒๕๖๔ ถึงเดือนมีนาคม ๒๕๖๕",
        "ตุลาคม พ.ศ. ๒๕๖๔ จนถึง มีนาคม พ.ศ. ๒๕๖๕",
        "ตุลา ๖๔ ~ มีนา ๖๕",
        "ตุลาคม ค.ศ. 2021 - มีนาคม ค.ศ. 2022",
        "1/10/2564 – 31/3/2565",
        "1/10/64-31/3/65",
        "01.10.2564 - 31.03.2565",
        "2021-10-01 – 2022-03-31",
        "10/2564 – 3/2565",
        "๑ ต.ค. ๖๔ – ๓๑ มี.ค. ๖๕",
        "วันที่ ๑ เดือนตุลาคม ๒๕๖๔ ถึงวันที่ ๓๑ เดือนมีนาคม ๒๕๖๕",
        "วันศุกร์ที่ ๑ ตุลาคม ๒๕๖๔ ถึงวันพฤหัสบดีที่ ๓๑ มีนาคม ๒๕๖๕",
        "รอบ ๖ เดือน (ต.ค.64-มี.ค.65)",
        "รอบ ๖ เดือน ตุลาคม ๒๕๖๔ – มีนาคม ๒๕๖๕",
        "ไตรมาส ๑–๒ ปีงบประมาณ ๒๕๖๕",
        "ไตรมาสที่ ๑ และ ๒/๒๕๖๕",
        "ไตรมาส 1 - ไตรมาส 2/65",
        "ตุลาคม – มีนาคม ปีงบประมาณ ๒๕๖๕",
    ],
)
def test_a_half_year_in_many_styles(text: str) -> None:
    assert spans(text) == [HALF]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("เดือนตุลาคม ๒๕๖๔", "2021-10-01", "2021-10-31"),
        ("กุมภาพันธ์ 2567", "2024-02-01", "2024-02-29"),
        ("ตุลาคม ปีงบประมาณ ๒๕๖๕", "2021-10-01", "2021-10-31"),
        ("มกราคม ปีงบประมาณ ๒๕๖๕", "2022-01-01", "2022-01-31"),
        ("๑๓–๑๗ มกราคม ๒๕๖๕", "2022-01-13", "2022-01-17"),
        ("๒๘ กุมภาพันธ์ – ๕ มีนาคม ๒๕๖๕", "2022-02-28", "2022-03-05"),
        ("๒๘ – ๓ มีนาคม ๒๕๖๕", "2022-03-03", "2022-03-03"),
        ("15/1/2565", "2022-01-15", "2022-01-15"),
        ("ไตรมาส ๒/๒๕๖๕", "2022-01-01", "2022-03-31"),
        ("ไตรมาสที่ ๔ ของปีงบประมาณ พ.ศ. ๒๕๖๕", "2022-07-01", "2022-09-30"),
        ("Q3/2565", "2022-04-01", "2022-06-30"),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๕", "2021-10-01", "2022-09-30"),
        ("ปีงบประมาณ ๒๕๖๕ – ๒๕๖๖", "2021-10-01", "2023-09-30"),
        ("ตลอดปี ๒๕๖๕", "2021-10-01", "2022-09-30"),
        ("มี.ค. 22", "2022-03-01", "2022-03-31"),
        ("ธันวาคม – มกราคม ๒๕๖๕", "2021-12-01", "2022-01-31"),
    ],
)
def test_other_periods(text: str, first: str, last: str) -> None:
    assert spans(text) == [(first, last)]


def test_a_list_has_its_year_at_the_end() -> None:
    assert [first for first, _ in spans("พฤศจิกายน, ธันวาคม และมกราคม ๒๕๖๕")] == [
        "2021-11-01",
        "2021-12-01",
        "2022-01-01",
    ]


def test_lines_are_periods_of_their_own() -> None:
    assert spans("ครั้งที่ ๑ ๑๒ มกราคม ๒๕๖๕\nครั้งที่ ๒ ๓ มีนาคม ๒๕๖๕") == [
        ("2022-01-12", "2022-01-12"),
        ("2022-03-03", "2022-03-03"),
    ]


@pytest.mark.parametrize("text", ["ตั้งแต่เดือนตุลาคม ๒๕๖๔ เป็นต้นไป", "ต.ค. ๖๔ - ปัจจุบัน"])
def test_what_goes_on_has_no_end(text: str) -> None:
    assert spans(text) == [("2021-10-01", None)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ตุลาคม – มีนาคม",
        "ทุกวันที่ ๕ ของเดือน",
        "มีนาคม ๖๔ คน",
        "มีนาคม 64.5",
        "มีนาคม ๖๔ ครั้ง",
        "รอบ ๖ เดือน",
        "ตุลาการ ๒๕๖๔",
        "ก.ค.ศ. ๒๕๖๔",
        "สำนักงาน ก.พ. กำหนด",
        "พ.ร.บ. พ.ศ. ๒๕๔๐",
        "คำสั่งที่ ๑๐/๒๕๖๗",
        "มาตรา ๙ ข้อ ๑๐.๑",
        "13/13/2565",
        "10.1.64",
        "โทร. 0-5455-2565",
        "ไตรมาส ๕/๒๕๖๕",
        "มีนาคม 12345",
        "มีนาคม 3000",
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert periods(text, 2565) == ()


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("ปี ๒๕๖๕", date(2021, 10, 1), date(2022, 12, 31)),
        ("ปีงบประมาณ ๒๕๖๕", date(2021, 10, 1), date(2022, 9, 30)),
        ("ไตรมาส ๒/๒๕๖๕", date(2022, 1, 1), date(2022, 6, 30)),
        ("ไตรมาส ๒ ปีงบประมาณ ๒๕๖๕", date(2022, 1, 1), date(2022, 3, 31)),
    ],
)
def test_what_can_be_read_in_two_ways_has_wider_bounds(
    text: str, earliest: date, latest: date
) -> None:
    (period,) = periods(text)

    assert (period.earliest, period.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "is_common"),
    [("มีนาคม 2022", True), ("มีนาคม ค.ศ. 2022", False), ("มีนาคม 2565", False), ("มี.ค. 22", True)],
)
def test_a_year_of_the_common_era_is_told(text: str, is_common: bool) -> None:
    (period,) = periods(text, 2565)

    assert period.common_era is is_common


def test_a_short_year_is_the_one_that_is_near() -> None:
    assert spans("ม.ค. 21", near=2564) == [("2021-01-01", "2021-01-31")]
    assert spans("ม.ค. 21", near=2521) == [("1978-01-01", "1978-01-31")]
    assert spans("ม.ค. 99", near=2564) == []


def test_days_with_their_weekday() -> None:
    found = days_in("ประชุมวันจันทร์ที่ ๕ พฤษภาคม ๒๕๖๘ และ ๓๑ เมษายน ๒๕๖๘")

    assert [(d.text, d.day, d.weekday) for d in found] == [
        ("๕ พฤษภาคม ๒๕๖๘", date(2025, 5, 5), 0),
        ("๓๑ เมษายน ๒๕๖๘", None, None),
    ]


@pytest.mark.parametrize("text", ["ครั้งที่ ๓๑ กุมภาพันธ์ ๒๕๖๖", "๓๑ กุมภาพันธ์", "กุมภาพันธ์ ๒๕๖๖"])
def test_what_is_no_day(text: str) -> None:
    assert days_in(text) == ()


@given(days)
def test_a_day_in_words_is_read_back(day: date) -> None:
    (mention,) = days_in(f"เมื่อวันที่ {long_date(day)} เวลา ๐๙.๐๐ น.")
    (period,) = periods(long_date(day))

    assert mention.day == day
    assert (period.first, period.last) == (day, day)


@given(days)
def test_a_numeric_day_is_read_back(day: date) -> None:
    (period,) = periods(f"{day.day}/{day.month}/{day.year + BUDDHIST_ERA}")

    assert (period.first, period.last) == (day, day)


@given(days, st.sampled_from([MONTHS, SHORT]), st.booleans())
def test_a_month_is_read_back(day: date, names: tuple[str, ...], in_thai: bool) -> None:
    year = str(day.year + BUDDHIST_ERA)
    (period,) = periods(f"{names[day.month - 1]} {thai_number(year) if in_thai else year}")

    assert period.first == day.replace(day=1)
    assert period.last is not None
    assert (period.last + timedelta(days=1)).day == 1
    assert period.first <= day <= period.last


@given(st.integers(2450, 2690))
def test_the_quarters_are_the_fiscal_year(year: int) -> None:
    quarters = [periods(f"ไตรมาส {n}/{year}")[0] for n in (1, 2, 3, 4)]

    assert (quarters[0].first, quarters[3].last) == round_span(year, 12)
    assert quarters[1].last == round_span(year, 6)[1]


@given(made.texts | st.text("๐๑๒56 /-.–,ตุลาคมมีนพ.ศ.ไตรมาสปีงบประมาณวันที่ถึง", max_size=60))
def test_any_text_is_read_and_its_periods_stand_in_it(text: str) -> None:
    for period in periods(text, 2565):
        assert period.text in text
        assert period.earliest <= period.first
        assert (period.latest is None) == (period.last is None)
    for mention in days_in(text):
        assert mention.text in text
