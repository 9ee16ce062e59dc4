"""What differs between two versions of a record, row by row: to keep, to take back, to merge.

A change is made from a pair of records, written by the database row by row, and applied
to the record as it is then. Records are *identified*
(:func:`~ita_desktop.domain.identity.identified`) before they are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from ita_desktop.domain.records import Office, YearRecord
from ita_desktop.domain.rows import (
    OFFICE_KEY,
    EntryList,
    Key,
    Row,
    Table,
    built,
    entry_row,
    keyed,
    record_of,
    root_key,
    rows_below,
    rows_of,
    table_of,
)

R = TypeVar("R", bound=YearRecord | Office)


class RowChange(NamedTuple):
    """One row before and after; None before is a new row, None after a removed one."""

    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The row as it is after, or was."""
        row = self.after or self.before
        assert row is not None, "a change has one side at least"  # noqa: S101 - for the type checker
        return row

    def reversed(self) -> RowChange:
        """The change that takes this one back."""
        return RowChange(self.after, self.before)


class Change(NamedTuple):
    """What differs in one year, or in what years share (``key`` is then OFFICE_KEY)."""

    key: str
    rows: tuple[RowChange, ...]

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.key, tuple([one.reversed() for one in self.rows]))

    @property
    def is_of_office(self) -> bool:
        """Whether it is about what years share."""
        return self.key == OFFICE_KEY

    @property
    def adds(self) -> bool:
        """Whether the year was not there before."""
        return any(one.before is None and one.row.table == "years" for one in self.rows)

    @property
    def removes(self) -> bool:
        """Whether the year is not there after it."""
        return any(one.after is None and one.row.table == "years" for one in self.rows)


def difference(before: R | None, after: R | None) -> Change:
    """What makes ``after`` of ``before``; one of them may be None, for a year that is not there.

    What is the same object on both sides is passed over: an edit of one measure of many
    costs little.
    """
    record = after if after is not None else before
    if record is None:
        raise ValueError("no record at all")
    if before is None:
        return Change(root_key(record), tuple([RowChange(None, row) for row in rows_of(record)]))
    if after is None:
        return Change(root_key(record), tuple([RowChange(row, None) for row in rows_of(record)]))
    found: list[RowChange] = []
    table, key = table_of(type(record)), root_key(record)
    if before is not after:
        rows = [Row(table.name, key, "", "", table.values_of(one)) for one in (before, after)]
        if not same_values(rows[0].values, rows[1].values):
            found.append(RowChange(*rows))
        _Comparing(before, after, found).below(table, before, after, "")
    return Change(key, tuple(found))


def same_values(first: Sequence[Any], second: Sequence[Any]) -> bool:
    """Whether two values are written alike; 97.6 and 97.60 are not."""
    return all(map(same_value, first, second))


def same_value(first: Any, second: Any) -> bool:
    """Whether two values are written alike."""
    if first is second:
        return True
    if isinstance(first, Decimal) and isinstance(second, Decimal):
        return str(first) == str(second)
    return bool(first == second)


class _Comparing:
    """One walk over two versions of a record."""

    def __init__(self, before: Any, after: Any, found: list[RowChange]) -> None:
        self._old, self._new = before.positions, after.positions
        self._same_order = self._old is self._new
        self._found = found

    def below(self, table: Table, before: Any, after: Any, key: str) -> None:
        """What differs in the lists of two versions of one record."""
        for entries in table.lists:
            old, new = entries.entries_of(before), entries.entries_of(after)
            if old is not new or not self._same_order:
                self._entries(entries.table, old, new, key)

    def _entries(
        self, table: Table, old: tuple[Any, ...], new: tuple[Any, ...], parent: str
    ) -> None:
        standing = dict(keyed(table, parent, old))
        for key, entry in keyed(table, parent, new):
            before = standing.pop(key, None)
            if before is None:
                self._found.append(RowChange(None, entry_row(table, entry, key, parent, self._new)))
                for row in rows_below(table, entry, key, self._new):
                    self._found.append(RowChange(None, row))
                continue
            if before is entry and self._same_order:
                continue
            self._one(table, before, entry, key, parent)
            self.below(table, before, entry, key)
        for key, entry in standing.items():
            self._found.append(RowChange(entry_row(table, entry, key, parent, self._old), None))
            for row in rows_below(table, entry, key, self._old):
                self._found.append(RowChange(row, None))

    def _one(self, table: Table, before: Any, after: Any, key: str, parent: str) -> None:
        place = (table.name, key)
        if before is after and self._old[place] == self._new[place]:
            return
        old = entry_row(table, before, key, parent, self._old)
        new = entry_row(table, after, key, parent, self._new)
        if old.position != new.position or not same_values(old.values, new.values):
            self._found.append(RowChange(old, new))


# --- applying -----------------------------------------------------------------------------


def applied(kind: type[R], record: R | None, change: Change) -> R | None:
    """``record`` as it is now with a change made; None for a year that is not there then.

    Of a changed row only the values that the change is about are set. A row that is gone
    stays gone, a new one that is there already gets the new one's values.
    """
    table = table_of(kind)
    root = [one for one in change.rows if one.row.table == table.name]
    if root and root[0].after is None:
        return None
    if record is None:
        return record_of(kind, [one.after for one in change.rows if one.after]) if root else None
    applying = _Applying(record, [one for one in change.rows if one.row.table != table.name])
    new = applying.record(table, record, root_key(record), root[0] if root else None, "")
    return new._replace(positions=applying.positions) if applying.moved else new  # type: ignore[no-any-return]


class _Applying:
    """One walk over a record that makes what a change says."""

    def __init__(self, record: Any, rows: Iterable[RowChange]) -> None:
        self.positions: dict[Key, str] = dict(record.positions)
        self.moved = False
        self._by_list: dict[Key, dict[str, RowChange]] = {}
        self._tables: set[str] = set()
        for one in rows:
            self._by_list.setdefault((one.row.table, one.row.parent), {})[one.row.key] = one
            self._tables.add(one.row.table)

    def record(
        self, table: Table, old: Any, key: str, change: RowChange | None, parent: str
    ) -> Any:
        """A record with its own row's change and those of all below it; ``old`` may be None."""
        values = table.values_of(old) if old is not None else ()
        if change is not None and change.after is not None:
            values = _laid(values, change.before, change.after)
        lists = {
            entries.path: self._entries(entries, entries.entries_of(old) if old else (), parent)
            for entries in table.lists
        }
        return built(table, key, values, lists, old)

    def _entries(self, entries: EntryList, old: tuple[Any, ...], parent: str) -> tuple[Any, ...]:
        table = entries.table
        changes = dict(self._by_list.get((table.name, parent), {}))
        if not changes and not self._reaches(table):
            return old
        kept: list[tuple[str, Any]] = []
        for key, entry in keyed(table, parent, old):
            change = changes.pop(key, None)
            if change is not None and change.after is None:
                self._forget(table, entry, key)
                continue
            kept.append((key, self.record(table, entry, key, change, key)))
            self._place(change)
        for key, change in changes.items():
            if change.before is None:  # else it is gone by now
                kept.append((key, self.record(table, None, key, change, key)))
                self._place(change)
        if self.moved:
            kept.sort(key=lambda one: (self.positions[table.name, one[0]], one[0]))
        new = tuple([entry for _, entry in kept])
        same = len(new) == len(old) and all(map(_is, new, old))
        return old if same else new

    def _reaches(self, table: Table) -> bool:
        """Whether anything below the table's rows changes."""
        return any(
            entries.table.name in self._tables or self._reaches(entries.table)
            for entries in table.lists
        )

    def _place(self, change: RowChange | None) -> None:
        if change is None or change.after is None:
            return
        before = change.before.position if change.before else None
        if before != change.after.position:
            self.positions[change.after.table, change.after.key] = change.after.position
            self.moved = True

    def _forget(self, table: Table, entry: Any, key: str) -> None:
        self.moved = True
        gone = [(row.table, row.key) for row in rows_below(table, entry, key, self.positions)]
        for place in [(table.name, key), *gone]:
            self.positions.pop(place, None)


def _is(first: object, second: object) -> bool:
    return first is second


def _laid(values: Sequence[Any], before: Row | None, after: Row) -> tuple[Any, ...]:
    """Values with those of a change laid over them."""
    if before is None:
        return after.values
    return tuple(
        standing if same_value(old, new) else new
        for standing, old, new in zip(values, before.values, after.values, strict=True)
    )
