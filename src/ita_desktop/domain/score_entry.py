"""One score as a clerk types it into a cell, and why something is none."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.score_values import Refused, Value, is_blank, read_value
from ita_desktop.thai.digits import thai_number

_WHOLE = Decimal(100)


def typed_score(text: str, *, is_item: bool = False) -> Decimal | Refused | None:
    """The score (0–100) in *text*, None where it says that there is none.

    ``is_item`` is for an OIT item, which has 100 or 0. Digits stay as they were typed:
    ``100.0`` is not ``100``.
    """
    if is_blank(text):
        return None
    value = read_value(text)
    if value is None:
        return Refused("ไม่ใช่คะแนน โปรดใส่ตัวเลข ๐ ถึง ๑๐๐")
    if isinstance(value, Refused):
        return Refused(thai_number(value.reason))
    return _checked(value, is_item)


def _checked(value: Value, is_item: bool) -> Decimal | Refused:
    if value.out_of is not None and value.out_of != _WHOLE:
        return Refused("โปรดใส่คะแนนที่คิดจากคะแนนเต็ม ๑๐๐")
    if is_item and value.number not in (0, 100):
        return Refused("ข้อ OIT ได้ ๑๐๐ หรือ ๐ เท่านั้น")
    return value.number
