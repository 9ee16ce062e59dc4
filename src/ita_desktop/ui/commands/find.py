"""Ctrl+F: the panel that finds words in the whole year, below the tabs."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ita_desktop.ui.find_panel import FindPanel
from ita_desktop.ui.main_window import MainWindow


class FindCommands(QObject):
    """Makes the panel when it is first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel: FindPanel | None = None
        window.form.action_find.triggered.connect(self.find)
        window.session.year_opened.connect(self._show_possible)
        self._show_possible()

    def find(self) -> None:
        """Shows the panel, ready to type."""
        if self._panel is None:
            self._panel = FindPanel(self._window.session, self._window)
            self._window.form.central_layout.addWidget(self._panel)
        self._panel.begin()

    def _show_possible(self) -> None:
        opened = self._window.session.record is not None
        self._window.form.action_find.setEnabled(opened)
        if self._panel is not None and not opened:
            self._panel.leave()
