"""Three versions of a record become one: what is here laid over what is kept elsewhere.

A value that one side alone changed is taken from that side. Where both changed one value
to different ones, the merged record has what was typed here and a :class:`Conflict` tells
of the other. Lists of texts are one value each. What one side removed while the other
changed something in it stays: nothing that was typed is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.changes import Change, RowChange, applied, same_value
from ita_desktop.domain.description import FieldType
from ita_desktop.domain.records import Office, YearRecord
from ita_desktop.domain.rows import (
    Column,
    Key,
    Row,
    Table,
    keyed,
    root_key,
    rows_of,
    table_of,
    tables_of,
)

R = TypeVar("R", bound=YearRecord | Office)
Rows = Mapping[Key, Row]


class Conflict(NamedTuple):
    """One value that both sides changed: ``mine`` is typed here, ``theirs`` is kept."""

    table: str
    key: str
    column: int
    mine: Any
    theirs: Any


class Merged(NamedTuple):
    """The record of both sides, with what was typed here in every conflict.

    ``restored`` tells that something that the other side removed, or that was removed
    here, is there (again), since it was changed meanwhile.
    """

    record: Any
    conflicts: tuple[Conflict, ...]
    restored: bool


def merge(base: R | None, mine: R, theirs: R) -> Merged:
    """What is made of two versions that both come from ``base``.

    Without a base nothing counts as removed, and a value that one side left empty is the
    other's.
    """
    merging = _Merging(_rows(base) if base is not None else {}, _rows(mine), _rows(theirs))
    rows = merging.rows(list(tables_of(type(mine)).values()))
    changes = [
        RowChange(merging.mine.get(key), rows.get(key))
        for key in {**rows, **merging.mine}
        if merging.mine.get(key) != rows.get(key)
    ]
    record = applied(type(mine), mine, Change(root_key(mine), tuple(changes)))
    return Merged(record, tuple(merging.conflicts), merging.restored)


def settled(record: R, conflicts: Iterable[Conflict], *, theirs: bool) -> R:
    """``record`` with one side's value in each of the conflicts whose row is still there."""
    rows = _rows(record)
    changed: dict[Key, Row] = {}
    for one in conflicts:
        key = one.table, one.key
        row = changed.get(key, rows.get(key))
        if row is not None:
            values = list(row.values)
            values[one.column] = one.theirs if theirs else one.mine
            changed[key] = row._replace(values=tuple(values))
    changes = [RowChange(rows[key], row) for key, row in changed.items()]
    new = applied(type(record), record, Change(root_key(record), tuple(changes)))
    return record if new is None else new


def column_of(kind: type[Any], conflict: Conflict) -> Column:
    """The column, and so the description, of the value that a conflict is about."""
    table, _ = tables_of(kind)[conflict.table]
    return table.columns[conflict.column]


def place_of(record: Any, conflict: Conflict) -> CasePath:
    """Where in the record the value stands; ``()`` where its row is gone."""
    table, key = table_of(type(record)), root_key(record)
    if (table.name, key) == (conflict.table, conflict.key):
        return table.columns[conflict.column].path
    return _found(table, record, "", conflict)


def value_in(record: Any, conflict: Conflict) -> Any:
    """What the record says now where a conflict is. Raises LookupError where its row is gone."""
    return _rows(record)[conflict.table, conflict.key].values[conflict.column]


def _found(table: Table, record: Any, parent: str, conflict: Conflict) -> CasePath:
    for entries in table.lists:
        inner = entries.table
        for at, (key, entry) in enumerate(keyed(inner, parent, entries.entries_of(record))):
            if (inner.name, key) == (conflict.table, conflict.key):
                if inner.key == "key":  # an own text of a paper is found by its key
                    return (*entries.path, getattr(entry, inner.key))
                return (*entries.path, at, *inner.columns[conflict.column].path)
            below = _found(inner, entry, key, conflict)
            if below:
                return (*entries.path, at, *below)
    return ()


def _rows(record: Any) -> Rows:
    return {(row.table, row.key): row for row in rows_of(record)}


class _Merging:
    """The rows of three versions of one record."""

    def __init__(self, base: Rows, mine: Rows, theirs: Rows) -> None:
        self.base, self.mine, self.theirs = base, mine, theirs
        self.conflicts: list[Conflict] = []
        self.restored = False
        self._parents: dict[str, str] = {}
        self._revived: set[Key] = set()

    def rows(self, tables: Sequence[tuple[Table, str]]) -> dict[Key, Row]:
        """The rows of both sides, parents first."""
        self._parents = {table.name: parent for table, parent in tables}
        changed_here, changed_there = self._changed(self.mine), self._changed(self.theirs)
        order = {table.name: at for at, (table, _) in enumerate(tables)}
        columns = {table.name: table.columns for table, _ in tables}
        merged: dict[Key, Row] = {}
        keys = {**self.mine, **self.theirs}
        for key in sorted(keys, key=lambda one: order[one[0]]):
            row = self._row(key, columns[key[0]], changed_here, changed_there)
            if row is not None:
                merged[key] = row
        return merged

    def _changed(self, side: Rows) -> set[Key]:
        """The rows that a side added or changed, and all that they stand in."""
        found: set[Key] = set()
        for key, row in side.items():
            if self.base.get(key) == row:
                continue
            at: Key | None = key
            while at is not None and at not in found:
                found.add(at)
                at = self._above(side[at])
        return found

    def _above(self, row: Row) -> Key | None:
        return (self._parents[row.table], row.parent) if row.parent else None

    def _row(
        self, key: Key, columns: Sequence[Column], here: set[Key], there: set[Key]
    ) -> Row | None:
        base, mine, theirs = self.base.get(key), self.mine.get(key), self.theirs.get(key)
        if mine is not None and theirs is not None:
            return self._laid(base, mine, theirs, columns)
        row, changed = (mine, here) if mine is not None else (theirs, there)
        assert row is not None, "of one side at least"  # noqa: S101 - for the type checker
        if base is None:
            return row
        # one side removed it: kept where the other changed it, or brought back what it is in
        if key in changed or self._above(row) in self._revived:
            self._revived.add(key)
            self.restored = True
            return row
        return None

    def _laid(self, base: Row | None, mine: Row, theirs: Row, columns: Sequence[Column]) -> Row:
        values = []
        for at, (here, there) in enumerate(zip(mine.values, theirs.values, strict=True)):
            before = base.values[at] if base is not None else _empty(columns[at])
            value = here
            if same_value(here, before):
                value = there
            elif columns[at].described.field.type is FieldType.ID:
                pass  # given by a program, nothing to choose: what is here stays
            elif not same_value(there, before) and not same_value(here, there):
                self.conflicts.append(Conflict(mine.table, mine.key, at, here, there))
            values.append(value)
        moved_here = base is None or mine.position != base.position
        position = mine.position if moved_here else theirs.position
        return mine._replace(position=position, values=tuple(values))


def _empty(column: Column) -> Any:
    """What a value is before anybody has said anything: both sides added the same score."""
    kind = column.described.field.type
    texts = {FieldType.LINE, FieldType.TEXT, FieldType.NUMBER}
    return "" if kind in texts else column.described.default
