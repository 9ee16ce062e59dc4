"""Goes over every field of a record and of all records in it, by their descriptions.

What handles all fields (search, printing, limits, the next year, …) is one of these walks
with a decision by field, so that a new field cannot be forgotten.
"""

import operator
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from ita_desktop.domain.case import OwnText, Paper
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.description import TEXT_LIST_TYPES, TEXT_TYPES, DescribedField, FieldType
from ita_desktop.domain.paper_kinds import fields_within

T = TypeVar("T")


class Visited(NamedTuple):
    """A field of a record: its place, its description and what stands in it."""

    place: CasePath
    described: DescribedField
    value: Any


def walk(record: Any, place: CasePath = (), holder: Any = None) -> Iterator[Visited]:
    """Every field, a record's own before those of the records in it, in their order.

    Own texts of a paper have the places by which they are found (``("texts", "subject")``).
    """
    for described in fields_within(record, holder):
        value, inner = getattr(record, described.name), (*place, described.name)
        if isinstance(record, OwnText):
            if described.field.says:
                yield Visited((*place[:-1], record.key), described, value)
            continue
        yield Visited(inner, described, value)
        if described.field.type is FieldType.RECORD:
            yield from walk(value, inner, record)
        elif described.field.type is FieldType.ENTRIES:
            for index, entry in enumerate(value):
                yield from walk(entry, (*inner, index), record)


def texts_in(record: Any, place: CasePath = ()) -> Iterator[Visited]:
    """Every text that a user wrote; of a list of texts, each on its own."""
    for visited in walk(record, place):
        field = visited.described.field
        if field.type in TEXT_TYPES and field.says:
            yield visited
        elif field.type in TEXT_LIST_TYPES:
            for index, text in enumerate(visited.value):
                yield Visited((*visited.place, index), visited.described, text)


Change = Callable[[Any], Any]
"""What becomes of the value of a field."""


def mapped(record: T, choose: Callable[[DescribedField], Change | None]) -> T:
    """The record with every field changed, and all that is left in it as well.

    *choose* gives the change of a field, None for none; it is asked once for each field of
    each class. An own text that became empty is dropped. Without any change it is the same
    record.
    """
    return _Mapper(choose).record(record, None)  # type: ignore[no-any-return]  # of its class


_Step = tuple[int, Change | None, Callable[[Any, Any], Any] | None]
"""What is done to a field: its index, its change, and how the records in it are changed."""


class _Mapper:
    """Changes records by one choice; steps are worked out once for each class."""

    def __init__(self, choose: Callable[[DescribedField], Change | None]) -> None:
        self._choose = choose
        self._steps: dict[object, tuple[_Step, ...]] = {}

    def record(self, record: Any, holder: Any) -> Any:
        """The record changed; *holder* is the one in which it stands."""
        values: list[Any] | None = None
        for index, change, go_in in self._steps_of(record, holder):
            old = new = record[index]
            if change is not None:
                new = change(old)
            if go_in is not None:
                new = go_in(new, record)
            if new is not old:
                values = values or list(record)
                values[index] = new
        return record if values is None else record._make(values)

    def _entries(self, entries: tuple[Any, ...], holder: Any) -> tuple[Any, ...]:
        mapped_ones = [self.record(entry, holder) for entry in entries]
        kept = [one for one in mapped_ones if not (isinstance(one, OwnText) and not one.text)]
        same = len(kept) == len(entries) and all(map(operator.is_, kept, entries))
        return entries if same else tuple(kept)

    def _steps_of(self, record: Any, holder: Any) -> tuple[_Step, ...]:
        # What an own text is, its paper's kind says.
        own = isinstance(record, OwnText)
        of = (holder.kind, record.key) if own and isinstance(holder, Paper) else type(record)
        steps = self._steps.get(of)
        if steps is None:
            steps = self._steps[of] = tuple(self._new_steps(record, holder))
        return steps

    def _new_steps(self, record: Any, holder: Any) -> Iterator[_Step]:
        for index, described in enumerate(fields_within(record, holder)):
            change = self._choose(described)
            go_in: Callable[[Any, Any], Any] | None = None
            if described.field.type is FieldType.RECORD:
                go_in = self.record
            elif described.field.type is FieldType.ENTRIES:
                go_in = self._entries
            if change is not None or go_in is not None:
                yield index, change, go_in
