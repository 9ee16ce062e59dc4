"""How the database is opened: every connection with the same promises kept.

``synchronous=FULL`` with a write-ahead log makes a commit outlast a power loss. On a
network share there is no log, since its index is memory that two computers cannot
share (https://sqlite.org/wal.html).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

BUSY_SECONDS = 5.0
"""How long a statement waits for another program, such as a backup, to let go."""


class Mode(Enum):
    """What a connection may do; the values are those of SQLite's URI."""

    READ = "ro"
    AT_REST = "ro&immutable=1"
    """Reads a file that nobody writes and that has no log; makes no file beside it."""
    WRITE = "rw"
    CREATE = "rwc"


def connect(path: Path, mode: Mode, *, on_network: bool = False) -> sqlite3.Connection:
    """A connection that begins transactions only where it is told to.

    Raises what sqlite3 raises; of a file that is no database only with its first use.
    """
    if mode in (Mode.READ, Mode.AT_REST):
        pragmas = [*_ALWAYS, "query_only=ON"]
    else:
        pragmas = [
            *_ALWAYS,
            "synchronous=FULL",
            f"journal_mode={'DELETE' if on_network else 'WAL'}",
        ]
    return _connected(path, mode, pragmas)


def connect_alone(path: Path) -> sqlite3.Connection:
    """The only connection to the file: it reads a log without memory shared with others.

    The journal mode stays as it is. Raises as :func:`connect`.
    """
    return _connected(path, Mode.WRITE, ["locking_mode=EXCLUSIVE", *_ALWAYS, "synchronous=FULL"])


def engine_for(path: Path, mode: Mode, *, on_network: bool = False) -> Engine:
    """The pool of such connections; nothing is opened yet."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, mode, on_network=on_network),
        poolclass=QueuePool,
    )
    event.listen(engine, "begin", _begin)
    return engine


_IMMEDIATE = "ita_immediate"


def writing(engine: Engine) -> Engine:
    """The same pool for transactions that write: they take the right to at once.

    One that began by reading could find that another has written meanwhile.
    """
    return engine.execution_options(**{_IMMEDIATE: True})


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(_IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


_ALWAYS = ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON")


def _connected(path: Path, mode: Mode, pragmas: Sequence[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(
        _uri(path, mode),
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,  # the driver's own habits would split a transaction
        check_same_thread=False,  # the pool gives a connection to one thread at a time
    )
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path, mode: Mode) -> str:
    # A drive needs a slash before it and a share four; not every name is UTF-8.
    whole = path.absolute().as_posix()
    slash = "" if whole.startswith("/") else "/"
    return f"file://{slash}{quote(os.fsencode(whole))}?mode={mode.value}"
