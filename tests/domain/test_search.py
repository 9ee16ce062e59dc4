"""Words are found wherever they stand, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.memos import a_memo
from tests.strategies import cases

from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Evidence,
    Measure,
    Result,
    Round,
    Signatory,
)
from ita_desktop.domain.case_paths import value_at
from ita_desktop.domain.search import AROUND, MOST_HITS, find, texts
from ita_desktop.services.samples import sample_case

CASE = Case(
    Agency("อบต.ลานไผ่", province="ตาก"),
    2569,
    Assessment(2568),
    Analysis(opening="ได้ 87.50 คะแนน"),
    (
        Measure("ประกาศ No Gift Policy", steps=("จัดทำประกาศ", "แจ้งเวียน ภายใน ๗ วัน")),
        Measure(
            "อบรม",
            results=(
                Result(Round.SIX_MONTHS, details="อบรม ๒ ครั้ง", evidence=(Evidence("ภาพถ่าย"),)),
            ),
        ),
    ),
    (a_memo(subject="รายงาน\nรอบ ๖ เดือน", signatories=(Signatory("นาย ก"), Signatory("นาง ข"))),),
    ("ลานไผ่",),
)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("แจ้งเวียนภายใน", [("measures", 0, "steps", 1)]),
        ("7 วัน", [("measures", 0, "steps", 1)]),
        ("๘๗.๕", [("analysis", "opening")]),
        ("no gift", [("measures", 0, "name")]),
        ("ประกาศ", [("measures", 0, "name"), ("measures", 0, "steps", 0)]),
        ("ภาพถ่าย", [("measures", 1, "results", 0, "evidence", 0, "title")]),
        ("รอบ 6", [("papers", 0, "texts", "subject")]),
        ("นาง", [("papers", 0, "signatories", 1, "name")]),
        ("ลานไผ่", [("agency", "name"), ("words", 0)]),
        ("  ", []),
        ("", []),
        ("(.*", []),
        ("ไม่มีแน่", []),
    ],
)
def test_words_are_found_in_their_places(words, places) -> None:
    assert [hit.place for hit in find(CASE, words)] == places


def test_a_hit_tells_its_place_in_thai_and_shows_the_words_in_their_surroundings() -> None:
    (hit,) = find(CASE, "๗ วัน")
    assert hit.label == "มาตรการที่ ๑ › ขั้นตอนที่ ๒"
    assert hit.excerpt == "แจ้งเวียน ภายใน ๗ วัน"
    assert hit.excerpt[hit.start : hit.end] == "๗ วัน"


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("ภาพถ่าย", "มาตรการที่ ๒ › รอบ ๖ เดือน › หลักฐานที่ ๑ › ชื่อหลักฐาน"),
        ("ตาก", "หน่วยงาน › จังหวัด"),
        ("รายงาน", "บันทึกข้อความ › เรื่อง"),
        ("87.50", "วิเคราะห์ตัวชี้วัด › ย่อหน้าวิเคราะห์"),
        ("นาย ก", "บันทึกข้อความ › ผู้ลงนามลำดับที่ ๑ › ชื่อ"),
    ],
)
def test_places_have_the_names_of_the_tabs(words, label) -> None:
    assert find(CASE, words)[0].label == label


def test_a_long_text_is_cut_around_the_words() -> None:
    case = CASE._replace(words=("ก" * 500 + "พบ" + "ข" * 500,))
    (hit,) = find(case, "พบ")
    assert hit.excerpt == "…" + "ก" * AROUND + "พบ" + "ข" * AROUND + "…"
    assert hit.excerpt[hit.start : hit.end] == "พบ"


def test_hits_have_an_end() -> None:
    assert len(find(CASE._replace(words=("ก",) * (MOST_HITS + 9)), "ก")) == MOST_HITS


def test_capitals_with_two_small_letters_are_no_harm() -> None:
    case = CASE._replace(words=("İstanbul ก",))
    assert [hit.place for hit in find(case, "ก")][-1] == ("words", 0)


def test_every_text_of_the_sample_stands_in_its_place() -> None:
    case = sample_case()
    for place, text in texts(case):
        assert str(value_at(case, place)) in text


@given(cases, st.text(min_size=1, max_size=5))
def test_whatever_is_found_stands_there(case, words) -> None:
    for hit in find(case, words):
        value_at(case, hit.place)
        assert hit.excerpt[hit.start : hit.end]
        assert hit.label
