"""Scores told in sentences, as reports tell them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.exchange.scores.making import (
    LABELS,
    NAMES,
    SCORES,
    TOTAL,
    UNIT,
    read,
    read_unit,
    text_pairs,
    thai,
)

from ita_desktop.exchange.scores.prose import lone_score, told_scores


def told(text: str) -> dict[str, Decimal]:
    return {label.target.key: value.number for label, value in told_scores(text, LABELS)}


@pytest.mark.parametrize(
    "sentence",
    [
        "ตัวชี้วัดที่ {n} {name} ได้คะแนนร้อยละ {score} เป็นคะแนนจากการประเมินการรับรู้",
        "({n}) ตัวชี้วัดที่ {n} {name} โดยรวมได้คะแนนเท่ากับ {score} คะแนน ซึ่งอยู่ในเกณฑ์ดี",
        "- {name} {score} คะแนน เป็นไปตามที่คาดไว้ โปรดรักษาไว้",
        "ตัวชี้วัดที่ {n} {name} ได้คะแนนร้อยละ {score} ลดลงจากปี 2563 ที่ได้ร้อยละ 95.00",
    ],
)
def test_a_sentence_for_each_indicator(sentence: str) -> None:
    text = "\n".join(sentence.format(n=n, name=NAMES[n], score=s) for n, s in SCORES.items())

    assert read(text).units[0].indicators == SCORES
    assert read(thai(text)).units[0].indicators == SCORES


def test_a_paragraph_below_each_name() -> None:
    text = "".join(
        f"ตัวชี้วัดที่ {n} {NAMES[n]}\nเป็นการประเมินการรับรู้ของบุคลากร จำนวน 5 ข้อ ได้คะแนนร้อยละ {s}\n"
        for n, s in SCORES.items()
    )

    assert read_unit(text).indicators == SCORES


def test_one_paragraph_of_highest_and_lowest() -> None:
    text = (
        f"ผลการประเมิน ITA ปี 2564 {UNIT} ได้คะแนนรวม {TOTAL} คะแนน อยู่ในระดับ A "
        "โดยตัวชี้วัดที่ได้คะแนนสูงสุด คือ การปฏิบัติหน้าที่ 97.68 คะแนน "
        "และต่ำสุด คือ การป้องกันการทุจริต 81.25 คะแนน"
    )

    assert told(text) == {"1": Decimal("97.68"), "10": Decimal("81.25"), "": TOTAL}


@pytest.mark.parametrize(
    "text",
    [
        "การใช้อำนาจ ต่ำกว่าค่าเฉลี่ยของประเทศที่ได้คะแนน 91.32",
        "การใช้อำนาจ ปี 2563 ได้คะแนน 91.32",
        "การใช้อำนาจ ควรได้คะแนนตามเป้าหมายร้อยละ 91.32",
        "การใช้อำนาจ เพิ่มขึ้นร้อยละ 2.50",
        "การใช้อำนาจ มี 5 ข้อ",
        "การใช้อำนาจ ได้คะแนน 91.32.5",
        "การใช้อำนาจ ได้คะแนน 91.32 คะแนน และการใช้อำนาจ ได้คะแนน 88.00 คะแนน",
        "การใช้อำนาจ และตัวชี้วัดอื่น ได้คะแนน 91.32",
    ],
)
def test_a_number_that_may_be_another_is_left(text: str) -> None:
    assert told(text) == {}


@pytest.mark.parametrize("text", ["ได้ 2 ข้อ", "คะแนน 91.32 และ 90.10", "เพิ่มขึ้นจากปีก่อน คะแนน 91.32"])
def test_only_the_one_number_of_a_sentence_is_its_score(text: str) -> None:
    assert lone_score(text) is None


def test_a_total_above_its_level_is_taken_and_noted() -> None:
    sheet = read(
        f"องค์การบริหารส่วนตำบลก้านแก้ว\n{TOTAL} คะแนน\nระดับผลการประเมิน : A\n" + text_pairs(SCORES)
    )

    (unit,) = sheet.units
    assert (unit.total, unit.level, unit.indicators) == (TOTAL, "A", SCORES)
    assert any("ถือเป็นคะแนนรวม" in note for note in sheet.notes)


def test_a_number_with_nothing_around_it_is_not_understood() -> None:
    sheet = read(f"{TOTAL}\nหมายเหตุ\n" + text_pairs(SCORES))

    assert sheet.units[0].total is None
    assert len(sheet.not_understood) == 1
