"""An annex on pages: a fresh page after the signatures, charts whole, headings with them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.typesetting import making
from tests.writers import reading

from ita_desktop.papers.document import (
    Annex,
    Block,
    Cell,
    Chart,
    ChartKind,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Series,
    Signature,
    Table,
    TableColumn,
    TableRow,
)
from ita_desktop.papers.page_form import MEMO_FORM
from ita_desktop.typesetting.pages import Bookmark, Page, Path, Text

NAMES = tuple(f"ตัวชี้วัด {letter}" for letter in "กขคงจฉชซฌญ")
BARS = Chart(
    ChartKind.BARS,
    "ภาพแท่ง",
    NAMES,
    (Series("ปี ๒๕๖๗", tuple(map(Decimal, range(10, 110, 10)))),),
    Decimal(85),
    "เป้าหมาย ๘๕",
)
SIGNED = Signature("นายสมาน ใจงาม", ("หัวหน้าสำนักปลัด",))


def document(*blocks: Block) -> Document:
    made = making.document(Paragraph("เนื้อความ"), making.CLOSING, SIGNED)
    return made._replace(annexes=(Annex("ภาคผนวก\nคะแนน", blocks),))


def said(page: Page) -> list[str]:
    return [item.run.text.strip() for item in page.items if isinstance(item, Text)]


def paths(page: Page) -> list[Path]:
    return [item for item in page.items if isinstance(item, Path)]


def test_it_begins_on_a_fresh_page_without_being_announced() -> None:
    memo, annex = making.set_pages(document(Paragraph("เรื่องในภาคผนวก")))

    assert not any(text.startswith("/") for text in said(memo))
    assert "เรื่องในภาคผนวก" in said(annex)
    assert "- ๒ -" in said(annex)


def test_its_title_is_centred_line_by_line_and_a_bookmark() -> None:
    _, annex = making.set_pages(document(Paragraph("เรื่อง")))

    for name in ("ภาคผนวก", "คะแนน"):
        (text,) = [i for i in annex.items if isinstance(i, Text) and i.run.text == name]
        assert text.x + text.run.width / 2 == pytest.approx(
            MEMO_FORM.left + MEMO_FORM.text_width / 2
        )
    assert "ภาคผนวก" in [item.title for item in annex.items if isinstance(item, Bookmark)]


def test_a_memo_without_one_is_as_it_was() -> None:
    with_annex = making.set_pages(document(Paragraph("เรื่อง")))
    without = making.set_pages(document(Paragraph("เรื่อง"))._replace(annexes=()))

    assert [page.items for page in with_annex[:-1]] == [page.items for page in without]


def test_a_chart_that_does_not_fit_goes_whole_to_the_next_page_with_its_heading() -> None:
    blocks = (Paragraph(making.forced(18)), Heading("แผนภาพ"), BARS)
    pages = making.set_pages(document(*blocks))

    assert len(pages) == 3
    assert paths(pages[1]) == []
    assert said(pages[2])[0] == "แผนภาพ"
    assert any(text.startswith("/แผนภาพ") for text in said(pages[1]))
    assert len(paths(pages[2])) > len(NAMES)


def test_charts_stand_under_each_other_where_they_fit() -> None:
    _, annex = making.set_pages(document(Heading("หนึ่ง"), BARS, Heading("สอง"), BARS))
    bottom = making.BOTTOM_EDGE

    heads = [i.y for i in annex.items if isinstance(i, Text) and i.run.text in ("หนึ่ง", "สอง")]
    assert heads == sorted(heads)
    assert all(y <= bottom for path in paths(annex) for _, y in path.points)
    making.check_no_overlap([annex])


def test_text_after_a_chart_stands_under_it() -> None:
    _, annex = making.set_pages(document(BARS, Paragraph("ท้ายภาพ")))

    (after,) = [i for i in annex.items if isinstance(i, Text) and i.run.text == "ท้ายภาพ"]
    assert after.y > max(y for path in paths(annex) for _, y in path.points)


def test_what_is_drawn_is_in_the_file_with_its_colours() -> None:
    pdf = making.renderer().render(document(BARS)).pdf
    drawn = reading.contents(pdf)[-1]

    assert drawn.count(" f Q") >= len(NAMES)  # the bars
    assert "0.11 0.28 0.52 rg" in drawn
    assert "[2.4 1.8] 0 d" in drawn  # the line of the target
    assert "๖๐.๐๐" in reading.by_pdfium(pdf)[-1]


def test_all_ink_of_a_chart_is_inside_the_margins() -> None:
    pdf = making.renderer().render(document(BARS)).pdf

    found = reading.ink(pdf, 1, 0, 0, MEMO_FORM.width, MEMO_FORM.height)

    assert found is not None
    left, _, right, bottom = found
    assert left >= MEMO_FORM.left - 1
    assert right <= MEMO_FORM.left + MEMO_FORM.text_width + 1
    assert bottom <= making.BOTTOM_EDGE + 1


# --- what tables of scores need -----------------------------------------------

SCORES = (
    TableColumn("รายการ", minimum=0.4, maximum=0.7),
    TableColumn("คะแนน", minimum=0.15, maximum=0.3, numeric=True),
)


def scores(*rows: TableRow) -> Page:
    return making.set_pages(document(Table("คะแนน", SCORES, rows)))[-1]


def row(name: str, value: str, level: int = 0, *, strong: bool = False) -> TableRow:
    first = Cell((ListItem(name, "๑."),), level)
    return TableRow((first, Cell((ListItem(value),))), key=name, strong=strong)


def found(page: Page, text: str) -> Text:
    (item,) = [i for i in page.items if isinstance(i, Text) and i.run.text == text]
    return item


def test_numbers_end_at_the_right_edge_of_their_cell() -> None:
    page = scores(row("ก", "๕.๐๐"), row("ข", "๑๐๐.๐๐"))
    edge = making.edges(page)[-1] - MEMO_FORM.table.side

    for value in ("๕.๐๐", "๑๐๐.๐๐"):
        text = found(page, value)
        assert text.x + text.run.width == pytest.approx(edge, abs=0.01)


def test_a_level_stands_in_with_its_mark() -> None:
    page = scores(row("ก", "๑"), row("ข", "๒", 1), row("ค", "๓", 2))
    marks = [i.x for i in page.items if isinstance(i, Text) and i.run.text == "๑."]

    assert marks[1] - marks[0] == pytest.approx(MEMO_FORM.table.indent)
    assert marks[2] - marks[1] == pytest.approx(MEMO_FORM.table.indent)
    assert found(page, "ข").x - found(page, "ก").x == pytest.approx(MEMO_FORM.table.indent)


def test_a_strong_row_is_bold() -> None:
    page = scores(row("ก", "๑.๐๐"), row("รวม", "๒.๐๐", strong=True))

    plain, bold = found(page, "ก").run.font, found(page, "รวม").run.font
    assert bold == found(page, "๒.๐๐").run.font
    assert bold != plain
