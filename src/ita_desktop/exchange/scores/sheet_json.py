"""Score sheets as JSON: what ``ita-desktop scores --json`` prints, and the reading of it."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.frameworks import NUMBERS
from ita_desktop.exchange.json_schema import Score, ShapeError, members_of
from ita_desktop.exchange.json_text import Json, JsonTextError, format_json, parse_json
from ita_desktop.exchange.scores.errors import ScoreFileError
from ita_desktop.exchange.scores.sheet import ScoreSheet, UnitScores

_SCORE = Score()
_INDICATORS = frozenset(map(str, NUMBERS))


def sheet_to_json(sheet: ScoreSheet) -> bytes:
    """Return units with their indicators and totals, and what was not understood, as UTF-8."""
    units: list[Json] = [_unit_tree(unit) for unit in sheet.units]
    refused: list[Json] = [trouble.in_words() for trouble in sheet.not_understood]
    return format_json((("units", units), ("not_understood", refused)))


def left_out(sheet: ScoreSheet) -> tuple[str, ...]:
    """The codes and numbers of the scores that were read and have no place in the JSON."""
    parts = (part for u in sheet.units for part in (*u.instruments, *u.sub_indicators, *u.items))
    return tuple(dict.fromkeys(parts))


def _unit_tree(unit: UnitScores) -> Json:
    indicators = tuple((str(number), score) for number, score in unit.indicators.items())
    return (("name", unit.name), ("indicators", indicators), ("total", unit.total))


def sheet_from_json(data: bytes, year: int) -> ScoreSheet:
    """Return the units that :func:`sheet_to_json` wrote. Raises :class:`ScoreFileError`."""
    try:
        members = members_of(parse_json(data), "")
        if "units" not in members:
            raise ShapeError("units", "ไม่มีคะแนนของหน่วยงาน ไฟล์นี้ไม่ใช่ผลการอ่านคะแนน โปรดเลือกไฟล์อื่น")
        units = members["units"]
        if not isinstance(units, list):
            raise ShapeError("units", "ต้องเป็นรายการ [ ]")
        return ScoreSheet(year, tuple(_unit(unit, f"units[{at}]") for at, unit in enumerate(units)))
    except (JsonTextError, ShapeError) as error:
        raise ScoreFileError(str(error)) from None


def _unit(tree: Json, at: str) -> UnitScores:
    members = members_of(tree, at)
    for key in members:
        if key not in ("name", "indicators", "total"):
            raise ShapeError(f"{at}.{key[:40]}", "ไม่รู้จักคีย์นี้ โปรดลบออก")
    name = members.get("name")
    if name is not None and not isinstance(name, str):
        raise ShapeError(f"{at}.name", "ต้องเป็นข้อความ")
    total = members.get("total")
    return UnitScores(
        name or "",
        _indicators(members.get("indicators"), f"{at}.indicators"),
        None if total is None else _SCORE.read(total, f"{at}.total"),
    )


def _indicators(tree: Json, at: str) -> dict[int, Decimal]:
    scores = {}
    for key, score in members_of(() if tree is None else tree, at).items():
        if key not in _INDICATORS:
            raise ShapeError(f"{at}.{key[:40]}", "ไม่ใช่เลขตัวชี้วัด โปรดใช้เลขอารบิก เช่น 10")
        if score is not None:
            scores[int(key)] = _SCORE.read(score, f"{at}.{key}")
    return scores
