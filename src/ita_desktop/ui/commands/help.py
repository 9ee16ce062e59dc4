"""The menu's matters of help: the manual by tab, about the program, the data's folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from ita_desktop.errors import ItaError
from ita_desktop.services.viewing import open_in_viewer
from ita_desktop.ui.dialogs.help import CONTENTS, Help
from ita_desktop.ui.main_window import MainWindow


class HelpCommands(QObject):
    """One window of help, which stays open beside the work."""

    def __init__(self, window: MainWindow, data: Path) -> None:
        super().__init__(window)
        self._window = window
        self._data = data
        self._help: Help | None = None
        window.action("action_help").triggered.connect(self.show_help)
        window.action("action_about").triggered.connect(self.show_about)
        window.action("action_data_folder").triggered.connect(self.open_data)

    def show_help(self) -> None:
        """Shows the page of the tab in sight."""
        tab = self._window.current_tab()
        if self._help is None:
            self._help = Help(self._window)
        self._help.show_page((tab.help_page if tab is not None else "") or CONTENTS)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def show_about(self) -> None:
        """Shows which program this is."""
        from ita_desktop.ui.dialogs.about import About

        About(self._data, self._window).open()

    def open_data(self) -> None:
        """Shows the folder of the data in the system's own program."""
        try:
            open_in_viewer(self._data)
        except ItaError as error:
            self._window.desk.tell(str(error))
