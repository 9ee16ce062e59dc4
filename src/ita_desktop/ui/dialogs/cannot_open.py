"""The start that cannot go on: why, and the ways on."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QWidget

from ita_desktop.storage.backups import Backup
from ita_desktop.storage.database import Opened
from ita_desktop.ui.dialogs.backups import TITLES, backup_rows
from ita_desktop.ui.documents import documents_folder
from ita_desktop.ui.forms import child, load_form
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.row_table import RowTable


class Way(Enum):
    """How to go on."""

    QUIT = auto()
    RETRY = auto()
    RESTORE = auto()
    ELSEWHERE = auto()


class CannotOpen(QDialog):
    """Run with ``exec()``; then ``way`` says how to go on, with ``backup`` or ``folder``."""

    def __init__(
        self, opened: Opened, file: Path, problem: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_form(self, "cannot_open.ui")
        self.way = Way.QUIT
        self.folder: Path | None = None
        self._backups = opened.backups
        child(self, WrappingLabel, "message").setText(opened.message)
        child(self, WrappingLabel, "file").setText(f"ไฟล์ข้อมูล: {file}")
        child(self, WrappingLabel, "problem").setText(problem)
        self._table = child(self, RowTable, "backups")
        self._restore = child(self, QPushButton, "restore")
        self._show_backups()
        self._restore.clicked.connect(lambda: self._go(Way.RESTORE))
        child(self, QPushButton, "retry").clicked.connect(lambda: self._go(Way.RETRY))
        child(self, QPushButton, "elsewhere").clicked.connect(self._choose_folder)
        child(self, QPushButton, "quit").clicked.connect(self.reject)

    @property
    def backup(self) -> Backup | None:
        """The backup that is chosen."""
        rows = self._table.chosen_rows()
        return self._backups[rows[0]] if rows else None

    def _show_backups(self) -> None:
        some = bool(self._backups)
        for widget in (self._table, self._restore, child(self, QLabel, "backups_label")):
            widget.setVisible(some)
        self._table.chosen.connect(lambda: self._restore.setEnabled(self.backup is not None))
        self._table.set_columns(TITLES)
        self._table.show_rows(backup_rows(self._backups))
        self._table.choose(0)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, "เลือกโฟลเดอร์ข้อมูล", str(documents_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_folder(self, name: str) -> None:
        self.folder = Path(name)
        self._go(Way.ELSEWHERE)

    def _go(self, way: Way) -> None:
        self.way = way
        self.accept()
