"""Words for spans of time: between days or months, and the parts of a fiscal year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from ita_desktop.thai.dates import BUDDHIST_ERA, MONTHS, long_date, round_span
from ita_desktop.thai.digits import thai_number

_TO = " – "


class NamedSpan(NamedTuple):
    """A part of a fiscal year; both days (Gregorian) belong to it."""

    name: str
    first: date
    last: date


def parts_of_year(year: int) -> tuple[NamedSpan, ...]:
    """The whole fiscal year (BE), its halves and its quarters.

    Raises ValueError for a year that no calendar holds.
    """
    first, last = round_span(year, 12)
    half = round_span(year, 6)[1]
    spring = date(last.year, 4, 1)
    quarters = (
        (first, date(first.year, 12, 31)),
        (date(last.year, 1, 1), half),
        (spring, date(last.year, 6, 30)),
        (date(last.year, 7, 1), last),
    )
    return (
        NamedSpan("ทั้งปีงบประมาณ", first, last),
        NamedSpan("ครึ่งปีแรก", first, half),
        NamedSpan("ครึ่งปีหลัง", spring, last),
        *[
            NamedSpan(f"ไตรมาสที่ {thai_number(number)}", *span)
            for number, span in enumerate(quarters, start=1)
        ],
    )


def days_words(first: date, last: date) -> str:
    """``๑ ตุลาคม ๒๕๖๘ – ๓๑ มีนาคม ๒๕๖๙``; what both days share is said once."""
    if first == last:
        return long_date(first)
    end = long_date(last)
    if first.year != last.year:
        return long_date(first) + _TO + end
    if first.month != last.month:
        return f"{thai_number(first.day)} {MONTHS[first.month - 1]}{_TO}{end}"
    return f"{thai_number(first.day)}{_TO}{end}"


def months_words(first: date, last: date) -> str:
    """``ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙``: the months in which the days lie."""
    end = f"{MONTHS[last.month - 1]} {thai_number(last.year + BUDDHIST_ERA)}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    begin = MONTHS[first.month - 1]
    if first.year != last.year:
        begin += f" {thai_number(first.year + BUDDHIST_ERA)}"
    return begin + _TO + end


def is_whole_months(first: date, last: date) -> bool:
    """Whether a span begins with a month and ends with one."""
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]
