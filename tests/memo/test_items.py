"""Lists as typed: marks are found, kept and never doubled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import thai_letters

from ita_desktop.memo.document import ListItem
from ita_desktop.memo.items import bullets, lines, numbered


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("-รอบแรก", ListItem("รอบแรก", "-")),
        ("– รอบแรก", ListItem("รอบแรก", "-")),
        ("• รอบแรก", ListItem("รอบแรก", "-")),
        ("๑. แต่งตั้ง", ListItem("แต่งตั้ง", "๑.")),
        ("2.แต่งตั้ง", ListItem("แต่งตั้ง", "2.")),
        ("(๓) แต่งตั้ง", ListItem("แต่งตั้ง", "(๓)")),
        ("๔) แต่งตั้ง", ListItem("แต่งตั้ง", "๔)")),
        ("1.1 แต่งตั้ง", ListItem("แต่งตั้ง", "1.1")),
        ("๕.Website", ListItem("Website", "๕.")),
    ],
)
def test_a_mark_is_told_from_its_text(line: str, item: ListItem) -> None:
    assert lines(line) == (item,)


@pytest.mark.parametrize(
    "line",
    ["-", "--- จบ", "1.5 ล้านบาท", "๑๓.๑๕ น. ประชุม", "2566 เป็นต้นไป", "1.pdf", "รอบ - ๖", "(ก) ข้อ"],
)
def test_what_only_looks_like_a_mark_is_text(line: str) -> None:
    assert lines(line) == (ListItem(line),)


def test_lines_without_text_are_no_items() -> None:
    assert lines("") == ()
    assert lines("ก\n\n  \nข") == (ListItem("ก"), ListItem("ข"))


def test_marks_are_given_where_none_was_typed() -> None:
    assert bullets(("ก", "-ข")) == (ListItem("ก", "-"), ListItem("ข", "-"))
    assert numbered(("ก", "ข")) == (ListItem("ก", "๑."), ListItem("ข", "๒."))


def test_typed_numbers_are_not_doubled() -> None:
    assert numbered(("๑. ก", "ข", "- ค")) == (
        ListItem("ก", "๑."),
        ListItem("ข", "๒."),
        ListItem("ค", "-"),
    )


def test_a_list_pasted_into_one_entry_becomes_a_list() -> None:
    assert numbered(("๑. ก\n๒. ข\nต่อ",)) == (ListItem("ก", "๑."), ListItem("ข\nต่อ", "๒."))


def test_a_second_line_goes_on_under_the_first() -> None:
    assert bullets(("ก\nข",)) == (ListItem("ก\nข", "-"),)


@given(st.lists(thai_letters, max_size=4))
def test_no_letter_is_lost_and_no_item_is_empty(typed: list[str]) -> None:
    text = "\n".join(typed)
    items = lines(text)
    assert all(item.text.strip() for item in items)
    assert "".join("".join((i.mark + i.text).split()) for i in items) == "".join(text.split())
