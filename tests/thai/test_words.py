"""Words: nothing is lost, the likelier reading wins, own words are kept whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts, thai_letters

from ita_desktop.thai.words import OWN_WORD_COST, Dictionary, segment, standard_dictionary


@given(texts)
def test_words_joined_are_the_run(run: str) -> None:
    assert "".join(segment(run, standard_dictionary())) == run


@given(texts, st.lists(thai_letters.filter(bool), max_size=4))
def test_own_words_lose_no_letter(run: str, own: list[str]) -> None:
    assert "".join(segment(run, standard_dictionary().with_words(own))) == run


@pytest.mark.parametrize(
    "words",
    [
        "ได้|รายงาน|การ|วิเคราะห์",  # longest match reads ราย|งานการ
        "ควร|มี|ช่องทาง|ใน|การ",
        "ตาม|แนวทาง|การ",
        "กองช่าง|สำรวจ|พบ",
        "หัวหน้า|สำนักปลัด",
        "พนักงานจ้าง|ที่|ขาดราชการ",
        "ผู้ตรวจรายงานการประชุม",
        "โซลาร์เซลล์|และ|แบตเตอรี่",
    ],
)
def test_the_likelier_reading_wins(words: str) -> None:
    assert segment(words.replace("|", ""), standard_dictionary()) == words.split("|")


def test_a_phrase_tells_where_it_may_be_broken() -> None:
    dictionary = standard_dictionary()
    assert segment("องค์การบริหารส่วนตำบล", dictionary) == ["องค์การบริหารส่วนตำบล"]
    assert dictionary.inner("องค์การบริหารส่วนตำบล") == [len("องค์การบริหาร")]


@pytest.mark.parametrize("name", ["ทุ่งแสงตะวัน", "องค์การบริหารส่วนตำบล", "ฮฮ"])
def test_an_own_word_is_one_word(name: str) -> None:
    dictionary = standard_dictionary().with_words([name])
    assert segment(f"ที่{name}ได้", dictionary) == ["ที่", name, "ได้"]
    assert dictionary.inner(name) == []


def test_own_words_leave_the_dictionary_they_were_added_to() -> None:
    standard_dictionary().with_words(["ฮฮ", "ฮฮฮฮฮ"])
    assert not standard_dictionary().knows("ฮฮ")
    assert not standard_dictionary().knows("ฮฮฮฮฮ")


def test_letters_outside_every_word_come_out_cluster_by_cluster() -> None:
    dictionary = Dictionary({"กขค".encode(): "กขค กขคง 5".encode()}, {"กข": 9})
    assert segment("กขคงกี่", dictionary) == ["กขคง", "กี่"]
    assert segment("กขก", dictionary) == ["กข", "ก"]


def test_an_own_word_is_cheaper_than_two_words_of_the_dictionary() -> None:
    dictionary = standard_dictionary()
    cheapest = min(int(cost) for line in dictionary.lines.values() for cost in line.split()[2::2])
    assert 2 * min(cheapest, *dictionary.short.values()) > OWN_WORD_COST
