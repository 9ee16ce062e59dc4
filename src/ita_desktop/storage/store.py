"""The open database: records in and out, each change whole or not at all."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import IntegrityError

from ita_desktop.domain.changes import Change
from ita_desktop.domain.records import Office, StoredFile, YearRecord, YearSummary
from ita_desktop.storage import tables
from ita_desktop.storage.connection import writing
from ita_desktop.storage.errors import (
    ChangeConflictError,
    DatabaseCorruptError,
    DatabaseMovedError,
    NoContentError,
    NoYearError,
    StorageError,
    translated,
)
from ita_desktop.storage.row_reader import read_office, read_record, stored_file
from ita_desktop.storage.row_writer import write_change
from ita_desktop.storage.tables import sql_table
from ita_desktop.storage.values import time_of, time_text

Clock = Callable[[], datetime.datetime]


def utc_now() -> datetime.datetime:
    """The time of the computer's clock, aware, in UTC."""
    return datetime.datetime.now(datetime.UTC)


class Store:
    """The data behind the window; made by :func:`~ita_desktop.storage.database.open_database`.

    Every method raises a :class:`~ita_desktop.storage.errors.StorageError` when the
    file or the disk does not let it, and has then changed nothing. A text's half
    characters (lone surrogates), which no file can hold, are kept as ``U+FFFD``.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        *,
        read_only: bool = False,
        on_network: bool = False,
        clock: Clock = utc_now,
        release: Callable[[], None] = lambda: None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.on_network = on_network
        self._pool: Engine | None = engine
        self._clock = clock
        self._release = release
        self._opened_as = None if read_only else path.stat()

    # --- reading -------------------------------------------------------------------------

    def years(self) -> tuple[YearSummary, ...]:
        """All years, the newest fiscal year first."""
        with self._reading() as connection:
            rows = connection.execute(_SUMMARIES).all()
            with self._sound_values():
                return tuple(
                    YearSummary(
                        id_, fiscal, assessed, agency, bool(archived), bool(sample), time_of(at)
                    )
                    for id_, fiscal, assessed, agency, archived, sample, at in rows
                )

    def year(self, id: str) -> YearRecord:  # noqa: A002 - the record's own name for it
        """The whole year; raises NoYearError when there is none."""
        with self._reading() as connection, self._sound_values():
            record = read_record(connection, YearRecord, id)
        if record is None:
            raise NoYearError(id)
        return record

    def shared(self) -> Office:
        """What years share; the empty :class:`Office` as long as nothing was given."""
        with self._reading() as connection, self._sound_values():
            return read_office(connection)

    def content(self, sha256: str) -> bytes:
        """What was kept under this SHA-256.

        Raises NoContentError when there is nothing, DatabaseCorruptError when it is
        no longer what was kept.
        """
        with self._reading() as connection:
            columns = tables.contents.c
            data: bytes | None = connection.scalar(
                select(columns.data).where(columns.sha256 == sha256)
            )
        if data is None:
            raise NoContentError(file=self.path)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DatabaseCorruptError(file=self.path)
        return data

    def file(self, path: str) -> StoredFile | None:
        """The stored file of this path, None when none was registered."""
        with self._reading() as connection:
            return stored_file(connection, path)

    # --- writing -------------------------------------------------------------------------

    def apply(self, changes: Sequence[Change]) -> datetime.datetime:
        """Write the changes, all or none, and return the time of the commit (aware, UTC).

        Only what differs is written; the scans of signed papers are registered. Raises
        ChangeConflictError when a row that is to change is not stored as the change says
        that it was before.
        """
        with self._writing() as connection:
            now = self._clock()
            for change in changes:
                for file in _files_in(change):
                    _register(connection, file, time_text(now))
                stamp = {} if change.is_of_office else {"changed_at": time_text(now)}
                write_change(connection, change, stamp)
        return now

    def put_content(self, data: bytes) -> str:
        """Keep ``data`` for good and return its SHA-256; the same data is kept once."""
        sha256 = hashlib.sha256(data).hexdigest()
        with self._writing() as connection:
            columns = tables.contents.c
            if connection.scalar(select(columns.sha256).where(columns.sha256 == sha256)) is None:
                connection.execute(insert(tables.contents), {"sha256": sha256, "data": data})
        return sha256

    def register_file(self, stored: StoredFile) -> None:
        """Note a file that was copied into the data folder.

        Raises ChangeConflictError when another file was noted under its path.
        """
        with self._writing() as connection:
            _register(connection, stored, time_text(self._clock()))

    @contextlib.contextmanager
    def driver_connection(self) -> Iterator[sqlite3.Connection]:
        """SQLite's own connection, out of any transaction: for what SQLAlchemy has no words for."""
        with translated(self.path):
            pooled = self._engine.raw_connection()
            try:
                connection = pooled.driver_connection
                if not isinstance(connection, sqlite3.Connection):
                    raise TypeError("the pool is one of sqlite3")
                yield connection
            finally:
                pooled.close()

    def close(self) -> None:
        """Bring the log into the file and let others open it; closing twice is no harm."""
        # What is committed is safe without it: the log is read at the next opening.
        if self._pool is None:
            return
        with contextlib.suppress(StorageError):
            if not self.read_only:
                with self.driver_connection() as connection:
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        self._pool.dispose()
        self._pool = None
        self._release()

    @property
    def _engine(self) -> Engine:
        if self._pool is None:  # it would open the file again, without the lock
            raise ValueError("the store is closed")
        return self._pool

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated(self.path), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with translated(self.path), writing(self._engine).begin() as connection:
                self._check_place()
                yield connection
        except IntegrityError as error:
            # An id or a position that is taken, a content or a parent that is not there.
            raise ChangeConflictError(file=self.path) from error

    def _check_place(self) -> None:
        """Raises DatabaseMovedError when the open file is not the one that is found by its name.

        Many systems let an open file be removed; what is written into it then is lost
        when it is closed, though every commit succeeds.
        """
        try:
            found = self.path.stat()
        except FileNotFoundError as error:
            raise DatabaseMovedError(file=self.path) from error
        if self._opened_as is None or self.on_network:
            return  # a share may number the same file anew
        if not os.path.samestat(found, self._opened_as):
            raise DatabaseMovedError(file=self.path)

    @contextlib.contextmanager
    def _sound_values(self) -> Iterator[None]:
        """Tells values that cannot be, which only damage brings in."""
        try:
            yield
        except (ValueError, ArithmeticError, LookupError) as error:
            raise DatabaseCorruptError(file=self.path) from error


_YEARS = sql_table("years")
_SUMMARIES = select(
    _YEARS.c.id,
    _YEARS.c.fiscal_year,
    _YEARS.c.assessment_year,
    _YEARS.c.agency_name,
    _YEARS.c.archived,
    _YEARS.c.sample,
    _YEARS.c.changed_at,
).order_by(_YEARS.c.fiscal_year.desc(), _YEARS.c.id.desc())


def _files_in(change: Change) -> Iterator[StoredFile]:
    """The stored files that the rows of a change speak of after it."""
    for one in change.rows:
        for value in one.after.values if one.after is not None else ():
            if isinstance(value, StoredFile):
                yield value


def _register(connection: Connection, stored: StoredFile, now: str) -> None:
    known = stored_file(connection, stored.path)
    if known is None:
        connection.execute(insert(tables.files), {**stored._asdict(), "added_at": now})
    elif known != stored:
        raise ChangeConflictError
