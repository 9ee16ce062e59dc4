"""A table of texts to read and to copy, in which nothing is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from ita_desktop.thai.digits import to_ascii_digits
from ita_desktop.ui.widgets.grid import COPY_ROLE, AnyIndex, GridTable
from ita_desktop.ui.widgets.grid.delegate import PADDING
from ita_desktop.ui.widgets.labels import tooltip

_ROWS_MEASURED = 50
"""Rows after which a column is taken to be as wide as those."""

Texts = tuple[str, ...]


class TextTableModel(QAbstractTableModel):
    """Rows of texts under headings; *numbers* are the columns that are set to the right.

    Numbers are copied in digits that a spreadsheet reads.
    """

    def __init__(
        self, headings: Texts, numbers: frozenset[int] = frozenset(), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._headings, self._numbers = headings, numbers
        self._rows: tuple[Texts, ...] = ()

    @property
    def rows(self) -> tuple[Texts, ...]:
        """The texts."""
        return self._rows

    def show(self, rows: Sequence[Texts]) -> None:
        """Shows other rows."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def problem(self, _index: AnyIndex, _text: str) -> str:
        """A cell takes nothing."""
        return "ช่องนี้มีไว้ดูเท่านั้น"

    def store(self, cells: Sequence[tuple[AnyIndex, str]]) -> None:
        """Stores nothing."""

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own
        return len(self._headings)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        is_text = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headings[section] if is_text else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self._rows[index.row()][index.column()]
        is_number = index.column() in self._numbers
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == COPY_ROLE:
            return to_ascii_digits(text) if is_number else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(text)
        if role == Qt.ItemDataRole.TextAlignmentRole and is_number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


def set_up(table: GridTable, model: TextTableModel, *, wide: Iterable[int]) -> None:
    """Makes a grid show such a table: whole rows, *wide* columns that share the room."""
    table.setModel(model)
    table.keys.set_writable(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    # What a line begins with and the number at its end tell most.
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for column in wide:
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    header.setResizeContentsPrecision(_ROWS_MEASURED)
    set_row_height(table)


def set_row_height(table: GridTable) -> None:
    """Makes every row as high as one line: measuring thousands of rows takes seconds."""
    rows = table.verticalHeader()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(table.fontMetrics().height() + PADDING)
