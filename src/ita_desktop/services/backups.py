"""Backups as the program makes them: when one is due, where it goes, what is in one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from ita_desktop.domain.records import YearSummary
from ita_desktop.files import whole_file
from ita_desktop.storage.backups import Backup, backup_folder, backups, check_backup, thin
from ita_desktop.storage.backups import make_backup as copy_database
from ita_desktop.storage.database import open_database
from ita_desktop.storage.store import Clock, Store, utc_now

DAILY, AT_CLOSE, BY_HAND = "daily", "close", "manual"
"""Reasons, which stand in the names of backups."""

REASONS = {
    DAILY: "อัตโนมัติ ประจำวัน",
    AT_CLOSE: "อัตโนมัติ เมื่อปิดโปรแกรม",
    BY_HAND: "สั่งสำรองเอง",
    "upgrade": "ก่อนปรับรุ่นฐานข้อมูล",
}
_OTHER_REASON = "อื่น ๆ"

A_DAY = timedelta(days=1)


class Contents(NamedTuple):
    """What a backup holds: its years, and when the last of them was changed (aware)."""

    years: tuple[YearSummary, ...]
    changed_at: datetime | None


class BackupKeeper:
    """Makes and finds the backups of one open database. For any thread."""

    def __init__(self, store: Store, clock: Clock = utc_now) -> None:
        self._store = store
        self._clock = clock

    @property
    def folder(self) -> Path:
        """Where the backups lie."""
        return backup_folder(self._store.path)

    def all(self) -> tuple[Backup, ...]:
        """The backups, the newest first. Raises StorageError."""
        return backups(self.folder)

    def is_due(self) -> bool:
        """Whether the newest backup is older than a day and something was written since.

        Raises StorageError.
        """
        newest = next(iter(self.all()), None)
        if newest is None:
            return bool(self._store.years())
        # a clock that was set back makes the age negative: then better one too many
        age = self._clock() - newest.made_at
        return not timedelta() <= age < A_DAY and self._written_at() > newest.made_at

    def make(self, reason: str) -> Backup:
        """Make a backup and remove those that newer ones stand for.

        Raises StorageError and OutputFileError.
        """
        made = copy_database(self._store, reason, clock=self._clock)
        thin(self.folder)
        return made

    def make_in(self, folder: Path) -> Path:
        """Make a backup and put a copy of it in another folder, such as a USB stick's.

        Raises StorageError and OutputFileError.
        """
        made = self.make(BY_HAND)
        target = folder / made.path.name
        with whole_file(target) as temporary:
            shutil.copyfile(made.path, temporary)
        check_backup(made._replace(path=target))
        return target

    def _written_at(self) -> datetime:
        path = self._store.path
        files = [path, path.with_name(f"{path.name}-wal")]
        times = [file.stat().st_mtime for file in files if file.exists()]
        return datetime.fromtimestamp(max(times, default=0.0), UTC)


def contents_of(backup: Backup) -> Contents:
    """What a backup holds. Raises StorageError for one that cannot be restored."""
    check_backup(backup)
    opened = open_database(backup.path, create=False, read_only=True)
    if opened.store is None:
        return Contents((), None)
    try:
        years = opened.store.years()
    finally:
        opened.store.close()
    return Contents(years, max((year.changed_at for year in years), default=None))


def backup_at(file: Path, clock: Callable[[], datetime] = utc_now) -> Backup:
    """A file that the user chose, as a backup; whether it is one :func:`contents_of` tells."""
    try:
        state = file.stat()
    except OSError:
        return Backup(file, clock(), 0, "")
    return Backup(file, datetime.fromtimestamp(state.st_mtime, UTC), state.st_size, "")


def reason_words(backup: Backup) -> str:
    """Why a backup was made, in Thai."""
    return REASONS.get(backup.reason, _OTHER_REASON)
