"""The start that cannot go on: why, and the ways on."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ita_desktop.services.database import Backup, Opening
from ita_desktop.ui.boxes import documents_folder
from ita_desktop.ui.dialogs.backups import TITLES, backup_rows
from ita_desktop.ui.forms.cannot_open import CannotOpenUi


class Way(Enum):
    """How to go on."""

    QUIT = auto()
    RETRY = auto()
    RESTORE = auto()
    ELSEWHERE = auto()


class CannotOpen(QDialog):
    """Run with ``exec()``; then ``way`` says how to go on, with ``backup`` or ``folder``."""

    def __init__(
        self, opened: Opening, file: Path, problem: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ui = CannotOpenUi(self)
        self.way = Way.QUIT
        self.folder: Path | None = None
        self._backups = opened.backups
        self._ui.message.setText(opened.message)
        self._ui.file.setText(f"ไฟล์ข้อมูล: {file}")
        self._ui.problem.setText(problem)
        self._table = self._ui.backups
        self._restore = self._ui.restore
        self._show_backups()
        self._restore.clicked.connect(lambda: self._go(Way.RESTORE))
        self._ui.retry.clicked.connect(lambda: self._go(Way.RETRY))
        self._ui.elsewhere.clicked.connect(self._choose_folder)
        self._ui.quit.clicked.connect(self.reject)

    @property
    def backup(self) -> Backup | None:
        """The backup that is chosen."""
        rows = self._table.chosen_rows()
        return self._backups[rows[0]] if rows else None

    def _show_backups(self) -> None:
        some = bool(self._backups)
        for widget in (self._table, self._restore, self._ui.backups_label):
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
