"""A year, and what years share, as rows of tables, derived from the description.

A record becomes the root row of its table, with the fields of the records inside it in
the same row (``agency_name``), and one row for every entry of every list, wherever it
stands. Entries are identified by their id, scores and the texts of a paper by the path
of their numbers and keys (``10/10.1/O42``). Values are those of the domain; how a
database writes them is its own affair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from ita_desktop.domain.description import DescribedField, FieldType, fields_of
from ita_desktop.domain.records import Office, Positions, YearRecord

R = TypeVar("R")

Key = tuple[str, str]
"""A table's name and the key of a row in it."""


class Row(NamedTuple):
    """One row. ``parent`` is the key of the row above, ``""`` for the root and right below it.

    ``position`` is the order key among its siblings; ``values`` are in the order of
    :attr:`Table.columns`.
    """

    table: str
    key: str
    parent: str
    position: str
    values: tuple[Any, ...]


class Column(NamedTuple):
    """A column and the field it holds; ``path`` are the attributes that lead there."""

    name: str
    path: tuple[str, ...]
    described: DescribedField


class EntryList(NamedTuple):
    """A list of entries in a record, ``path`` leading there, with the entries' table."""

    path: tuple[str, ...]
    described: DescribedField
    table: Table
    entries_of: Callable[[Any], tuple[Any, ...]]


class Plan(NamedTuple):
    """Where the fields of a record come from when it is built from its row.

    A column by its number, a list by its path, a record inside by its own plan, the key
    of the row, or the positions, which are set at last.
    """

    record: type[Any]
    sources: tuple[Any, ...]


_KEY = "key"
_POSITIONS = "positions"


class Table(NamedTuple):
    """A table: whose entries it holds, by which field they are identified, its columns.

    ``values_of`` gives the values of a record in the order of ``columns``.
    """

    name: str
    record: type[Any]
    key: str
    columns: tuple[Column, ...]
    lists: tuple[EntryList, ...]
    plan: Plan
    values_of: Callable[[Any], tuple[Any, ...]]

    @property
    def has_ids(self) -> bool:
        """Whether its entries have ids of their own, not only numbers."""
        return self.key == "id"


OFFICE_KEY = "office"
"""The key of the one row of :class:`~ita_desktop.domain.records.Office`."""


def table_of(record: type[Any]) -> Table:
    """The root table of YearRecord or Office, with those below it."""
    return _root_table("years" if record is YearRecord else "office")


@cache
def _root_table(name: str) -> Table:
    return _table(name, {"years": YearRecord, "office": Office}[name], "id")


def tables_of(record: type[Any]) -> Mapping[str, tuple[Table, str]]:
    """All tables of YearRecord or Office by name, each with its parent's, parents first."""
    return _all_tables(table_of(record).name)


@cache
def _all_tables(root: str) -> Mapping[str, tuple[Table, str]]:
    found: dict[str, tuple[Table, str]] = {}

    def add(table: Table, parent: str) -> None:
        found[table.name] = (table, parent)
        for entries in table.lists:
            add(entries.table, table.name)

    add(_root_table(root), "")
    return found


def root_key(record: Any) -> str:
    """The key of a record's root row."""
    return record.id if isinstance(record, YearRecord) else OFFICE_KEY


def keyed(table: Table, parent: str, entries: Iterable[R]) -> Iterator[tuple[str, R]]:
    """Entries of one list with the keys of their rows; ``parent`` is ``""`` below the root.

    A number or key that is there twice, as a draft may have it, is told from the first.
    """
    if table.has_ids:
        for entry in entries:
            yield entry.id, entry  # type: ignore[attr-defined]  # has_ids says so
        return
    start = f"{parent}/" if parent else ""
    seen: set[str] = set()
    for entry in entries:
        key = first = f"{start}{getattr(entry, table.key)}"
        doubles = 1
        while key in seen:
            doubles += 1
            key = f"{first}#{doubles}"
        seen.add(key)
        yield key, entry


def rows_of(record: Any) -> Iterator[Row]:
    """All rows of a YearRecord or an Office, parents before those below them."""
    table, key = table_of(type(record)), root_key(record)
    yield Row(table.name, key, "", "", table.values_of(record))
    yield from rows_below(table, record, "", record.positions)


def rows_below(table: Table, record: Any, key: str, positions: Positions) -> Iterator[Row]:
    """The rows of the entries of a record; ``key`` is that of its row, ``""`` for the root."""
    for entries in table.lists:
        inner = entries.table
        for inner_key, entry in keyed(inner, key, entries.entries_of(record)):
            yield entry_row(inner, entry, inner_key, key, positions)
            yield from rows_below(inner, entry, inner_key, positions)


def entry_row(table: Table, entry: Any, key: str, parent: str, positions: Positions) -> Row:
    """The row of one entry; raises LookupError for one that was never identified."""
    return Row(table.name, key, parent, positions[table.name, key], table.values_of(entry))


def record_of(kind: type[R], rows: Iterable[Row]) -> R:
    """The YearRecord or Office of its rows, in whatever order they come.

    Raises LookupError where the root row is missing.
    """
    by_parent: dict[Key, list[Row]] = {}
    positions: dict[Key, str] = {}
    for row in rows:
        by_parent.setdefault((row.table, row.parent), []).append(row)
        if row.position:
            positions[row.table, row.key] = row.position
    table = table_of(kind)
    (root,) = by_parent[table.name, ""]

    def made(table: Table, row: Row, parent: str) -> Any:
        lists = {}
        for entries in table.lists:
            below = by_parent.get((entries.table.name, parent), [])
            below.sort(key=in_order)
            lists[entries.path] = tuple([made(entries.table, one, one.key) for one in below])
        return built(table, row.key, row.values, lists)

    record = made(table, root, "")
    return record._replace(positions=positions)  # type: ignore[no-any-return]  # of this kind


def in_order(row: Row) -> tuple[str, str]:
    """By order key, and by key where two have the same."""
    return row.position, row.key


def built(
    table: Table,
    key: str,
    values: Sequence[Any],
    lists: Mapping[tuple[str, ...], tuple[Any, ...]],
    old: Any = None,
) -> Any:
    """The record of a row and of its lists; parts that are as in ``old`` are taken from there."""
    return _made(table.plan, key, values, lists, old)


def _made(
    plan: Plan,
    key: str,
    values: Sequence[Any],
    lists: Mapping[tuple[str, ...], tuple[Any, ...]],
    old: Any,
) -> Any:
    arguments: list[Any] = []
    for at, source in enumerate(plan.sources):
        if isinstance(source, int):
            arguments.append(values[source])
        elif type(source) is tuple:
            arguments.append(lists[source])
        elif isinstance(source, Plan):
            arguments.append(_made(source, key, values, lists, old[at] if old else None))
        elif source is _KEY:
            arguments.append(key)
        else:
            arguments.append(old[at] if old else {})
    if old is not None and all(new is one for new, one in zip(arguments, old, strict=True)):
        return old
    return plan.record(*arguments)


# --- derived from the description -------------------------------------------------------


def _table(name: str, record: type[Any], key: str) -> Table:
    columns: list[Column] = []
    lists: list[EntryList] = []
    for path, described in _flat(record, ()):
        field = described.field
        if field.type is FieldType.ENTRIES:
            assert described.inner is not None, path  # noqa: S101 - for the type checker
            inner = _table(field.table, described.inner, field.key)
            lists.append(EntryList(path, described, inner, attrgetter(".".join(path))))
        elif not _is_own_id(path, field.type) and field.type is not FieldType.ORDER:
            columns.append(Column(_column_name(path), path, described))
    paths = [one.path for one in columns]
    plan = _plan(record, (), paths)
    return Table(name, record, key, tuple(columns), tuple(lists), plan, _getter(paths))


def _plan(record: type[Any], path: tuple[str, ...], columns: list[tuple[str, ...]]) -> Plan:
    sources: list[Any] = []
    for described in fields_of(record):
        here, kind = (*path, described.name), described.field.type
        if kind is FieldType.RECORD and described.inner is not None:
            sources.append(_plan(described.inner, here, columns))
        elif kind is FieldType.ENTRIES:
            sources.append(here)
        elif kind is FieldType.ORDER:
            sources.append(_POSITIONS)
        else:
            sources.append(columns.index(here) if here in columns else _KEY)
    return Plan(record, tuple(sources))


def _flat(
    record: type[Any], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], DescribedField]]:
    for described in fields_of(record):
        here = (*path, described.name)
        if described.field.type is FieldType.RECORD and described.inner is not None:
            yield from _flat(described.inner, here)
        else:
            yield here, described


def _is_own_id(path: tuple[str, ...], kind: FieldType) -> bool:
    """Whether a field is the key of the row itself; a year's case has the year's."""
    return kind is FieldType.ID and path in {("id",), ("case", "id")}


def _column_name(path: tuple[str, ...]) -> str:
    """``agency_name``; the case's own fields are the year's."""
    return "_".join(path[1:] if len(path) > 1 and path[0] == "case" else path)


def _getter(paths: Sequence[tuple[str, ...]]) -> Callable[[Any], tuple[Any, ...]]:
    names = [".".join(path) for path in paths]
    if len(names) > 1:
        return attrgetter(*names)
    single = [attrgetter(name) for name in names]
    return lambda record: tuple([get(record) for get in single])
