"""Ruled tables over pages: rows split between lines, head rows once on each page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ita_desktop.papers.document import Cell, Table, TableColumn, TableRow
from ita_desktop.papers.page_form import PageForm
from ita_desktop.thai.breaks import BreakKind
from ita_desktop.typesetting.column_widths import Bounds, Content, column_widths
from ita_desktop.typesetting.elements import ORNAMENT, CellPlace, Element, Role
from ita_desktop.typesetting.flow import Lines, RunningLine
from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.typesetting.lines import (
    LineBreaker,
    TextStyle,
    address_places,
    has_address,
    is_address,
)
from ita_desktop.typesetting.pages import Bookmark, Pages, Rule, Text
from ita_desktop.typesetting.shaping import FontSet

_SMALL_ROW = 8
"""A row of so many lines is rather carried whole than split for the signatures' sake."""


class LaidOutCell(NamedTuple):
    """The lines of a cell, x from the cell's left edge.

    ``items`` counts each item's lines; no page should begin with one of the lines
    numbered in ``inside_links``.
    """

    lines: tuple[RunningLine, ...]
    items: tuple[int, ...]
    inside_links: frozenset[int] = frozenset()

    def split(self, start: int, fit: int, *, cut_links: bool = False) -> int:
        """How many lines from ``start`` on to set where ``fit`` fit: no line alone.

        All that is left when it fits; 0 when nothing can be set well.
        """
        left = len(self.lines) - start
        if left <= fit:
            return left
        best, begin = 0, 0
        barred = frozenset() if cut_links else self.inside_links
        for count in self.items:
            end = begin + count
            if end > start:
                # within the item: at least two lines on either side
                low, high = max(begin, start), end
                least = low + 2 if low == begin else low + 1
                stop = min(start + fit, high - 2)
                while stop in barred:
                    stop -= 1
                if stop >= least:
                    best = stop - start
                if high - start <= fit:
                    best = high - start
            begin = end
        return best


class LaidOutRow(NamedTuple):
    """A set row."""

    cells: tuple[LaidOutCell, ...]
    key: str
    joined: bool

    @property
    def line_count(self) -> int:
        return max(1, *(len(cell.lines) for cell in self.cells))


class HeadCell(NamedTuple):
    """A head cell: columns ``first`` to ``last``, rows ``top`` to ``bottom`` of the head."""

    first: int
    last: int
    top: int
    bottom: int
    runs: tuple[GlyphRun, ...]
    element: Element


class LaidOutTable:
    """A table whose lines are broken, ready to be put on pages.

    ``lead`` is a heading that stays with the first row.
    """

    def __init__(
        self,
        title: str,
        widths: Sequence[float],
        head: Sequence[HeadCell],
        rows: Sequence[LaidOutRow],
        form: PageForm,
        *,
        repeat_names: bool,
        lead: Lines | None,
    ) -> None:
        self.title = title
        self._form = form
        self._look = form.table
        self.rows = rows
        self.lead = lead
        self._head = head
        self._size = form.table.size
        self._pitch = self._size * form.line_ratio
        self._frame = form.table.frame
        self._repeat_names = repeat_names
        edges = [form.left]
        for width in widths:
            edges.append(edges[-1] + width)
        self._edges = edges
        self._head_heights = self._measure_head()

    def _measure_head(self) -> list[float]:
        """The heights of the head's rows (one, or two where columns are grouped)."""
        count = 1 + max(cell.bottom for cell in self._head)
        heights = [0.0] * count
        for cell in sorted(self._head, key=lambda c: c.bottom - c.top):
            need = len(cell.runs) * self._pitch + self._frame
            have = sum(heights[cell.top : cell.bottom + 1])
            if need > have:
                heights[cell.bottom] += need - have
        return heights

    @property
    def head_height(self) -> float:
        return sum(self._head_heights)

    def first_height(self) -> float:
        lead = self.lead.height if self.lead else 0.0
        first = self.rows[0]
        least = min(
            (k for k in range(1, first.line_count + 1) if self._cut(first, _zeros(first), k)),
            default=first.line_count,
        )
        return lead + self._look.space + self.head_height + least * self._pitch + self._frame

    def carries(self, *, well: bool) -> Iterator[int]:
        """Ways to send the table's end to a fresh page: lines of the last row to keep back.

        The row's number of lines means the whole row. A part reads well when it is
        more than the tail of a single cell.
        """
        last = self.rows[-1]
        count = last.line_count
        most = int((self._form.full_room - self.head_height - self._frame) // self._pitch)
        small = count <= _SMALL_ROW and len(self.rows) > 1
        if well and small:
            yield count
        for carry in range(2, min(count - 1, most + 1)):
            if self._carries_well(last, carry) == well:
                yield carry
        if well and not small:
            yield count

    def _carries_well(self, row: LaidOutRow, carry: int) -> bool:
        """Whether what goes on of ``row`` is more than the tail of a single cell."""
        ends = self._cut_at(row, _zeros(row), row.line_count - carry)
        filled = sum(1 for cell in row.cells if cell.lines)
        return bool(ends) and sum(1 for left in _left(row, ends) if left) >= min(2, filled)

    def place(self, pages: Pages, carry: int = 0) -> None:
        whole = carry >= self.rows[-1].line_count
        alone = carry and whole and len(self.rows) == 1
        if not pages.at_top and (alone or self.first_height() > pages.room()):
            pages.turn(self.lead.openings[0] if self.lead else self.rows[0].key)
        if self.lead:
            self.lead.put(pages)
        pages.add(Bookmark(self.title, 0, pages.y))
        if not pages.at_top:
            pages.y += self._look.space
        self._put_head(pages, repeated=False)
        for row in self.rows[:-1]:
            self._place_row(pages, row, 0)
        if carry and whole and not alone and not self._fresh(pages):
            self._turn(pages, self.rows[-1])
        self._place_row(pages, self.rows[-1], 0 if whole else carry)
        self._close(pages)

    def _place_row(self, pages: Pages, row: LaidOutRow, carry: int) -> None:
        """Sets ``row``, split where it must; its last ``carry`` lines go to a fresh page."""
        starts = _zeros(row)
        begun = False
        while True:
            left = max(1, *_left(row, starts))
            fit = int((pages.room() - self._frame + 0.01) // self._pitch)
            if left <= fit and not carry:
                self._put_part(pages, row, starts, [len(c.lines) for c in row.cells], begun)
                return
            forced = carry > 0 and left - carry <= fit
            ends = self._cut(row, starts, left - carry if forced else fit)
            if forced and not ends:
                ends = self._cut(row, starts, left - carry, cut_links=True)
            if not ends and self._fresh(pages):
                if forced:
                    carry = 0
                    continue
                # taller than a page and not to be split well: fill the page
                ends = [
                    min(len(c.lines), s + max(fit, 1))
                    for c, s in zip(row.cells, starts, strict=True)
                ]
            if ends:
                self._put_part(pages, row, starts, ends, begun)
                starts, begun = ends, True
            if forced:
                carry = 0
            self._turn(pages, row)

    def _fresh(self, pages: Pages) -> bool:
        """Whether only the head stands on the page."""
        return len(pages.pages) > 1 and pages.y <= self._form.top + self.head_height + 0.1

    def _cut(
        self, row: LaidOutRow, starts: Sequence[int], fit: int, *, cut_links: bool = False
    ) -> list[int]:
        """Where each cell ends when ``fit`` lines fit; empty when the row cannot be split.

        Every cell that has lines left sets some, at least two lines stand on
        the page and at least two go on.
        """
        # more room may leave one line over where less would not
        for lines in range(fit, 1, -1):
            ends = self._cut_at(row, starts, lines, cut_links=cut_links)
            if ends:
                return ends
        return []

    @staticmethod
    def _cut_at(
        row: LaidOutRow, starts: Sequence[int], fit: int, *, cut_links: bool = False
    ) -> list[int]:
        """Where each cell ends when just so many lines are used; empty when that is not well."""
        ends = []
        for cell, start in zip(row.cells, starts, strict=True):
            take = cell.split(start, fit, cut_links=cut_links)
            if take == 0 and start < len(cell.lines):
                return []
            ends.append(start + take)
        return ends if max(_left(row, ends)) >= 2 else []

    def _turn(self, pages: Pages, row: LaidOutRow) -> None:
        self._close(pages)
        pages.turn(row.key)
        self._put_head(pages, repeated=True)

    def _close(self, pages: Pages) -> None:
        """The rule under the last row on a page."""
        pages.add(self._rule(self._edges[0], pages.y, self._edges[-1], pages.y))

    def _rule(self, x1: float, y1: float, x2: float, y2: float) -> Rule:
        return Rule(x1, y1, x2, y2, self._look.rule)

    def _put_head(self, pages: Pages, *, repeated: bool) -> None:
        """Sets the head's rows; ``repeated`` on a page that the table goes on to."""
        tops = [pages.y]
        for height in self._head_heights:
            tops.append(tops[-1] + height)
        for cell in self._head:
            top, bottom = tops[cell.top], tops[cell.bottom + 1]
            left, right = self._edges[cell.first], self._edges[cell.last + 1]
            pages.add(self._rule(left, top, right, top), self._rule(left, top, left, bottom))
            text_height = len(cell.runs) * self._pitch
            y = top + (bottom - top - text_height - self._frame) / 2 + self._look.above
            element = ORNAMENT if repeated else cell.element
            for run in cell.runs:
                if run.text:
                    x = left + (right - left - run.width) / 2
                    pages.add(Text(x, self._form.baseline(y, self._size), run, element))
                y += self._pitch
        pages.add(self._rule(self._edges[-1], tops[0], self._edges[-1], tops[-1]))
        pages.y = tops[-1]

    def _put_part(
        self,
        pages: Pages,
        row: LaidOutRow,
        starts: Sequence[int],
        ends: Sequence[int],
        begun: bool,
    ) -> None:
        """Sets the lines ``starts`` to ``ends`` of each cell with their frame."""
        top = pages.y
        lines = max(1, *(e - s for s, e in zip(starts, ends, strict=True)))
        bottom = top + lines * self._pitch + self._frame
        if not begun:
            pages.add(Bookmark(row.key, 1, top))
        open_first = row.joined and not begun and not self._fresh(pages)
        pages.add(self._rule(self._edges[1 if open_first else 0], top, self._edges[-1], top))
        items, look = pages.page.items, self._look
        first = self._form.baseline(top + look.above, self._size)
        for column, cell in enumerate(row.cells):
            left = self._edges[column]
            items.append(Rule(left, top, left, bottom, look.rule))
            shown: Sequence[RunningLine] = cell.lines[starts[column] : ends[column]]
            if column == 0 and begun and not shown and self._repeat_names:
                shown = [line.repeated() for line in cell.lines[:lines]]
            y = first
            for line in shown:
                line.put(items, left + look.side, y)
                y += self._pitch
        pages.add(self._rule(self._edges[-1], top, self._edges[-1], bottom))
        pages.page.text_lines += lines
        pages.y = bottom


def _left(row: LaidOutRow, starts: Sequence[int]) -> list[int]:
    """How many lines each cell has from ``starts`` on."""
    return [len(cell.lines) - start for cell, start in zip(row.cells, starts, strict=True)]


def _zeros(row: LaidOutRow) -> list[int]:
    return [0] * len(row.cells)


class TableLayout:
    """Chooses the widths of a table's columns and breaks the lines of its cells."""

    def __init__(
        self, setter: LineBreaker, fonts: FontSet, form: PageForm, *, repeat_names: bool
    ) -> None:
        self._setter = setter
        self._form = form
        self._look = form.table
        self._body = TextStyle(fonts.regular, form.table.size)
        self._head = TextStyle(fonts.bold, form.table.size)
        self._repeat_names = repeat_names

    def set(self, table: Table, lead: Lines | None = None, block: int = 0) -> LaidOutTable:
        """Sets ``table``, block number ``block`` of its document."""
        key = (table, block, self._form, self._body, self._head)
        widths, head, rows = self._setter.remembered(key, lambda: self._laid_out(table, block))
        return LaidOutTable(
            table.title,
            widths,
            head,
            rows,
            self._form,
            repeat_names=self._repeat_names,
            lead=lead,
        )

    def _laid_out(
        self, table: Table, block: int
    ) -> tuple[list[float], list[HeadCell], list[LaidOutRow]]:
        """The columns' widths, the head's cells, and the rows with their lines broken."""
        widths = self._widths(table)
        head = self._head_cells(table.columns, widths, block)
        first = 1 + max(cell.bottom for cell in head)
        rows = [
            LaidOutRow(
                tuple(
                    self._cell(
                        cell,
                        widths[number] - self._look.padding,
                        self._style(row),
                        table.columns[number].numeric,
                        Element(Role.CELL, block, cell=CellPlace(place, number)),
                    )
                    for number, cell in enumerate(row.cells)
                ),
                row.key,
                row.joined,
            )
            for place, row in enumerate(table.rows, start=first)
        ]
        return widths, head, rows

    def _widths(self, table: Table) -> list[float]:
        width, columns = self._form.text_width, table.columns
        contents = [
            [self._remembered_content(cell, self._style(row)) for cell in row.cells]
            for row in table.rows
        ]
        contents.insert(0, [Content((self._natural(c.title, self._head),), 0.0) for c in columns])
        heads = [max(self._pieces(c.title, self._head, [BreakKind.WORD])[0]) for c in columns]
        bounds = [Bounds(c.minimum * width, c.maximum * width) for c in columns]
        return column_widths(contents, heads, bounds, width, self._look.padding)

    def _remembered_content(self, cell: Cell, style: TextStyle) -> Content:
        key = (cell, style, self._look)
        return self._setter.remembered(key, lambda: self._content(cell, style))

    def _natural(self, text: str, style: TextStyle) -> float:
        return style.face.shape(text).width * style.size * style.face.font.scale / 1000

    def _pieces(self, text: str, style: TextStyle, kinds: Sequence[BreakKind]) -> list[list[float]]:
        """The widths (pt) of the pieces of ``text`` between places up to each of ``kinds``.

        An address may be cut at its signs: no column is as wide as a link.
        """
        found: list[list[float]] = [[] for _ in kinds]
        scale = style.size * style.face.font.scale / 1000
        for part in text.split("\n"):
            shaped = style.face.shape(part)
            edge_at = dict(zip(shaped.starts, shaped.edges, strict=True))
            places = [(o.offset, int(o.kind)) for o in self._setter.opportunities(part)]
            if has_address(part):
                places += [(at, -1) for at in address_places(part, 0, len(part))]
                places.sort()
            places.append((len(part), -1))
            starts = [0.0] * len(kinds)
            for offset, kind in places:
                end = edge_at.get(offset - 1 if part[offset - 1 : offset] == " " else offset)
                if end is None:
                    continue
                begin = edge_at.get(offset, end)
                for index, worst in enumerate(kinds):
                    if kind <= worst:
                        found[index].append((end - starts[index]) * scale)
                        starts[index] = begin
        return found

    def _style(self, row: TableRow) -> TextStyle:
        return self._head if row.strong else self._body

    def _content(self, cell: Cell, style: TextStyle) -> Content:
        whole: list[float] = []
        least: list[float] = [0.0]
        for item in cell.items:
            kept, cut = self._pieces(item.text, style, (BreakKind.DOUBTFUL, BreakKind.LAST_RESORT))
            whole += kept
            least += cut
        natural = [self._natural(p, style) for i in cell.items for p in i.text.split("\n")]
        hang = self._hang(cell) + cell.level * self._look.indent
        return Content(tuple(natural), max(least), hang, tuple(whole))

    def _hang(self, cell: Cell) -> float:
        """The room of the list marks: that of the widest, and a gap."""
        marks = [self._natural(item.mark, self._body) for item in cell.items if item.mark]
        return max(marks) + self._look.mark_gap if marks else 0.0

    def _cell(
        self, cell: Cell, width: float, style: TextStyle, numeric: bool, element: Element
    ) -> LaidOutCell:
        start = cell.level * self._look.indent
        hang = self._hang(cell)
        lines: list[RunningLine] = []
        counts: list[int] = []
        inside_links: set[int] = set()
        for number, item in enumerate(cell.items):
            indent, body, label, mark = start, element, ORNAMENT, None
            if number:
                body = element._replace(part=number)
            if item.mark:
                indent = start + hang
                mark = self._setter.set(item.mark, style, width)[0]
                label = body._replace(role=Role.LIST_LABEL)
                body = body._replace(role=Role.LIST_BODY)
            first = len(lines)
            for part in item.text.split("\n"):
                runs = self._setter.set(part, style, max(width - indent, 1.0))
                if is_address(part):
                    inside_links.update(range(len(lines) + 1, len(lines) + len(runs)))
                for run in runs:
                    x = width - run.width if numeric else indent
                    lines.append(RunningLine(x, run, body, mark, start, label))
                    mark = None
            counts.append(len(lines) - first)
        return LaidOutCell(tuple(lines), tuple(counts), frozenset(inside_links))

    def _head_cells(
        self, columns: Sequence[TableColumn], widths: Sequence[float], block: int
    ) -> list[HeadCell]:
        """The head's cells in reading order: a group before its columns."""
        grouped = any(column.group for column in columns)
        last_row = 1 if grouped else 0
        cells: list[HeadCell] = []
        index = 0
        while index < len(columns):
            column = columns[index]
            end = index
            if column.group:
                while end + 1 < len(columns) and columns[end + 1].group == column.group:
                    end += 1
                cells.append(self._head_cell(column.group, (index, end), (0, 0), widths, block))
            for inner in range(index, end + 1):
                top = 1 if column.group else 0
                title = columns[inner].title
                cells.append(self._head_cell(title, (inner, inner), (top, last_row), widths, block))
            index = end + 1
        return cells

    def _head_cell(
        self,
        title: str,
        columns: tuple[int, int],
        rows: tuple[int, int],
        widths: Sequence[float],
        block: int,
    ) -> HeadCell:
        """The head cell over ``columns`` and ``rows``, the first and last of them."""
        (first, last), (top, bottom) = columns, rows
        width = sum(widths[first : last + 1]) - self._look.padding
        place = CellPlace(top, first, True, bottom - top + 1, last - first + 1)
        runs = self._setter.set(title, self._head, width)
        return HeadCell(first, last, top, bottom, runs, Element(Role.CELL, block, cell=place))
