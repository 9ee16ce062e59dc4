"""Documents to pages: an end that never stands alone, page numbers, continuation words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.typesetting.making import (
    BOTTOM_EDGE,
    CLOSING,
    LINE,
    RIGHT_EDGE,
    baselines,
    check_continuation,
    check_head_rows,
    check_margins,
    check_no_overlap,
    check_page_numbers,
    document,
    forced,
    is_body,
    is_continuation,
    is_page_number,
    row,
    sentences,
    set_pages,
    signatory,
    table,
    texts,
)

from ita_desktop.papers.document import (
    Block,
    Document,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Signature,
)
from ita_desktop.papers.page_form import CM, MEMO_FORM
from ita_desktop.papers.wording import memo_head
from ita_desktop.typesetting.pages import Page

FULL_PAGE = MEMO_FORM.height - MEMO_FORM.bottom - MEMO_FORM.top

paragraphs = st.builds(
    Paragraph,
    text=st.integers(1, 40).map(forced) | st.integers(1, 12).map(sentences),
    closing=st.just(False),
)
lists = st.lists(
    st.builds(ListItem, text=st.integers(1, 4).map(sentences), mark=st.sampled_from(["", "-"])),
    min_size=1,
    max_size=5,
).map(lambda items: ItemList(tuple(items)))
one_table = st.lists(
    st.builds(lambda a, b: row("ข้อ", a, b), st.integers(1, 50), st.integers(0, 20)),
    min_size=1,
    max_size=4,
).map(lambda rows: table(*rows))
bodies = st.tuples(
    paragraphs,
    st.lists(paragraphs | lists | paragraphs.map(lambda p: Heading("หัวข้อ")), max_size=3),
    st.lists(one_table, max_size=1),
    st.lists(paragraphs | lists, max_size=1),
).map(lambda parts: (parts[0], *parts[1], *parts[2], *parts[3]))
closings = st.lists(
    st.integers(1, 6).map(lambda n: Paragraph(forced(n), closing=True)), min_size=1, max_size=2
)
signatures = st.lists(st.tuples(st.booleans(), st.integers(0, 3)), max_size=6).map(
    lambda found: [
        signatory(number, opinion=opinion, positions=positions)
        for number, (opinion, positions) in enumerate(found)
    ]
)


def height(signature: Signature) -> float:
    """What a signature takes, by the form's rules."""
    lines = 3 + 1 + len(signature.positions)
    opinion = (
        MEMO_FORM.pitch + 2 * MEMO_FORM.ending.opinion_pitch if signature.opinion_heading else 0
    )
    return MEMO_FORM.paragraph_space + opinion + lines * MEMO_FORM.pitch


def pages_of(pages: list[Page], number: int, signature: Signature) -> set[int]:
    """The pages on which lines of a signature stand."""
    said = {f"({signature.name})", *signature.positions, signature.opinion_heading} - {""}
    found = [n for n, page in enumerate(pages) for t in texts(page) if t.run.text in said]
    assert len(found) == len(said)
    return set(found)


def check_signatures(pages: list[Page], made: Document) -> None:
    signed = [block for block in made.blocks if isinstance(block, Signature)]
    where = [pages_of(pages, number, one) for number, one in enumerate(signed)]
    assert all(len(found) == 1 for found in where)
    if not signed:
        return
    last = pages[-1]
    room = sum(map(height, signed)) + 4 * MEMO_FORM.pitch + 2 * MEMO_FORM.paragraph_space
    closing = sum(
        MEMO_FORM.paragraph_space + MEMO_FORM.pitch * len(block.text.split("\n"))
        for block in made.blocks
        if isinstance(block, Paragraph) and block.closing
    )
    if room + closing <= FULL_PAGE:
        assert set.union(*where) == {len(pages) - 1}
        lines = [t for t in texts(last) if is_body(t)]
        assert len(baselines(lines)) >= 2


# --- any document ---------------------------------------------------------------------------


@given(body=bodies, closing=closings, signed=signatures, continuation=st.booleans())
def test_the_end_of_any_memo_holds_together(
    body: tuple[Block, ...],
    closing: list[Paragraph],
    signed: list[Signature],
    continuation: bool,
) -> None:
    made = document(*body, *closing, *signed)

    pages = set_pages(made, continuation_words=continuation)

    check_margins(pages)
    check_no_overlap(pages)
    check_page_numbers(pages)
    check_continuation(pages, wanted=continuation)
    check_head_rows(pages)
    check_signatures(pages, made)


@given(lines=st.integers(1, 70), signed=signatures)
def test_the_end_of_a_memo_of_one_paragraph_holds_together(
    lines: int, signed: list[Signature]
) -> None:
    made = document(Paragraph(forced(lines)), CLOSING, *signed)

    pages = set_pages(made)

    check_margins(pages)
    check_signatures(pages, made)


@given(lines=st.lists(st.integers(1, 60), min_size=1, max_size=3), signed=signatures)
def test_a_closing_of_any_length_breaks_over_pages(
    lines: list[int], signed: list[Signature]
) -> None:
    closing = [Paragraph(forced(n), closing=True) for n in lines]
    made = document(Paragraph(sentences(2)), *closing, *signed)

    pages = set_pages(made)

    check_margins(pages)
    said = "".join(t.run.text for p in pages for t in texts(p) if t.run.text == "บรรทัด")
    assert said == "บรรทัด" * sum(lines)
    check_signatures(pages, made)


@given(lines=st.integers(2, 100))
def test_a_paragraph_leaves_and_sends_no_line_alone(lines: int) -> None:
    pages = set_pages(document(Paragraph(forced(lines)), Paragraph(sentences(20)), CLOSING))

    counts = [sum(t.run.text == "บรรทัด" for t in texts(page)) for page in pages]
    assert sum(counts) == lines
    assert 1 not in counts


def test_a_heading_is_never_last_on_a_page() -> None:
    for before in range(15, 34):
        pages = set_pages(
            document(Paragraph(forced(before)), Heading("หัวข้อ"), Paragraph(forced(5)), CLOSING)
        )
        for page in pages:
            said = [t.run.text for t in texts(page) if is_body(t)]
            assert said[-1] != "หัวข้อ"


def test_signatures_that_go_on_leave_the_line_that_says_so_free() -> None:
    closing = [Paragraph(LINE, closing=True)] * 2
    heights = [signatory(n, positions=p) for n, p in enumerate((0, 1, 3, 3))]
    for before in range(1, 9):
        made = document(Paragraph(forced(before)), *closing, *heights, signatory(9, opinion=True))
        check_continuation(set_pages(made))


def test_no_page_is_left_half_empty_without_need() -> None:
    made = document(*[Paragraph(sentences(3)) for _ in range(60)], CLOSING, signatory(1))

    pages = set_pages(made)

    for page in pages[:-1]:
        lowest = max(t.y for t in texts(page) if is_body(t))
        assert lowest > BOTTOM_EDGE - 5 * MEMO_FORM.pitch


# --- how the text stands --------------------------------------------------------------------


def test_paragraphs_are_indented_and_spread_lists_hang() -> None:
    (page,) = set_pages(
        document(
            Paragraph(sentences(6)),
            ItemList((ListItem(sentences(3), "-"), ListItem("สั้น", "๑๐."))),
            CLOSING,
        )
    )

    body = [t for t in texts(page) if t.y > 210 and is_body(t)]
    first, second = body[0], body[1]
    assert first.x == pytest.approx(MEMO_FORM.left + 2.5 * CM)
    assert second.x == MEMO_FORM.left
    assert second.y - first.y == pytest.approx(20.8)
    assert first.x + first.run.width == pytest.approx(RIGHT_EDGE, abs=0.5)
    assert second.x + second.run.width == pytest.approx(RIGHT_EDGE, abs=0.5)
    marks = [t for t in body if t.run.text in ("-", "๑๐.")]
    hanging = {round(t.x, 2) for t in body[body.index(marks[0]) :] if t not in marks} - {
        round(MEMO_FORM.left + 2.5 * CM, 2)
    }
    assert {round(t.x, 2) for t in marks} == {round(MEMO_FORM.left + 2.5 * CM, 2)}
    assert len(hanging) == 1
    assert hanging.pop() >= max(t.x + t.run.width for t in marks)


def test_a_line_break_in_a_paragraph_begins_a_paragraph() -> None:
    (page,) = set_pages(document(Paragraph("ก\nข"), CLOSING))

    assert [t.x for t in texts(page) if t.run.text in ("ก", "ข")] == [
        MEMO_FORM.left + MEMO_FORM.first_line_indent
    ] * 2


def test_paragraphs_stand_six_points_apart() -> None:
    (page,) = set_pages(document(Paragraph("ก"), Paragraph("ข"), CLOSING))

    first, second = [t.y for t in texts(page) if t.run.text in ("ก", "ข")]
    assert second - first == pytest.approx(26.8)


# --- page numbers and continuation words ----------------------------------------------------


def test_a_memo_of_one_page_has_neither() -> None:
    (page,) = set_pages(document(Paragraph("ก"), CLOSING, signatory(1)))

    assert [t for t in texts(page) if is_page_number(t) or is_continuation(t)] == []


def test_pages_are_numbered_in_thai_from_the_second() -> None:
    pages = set_pages(document(*[Paragraph(forced(30)) for _ in range(12)], CLOSING))

    assert len(pages) >= 10
    check_page_numbers(pages)
    (number,) = [t for t in texts(pages[9]) if is_page_number(t)]
    assert number.run.text.strip() == "- ๑๐ -"
    assert number.run.size == 16
    # what is seen stands in the middle of the text
    shown = MEMO_FORM.text_width / 2 + MEMO_FORM.left
    assert number.x + number.run.width / 2 == pytest.approx(shown, abs=2)


def test_the_continuation_word_is_the_next_pages_first() -> None:
    pages = set_pages(document(*[Paragraph(sentences(40)) for _ in range(6)], CLOSING))

    assert len(pages) >= 3
    for page, following in pairwise(pages):
        (word,) = [t.run.text for t in texts(page) if is_continuation(t)]
        (first, *_) = [t.run.text for t in texts(following) if is_body(t)]
        assert first.startswith(word[1:-3])
        assert len(word) > 4


def test_the_continuation_word_of_a_list_has_its_mark() -> None:
    items = tuple([ListItem(sentences(1), f"{n}.") for n in range(60)])
    pages = set_pages(document(Paragraph("ก"), ItemList(items), CLOSING))

    (word,) = [t.run.text for t in texts(pages[0]) if is_continuation(t)]
    mark, first = [t.run.text for t in texts(pages[1]) if is_body(t)][:2]
    assert word.startswith(f"/{mark} ")
    assert first.startswith(word.removeprefix(f"/{mark} ")[:-3])


def test_without_continuation_words_their_line_is_used() -> None:
    made = document(*[Paragraph(forced(33)) for _ in range(3)], CLOSING)

    with_words = set_pages(made)
    without = set_pages(made, continuation_words=False)

    check_continuation(without, wanted=False)
    lowest = [max(t.y for t in texts(p[1]) if is_body(t)) for p in (with_words, without)]
    assert lowest[1] == pytest.approx(lowest[0] + MEMO_FORM.pitch)


def test_a_long_continuation_word_is_cut() -> None:
    name = sentences(9)
    pages = set_pages(document(table(row(name, 70)), CLOSING))

    (word,) = [t for t in texts(pages[0]) if is_continuation(t)]

    assert word.run.width <= MEMO_FORM.continuation_width
    assert name.startswith(word.run.text[1:-3])


# --- the head -------------------------------------------------------------------------------


@given(
    division=st.integers(0, 4).map(sentences),
    number=st.integers(0, 2).map(sentences),
    date=st.integers(0, 2).map(sentences),
    subject=st.integers(0, 9).map(sentences),
    recipient=st.integers(0, 4).map(sentences),
)
def test_a_head_of_any_length_stands_in_its_place(
    division: str, number: str, date: str, subject: str, recipient: str
) -> None:
    head = memo_head(
        division=division, number=number, date=date, subject=subject, recipient=recipient
    )
    made = document(Paragraph("ย่อหน้า"), CLOSING, signatory(1), head=head)

    pages = set_pages(made)

    check_margins(pages)
    check_no_overlap(pages)
    said = "".join(t.run.text for t in texts(pages[0]))
    order = ("บันทึกข้อความ", "ส่วนราชการ", division, "ที่", number, "วันที่", date)
    at = 0
    for text in (*order, "เรื่อง", subject, "เรียน", recipient):
        at = said.index(text, at) + len(text)
    tall = [t for t in texts(pages[0]) if t.y < 250]
    lines = baselines(tall)
    assert all(b - a > 15 for a, b in pairwise(lines))


def test_a_page_that_cannot_be_saved_keeps_its_signatures() -> None:
    """The end was tried with less room for the pens, in vain, and then not set again."""
    tall = table(row("ข้อ", 1, 3), row("ข้อ", 1, 0), row("ข้อ", 1, 3), row("ข้อ", 37, 0))
    items = ItemList((ListItem(sentences(2)),) * 3)
    signed = [signatory(n, opinion=True, positions=p) for n, p in enumerate((0, 3, 3))]
    made = document(Paragraph(forced(18)), items, tall, CLOSING, *signed)

    check_signatures(set_pages(made, continuation_words=False), made)
