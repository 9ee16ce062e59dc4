"""The whole program in a folder of its own, for tests that start and close it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.log import CrashLog, program_log
from ita_desktop.services.database import DATABASE
from ita_desktop.ui.bugs import BugReporter
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.papers.commands import MemoCommands
from ita_desktop.ui.program import Program


class Running:
    """A program that was started; what a test leaves open is closed at its end."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.folder = folder
        self.database = folder / DATABASE
        self._logging = program_log(folder / "log")
        self.bugs = BugReporter(self._logging.__enter__())
        self.program = Program(self.database, CrashLog(folder / "log"), self.bugs)

    def start(self, files: Sequence[Path] = ()) -> bool:
        """Starts and waits until the window has begun."""
        started = self.program.start(files)
        if started:
            self._qtbot.waitExposed(self.window)
            self._qtbot.waitUntil(lambda: bool(self.window.findChildren(MemoCommands)))
            QApplication.processEvents()
            self.window.activateWindow()
        return started

    @property
    def window(self) -> MainWindow:
        assert self.program.parts is not None, "no window is open"
        return self.program.parts.window

    @property
    def session(self):
        return self.window.session

    def close(self) -> None:
        """Closes the window as a user does and waits until all is put away."""
        if self.program.parts is not None:
            for dialog in self.window.findChildren(QDialog):
                dialog.close()
            self.window.close()
            self._qtbot.waitUntil(lambda: self.program.parts is None)
        self._logging.__exit__(None, None, None)

    def act(self, name: str) -> None:
        """Chooses an item of the menu."""
        self.window.action(name).trigger()

    def dialog(self, kind: type[QDialog]):
        """The dialog of this kind that is open now."""
        self._qtbot.waitUntil(lambda: _open_one(self.window, kind) is not None)
        return _open_one(self.window, kind)


def _open_one(window: QWidget, kind: type[QDialog]) -> QDialog | None:
    return next((found for found in window.findChildren(kind) if found.isVisible()), None)


@contextmanager
def answering(kind: type[QDialog], answer: Callable[[QDialog], object]) -> Iterator[list[QDialog]]:
    """Answers dialogs of this kind that wait for an answer, as soon as they are there."""
    seen: list[QDialog] = []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog not in seen:
            seen.append(dialog)
            answer(dialog)

    timer.timeout.connect(look)
    timer.start(5)
    try:
        yield seen
    finally:
        timer.stop()
