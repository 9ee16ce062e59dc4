"""The open database: records in and out, each change whole or not at all."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, insert, select, table, update
from sqlalchemy import column as plain_column
from sqlalchemy.exc import IntegrityError

from ita_desktop.domain.case import Agency
from ita_desktop.domain.records import (
    Change,
    Office,
    OfficeChange,
    StoredFile,
    YearChange,
    YearRecord,
    YearSummary,
)
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
from ita_desktop.storage.row_writer import (
    AGENCY_COLUMNS,
    agency_id,
    drop_unused_agencies,
    whole,
    write_rows,
)
from ita_desktop.storage.rows import (
    COLUMNS,
    SHARED_COLUMNS,
    YEAR_COLUMNS,
    DbRow,
    Rows,
    record_of,
    shared_of,
    shared_rows,
    time_of,
    time_text,
    year_rows,
)

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
        self._ids = threading.Lock()
        self._last_id = 0
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

    def year(self, id: int) -> YearRecord:  # noqa: A002 - the record's own name for it
        """The whole year; raises NoYearError when there is none."""
        with self._reading() as connection:
            found = {name: _rows_of(connection, name, id) for name in YEAR_COLUMNS}
            if not found["years"]:
                raise NoYearError(id)
            agency = _agency(connection, found["years"][0][0])
            scans = _scans(connection, found["final_memos"])
            with self._sound_values():
                return record_of(id, agency, found, scans)

    def shared(self) -> Office:
        """What years share; the empty :class:`Office` as long as nothing was given."""
        with self._reading() as connection:
            found = {name: _rows_of(connection, name) for name in SHARED_COLUMNS}
            agency = _agency(connection, found["shared"][0][1]) if found["shared"] else None
            return shared_of(agency, found)

    def setting(self, key: str) -> str | None:
        """The value under ``key``, None when there is none."""
        with self._reading() as connection:
            columns = tables.settings.c
            value: str | None = connection.scalar(select(columns.value).where(columns.key == key))
            return value

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
            return _file(connection, path)

    # --- writing -------------------------------------------------------------------------

    def new_id(self) -> int:
        """An id for a new year, never one that any year has or had."""
        used = table("sqlite_sequence", plain_column("name"), plain_column("seq"))
        with self._ids, self._reading() as connection:
            highest = connection.scalar(select(func.max(used.c.seq)).where(used.c.name == "years"))
            self._last_id = max(self._last_id, highest or 0) + 1
            return self._last_id

    def apply(self, changes: Sequence[Change]) -> datetime.datetime:
        """Write the changes, all or none, and return the time of the commit (aware, UTC).

        Only rows that differ are written; the scans of signed memos are registered.
        Raises ChangeConflictError when a row that is to change is not stored as the
        change's ``before`` says.
        """
        with self._writing() as connection:
            now = self._clock()
            for change in changes:
                if isinstance(change, YearChange):
                    _write_year(connection, change, time_text(now))
                else:
                    _write_shared(connection, change)
        return now

    def set_setting(self, key: str, value: str | None) -> None:
        """Keep ``value`` under ``key``; None removes it."""
        with self._writing() as connection:
            connection.execute(tables.settings.delete().where(tables.settings.c.key == key))
            if value is not None:
                row = {"key": key, "value": whole(value)}
                connection.execute(insert(tables.settings), row)

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


_SUMMARIES = (
    select(
        tables.years.c.id,
        tables.years.c.fiscal_year,
        tables.years.c.assessment_year,
        tables.agencies.c.name,
        tables.years.c.archived,
        tables.years.c.sample,
        tables.years.c.changed_at,
    )
    .join(tables.agencies)
    .order_by(tables.years.c.fiscal_year.desc(), tables.years.c.id.desc())
)


def _rows_of(connection: Connection, name: str, year: int | None = None) -> Sequence[DbRow]:
    """All rows of a table, or those of a year without its id, in the order of their key."""
    return connection.execute(_selecting(name, year)).all()


def _selecting(name: str, year: int | None) -> Select[Any]:
    found, columns = tables.metadata.tables[name], COLUMNS[name]
    keys = [found.c[key] for key in columns.key]
    values = [found.c[value] for value in columns.values]
    if year is None:
        return select(*keys, *values).order_by(*keys)
    return select(*keys[1:], *values).where(keys[0] == year).order_by(*keys)


def _agency(connection: Connection, key: int) -> Agency:
    columns = [tables.agencies.c[name] for name in AGENCY_COLUMNS]
    return Agency(*connection.execute(select(*columns).where(tables.agencies.c.id == key)).one())


def _scans(connection: Connection, finals: Sequence[DbRow]) -> dict[str, StoredFile]:
    found = (_file(connection, row[-1]) for row in finals if row[-1] is not None)
    return {stored.path: stored for stored in found if stored}


def _file(connection: Connection, path: str) -> StoredFile | None:
    columns = [tables.files.c[name] for name in StoredFile._fields]
    row = connection.execute(select(*columns).where(tables.files.c.path == path)).one_or_none()
    return StoredFile(*row) if row else None


def _register(connection: Connection, stored: StoredFile, now: str) -> None:
    known = _file(connection, stored.path)
    if known is None:
        connection.execute(insert(tables.files), {**stored._asdict(), "added_at": now})
    elif known != stored:
        raise ChangeConflictError


def _write_year(connection: Connection, change: YearChange, now: str) -> None:
    before, after = change
    old: Rows = {}
    if before:
        old = year_rows(before, agency_id(connection, before.case.agency, add=False))
    new: Rows = {}
    if after:
        new = year_rows(after, agency_id(connection, after.case.agency, add=True))
        for scan in filter(None, (final.scan for final in after.finals)):
            _register(connection, scan, now)
    stamp = {"changed_at": now}
    if write_rows(connection, old, new, stamp) and before and after:
        years = tables.years
        connection.execute(update(years).where(years.c.id == after.id).values(stamp))
    drop_unused_agencies(connection)


def _write_shared(connection: Connection, change: OfficeChange) -> None:
    none = Office().agency
    before, after = change
    old, new = (
        shared_rows(
            shared,
            None if shared.agency == none else agency_id(connection, shared.agency, add=add),
        )
        for shared, add in ((before, False), (after, True))
    )
    write_rows(connection, old, new, {})
    drop_unused_agencies(connection)
