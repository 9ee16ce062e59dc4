"""Words that a space tore in two; words that merely follow each other are no such thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop.thai.torn_words import torn_words
from ita_desktop.thai.words import standard_dictionary


def torn(text: str) -> list[str]:
    """What stands around each gap inside a word."""
    return [text[a - 2 : b + 2] for a, b in torn_words(text, standard_dictionary())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("แจ้งให้ประ ชาชนทราบ", "ระ ชา"),
        ("การทุจ ริต", "ุจ ริ"),
        ("ความโปร่ง ใส", "่ง ใส"),
        ("จัดทำมาตร การ", "ตร กา"),
        ("ปรับ  ปรุงแผน", "ับ  ปร"),
    ],
)
def test_a_torn_word_is_found(text: str, found: str) -> None:
    assert torn(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "สำนัก ปลัด กอง คลัง และหน่วย งาน",
        "นาย ก และนาย ข",
        "หมู่บ้านดอน แก้ว ตำบลหนองสะ แก",
        "นางอรทัย พงษ์เกษตร",
        "จำนวน ๕ ราย งานพัสดุรับผิดชอบ",
        "ผลการเรียน หนังสือ และสื่อ",
        "ณ ที่ทำการ",
        "ใด ๆ",
    ],
)
def test_words_in_a_row_are_not_torn(text: str) -> None:
    assert torn(text) == []


def test_official_prose_is_whole() -> None:
    gold = Path(__file__).with_name("gold") / "official_prose.txt"

    lines = gold.read_text(encoding="utf-8").replace("|", "").replace("¦", "").splitlines()

    assert len(lines) > 50
    assert [found for line in lines for found in torn(line)] == []
