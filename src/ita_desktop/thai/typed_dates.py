"""Understands one date as a clerk types it, and tells calmly what was made of it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from ita_desktop.thai.dates import BUDDHIST_ERA, MONTHS, long_date
from ita_desktop.thai.dates_in_text import WEEKDAYS, DayMention, days_in
from ita_desktop.thai.digits import thai_number

EXAMPLE = "๑๒ พ.ย. ๒๕๖๙"
"""A date as one may type it."""

_BE_AS_CE = range(2400, 2700)
"""Gregorian years that surely were Buddhist ones when they were written."""


class TypedDay(NamedTuple):
    """What a text was understood as; ``day`` None and ``understood`` is no date at all.

    ``hint`` is a Thai sentence for the one who typed, or empty.
    """

    day: date | None
    hint: str = ""
    understood: bool = True


def typed_day(text: str, near: int) -> TypedDay:
    """The one date that ``text`` is; ``near`` (BE) tells what a year of two digits means.

    A year of the common era is taken as such and told; a date in figures stands in the
    order day, month, year, or is an ISO date in either era.
    """
    plain = _in_one_form(text)
    if not plain:
        return TypedDay(None)
    found = days_in(plain, near)
    if len(found) != 1 or _around(plain, found[0].text):
        return _unread(plain)
    mention = found[0]
    if mention.day is None:
        return TypedDay(None, _no_such_day(mention.text, near), understood=False)
    return TypedDay(mention.day, _era_hint(mention.text, mention.day) or _weekday_hint(mention))


def doubtful_day(day: date) -> str:
    """A Thai hint for a date whose year can hardly be meant; empty for any other."""
    if day.year not in _BE_AS_CE:
        return ""
    return (
        f"ปี พ.ศ. {thai_number(day.year + BUDDHIST_ERA)} ไกลเกินไป "
        f"น่าจะหมายถึง พ.ศ. {thai_number(day.year)} โปรดตรวจปี"
    )


_D = "[0-9๐-๙]"
_FIGURES = re.compile(rf"({_D}{{1,2}})[ ./\-]+({_D}{{1,2}})[ ./\-]+({_D}{{4}}|{_D}{{2}})")
_TOGETHER = re.compile(rf"({_D}{{2}})({_D}{{2}})({_D}{{4}}|{_D}{{2}})")
_BEFORE = re.compile(rf"(?:วัน(?:{'|'.join(WEEKDAYS)})?(?:ที่)?)? ?")


def _in_one_form(text: str) -> str:
    """The text in one line, a date in figures with slashes."""
    line = " ".join(text.split())
    figures = _FIGURES.fullmatch(line) or _TOGETHER.fullmatch(line)
    return "/".join(figures.groups()) if figures else line


def _around(text: str, date_text: str) -> bool:
    """Whether the text says more than the date and its weekday."""
    before, _, after = text.partition(date_text)
    return _BEFORE.fullmatch(before) is None or after.strip(" .") != ""


def _unread(text: str) -> TypedDay:
    if re.search(f"{_D}{{2}}$", text) is None and re.search("[ก-ฮ]", text):
        say = "โปรดพิมพ์วัน เดือน และปี"
    else:
        say = "อ่านวันที่นี้ไม่ได้ โปรดพิมพ์ใหม่"
    return TypedDay(None, f"{say} เช่น {EXAMPLE} หรือเลือกจากปฏิทิน", understood=False)


def _no_such_day(text: str, near: int) -> str:
    """How many days the month has: the 29th of February, the 31st of June."""
    first = days_in(re.sub(f"^{_D}{{1,2}}", "1", text), near)
    if not first or first[0].day is None:
        return "วันที่นี้ไม่มีในปฏิทิน โปรดตรวจวันและเดือน"
    day = first[0].day
    last = monthrange(day.year, day.month)[1]
    month = f"{MONTHS[day.month - 1]} {thai_number(day.year + BUDDHIST_ERA)}"
    return f"เดือน{month} มี {thai_number(last)} วัน โปรดตรวจวันและเดือน"


def _era_hint(text: str, day: date) -> str:
    """Told when a year that was typed was read as one of the common era."""
    years = re.findall(f"(?:{_D}{{4}}|{_D}{{2}})", text)
    # An ISO date has its year in front, every other date at its end.
    digits = years[0] if re.match(f"{_D}{{4}}-", text) else years[-1]
    buddhist = day.year + BUDDHIST_ERA
    if int(digits) % 100 == buddhist % 100 or re.search(r"ค\. ?ศ", text):
        return ""
    return f"เข้าใจปี {thai_number(digits)} ว่าเป็น ค.ศ. จึงเป็น พ.ศ. {thai_number(buddhist)}"


def _weekday_hint(mention: DayMention) -> str:
    if mention.day is None or mention.weekday in (None, mention.day.weekday()):
        return ""
    return f"{long_date(mention.day)} เป็นวัน{WEEKDAYS[mention.day.weekday()]}"
