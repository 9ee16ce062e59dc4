"""Copies of the database: made whole or not at all, thinned with age, restored.

They lie in one folder beside the database and are numbered in the order in which they
were made; only their labels come from the clock, which may be wrong or set back.
"""

from __future__ import annotations

import contextlib
import datetime
import re
import shutil
import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ita_desktop.files import TEMPORARY, numbered, sync_folder, whole_file
from ita_desktop.storage.connection import Mode, connect
from ita_desktop.storage.errors import translated
from ita_desktop.storage.lock import DatabaseLock
from ita_desktop.storage.schema import check_header, check_length, examine, read_header

if TYPE_CHECKING:
    from ita_desktop.storage.store import Store

Clock = Callable[[], datetime.datetime]

NEWEST = 10
DAYS = 14
WEEKS = 8
MONTHS = 24
"""How many backups :func:`thin` keeps: the newest, and one of each of the last … that have any."""

LOGS = ("-wal", "-journal")
"""What SQLite may have left beside a database that was not closed; parts of its data."""

_INDEX = "-shm"  # of the log; made anew at need
_FOLDER = "backups"
_PENDING = ".restoring"
_NAME = re.compile(r"(\d{6,})-(\d{8}T\d{6})Z-([a-z][a-z0-9-]*)\.sqlite3")
_STAMP = "%Y%m%dT%H%M%S"

# Of two at once, the one would take the other's unfinished file for a dead program's.
_making = threading.Lock()


class Backup(NamedTuple):
    """One copy; ``made_at`` is aware, in UTC, ``size`` in bytes."""

    path: Path
    made_at: datetime.datetime
    size: int
    reason: str

    @property
    def number(self) -> int:
        """Its place in the order in which backups were made."""
        return int(self.path.name.partition("-")[0])


def backup_folder(database: Path) -> Path:
    """Where the backups of a database lie."""
    return database.parent / _FOLDER


def backups(folder: Path) -> tuple[Backup, ...]:
    """The backups in ``folder``, the newest first; other files are passed over.

    Raises a :class:`~ita_desktop.storage.errors.StorageError` where the folder cannot be read.
    """
    with translated(folder):
        found = [_backup_of(path) for path in folder.iterdir()] if folder.is_dir() else []
    return tuple(sorted(filter(None, found), key=lambda backup: backup.number, reverse=True))


def make_backup(store: Store, reason: str, *, clock: Clock) -> Backup:
    """Copy the open database, while it may be written, and check the copy.

    ``reason`` is a short name in the Latin alphabet, such as ``daily``. Raises
    DatabaseCorruptError when the database or the copy is damaged,
    :class:`~ita_desktop.files.OutputFileError` or another StorageError when the copy
    cannot be written; nothing is left then.
    """
    folder = backup_folder(store.path)
    made_at = clock().astimezone(datetime.UTC).replace(microsecond=0)
    with _making, translated(store.path):
        folder.mkdir(exist_ok=True)
        _remove_unfinished(folder)
        number = max((backup.number for backup in backups(folder)), default=0) + 1
        path = folder / f"{number:06}-{made_at.strftime(_STAMP)}Z-{reason}.sqlite3"
        if not _NAME.fullmatch(path.name):
            raise ValueError(f"no name for a reason: {reason!r}")
        with whole_file(path) as temporary, store.driver_connection() as source:
            _copy(source, temporary, store.path)
        return Backup(path, made_at, path.stat().st_size, reason)


def check_backup(backup: Backup) -> None:
    """Raise the StorageError that says why a backup cannot be restored, if there is one."""
    with translated(backup.path):
        check_header(read_header(backup.path), backup.path)
        check_length(backup.path)
        with contextlib.closing(connect(backup.path, Mode.AT_REST)) as connection:
            examine(connection, backup.path)


def thin(folder: Path) -> tuple[Backup, ...]:
    """Remove the backups that newer ones stand for, and return them.

    The :data:`NEWEST` stay, and the newest of each of the last :data:`DAYS`,
    :data:`WEEKS` and :data:`MONTHS` of which there is any. Of time only the labels
    are used, not how long ago they were: a clock that was wrong removes nothing else.
    """
    found = backups(folder)
    kept = _worth_keeping(found)
    removed = []
    for backup in found:
        if backup not in kept:
            with contextlib.suppress(OSError):  # held open: the next time
                backup.path.unlink()
                removed.append(backup)
    return tuple(removed)


def restore(backup: Backup, database: Path, *, clock: Clock | None = None) -> Path | None:
    """Put the backup in the place of ``database``, which must be closed.

    Returns the copy of what stood there before, log included, None when nothing
    did. At whatever moment the program is stopped, the database is the former or,
    after the next opening, the backup. Raises StorageError for a backup that is not
    sound or a database in use and
    :class:`~ita_desktop.files.OutputFileError` for lack of room or rights; the
    present file is then as it was.
    """
    check_backup(backup)
    with translated(database):
        lock = DatabaseLock(database)
        try:
            kept = _keep_present(database, clock)
            with whole_file(_pending(database)) as temporary:
                shutil.copyfile(backup.path, temporary)
            _finish_or_cancel(database)
        finally:
            lock.release()
    return kept


def restore_is_pending(database: Path) -> bool:
    """Whether a restore was decided on and then stopped; an opening is to finish it."""
    return _pending(database).exists()


def finish_restore(database: Path) -> None:
    """Bring a restore to its end; for who holds the lock. Raises OSError."""
    # First the log: it belongs to the old file and would be read into the new one.
    for end in (_INDEX, *LOGS):
        _beside(database, end).unlink(missing_ok=True)
    _pending(database).replace(database)
    sync_folder(database.parent)


def _finish_or_cancel(database: Path) -> None:
    logs = [log for log in _logs(database) if log.exists()]
    try:
        finish_restore(database)
    except OSError:
        if all(log.exists() for log in logs):  # the present file is still whole
            _pending(database).unlink(missing_ok=True)
        raise


def _keep_present(database: Path, clock: Clock | None) -> Path | None:
    if not database.exists():
        return None
    now = clock() if clock else datetime.datetime.now(datetime.UTC)
    label = f"{database.stem}-ก่อนกู้คืน-{now.astimezone():%Y%m%d-%H%M%S}"
    names = numbered(database.with_name(label + database.suffix))
    kept = next(name for name in names if not name.exists())
    for source in (*_logs(database), database):  # the file itself last: with it, all is there
        if source.exists():
            target = (
                kept if source == database else _beside(kept, source.name[len(database.name) :])
            )
            with whole_file(target) as temporary:
                shutil.copyfile(source, temporary)
    return kept


def _copy(source: sqlite3.Connection, target: Path, path: Path) -> None:
    """Copy as of one moment, and check what is copied and what came of it."""
    source.execute("BEGIN")  # others may write on; this transaction does not see it
    try:
        examine(source, path)
        with contextlib.closing(connect(target, Mode.CREATE, on_network=True)) as copy:
            source.backup(copy)
            # The copy says that it has a log, as the source does; it shall be one file.
            copy.execute("PRAGMA journal_mode=DELETE").fetchone()
            examine(copy, target)
    finally:
        source.execute("ROLLBACK")


def _worth_keeping(found: Sequence[Backup]) -> set[Backup]:
    """Of backups, the newest first, those that stay."""
    kept = set(found[:NEWEST])
    for count, label in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        newest: dict[str, Backup] = {}
        for backup in found:
            newest.setdefault(backup.made_at.strftime(label), backup)
        kept.update(list(newest.values())[:count])
    return kept


def _backup_of(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if not match:
        return None
    try:
        made_at = datetime.datetime.strptime(match[2], _STAMP).replace(tzinfo=datetime.UTC)
    except ValueError:  # not a name of ours after all
        return None
    return Backup(path, made_at, path.stat().st_size, match[3])


def _remove_unfinished(folder: Path) -> None:
    """What a program that died while making a backup has left."""
    for path in folder.glob(f".ita-*{TEMPORARY}*"):
        with contextlib.suppress(OSError):
            path.unlink()


def _pending(database: Path) -> Path:
    return _beside(database, _PENDING)


def _logs(database: Path) -> list[Path]:
    return [_beside(database, end) for end in LOGS]


def _beside(database: Path, end: str) -> Path:
    return database.with_name(database.name + end)
