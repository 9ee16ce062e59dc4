"""Lists that stand beside each other (IIT, EIT and OIT), brought below one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ita_desktop.domain.score_values import Value, read_value
from ita_desktop.exchange.scores.grid import GridRow
from ita_desktop.exchange.scores.header import label_of
from ita_desktop.exchange.scores.labels import Labels
from ita_desktop.exchange.scores.words import CellKind

_PARTS = (CellKind.INDICATOR, CellKind.SUB_INDICATOR, CellKind.ITEM)
_FEWEST = 2
_ENOUGH = 60
"""Rows that tell whether lists stand side by side."""


def one_below_another(rows: Sequence[GridRow], labels: Labels) -> tuple[GridRow, ...]:
    """The rows as they are, or cut into the lists that stand side by side in them.

    That is where two columns or more name different indicators, each with scores to its
    right.
    """
    starts = _starts(rows[:_ENOUGH], labels)
    if len(starts) < _FEWEST:
        return tuple(rows)
    bounds = [0, *starts[1:], max(len(row.cells) for row in rows)]
    return tuple(
        GridRow(row.place, row.cells[first:end])
        for first, end in pairwise(bounds)
        for row in rows
        if any(row.cells[first:end])
    )


def _is_score(cell: str) -> bool:
    return isinstance(read_value(cell), Value)


def _starts(rows: Sequence[GridRow], labels: Labels) -> list[int]:
    """The columns that name indicators, each other ones, with a score right of the name."""
    named: defaultdict[int, set[str]] = defaultdict(set)
    for row in rows:
        for at, following in pairwise(row.filled):
            if not _is_score(row.cell(following)) or _is_score(row.cell(at)):
                continue
            label = label_of(row.cell(at), labels)
            if label is not None and label.target.kind in _PARTS:
                named[at].add(label.target.key)
    starts = sorted(at for at, keys in named.items() if len(keys) >= _FEWEST)
    seen: set[str] = set()
    for at in starts:
        if not seen.isdisjoint(named[at]):
            return []
        seen |= named[at]
    return starts
