"""A score sheet as Thai text in columns: the scores, how each was understood, what was not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ita_desktop.exchange.scores.sheet import Points, ScoreSheet, UnitScores
from ita_desktop.quoting import quoted
from ita_desktop.thai.digits import two_decimals
from ita_desktop.thai.terminal import aligned

_UNKNOWN = "-"
_LONGEST_NAME = 50
_LONGEST_SENTENCE = 400
MOST_LINES = 80
"""Understood lines that are shown unless all are asked for."""


def sheet_text(sheet: ScoreSheet, *, all_lines: bool = False) -> str:
    """Return *sheet* as lines of text without a final line feed."""
    blocks = [
        [f"คะแนน ITA ปี {sheet.year}: {len(sheet.units)} หน่วยงาน", *_units(sheet.units)],
        _lines(sheet, all_lines),
        _block("หมายเหตุ", sheet.notes),
        _block("ส่วนที่ไม่เข้าใจ", [trouble.in_words() for trouble in sheet.not_understood]),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _units(units: Sequence[UnitScores]) -> list[str]:
    """One row a unit; what no unit has gets no column."""
    numbers = sorted({number for unit in units for number in unit.indicators})
    codes = list(dict.fromkeys(code for unit in units for code in unit.instruments))
    parts = list(dict.fromkeys(p for u in units for p in (*u.sub_indicators, *u.items)))
    rows = [("หน่วยงาน", *map(str, numbers), *parts, *codes, "รวม", "ระดับ")]
    for unit in units:
        below = {**unit.sub_indicators, **unit.items}
        rows.append(
            (
                quoted(unit.name, _LONGEST_NAME) or "(ไม่มีชื่อ)",
                *(_score(unit.indicators.get(number)) for number in numbers),
                *(_score(below.get(part)) for part in parts),
                *(_points(unit.instruments.get(code)) for code in codes),
                _score(unit.total),
                unit.level or _UNKNOWN,
            )
        )
    return aligned(rows, right=set(range(1, len(rows[0]) - 1)))


def _score(score: Decimal | None) -> str:
    return _UNKNOWN if score is None else f"{two_decimals(score):f}"


def _points(points: Points | None) -> str:
    if points is None:
        return _UNKNOWN
    score = _score(points.value)
    return f"{score}/{points.out_of.normalize():f}" if points.is_weighted else score


def _lines(sheet: ScoreSheet, all_lines: bool) -> list[str]:
    shown = sheet.understood if all_lines else sheet.understood[:MOST_LINES]
    if not shown:
        return []
    rows = [(f"  {u.place}", quoted(u.text, 60), f"→ {u.meaning}", u.why) for u in shown]
    more = len(sheet.understood) - len(shown)
    rest = [f"  (อีก {more} รายการ ใช้ --lines เพื่อดูทั้งหมด)"] if more else []
    return ["อ่านแต่ละบรรทัดว่า", *aligned(rows), *rest]


def _block(title: str, sentences: Sequence[str]) -> list[str]:
    return [title, *(f"  {quoted(s, _LONGEST_SENTENCE)}" for s in sentences)] if sentences else []
