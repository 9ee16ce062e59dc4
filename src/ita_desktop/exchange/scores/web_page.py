"""The tables and lines of a saved web page, or of one that calls itself ``.xls``."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ita_desktop.exchange.scores.grid import Grid, GridRow
from ita_desktop.exchange.scores.text_grids import MAX_COLUMNS, clean_cell

_UNSEEN = frozenset(("script", "style", "head", "template", "noscript"))
_LINES = frozenset(("p", "div", "li", "br", "section", "article", "dt", "dd", "caption"))
_BLOCKS = _LINES | {f"h{size}" for size in range(1, 7)}
_MOST_SPANNED = 64


def page_grids(text: str) -> list[Grid]:
    """Return the page as one grid: rows of tables as rows, every other line as one cell."""
    page = _Page()
    page.feed(_closed(text))
    page.close()
    page.finish()
    return [Grid(tuple(page.rows))]


def _closed(text: str) -> str:
    """The page without comments and without what opens and never closes.

    For each of those the parser searches the whole rest of a page, which takes hours
    where there are a million.
    """
    kept = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("-->", start + 4)
        at = end + 3 if end >= 0 else len(text)
    kept.append(text[at:])
    head, bracket, tail = "".join(kept).replace("<![", "<!").rpartition(">")
    return head + bracket + tail.replace("<", " ")


class _Page(HTMLParser):
    """Collects cells and lines; anything but their text is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[GridRow] = []
        self._cells: list[str] | None = None
        self._text: list[str] = []
        self._unseen = 0
        self._span = 1
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "tr":
            self._end_row()
            self.end_line()
            self._cells = []
        elif tag in ("td", "th") and self._cells is not None:
            self._end_cell()
            self._in_cell = True
            self._span = min(_whole(dict(attrs).get("colspan")), _MOST_SPANNED)
        elif tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self._end_row()
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._text.append(data)

    def _break(self) -> None:
        if self._cells is None:
            self.end_line()
        else:
            self._text.append(" ")

    def _end_cell(self) -> None:
        """Keep the open cell, which many pages never close."""
        if self._cells is not None and self._in_cell:
            self._cells += [clean_cell("".join(self._text)), *[""] * (self._span - 1)]
            self._text = []
        self._in_cell = False

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells is not None:
            self._add(self._cells)
            self._cells = None
            self._text = []

    def end_line(self) -> None:
        """Keep what was read since the last line as a row of one cell."""
        if self._cells is None:
            self._add([clean_cell(re.sub(r"\s+", " ", "".join(self._text)))])
            self._text = []

    def finish(self) -> None:
        """Keep what the page left open."""
        self._end_row()
        self.end_line()

    def _add(self, cells: list[str]) -> None:
        if any(cells):
            self.rows.append(GridRow(f"แถว {len(self.rows) + 1}", tuple(cells[:MAX_COLUMNS])))


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else 1
