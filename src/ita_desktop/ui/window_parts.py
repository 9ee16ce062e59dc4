"""The window put together: the session, the tabs, the menu's commands, what is remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from ita_desktop.domain.records import Office
from ita_desktop.services.database import Backup, Database
from ita_desktop.services.settings import Settings
from ita_desktop.ui.appearance import Appearance
from ita_desktop.ui.background import Background
from ita_desktop.ui.commands.backups import BackupCommands
from ita_desktop.ui.commands.case_files import CaseFileCommands
from ita_desktop.ui.commands.closing import ClosingCommands
from ita_desktop.ui.commands.conflicts import ConflictCommands
from ita_desktop.ui.commands.find import FindCommands
from ita_desktop.ui.commands.help import HelpCommands
from ita_desktop.ui.commands.view import ViewCommands
from ita_desktop.ui.commands.years import YearCommands
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.remembering import Remembering
from ita_desktop.ui.session import Session
from ita_desktop.ui.tabs import Tabs


class WindowParts(QObject):
    """All that works on one open database; ``restore`` is what to do with a chosen backup."""

    def __init__(
        self,
        data: Database,
        settings: Settings,
        appearance: Appearance,
        restore: Callable[[Backup], object],
    ) -> None:
        super().__init__()
        self._settings = settings
        self._tabs = Tabs(data, settings)
        self.session = Session(data.workspace(), self)
        self.window = MainWindow(self.session, self._tabs.entries())
        self._background = Background(self)
        self._background.busy.connect(self._show_busy)
        self._remembering = Remembering(self.window, settings)
        self._years = YearCommands(self.window)
        self._files = CaseFileCommands(self.window, self._background)
        self._backups = BackupCommands(self.window, data.backups(), self._background, restore)
        ClosingCommands(self.window)
        ConflictCommands(self.window)
        FindCommands(self.window)
        HelpCommands(self.window, data.folder, Background(self))
        ViewCommands(self.window, appearance)

    def begin(self, news: str, files: Sequence[Path]) -> None:
        """Opens the year of the last time, tells the news, and brings in files."""
        self._open_last()
        QTimer.singleShot(_DRAWN, self, self._make_memo_commands)
        if news:
            self.session.tell(news)
        if files:
            self._files.bring_in(files)
        elif (
            not self.session.years()
            and self.session.shared == Office()
            and not self.session.read_only
        ):
            self._years.first_start()

    def _make_memo_commands(self) -> None:
        """What sets memos is large: it comes when the window is in sight."""
        from ita_desktop.ui.papers.commands import MemoCommands

        MemoCommands(self.window, self._tabs.memo_parts(self.session).output)

    def _open_last(self) -> None:
        last = self._settings.text(_LAST_YEAR)
        if any(year.id == last for year in self.session.years()):
            self.session.open_year(last)
        else:
            self.session.open_newest()

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self.window.statusBar().showMessage("กำลังทำงาน…")
        else:
            self.window.statusBar().clearMessage()

    def come_to_front(self, files: Sequence[Path]) -> None:
        """Raises the window and brings in files."""
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()
        self._files.bring_in(files)

    def end(self, *, last_backup: bool) -> None:
        """Finishes what is under way and notes how everything was. Raises ItaError."""
        self._remembering.keep()
        if self.session.record is not None:
            self._settings.set_text(_LAST_YEAR, self.session.record.id)
        # The tabs' own as well: what still works there would find everything gone.
        for owner in (self, self.window):
            for background in owner.findChildren(Background):
                background.end()
        self._tabs.finish()
        self.window.deleteLater()
        self.deleteLater()
        if last_backup:
            self._backups.make_last()


_LAST_YEAR = "year"
_DRAWN = 50
"""Milliseconds in which the window has its first picture."""
