"""Places to sign: what stands where in a block, and blocks that never part."""

from __future__ import annotations

import pytest
from tests.typesetting.making import (
    CLOSING,
    baselines,
    check_margins,
    document,
    forced,
    is_body,
    is_continuation,
    row,
    sentences,
    set_pages,
    signatory,
    table,
    texts,
)

from ita_desktop.papers.document import Paragraph, Signature
from ita_desktop.papers.page_form import MEMO_FORM
from ita_desktop.typesetting.pages import Page, Text

BODY = Paragraph(sentences(3))


def block(signature: Signature) -> list[Text]:
    """The lines of a signature on a page of its own closing."""
    (page,) = set_pages(document(BODY, CLOSING, signature))
    said = [t.run.text for t in texts(page)]
    return texts(page)[said.index(CLOSING.text) + 1 :]


def centre(text: Text) -> float:
    return text.x + text.run.width / 2


def test_name_and_positions_are_centred_on_one_axis_right_of_the_middle() -> None:
    label, name, *positions = block(Signature("นายอารี มีสุข", ("ปลัดเทศบาล ปฏิบัติหน้าที่", "นายกเทศมนตรี")))

    assert label.run.text == "(ลงชื่อ)"
    assert name.run.text == "(นายอารี มีสุข)"
    assert {round(centre(t), 2) for t in (name, *positions)} == {round(MEMO_FORM.ending.axis, 2)}
    assert MEMO_FORM.ending.axis > MEMO_FORM.width / 2
    assert [t.y for t in positions] == pytest.approx([name.y + 20.8, name.y + 41.6])


def test_three_lines_are_left_for_the_pen() -> None:
    (page,) = set_pages(document(BODY, CLOSING, signatory(1)))

    closing, name = [t.y for t in texts(page) if t.run.text in (CLOSING.text, "(ผู้ลงนาม1)")]
    assert name - closing == pytest.approx(4 * 20.8 + 6)


def test_the_rank_stands_at_the_label_outside_the_brackets() -> None:
    label, name, _ = block(Signature("ธนา ใจดี", ("ปลัด",), rank="ว่าที่ ร.ต."))

    assert label.run.text == "(ลงชื่อ) ว่าที่ ร.ต."
    assert name.run.text == "(ธนา ใจดี)"
    assert label.x + label.run.width < MEMO_FORM.ending.axis


def test_no_name_leaves_dots_in_brackets() -> None:
    _, name, _ = block(Signature("", ("ปลัด",)))

    assert set(name.run.text) == {"(", ".", ")"}


def test_an_opinion_has_its_heading_and_two_lines_to_write_on() -> None:
    heading, first, second, label, *_ = block(signatory(1, opinion=True))

    assert heading.run.text == "ความเห็น1"
    assert "Bold" in heading.run.font.path.stem
    assert heading.x == first.x == second.x == MEMO_FORM.left
    for dots in (first, second):
        assert set(dots.run.text) == {"."}
        assert dots.run.width == pytest.approx(MEMO_FORM.text_width, abs=6)
    assert second.y - first.y == pytest.approx(MEMO_FORM.ending.opinion_pitch)
    assert label.y - second.y == pytest.approx(3 * 20.8)


def test_long_names_positions_and_ranks_stay_inside_and_whole() -> None:
    long = signatory(1)._replace(
        name=sentences(4),
        positions=(sentences(5),),
        rank=sentences(6),
        opinion_heading=sentences(4),
    )

    pages = set_pages(document(BODY, CLOSING, long))

    check_margins(pages)
    said = "".join(t.run.text for page in pages for t in texts(page)).replace(" ", "")
    for text in (long.name, *long.positions, long.rank, long.opinion_heading):
        assert text.replace(" ", "") in said


def on_pages(pages: list[Page], word: str) -> list[int]:
    return [n for n, page in enumerate(pages) for t in texts(page) if word in t.run.text]


@pytest.mark.parametrize("lines", range(12, 34))
def test_signatures_that_do_not_fit_take_text_with_them(lines: int) -> None:
    pages = set_pages(document(Paragraph(forced(lines)), CLOSING, signatory(1), signatory(2)))

    assert set(on_pages(pages, "ผู้ลงนาม")) == {len(pages) - 1}
    body = [t for t in texts(pages[-1]) if is_body(t)]
    assert len(baselines(body)) >= 2


@pytest.mark.parametrize("lines", range(4, 48, 2))
def test_a_table_too_sends_its_end_with_the_signatures(lines: int) -> None:
    made = document(BODY, table(row("ก", 5), row("ข", lines)), CLOSING, signatory(1, opinion=True))

    pages = set_pages(made)

    assert set(on_pages(pages, "ผู้ลงนาม")) == {len(pages) - 1}
    assert len(baselines(t for t in texts(pages[-1]) if is_body(t))) >= 2
    check_margins(pages)


def test_an_end_that_fits_is_not_moved() -> None:
    pages = set_pages(document(BODY, CLOSING, signatory(1), signatory(2)))

    assert len(pages) == 1


def test_many_signatures_share_a_page_with_a_line_less_for_the_pen() -> None:
    signed = [signatory(n, opinion=True) for n in range(4)]

    pages = set_pages(document(Paragraph(forced(9)), CLOSING, *signed))

    last = pages[-1]
    assert set(on_pages(pages, "ผู้ลงนาม")) == {len(pages) - 1}
    assert len(baselines(t for t in texts(last) if is_body(t))) >= 2
    dots = [t.y for t in texts(last) if t.run.text.startswith("....")]
    labels = [t.y for t in texts(last) if t.run.text.startswith("(ลงชื่อ)")]
    gaps = [label - above for label, above in zip(labels, dots[1::2], strict=True)]
    assert gaps == pytest.approx([2 * MEMO_FORM.pitch] * 4)
    check_margins(pages)


def test_signatures_of_more_than_a_page_part_between_blocks() -> None:
    signed = [signatory(n, opinion=True, positions=2) for n in range(6)]

    pages = set_pages(document(BODY, CLOSING, *signed))

    check_margins(pages)
    for n in range(6):
        found = {*on_pages(pages, f"ผู้ลงนาม{n}"), *on_pages(pages, f"ตำแหน่ง{n}.")}
        found |= {*on_pages(pages, f"ความเห็น{n}")} - {
            k for k, page in enumerate(pages) for t in texts(page) if is_continuation(t)
        }
        assert len(found) == 1
