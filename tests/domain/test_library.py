"""The library of measures: what serves an indicator, and what a clerk's words find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.case import Measure, Result
from ita_desktop.domain.library import EntryKind, LibraryMeasure, entry_of, search, serving

PURCHASES = LibraryMeasure(
    id="purchases",
    name="มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง",
    kind=EntryKind.STANDARD,
    indicators=("2", "9"),
    keywords=("พัสดุ", "ราคากลาง"),
    steps=("ประกาศแผนบนเว็บไซต์",),
)
COMPLAINTS = LibraryMeasure(
    id="complaints",
    name="มาตรการจัดการเรื่องร้องเรียน",
    kind=EntryKind.STANDARD,
    indicators=("5", "9.5"),
    keywords=("แจ้งเบาะแส", "โปร่งใส"),
)
GIFTS = LibraryMeasure(
    id="gifts",
    name="มาตรการไม่รับของขวัญ (No Gift Policy)",
    kind=EntryKind.INDICATOR,
    indicators=("10",),
    guidelines=("แจ้งคู่สัญญาว่าไม่รับของขวัญเรื่องใด",),
)
WEBSITE = LibraryMeasure(id="website", name="มาตรการดูแลเว็บไซต์", indicators=("9", "7"))
ENTRIES = (PURCHASES, COMPLAINTS, GIFTS, WEBSITE)


def ids(entries: tuple[LibraryMeasure, ...]) -> list[str]:
    return [entry.id for entry in entries]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("ร้องเรียน", ["complaints"]),
        ("จัดซื้อ", ["purchases"]),
        ("พัสดุ", ["purchases"]),  # a keyword
        ("คู่สัญญา", ["gifts"]),  # in a guideline
        ("no gift", ["gifts"]),
        ("NO GIFT", ["gifts"]),
        ("เรื่องร้องเรียนและการแจ้งเบาะแส", ["complaints"]),
    ],
)
def test_a_word_of_the_entry_finds_it(question: str, found: list[str]) -> None:
    assert ids(search(ENTRIES, question)) == found


def test_the_name_counts_more_than_a_step() -> None:
    assert ids(search(ENTRIES, "เว็บไซต์")) == ["website", "purchases"]


def test_entries_with_all_words_come_alone() -> None:
    assert ids(search(ENTRIES, "โปร่งใส จัดซื้อ")) == ["purchases"]


def test_where_no_entry_has_all_words_the_ones_with_most_come() -> None:
    assert ids(search(ENTRIES, "ของขวัญ คู่สัญญา ราคากลาง")) == ["gifts"]


@pytest.mark.parametrize("question", ["", "  ", "มาตรการ", "มาตรการเกี่ยวกับ", "???"])
def test_a_question_that_says_nothing_lists_all(question: str) -> None:
    assert search(ENTRIES, question) == ENTRIES


@pytest.mark.parametrize("question", ["จัดซิ้อ", "ร้องเรีบน"])
def test_a_misspelt_word_finds_what_looks_like_it(question: str) -> None:
    best = search(ENTRIES, question)[0]

    assert best.id == {"จัดซิ้อ": "purchases", "ร้องเรีบน": "complaints"}[question]


def test_what_nobody_has_finds_nothing() -> None:
    assert search(ENTRIES, "ดาราศาสตร์") == ()


def test_broken_typing_is_mended_before_the_search() -> None:
    entry = LibraryMeasure(id="a", name="มาตรการทำงานล่วงเวลา")

    assert ids(search((entry, GIFTS), "ทํางาน")) == ["a"]


@pytest.mark.parametrize("question", ["ตัวชี้วัดที่ ๑๐", "ตัวชี้วัดที่ 10", "10.1"])
def test_a_number_finds_what_serves_the_indicator(question: str) -> None:
    assert ids(search(ENTRIES, question)) == ["gifts"]


def test_a_number_of_no_indicator_is_a_word() -> None:
    assert ids(search(ENTRIES, "ภายใน 30 วัน โปร่งใส")) == ids(search(ENTRIES, "ภายใน 30วัน โปร่งใส"))
    entry = LibraryMeasure(id="a", name="ตอบภายใน ๓๐ วัน")
    assert ids(search((entry, GIFTS), "30")) == ["a"]


def test_a_number_and_words_narrow_each_other() -> None:
    assert ids(search(ENTRIES, "ตัวชี้วัดที่ 9 โปร่งใส")) == ["purchases", "complaints"]


def test_what_names_the_indicator_first_serves_it_best() -> None:
    assert ids(serving(ENTRIES, "9")) == ["website", "purchases", "complaints"]


def test_a_sub_indicator_is_served_by_its_own_and_by_its_indicators() -> None:
    assert ids(serving(ENTRIES, "9.5")) == ["website", "purchases", "complaints"]
    assert ids(serving(ENTRIES, "9.1")) == ["website", "purchases"]


def test_indicator_1_is_not_served_by_what_serves_10() -> None:
    assert serving(ENTRIES, "1") == ()


def test_an_entry_becomes_a_measure_without_results() -> None:
    entry = PURCHASES._replace(outcomes=("ผู้เสนอราคาเพิ่มจาก ๑ เป็น ๓ ราย",))

    measure = entry.as_measure()

    assert measure == Measure(
        name=entry.name, indicators=entry.indicators, steps=("ประกาศแผนบนเว็บไซต์",)
    )


def test_a_measure_of_a_case_becomes_an_entry_with_its_results_as_examples() -> None:
    results = (
        Result(output="คู่มือ ๑ ฉบับ\n\nป้าย ๒ ป้าย", outcome="เวลาลดลง ๓ วัน", period="ตุลาคม"),
        Result(output="คู่มือ ๑ ฉบับ"),
    )
    measure = Measure(name="มาตรการคิว", indicators=("1",), steps=("แจกบัตร",), results=results)

    entry = entry_of(measure, "own-1")

    assert entry == LibraryMeasure(
        id="own-1",
        name="มาตรการคิว",
        kind=EntryKind.OWN,
        indicators=("1",),
        steps=("แจกบัตร",),
        outputs=("คู่มือ ๑ ฉบับ", "ป้าย ๒ ป้าย"),
        outcomes=("เวลาลดลง ๓ วัน",),
    )


@given(st.text(max_size=400))
def test_any_question_gives_entries_each_once(question: str) -> None:
    found = search(ENTRIES, question)

    assert len(found) == len(set(found))
    assert set(found) <= set(ENTRIES)
