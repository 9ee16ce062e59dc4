"""The window looks as it was left: its place, the tab, columns and parts of every tab."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QHeaderView, QSplitter, QTableView, QTreeView, QWidget

from ita_desktop.services.settings import Settings
from ita_desktop.ui.main_window import MainWindow

_WINDOW, _TAB = "window", "tab"

_EDGES, _TITLE = 16, 48
"""Pixels that the frame around a window takes, across and in height with its title."""


class Remembering(QObject):
    """Restores the window at once, a tab's columns and splitters when the tab is made.

    They are known by their names in the forms. Of columns only those count whose width
    the user has drawn: the others follow what is in them. Widths are kept in letters, so
    that they fit any size of text.
    """

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._splitters: dict[str, QSplitter] = {}
        self._pressed: QObject | None = None
        window.tab_made.connect(self._on_tab)
        geometry = settings.data(_WINDOW)
        if geometry:
            window.restoreGeometry(QByteArray(geometry))
        else:
            _fit_screen(window)
        window.go_to_tab(settings.number(_TAB, 0))

    def keep(self) -> None:
        """Notes how everything is now."""
        window = self._window
        self._settings.set_data(_WINDOW, bytes(window.saveGeometry().data()))
        self._settings.set_number(_TAB, window.current_index())
        for key, splitter in self._splitters.items():
            self._settings.set_data(key, bytes(splitter.saveState().data()))

    def _on_tab(self, tab: QWidget) -> None:
        kind = type(tab).__name__
        for splitter in tab.findChildren(QSplitter):
            self._take_splitter(f"parts of {kind}.{splitter.objectName()}", splitter)
        for name, header in _headers(tab):
            self._take_header(f"columns of {kind}.{name}", header)

    def _take_splitter(self, key: str, splitter: QSplitter) -> None:
        state = self._settings.data(key)
        if state:
            splitter.restoreState(QByteArray(state))
        # Kept from now on only where it has been in sight: before, it has no true sizes.
        splitter.splitterMoved.connect(lambda *_: self._splitters.setdefault(key, splitter))

    def _take_header(self, key: str, header: QHeaderView) -> None:
        header.viewport().installEventFilter(self)
        header.sectionResized.connect(partial(self._on_resized, key, header))
        # When the tab has set its own widths for what is in it.
        QTimer.singleShot(0, header, partial(self._restore_header, key, header))

    def _on_resized(self, key: str, header: QHeaderView, column: int, _: int, width: int) -> None:
        drawn = header.viewport() is self._pressed
        if drawn and header.sectionResizeMode(column) is QHeaderView.ResizeMode.Interactive:
            widths = self._widths(key)
            widths[str(column)] = round(width / _letter(header), 2)
            self._settings.set_text(key, json.dumps(widths))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed = watched
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._pressed = None
        return super().eventFilter(watched, event)

    def _restore_header(self, key: str, header: QHeaderView) -> None:
        for column, letters in self._widths(key).items():
            at = int(column)
            known = 0 <= at < header.count() and not header.isSectionHidden(at)
            if known and header.sectionResizeMode(at) is QHeaderView.ResizeMode.Interactive:
                header.resizeSection(at, round(letters * _letter(header)))

    def _widths(self, key: str) -> dict[str, float]:
        """Widths in letters by column; {} where there are none that can be read."""
        try:
            kept = json.loads(self._settings.text(key, "{}"))
            return {str(int(column)): float(width) for column, width in kept.items()}
        except (ValueError, TypeError, AttributeError):
            return {}


def _fit_screen(window: QWidget) -> None:
    """Makes a window smaller that would reach beyond the screen, as on a laptop of 768 lines."""
    room = window.screen().availableSize()
    window.resize(window.size().boundedTo(QSize(room.width() - _EDGES, room.height() - _TITLE)))


def _headers(tab: QWidget) -> Iterator[tuple[str, QHeaderView]]:
    for table in tab.findChildren(QTableView):
        yield table.objectName(), table.horizontalHeader()
    for tree in tab.findChildren(QTreeView):
        yield tree.objectName(), tree.header()


def _letter(header: QHeaderView) -> int:
    return max(1, header.fontMetrics().averageCharWidth())
