"""Rules on time: when measures were carried out, and dates that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ita_desktop.domain.case import Status
from ita_desktop.domain.case_paths import CasePath, format_path, putting
from ita_desktop.domain.checks.context import CheckContext, CheckedText, Reported
from ita_desktop.domain.checks.finding import Fix, Remark
from ita_desktop.domain.checks.words import day, number, quoted
from ita_desktop.thai.dates import BUDDHIST_ERA, round_span, round_words
from ita_desktop.thai.dates_in_text import WEEKDAYS, Period, days_in, periods
from ita_desktop.thai.digits import thai_number

_MOST_OF_A_YEAR = 330
"""Days."""

_BE_YEAR = re.compile("(?:24|25|26|๒๔|๒๕|๒๖)[0-9๐-๙]{2}")


def outside_fiscal_year(matter: CheckContext) -> Iterator[Remark]:
    """A period that does not lie in the fiscal year of the measures."""
    if matter.fiscal_year is None:
        return
    for reported, period in _reported_periods(matter):
        if _is_outside(period, matter.fiscal_year):
            place = (*reported.place, "period")
            year = matter.case.fiscal_year
            yield Remark(
                format_path(place),
                f"ระยะเวลา {quoted(period.text)} ไม่อยู่ในปีงบประมาณ พ.ศ. {number(year)} "
                f"({day(matter.fiscal_year[0])} – {day(matter.fiscal_year[1])}) "
                "โปรดตรวจปีของระยะเวลา",
                _year_fix(matter, place, reported.result.period),
            )


def after_memo(matter: CheckContext) -> Iterator[Remark]:
    """What the memo reports lies after the memo's own date."""
    memo_date = matter.memo.date
    if memo_date is None:
        return
    for reported, period in _reported_periods(matter):
        if reported.in_memo and _is_after_memo(matter, reported, period):
            yield Remark(
                format_path((*reported.place, "period")),
                f"ระยะเวลา {quoted(period.text)} อยู่หลังวันที่ของบันทึก ({day(memo_date)}) "
                "จึงยังรายงานเป็นผลไม่ได้ โปรดตรวจระยะเวลาหรือวันที่",
            )


def outside_round(matter: CheckContext) -> Iterator[Remark]:
    """A period of the fiscal year that the result's own round does not reach."""
    for reported, period in _reported_periods(matter):
        months = reported.result.round
        if months is None or matter.fiscal_year is None:
            continue
        last = round_span(matter.case.fiscal_year, months)[1]
        if (
            period.first > last
            and not _is_outside(period, matter.fiscal_year)
            and not (reported.in_memo and _is_after_memo(matter, reported, period))
        ):
            yield Remark(
                format_path((*reported.place, "period")),
                f"ระยะเวลา {quoted(period.text)} อยู่หลังสิ้นสุด{round_words(months)} ({day(last)}) "
                "โปรดตรวจระยะเวลาหรือรอบของผลนี้",
            )


def reversed_period(matter: CheckContext) -> Iterator[Remark]:
    """A period whose end comes before its beginning."""
    for reported, period in _all_periods(matter):
        if _is_reversed(period):
            yield Remark(
                format_path((*reported.place, "period")),
                f"ระยะเวลา {quoted(period.text)} สิ้นสุดก่อนเริ่ม โปรดตรวจเดือนและปี",
            )


def impossible_day(matter: CheckContext) -> Iterator[Remark]:
    """A day that the calendar does not have."""
    for text in matter.texts:
        for mention in days_in(text.text, matter.case.fiscal_year):
            if mention.day is None:
                yield Remark(text.path, f"วันที่ {quoted(mention.text)} ไม่มีในปฏิทิน โปรดตรวจวันและเดือน")


def wrong_weekday(matter: CheckContext) -> Iterator[Remark]:
    """A weekday that is not that of its date."""
    for text in matter.texts:
        if "วัน" not in text.text:
            continue
        for mention in days_in(text.text, matter.case.fiscal_year):
            if mention.day is None or mention.weekday in (None, mention.day.weekday()):
                continue
            right = WEEKDAYS[mention.day.weekday()]
            yield Remark(
                text.path,
                f"{quoted(mention.text)} เป็นวัน{right} ไม่ใช่วัน{WEEKDAYS[mention.weekday or 0]} "
                "โปรดตรวจวันหรือวันที่",
            )


# --- years of the common era ------------------------------------------------------------------

_DIGIT = "[0-9๐-๙]"
_CE_YEAR = re.compile(
    rf"(?P<era>พ\. ?ศ\. ?)(?P<a>(?:19|20|๑๙|๒๐){_DIGIT}{{2}})(?!{_DIGIT})"
    rf"|ปี(?:งบประมาณ)? ?(?P<b>(?:19|20|๑๙|๒๐){_DIGIT}{{2}})(?!{_DIGIT}|[A-Za-z])"
)
_SPOKEN_OF = 3
"""Years: another year may be one of a plan or a standard (ปี 2030)."""


def common_era(matter: CheckContext) -> Iterator[Remark]:
    """A year of the common era where one of the Buddhist era is meant."""
    case = matter.case
    for place, year in (
        (("fiscal_year",), case.fiscal_year),
        (("assessment", "year"), case.assessment.year),
    ):
        if year in range(1900, 2200):
            yield _ce_remark(place, str(year), year, year + BUDDHIST_ERA)
    for text in matter.texts:
        written = list(_ce_years(text, case.fiscal_year))
        if written:
            new = text.text
            for year_text in dict.fromkeys(written):
                new = new.replace(year_text, _buddhist(year_text))
            yield _ce_remark(text.place, written[0], text.text, new)


def _ce_years(text: CheckedText, fiscal_year: int) -> Iterator[str]:
    """The years of the common era as written: after พ.ศ. or ปี, and those of dates."""
    is_period = text.place[-1] == "period"
    for match in _CE_YEAR.finditer(text.text):
        year = match["a"] or match["b"]
        near = abs(int(year) + BUDDHIST_ERA - fiscal_year) <= _SPOKEN_OF
        if match["era"] or near or is_period:
            yield year
    for period in periods(text.text, fiscal_year):
        if period.common_era and not period.text.startswith("ปี"):
            years = re.findall(f"(?:19|20|๑๙|๒๐){_DIGIT}{{2}}", period.text)
            # A year of two digits is one of a date only where dates are meant.
            yield from years or ([period.text] if is_period else [])


def _ce_remark(place: CasePath, written: str, old: object, new: object) -> Remark:
    fix = None
    if old != new:
        fix = Fix("เปลี่ยนเป็นปี พ.ศ.", putting(place, old, new))
    return Remark(
        format_path(place), f"{quoted(written)} เป็นปี ค.ศ. ในหนังสือราชการใช้ปี พ.ศ. โปรดแก้ปี", fix
    )


def _buddhist(year: str) -> str:
    """A year of four digits in BE, with the digits it is written in; others as they are."""
    if re.fullmatch(f"{_DIGIT}{{4}}", year) is None:
        return year
    new = str(int(year) + BUDDHIST_ERA)
    return new if year.isascii() else thai_number(new)


# --- what the rules share ----------------------------------------------------------------------


def _all_periods(matter: CheckContext) -> Iterator[tuple[Reported, Period]]:
    for reported in matter.results:
        for period in periods(reported.result.period, matter.case.fiscal_year):
            yield reported, period


def _reported_periods(matter: CheckContext) -> Iterator[tuple[Reported, Period]]:
    """The periods of the results; one that runs backwards is another rule's."""
    for reported, period in _all_periods(matter):
        if not _is_reversed(period):
            yield reported, period


def _is_reversed(period: Period) -> bool:
    return period.last is not None and period.latest is not None and period.latest < period.first


def _is_outside(period: Period, year: tuple[date, date]) -> bool:
    first, last = year
    sure = period.earliest == period.first and period.latest == period.last
    if not sure:
        return period.earliest > last or (period.latest is not None and period.latest < first)
    if period.last is None:
        return period.first > last
    return period.first < first or period.last > last


def _is_after_memo(matter: CheckContext, reported: Reported, period: Period) -> bool:
    """Whether what is reported begins after the memo, or is called done before it ends."""
    memo_date = matter.memo.date
    status = reported.result.status
    if memo_date is None or status is Status.NOT_STARTED:
        return False
    if period.first > memo_date:
        return True
    if status is not Status.DONE or period.last is None:
        return False
    # A whole year says when a measure runs, not when it ended; and a report is often
    # typed in the month that it covers.
    is_whole_year = (period.last - period.first).days > _MOST_OF_A_YEAR
    return not is_whole_year and _month(period.last) > _month(memo_date)


def _month(value: date) -> tuple[int, int]:
    return value.year, value.month


def _year_fix(matter: CheckContext, place: CasePath, text: str) -> Fix | None:
    """The same months in this fiscal year, where one year is written and surely a slip."""
    written = set(_BE_YEAR.findall(text))
    if len(written) != 1 or matter.fiscal_year is None:
        return None
    old = written.pop()
    for slip in (-1, 1):
        year = str(int(old) + slip)
        new = text.replace(old, year if old.isascii() else thai_number(year))
        found = periods(new, matter.case.fiscal_year)
        memo_date = matter.memo.date
        if found and not any(
            _is_outside(period, matter.fiscal_year)
            or (memo_date is not None and period.first > memo_date)
            for period in found
        ):
            return Fix(f"เปลี่ยนปีเป็น {number(year)}", putting(place, text, new))
    return None
