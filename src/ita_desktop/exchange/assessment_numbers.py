"""Refuses an assessment in which a number or a code says two things.

Measures and the focus of the analysis speak of indicators by number: of two
with one number, one would be lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterable

from ita_desktop.domain.case import Indicator
from ita_desktop.exchange.json_schema import ShapeError
from ita_desktop.quoting import quoted
from ita_desktop.thai.cleanup import normalise

_AT = "assessment.indicators"


def check_numbers(indicators: Iterable[Indicator]) -> None:
    """Check that each number stands once, a sub-indicator's under its indicator's.

    The code of an OIT item stands once within an indicator. Raises
    :class:`ShapeError` with the path of the second.
    """
    places: dict[str, str] = {}
    for index, indicator in enumerate(indicators):
        at = f"{_AT}[{index}]"
        _take(places, str(indicator.number), f"ตัวชี้วัด {indicator.number}", at, "number")
        _check_below(indicator, at)


def _check_below(indicator: Indicator, above: str) -> None:
    numbers: dict[str, str] = {}
    codes: dict[str, str] = {}
    for index, sub in enumerate(indicator.sub_indicators):
        at = f"{above}.sub_indicators[{index}]"
        whole = sub.number.partition(".")[0]
        if whole != str(indicator.number):
            raise ShapeError(
                f"{at}.number",
                f"ตัวชี้วัดย่อย {sub.number} อยู่ใต้ตัวชี้วัด {indicator.number} ไม่ได้"
                f" โปรดย้ายไปใต้ตัวชี้วัด {whole} หรือแก้เลข",
            )
        _take(numbers, sub.number, f"ตัวชี้วัดย่อย {sub.number}", at, "number")
        for position, item in enumerate(sub.items):
            code = normalise(item.code).strip()
            _take(codes, code, f"รหัส “{quoted(code)}”", f"{at}.items[{position}]", "code")


def _take(places: dict[str, str], value: str, name: str, at: str, key: str) -> None:
    """Note that ``value`` stands ``at`` a place, where no other may have it."""
    first = places.setdefault(value, at)
    if first != at:
        raise ShapeError(f"{at}.{key}", f"{name} มีอยู่แล้วที่ {first} โปรดเหลือไว้เพียงแห่งเดียว")
