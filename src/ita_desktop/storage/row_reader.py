"""Reads the rows of a year, or of what years share, into records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, literal, select

from ita_desktop.domain.description import FieldType
from ita_desktop.domain.records import Office, StoredFile, YearRecord
from ita_desktop.domain.rows import OFFICE_KEY, Row, record_of, tables_of
from ita_desktop.storage import tables
from ita_desktop.storage.tables import DESCRIBED, ORDER_KEY, PARENT, YEAR, sql_table
from ita_desktop.storage.values import Files, read_value

R = TypeVar("R", bound=YearRecord | Office)


def read_record(connection: Connection, kind: type[R], key: str) -> R | None:
    """The YearRecord of an id, or the Office; None where there is none.

    Raises ValueError, LookupError or ArithmeticError for values that cannot be, which
    only damage brings in.
    """
    found = list(_rows(connection, kind, key))
    root = next(iter(tables_of(kind)))
    return record_of(kind, found) if any(row.table == root for row in found) else None


def read_office(connection: Connection) -> Office:
    """What years share, whose row every database has; raising as :func:`read_record`."""
    office = read_record(connection, Office, OFFICE_KEY)
    if office is None:
        raise LookupError("no row of what years share")
    return office


def stored_file(connection: Connection, path: str) -> StoredFile | None:
    """The stored file of this path, None when none was registered."""
    columns = [tables.files.c[name] for name in StoredFile._fields]
    row = connection.execute(select(*columns).where(tables.files.c.path == path)).one_or_none()
    return StoredFile(*row) if row else None


def _rows(connection: Connection, kind: type[Any], key: str) -> Iterator[Row]:
    for name, (table, _) in tables_of(kind).items():
        described = [column.described for column in table.columns]
        found = connection.execute(_select(name), {"key": key}).all()
        files = _files_in(connection, described, found)
        for id_, parent, position, *values in found:
            read = [
                read_value(one, value, files) for one, value in zip(described, values, strict=True)
            ]
            yield Row(name, id_, parent, position, tuple(read))


def _files_in(connection: Connection, described: list[Any], found: Any) -> Files:
    """The stored files that rows speak of."""
    at = [3 + n for n, one in enumerate(described) if one.field.type is FieldType.FILE]
    paths = {row[n] for row in found for n in at if row[n] is not None}
    files = (stored_file(connection, path) for path in paths)
    return {file.path: file for file in files if file}


@cache
def _select(name: str) -> Select[Any]:
    """The key, the parent, the order key and the values of a record's rows in one table."""
    table = sql_table(name)
    return select(
        table.c.id,
        table.c[PARENT] if PARENT in table.c else literal(""),
        table.c[ORDER_KEY] if ORDER_KEY in table.c else literal(""),
        *(table.c[column.name] for column in DESCRIBED[name].columns),
    ).where((table.c[YEAR] if YEAR in table.c else _owner(name)) == bindparam("key"))


def _owner(name: str) -> Any:
    """What tells the one record: the root's own id; of the office's lists all rows are its."""
    return sql_table(name).c.id if name in {"years", "office"} else literal(OFFICE_KEY)
