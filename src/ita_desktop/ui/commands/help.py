"""The menu's matters of help: the manual by tab, about the program, the data's folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QProgressDialog

from ita_desktop.errors import ItaError
from ita_desktop.services.viewer import open_in_viewer
from ita_desktop.ui.background import Background
from ita_desktop.ui.boxes import plain_box
from ita_desktop.ui.dialogs.help import CONTENTS, Help
from ita_desktop.ui.main_window import MainWindow

_CHECK = "ตรวจสอบโปรแกรม"


class HelpCommands(QObject):
    """One window of help, which stays open beside the work."""

    def __init__(self, window: MainWindow, data: Path, background: Background) -> None:
        super().__init__(window)
        self._window = window
        self._data = data
        self._background = background
        self._help: Help | None = None
        window.form.action_help.triggered.connect(self.show_help)
        window.form.action_selftest.triggered.connect(self.check)
        window.form.action_about.triggered.connect(self.show_about)
        window.form.action_data_folder.triggered.connect(self.open_data)

    def show_help(self) -> None:
        """Shows the page of the tab in sight."""
        tab = self._window.current_tab()
        if self._help is None:
            self._help = Help(self._window)
        self._help.show_page((tab.help_page if tab is not None else "") or CONTENTS)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def check(self) -> None:
        """Lets the program try itself, and shows the report."""
        # It brings all of the program along, which a start shall not wait for.
        from ita_desktop.services.self_check import SelfCheck

        check = SelfCheck()
        waiting = QProgressDialog(self._window)
        waiting.setWindowTitle(_CHECK)
        waiting.setLabelText("กำลังลองทุกส่วนของโปรแกรม ข้อมูลของท่านไม่ถูกแตะต้อง")
        waiting.setRange(0, 0)
        waiting.setWindowModality(Qt.WindowModality.WindowModal)
        waiting.canceled.connect(check.cancel)
        waiting.show()

        def done(text: str) -> None:
            waiting.canceled.disconnect(check.cancel)
            waiting.close()
            waiting.deleteLater()
            if text:
                box = plain_box(self._window, _CHECK, text)
                box.addButton("ปิด", QMessageBox.ButtonRole.AcceptRole)
                box.open()

        self._background.run(check.run, done, lambda error: done(str(error)))

    def show_about(self) -> None:
        """Shows which program this is."""
        from ita_desktop.ui.dialogs.about import About

        About(self._data, self._window).open()

    def open_data(self) -> None:
        """Shows the folder of the data in the system's own program."""
        try:
            open_in_viewer(self._data)
        except ItaError as error:
            self._window.session.tell(str(error))
