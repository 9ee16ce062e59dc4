"""Writes a change: the rows that differ, and only where the old ones are as expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from ita_desktop.domain.case import Agency
from ita_desktop.storage import tables
from ita_desktop.storage.errors import ChangeConflictError
from ita_desktop.storage.rows import COLUMNS, Key, Rows, Value, Values

Parameters = dict[str, Value]

AGENCY_COLUMNS = ("name", "short_name", "district", "province", "division")


def write_rows(
    connection: Connection, before: Rows, after: Rows, stamp: Mapping[str, Value]
) -> bool:
    """Make ``after`` of ``before`` and return whether anything differs.

    ``stamp`` goes into each new row of ``years``. Raises :class:`ChangeConflictError`
    when a row that goes or changes is not as ``before`` has it; the caller's
    transaction is then to be taken back.
    """
    differs = False
    for name in reversed(list(COLUMNS)):
        gone = [(key, old) for key, old in _of(before, name) if key not in after.get(name, {})]
        differs |= _run(connection, _delete(name), [_where(name, *row) for row in gone])
    for name in COLUMNS:
        standing = before.get(name, {})
        changed = [
            {**_where(name, key, standing[key]), **_named("new_", COLUMNS[name].values, new)}
            for key, new in _of(after, name)
            if key in standing and standing[key] != new
        ]
        differs |= _run(connection, _update(name), changed)
        extra = stamp if name == "years" else {}
        added = [
            {**_row(name, key, new), **extra}
            for key, new in _of(after, name)
            if key not in standing
        ]
        differs |= _run(connection, _insert(name), added)
    return differs


def agency_id(connection: Connection, agency: Agency, *, add: bool) -> int:
    """Where ``agency`` stands; it is added when it stands nowhere and ``add`` says so."""
    fields = {name: whole(getattr(agency, name)) for name in AGENCY_COLUMNS}
    columns = tables.agencies.c
    found = connection.scalar(
        select(columns.id).where(*(columns[name] == text for name, text in fields.items()))
    )
    if found is not None:
        return int(found)
    if not add:
        raise ChangeConflictError
    added = insert(tables.agencies).values(fields).returning(columns.id)
    return int(connection.execute(added).scalar_one())


def drop_unused_agencies(connection: Connection) -> None:
    """Remove the agencies that no year has any more."""
    used = select(tables.years.c.agency_id).union(select(tables.shared.c.agency_id))
    connection.execute(delete(tables.agencies).where(tables.agencies.c.id.not_in(used)))


def whole(text: str) -> str:
    """``text`` as Unicode can carry it, since no file holds half a character.

    The two halves of one become that character, a lone half becomes ``U+FFFD``.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _of(rows: Rows, name: str) -> Iterable[tuple[Key, Values]]:
    return rows.get(name, {}).items()


def _run(
    connection: Connection, statement: Insert | Update | Delete, rows: list[Parameters]
) -> bool:
    if not rows:
        return False
    result = connection.execute(statement, rows)
    if not isinstance(statement, Insert) and result.rowcount != len(rows):
        raise ChangeConflictError
    return True


def _named(prefix: str, names: Iterable[str], values: Iterable[Value]) -> Parameters:
    return {
        prefix + name: whole(value) if isinstance(value, str) else value
        for name, value in zip(names, values, strict=True)
    }


def _row(name: str, key: Key, values: Values) -> Parameters:
    columns = COLUMNS[name]
    return _named("", columns.key + columns.values, key + values)


def _where(name: str, key: Key, old: Values) -> Parameters:
    columns = COLUMNS[name]
    return _named("old_", columns.key + columns.values, key + old)


def _conditions(name: str) -> Iterator[ColumnElement[bool]]:
    table, columns = tables.metadata.tables[name], COLUMNS[name]
    for key in columns.key:
        yield table.c[key] == bindparam(f"old_{key}")
    for value in columns.values:
        # "IS": nothing is like nothing
        yield table.c[value].is_not_distinct_from(bindparam(f"old_{value}"))


@cache
def _delete(name: str) -> Delete:
    return delete(tables.metadata.tables[name]).where(*_conditions(name))


@cache
def _update(name: str) -> Update:
    new: dict[str, Any] = {value: bindparam(f"new_{value}") for value in COLUMNS[name].values}
    return update(tables.metadata.tables[name]).where(*_conditions(name)).values(new)


@cache
def _insert(name: str) -> Insert:
    return insert(tables.metadata.tables[name])
