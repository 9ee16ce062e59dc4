"""Clean-up of texts: what is repaired, what stays, and that once is enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

from ita_desktop.thai.cleanup import clean_pasted, normalise

AM = "\u0e33"
NIKHAHIT = "\u0e4d"
AA = "\u0e32"
E = "\u0e40"
AE = "\u0e41"
MAI_EK, MAI_THO = "\u0e48", "\u0e49"
II, U = "\u0e35", "\u0e38"
KARAN = "\u0e4c"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("น" + NIKHAHIT + AA, "น" + AM),
        ("น" + NIKHAHIT + MAI_THO + AA, "น" + MAI_THO + AM),
        ("น" + MAI_THO + NIKHAHIT + AA, "น" + MAI_THO + AM),
        ("น" + AM + MAI_THO, "น" + MAI_THO + AM),
        ("น" + NIKHAHIT + AA + MAI_THO, "น" + MAI_THO + AM),
        (E + E + "ม" + MAI_EK, AE + "ม" + MAI_EK),
        ("ท" + MAI_EK + II, "ท" + II + MAI_EK),
        ("ก" + MAI_EK + U, "ก" + U + MAI_EK),
        ("ธ" + KARAN + "\u0e34", "ธ\u0e34" + KARAN),
        ("ท" + II + II + MAI_EK, "ท" + II + MAI_EK),
        ("ท" + II + MAI_EK + II + MAI_EK, "ท" + II + MAI_EK),
        ("ก" + MAI_EK * 10_000, "ก" + MAI_EK),
    ],
)
def test_marks_are_put_as_they_should_have_been_typed(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


def test_different_tones_on_one_letter_stay_for_the_user_to_see() -> None:
    assert normalise("ก" + MAI_EK + MAI_THO) == "ก" + MAI_EK + MAI_THO


def test_one_mark_on_each_of_two_letters_is_no_duplicate() -> None:
    assert normalise("ที่นี่") == "ที่นี่"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"])
def test_every_line_end_becomes_one(end: str) -> None:
    assert normalise(f"ก{end}ข") == "ก\nข"


@pytest.mark.parametrize("space", ["\t", "\u00a0", "\u2003", "\u202f", "\u3000"])
def test_odd_spaces_become_plain(space: str) -> None:
    assert normalise(f"ก{space}ข") == "ก ข"


@pytest.mark.parametrize(
    "character",
    list(
        "\x00\x1b\x7f\x9b\xad\u200b\u200e\u200f\u061c\u202a\u202e\u2060\u2066\u2069\ufeff\ud800\udfff"
    ),
)
def test_what_nobody_sees_is_dropped(character: str) -> None:
    assert normalise(f"ก{character}ข") == "กข"


def test_marks_that_meet_when_the_invisible_goes_are_repaired() -> None:
    assert normalise("น" + NIKHAHIT + "\u200b" + AA) == "น" + AM
    assert normalise(E + "\u200b" + E + "ก") == AE + "ก"


def test_spaces_at_line_ends_go_and_others_stay() -> None:
    assert normalise("  ก  ข  \n ค \n") == "  ก  ข\n ค\n"


@pytest.mark.parametrize(
    "text",
    ["<b>&amp;</b> {} %s", "\U0001f468\u200d\U0001f469", "漢字", "e\u0301", "ฯลฯ ๆ ๕ กตัญญู ก็ สิทธิ์"],
)
def test_everything_else_stays(text: str) -> None:
    assert normalise(text) == text


def test_clean_text_comes_back_as_it_is() -> None:
    text = "รายงานผลการดำเนินงานที่เว็บไซต์ www.x.go.th ภายในน้ำ\nบรรทัดที่สอง"
    assert normalise(text) is text


mark_heavy = st.text(
    st.sampled_from(
        f"\u0e31\u0e34{U}{MAI_EK}{MAI_THO}{KARAN}{NIKHAHIT}{AA}{AM}{E}ก \n\r\t\u200b\ud800"
    ),
    max_size=12,
)


@given(mark_heavy | texts)
def test_once_is_enough(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(texts)
def test_letters_and_digits_are_never_lost(text: str) -> None:
    consonants = [c for c in text if "ก" <= c <= "ฮ" or (c.isascii() and c.isalnum())]
    kept = [c for c in normalise(text) if "ก" <= c <= "ฮ" or (c.isascii() and c.isalnum())]
    assert kept == consonants


@pytest.mark.parametrize(
    ("copied", "meant"),
    [
        ("ท" + II + " " + MAI_EK, "ท" + II + MAI_EK),
        ("ก " + II + "ฬา", "ก" + II + "ฬา"),
        ("ท ำงาน", "ทำงาน"),
        ("น " + NIKHAHIT + AA, "น" + AM),
        ("คณ ะ", "คณะ"),
        ("ก ารงาน", "การงาน"),
        ("แ ผน", "แผน"),
        ("เ \nปิด", "เปิด"),
        ("ผู\n้แทน", "ผู้แทน"),
        ("ก   ข", "ก ข"),
        ("  ก\n  ข", "ก\nข"),
        ("เผยแพร่ข้อมูลและ\nรายงาน", "เผยแพร่ข้อมูลและรายงาน"),
        ("เผยแพร่ข้อมูล \nและรายงาน", "เผยแพร่ข้อมูล และรายงาน"),
        ("ผ่านระบบ (\nITAS\n) แล้ว", "ผ่านระบบ (ITAS) แล้ว"),
        ("ข้อมูลข่าวสารและ\nWebsite", "ข้อมูลข่าวสารและ Website"),
    ],
)
def test_pasted_text_is_mended_where_it_is_certain(copied: str, meant: str) -> None:
    assert clean_pasted(copied) == meant


@pytest.mark.parametrize(
    "text",
    [
        "มาตรการเผยแพร่ข้อมูล\nมาตรการป้องกันการรับสินบน",
        "บันทึกข้อความ\nเรื่อง รายงาน",
        "-รอบแรก\n-รอบสอง",
        "ก\n\nและ",
        "งานกฎหมาย และ คดี",
        "โทรศัพท์ ๐ ๒๑๒๓ ๔๕๖๗",
    ],
)
def test_pasted_text_is_left_where_it_is_not_certain(text: str) -> None:
    assert clean_pasted(text) == text


@given(mark_heavy | texts)
def test_pasted_text_comes_out_normal(text: str) -> None:
    cleaned = clean_pasted(text)
    assert normalise(cleaned) == cleaned
    assert "  " not in cleaned
