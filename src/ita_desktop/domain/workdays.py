"""Days on which government offices are closed, as far as they follow from the date alone.

Holidays by the moon (วันมาฆบูชา) and days in lieu are announced year by year and are
left out: a day is called a holiday only where that is sure.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ita_desktop.thai.dates import BUDDHIST_ERA
from ita_desktop.thai.dates_in_text import WEEKDAYS


class _Holiday(NamedTuple):
    """A yearly holiday; ``since`` and ``until`` are the first and last sure year (BE)."""

    month: int
    day: int
    name: str
    since: int = 2550
    until: int = 9999
    never_in: tuple[int, ...] = ()

    def falls_on(self, day: date) -> bool:
        """Whether ``day`` (Gregorian) is the holiday of its year."""
        year = day.year + BUDDHIST_ERA
        in_force = self.since <= year <= self.until and year not in self.never_in
        return in_force and (self.month, self.day) == (day.month, day.day)


_HOLIDAYS = (
    _Holiday(1, 1, "วันขึ้นปีใหม่"),
    _Holiday(4, 6, "วันจักรี"),
    # The songkran of 2563 was put off.
    _Holiday(4, 13, "วันสงกรานต์", never_in=(2563,)),
    _Holiday(4, 14, "วันสงกรานต์", never_in=(2563,)),
    _Holiday(4, 15, "วันสงกรานต์", never_in=(2563,)),
    _Holiday(5, 4, "วันฉัตรมงคล", since=2563),
    _Holiday(6, 3, "วันเฉลิมพระชนมพรรษาสมเด็จพระบรมราชินี", since=2562),
    _Holiday(7, 28, "วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว", since=2560),
    _Holiday(8, 12, "วันแม่แห่งชาติ", until=2568),
    _Holiday(10, 13, "วันนวมินทรมหาราช", since=2560),
    _Holiday(10, 23, "วันปิยมหาราช"),
    _Holiday(12, 5, "วันพ่อแห่งชาติ"),
    _Holiday(12, 10, "วันรัฐธรรมนูญ"),
    _Holiday(12, 31, "วันสิ้นปี"),
)
_SATURDAY = 5


def day_off(day: date) -> str:
    """The name of the weekend day or holiday that ``day`` (Gregorian) is; ``""`` for a workday."""
    for holiday in _HOLIDAYS:
        if holiday.falls_on(day):
            return holiday.name
    return f"วัน{WEEKDAYS[day.weekday()]}" if day.weekday() >= _SATURDAY else ""
