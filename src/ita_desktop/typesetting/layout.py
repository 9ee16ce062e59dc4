"""The whole document to pages: blocks in order, and an end that never stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ita_desktop.papers.document import (
    Annex,
    Block,
    Chart,
    DateLine,
    Document,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    RunningTexts,
    Signature,
    Table,
)
from ita_desktop.papers.page_form import PageForm
from ita_desktop.thai.breaks import BreakKind
from ita_desktop.typesetting.elements import ORNAMENT, Element, Role
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
    """Sets documents on the pages of a form."""

    def __init__(
        self,
        setter: LineBreaker,
        fonts: FontSet,
        form: PageForm,
        *,
        continuation_words: bool,
        repeat_names: bool,
    ) -> None:
        self._setter = setter
        self._fonts = fonts
        self._form = form
        self._body = TextStyle(fonts.regular, form.size, form.cluster_stretch)
        self._plain = TextStyle(fonts.regular, form.size)
        self._bold = TextStyle(fonts.bold, form.size)
        self._head = HeadLayout(setter, fonts, form)
        self._tables = TableLayout(setter, fonts, form, repeat_names=repeat_names)
        self._signatures = SignatureLayout(setter, fonts, form)
        self._continuation_words = continuation_words

    def set(self, document: Document) -> list[Page]:
        """The pages of ``document``."""
        form = self._form
        pages = Pages(form, form.pitch if self._continuation_words else 0.0)
        self._head.place(document.head, pages)
        flows, closing, signatures = self._flows(document.blocks, 1)
        full = self._signatures.set_all(signatures, tight=False)
        tight = self._signatures.set_all(signatures, tight=True)
        for flow in flows[:-1]:
            flow.place(pages)
        Ending(flows[-1] if flows else None, closing, full, tight, form).place(pages)
        first = 1 + len(document.blocks)
        for annex in document.annexes:
            self._annex(annex, pages, first)
            first += 1 + len(annex.blocks)
        for number, page in enumerate(pages.pages, start=1):
            self._furnish(page, number, document.running)
        return pages.pages

    def _annex(self, annex: Annex, pages: Pages, block: int) -> None:
        """Sets an annex from a fresh page on; no continuation word leads to it.

        ``block`` is the number of its title.
        """
        form = self._form
        pages.turn("")
        pages.add(Bookmark(annex.title.partition("\n")[0], 0, pages.y))
        for run in self._setter.set(annex.title, self._bold, form.text_width):
            x = form.left + (form.text_width - run.width) / 2
            y = form.baseline(pages.y, form.size)
            pages.add(Text(x, y, run, Element(Role.HEADING, block, level=1)))
            pages.y += form.pitch
        flows, _, _ = self._flows(annex.blocks, block + 1)
        for flow in flows:
            flow.place(pages)

    # --- blocks to flows ----------------------------------------------------

    def _flows(
        self, blocks: Sequence[Block], first: int
    ) -> tuple[list[Flow], list[Lines], list[tuple[int, Signature]]]:
        """What comes before the closing, the closing, and the signatures.

        Blocks are numbered from ``first`` on.
        """
        flows: list[Flow] = []
        closing: list[Lines] = []
        signatures: list[tuple[int, Signature]] = []
        heading: Lines | None = None
        for number, block in enumerate(blocks, start=first):
            if isinstance(block, Signature):
                signatures.append((number, block))
            elif isinstance(block, DateLine):
                closing.append(self._date_line(block, number))
            elif isinstance(block, Paragraph | ItemList) and block.closing:
                closing += self._running(block, number)
            elif isinstance(block, Heading):
                flows += [heading] if heading else []
                heading = self._heading(block, number)
            else:
                flows += self._led(block, number, heading)
                heading = None
        if heading is not None:
            flows.append(heading)
        flows += _text_of(closing)
        return flows, closing, signatures

    def _led(
        self, block: Paragraph | ItemList | Table | Chart, number: int, heading: Lines | None
    ) -> list[Flow]:
        """A block with the heading that stays with its beginning."""
        if isinstance(block, Table):
            return [self._tables.set(block, heading, number)]
        if isinstance(block, Chart):
            return [self._chart(block, number, heading)]
        first, *others = self._running(block, number)
        return [Led(heading, first) if heading else first, *others]

    def _chart(self, chart: Chart, number: int, lead: Lines | None) -> LaidOutChart:
        from ita_desktop.typesetting.chart_flow import LaidOutChart
        from ita_desktop.typesetting.charts import ChartDrawer  # only an annex has charts

        picture = ChartDrawer(self._setter, self._fonts).draw(chart, self._form.text_width)
        return LaidOutChart(picture, self._form.left, number, lead)

    def _running(self, block: Paragraph | ItemList, number: int) -> list[Lines]:
        if isinstance(block, Paragraph):
            return [self._paragraph(block, number)]
        return self._list(block, number)

    def _paragraph(self, paragraph: Paragraph, number: int) -> Lines:
        form = self._form
        element = Element(Role.PARAGRAPH, number)
        first = form.text_width - form.first_line_indent
        running: list[RunningLine] = []
        for part in paragraph.text.split("\n"):
            for place, run in enumerate(self._setter.set(part, self._body, form.text_width, first)):
                indent = form.first_line_indent if place == 0 else 0.0
                running.append(RunningLine(form.left + indent, run, element))
        return self._lines(running, form.paragraph_space)

    def _heading(self, heading: Heading, number: int) -> Lines:
        form = self._form
        element = Element(Role.HEADING, number, level=heading.level)
        runs = self._setter.set(heading.text, self._bold, form.text_width)
        return self._lines(
            [RunningLine(form.left, run, element) for run in runs], form.paragraph_space
        )

    def _date_line(self, date: DateLine, number: int) -> Lines:
        form = self._form
        x = form.left + form.ending.date_indent
        runs = self._setter.set(date.text, self._plain, form.right_edge - x)
        element = Element(Role.PARAGRAPH, number)
        return self._lines([RunningLine(x, run, element) for run in runs], form.ending.date_space)

    def _list(self, block: ItemList, number: int) -> list[Lines]:
        """List items, indented like the first line of a paragraph, the text hanging."""
        left = self._form.left + self._form.first_line_indent
        marks = [self._single(item.mark).width for item in block.items if item.mark]
        hang = max(marks) + self._form.list_hang / 2 if marks else 0.0
        return [
            self._item(
                item, left, hang if item.mark else 0.0, Element(Role.LIST_BODY, number, part)
            )
            for part, item in enumerate(block.items)
        ]

    def _item(self, item: ListItem, left: float, hang: float, element: Element) -> Lines:
        x = left + hang
        runs = self._setter.set(item.text, self._plain, self._form.right_edge - x)
        mark = self._single(item.mark) if item.mark else None
        label = element._replace(role=Role.LIST_LABEL)
        running = [
            RunningLine(x, run, element, mark if place == 0 else None, left, label)
            for place, run in enumerate(runs)
        ]
        return self._lines(running, 0.0)

    def _lines(self, running: list[RunningLine], space: float) -> Lines:
        openings = tuple([self._opening(line) for line in running])
        return Lines(tuple(running), openings, self._form, space)

    def _single(self, text: str) -> GlyphRun:
        return self._setter.set(text, self._plain, self._form.no_width)[0]

    # --- what stands outside the text ---------------------------------------

    def _opening(self, line: RunningLine) -> str:
        """The first word of a line, with its list mark: what a turned page announces."""
        if not self._continuation_words:
            return ""
        word = self._first_words(line.run.text)
        return f"{line.mark.text} {word}" if line.mark else word

    def _first_words(self, text: str) -> str:
        text = text.strip()
        for place in self._setter.opportunities(text):
            if place.kind < BreakKind.LAST_RESORT and place.offset >= _OPENING_LENGTH:
                return text[: place.offset].rstrip()
        return text

    def _furnish(self, page: Page, number: int, texts: RunningTexts) -> None:
        """Adds the page number, from the second page on, and the continuation word."""
        form = self._form
        if page.next_words and self._continuation_words:
            run = self._continuation(page.next_words, texts)
            y = form.height - form.bottom - form.size * (form.line_ratio - form.ascent_ratio)
            page.items.append(Text(form.left + form.text_width - run.width, y, run, ORNAMENT))
        if number > 1:
            shown = texts.page_number(number)
            x = form.left + (form.text_width - self._single(shown).width) / 2
            # last in reading order and with a space behind it: readers take a hyphen
            # at a line's end for a cut word
            spaced = self._single(f"{shown} ")
            page.items.append(Text(x, form.page_number_baseline, spaced, ORNAMENT))

    def _continuation(self, words: str, texts: RunningTexts) -> GlyphRun:
        words = " ".join(words.split())
        run = self._single(texts.continuation(words))
        room = self._form.continuation_width
        if run.width <= room:
            return run
        cut = self._setter.set(words, self._plain, room - 16)[0].text
        return self._single(texts.continuation(cut.rstrip()))


def _text_of(closing: list[Lines]) -> list[Lines]:
    """Takes from a long closing what is to be set as text: all but its last lines."""
    kept, count = len(closing), 0
    while kept and count + len(closing[kept - 1].lines) <= _CLOSING_LINES:
        kept -= 1
        count += len(closing[kept].lines)
    text = closing[:kept]
    del closing[:kept]
    return text
