"""The grids themselves: a table and a tree."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QTreeView,
    QWidget,
)

from ita_desktop.ui.widgets.grid.cells import KEY_ROLE
from ita_desktop.ui.widgets.grid.delegate import CellDelegate
from ita_desktop.ui.widgets.grid.keys import GridKeys


class GridTable(QTableView):
    """A table with the keys of a spreadsheet. ``refused`` tells what was not taken."""

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = GridKeys(self, self, self.refused.emit)
        self.setItemDelegate(CellDelegate(self, self.keys))
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)

    def shown_rows(self) -> list[QModelIndex]:
        """The first cell of every row that is shown, from the top."""
        model = self.model()
        return [model.index(row, 0) for row in range(model.rowCount()) if not self.isRowHidden(row)]

    def shown_columns(self) -> list[int]:
        """The columns in sight, from the left."""
        return _in_sight(self.horizontalHeader())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        self.keys.editing.closed(editor)
        super().closeEditor(editor, hint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        self.keys.show_menu(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        self.keys.editing.forget_refusal()


class GridTree(QTreeView):
    """A tree with the keys of a spreadsheet. ``refused`` tells what was not taken.

    In the first column right and left open and close; in the others they go from cell
    to cell.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = GridKeys(self, self, self.refused.emit)
        self.setItemDelegate(CellDelegate(self, self.keys))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(False)
        self.setExpandsOnDoubleClick(True)

    def shown_rows(self) -> list[QModelIndex]:
        """The first cell of every row that is open to sight, from the top."""
        rows = []
        index = self.model().index(0, 0) if self.model() is not None else QModelIndex()
        while index.isValid():
            rows.append(index)
            index = self.indexBelow(index)
        return rows

    def shown_columns(self) -> list[int]:
        """The columns in sight, from the left."""
        return _in_sight(self.header())

    def open_keys(self) -> list[str]:
        """The keys of the rows that are open, for :meth:`open_by_keys`."""
        rows = [row for row in self.shown_rows() if self.model().hasChildren(row)]
        return [str(row.data(KEY_ROLE)) for row in rows if self.isExpanded(row)]

    def open_by_keys(self, keys: Sequence[str]) -> None:
        """Opens the rows with these keys, and closes the others."""
        wanted = set(keys)
        self.collapseAll()
        waiting = [QModelIndex()]
        while waiting:
            above = waiting.pop()
            for row in range(self.model().rowCount(above)):
                index = self.model().index(row, 0, above)
                if index.data(KEY_ROLE) in wanted:
                    self.setExpanded(index, True)
                    waiting.append(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        current = self.currentIndex()
        actions = QAbstractItemView.CursorAction
        if current.isValid() and not modifiers & Qt.KeyboardModifier.ControlModifier:
            if action is actions.MoveHome:
                return current.siblingAtColumn(self.shown_columns()[0])
            if action is actions.MoveEnd:
                return current.siblingAtColumn(self.shown_columns()[-1])
        if action not in (actions.MoveLeft, actions.MoveRight) or not current.isValid():
            return super().moveCursor(action, modifiers)
        step = 1 if action is actions.MoveRight else -1
        first = current.column() == self.shown_columns()[0]
        opens = first and self.model().hasChildren(current)
        if opens and self.isExpanded(current) is (step < 0):
            self.setExpanded(current, step > 0)
            return current
        if first and step < 0:
            above = current.parent()
            return above if above.isValid() else current
        return self.keys.beside(current, step) or current

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        self.keys.editing.closed(editor)
        super().closeEditor(editor, hint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        self.keys.show_menu(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        self.keys.editing.forget_refusal()


def _in_sight(header: QHeaderView) -> list[int]:
    logical = [header.logicalIndex(place) for place in range(header.count())]
    return [column for column in logical if not header.isSectionHidden(column)]
