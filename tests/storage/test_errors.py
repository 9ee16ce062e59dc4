"""What the disk and others do is told; what the program does wrong is not hidden."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from ita_desktop.storage.errors import (
    DatabaseCorruptError,
    DatabaseDiskError,
    DatabaseFullError,
    DatabaseInUseError,
    DatabaseReadOnlyError,
    DatabaseUnreachableError,
    StorageError,
    translated,
)

FILE = Path("ita.sqlite3")


def of_sqlite(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as SQLite says")
    error.sqlite_errorcode = code
    return error


def wrapped(error: sqlite3.Error) -> OperationalError:
    return OperationalError("SELECT 1", None, error)


@pytest.mark.parametrize("wrap", [wrapped, lambda error: error])
@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DatabaseFullError),
        (sqlite3.SQLITE_IOERR, DatabaseDiskError),
        (sqlite3.SQLITE_IOERR_WRITE, DatabaseDiskError),
        (sqlite3.SQLITE_BUSY, DatabaseInUseError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, DatabaseInUseError),
        (sqlite3.SQLITE_LOCKED, DatabaseInUseError),
        (sqlite3.SQLITE_READONLY, DatabaseReadOnlyError),
        (sqlite3.SQLITE_CANTOPEN, DatabaseUnreachableError),
        (sqlite3.SQLITE_CORRUPT, DatabaseCorruptError),
        (sqlite3.SQLITE_NOTADB, DatabaseCorruptError),
    ],
)
def test_what_sqlite_tells_of_the_world(
    code: int, kind: type[StorageError], wrap: Callable[[sqlite3.Error], Exception]
) -> None:
    with pytest.raises(kind, match="โปรด") as caught, translated(FILE):
        raise wrap(of_sqlite(code))

    assert type(caught.value) is kind
    assert caught.value.file == FILE
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, DatabaseFullError),
        (errno.EDQUOT, DatabaseFullError),
        (errno.EFBIG, DatabaseFullError),
        (errno.EACCES, DatabaseReadOnlyError),
        (errno.EROFS, DatabaseReadOnlyError),
        (errno.ENOENT, DatabaseUnreachableError),
        (errno.EIO, DatabaseDiskError),
    ],
)
def test_what_the_system_tells(code: int, kind: type[StorageError]) -> None:
    for arguments in ((code, os.strerror(code)), (code, os.strerror(code), "แฟ้ม")):
        with pytest.raises(kind, match="โปรด") as caught, translated():
            raise OSError(*arguments)
        assert type(caught.value) is kind


@pytest.mark.parametrize(
    "bug",
    [
        of_sqlite(sqlite3.SQLITE_ERROR),
        of_sqlite(sqlite3.SQLITE_CONSTRAINT),
        of_sqlite(sqlite3.SQLITE_MISUSE),
        wrapped(of_sqlite(sqlite3.SQLITE_ERROR)),
        sqlite3.ProgrammingError("closed"),
        KeyError("x"),
    ],
)
def test_a_bug_passes_through(bug: Exception) -> None:
    with pytest.raises(type(bug)) as caught, translated(FILE):
        raise bug

    assert caught.value is bug


def test_bytes_that_are_no_text_are_damage() -> None:
    with pytest.raises(DatabaseCorruptError), translated(FILE):
        raise sqlite3.OperationalError("Could not decode to UTF-8 column 'text' with text '\ufffd'")
    with pytest.raises(DatabaseCorruptError), translated(FILE):
        b"\xff".decode()


def test_every_error_says_what_to_do() -> None:
    kinds = [StorageError]
    while kinds:
        kind = kinds.pop()
        kinds.extend(kind.__subclasses__())
        assert "โปรด" in kind.problem
