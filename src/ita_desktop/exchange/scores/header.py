"""What each column of a table speaks of, told from one or more rows of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from ita_desktop.domain.score_values import Value, read_value
from ita_desktop.exchange.scores.grid import GridRow
from ita_desktop.exchange.scores.labels import Label, Labels, Puzzle, Target
from ita_desktop.exchange.scores.words import SCORED, CellKind
from ita_desktop.thai.digits import to_ascii_digits

_GENERIC = frozenset((CellKind.TOTAL, CellKind.SCORE, CellKind.WEIGHTED, CellKind.YEAR))
"""What a heading says of the heading above it: คะแนน under IIT is that of IIT."""

_FEWEST_NUMBERS = 3
_MOST_ROWS = 3


class HeaderColumn(NamedTuple):
    """One column: what it holds, or ``kind`` None where no heading tells.

    ``target`` is set where its numbers are scores; ``year`` (BE) where a heading names one.
    """

    at: int
    text: str = ""
    kind: CellKind | None = None
    target: Target | None = None
    out_of: Decimal | None = None
    year: int | None = None
    why: str = ""
    puzzle: str = ""


def holds_value(row: GridRow, labels: Labels) -> bool:
    """Whether a row holds a score with decimals, as rows of headings never do.

    Numbers of sub-indicators in a row (``10.1 10.2 10.3``) are none.
    """
    doubtful: set[int] = set()
    for index, cell in enumerate(row.cells):
        if cell and isinstance(read_value(cell), Value) and not _is_whole(cell):
            if labels.target_of(_bare(cell)) is None:
                return True
            doubtful.add(index)
    return bool(doubtful) and not doubtful <= numbered(row, labels).keys()


def _is_whole(cell: str) -> bool:
    plain = _bare(cell)
    return plain.isascii() and plain.isdigit()


def _bare(cell: str) -> str:
    """A number in ASCII digits, without the signs that stand around it: ``(๑๐.)`` is ``10``."""
    return to_ascii_digits(cell).strip(" ().")


def numbered(row: GridRow, labels: Labels) -> dict[int, str]:
    """The cells of a row that are bare numbers of (sub-)indicators, in ascending order.

    Three in a row that begin with the first of an instrument are headings: ``1 2 3 4``.
    """
    found: dict[int, str] = {}
    for index, cell in enumerate(row.cells):
        plain = _bare(cell)
        if plain[:1].isdigit() and labels.target_of(plain) is not None:
            found[index] = plain
    numbers = list(found.values())
    # Two years or units side by side count anew.
    goes_on = [labels.follows(a, b) or b in labels.firsts for a, b in pairwise(numbers)]
    if len(numbers) < _FEWEST_NUMBERS or numbers[0] not in labels.firsts or not all(goes_on):
        return {}
    return found


_FULL_MARKS = re.compile(r"(?<=\S)\s*100\s*(?:%|คะแนน)?$")
"""รวม 100% over a column says what the scores are out of."""


def label_of(cell: str, labels: Labels) -> Label | None:
    """The label that a cell holds, if it is one."""
    found = _heading(cell, labels) if cell else None
    return found if isinstance(found, Label) else None


def _heading(cell: str, labels: Labels) -> Label | Puzzle | None:
    found = labels.recognise(cell)
    if found is None and "100" in cell:
        return labels.recognise(_FULL_MARKS.sub("", cell))
    return found


def targets_in(row: GridRow, labels: Labels) -> set[Target]:
    """What the headings of a row name that can have a score."""
    named = {
        label.target
        for cell in row.cells
        if (label := label_of(cell, labels)) is not None and label.target.kind in SCORED
    }
    return named | {
        target
        for number in numbered(row, labels).values()
        if (target := labels.target_of(number)) is not None
    }


def kinds_in(row: GridRow, labels: Labels) -> set[CellKind]:
    """The kinds of all headings that are recognised in a row."""
    found = {label.target.kind for cell in row.cells if (label := label_of(cell, labels))}
    return found | ({CellKind.INDICATOR} if numbered(row, labels) else set())


def is_heading(row: GridRow, labels: Labels) -> bool:
    """Whether a row can stand among the headings: several cells, most known, no scores."""
    if len(row.filled) < 2 or holds_value(row, labels):
        return False
    known = len(numbered(row, labels)) + sum(
        _heading(row.cell(index), labels) is not None for index in row.filled
    )
    return known >= 1


def block_around(rows: Sequence[GridRow], at: int, labels: Labels) -> tuple[int, int]:
    """First row and the row after the last of the headings that *at* is one of."""
    first, end = at, at + 1
    while first > 0 and end - first < _MOST_ROWS and is_heading(rows[first - 1], labels):
        first -= 1
    while end < len(rows) and end - first < _MOST_ROWS and _goes_on(rows[end], labels):
        end += 1
    return first, end


def _goes_on(row: GridRow, labels: Labels) -> bool:
    """Whether a row below the headings is one more: words over columns, no name of a unit."""
    if not row.filled or holds_value(row, labels):
        return False
    if numbered(row, labels):
        return True
    known = [label_of(row.cell(index), labels) for index in row.filled]
    return all(label is not None and label.target.kind is not CellKind.FULL for label in known)


def columns_of(block: Sequence[GridRow], labels: Labels) -> tuple[HeaderColumn, ...]:
    """The columns under a block of headings.

    A heading above reaches over the blank cells to its right, as a merged cell does.
    """
    width = max(len(row.cells) for row in block)
    numbers = [numbered(row, labels) for row in block]
    reaching = [""] * len(block)
    columns = []
    for index in range(width):
        stack: list[tuple[str, Label | Puzzle | None]] = []
        for level, row in enumerate(block):
            cell = row.cell(index)
            reaching[level] = cell or (reaching[level] if level < len(block) - 1 else "")
            text = reaching[level]
            if (number := numbers[level].get(index)) is not None:
                target = labels.target_of(number)
                stack.append((text, Label(target, "ตามเลข") if target else None))
            elif text:
                stack.append((text, _heading(text, labels)))
        columns.append(_column(index, stack))
    return tuple(columns)


def _column(index: int, stack: list[tuple[str, Label | Puzzle | None]]) -> HeaderColumn:
    if not stack:
        return HeaderColumn(index)
    text, lowest = stack[-1]
    labels = [label for _, label in stack if isinstance(label, Label)]
    year = next((label.year for label in reversed(labels) if label.year), None)
    column = HeaderColumn(index, text, year=year)
    if isinstance(lowest, Puzzle):
        return column._replace(puzzle=lowest.reason)
    if lowest is None:
        return column
    kind = lowest.target.kind
    if kind in _GENERIC:
        above = _specific(labels[:-1])
        if above is not None:
            kept = CellKind.WEIGHTED if kind is CellKind.WEIGHTED else above.target.kind
            return column._replace(
                kind=kept, target=above.target, out_of=above.out_of, why=above.why
            )
        totals = [label for label in labels if label.target.kind is CellKind.TOTAL]
        if totals:
            return column._replace(
                kind=CellKind.TOTAL, target=totals[-1].target, why=totals[-1].why
            )
    if kind is CellKind.YEAR:
        # A year under คะแนน is a column of scores.
        kinds = [label.target.kind for label in reversed(labels)]
        kind = next((other for other in kinds if other is not CellKind.YEAR), CellKind.YEAR)
    target = Target(kind, lowest.target.key) if kind in SCORED else None
    return column._replace(kind=kind, target=target, out_of=lowest.out_of, why=lowest.why)


def _specific(labels: Sequence[Label]) -> Label | None:
    """The lowest heading that names a part, not only the total."""
    for label in reversed(labels):
        if label.target.kind in SCORED and label.target.kind is not CellKind.TOTAL:
            return label
    return None
