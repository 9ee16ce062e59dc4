"""Lists as typed: marks are found, kept and never doubled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import thai_letters

from ita_desktop.papers.document import ListItem
from ita_desktop.thai.list_marks import bullets, lines, numbered


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


def marks(items: tuple[ListItem, ...]) -> list[str]:
    return [item.mark for item in items]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("1. ก้าวแรก\n2. ก้าวสอง", "ก้าวสาม"), ["1.", "2.", "๓."]),
        (("ก้าวแรก\n2. ก้าวสอง", "ก้าวสาม"), ["๑.", "2.", "๓."]),
        (("๓. สาม", "สี่"), ["๓.", "๔."]),
        (("๑. หนึ่ง", "๓. สาม", "สี่"), ["๑.", "๓.", "๔."]),
        (("(๑) หนึ่ง", "สอง"), ["(๑)", "(๒)"]),
        (("1) หนึ่ง", "สอง"), ["1)", "๒)"]),
        (("หนึ่ง", "- ย่อย", "สอง"), ["๑.", "-", "๒."]),
        (("99. หนึ่ง", "สอง"), ["99.", "๑๐๐."]),
    ],
)
def test_an_entry_goes_on_from_the_last_number(typed: tuple[str, ...], expected: list[str]) -> None:
    assert marks(numbered(typed)) == expected


@pytest.mark.parametrize(
    "nested",
    [
        "หนึ่ง\n(1) ย่อย\n(2) ย่อย",
        "๑. หนึ่ง\n(1) ย่อย\n(2) ย่อย",
        "หนึ่ง\n1.1 ย่อย\n1.2 ย่อย",
        "หนึ่ง\n1. ย่อย\n2. ย่อย\n3. ย่อย",
        "๑. หนึ่ง\n1. ย่อย\n2. ย่อย",
        "หนึ่ง\nก. ย่อย\nข. ย่อย",
    ],
)
def test_a_list_within_an_entry_does_not_move_the_numbers(nested: str) -> None:
    assert marks(numbered((nested, "สอง")))[-1] == "๒."


@pytest.mark.parametrize(
    ("first", "second"), [("ก. แต่ง", "ข. ประชุม"), ("ก) แต่ง", "ข) ประชุม"), ("(ก) แต่ง", "(ข)ประชุม")]
)
def test_letters_in_order_are_marks(first: str, second: str) -> None:
    mark = first.split()[0]
    items = (ListItem("แต่ง", mark), ListItem("ประชุม", mark.replace("ก", "ข")))

    assert lines(f"{first}\n{second}") == items
    assert bullets((first, second)) == items
    assert numbered((first, second)) == items
    assert numbered((f"{first}\n{second}",)) == items


def test_letters_go_on_over_what_stands_between_and_begin_anew() -> None:
    text = "๑. หนึ่ง\nก. เอ\nต่อ\nข. บี\n๒. สอง\nก. เอ\nข. บี\nค. ซี"

    assert marks(lines(text)) == ["๑.", "ก.", "", "ข.", "๒.", "ก.", "ข.", "ค."]


def test_the_letters_are_those_that_lists_use() -> None:
    typed = [f"{letter}. ข้อ" for letter in "กขคงจฉชซฌญ"]

    assert marks(lines("\n".join(typed))) == [f"{letter}." for letter in "กขคงจฉชซฌญ"]


def test_an_entry_after_letters_takes_the_next_letter() -> None:
    assert marks(numbered(("ก. หนึ่ง", "ข. สอง", "สาม"))) == ["ก.", "ข.", "ค."]


@pytest.mark.parametrize(
    "typed",
    [
        ("ก. แต่งตั้ง",),
        ("ข. แต่งตั้ง", "ค. ประชุม"),
        ("ก. แต่งตั้ง", "ค. ประชุม"),
        ("ก. แต่งตั้ง", "ข) ประชุม"),
        ("ก.พ. ๒๕๖๗", "ข. ประชุม"),
        ("ก.ค. ๒๕๖๗", "ค.ร.ม. เห็นชอบ"),
        ("ก.ล.ต. แจ้ง", "ข.ส.ม.ก. รับ"),
        ("น. ๑๐", "พ. ๑๑"),
        ("ก.", "ข."),
        ("ก.) เอ", "ข.) บี"),
        ("กข. เอ", "ขค. บี"),
    ],
)
def test_letters_that_run_in_no_order_are_text(typed: tuple[str, ...]) -> None:
    assert lines("\n".join(typed)) == tuple(map(ListItem, typed))
    assert bullets(typed) == tuple(ListItem(text, "-") for text in typed)


@given(st.lists(thai_letters, max_size=4))
def test_no_letter_is_lost_and_no_item_is_empty(typed: list[str]) -> None:
    text = "\n".join(typed)
    items = lines(text)
    assert all(item.text.strip() for item in items)
    assert "".join("".join((i.mark + i.text).split()) for i in items) == "".join(text.split())
