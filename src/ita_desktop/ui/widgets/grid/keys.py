"""The keys of a spreadsheet, and the menu of the right button, for tables and trees alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu

from ita_desktop.ui.widgets.grid.blocks import GridBlocks
from ita_desktop.ui.widgets.grid.cells import Sight, is_editable, position
from ita_desktop.ui.widgets.grid.editing import GridEditing


class Way(NamedTuple):
    """Where to go from a cell, in cells: down, right, or on (by Tab)."""

    rows: int = 0
    columns: int = 0
    on: int = 0


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {
    Qt.Key.Key_Down: Way(rows=1),
    Qt.Key.Key_Up: Way(rows=-1),
    Qt.Key.Key_Right: Way(columns=1),
    Qt.Key.Key_Left: Way(columns=-1),
}


class GridKeys:
    """What tables and trees have in common; each grid has one as ``keys``."""

    def __init__(
        self, view: QAbstractItemView, sight: Sight, refuse: Callable[[str], object]
    ) -> None:
        self._view = view
        self._sight = sight
        self._typed_over = False
        self.editing = GridEditing(view, refuse)
        self.blocks = GridBlocks(view, sight, self.editing.say)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        view.setTabKeyNavigation(True)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    # --- for those who use a grid --------------------------------------------------------------

    def commit(self) -> None:
        """Stores what is being typed and closes the cell; what is refused is dropped, and said."""
        self.editing.commit()

    def set_writable(self, writable: bool) -> None:
        """Whether pasting and clearing may be tried; the model's flags say it for each cell.

        In a grid that is only read, Enter activates a row as a double click does.
        """
        self.blocks.may_write = writable

    def set_take_paste(self, take: Callable[[QMimeData], bool]) -> None:
        """Lets the grid's owner take a paste first; *take* answers whether it did."""
        self.blocks.take_paste = take

    def beside(self, index: QModelIndex, step: int) -> QModelIndex | None:
        """The cell so many columns in sight to the right; None where there is none."""
        columns = self._sight.shown_columns()
        place = columns.index(index.column()) + step if index.column() in columns else -1
        return index.siblingAtColumn(columns[place]) if 0 <= place < len(columns) else None

    # --- keys --------------------------------------------------------------------------------

    def way_out(self, event: QKeyEvent) -> Way | None:
        """Where a key in an open cell leads to; None for keys of the text itself."""
        way = _way(event)
        if way is not None:
            return way
        arrows = _ARROWS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if arrows is None or not plain or (arrows.columns and not self._typed_over):
            return None
        return arrows

    def press(self, event: QKeyEvent) -> bool:
        """Does what a key means in a closed cell; False for keys that Qt knows better."""
        self.editing.forget_refusal()
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy):
            self.blocks.copy()
        elif event.matches(keys.Cut):
            self.blocks.cut()
        elif event.matches(keys.Paste):
            self.blocks.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.blocks.clear()
        elif event.key() == Qt.Key.Key_Space and is_editable(self._view.currentIndex()):
            pass  # a space would open the cell and empty it
        elif event.key() == Qt.Key.Key_F2:
            self._typed_over = False
            self.editing.open_at_end()
        elif event.key() in _ENTER and not self.blocks.may_write:
            self._view.activated.emit(self._view.currentIndex())
        elif (way := _way(event)) is not None:
            # Tab goes on to the next widget after the last cell.
            event.setAccepted(self.go(way))
        else:
            self._typed_over = True
            return False
        return True

    def go(self, way: Way) -> bool:
        """Goes to the next cell that can be typed into; False where there is none."""
        current = self._view.currentIndex()
        rows = self._sight.shown_rows()
        row = position(rows, current)
        if row is None:
            return False
        if way.columns:
            target = self.beside(current, way.columns)
        elif way.on:
            target = self._next_cell(rows, row, current.column(), way.on)
        else:
            target = self._next_below(rows, row, current.column(), way.rows)
        if target is None:
            return False
        self._view.setCurrentIndex(target)
        self._view.scrollTo(target)
        return True

    def _next_below(
        self, rows: Sequence[QModelIndex], row: int, column: int, step: int
    ) -> QModelIndex | None:
        """The next cell in the column that can be typed into, in a column of none the next."""
        cells = [first.siblingAtColumn(column) for first in _onwards(rows, row, step)]
        return next((cell for cell in cells if is_editable(cell)), cells[0] if cells else None)

    def _next_cell(
        self, rows: Sequence[QModelIndex], row: int, column: int, step: int
    ) -> QModelIndex | None:
        columns = self._sight.shown_columns()
        here = columns.index(column) if column in columns else 0
        rest = columns[here + 1 :] if step > 0 else columns[:here][::-1]
        cells = [rows[row].siblingAtColumn(at) for at in rest]
        for first in _onwards(rows, row, step):
            cells += [first.siblingAtColumn(at) for at in columns[::step]]
        return next((cell for cell in cells if is_editable(cell)), None)

    def show_menu(self, event: QContextMenuEvent) -> None:
        """The menu of the right button, in Thai."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        some = bool(self.blocks.selected())
        can_write = self.blocks.may_write and any(map(is_editable, self.blocks.selected()))
        for text, slot, possible in (
            ("ตัด\tCtrl+X", self.blocks.cut, can_write),
            ("คัดลอก\tCtrl+C", self.blocks.copy, some),
            ("วาง\tCtrl+V", self.blocks.paste, self.blocks.may_write),
            ("ล้าง\tDel", self.blocks.clear, can_write),
            ("เลือกทั้งหมด\tCtrl+A", self._view.selectAll, True),
        ):
            menu.addAction(text, slot).setEnabled(possible)
        menu.popup(event.globalPos())


def _way(event: QKeyEvent) -> Way | None:
    """Where Enter and Tab lead to, with Shift backwards."""
    back = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
    if event.key() in _ENTER:
        return Way(rows=back)
    if event.key() == Qt.Key.Key_Tab:
        return Way(on=1)
    if event.key() == Qt.Key.Key_Backtab:
        return Way(on=-1)
    return None


def _onwards(rows: Sequence[QModelIndex], row: int, step: int) -> Sequence[QModelIndex]:
    return rows[row + 1 :] if step > 0 else rows[:row][::-1]
