"""Thai digits: which change, which belong to Latin, and how scores print."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

from ita_desktop.thai.digits import (
    Digits,
    as_printed,
    thai_number,
    thai_score,
    to_thai_digits,
)

TO_ASCII = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("พ.ศ. 2566", "พ.ศ. ๒๕๖๖"),
        ("ข้อ 10.1 (3/2566)", "ข้อ ๑๐.๑ (๓/๒๕๖๖)"),
        ("โทร. 081-234-5678", "โทร. ๐๘๑-๒๓๔-๕๖๗๘"),
        ("08.30-16.30 น.", "๐๘.๓๐-๑๖.๓๐ น."),
        ("ร้อยละ 25% ของ 1,200 ราย", "ร้อยละ ๒๕% ของ ๑,๒๐๐ ราย"),
        ("อว0601", "อว๐๖๐๑"),
        ("ITA 2566", "ITA ๒๕๖๖"),
        ("EIT 85.21", "EIT ๘๕.๒๑"),
        ("ISO 9001", "ISO ๙๐๐๑"),
        ("มี๑๒ และ 34", "มี๑๒ และ ๓๔"),
    ],
)
def test_digits_in_thai_text_become_thai(typed: str, printed: str) -> None:
    assert to_thai_digits(typed) == printed


@pytest.mark.parametrize(
    "code",
    [
        "COVID-19",
        "COVID\u201319",
        "O42,O43",
        "IPv4",
        "v1.2.3",
        "a_1.pdf",
        "plan_-_2566.pdf",
        "2566.xlsx",
        "A4",
        "5G",
        "km/2",
        "É2",
        "www.x.go.th/p?id=3",
        "x.go.th/news/12?page=3#4",
        "https://x.go.th:8080/a(1).pdf",
        "https://x.go.th/แผน/2566/ข่าว-12",
        "65001@x.go.th",
        "a1@x-2.go.th",
    ],
)
def test_addresses_and_codes_keep_their_digits(code: str) -> None:
    assert to_thai_digits(code) == code
    assert to_thai_digits(f"ดู {code} ข้อ 7") == f"ดู {code} ข้อ ๗"


def test_an_address_ends_where_thai_prose_or_a_bracket_does() -> None:
    typed = "(www.x.go.th/p1)ข้อ2 และhttps://x.go.th/5เมื่อปี2566"
    assert to_thai_digits(typed) == "(www.x.go.th/p1)ข้อ๒ และhttps://x.go.th/5เมื่อปี๒๕๖๖"


def test_a_file_name_that_begins_in_thai_keeps_what_touches_latin() -> None:
    assert to_thai_digits("รายงาน2566.pdf ฉบับที่ 2") == "รายงาน2566.pdf ฉบับที่ ๒"


@given(texts)
def test_only_digits_change_and_only_once(text: str) -> None:
    printed = to_thai_digits(text)
    assert len(printed) == len(text)
    assert printed.translate(TO_ASCII) == text.translate(TO_ASCII)
    assert to_thai_digits(printed) == printed


@given(st.text(st.sampled_from("กขค ()0123456789.,/-–%:")))
def test_without_latin_no_ascii_digit_is_left(text: str) -> None:
    assert re.search("[0-9]", to_thai_digits(text)) is None


@given(st.from_regex(r"[A-Za-z]{1,5}([-._/]?[0-9]{1,4}){1,3}", fullmatch=True), texts)
def test_a_code_between_spaces_is_never_touched(code: str, text: str) -> None:
    assert f" {code} " in to_thai_digits(f"ก {code} {text}")


def test_the_setting_decides_for_the_users_texts() -> None:
    assert as_printed("ปี 2566", Digits.THAI) == "ปี ๒๕๖๖"
    assert as_printed("ปี 2566", Digits.AS_TYPED) == "ปี 2566"


def test_the_setting_has_the_names_of_the_command_line() -> None:
    assert Digits("thai") is Digits.THAI
    assert Digits("as-typed") is Digits.AS_TYPED


@pytest.mark.parametrize(
    ("score", "printed"),
    [
        ("6.25", "๖.๒๕"),
        ("100", "๑๐๐.๐๐"),
        ("0", "๐.๐๐"),
        ("87.5", "๘๗.๕๐"),
        ("0.005", "๐.๐๑"),
        ("62.345", "๖๒.๓๕"),
        ("62.3449", "๖๒.๓๔"),
        ("1E+1", "๑๐.๐๐"),
    ],
)
def test_scores_print_with_two_decimals_half_up(score: str, printed: str) -> None:
    assert thai_score(Decimal(score)) == printed


def test_numbers_and_labels() -> None:
    assert thai_number(2566) == "๒๕๖๖"
    assert thai_number("10.1") == "๑๐.๑"
