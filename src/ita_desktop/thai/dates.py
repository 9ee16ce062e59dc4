"""Dates, fiscal years, reporting rounds and moments in the words of official Thai papers."""

from __future__ import annotations

from datetime import date, datetime

from ita_desktop.thai.digits import thai_number

BUDDHIST_ERA = 543
"""A Buddhist-era (BE) year is the Gregorian (CE) year plus this."""

BE_YEARS = range(2550, 2651)
"""The years that can be a case's: the assessment began in the 2550s, and a century from
there leaves room and still catches a slip of the finger such as 2657."""

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
"""The months' full names, January first."""

_OCTOBER, _MARCH, _SEPTEMBER = 10, 3, 9


def long_date(day: date) -> str:
    """``๒๒ มีนาคม ๒๕๖๔``: a Gregorian date as a memo prints it, without วันที่ and พ.ศ."""
    return f"{thai_number(day.day)} {_month(day.year + BUDDHIST_ERA, day.month)}"


def fiscal_year(day: date) -> int:
    """The fiscal year (BE) of a Gregorian date: 1 October begins the next one."""
    return day.year + BUDDHIST_ERA + (day.month >= _OCTOBER)


def round_span(year: int, months: int) -> tuple[date, date]:
    """First and last day (Gregorian) of the round of ``months`` (6 or 12) in a fiscal year (BE).

    Raises ``ValueError`` for another length, or a year that no calendar holds.
    """
    end_month, end_day = _round_end(months)
    first_year = year - BUDDHIST_ERA - 1
    return date(first_year, _OCTOBER, 1), date(first_year + 1, end_month, end_day)


def round_span_words(year: int, months: int) -> str:
    """``ตุลาคม ๒๕๖๓ – มีนาคม ๒๕๖๔``: the same round in words.

    Raises ``ValueError`` for a length other than 6 or 12.
    """
    end_month, _ = _round_end(months)
    return f"{_month(year - 1, _OCTOBER)} – {_month(year, end_month)}"


def round_words(months: int) -> str:
    """``รอบ ๖ เดือน``."""
    return f"รอบ {thai_number(int(months))} เดือน"


def _round_end(months: int) -> tuple[int, int]:
    """Month and day on which a round ends."""
    if months == 6:
        return _MARCH, 31
    if months == 12:
        return _SEPTEMBER, 30
    raise ValueError(f"a round has 6 or 12 months, not {months}")


def _month(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {thai_number(year)}"


def clock_words(moment: datetime) -> str:
    """``๑๔.๐๕ น.`` of an aware moment; no line ends within it."""
    return f"{thai_number(moment.astimezone().strftime('%H.%M'))}\N{NO-BREAK SPACE}น."


def moment_words(moment: datetime) -> str:
    """``๒๓ พฤศจิกายน ๒๕๖๙ เวลา ๑๔.๐๕ น.`` of an aware moment."""
    return f"{long_date(moment.astimezone().date())} เวลา {clock_words(moment)}"
