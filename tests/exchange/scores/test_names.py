"""Names of indicators as people and PDF readers write them, and what is left alone."""

from __future__ import annotations

import pytest
from tests.exchange.scores.making import NAMES, SCORES, read, read_unit, table, text_pairs


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("ใช้งบประมาณ", 2),
        ("เปิดเผยข้อมูล", 9),
        ("ป้องกันทุจริต", 10),
        ("แก้ปัญหาการทุจริต", 5),
        ("การใชอ้\u0e4d\u0e32นาจ", 3),
        ("การป้องกนัการทุจริต", 10),
        ("ประสิทธภิาพการสื่อสาร", 7),
        ("คุณภาพการดําเนินงาน", 6),
        ("การใช้ ทรัพย์สิน ของราชการ", 4),
        ("ตัวชี้วัดที่ ๘ การปรบัปรุงระบบการทํางาน", 8),
    ],
)
def test_names_with_slips_are_known(written: str, number: int) -> None:
    assert read_unit(table(("ตัวชี้วัด", "ผล"), (written, "91.32"))).indicators.keys() == {number}


@pytest.mark.parametrize(
    "written", ["การใช้", "ความโปร่งใส", "1 การใช้งบประมาณ", "ทุจริต", "การดำเนินงาน"]
)
def test_a_name_that_could_be_another_is_told_and_left(written: str) -> None:
    sheet = read(table(("ตัวชี้วัด", "คะแนน"), (f"3 {NAMES[3]}", "90.00"), (written, "91.32")))

    assert sheet.units[0].indicators.keys() == {3}
    assert len(sheet.not_understood) == 1


@pytest.mark.parametrize("score", ["-3", "-91.32", "−5", "101", "1,234"])
def test_what_is_no_score_is_told_and_left(score: str) -> None:
    sheet = read(f"3 {NAMES[3]} 90.00\n4 {NAMES[4]} {score}\n")

    assert sheet.units[0].indicators.keys() == {3}
    assert len(sheet.not_understood) == 1


@pytest.mark.parametrize(
    "line", ["{name} ({score}%)", "{name} [{score}]", "{name} (ได้ {score} คะแนน)"]
)
def test_a_score_in_brackets(line: str) -> None:
    text = "\n".join(line.format(name=NAMES[n], score=score) for n, score in SCORES.items())

    assert read_unit(text).indicators == SCORES


def test_a_weight_in_brackets_is_no_score() -> None:
    assert read("IIT (30.00)\n" + text_pairs(SCORES)).units[0].instruments == {}


def test_a_name_cut_by_the_end_of_its_line() -> None:
    text = f"3 {NAMES[3]} 91.32\n4 การใช้ทรัพย์สิน\nของราชการ 86.55\n5 การแก้ไขปัญหา\nการทุจริต 87.26\n"

    assert read_unit(text).indicators.keys() == {3, 4, 5}


def test_headings_that_lost_their_columns_are_headings() -> None:
    rows = "".join(f"{n} {NAMES[n]} {s} A\n" for n, s in SCORES.items())

    assert read_unit(f"ที่ ตัวชี้วัด คะแนน ระดับ\n{rows}").indicators == SCORES


def test_levels_below_the_scores_are_no_scores() -> None:
    text = table(("ตัวชี้วัด", *NAMES), ("คะแนน", *SCORES.values()), ("ระดับ", *["A"] * 10))

    assert read_unit(text).indicators == SCORES


def test_numbers_kept_as_text_by_a_formula() -> None:
    rows = [(f"{n} {NAMES[n]}", f'="{score}"') for n, score in SCORES.items()]

    assert read_unit(table(("ตัวชี้วัด", "คะแนน"), *rows)).indicators == SCORES


def test_a_level_with_its_marks_swapped() -> None:
    assert read_unit("คะแนนรวม ๘๘.๔๘ ระดบั A\n").level == "A"


def test_each_instrument_may_number_its_own_indicators() -> None:
    blocks = (("IIT", range(1, 6)), ("EIT", range(6, 9)), ("OIT", range(9, 11)))
    text = "".join(
        f"{code}\n" + "".join(f"{at}. {NAMES[n]} {SCORES[n]}\n" for at, n in enumerate(numbers, 1))
        for code, numbers in blocks
    )

    assert read_unit(text).indicators == SCORES


def test_an_item_has_all_or_nothing() -> None:
    sheet = read("O9 92.50\nO10 100\nO11 0\n")

    assert sheet.units[0].items == {"O10": 100, "O11": 0}
    assert len(sheet.not_understood) == 1


@pytest.mark.parametrize("head", ["I{}", "i{}", "ind{}", "KPI {}", "ตชว.{}", "ตัวชี้วัด {}"])
def test_indicators_by_a_short_word_and_their_number(head: str) -> None:
    text = table(("หน่วยงาน", *[head.format(n) for n in SCORES]), ("อบต.ก้านแก้ว", *SCORES.values()))

    assert read_unit(text).indicators == SCORES
