"""Blocks of a grid's cells: copied, pasted and emptied as a spreadsheet does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QMimeData, QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from ita_desktop.services.clipboard import Block, block_of, block_text
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.widgets.grid.cells import (
    AnyIndex,
    GridModel,
    Sight,
    copied_text,
    is_editable,
    position,
    row_key,
)


class Cell(NamedTuple):
    """A cell and the text that it is to take."""

    at: QModelIndex
    text: str


class GridBlocks:
    """The selected cells and the clipboard.

    ``say`` says beside a cell what was refused. ``take_paste`` may take a paste before
    the cells do, and then answers True.
    """

    def __init__(
        self, view: QAbstractItemView, sight: Sight, say: Callable[[AnyIndex, str], None]
    ) -> None:
        self._view = view
        self._sight = sight
        self._say = say
        self.may_write = True
        self.take_paste: Callable[[QMimeData], bool] | None = None

    def copy(self) -> None:
        """Puts the block around the selected cells on the clipboard."""
        block = self._selected_block()
        if block:
            QGuiApplication.clipboard().setText(block_text(block))

    def cut(self) -> None:
        """Copies, then clears."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Empties the selected cells, as one step; those that cannot be empty say why."""
        cells = [Cell(index, "") for index in self.selected() if is_editable(index)]
        self._store_all(cells)

    def paste(self) -> None:
        """Puts the clipboard's block into the cells from the current one on, as one step.

        One value goes into every selected cell. The owner of the grid may take it first.
        """
        # An empty clipboard may have no data object at all.
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        if not self.may_write or (self.take_paste is not None and self.take_paste(mime)):
            return
        if mime.hasText():
            self.paste_block(block_of(mime.text()))

    def paste_block(self, block: Block) -> None:
        """Puts a block into the cells from the first selected one on, as one step."""
        selected = [index for index in self.selected() if is_editable(index)]
        if len(block) == 1 and len(block[0]) == 1:
            cells = [Cell(index, block[0][0].strip()) for index in selected]
        else:
            cells = self._cells_for(block, selected)
        self._store_all(cells)

    def _cells_for(self, block: Block, selected: Sequence[QModelIndex]) -> list[Cell]:
        start = selected[0] if selected else self._view.currentIndex()
        rows = self._sight.shown_rows()
        row = position(rows, start)
        if row is None:
            return []
        shown = self._sight.shown_columns()
        columns = shown[shown.index(start.column()) :]
        # Rows that take nothing (headings) are passed over: a list from elsewhere has none.
        targets = [r for r in rows[row:] if any(is_editable(r.siblingAtColumn(c)) for c in columns)]
        return [
            Cell(target.siblingAtColumn(column), text.strip())
            for target, line in zip(targets, block, strict=False)
            for column, text in zip(columns, line, strict=False)
            if is_editable(target.siblingAtColumn(column))
        ]

    def _store_all(self, cells: Sequence[Cell]) -> None:
        refused = [(cell, why) for cell in cells if (why := self._model.problem(*cell))]
        wrong = {id(cell) for cell, _ in refused}
        taken = [(cell.at, cell.text) for cell in cells if id(cell) not in wrong]
        if taken:
            self._model.store(taken)
        if refused:
            (index, text), why = refused[0]
            rest = len(refused) - 1
            more = f" (และอีก {thai_number(rest)} ช่อง)" if rest else ""
            self._say(index, f"“{text}” {why}{more}" if text else f"{why}{more}")

    def selected(self) -> list[QModelIndex]:
        """The selected cells in sight, in the order in which they are read."""
        chosen = self._view.selectionModel()
        columns = self._sight.shown_columns()
        return [
            index
            for first in self._sight.shown_rows()
            for column in columns
            if chosen.isSelected(index := first.siblingAtColumn(column))
        ]

    def _selected_block(self) -> list[list[str]]:
        chosen = self.selected()
        if not chosen:
            return []
        held = {(row_key(index), index.column()) for index in chosen}
        used = {index.column() for index in chosen}
        columns = [column for column in self._sight.shown_columns() if column in used]
        keys = {row_key(index) for index in chosen}
        rows = [first for first in self._sight.shown_rows() if row_key(first) in keys]
        return [
            [
                copied_text(first.siblingAtColumn(column))
                if (row_key(first), column) in held
                else ""
                for column in columns
            ]
            for first in rows
        ]

    @property
    def _model(self) -> GridModel:
        return cast("GridModel", self._view.model())
