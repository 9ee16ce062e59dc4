"""The window looks as it was left: its place, the tab, columns and parts of every tab."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QHeaderView, QSplitter, QTableView, QTreeView, QWidget

from ita_desktop.services.settings import Settings
from ita_desktop.ui.main_window import MainWindow

_WINDOW, _TAB = "window", "tab"


class Remembering(QObject):
    """Restores the window at once, a tab's tables and splitters when the tab is made.

    Tables and splitters are known by their names in the forms, headers by their table's.
    """

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._restored: set[str] = set()
        window.tab_made.connect(self._restore_parts)
        self._restore_window()

    def keep(self) -> None:
        """Notes how everything is now."""
        window = self._window
        self._settings.set_data(_WINDOW, bytes(window.saveGeometry().data()))
        self._settings.set_number(_TAB, window.current_index())
        for key, part in _parts(window):
            self._settings.set_data(key, bytes(part.saveState().data()))

    def _restore_window(self) -> None:
        geometry = self._settings.data(_WINDOW)
        if geometry:
            self._window.restoreGeometry(QByteArray(geometry))
        self._window.go_to_tab(self._settings.number(_TAB, 0))

    def _restore_parts(self, tab: QWidget) -> None:
        for key, part in _parts(tab):
            state = self._settings.data(key)
            if state and key not in self._restored:
                part.restoreState(QByteArray(state))
            self._restored.add(key)


def _parts(inside: QWidget) -> Iterator[tuple[str, QHeaderView | QSplitter]]:
    """What can be moved, with the key under which it is remembered."""
    for splitter in inside.findChildren(QSplitter):
        if splitter.objectName():
            yield f"parts of {splitter.objectName()}", splitter
    for table in inside.findChildren(QTableView):
        if table.objectName():
            yield f"columns of {table.objectName()}", table.horizontalHeader()
    for tree in inside.findChildren(QTreeView):
        if tree.objectName():
            yield f"columns of {tree.objectName()}", tree.header()
