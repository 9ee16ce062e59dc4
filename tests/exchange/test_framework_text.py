"""A framework as text: whole, with a mark on what is uncertain."""

from __future__ import annotations

from tests.domain.made_frameworks import LETTER_YEAR, WORD_YEAR

from ita_desktop.domain.frameworks import CHECK_THE_MANUAL
from ita_desktop.exchange.framework_text import framework_text


def test_every_part_is_shown() -> None:
    lines = [line.split() for line in framework_text(LETTER_YEAR).splitlines()]
    for line in (
        ["เกณฑ์การประเมิน", "ITA", "ปี", "๒๕๖๑"],
        ["OP", "๔๐%", "เปิดเผย"],
        ["๔", "ข้อมูล"],
        ["๔.๒", "บริหาร"],
        ["O5", "ข้อ", "5"],
    ):
        assert line in lines


def test_scales_are_shown_the_official_one_first() -> None:
    text = framework_text(WORD_YEAR)
    assert "ระดับ: ดีเยี่ยม ≥ ๙๕ ทุกเครื่องมือ ≥ ๙๕ · " in text
    assert "ระดับที่พิมพ์ไว้ด้วย: AA ≥ ๙๕ · " in text
    assert "ระดับที่พิมพ์ไว้ด้วย" not in framework_text(LETTER_YEAR)


def test_what_the_items_ask_for_is_shown() -> None:
    assert "ข้อที่ว่าด้วยการดำเนินการ: O7 รอบ ๖ เดือนของปีนั้น" in framework_text(LETTER_YEAR)
    later = LETTER_YEAR._replace(reporting=LETTER_YEAR.reporting._replace(years_before=1))
    assert "O7 รอบ ๖ เดือนของปีก่อน" in framework_text(later)


def test_uncertain_parts_are_marked_and_the_mark_is_explained() -> None:
    text = framework_text(WORD_YEAR)
    assert "ปรับปรุง ≥ ๗๐ ?" in text
    assert text.splitlines()[-1].endswith(CHECK_THE_MANUAL)


def test_an_uncertain_scale_is_marked_once() -> None:
    doubtful = WORD_YEAR._replace(words=WORD_YEAR.words._replace(uncertain=True))
    assert "ระดับ ?: ดีเยี่ยม" in framework_text(doubtful)
    assert "? ?" not in framework_text(doubtful)


def test_a_certain_year_has_no_marks() -> None:
    assert "?" not in framework_text(LETTER_YEAR)


def test_notes_are_shown() -> None:
    text = framework_text(LETTER_YEAR._replace(note="แก้ตามคู่มือแล้ว"))
    assert text.splitlines()[-1] == "หมายเหตุ: แก้ตามคู่มือแล้ว"
