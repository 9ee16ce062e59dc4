"""Every piece of a page knows its element of the document, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tests.typesetting.making import (
    CLOSING,
    cell,
    document,
    forced,
    row,
    set_pages,
    signatory,
    table,
    texts,
)
from tests.writers.net import CASES

from ita_desktop.papers.document import (
    Annex,
    Document,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Signature,
    Table,
    TableColumn,
    TableRow,
)
from ita_desktop.services.annexes import annex_of
from ita_desktop.typesetting.elements import CellPlace, Element, Role
from ita_desktop.typesetting.pages import Page, Path, Text

MADE = document(
    Paragraph("ย่อหน้าแรก"),
    ItemList((ListItem("ก", "-"), ListItem("ข", "๒."), ListItem("ค"))),
    Heading("หัวข้อ"),
    table(row("แถวแรก", cell(("-", "จุด"), "ต่อ")), row("แถวสอง", 2)),
    CLOSING,
    signatory(1),
    signatory(2, opinion=True),
)


def elements(pages: list[Page]) -> dict[str, Element]:
    return {t.run.text.strip(): t.element for page in pages for t in texts(page)}


def test_head_body_lists_and_signatures() -> None:
    found = elements(set_pages(MADE))

    assert found["บันทึกข้อความ"] == Element(Role.TITLE)
    assert found["รายงานผล"] == Element(Role.HEAD_VALUE, part=3)
    assert found["เรียน"] == Element(Role.HEAD_LABEL, part=4)
    assert found["ย่อหน้าแรก"] == Element(Role.PARAGRAPH, 1)
    assert found["ก"] == Element(Role.LIST_BODY, 2, 0)
    assert found["๒."] == Element(Role.LIST_LABEL, 2, 1)
    assert found["ค"] == Element(Role.LIST_BODY, 2, 2)
    assert found["หัวข้อ"] == Element(Role.HEADING, 3, level=1)
    assert found["จึงเรียนมาเพื่อโปรดทราบ"] == Element(Role.PARAGRAPH, 5)
    assert found["(ผู้ลงนาม1)"] == Element(Role.SIGNATURE, 6, 1)
    assert found["ความเห็น2"] == Element(Role.HEADING, 7, level=1)
    assert found["ตำแหน่ง2.0"] == Element(Role.SIGNATURE, 7, 2)


def test_cells_know_row_column_and_item() -> None:
    found = elements(set_pages(MADE))

    assert found["รายละเอียด"] == Element(Role.CELL, 4, cell=CellPlace(0, 1, True))
    assert found["แถวแรก"] == Element(Role.CELL, 4, cell=CellPlace(1, 0))
    assert found["-"].role is Role.LIST_LABEL
    assert found["จุด"] == Element(Role.LIST_BODY, 4, 0, cell=CellPlace(1, 1))
    assert found["ต่อ"] == Element(Role.CELL, 4, 1, cell=CellPlace(1, 1))
    assert found["บรรทัด"] == Element(Role.CELL, 4, 0, cell=CellPlace(2, 1))


def test_a_head_cell_over_others_has_its_spans() -> None:
    columns = (
        TableColumn("หนึ่ง", maximum=0.5),
        TableColumn("สอง", group="รวม", maximum=0.5),
        TableColumn("สาม", group="รวม", maximum=0.5),
    )
    lines = (TableRow((cell("ก"), cell("ข"), cell("ค")), key="ก"),)
    found = elements(set_pages(document(Table("ตาราง", columns, lines), CLOSING)))

    assert found["หนึ่ง"].cell == CellPlace(0, 0, True, row_span=2)
    assert found["รวม"].cell == CellPlace(0, 1, True, column_span=2)
    assert found["สาม"].cell == CellPlace(1, 2, True)
    assert found["ก"].cell == CellPlace(2, 0)


def test_what_is_repeated_or_outside_the_text_is_ornament() -> None:
    made = document(table(row("ชื่อ", 60)), Paragraph(forced(70)), CLOSING)
    first, second, *_ = set_pages(made, repeat_names=True)

    def roles(page: Page, said: str) -> list[Role]:
        return [t.element.role for t in texts(page) if t.run.text.strip() == said]

    assert roles(first, "รายละเอียด") == [Role.CELL]
    assert roles(second, "รายละเอียด") == [Role.ORNAMENT]
    assert roles(first, "ชื่อ") == [Role.CELL]
    assert roles(second, "ชื่อ") == [Role.ORNAMENT]
    assert roles(second, "- ๒ -") == [Role.ORNAMENT]
    assert [t.element.role for t in texts(first) if t.run.text.startswith("/")] == [Role.ORNAMENT]


def test_a_chart_is_a_figure_told_in_words() -> None:
    annex: Annex = annex_of(CASES["annex"].case)
    made: Document = MADE._replace(annexes=(annex,))
    pages = set_pages(made)
    figures = [
        item.element
        for page in pages
        for item in page.items
        if isinstance(item, Text | Path) and item.element.role is Role.FIGURE
    ]

    charts = {element.block: element for element in figures}
    first = 1 + len(MADE.blocks)
    assert [annex.blocks[block - first - 1].title for block in charts] == [
        element.alternative.partition(":")[0] for element in charts.values()
    ]
    assert all("๖๒.๒๕" in element.alternative for element in charts.values())


def test_blocks_come_in_reading_order() -> None:
    """Ornament aside, no piece stands after one of a later element."""
    order = [
        t.element.block
        for page in set_pages(MADE)
        for t in texts(page)
        if t.element.role is not Role.ORNAMENT
    ]
    assert all(one <= other for one, other in pairwise(order))
    assert set(order) == set(range(len(MADE.blocks) + 1))


def strings(value: object) -> Iterator[str]:
    """Every text of a document, and what its signatures print of theirs."""
    if isinstance(value, str):
        yield value
    if isinstance(value, Signature):
        yield from (value.label_line, value.name_line)
    if isinstance(value, tuple):
        for part in value:
            yield from strings(part)


def test_every_text_that_is_printed_stands_in_the_document() -> None:
    known = "\n".join(strings(MADE))

    for page in set_pages(MADE):
        for text in texts(page):
            if set(text.run.text) == {"."}:
                assert text.element.role is Role.ORNAMENT
            else:
                assert text.run.source in known
