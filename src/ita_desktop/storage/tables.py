"""The tables of the database as they are now, derived from the description of the fields.

One table for each list of entries, one row for each entry (:mod:`ita_desktop.domain.rows`);
a year's rows have ``year_id`` as the first key, ``parent`` is the entry that they are in.
Lists keep their order by ``order_key``. The tables are STRICT with checks, so that
SQLite's own check of a file finds values that cannot be.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Text,
)
from sqlalchemy import Table as SqlTable

from ita_desktop.domain import rows
from ita_desktop.domain.description import DescribedField, FieldType
from ita_desktop.domain.records import Office, YearRecord
from ita_desktop.domain.rows import OFFICE_KEY, tables_of

metadata = MetaData()

ORDER_KEY = "order_key"
PARENT = "parent"
YEAR = "year_id"

_NUMBERS = {FieldType.INTEGER, FieldType.YEAR, FieldType.FLAG}
_MAY_BE_NULL = {
    FieldType.SCORE,
    FieldType.PASS_OR_FAIL,
    FieldType.DATE,
    FieldType.CHOICE,
    FieldType.FILE,
}
_LISTS = {FieldType.LINES, FieldType.TEXTS, FieldType.NUMBERS}


DESCRIBED: Mapping[str, rows.Table] = {
    name: table for root in (YearRecord, Office) for name, (table, _) in tables_of(root).items()
}
"""The described tables by name, parents before what hangs on them."""


def sql_table(name: str) -> SqlTable:
    """A table by its name."""
    return metadata.tables[name]


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _column(name: str, described: DescribedField) -> Column[Any]:
    kind = described.field.type
    values = [one.value for one in _choices(described.inner)] if kind is FieldType.CHOICE else []
    as_number = kind in _NUMBERS or (values and isinstance(values[0], int))
    return Column(
        name,
        Integer if as_number else Text,
        *_checks(name, kind, values),
        nullable=kind in _MAY_BE_NULL,
    )


def _choices(kind: type[Any] | None) -> list[Enum]:
    return list(kind) if kind is not None and issubclass(kind, Enum) else []


def _checks(name: str, kind: FieldType, values: list[Any]) -> list[CheckConstraint | ForeignKey]:
    if values:
        return [CheckConstraint(f"{name} IN ({', '.join(map(repr, values))})")]
    if kind is FieldType.FLAG:
        return [CheckConstraint(f"{name} IN (0, 1)")]
    if kind in _LISTS:
        return [CheckConstraint(f"{name} LIKE '[%]'")]
    if kind is FieldType.HASH:
        return [ForeignKey("contents.sha256")]
    if kind is FieldType.FILE:
        return [ForeignKey("files.path")]
    return []


def _fields(table: rows.Table) -> list[Column[Any]]:
    return [_column(column.name, column.described) for column in table.columns]


def _entries_table(table: rows.Table, parent: str, root: str) -> None:
    parts: list[Column[Any] | ForeignKeyConstraint] = [Column("id", Text, primary_key=True)]
    if root == "years":
        parts.insert(0, Column(YEAR, Text, ForeignKey("years.id"), primary_key=True))
    if parent != root:
        ends = [YEAR, PARENT] if root == "years" else [PARENT]
        targets = [YEAR, "id"] if root == "years" else ["id"]
        parts += [
            _text(PARENT),
            ForeignKeyConstraint(ends, [f"{parent}.{target}" for target in targets]),
        ]
    SqlTable(table.name, metadata, *parts, _text(ORDER_KEY), *_fields(table), sqlite_strict=True)


def _root_table(table: rows.Table, *more: Column[Any], only: str = "") -> None:
    checks = [CheckConstraint(f"id = '{only}'")] if only else []
    SqlTable(
        table.name,
        metadata,
        Column("id", Text, *checks, primary_key=True),
        *_fields(table),
        *more,
        sqlite_strict=True,
    )


contents = SqlTable(
    "contents",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""What never changes once it is kept, such as the PDF of a signed paper."""

files = SqlTable(
    "files",
    metadata,
    Column("path", Text, primary_key=True),
    _text("sha256"),
    Column("size", Integer, nullable=False),
    _text("added_at"),
    sqlite_strict=True,
)
"""The files in the data folder, ``path`` relative to it."""

for _root, _extra, _only in ((YearRecord, [_text("changed_at")], ""), (Office, [], OFFICE_KEY)):
    for _table, _parent in tables_of(_root).values():
        if _parent:
            _entries_table(_table, _parent, next(iter(tables_of(_root))))
        else:
            _root_table(_table, *_extra, only=_only)
