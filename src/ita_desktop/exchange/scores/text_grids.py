"""The ways in which a text may be cut into cells: CSV of any separator, bars, spaces, lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ita_desktop.exchange.scores.errors import ScoreFileError
from ita_desktop.exchange.scores.grid import Grid, GridRow
from ita_desktop.thai.cleanup import normalise

MAX_LINES = 100_000
"""Far above one line for every agency of the country."""

MAX_COLUMNS = 512
MAX_CELL = 2_000
"""Characters; the rest of a longer cell is cut off, since no name or score is so long."""

_SEPARATORS = "\t,;|"


def text_grids(text: str) -> list[Grid]:
    """Return the candidates, likeliest first. Raises :class:`ScoreFileError` for too much text."""
    # Line ends first: normalising would make them all one and strip what stands before.
    lines = re.split(r"\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029", text)
    if len(lines) > MAX_LINES:
        raise ScoreFileError(f"มีเกิน {MAX_LINES:,} บรรทัด โปรดแบ่งไฟล์เป็นส่วน")
    if lines and re.fullmatch(r"sep=.", lines[0].strip("\ufeff ")):
        lines[0] = ""  # a line for spreadsheets, not for readers
    grids = []
    for separator in _SEPARATORS:
        if separator in text:
            grids.append(_quoted(lines, separator))
            if '"' in text:
                grids.append(_grid(_split(lines, separator)))
    if re.search(r"\S[ \u00a0]{2,}\S", text):
        grids.append(_grid(_spaced(lines)))
    grids.append(_grid(_whole(lines)))
    return [grid for grid in grids if grid is not None]


def _quoted(lines: list[str], separator: str) -> Grid | None:
    """CSV with quotation marks; None where they do not pair up."""
    import csv  # a workbook needs none of these
    import io

    reader = csv.reader(io.StringIO("\n".join(lines), newline=""), delimiter=separator)
    try:
        rows = []
        end = 0
        for cells in reader:
            rows.append((end + 1, cells))
            end = reader.line_num
    except csv.Error:  # a field above the limit of the csv module
        return None
    return _grid(rows)


def _split(lines: list[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """Quotation marks are only signs: one that never closes would swallow all that follows."""
    for number, line in enumerate(lines, 1):
        yield number, [cell.strip().strip('"') for cell in line[: MAX_CELL * 4].split(separator)]


def _spaced(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Columns kept apart by two spaces or more, as a copied PDF has them."""
    for number, line in enumerate(lines, 1):
        yield number, re.split(r"[ \u00a0\t]{2,}", line[: MAX_CELL * 4].strip())


def _whole(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(lines, 1):
        yield number, [line[: MAX_CELL * 4]]


def _grid(rows: Iterable[tuple[int, list[str]]]) -> Grid:
    found = []
    for number, cells in rows:
        clean = tuple(clean_cell(cell) for cell in cells[:MAX_COLUMNS])
        if all(re.fullmatch(r"[-:=_+\s]*", cell) for cell in clean) and "".join(clean).strip("- "):
            continue  # the rule under a table's heading
        if any(clean):
            found.append(GridRow(f"บรรทัด {number}", clean))
    return Grid(tuple(found))


_TEXT_FORMULA = re.compile(r'^\s*="([^"]*)"\s*$')
"""How exports keep spreadsheets from changing a number: ``="97.68"``."""


def clean_cell(text: str) -> str:
    """A cell on one line, as it should have been typed, without the marks of lists."""
    if text.isascii() and text.isalnum():
        return text[:MAX_CELL]
    plain = normalise(text[:MAX_CELL]).replace("\n", " ")
    plain = _TEXT_FORMULA.sub(r"\1", plain)
    return re.sub(r" {2,}", " ", plain).strip().strip("\u2022\u25cf\u25aa\u2713\u2714").strip()
