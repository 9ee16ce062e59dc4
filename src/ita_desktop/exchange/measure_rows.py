"""Measures and items of lists as text from elsewhere: Excel, Word, a web page.

A measure is a row of cells, its lists are lines within a cell, as a spreadsheet copies
and pastes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ita_desktop.domain.case import Measure
from ita_desktop.domain.description import (
    TEXT_LIST_TYPES,
    DescribedField,
    FieldType,
    fields_of,
)
from ita_desktop.domain.frameworks import NUMBER_PATTERN
from ita_desktop.domain.text_match import folded
from ita_desktop.exchange.tsv import block_of, block_text
from ita_desktop.thai.cleanup import clean_pasted
from ita_desktop.thai.digits import to_ascii_digits
from ita_desktop.thai.list_marks import lines

_COLUMNS = tuple([one for one in fields_of(Measure) if one.field.headings])
"""The fields of a measure that have a column, in their order."""
_NAMES = tuple([one.name for one in _COLUMNS])
_LAST = [one.name for one in _COLUMNS if one.field.type is FieldType.TEXT][-1]
"""Where texts of columns go that belong to nothing."""
_ORDINAL = re.compile(r"[(]?[0-9๐-๙]{1,3}[.)]{0,2}")
# Not a part of a year, of a longer number, or of a code such as O42.
_NUMBER = re.compile(rf"(?<![0-9A-Za-z.]){NUMBER_PATTERN}(?![0-9])")
_NUMBERS_ALONE = re.compile(rf"(?:{NUMBER_PATTERN}|[\s,;/]|และ|กับ)*")
# A mark before a tab comes from Word's lists, or from a column that counts.
_MARK_AND_TAB = re.compile(
    r"^[ ]*(?:[(]?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,2})*[.)]{0,2}|[(]?[ก-ฮ][.)]|[^\s\w(\"]|[o§])"
    r"\t[ \t]*",
    re.MULTILINE,
)
# Marks of lists from web pages that no memo prints.
_OTHER_MARK = re.compile(r"^[ ]*[*◦○■□▪◆◇►▶➢➤✓✔❖\uf0a7\uf0d8\uf0fc\uf076][ ]*", re.MULTILINE)


def items_of(text: str) -> tuple[str, ...]:
    """The items of a pasted text: one a line, without the numbers and bullets typed before it.

    Cells of a spreadsheet count as lines.
    """
    text = _MARK_AND_TAB.sub("", text)
    if "\t" in text or ('"' in text and "\n" in text):
        text = "\n".join(cell for row in block_of(text) for cell in row)
    return _items(text)


def rows_of(measures: Iterable[Measure]) -> str:
    """*measures* as rows for a spreadsheet, without their results."""
    return block_text(
        [_cell(one.field.type, getattr(measure, one.name)) for one in _COLUMNS]
        for measure in measures
    )


def _cell(kind: FieldType, value: Any) -> str:
    """What a field holds, as a cell: a list as lines, numbers in a row."""
    if kind is FieldType.NUMBERS:
        return ", ".join(value)
    return "\n".join(map(_one_line, value)) if kind in TEXT_LIST_TYPES else str(value)


def measures_of(text: str, indicators: Iterable[str] = ()) -> tuple[Measure, ...]:
    """The measures in pasted rows; one column is a list of names.

    Columns are those of :func:`rows_of`, or as their headings say. A first column that
    only counts is passed over, and so are rows without any text. *indicators* are the
    year's numbers: among words, only numbers of these count, since others may be scores.
    """
    known = frozenset(number.partition(".")[0] for number in indicators)
    grid = [row for row in block_of(text) if any(map(str.strip, row))]
    if grid and all(len(row) > 1 and _ORDINAL.fullmatch(row[0].strip()) for row in grid):
        grid = [row[1:] for row in grid]
    columns: Sequence[str] = _NAMES
    if grid and (headings := _headings(grid[0])):
        columns, grid = headings, grid[1:]
    return tuple(_measure(columns, row, known) for row in grid)


def _measure(columns: Sequence[str], row: Sequence[str], known: frozenset[str]) -> Measure:
    cells = {column: cell for column, cell in zip(columns, row, strict=False) if column}
    cells[_LAST] = "\n".join(filter(None, map(clean_pasted, _last(columns, row))))
    values = {one.name: _value(one, cells.get(one.name, ""), known) for one in _COLUMNS}
    return Measure(**values)


def _value(described: DescribedField, cell: str, known: frozenset[str]) -> Any:
    """What a cell says for a field; *known* are the year's whole numbers of indicators."""
    if described.field.type is FieldType.NUMBERS:
        return _numbers_in(to_ascii_digits(cell), known)
    if described.field.type in TEXT_LIST_TYPES:
        return _items(cell)
    if described.field.type is FieldType.LINE:
        return " ".join(_items(cell))
    return cell if described.name == _LAST else clean_pasted(cell)


def _numbers_in(cell: str, known: frozenset[str]) -> tuple[str, ...]:
    """The numbers of indicators in a cell, each once; *known* are the year's whole ones."""
    found = dict.fromkeys(_NUMBER.findall(cell))
    if not known or _NUMBERS_ALONE.fullmatch(cell):
        return tuple(found)
    return tuple(number for number in found if number.partition(".")[0] in known)


def _last(columns: Sequence[str], row: Sequence[str]) -> Iterator[str]:
    """The last text, and what stands in columns that belong to nothing: no text is lost."""
    for at, cell in enumerate(row):
        column = columns[at] if at < len(columns) else ""
        if column == _LAST or (not column and not _ORDINAL.fullmatch(cell.strip())):
            yield cell


def _headings(row: Sequence[str]) -> tuple[str, ...]:
    """The columns that a row of headings names (``""`` one of no use); none where it is none."""
    found = tuple(_column(cell) for cell in row)
    named = [column for column in found if column]
    return found if "name" in named and len(named) == len(set(named)) > 1 else ()


def _column(heading: str) -> str:
    text = folded(heading)
    starts = ((one.name, folded(word)) for one in _COLUMNS for word in one.field.headings)
    return next((column for column, word in starts if text.startswith(word)), "")


def _items(text: str) -> tuple[str, ...]:
    cleaned = clean_pasted(_OTHER_MARK.sub("", text))
    return tuple(item.text for item in lines(cleaned) if item.text.strip())


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
