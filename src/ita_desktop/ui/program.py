"""One run of the program: the database, the window on it, and the end of both."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ita_desktop.errors import ItaError
from ita_desktop.log import CrashLog
from ita_desktop.services.crash_marker import BrokenRun, CrashMarker
from ita_desktop.services.database import (
    DATABASE,
    Backup,
    Database,
    Opening,
    OpeningState,
    open_data,
    restore,
)
from ita_desktop.thai.dates import moment_words
from ita_desktop.ui.appearance import Appearance
from ita_desktop.ui.bugs import BugReporter
from ita_desktop.ui.one_window import OneWindow
from ita_desktop.ui.window_parts import WindowParts

_log = logging.getLogger(__name__)

_NETWORK = (
    "ข้อมูลอยู่ในโฟลเดอร์เครือข่าย ถ้าเครือข่ายหลุดระหว่างบันทึก ข้อมูลอาจเสียหายได้"
    " โปรดย้ายโฟลเดอร์ข้อมูลมาไว้ในเครื่องนี้ และสำรองข้อมูลบ่อย ๆ"
)
_UPGRADED = "ปรับข้อมูลให้เข้ากับโปรแกรมรุ่นนี้แล้ว และสำรองข้อมูลเดิมไว้ให้แล้ว"


class Program(QObject):
    """Opens a database and a window on it, and closes both in good order.

    A restore closes both and opens them again on what was restored. ``ended`` is sent
    when the user has left.
    """

    ended = Signal()

    def __init__(self, database: Path, crashes: CrashLog, bugs: BugReporter) -> None:
        super().__init__()
        self._crashes = crashes
        self._bugs = bugs
        self._font = QApplication.font()
        self._one: OneWindow | None = None
        self._data: Database | None = None
        self._parts: WindowParts | None = None
        self._to_restore: Backup | None = None
        self._use(database)

    @property
    def parts(self) -> WindowParts | None:
        """The window with all that works in it, while there is one."""
        return self._parts

    def start(self, files: Sequence[Path]) -> bool:
        """Shows the window and brings in ``files``; False where it is not for us to do.

        Then another window was raised, or the user chose to leave.
        """
        while True:
            if self._one is not None and self._one.hand_over(files):
                return False
            opened = open_data(self._file)
            if opened.state is OpeningState.IN_USE and self._other_window(files):
                _close(opened.database)
                return False
            if opened.database is not None:
                self._show(opened, opened.database, files)
                return True
            if not self._find_a_way(opened):
                return False

    def _use(self, database: Path) -> None:
        self._file = database
        self._mark = CrashMarker(database.parent)
        self._one = OneWindow(database, self)
        self._one.called.connect(self._on_called)

    def _other_window(self, files: Sequence[Path]) -> bool:
        """Whether another start of this moment has got the database and its window."""
        return self._one is not None and self._one.hand_over(files)

    # --- when the data cannot be opened ----------------------------------------------------

    def _find_a_way(self, opened: Opening) -> bool:
        """Asks how to go on; False to leave."""
        from ita_desktop.ui.dialogs.cannot_open import CannotOpen, Way

        _log.warning("cannot open the database: %s", opened.state.name)
        problem = ""
        while True:
            dialog = CannotOpen(opened, self._file, problem)
            dialog.exec()
            if dialog.way is Way.QUIT:
                return False
            if dialog.way is Way.ELSEWHERE and dialog.folder is not None:
                self._use(dialog.folder / DATABASE)
            if dialog.way is not Way.RESTORE or dialog.backup is None:
                return True
            problem = self._restore(dialog.backup)
            if not problem:
                return True

    def _restore(self, backup: Backup) -> str:
        """Puts a backup in the place of the data; returns what kept it from it."""
        try:
            kept = restore(backup, self._file)
        except ItaError as error:
            return str(error)
        self._news = [f"กู้คืนข้อมูลของ {moment_words(backup.made_at)} แล้ว"]
        if kept is not None:
            self._news.append(f"ข้อมูลก่อนกู้คืนเก็บไว้ที่ {kept}")
        return ""

    # --- the window --------------------------------------------------------------------------

    _news: Sequence[str] = ()
    """What happened before the window, for it to tell."""

    def _show(self, opened: Opening, data: Database, files: Sequence[Path]) -> None:
        if self._one is not None:
            self._one.listen()
        self._data = data
        settings = data.settings(_log.warning)
        appearance = Appearance(settings, self._font)
        appearance.restore()
        parts = WindowParts(data, settings, appearance, self.restore_later)
        self._parts = parts
        # Queued: tabs note their habits while the window goes out of sight.
        parts.window.closed.connect(self._on_closed, Qt.ConnectionType.QueuedConnection)
        self._bugs.rescue = parts.session.commit
        news = [*self._news, *_news_of(opened, data)]
        self._news = ()
        if not data.read_only:
            self._crashes.watch()
            broken = self._mark.set()
            self._bugs.mark = self._mark
            news += [_broken_words(broken)] if broken is not None else []
        parts.window.show()
        # After the first picture: a year may be large.
        QTimer.singleShot(0, parts, lambda: parts.begin("\n".join(news), files))

    def _on_called(self, files: Sequence[Path]) -> None:
        """A second start: this window comes to the front and takes its files."""
        if self._parts is not None:
            self._parts.come_to_front(files)

    def restore_later(self, backup: Backup) -> None:
        """Closes the window, restores a backup, and opens a window on it."""
        if self._parts is not None and self._parts.window.close():
            self._to_restore = backup

    def _on_closed(self) -> None:
        backup = self._to_restore
        self._to_restore = None
        self._leave(last_backup=backup is None)
        if backup is None:
            self.ended.emit()
            return
        problem = self._restore(backup)
        if problem:
            self._news = [problem]
        if not self.start(()):
            self.ended.emit()

    def _leave(self, *, last_backup: bool) -> None:
        """Puts everything away: what is remembered, the last backup, the database, the mark."""
        parts, data = self._parts, self._data
        self._parts = self._data = None
        self._bugs.rescue = self._bugs.mark = None
        if self._one is not None:
            self._one.close()
        if parts is not None:
            try:
                parts.end(last_backup=last_backup)
            except ItaError as error:  # the data are stored; the next start makes up for it
                _log.error("the end of the run", exc_info=error)
        _close(data)
        if data is not None and not data.read_only:
            self._mark.clear()
        self._crashes.end()


def _close(data: Database | None) -> None:
    if data is not None:
        data.close()


def _news_of(opened: Opening, data: Database) -> list[str]:
    news = [opened.message] if opened.message else []
    news += [_NETWORK] if data.on_network else []
    news += [_UPGRADED] if opened.upgraded_from is not None else []
    return news


def _broken_words(broken: BrokenRun) -> str:
    when = f" (เปิดไว้เมื่อ {moment_words(broken.began)})" if broken.began else ""
    why = f" เพราะ {broken.bug}" if broken.bug else ""
    return (
        f"ครั้งก่อนโปรแกรมปิดไปโดยไม่ปกติ{when}{why} ข้อมูลที่บันทึกไว้แล้วอยู่ครบ"
        " โปรดตรวจข้อความในช่องที่พิมพ์เป็นช่องสุดท้าย"
    )
