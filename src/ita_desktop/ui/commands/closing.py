"""Closing while something cannot be stored: a copy elsewhere, another try, or staying."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ita_desktop.errors import ItaError
from ita_desktop.services.case_files import export_cases
from ita_desktop.services.saving import TO_CHOOSE
from ita_desktop.ui.boxes import documents_folder, plain_box
from ita_desktop.ui.main_window import MainWindow

_KEPT_BACK = (
    "ยังบันทึกสิ่งที่แก้ไขล่าสุดไม่ได้ ถ้าปิดตอนนี้สิ่งนั้นจะหายไป"
    " โปรดเก็บสำเนาไว้ที่อื่น เช่น แฟลชไดรฟ์ แล้วนำเข้าภายหลัง หรือแก้สาเหตุแล้วลองบันทึกอีกครั้ง"
)


class ClosingCommands(QObject):
    """Answers the window's ``stuck``."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        window.stuck.connect(self.ask)

    def ask(self) -> None:
        """Says what keeps the window open, and the ways on."""
        saving = self._session.saving
        problem = str(saving.problem or (TO_CHOOSE if saving.to_choose else ""))
        box = plain_box(self._window, "ยังบันทึกไม่ได้", _KEPT_BACK, problem)
        roles = QMessageBox.ButtonRole
        copy = box.addButton("เก็บสำเนาไว้ที่อื่น…", roles.ActionRole)
        if saving.to_choose:
            choose = box.addButton("เลือกข้อความ…", roles.ActionRole)
            choose.clicked.connect(self._session.ask_to_choose)
        if saving.problem is not None:
            again = box.addButton("ลองบันทึกอีกครั้ง", roles.ActionRole)
            again.clicked.connect(self._window.close)
        stay = box.addButton("ยังไม่ปิด", roles.RejectRole)
        box.setDefaultButton(copy)
        box.setEscapeButton(stay)
        copy.clicked.connect(self._choose_folder)
        box.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self._window, "เลือกที่เก็บสำเนา", str(documents_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.copy_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def copy_to(self, folder: Path) -> None:
        """Writes what is not stored as case files into a folder; then the window may close."""
        try:
            export_cases([record.case for record in self._session.unsaved_years()], folder)
        except ItaError as error:
            self._session.tell(str(error))
            return
        self._window.close_unsaved()
