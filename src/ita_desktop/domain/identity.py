"""Gives ids to entries and order keys to lists: the one door to what is kept.

An entry of a list is the one of before when it has the id of one there. Every other is
new and gets an id that nothing ever had, whatever id it brings along: it may be the
double of a measure, a measure of the year before, a person of the office who signs.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID

from ita_desktop.domain.case import Case
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.description import FieldType, fields_of
from ita_desktop.domain.order_keys import reordered
from ita_desktop.domain.records import Office, YearRecord
from ita_desktop.domain.rows import EntryList, Key, Table, keyed, rows_below, table_of

R = TypeVar("R", bound=YearRecord | Office)
T = TypeVar("T")


def new_id() -> str:
    """A UUID of version 7 (RFC 9562): ids that are made later sort later."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10))
    number = (milliseconds & (1 << 48) - 1) << 80 | random
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=number))


def identified(
    before: R | None,
    after: R,
    make_id: Callable[[], str] = new_id,
    *,
    keep_ids: bool = False,
) -> R:
    """``after`` with an id in every entry, and with positions that follow its lists.

    ``before`` is the same record before the change, itself identified, or None for a new
    one. Entries that did not change stay the very objects they are; of a list whose order
    changed as few positions change as can be. With ``keep_ids`` a new entry keeps the id
    that it brings from a case file, unless an entry of before has it, wherever it stands.
    """
    if after is before:
        return after
    if isinstance(after, YearRecord) and after.case.id != after.id:
        after = after._replace(case=after.case._replace(id=after.id))
    giving = _Giving(before.positions if before is not None else {}, make_id, keep_ids)
    table = table_of(type(after))
    record: Any = giving.record(table, before, after, "")
    if record.positions != giving.positions:
        record = record._replace(positions=giving.positions)
    return record  # type: ignore[no-any-return]  # of the kind of after


def new_year(case: Case, *, archived: bool = False, sample: bool = False) -> YearRecord:
    """A year that is not kept yet, under a new id, and so everything in it."""
    return identified(None, YearRecord(new_id(), case, archived, sample))


def adopted(old: T, new: T) -> T:
    """``new``, read from a file without ids, with the ids of the entries of ``old``.

    An entry is the one of the same content, else one of the same first field, its name.
    """
    changes: dict[str, Any] = {}
    for name, field, _, _ in fields_of(type(new)):
        before, after = getattr(old, name), getattr(new, name)
        if field.type is FieldType.ID:
            changes[name] = after or before
        elif field.type is FieldType.RECORD:
            changes[name] = adopted(before, after)
        elif field.type is FieldType.ENTRIES:
            changes[name] = _adopted_entries(before, after, field.key)
    return new._replace(**changes)  # type: ignore[attr-defined,no-any-return]  # named tuples


def _adopted_entries(old: tuple[Any, ...], new: tuple[Any, ...], key: str) -> tuple[Any, ...]:
    given = {getattr(entry, key) for entry in new}
    left = [entry for entry in old if key != "id" or entry.id not in given]
    found: dict[int, Any] = {}
    same: Callable[[Any, Any], bool]
    for same in (_same_content, _same_name):
        for at, entry in enumerate(new):
            if at not in found and not (key == "id" and entry.id):
                match = next((one for one in left if same(one, entry)), None)
                if match is not None:
                    left.remove(match)
                    found[at] = match
    return tuple(
        [adopted(found[at], entry) if at in found else entry for at, entry in enumerate(new)]
    )


def _same_content(first: Any, second: Any) -> bool:
    return bool(without_ids(first) == without_ids(second))


def _same_name(first: Any, second: Any) -> bool:
    return bool(first[0] == second[0])


class _Giving:
    """One walk over a record, beside the same record before."""

    def __init__(
        self, positions: Mapping[Key, str], make_id: Callable[[], str], keep_ids: bool
    ) -> None:
        self.positions = self._before = positions
        self._make_id = make_id
        self._keep_ids = keep_ids
        self._copied = False

    def record(self, table: Table, before: Any, after: Any, key: str) -> Any:
        """``after`` with all below it identified."""
        if after is before:
            return after
        for column in table.columns:
            if column.described.field.type is FieldType.ID:
                after = self._with_inner_id(before, after, column.path)
        for entries in table.lists:
            new = entries.entries_of(after)
            old = entries.entries_of(before) if before is not None else ()
            if new is not old:
                given = self._entries(entries, old, new, key)
                if any(one is not other for one, other in zip(given, new, strict=True)):
                    after = _with(after, entries.path, given)
        return after

    def _with_inner_id(self, before: Any, after: Any, path: tuple[str, ...]) -> Any:
        """A record inside another has one id from the first thing on that is said of it."""
        inner = attrgetter(".".join(path[:-1]))
        if getattr(inner(after), path[-1]) or not any(inner(after)):
            return after
        standing = getattr(inner(before), path[-1]) if before is not None else ""
        return _with(after, path, standing or self._make_id())

    def _entries(
        self, entries: EntryList, old: tuple[Any, ...], new: tuple[Any, ...], parent: str
    ) -> tuple[Any, ...]:
        table = entries.table
        standing = dict(keyed(table, parent, old))
        known, given = [], []
        left = dict(standing)
        for entry in new:
            same = left.pop(entry.id, None) if table.has_ids and entry.id else None
            needs_id = table.has_ids and same is None and not self._brings_id(table, entry)
            given.append(entry._replace(id=self._make_id()) if needs_id else entry)
            known.append(same)
        keys = []
        for at, (key, entry) in enumerate(keyed(table, parent, given)):
            same = known[at] if table.has_ids else left.pop(key, None)
            keys.append(key)
            given[at] = self.record(table, same, entry, key)
        self._forget(table, left)
        self._place(table, list(standing), keys)
        return tuple(given)

    def _brings_id(self, table: Table, entry: Any) -> bool:
        """Whether a new entry has an id of its own from a file, where none stands twice."""
        return self._keep_ids and bool(entry.id) and (table.name, entry.id) not in self._before

    def _forget(self, table: Table, gone: Mapping[str, Any]) -> None:
        for key, entry in gone.items():
            below = [(row.table, row.key) for row in self._rows(table, entry, key)]
            for place in [(table.name, key), *below]:
                self._own_positions().pop(place, None)

    def _rows(self, table: Table, entry: Any, key: str) -> Iterator[Any]:
        return rows_below(table, entry, key, self.positions)

    def _place(self, table: Table, old: list[str], new: list[str]) -> None:
        """Order keys for a list, where its order is not that of before."""
        here = set(new)
        if [key for key in old if key in here] == new:
            return
        before = [self.positions.get((table.name, key), "") for key in new]
        for key, was, position in zip(new, before, reordered(before), strict=True):
            if was != position:
                self._own_positions()[table.name, key] = position

    def _own_positions(self) -> dict[Key, str]:
        if not self._copied:
            self.positions, self._copied = dict(self.positions), True
        return self.positions  # type: ignore[return-value]  # a dict of this walk's own now


def _with(record: Any, path: tuple[str, ...], value: Any) -> Any:
    name, *rest = path
    if rest:
        value = _with(getattr(record, name), tuple(rest), value)
    return record._replace(**{name: value})
