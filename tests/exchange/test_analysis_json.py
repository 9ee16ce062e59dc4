"""The analysis as JSON: the agreed keys, null where something cannot be known."""

from __future__ import annotations

import json
from typing import Any

from tests.domain.made_frameworks import LETTER_YEAR, scored

from ita_desktop.domain.analysis import YearScores, analyse
from ita_desktop.domain.case import Assessment
from ita_desktop.exchange.analysis_json import analysis_to_json

ITEMS = {f"O{number}": "100" for number in range(1, 9)} | {"O7": "0"}


def as_json(*earlier: YearScores, **scores: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(
        analysis_to_json(analyse(scored(**scores), LETTER_YEAR, earlier))
    )
    return data


def test_the_keys_are_those_agreed() -> None:
    data = as_json(i1="90", i2="90", i3="80", **ITEMS)
    assert list(data) == [
        "year",
        "instruments",
        "total",
        "level",
        "lowest",
        "missing",
        "gains",
        "steps_to_next_level",
    ]


def test_numbers_are_numbers() -> None:
    data = as_json(i1="90", i2="90", i3="80", **ITEMS)
    assert data["year"] == 2561
    assert data["instruments"] == {"IN": 90, "EX": 80, "OP": 83.33}
    assert data["total"] == 84.33
    assert data["lowest"] == [5]
    assert data["missing"] == []
    assert data["level"] == {
        "official": "B",
        "letter": "B",
        "word": None,
        "reason": "คะแนนรวม ๘๔.๓๓ อยู่ในช่วง ๗๕–๘๔.๙๙ จึงเป็น B",
    }
    assert data["gains"][0] == {"number": 5, "gap": 33.33, "weight": 0.2, "gain": 6.67}
    assert data["gains"][-1] == {"number": "O7", "gap": 100, "weight": 0.066667, "gain": 6.67}


def test_steps_say_what_to_do() -> None:
    (step,) = as_json(i1="90", i2="90", i3="80", **ITEMS)["steps_to_next_level"]
    text = step.pop("text")
    assert step == {"number": "O7", "name": "ข้อ 7", "from": 0, "to": 100, "gain": 6.67}
    assert "O7" in text


def test_what_cannot_be_known_is_null() -> None:
    data = as_json(i3="80", O1="100")
    assert data["instruments"] == {"IN": None, "EX": 80, "OP": None}
    assert data["total"] is data["level"] is data["steps_to_next_level"] is None
    assert data["missing"] == [1, 2, "O2", "O3", "O4", "4.2", 5]
    assert [gain["number"] for gain in data["gains"]] == [3]


def test_at_the_top_there_are_no_steps() -> None:
    data = as_json(i1="99", i2="99", i3="99", i4="99", i5="99")
    assert data["steps_to_next_level"] == []


def test_changes_stand_there_where_earlier_years_were_given() -> None:
    past = YearScores(Assessment(2560, scored(i3="70").indicators), LETTER_YEAR)
    assert as_json(past, i3="80")["changes"] == [
        {"number": "EX", "year": 2560, "before": 70, "now": 80, "difference": 10},
        {"number": 3, "year": 2560, "before": 70, "now": 80, "difference": 10},
    ]
