"""Cells of grids: what a grid needs of its model, and what a cell holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex

COPY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""What a cell puts on the clipboard where that is not the shown text: digits that a
spreadsheet can read."""

KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""A text that stands for a row of a tree when the rows are made anew."""


class GridModel(Protocol):
    """What a grid needs of its model beside what Qt needs."""

    def problem(self, index: AnyIndex, text: str) -> str:
        """Why the cell does not take *text*, a Thai sentence; ``""`` when it does."""

    def store(self, cells: Sequence[tuple[AnyIndex, str]]) -> None:
        """Stores texts that :meth:`problem` has nothing against, as one step."""


class Sight(Protocol):
    """What a grid shows of its model."""

    def shown_rows(self) -> list[QModelIndex]:
        """The first cell of every row that is shown, from the top."""

    def shown_columns(self) -> list[int]:
        """The columns in sight, from the left."""


def is_editable(index: AnyIndex) -> bool:
    """Whether a cell can be typed into."""
    wanted = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsEnabled
    return index.isValid() and index.flags() & wanted == wanted


def edited_text(index: AnyIndex) -> str:
    """What an open cell begins with."""
    return str(index.data(Qt.ItemDataRole.EditRole) or "")


def copied_text(index: AnyIndex) -> str:
    """What a cell puts on the clipboard."""
    text = index.data(COPY_ROLE)
    return str((index.data(Qt.ItemDataRole.DisplayRole) if text is None else text) or "")


def row_key(index: AnyIndex) -> tuple[int, ...]:
    """What tells a row from others, whatever the column."""
    steps: list[int] = []
    while index.isValid():
        steps.append(index.row())
        index = index.parent()
    return tuple(steps)


def position(rows: Sequence[QModelIndex], index: AnyIndex) -> int | None:
    """Where a cell's row stands among *rows*."""
    wanted = row_key(index)
    return next((at for at, row in enumerate(rows) if row_key(row) == wanted), None)
