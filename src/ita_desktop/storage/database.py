"""Opens the database in whatever state it is, and says so calmly.

Nothing is written before the file is known to be ours, of a version we know, sound,
and nobody else's at the moment; a file for which that does not hold stays as it is.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from ita_desktop.domain.changes import difference
from ita_desktop.domain.records import Office
from ita_desktop.errors import ItaError
from ita_desktop.files import OutputFileError, whole_file
from ita_desktop.storage.backups import (
    LOGS,
    Backup,
    backup_folder,
    backups,
    finish_restore,
    make_backup,
    restore_is_pending,
)
from ita_desktop.storage.connection import Mode, connect, connect_alone, engine_for, writing
from ita_desktop.storage.errors import (
    DatabaseCorruptError,
    DatabaseInUseError,
    DatabaseReadOnlyError,
    DatabaseTooNewError,
    DatabaseUnreachableError,
    ForeignDatabaseError,
    StorageError,
    translated,
)
from ita_desktop.storage.lock import DatabaseLock
from ita_desktop.storage.network import is_on_network
from ita_desktop.storage.row_writer import write_change
from ita_desktop.storage.schema import (
    APPLICATION_ID,
    VERSION,
    check_header,
    check_length,
    examine,
    read_header,
)
from ita_desktop.storage.store import Clock, Store, utc_now
from ita_desktop.storage.tables import metadata

UPGRADE = "upgrade"
"""The reason of the backup that is made before an older database is changed."""

_READ_ONLY = (
    "เปิดข้อมูลเพื่ออ่านอย่างเดียว เพราะไม่มีสิทธิ์เขียนในโฟลเดอร์ของข้อมูล"
    " หากต้องการแก้ไข โปรดขอสิทธิ์จากผู้ดูแลหรือย้ายข้อมูลไปที่อื่น"
)
_ASKED_TO_READ = "เปิดข้อมูลเพื่ออ่านอย่างเดียวตามที่เลือก หากต้องการแก้ไข โปรดเปิดตามปกติ"
_LOST = (
    "ไม่พบไฟล์ฐานข้อมูล แต่ยังมีข้อมูลสำรอง โปรดเลือกกู้คืน หากต้องการเริ่มใหม่ทั้งหมด โปรดย้ายโฟลเดอร์ backups ออกไปก่อน"
)
_MEANWHILE = "ระหว่างนี้เปิดดูได้อย่างเดียว"
_COPIES = 3
"""How often a file that changes while it is copied is copied again."""


class OpeningState(Enum):
    """How the database was found."""

    READY = auto()
    READ_ONLY = auto()
    IN_USE = auto()
    TOO_NEW = auto()
    CORRUPT = auto()
    FOREIGN = auto()
    FAILED = auto()


class Opened(NamedTuple):
    """What came of opening: ``store`` is None where nothing can be shown.

    ``message`` is one calm Thai sentence, empty when all is as usual; ``backups`` are
    what a restore can be offered from, the newest first; ``upgraded_from`` is the
    older version that the database was brought up from.
    """

    state: OpeningState
    store: Store | None = None
    message: str = ""
    backups: tuple[Backup, ...] = ()
    upgraded_from: int | None = None


_STATES: Mapping[type[ItaError], OpeningState] = {
    DatabaseCorruptError: OpeningState.CORRUPT,
    DatabaseTooNewError: OpeningState.TOO_NEW,
    ForeignDatabaseError: OpeningState.FOREIGN,
    DatabaseInUseError: OpeningState.IN_USE,
}


def open_database(
    path: Path,
    *,
    create: bool = True,
    read_only: bool = False,
    clock: Clock = utc_now,
    on_network: Callable[[Path], bool] = is_on_network,
) -> Opened:
    """Open the database at ``path``; where there is none, it is made if ``create``.

    Never raises for what can be expected of files and disks: that is told by the
    state and the message. What is in use elsewhere, or may not be written, is
    opened to read where that is possible.
    """
    try:
        with translated(path):
            if read_only:
                return _to_read(path, OpeningState.READ_ONLY, _ASKED_TO_READ)
            return _to_write(path, create, clock, on_network)
    except (StorageError, OutputFileError) as error:
        state = _STATES.get(type(error), OpeningState.FAILED)
        return Opened(state, None, str(error), _offered(path))


def _to_write(path: Path, create: bool, clock: Clock, on_network: Callable[[Path], bool]) -> Opened:
    missing = not path.exists() and not restore_is_pending(path)
    if missing and not create:
        raise DatabaseUnreachableError(file=path)
    if missing and _offered(path):
        raise DatabaseUnreachableError(_LOST, file=path)
    try:
        with translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists():
                check_header(read_header(path), path)
            return _alone(path, clock, on_network(path.parent))
    except DatabaseInUseError as error:
        return _to_read(path, OpeningState.IN_USE, f"{error} {_MEANWHILE}")
    except DatabaseReadOnlyError:
        if missing:
            raise
        return _to_read(path, OpeningState.READ_ONLY, _READ_ONLY)


def _alone(path: Path, clock: Clock, network: bool) -> Opened:
    """Opened to write, by nobody else at the same time."""
    with contextlib.ExitStack() as undo:
        lock = DatabaseLock(path)
        undo.callback(lock.release)
        if restore_is_pending(path):
            finish_restore(path)
        if not path.exists():
            _create(path)
        with path.open("r+b"):
            pass  # the right to write it, asked before SQLite makes a log
        version = _examined(path, network)
        engine = engine_for(path, Mode.WRITE, on_network=network)
        store = Store(path, engine, on_network=network, clock=clock, release=lock.release)
        undo.callback(store.close)
        with store.driver_connection():
            pass  # what keeps it from opening shall be known now
        if version < VERSION:
            make_backup(store, UPGRADE, clock=clock)
            _upgrade(engine, version)
        undo.pop_all()
    return Opened(OpeningState.READY, store, upgraded_from=version if version < VERSION else None)


def _examined(path: Path, network: bool) -> int:
    """The version of a sound database; nothing is written into one that is not."""
    if not network:
        # Who stopped in the midst of writing left a journal that reading cannot take back.
        with contextlib.suppress(DatabaseReadOnlyError, DatabaseUnreachableError):
            if _has_log(path):
                return _seen(path, Mode.READ)
            check_length(path)
            return _seen(path, Mode.AT_REST)
    with translated(path), contextlib.closing(connect_alone(path)) as connection:
        version = examine(connection, path)
        if network:
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    return version


def _seen(path: Path, mode: Mode) -> int:
    with translated(path), contextlib.closing(connect(path, mode)) as connection:
        return examine(connection, path)


def _has_log(path: Path) -> bool:
    return any(path.with_name(path.name + end).exists() for end in LOGS)


def _to_read(path: Path, state: OpeningState, message: str) -> Opened:
    """What another writes is read beside it, if SQLite can; else a copy is, as of now."""
    check_header(read_header(path), path)
    if state is OpeningState.IN_USE:
        with contextlib.suppress(DatabaseReadOnlyError, DatabaseUnreachableError):
            if _seen(path, Mode.READ) == VERSION:
                engine = engine_for(path, Mode.READ)
                return Opened(state, Store(path, engine, read_only=True), message)
    return Opened(state, _snapshot(path), message)


def _snapshot(path: Path) -> Store:
    with contextlib.ExitStack() as undo:
        folder = Path(tempfile.mkdtemp(prefix="ita-desktop-"))
        remove = partial(shutil.rmtree, folder, ignore_errors=True)
        undo.callback(remove)
        copy = folder / path.name
        _copy_at_rest(path, copy)
        version = _examined(copy, network=True)  # what its log holds goes into the one file
        if version < VERSION:
            engine = engine_for(copy, Mode.WRITE, on_network=True)
            _upgrade(engine, version)
            engine.dispose()
        store = Store(path, engine_for(copy, Mode.READ), read_only=True, release=remove)
        undo.pop_all()
    return store


def _copy_at_rest(path: Path, copy: Path) -> None:
    """Copy the file and its logs at a time when nobody writes them."""
    sources = [path, *(path.with_name(path.name + end) for end in LOGS)]
    for _ in range(_COPIES):
        before = [_stamp(source) for source in sources]
        for source in sources:
            target = copy.with_name(copy.name + source.name[len(path.name) :])
            target.unlink(missing_ok=True)
            if source.exists():
                shutil.copyfile(source, target)
        if before == [_stamp(source) for source in sources]:
            return
    raise DatabaseInUseError(file=path)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return state.st_size, state.st_mtime_ns


def _create(path: Path) -> None:
    """Make an empty database; its name appears with the finished file only.

    Raises what SQLAlchemy and sqlite3 raise and
    :class:`~ita_desktop.files.OutputFileError`, and leaves nothing then.
    """
    with whole_file(path) as temporary:
        # without a log, which would be a second file to bring along
        engine = engine_for(temporary, Mode.CREATE, on_network=True)
        try:
            with writing(engine).begin() as connection:
                metadata.create_all(connection)
                write_change(connection, difference(None, Office()), {})
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
        finally:
            engine.dispose()


def _upgrade(engine: Engine, version: int) -> None:
    from ita_desktop.storage.upgrades import upgrade  # brings alembic, which is seldom needed

    upgrade(engine, version)


def _offered(path: Path) -> tuple[Backup, ...]:
    with contextlib.suppress(StorageError):
        return backups(backup_folder(path))
    return ()
