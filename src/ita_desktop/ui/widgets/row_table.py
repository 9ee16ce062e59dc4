"""A list of rows with columns, to choose whole rows from and to copy them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ita_desktop.services.clipboard import block_text
from ita_desktop.ui.widgets.grid import COPY_ROLE
from ita_desktop.ui.widgets.roomy_rows import RoomyRows
from ita_desktop.ui.widgets.text_table import TextTableModel


class RowTable(QTableView):
    """Whole rows are chosen; Ctrl+C copies them, with the headings where all are chosen.

    ``opened(row)`` is sent for Enter and a double click, ``chosen()`` whenever other
    rows are chosen.
    """

    opened = Signal(int)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TextTableModel((), parent=self)
        self.setItemDelegate(RoomyRows(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def set_columns(
        self, headings: Sequence[str], *, wide: int = 0, numbers: Sequence[int] = ()
    ) -> None:
        """Says what the columns are; ``wide`` takes the room that the others leave."""
        self._model = TextTableModel(tuple(headings), frozenset(numbers), self)
        self.setModel(self._model)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        modes = QHeaderView.ResizeMode
        for column in range(len(headings)):
            mode = modes.Stretch if column == wide else modes.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(column, mode)

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Shows other rows; none of them is chosen."""
        self._model.show(rows)
        self.clearSelection()
        self.chosen.emit()

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows as they are shown."""
        return self._model.rows

    def chosen_rows(self) -> list[int]:
        """The rows that are chosen, from the top."""
        selection = self.selectionModel()
        return sorted(index.row() for index in selection.selectedRows()) if selection else []

    def choose(self, row: int) -> None:
        """Chooses one row; one that is not there leaves none chosen."""
        self.clearSelection()
        if 0 <= row < len(self._model.rows):
            self.selectRow(row)
            self.scrollTo(self._model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_rows():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Puts the chosen rows on the clipboard, cells parted by tabs."""
        rows = self.chosen_rows()
        lines = [self._cells(row) for row in rows]
        if len(rows) == len(self._model.rows):
            titles = range(self._model.columnCount())
            headings = [self._model.headerData(at, Qt.Orientation.Horizontal) for at in titles]
            lines.insert(0, [heading or "" for heading in headings])
        QGuiApplication.clipboard().setText(block_text(lines))

    def _cells(self, row: int) -> list[str]:
        columns = range(self._model.columnCount())
        return [str(self._model.index(row, at).data(COPY_ROLE) or "") for at in columns]
