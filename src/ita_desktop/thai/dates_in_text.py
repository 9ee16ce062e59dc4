"""Understands the dates, months, quarters and fiscal years that stand in free Thai text.

Read are full and short names of months, both kinds of digits, years of two and of
four digits in either era, ranges and lists whose year is written once
(``ต.ค. – มี.ค. ๖๕``), numeric dates, and quarters of the fiscal year. What is not
surely a date is left out: a count after a month (``มีนาคม ๖๔ คน``) is no year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ita_desktop.thai.dates import BUDDHIST_ERA, MONTHS, round_span

WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""The days' names, Monday first, as :meth:`datetime.date.weekday` counts them."""

_OCTOBER = 10
_BE_YEARS = range(2400, 2700)
_CE_YEARS = range(1900, 2200)
_NEAR = 20
"""Years: a year of two digits is one only this near to the year that is spoken of."""


class DayMention(NamedTuple):
    """A day of a month as written; ``year`` is BE, ``weekday`` 0 for Monday, None unsaid.

    ``day`` is None where the calendar has no such day.
    """

    text: str
    day: date | None
    weekday: int | None


class Period(NamedTuple):
    """A span of days (Gregorian, both included); ``last`` None where it stays open.

    ``earliest`` and ``latest`` are wider where the words can be read in two ways: a
    bare year or quarter usually is that of the fiscal year but may be that of the
    calendar. ``common_era`` says that a year is written in CE without saying so.
    """

    text: str
    first: date
    last: date | None
    earliest: date
    latest: date | None
    common_era: bool = False


class _Moment(NamedTuple):
    """One date, month, quarter or year; ``year`` BE, None where it stands elsewhere."""

    start: int
    end: int
    year: int | None
    month: int = 0
    day: int = 0
    from_day: int = 0
    quarters: tuple[int, int] = (0, 0)
    until_year: int | None = None
    fiscal: bool = False
    common_era: bool = False

    @property
    def order(self) -> tuple[int, int]:
        return self.month, self.day


def periods(text: str, near: int | None = None) -> tuple[Period, ...]:
    """The periods that ``text`` names, in order; ``near`` (BE) tells what ``๖๔`` means.

    A month without any year is left out: nothing tells which one is meant. So is a
    day that no calendar has (:func:`days_in` tells of it).
    """
    moments, ranges = _resolved(text, near)
    found = []
    at = 0
    while at < len(moments):
        last = at + 1 if at < len(ranges) and ranges[at] else at
        period = _period(text, moments[at], moments[last])
        if period is not None:
            found.append(period)
        at = last + 1
    return tuple(found)


def days_in(text: str, near: int | None = None) -> tuple[DayMention, ...]:
    """The single days with day, month and year that ``text`` names, in order."""
    found = []
    for moment in _resolved(text, near)[0]:
        if moment.day and moment.year is not None and not _is_ordinal(text, moment.start):
            day = _day(moment.year, moment.month, moment.day)
            found.append(
                DayMention(text[moment.start : moment.end], day, _weekday(text, moment.start))
            )
    return tuple(found)


# --- patterns ------------------------------------------------------------------------------

_D = "[0-9๐-๙]"
_THAI = "ก-๎"
_SHORT = ("ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค", "ก.ย", "ต.ค", "พ.ย", "ธ.ค")
_SPOKEN = tuple([name.removesuffix("คม").removesuffix("ยน").removesuffix("พันธ์") for name in MONTHS])
# What a number counts when it is no year.
_COUNTED = (
    "ครั้ง|คน|วัน|ราย|เรื่อง|ฉบับ|แห่ง|หมู่|โครงการ|สัญญา|บาท|ชั่วโมง|เดือน|ข้อ|กิจกรรม|เล่ม|ชุด|หน้า"
    "|ตัวชี้วัด|คะแนน|ช่องทาง|หน่วย|กอง|รุ่น|จุด|หลัง|สาย|ปี|งาน|%|ร้อยละ"
)
_ERA = r"(?:พ\. ?ศ\. ?|พศ\.? ?)?(?P<ce>ค\. ?ศ\. ?)?"
_SPAN = r"[-–—−~]|(?:จน)?ถึง"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Everything that is a date or a part of one; compiled when it is first needed."""
    dotted = "|".join([short.replace(".", r"\. ?") for short in _SHORT])
    bare = "|".join([short.replace(".", "") for short in _SHORT])
    # A short name ends where no further letter belongs to it: ก.ค.ศ. is a board.
    ended = rf"(?:(?![{_THAI}.])|(?=ถึง|จน|และ|ปี))"
    begun = rf"(?:(?<![{_THAI}.])|(?<=เดือน)|(?<=ถึง)|(?<=และ))"
    month = (
        rf"(?P<full>{'|'.join(MONTHS)})"
        rf"|(?P<spoken>{'|'.join(_SPOKEN)})\.?(?![{_THAI}])"
        rf"|{begun}(?P<dotted>{dotted})\.?{ended}"
        rf"|{begun}(?P<bare>{bare})\.?(?= ?{_D}{{2}})"
    )
    year = (
        rf"[ \n]{{0,3}},? ?(?:(?P<fiscal>ปีงบ(?:ประมาณ)?) ?|ปี ?)?{_ERA}"
        rf"(?:(?P<year>{_D}{{4}})(?!{_D})"
        rf"|['’]?(?P<short_year>{_D}{{2}})(?!{_D}|[.,/]{_D}| ?(?:{_COUNTED})))"
    )
    day = (
        rf"(?:(?<!{_D})(?<!{_D}[.,/])(?:(?P<from>{_D}{{1,2}}) ?(?:{_SPAN}) ?(?:วันที่ ?)?)?"
        rf"(?P<day>{_D}{{1,2}}) ?(?:(?<=วันที่ {_D} )เดือน ?|(?<=วันที่ {_D}{_D} )เดือน ?)?)"
    )
    number = rf"(?<![{_D[1:-1]}/.])"
    numeric = (
        rf"{number}(?P<n_day>{_D}{{1,2}})(?P<sep>[/.-])(?P<n_month>{_D}{{1,2}})(?P=sep)"
        rf"(?P<n_year>{_D}{{4}}|{_D}{{2}})(?![{_D[1:-1]}/])"
        rf"|{number}(?P<i_year>{_D}{{4}})-(?P<i_month>{_D}{{2}})-(?P<i_day>{_D}{{2}})(?!{_D})"
        rf"|(?<!ที่)(?<!ที่ ){number}(?P<m_month>{_D}{{1,2}})/(?P<m_year>{_D}{{4}})(?![{_D[1:-1]}/])"
    )
    quarter = (
        rf"(?:ไตรมาส ?(?:ที่ ?)?|\bQ ?)(?P<quarter>[1-4๑-๔])"
        rf"(?: ?(?:{_SPAN}|,|และ) ?(?:ไตรมาส ?)?(?:ที่ ?|Q)?(?P<quarter2>[1-4๑-๔]))?"
        rf" ?(?:/|\(|ของ|ประจำ)? ?(?:(?P<q_fiscal>ปีงบ(?:ประมาณ)?) ?|ปี ?)?(?:พ\. ?ศ\. ?)?"
        rf"(?P<q_year>{_D}{{4}}|{_D}{{2}})(?!{_D}| ?(?:{_COUNTED}))"
    )
    whole = (
        rf"(?:(?P<w_fiscal>ปีงบ(?:ประมาณ)?)|ปี) ?(?:พ\. ?ศ\. ?)?(?P<w_year>{_D}{{4}})(?!{_D})"
        rf"(?: ?(?:{_SPAN}) ?(?:พ\. ?ศ\. ?)?(?P<w_until>{_D}{{4}})(?!{_D}))?"
    )
    # รอบ ๖ เดือน ตุลาคม: a number of months before the month is no day.
    named = f"(?:{day}|(?:เดือน ?)?)(?P<month>{month})(?:{year})?"
    return re.compile(f"{quarter}|{numeric}|{named}|{whole}")


_RANGE = re.compile(
    rf"\s*\)?\s*(?:{_SPAN})\s*\(?(?:วัน\S{{0,8}}?ที่|ต้นเดือน|กลางเดือน|ปลายเดือน|สิ้นเดือน|เดือน)?\s*"
)
_LIST = re.compile(r"\s*(?:,|/|และ|กับ)?\s*(?:วันที่|เดือน)?\s*")
_OPEN_END = re.compile(r"[\s)]*(?:เป็นต้น(?:ไป|มา)|(?:จน)?ถึงปัจจุบัน|[-–] ?ปัจจุบัน)")
_ORDINAL = re.compile(r"(?:ครั้ง|ไตรมาส|รอบ|ชุด|ฉบับ|ระยะ|รุ่น|ลำดับ|ข้อ|งวด)(?:ที่)? ?\Z")
_WEEKDAY = re.compile(rf"วัน({'|'.join(WEEKDAYS)})ที่ ?\Z")


# --- from text to moments ---------------------------------------------------------------------


def _resolved(text: str, near: int | None) -> tuple[list[_Moment], list[bool]]:
    """The moments with the years that their neighbours tell, and which begin a range."""
    moments = list(_moments(text, near))
    gaps = [text[one.end : other.start] for one, other in pairwise(moments)]
    ranges = [_RANGE.fullmatch(gap) is not None for gap in gaps]
    linked = [
        is_range or _LIST.fullmatch(gap) is not None
        for is_range, gap in zip(ranges, gaps, strict=True)
    ]
    # A year is written once, at the end or at the start of what it belongs to.
    for at in reversed(range(len(linked))):
        one, other = moments[at], moments[at + 1]
        if linked[at] and one.year is None and other.month and other.year is not None:
            earlier = one.order[0] > other.order[0]
            moments[at] = one._replace(year=other.year - earlier, common_era=other.common_era)
    for at, is_linked in enumerate(linked):
        one, other = moments[at], moments[at + 1]
        if is_linked and other.year is None and one.month and one.year is not None:
            later = other.order[0] < one.order[0]
            moments[at + 1] = other._replace(year=one.year + later, common_era=one.common_era)
    return moments, ranges


def _moments(text: str, near: int | None) -> Iterator[_Moment]:
    for match in _pattern().finditer(text):
        moment = (
            _quarter(match, near) or _numeric(match, near) or _named(match, near) or _whole(match)
        )
        if moment is not None:
            yield moment


def _year(
    digits: str | None, near: int | None, *, said_ce: bool = False
) -> tuple[int, bool] | None:
    """A year (BE) and whether it is silently CE; None for a number that is no year."""
    if not digits:
        return None
    number = int(digits)  # Python reads Thai digits as well
    if len(digits) > 2:
        if number in _CE_YEARS:
            return number + BUDDHIST_ERA, not said_ce
        return (number, False) if number in _BE_YEARS else None
    spoken_of = near if near is not None else 2570
    century = spoken_of // 100 * 100
    buddhist, common = century + number, century - 500 + number + BUDDHIST_ERA
    year = min(buddhist, common, key=lambda year: abs(year - spoken_of))
    if abs(year - spoken_of) > _NEAR:
        return None
    return year, year == common and not said_ce


def _quarter(match: re.Match[str], near: int | None) -> _Moment | None:
    if match["quarter"] is None:
        return None
    year = _year(match["q_year"], near)
    if year is None:
        return None
    first = int(match["quarter"])
    last = int(match["quarter2"] or first)
    return _Moment(
        match.start(),
        match.end(),
        year[0],
        quarters=(first, max(first, last)),
        fiscal=match["q_fiscal"] is not None,
        common_era=year[1],
    )


def _numeric(match: re.Match[str], near: int | None) -> _Moment | None:
    for prefix in ("n", "i", "m"):
        digits = match[f"{prefix}_year"]
        if digits is None:
            continue
        year = _year(digits, near)
        month = int(match[f"{prefix}_month"])
        day = 0 if prefix == "m" else int(match[f"{prefix}_day"])
        # Whatever is no day of any month is some other number: 10.64.99.
        dotted_short = prefix == "n" and match["sep"] == "." and len(digits) == 2
        if year is None or month not in range(1, 13) or day > 31 or dotted_short:
            return None
        if prefix == "m":
            # ครั้งที่ ๓/๒๕๖๕ counts meetings of a year.
            if _is_ordinal(match.string, match.start()):
                return None
        elif day == 0:
            return None
        return _Moment(match.start(), match.end(), year[0], month, day, common_era=year[1])
    return None


def _named(match: re.Match[str], near: int | None) -> _Moment | None:
    month = _month_of(match)
    if not month:
        return None
    digits = match["year"] or match["short_year"]
    year = _year(digits, near, said_ce=match["ce"] is not None)
    day = int(match["day"] or 0)
    if day > 31 or (day == 0 and match["day"]):
        day = 0
    end = match.end() if year is not None else match.end("month")
    # October of a fiscal year lies in the calendar year before it.
    before = match["fiscal"] is not None and month >= _OCTOBER
    return _Moment(
        match.start("from" if match["from"] else "day") if match["day"] else match.start(),
        end,
        None if year is None else year[0] - before,
        month,
        day,
        from_day=_from_day(match, day),
        common_era=year is not None and year[1],
    )


def _from_day(match: re.Match[str], day: int) -> int:
    """The first of two days; ๒๘ – ๓ มีนาคม begins in a month that is not named."""
    first = int(match["from"] or 0)
    return first if first < day else 0


def _month_of(match: re.Match[str]) -> int:
    if match["full"]:
        return MONTHS.index(match["full"]) + 1
    if match["spoken"]:
        return _SPOKEN.index(match["spoken"]) + 1
    short = match["dotted"] or match["bare"] or ""
    letters = re.sub("[. ]", "", short)
    names = [name.replace(".", "") for name in _SHORT]
    return names.index(letters) + 1 if letters else 0


def _whole(match: re.Match[str]) -> _Moment | None:
    year = _year(match["w_year"], None)
    if year is None:
        return None
    until = _year(match["w_until"], None)
    return _Moment(
        match.start(),
        match.end(),
        year[0],
        until_year=until[0] if until else None,
        fiscal=match["w_fiscal"] is not None,
        common_era=year[1],
    )


# --- from moments to periods ------------------------------------------------------------------


class _Span(NamedTuple):
    first: date
    last: date
    earliest: date
    latest: date


def _period(text: str, one: _Moment, other: _Moment) -> Period | None:
    begin, end = _span(one), _span(other)
    if begin is None or end is None:
        return None
    is_open = one is other and _OPEN_END.match(text, other.end) is not None
    return Period(
        text[one.start : other.end],
        begin.first,
        None if is_open else end.last,
        begin.earliest,
        None if is_open else end.latest,
        one.common_era or other.common_era,
    )


def _span(moment: _Moment) -> _Span | None:
    if moment.year is None:
        return None
    try:
        if moment.month:
            return _month_span(moment, moment.year)
        if moment.quarters[0]:
            return _quarter_span(moment, moment.year)
        return _year_span(moment, moment.year)
    except ValueError:  # a year that no calendar holds
        return None


def _month_span(moment: _Moment, year: int) -> _Span | None:
    last_of_month = _last_of(year, moment.month).day
    first = _day(year, moment.month, moment.from_day or moment.day or 1)
    last = _day(year, moment.month, moment.day or last_of_month)
    return None if first is None or last is None else _Span(first, last, first, last)


def _quarter_span(moment: _Moment, year: int) -> _Span:
    """Quarters of the fiscal year: the first is October to December of the year before."""
    one, other = moment.quarters
    first, last = _nth_month(year, 3 * one - 3), _nth_month(year, 3 * other - 1)
    begin, end = date(first[0] - BUDDHIST_ERA, first[1], 1), _last_of(*last)
    latest = end if moment.fiscal else _last_of(year, 3 * other)
    return _Span(begin, end, begin, max(end, latest))


def _nth_month(year: int, index: int) -> tuple[int, int]:
    """Year (BE) and month of a fiscal year's month; October is 0."""
    month = _OCTOBER + index
    return (year - 1, month) if month <= 12 else (year, month - 12)


def _year_span(moment: _Moment, year: int) -> _Span:
    until = max(moment.until_year or year, year)
    first, last = round_span(year, 12)[0], round_span(until, 12)[1]
    return _Span(first, last, first, last if moment.fiscal else _last_of(until, 12))


def _last_of(year: int, month: int) -> date:
    common = year - BUDDHIST_ERA
    return date(common, month, monthrange(common, month)[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year - BUDDHIST_ERA, month, day)
    except ValueError:
        return None


def _is_ordinal(text: str, start: int) -> bool:
    """Whether the number at ``start`` counts something: ครั้งที่ ๓๑ กุมภาพันธ์ is no day."""
    return _ORDINAL.search(text[max(0, start - 16) : start]) is not None


def _weekday(text: str, start: int) -> int | None:
    match = _WEEKDAY.search(text[max(0, start - 20) : start])
    return WEEKDAYS.index(match[1]) if match else None
