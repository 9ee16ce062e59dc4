"""The whole document to pages: blocks in order, and an end that never stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ita_desktop.papers.document import (
    Annex,
    Block,
    Chart,
    Document,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Signature,
    Table,
)
from ita_desktop.thai.breaks import BreakKind
from ita_desktop.thai.digits import thai_number
from ita_desktop.typesetting import form
from ita_desktop.typesetting.ending import Ending
from ita_desktop.typesetting.flow import Flow, Led, Lines, RunningLine
from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.typesetting.head import HeadLayout
from ita_desktop.typesetting.lines import LineBreaker, TextStyle
from ita_desktop.typesetting.pages import Bookmark, Page, Pages, Text
from ita_desktop.typesetting.shaping import FontSet
from ita_desktop.typesetting.signatures import SignatureLayout
from ita_desktop.typesetting.tables import TableLayout

if TYPE_CHECKING:
    from ita_desktop.typesetting.chart_flow import LaidOutChart

_OPENING_LENGTH = 4
"""A continuation word of fewer letters takes the next word too."""
_CLOSING_LINES = 10
"""The closing stays together; what is longer is text like any other."""


class DocumentLayout:
    """Sets documents on pages; keeps what it set for the next, slightly other one."""

    def __init__(
        self,
        setter: LineBreaker,
        fonts: FontSet,
        *,
        table_size: float,
        continuation_words: bool,
        repeat_names: bool,
    ) -> None:
        self._setter = setter
        self._fonts = fonts
        self._body = TextStyle(fonts.regular, form.SIZE, justify=True)
        self._plain = TextStyle(fonts.regular, form.SIZE)
        self._bold = TextStyle(fonts.bold, form.SIZE)
        self._head = HeadLayout(setter, fonts)
        self._tables = TableLayout(setter, fonts, table_size, repeat_names=repeat_names)
        self._signatures = SignatureLayout(setter, fonts)
        self._continuation_words = continuation_words

    def set(self, document: Document) -> list[Page]:
        """The pages of ``document``."""
        pages = Pages(form.PITCH if self._continuation_words else 0.0)
        self._head.place(document.head, pages)
        flows, closing, signatures = self._flows(document.blocks)
        full = self._signatures.set_all(signatures, tight=False)
        tight = self._signatures.set_all(signatures, tight=True)
        for flow in flows[:-1]:
            flow.place(pages)
        Ending(flows[-1] if flows else None, closing, full, tight).place(pages)
        for annex in document.annexes:
            self._annex(annex, pages)
        for number, page in enumerate(pages.pages, start=1):
            self._furnish(page, number)
        return pages.pages

    def _annex(self, annex: Annex, pages: Pages) -> None:
        """Sets an annex from a fresh page on; no continuation word leads to it."""
        pages.turn("")
        pages.add(Bookmark(annex.title.partition("\n")[0], 0, pages.y))
        for line in self._setter.set(annex.title, self._bold, form.TEXT_WIDTH):
            x = form.LEFT + (form.TEXT_WIDTH - line.width) / 2
            pages.add(Text(x, form.baseline(pages.y, form.SIZE), line))
            pages.y += form.PITCH
        flows, _, _ = self._flows(annex.blocks)
        for flow in flows:
            flow.place(pages)

    # --- blocks to flows ----------------------------------------------------

    def _flows(self, blocks: Sequence[Block]) -> tuple[list[Flow], list[Lines], list[Signature]]:
        """What comes before the closing, the closing, and the signatures."""
        flows: list[Flow] = []
        closing: list[Lines] = []
        signatures: list[Signature] = []
        heading: Lines | None = None
        for block in blocks:
            if isinstance(block, Table):
                flows.append(self._tables.set(block, heading))
                heading = None
                continue
            if isinstance(block, Signature):
                signatures.append(block)
                continue
            if isinstance(block, Paragraph | ItemList) and block.closing:
                closing += self._running(block)
                continue
            if isinstance(block, Heading):
                flows += [heading] if heading else []
                heading = self._heading(block)
                continue
            if isinstance(block, Chart):
                flows.append(self._chart(block, heading))
                heading = None
                continue
            first, *others = self._running(block)
            flows += [Led(heading, first) if heading else first, *others]
            heading = None
        if heading is not None:
            flows.append(heading)
        flows += _text_of(closing)
        return flows, closing, signatures

    def _chart(self, chart: Chart, lead: Lines | None) -> LaidOutChart:
        from ita_desktop.typesetting.chart_flow import LaidOutChart
        from ita_desktop.typesetting.charts import ChartDrawer  # only an annex has charts

        return LaidOutChart(ChartDrawer(self._setter, self._fonts).draw(chart), lead)

    def _running(self, block: Paragraph | ItemList) -> list[Lines]:
        return [self._paragraph(block)] if isinstance(block, Paragraph) else self._list(block)

    def _paragraph(self, paragraph: Paragraph) -> Lines:
        first = form.TEXT_WIDTH - form.FIRST_LINE_INDENT
        running: list[RunningLine] = []
        for part in paragraph.text.split("\n"):
            for number, line in enumerate(
                self._setter.set(part, self._body, form.TEXT_WIDTH, first)
            ):
                indent = form.FIRST_LINE_INDENT if number == 0 else 0.0
                running.append(RunningLine(form.LEFT + indent, line))
        return self._lines(running, form.PARAGRAPH_SPACE)

    def _heading(self, heading: Heading) -> Lines:
        lines = self._setter.set(heading.text, self._bold, form.TEXT_WIDTH)
        return self._lines([RunningLine(form.LEFT, line) for line in lines], form.PARAGRAPH_SPACE)

    def _list(self, block: ItemList) -> list[Lines]:
        """List items, indented like the first line of a paragraph, the text hanging."""
        left = form.LEFT + form.FIRST_LINE_INDENT
        marks = [self._single(item.mark).width for item in block.items if item.mark]
        hang = max(marks) + form.LIST_HANG / 2 if marks else 0.0
        return [self._item(item, left, hang if item.mark else 0.0) for item in block.items]

    def _item(self, item: ListItem, left: float, hang: float) -> Lines:
        x = left + hang
        lines = self._setter.set(item.text, self._plain, form.LEFT + form.TEXT_WIDTH - x)
        mark = self._single(item.mark) if item.mark else None
        running = [
            RunningLine(x, line, mark if number == 0 else None, left)
            for number, line in enumerate(lines)
        ]
        return self._lines(running, 0.0)

    def _lines(self, running: list[RunningLine], space: float) -> Lines:
        openings = tuple([self._opening(line) for line in running])
        return Lines(tuple(running), openings, space)

    def _single(self, text: str) -> GlyphRun:
        return self._setter.set(text, self._plain, form.PAGE_WIDTH * 4)[0]

    # --- what stands outside the text ---------------------------------------

    def _opening(self, line: RunningLine) -> str:
        """The first word of a line, with its list mark: what a turned page announces."""
        if not self._continuation_words:
            return ""
        word = self._first_words(line.line.text)
        return f"{line.mark.text} {word}" if line.mark else word

    def _first_words(self, text: str) -> str:
        text = text.strip()
        for place in self._setter.opportunities(text):
            if place.kind < BreakKind.LAST_RESORT and place.offset >= _OPENING_LENGTH:
                return text[: place.offset].rstrip()
        return text

    def _furnish(self, page: Page, number: int) -> None:
        """Adds the page number, from the second page on, and the continuation word."""
        if page.next_words and self._continuation_words:
            line = self._continuation(page.next_words)
            y = form.PAGE_HEIGHT - form.BOTTOM - form.SIZE * (form.LINE_RATIO - form.ASCENT_RATIO)
            page.items.append(Text(form.LEFT + form.TEXT_WIDTH - line.width, y, line))
        if number > 1:
            shown = f"- {thai_number(number)} -"
            x = form.LEFT + (form.TEXT_WIDTH - self._single(shown).width) / 2
            # last in reading order and with a space behind it: readers take a hyphen
            # at a line's end for a cut word
            page.items.append(Text(x, form.PAGE_NUMBER_BASELINE, self._single(f"{shown} ")))

    def _continuation(self, words: str) -> GlyphRun:
        words = " ".join(words.split())
        line = self._single(f"/{words}...")
        if line.width <= form.CONTINUATION_WIDTH:
            return line
        cut = self._setter.set(words, self._plain, form.CONTINUATION_WIDTH - 16)[0].text
        return self._single(f"/{cut.rstrip()}...")


def _text_of(closing: list[Lines]) -> list[Lines]:
    """Takes from a long closing what is to be set as text: all but its last lines."""
    kept, count = len(closing), 0
    while kept and count + len(closing[kept - 1].lines) <= _CLOSING_LINES:
        kept -= 1
        count += len(closing[kept].lines)
    text = closing[:kept]
    del closing[:kept]
    return text
