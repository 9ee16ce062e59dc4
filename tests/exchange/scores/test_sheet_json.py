"""What ``scores --json`` prints: exactly the agreed keys, and read back the same."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.scores.making import SCORES, SHAPES, TOTAL, YEAR, labelled, read, table

from ita_desktop.exchange.scores.errors import ScoreFileError
from ita_desktop.exchange.scores.sheet import NotUnderstood, ScoreSheet, UnitScores
from ita_desktop.exchange.scores.sheet_json import sheet_from_json, sheet_to_json

scores = st.decimals(0, 100, places=2).map(abs)
indicators = st.dictionaries(st.integers(1, 10), scores)
units = st.tuples(st.text(max_size=30), indicators, st.none() | scores).map(
    lambda parts: UnitScores(*parts)
)


def test_the_keys_are_those_that_were_agreed() -> None:
    sheet = read(
        table(("ตัวชี้วัด", "คะแนน"), *labelled(), ("คะแนนรวม", TOTAL), ("ระดับ", "A"), ("x", 1))
    )

    told = json.loads(sheet_to_json(sheet))

    assert list(told) == ["units", "not_understood"]
    (unit,) = told["units"]
    assert list(unit) == ["name", "indicators", "total"]
    assert unit["indicators"] == {str(number): float(score) for number, score in SCORES.items()}
    assert unit["total"] == float(TOTAL)
    assert [type(text) for text in told["not_understood"]] == [str]


def test_an_unknown_total_is_null() -> None:
    sheet = ScoreSheet(YEAR, (UnitScores("ก", {10: Decimal("6.25")}),))

    assert json.loads(sheet_to_json(sheet)) == {
        "units": [{"name": "ก", "indicators": {"10": 6.25}, "total": None}],
        "not_understood": [],
    }


@given(st.lists(units, max_size=4))
def test_scores_to_json_and_back_are_the_same(given_units: list[UnitScores]) -> None:
    sheet = ScoreSheet(YEAR, tuple(given_units))

    assert sheet_from_json(sheet_to_json(sheet), YEAR) == sheet


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_whatever_was_read_is_read_again_from_its_json(shape: object) -> None:
    assert callable(shape)
    sheet = read(shape(SCORES))

    again = read(sheet_to_json(sheet))

    assert [(u.name, u.indicators, u.total) for u in again.units] == [
        (u.name, u.indicators, u.total) for u in sheet.units
    ]


def test_what_was_not_understood_is_told_in_words() -> None:
    sheet = ScoreSheet(YEAR, (), (), (NotUnderstood("บรรทัด 3", "abc", "ไม่ใช่คะแนน"),))

    assert json.loads(sheet_to_json(sheet))["not_understood"] == ["บรรทัด 3 “abc”: ไม่ใช่คะแนน"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"{}", "units"),
        (b'{"units": 1}', "units"),
        (b'{"units": [1]}', "units[0]"),
        (b'{"units": [{"total": 101}]}', "units[0].total"),
        (b'{"units": [{"name": 5}]}', "units[0].name"),
        (b'{"units": [{"indicators": {"11x": 5}}]}', "units[0].indicators.11x"),
        (b'{"units": [{"indicators": {"1": "5"}}]}', "units[0].indicators.1"),
        (b'{"units": [{"x": 1}]}', "units[0].x"),
    ],
)
def test_json_of_another_kind_is_refused_with_its_place(data: bytes, place: str) -> None:
    with pytest.raises(ScoreFileError, match=place.replace("[", r"\[").replace("]", r"\]")):
        sheet_from_json(data, YEAR)
