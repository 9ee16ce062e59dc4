"""Writes a change: the rows that differ, and only where the old ones are as expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    update,
)

from ita_desktop.domain.changes import Change, RowChange, same_value
from ita_desktop.domain.rows import Row, Table
from ita_desktop.storage.errors import ChangeConflictError
from ita_desktop.storage.tables import DESCRIBED, ORDER_KEY, PARENT, YEAR, sql_table
from ita_desktop.storage.values import DbValue, whole, write_value

Parameters = dict[str, DbValue]
Batches = dict[Any, list[Parameters]]


def write_change(connection: Connection, change: Change, stamp: Mapping[str, DbValue]) -> None:
    """Write the rows that a change is about; ``stamp`` goes into its row of ``years``.

    Of a changed row the columns that differ are set, where they still are as the change
    expects. Raises :class:`~ita_desktop.storage.errors.ChangeConflictError` where they
    are not; the caller's transaction is then to be taken back.
    """
    names = list(DESCRIBED)
    sorted_rows = sorted(change.rows, key=lambda one: names.index(one.row.table))
    removed: Batches = {}
    changed: Batches = {}
    added: Batches = {}
    for one in sorted_rows:
        table = DESCRIBED[one.row.table]
        if one.before is not None and one.after is not None:
            _batch_update(changed, table, one, change.key)
        elif one.after is not None:
            extra = stamp if table.name == "years" else {}
            row = {**_row(table, one.after, change.key), **extra}
            added.setdefault(table.name, []).append(row)
        elif one.before is not None:
            where = _key(table, one.before, change.key)
            where |= _named("old_", table, one.before, range(len(table.columns)))
            removed.setdefault(table.name, []).append(where)
    for name in reversed(names):
        if name in removed:
            _run(connection, _delete(name), removed[name])
    for (name, columns), rows in changed.items():
        _run(connection, _update(name, columns), rows)
    for name, rows in added.items():
        _run(connection, _insert(name), rows)
    if stamp and change.rows and not change.removes and not change.adds:
        years = sql_table("years")
        connection.execute(update(years).where(years.c.id == change.key).values(**stamp))


def _batch_update(batches: Batches, table: Table, one: RowChange, owner: str) -> None:
    before, after = one.before, one.after
    assert before is not None, "an update has both sides"  # noqa: S101 - for the type checker
    assert after is not None, "an update has both sides"  # noqa: S101 - for the type checker
    differing = tuple(
        at
        for at, values in enumerate(zip(before.values, after.values, strict=True))
        if not same_value(*values)
    )
    parameters = _key(table, before, owner)
    parameters |= _named("old_", table, before, differing)
    parameters |= _named("new_", table, after, differing)
    names = [table.columns[at].name for at in differing]
    if before.position != after.position:
        names.append(ORDER_KEY)
        parameters |= {f"old_{ORDER_KEY}": before.position, f"new_{ORDER_KEY}": after.position}
    batches.setdefault((table.name, tuple(names)), []).append(parameters)


def _named(prefix: str, table: Table, row: Row, columns: Iterable[int]) -> Parameters:
    return {
        prefix + table.columns[at].name: write_value(table.columns[at].described, row.values[at])
        for at in columns
    }


def _key(table: Table, row: Row, owner: str) -> Parameters:
    key: Parameters = {"old_id": whole(row.key)}
    if YEAR in sql_table(table.name).c:
        key[f"old_{YEAR}"] = owner
    return key


def _row(table: Table, row: Row, owner: str) -> Parameters:
    parameters = _named("", table, row, range(len(table.columns)))
    parameters["id"] = whole(row.key)
    columns = sql_table(table.name).c
    if YEAR in columns:
        parameters[YEAR] = owner
    if PARENT in columns:
        parameters[PARENT] = whole(row.parent)
    if ORDER_KEY in columns:
        parameters[ORDER_KEY] = row.position
    return parameters


def _run(
    connection: Connection, statement: Insert | Update | Delete, rows: list[Parameters]
) -> None:
    result = connection.execute(statement, rows)
    if not isinstance(statement, Insert) and result.rowcount != len(rows):
        raise ChangeConflictError


def _conditions(name: str, columns: Iterable[str]) -> list[ColumnElement[bool]]:
    table = sql_table(name)
    keys = [column.name for column in table.primary_key.columns]
    return [
        *(table.c[key] == bindparam(f"old_{key}") for key in keys),
        # "IS": nothing is like nothing
        *(table.c[one].is_not_distinct_from(bindparam(f"old_{one}")) for one in columns),
    ]


@cache
def _delete(name: str) -> Delete:
    columns = [column.name for column in DESCRIBED[name].columns]
    return delete(sql_table(name)).where(*_conditions(name, columns))


@cache
def _update(name: str, columns: tuple[str, ...]) -> Update:
    new: dict[str, Any] = {one: bindparam(f"new_{one}") for one in columns}
    return update(sql_table(name)).where(*_conditions(name, columns)).values(new)


@cache
def _insert(name: str) -> Insert:
    return insert(sql_table(name))
