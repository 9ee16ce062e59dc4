"""Small documents to set, and what must hold of the pages of any document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ita_desktop.papers.document import (
    Block,
    Cell,
    Document,
    Head,
    ListItem,
    Paragraph,
    Signature,
    Table,
    TableColumn,
    TableRow,
)
from ita_desktop.papers.options import PaperOptions
from ita_desktop.papers.page_form import MEMO_FORM
from ita_desktop.papers.wording import memo_head
from ita_desktop.typesetting.pages import Leader, Page, Rule, Text
from ita_desktop.writers.render import PaperRenderer

HEAD = memo_head(
    division="สำนักปลัด อบต.ลานไผ่",
    number="พย ๗๐๑๐๑/.....",
    date="๕ เมษายน ๒๕๖๖",
    subject="รายงานผล",
    recipient="นายก อบต.ลานไผ่",
)
CLOSING = Paragraph("จึงเรียนมาเพื่อโปรดทราบ", closing=True)
SENTENCE = "ประชาชนทุกคนเข้าถึงข้อมูลของหน่วยงานได้โดยสะดวก "
LINE = "บรรทัดเดียว"
BOTTOM_EDGE = MEMO_FORM.height - MEMO_FORM.bottom
RIGHT_EDGE = MEMO_FORM.left + MEMO_FORM.text_width
COLUMNS = (
    TableColumn("เรื่อง", minimum=0.2, maximum=0.3),
    TableColumn("รายละเอียด", minimum=0.3, maximum=0.6),
    TableColumn("ผู้รับผิดชอบ", minimum=0.15, maximum=0.4),
)


@lru_cache(maxsize=1)
def renderer() -> PaperRenderer:
    """One renderer for all tests that do not test the renderer itself."""
    return PaperRenderer()


def document(*blocks: Block, head: Head = HEAD) -> Document:
    return Document("รายงานผล", "อบต.ลานไผ่", head, blocks)


def set_pages(
    made: Document,
    *,
    continuation_words: bool = True,
    repeat_names: bool = False,
) -> list[Page]:
    options = PaperOptions(continuation_words=continuation_words, repeat_names=repeat_names)
    return renderer().set_pages(made, options)


def sentences(count: int) -> str:
    """A text of so many sentences, without a space at its end."""
    return (SENTENCE * count).rstrip()


def forced(count: int, word: str = "บรรทัด") -> str:
    """A text of exactly so many lines wherever it is set."""
    return "\n".join([word] * count)


def cell(*items: str | tuple[str, str]) -> Cell:
    """A cell of texts, each alone or after its mark."""
    return Cell(
        tuple([ListItem(i) if isinstance(i, str) else ListItem(i[1], mark=i[0]) for i in items])
    )


def table(*rows: TableRow, title: str = "ตาราง") -> Table:
    return Table(title, COLUMNS, rows)


def row(name: str, details: Cell | int, last: Cell | int = 0, *, joined: bool = False) -> TableRow:
    """A row; a number stands for a cell of so many forced lines."""
    cells = [
        c if isinstance(c, Cell) else cell(forced(c)) if c else Cell() for c in (details, last)
    ]
    return TableRow((Cell() if joined else cell(name), *cells), key=name, joined=joined)


def signatory(number: int, *, opinion: bool = False, positions: int = 1) -> Signature:
    return Signature(
        name=f"ผู้ลงนาม{number}",
        positions=tuple([f"ตำแหน่ง{number}.{line}" for line in range(positions)]),
        opinion_heading=f"ความเห็น{number}" if opinion else "",
    )


# --- reading set pages ----------------------------------------------------------------------


def texts(page: Page) -> list[Text]:
    return [item for item in page.items if isinstance(item, Text)]


def is_page_number(text: Text) -> bool:
    return text.y == MEMO_FORM.page_number_baseline


def is_continuation(text: Text) -> bool:
    said = text.run.text
    return text.y > BOTTOM_EDGE - MEMO_FORM.pitch and said.startswith("/") and said.endswith("...")


def is_head_row(text: Text) -> bool:
    """Whether it is bold table text."""
    return text.run.size == MEMO_FORM.table.size and "Bold" in text.run.font.path.stem


def is_cell(text: Text) -> bool:
    return text.run.size == MEMO_FORM.table.size and not is_head_row(text)


def is_body(text: Text) -> bool:
    """Whether it is running text or a table's: what may go before signatures."""
    if is_cell(text):
        return True
    if text.run.size != MEMO_FORM.size or is_page_number(text) or is_continuation(text):
        return False
    said = text.run.text
    return not said.startswith(("(", "....", "ผู้ลงนาม", "ตำแหน่ง", "ความเห็น"))


def baselines(found: Iterable[Text]) -> list[float]:
    return sorted({text.y for text in found})


def edges(page: Page) -> list[float]:
    """The x of the table's upright rules."""
    return sorted({r.x1 for r in page.items if isinstance(r, Rule) and r.x1 == r.x2})


def column_texts(pages: list[Page], column: int) -> Iterator[tuple[int, Text]]:
    """The texts of a table's column with their page, in order."""
    for number, page in enumerate(pages):
        if not edges(page):
            continue
        left, right = edges(page)[column : column + 2]
        for text in texts(page):
            if is_cell(text) and left < text.x < right:
                yield number, text


class Piece(NamedTuple):
    """An item of a cell as it was set: its lines on each page that it reaches."""

    lines: list[int]

    @property
    def total(self) -> int:
        return sum(self.lines)


def pieces(pages: list[Page], column: int, items: Iterable[ListItem]) -> list[Piece]:
    """The items of a column as they were set; fails where a text is not whole or in order."""
    stream = column_texts(pages, column)
    found = []
    for item in items:
        wanted = item.mark + item.text.replace("\n", "")
        got, places = "", []
        while got != wanted:
            number, text = next(stream)
            got += text.run.text
            assert wanted.startswith(got)
            places.append((number, text.y))
        lines: dict[int, set[float]] = {}
        for number, y in places:
            lines.setdefault(number, set()).add(y)
        found.append(Piece([len(ys) for ys in lines.values()]))
    assert list(stream) == []
    return found


# --- what must hold of all pages ------------------------------------------------------------


def check_margins(pages: list[Page]) -> None:
    """Nothing stands outside the text area but the page number, above it."""
    for page in pages:
        for item in page.items:
            if isinstance(item, Text):
                assert item.x >= MEMO_FORM.left - 0.01
                assert item.x + item.run.width <= RIGHT_EDGE + 0.01
                assert item.y + item.run.size * 0.4 <= BOTTOM_EDGE + 0.01
            elif isinstance(item, Leader | Rule):
                assert MEMO_FORM.left - 0.01 <= item.x1 <= item.x2 <= RIGHT_EDGE + 0.01
            if isinstance(item, Rule):
                assert item.y1 <= item.y2 <= BOTTOM_EDGE + 0.01


def check_no_overlap(pages: list[Page]) -> None:
    """Texts on one baseline do not run into each other, and baselines keep their distance."""
    for page in pages:
        by_line: dict[float, list[Text]] = {}
        for text in texts(page):
            by_line.setdefault(round(text.y, 2), []).append(text)
        for found in by_line.values():
            found.sort(key=lambda text: text.x)
            for left, right in pairwise(found):
                assert left.x + left.run.width <= right.x + 0.01


def check_head_rows(pages: list[Page], tables: int = 1) -> None:
    """Each page that a table reaches has its head once, above its rows and never alone."""
    count = 0
    for page in pages:
        heads = [text for text in texts(page) if is_head_row(text)]
        cells = [text for text in texts(page) if is_cell(text)]
        assert bool(heads) == bool(cells)
        if not heads:
            continue
        titles = "".join(text.run.text.strip() for text in heads)
        repeated = titles.count(COLUMNS[0].title)
        count += repeated
        assert 1 <= repeated <= tables
        if tables == 1:
            assert titles == "".join(column.title for column in COLUMNS)
            assert max(t.y for t in heads) < min(t.y for t in cells)
    if count and tables == 1:
        # a page that only goes on with the table begins with its head
        reached = [page for page in pages if any(map(is_cell, texts(page)))]
        for page in reached[1:]:
            top = min(texts(page), key=lambda t: t.y if not is_page_number(t) else 1e9)
            assert is_head_row(top)


def check_page_numbers(pages: list[Page]) -> None:
    for number, page in enumerate(pages, start=1):
        found = [text.run.text.strip() for text in texts(page) if is_page_number(text)]
        digits = "".join(chr(ord("๐") + int(digit)) for digit in str(number))
        assert found == ([] if number == 1 else [f"- {digits} -"])


def check_continuation(pages: list[Page], *, wanted: bool = True) -> None:
    """Each page but the last announces the next one; none does where that is not wanted."""
    for number, page in enumerate(pages):
        found = [text for text in texts(page) if is_continuation(text)]
        if not wanted or number == len(pages) - 1:
            assert found == []
            continue
        (text,) = found
        assert abs(text.x + text.run.width - RIGHT_EDGE) < 0.01
        assert text.run.width <= MEMO_FORM.continuation_width + 0.01
        others = [t.y for t in texts(page) if t is not text and not is_page_number(t)]
        assert max(others) < text.y - MEMO_FORM.pitch / 2
