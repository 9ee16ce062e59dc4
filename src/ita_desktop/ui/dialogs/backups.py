"""Backups: make one now or elsewhere, see what is in them, restore one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton, QWidget

from ita_desktop.errors import ItaError
from ita_desktop.services.backups import (
    BY_HAND,
    BackupKeeper,
    Contents,
    backup_at,
    contents_of,
    reason_words,
)
from ita_desktop.services.database import Backup
from ita_desktop.services.years import year_title
from ita_desktop.thai.dates import moment_words
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.background import Background
from ita_desktop.ui.boxes import documents_folder, plain_box
from ita_desktop.ui.forms.backups import BackupsUi

Result = TypeVar("Result")

TITLES = ("สำรองเมื่อ", "เหตุ", "ขนาด")
_FILTER = "ชุดสำรอง (*.sqlite3)"
_MOST_YEARS = 8
_KEPT = "ข้อมูลปัจจุบันจะเก็บไว้เป็นอีกไฟล์หนึ่ง ไม่หายไป แล้วโปรแกรมจะเปิดข้อมูลชุดที่กู้คืน"


def backup_rows(found: Sequence[Backup]) -> list[tuple[str, str, str]]:
    """Backups as rows under :data:`TITLES`."""
    return [
        (moment_words(backup.made_at), reason_words(backup), size_words(backup.size))
        for backup in found
    ]


def size_words(size: int) -> str:
    """``๑.๒ MB``: bytes as people know them."""
    return f"{thai_number(f'{max(size, 1) / 1_000_000:.1f}')} MB"


class Backups(QDialog):
    """``restore_wanted(Backup)`` is sent for a sound backup after the user agreed."""

    restore_wanted = Signal(object)

    def __init__(
        self, keeper: BackupKeeper, background: Background, parent: QWidget | None, writable: bool
    ) -> None:
        super().__init__(parent)
        self._ui = BackupsUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keeper = keeper
        self._background = background
        self._found: tuple[Backup, ...] = ()
        self._table = self._ui.backups
        self._table.set_columns(TITLES)
        self._details = self._ui.details
        self._progress = self._ui.progress
        self._progress.hide()
        self._restore = self._ui.restore
        self._restore.clicked.connect(self._on_restore)
        self._table.chosen.connect(self._show_contents)
        self._ui.make_now.clicked.connect(self._on_make)
        self._ui.make_elsewhere.clicked.connect(self._on_elsewhere)
        self._ui.restore_file.clicked.connect(self._on_file)
        self._ui.close_dialog.clicked.connect(self.reject)
        for name in ("make_now", "restore_file"):
            self._ui.named(QPushButton, name).setEnabled(writable)
        self._ui.make_elsewhere.setEnabled(writable)
        self._writable = writable
        background.busy.connect(self._progress.setVisible)
        self._list()

    def _list(self) -> None:
        try:
            self._found = self._keeper.all()
        except ItaError as error:
            self._tell(str(error))
        self._table.show_rows(backup_rows(self._found))
        self._table.choose(0)
        if not self._found:
            self._tell("ยังไม่มีชุดสำรอง")

    def _tell(self, text: str) -> None:
        self._details.setText(text)

    def _tell_error(self, error: ItaError) -> None:
        self._tell(str(error))

    def _run(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        self._background.run_for(self, work, done, self._tell_error)

    # --- what is in one --------------------------------------------------------------------

    def _chosen(self) -> Backup | None:
        rows = self._table.chosen_rows()
        return self._found[rows[0]] if len(rows) == 1 else None

    def _show_contents(self) -> None:
        chosen = self._chosen()
        self._restore.setEnabled(chosen is not None and self._writable)
        if chosen is None:
            return
        self._run(partial(contents_of, chosen), partial(self._on_contents, chosen))

    def _on_contents(self, backup: Backup, contents: Contents) -> None:
        if backup == self._chosen():
            self._tell(contents_words(contents))

    # --- making one --------------------------------------------------------------------------

    def _on_make(self) -> None:
        self._run(partial(self._keeper.make, BY_HAND), self._on_made)

    def _on_made(self, backup: Backup) -> None:
        self._list()
        self._table.choose(next((i for i, b in enumerate(self._found) if b == backup), 0))

    def _on_elsewhere(self) -> None:
        dialog = QFileDialog(self, "เลือกที่เก็บชุดสำรอง เช่น แฟลชไดรฟ์", str(documents_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.make_in(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def make_in(self, folder: Path) -> None:
        """Makes a backup and puts a copy into a folder of the user's."""
        self._run(partial(self._keeper.make_in, folder), self._on_made_elsewhere)

    def _on_made_elsewhere(self, file: Path) -> None:
        self._list()
        # the list shows what is in the newest, which comes later than this line
        self._run(lambda: None, lambda _: self._tell(f"สำรองแล้วและตรวจแล้วว่าใช้ได้: {file}"))

    # --- bringing one back -------------------------------------------------------------------

    def _on_restore(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.ask(chosen)

    def _on_file(self) -> None:
        dialog = QFileDialog(self, "เลือกไฟล์ชุดสำรอง", str(documents_folder()), _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.ask(backup_at(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask(self, backup: Backup) -> None:
        """Looks whether a backup is sound, then asks whether it shall be restored."""
        self._run(partial(contents_of, backup), partial(self._ask, backup))

    def _ask(self, backup: Backup, contents: Contents) -> None:
        # Everything on the screen is about to be another state: that is worth a question.
        box = plain_box(
            self,
            "กู้คืนข้อมูล",
            f"กู้คืนข้อมูลของ {moment_words(backup.made_at)} หรือไม่",
            f"{contents_words(contents)}\n\n{_KEPT}",
        )
        yes = box.addButton("กู้คืน", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("ยกเลิก", QMessageBox.ButtonRole.RejectRole)
        yes.clicked.connect(lambda: self._restore_now(backup))
        box.open()

    def _restore_now(self, backup: Backup) -> None:
        self.accept()
        self.restore_wanted.emit(backup)


def contents_words(contents: Contents) -> str:
    """What a backup holds, in some lines."""
    if not contents.years:
        return "ชุดนี้ยังไม่มีข้อมูลปีใด"
    shown = [year_title(year) for year in contents.years[:_MOST_YEARS]]
    rest = len(contents.years) - len(shown)
    shown += [f"และอีก {thai_number(rest)} ปี"] if rest else []
    when = f" แก้ไขล่าสุด {moment_words(contents.changed_at)}" if contents.changed_at else ""
    return f"ชุดนี้มี {thai_number(len(contents.years))} ปี{when}\n" + "\n".join(shown)
