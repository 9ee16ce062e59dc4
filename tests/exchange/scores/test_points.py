"""Weighted points: told by full marks, by their sum, or noted as doubtful; never taken silently."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.exchange.scores.making import INSTRUMENT, SCORES, TOTAL, UNIT, labelled, read, table

WEIGHT = {"IIT": 6, "EIT": 10, "OIT": 20}
WEIGHTS = {number: WEIGHT[INSTRUMENT[number]] for number in SCORES}
POINTS = {number: round(score * WEIGHTS[number] / 100, 2) for number, score in SCORES.items()}


def nearly(found: dict[int, Decimal]) -> bool:
    """Whether scores are those that the points came from, as far as two decimals tell."""
    return all(abs(found[n] - SCORES[n]) <= Decimal("0.1") for n in SCORES)


def rows(points: bool) -> list[tuple[object, ...]]:
    return [
        (label, WEIGHTS[number], POINTS[number] if points else score)
        for number, (label, score) in enumerate(labelled(), 1)
    ]


@pytest.mark.parametrize("head", ["คะแนนเต็ม", "น้ำหนัก", "ค่าน้ำหนัก"])
def test_points_out_of_full_marks_are_scaled_up_and_noted(head: str) -> None:
    sheet = read(table(("ตัวชี้วัด", head, "คะแนนที่ได้"), *rows(points=True)))

    assert nearly(dict(sheet.units[0].indicators))
    assert len([note for note in sheet.notes if "คลาดเคลื่อน" in note]) == len(SCORES)


@pytest.mark.parametrize("head", ["คะแนนเต็ม", "น้ำหนัก"])
def test_scores_beside_weights_stay_scores(head: str) -> None:
    sheet = read(table(("ตัวชี้วัด", head, "คะแนนที่ได้"), *rows(points=False)))

    assert sheet.units[0].indicators == SCORES
    assert sheet.notes == ()


def test_points_are_told_by_their_sum() -> None:
    pairs = [(label, POINTS[n]) for n, (label, _) in enumerate(labelled(), 1)]

    sheet = read(table(("ตัวชี้วัด", "คะแนน"), *pairs, ("คะแนนรวม", TOTAL)))

    assert nearly(dict(sheet.units[0].indicators))
    assert sheet.units[0].total == TOTAL
    assert any("ถ่วงน้ำหนัก" in note for note in sheet.notes)


def test_points_that_nothing_tells_are_kept_and_doubted() -> None:
    pairs = [(label, POINTS[n]) for n, (label, _) in enumerate(labelled(), 1)]

    sheet = read(table(("ตัวชี้วัด", "คะแนน"), *pairs))

    assert sheet.units[0].indicators == POINTS
    assert any("อาจเป็นคะแนนถ่วงน้ำหนัก" in note for note in sheet.notes)


def test_all_zeros_are_scores() -> None:
    sheet = read(table(("ตัวชี้วัด", "คะแนน"), *[(label, 0) for label, _ in labelled()]))

    assert set(sheet.units[0].indicators.values()) == {Decimal(0)}
    assert sheet.notes == ()


@pytest.mark.parametrize("head", ["รวม 100%", "รวม (100)", "คะแนนรวม 100 คะแนน"])
def test_the_full_marks_of_a_total_may_stand_in_its_heading(head: str) -> None:
    heads = ("หน่วยงาน", "IIT 30%", "EIT 30%", "OIT 40%", head)

    sheet = read(table(heads, (UNIT, "26.95", "26.78", "34.75", TOTAL)))

    assert sheet.units[0].total == TOTAL
    assert {str(p.out_of) for p in sheet.units[0].instruments.values()} == {"30", "40"}


def test_a_total_of_100_is_no_heading() -> None:
    assert read("คะแนนรวม 100\n").units[0].total == 100
