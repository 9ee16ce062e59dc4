"""One run of the program: the database, the window on it, and the end of both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from ita_desktop import PROGRAM
from ita_desktop.domain.records import Shared
from ita_desktop.logbook import Logbook
from ita_desktop.services.running import BrokenRun, RunMark
from ita_desktop.services.settings import Settings
from ita_desktop.services.workspace import Workspace
from ita_desktop.storage.files import FileKeeper
from ita_desktop.storage.opening import Opened, open_database
from ita_desktop.storage.store import Store
from ita_desktop.thai.moments import moment_words
from ita_desktop.ui.appearance import Appearance
from ita_desktop.ui.bugs import BugReporter
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.memo.commands import MemoCommands
from ita_desktop.ui.memo.parts import memo_parts
from ita_desktop.ui.one_window import OneWindow
from ita_desktop.ui.tabs import tabs


class Program(QObject):
    """Opens a database and a window on it, and closes both in good order."""

    def __init__(self, database: Path, logbook: Logbook, bugs: BugReporter) -> None:
        super().__init__()
        self._database = database
        self._logbook = logbook
        self._bugs = bugs
        self._font = QApplication.font()
        self._one = OneWindow(database, self)
        self._one.called.connect(self._on_called)
        self._mark = RunMark(database.parent)
        self._store: Store | None = None
        self._window: MainWindow | None = None

    @property
    def window(self) -> MainWindow | None:
        """The window, while there is one."""
        return self._window

    def start(self, files: Sequence[Path]) -> bool:
        """Shows the window; False where another one was raised or nothing can be shown."""
        if self._one.hand_over(files):
            return False
        opened = open_database(self._database)
        if opened.store is None:
            QMessageBox.warning(None, PROGRAM, opened.message)
            return False
        self._one.listen()
        self._open_window(opened, opened.store)
        return True

    def _open_window(self, opened: Opened, store: Store) -> None:
        self._store = store
        settings = Settings(store, self._logbook.note)
        appearance = Appearance(settings, self._font)
        appearance.restore()
        desk = Desk(Workspace(store), self)
        files = FileKeeper(self._database.parent)
        memo = memo_parts(desk, settings, store, files)
        window = MainWindow(desk, tabs(memo))
        MemoCommands(window, memo.output)
        self._window = window
        window.closed.connect(self._on_closed)
        self._bugs.rescue = desk.commit
        broken = None
        if not store.read_only:
            self._logbook.watch()
            broken = self._mark.set()
            self._bugs.mark = self._mark
        window.show()
        # After the first picture: a year may be large.
        QTimer.singleShot(0, window, lambda: self._begin(desk, window, opened, broken))

    def _begin(
        self, desk: Desk, window: MainWindow, opened: Opened, broken: BrokenRun | None
    ) -> None:
        desk.open_newest()
        if opened.message:
            desk.tell(opened.message)
        if broken is not None:
            desk.tell(_told(broken))
        if desk.record is None and desk.shared == Shared() and not desk.read_only:
            from ita_desktop.ui.dialogs.first_start import FirstStart

            FirstStart(desk, window).open()

    def _on_called(self) -> None:
        """A second start: this window comes to the front."""
        window = self._window
        if window is None:
            return
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()

    def _on_closed(self) -> None:
        self._one.close()
        self._bugs.rescue = None
        self._bugs.mark = None
        self._window = None
        if self._store is not None:
            if not self._store.read_only:
                self._mark.clear()
            self._store.close()
            self._store = None


def _told(broken: BrokenRun) -> str:
    when = f" (เปิดไว้เมื่อ {moment_words(broken.began)})" if broken.began else ""
    why = f" เพราะ {broken.bug}" if broken.bug else ""
    return f"ครั้งก่อนโปรแกรมปิดไปโดยไม่ปกติ{when}{why} ข้อมูลที่บันทึกไว้แล้วอยู่ครบ โปรดตรวจข้อความที่พิมพ์เป็นช่องสุดท้าย"
