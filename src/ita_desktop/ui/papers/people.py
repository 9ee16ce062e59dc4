"""The agency's list of people, typed and pasted as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from ita_desktop.domain.blank import is_blank
from ita_desktop.domain.case import Signatory
from ita_desktop.services.clipboard import block_of
from ita_desktop.ui.forms.people import PeopleUi
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.grid import AnyIndex

COLUMNS = (
    ("rank", "ยศ/คำนำหน้า", 90),
    ("name", "ชื่อ", 190),
    ("position", "ตำแหน่ง", 230),
    ("acting_position", "รักษาการ", 150),
    ("note", "หมายเหตุ", 90),
    ("opinion_heading", "หัวข้อความเห็น", 150),
)
"""Keys of a signatory, their titles, and widths (pixels) at first."""
SPARE_ROWS = 10
"""Empty rows below the people, to type and paste into."""


class PeopleModel(QAbstractTableModel):
    """The people of a session, and empty rows below them."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._spare = SPARE_ROWS
        self._people = session.shared.people
        session.shared_changed.connect(self._refresh)

    def make_room(self, rows: int) -> None:
        """Has at least so many rows in all."""
        missing = rows - self.rowCount()
        if missing > 0:
            self.beginInsertRows(QModelIndex(), self.rowCount(), rows - 1)
            self._spare += missing
            self.endInsertRows()

    def remove(self, rows: Sequence[int]) -> None:
        """Takes people out as one step."""
        kept = tuple(one for row, one in enumerate(self._people) if row not in rows)
        self._session.edit_shared("ลบคนในรายชื่อ", lambda shared: shared._replace(people=kept))

    # --- what a grid needs -----------------------------------------------------------------

    def problem(self, index: AnyIndex, text: str) -> str:  # noqa: ARG002 - any text will do
        """Nothing is refused."""
        return ""

    def store(self, cells: Sequence[tuple[AnyIndex, str]]) -> None:
        """Stores texts as one step; a row that is left with no text at all goes."""
        people = [*self._people, *[Signatory()] * self._spare]
        for index, text in cells:
            key = COLUMNS[index.column()][0]
            people[index.row()] = people[index.row()]._replace(**{key: text.strip()})
        kept = tuple(one for one in people if not is_blank(one))
        self._session.edit_shared("แก้รายชื่อ", lambda shared: shared._replace(people=kept))

    # --- what Qt needs -----------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        return 0 if parent.isValid() else len(self._people) + self._spare

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        if index.row() >= len(self._people):
            return ""
        return getattr(self._people[index.row()], COLUMNS[index.column()][0])

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return COLUMNS[section][1]
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self._session.read_only else flags | Qt.ItemFlag.ItemIsEditable

    def _refresh(self) -> None:
        people = self._session.shared.people
        before, after = len(self._people), len(people)
        # The rows in all stay as many where they can, so that the cursor stays.
        spare = max(SPARE_ROWS, self._spare + before - after)
        whole = after + spare
        if whole > self.rowCount():
            self.beginInsertRows(QModelIndex(), self.rowCount(), whole - 1)
            self._people, self._spare = people, spare
            self.endInsertRows()
        elif whole < self.rowCount():
            self.beginRemoveRows(QModelIndex(), whole, self.rowCount() - 1)
            self._people, self._spare = people, spare
            self.endRemoveRows()
        self._people, self._spare = people, spare
        self.dataChanged.emit(self.index(0, 0), self.index(whole - 1, len(COLUMNS) - 1))


class PeopleDialog(QDialog):
    """Shows the list beside the window; every change is stored at once and can be taken back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = PeopleUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._table = self._ui.people_table
        self._model = PeopleModel(session, self)
        self._table.setModel(self._model)
        for column, (_, _, width) in enumerate(COLUMNS):
            self._table.setColumnWidth(column, width)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.keys.set_writable(not session.read_only)
        self._table.keys.set_take_paste(self._make_room)
        self._remove = self._ui.people_remove
        self._undo = self._ui.people_undo
        self._remove.clicked.connect(self._on_remove)
        self._undo.clicked.connect(session.undo)
        self._ui.people_close.clicked.connect(self.close)
        keys = QKeySequence.StandardKey
        QShortcut(QKeySequence(keys.Undo), self, session.undo)
        QShortcut(QKeySequence(keys.Redo), self, session.redo)
        session.commit_requested.connect(self._table.keys.commit)
        session.history_changed.connect(self._reflect)
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._reflect())
        self._reflect()

    def done(self, result: int) -> None:
        """Stores what is being typed."""
        self._table.keys.commit()
        super().done(result)

    def _make_room(self, mime: QMimeData) -> bool:
        """A pasted list may be longer than the rows that are there."""
        if mime.hasText():
            self._model.make_room(self._table.currentIndex().row() + len(block_of(mime.text())))
        return False

    def _on_remove(self) -> None:
        self._model.remove(self._rows())

    def _rows(self) -> list[int]:
        people = len(self._session.shared.people)
        chosen = {index.row() for index in self._table.selectionModel().selectedIndexes()}
        return sorted(row for row in chosen if row < people)

    def _reflect(self) -> None:
        writable = not self._session.read_only
        self._remove.setEnabled(writable and bool(self._rows()))
        self._undo.setEnabled(writable and self._session.history.to_undo is not None)
