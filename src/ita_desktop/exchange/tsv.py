"""Blocks of cells as spreadsheets put them on the clipboard: tabs, lines, quotation marks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

Block = tuple[tuple[str, ...], ...]
"""Rows of cells; rows may differ in length."""

_SPECIAL = frozenset('\t\n\r"')


def block_text(rows: Iterable[Sequence[str]]) -> str:
    """The text of *rows* for the clipboard, each line ended."""
    return "".join("\t".join(map(_written, row)) + "\n" for row in rows)


def block_of(text: str) -> Block:
    """The cells in a text from the clipboard; the end of the last line begins no row.

    Quotation marks that do not pair up are taken as they stand.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if '"' in text:
        try:
            rows = tuple(map(tuple, csv.reader(io.StringIO(text), delimiter="\t", strict=True)))
        except csv.Error:
            pass  # not written by a spreadsheet: plain lines
        else:
            return tuple(row or ("",) for row in rows)
    lines = text.removesuffix("\n").split("\n")
    return tuple(tuple(line.split("\t")) for line in lines)


def _written(cell: str) -> str:
    if _SPECIAL.isdisjoint(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
