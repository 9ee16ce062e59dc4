"""JSON text: what is let in, and that nothing changes on the way out and back."""

from __future__ import annotations

import codecs
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import any_letters, texts

from ita_desktop.exchange.json_text import Json, JsonTextError, format_json, parse_json

_LEAVES = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | texts
_DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=3)
trees: st.SearchStrategy[Json] = st.recursive(
    _LEAVES | _DECIMALS,
    lambda inner: st.lists(inner) | st.lists(st.tuples(any_letters, inner)).map(tuple),
    max_leaves=20,
)


@given(trees)
def test_a_tree_written_and_read_is_the_same_tree(tree: Json) -> None:
    data = format_json(tree)

    assert parse_json(data) == tree
    assert format_json(parse_json(data)) == data


@given(trees)
def test_what_is_written_is_json_to_others(tree: Json) -> None:
    json.loads(format_json(tree))


def test_the_layout_is_indented_literal_and_ends_with_a_newline() -> None:
    tree: Json = (("ชื่อ", "ก\n"), ("ว่าง", []), ("คะแนน", [Decimal("97.60"), Decimal("1E+2")]))

    assert format_json(tree).decode("utf-8") == (
        '{\n  "ชื่อ": "ก\\n",\n  "ว่าง": [],\n  "คะแนน": [\n    97.60,\n    100\n  ]\n}\n'
    )


def test_decimals_are_kept_to_the_last_place() -> None:
    assert parse_json(b"[0.10000000000000000001, 6.250]") == [
        Decimal("0.10000000000000000001"),
        Decimal("6.250"),
    ]


def test_duplicate_keys_stay_visible() -> None:
    assert parse_json(b'{"a": 1, "a": 2}') == (("a", 1), ("a", 2))


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_utf_8_is_read_with_and_without_a_mark(mark: bytes) -> None:
    assert parse_json(mark + '"ที่"'.encode()) == "ที่"


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"", "ว่างเปล่า"),
        (b" \n\t", "ว่างเปล่า"),
        (codecs.BOM_UTF8, "ว่างเปล่า"),
        ('"ที่"'.encode("cp874"), "UTF-8"),
        ('"ที่"'.encode("utf-16"), "UTF-16"),
        ('"ที่"'.encode("utf-16-le"), "UTF-16"),
        ('"ที่"'.encode("utf-16-be"), "UTF-16"),
        ('"ที่"'.encode("utf-32"), "UTF-16"),
        (b'"\xed\xa0\x80"', "UTF-8"),  # a surrogate in raw UTF-8
        (b"%PDF-1.7\n", "JSON"),
        (b"{'a': 1}", "JSON"),
        (b'{"a": 1,}', "JSON"),
        (b'{"a": 1} x', "JSON"),
        (b'"line\nfeed"', "JSON"),
        (b"[01]", "JSON"),
        (b"// no\n{}", "JSON"),
        (b"[" * 10_000, "ลึกเกินไป"),
        (b'{"a":' * 10_000, "ลึกเกินไป"),
        (b"[" * 100_000 + b"]" * 100_000, "ลึกเกินไป"),
    ],
)
def test_what_is_no_json_in_utf_8_is_refused(data: bytes, hint: str) -> None:
    with pytest.raises(JsonTextError, match=hint):
        parse_json(data)


def test_the_place_of_a_slip_is_named() -> None:
    with pytest.raises(JsonTextError, match="บรรทัด 2 ตัวอักษรที่ 6"):
        parse_json(b'{\n "a" 1}')


@pytest.mark.parametrize("digits", ["9" * 5_000, "1e999999999999999999999", "-" + "1" * 100_000])
def test_numbers_of_any_size_are_read_without_a_failure(digits: str) -> None:
    assert isinstance(parse_json(digits.encode()), Decimal)


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_is_left_to_the_reader_of_the_number(name: str) -> None:
    (value,) = parse_json(f"[{name}]".encode())  # type: ignore[misc, union-attr]

    assert isinstance(value, Decimal)
    assert not value.is_finite()
