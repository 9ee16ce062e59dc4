"""Automatic backups beside the window, and the dialog about them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ita_desktop.errors import ItaError
from ita_desktop.services.backups import AT_CLOSE, DAILY, BackupKeeper
from ita_desktop.services.database import Backup
from ita_desktop.ui.background import Background
from ita_desktop.ui.main_window import MainWindow

SETTLE = 4_000
"""Milliseconds after the start before the daily backup: first the user shall see the year."""


class BackupCommands(QObject):
    """Makes the backup that is due, and shows the dialog; ``restore`` takes what it chose."""

    def __init__(
        self,
        window: MainWindow,
        keeper: BackupKeeper,
        background: Background,
        restore: Callable[[Backup], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._keeper = keeper
        self._background = background
        self._restore = restore
        self._changed = False
        self._session.saving_changed.connect(self._on_saving)
        window.form.action_backups.triggered.connect(self.show_backups)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SETTLE)
        self._later.timeout.connect(self.make_daily)
        if not self._session.read_only:
            self._later.start()

    def show_backups(self) -> None:
        """Shows the backups and what can be done with them."""
        from ita_desktop.ui.dialogs.backups import Backups

        self._session.commit()
        writable = not self._session.read_only
        dialog = Backups(self._keeper, self._background, self._window, writable)
        dialog.restore_wanted.connect(self._restore)
        dialog.open()

    def make_daily(self) -> None:
        """Makes a backup, beside the window, when one is due."""

        def work() -> None:
            if self._keeper.is_due():
                self._keeper.make(DAILY)

        self._background.run(work, lambda _: None, self._tell)

    def make_last(self) -> None:
        """Makes the backup of the end, when anything was changed in this run.

        Raises ItaError.
        """
        if self._changed and not self._session.read_only:
            self._keeper.make(AT_CLOSE)

    def _on_saving(self) -> None:
        if self._session.saving.saved_at is not None:
            self._changed = True

    def _tell(self, error: ItaError) -> None:
        self._session.tell(f"สำรองข้อมูลอัตโนมัติไม่สำเร็จ: {error}")
