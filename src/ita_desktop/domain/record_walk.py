"""Goes over every field of a record and of all records in it, by their descriptions.

What handles all fields (search, printing, limits, the next year, …) is one of these walks
with a decision by field, so that a new field cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from ita_desktop.domain.case import OwnText
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


def mapped(record: T, change: Callable[[DescribedField, Any], Any], holder: Any = None) -> T:
    """The record with every field as *change* gives it, and all that is left in it as well.

    An own text that became empty is dropped. Without any change it is the same record.
    """
    old: Any = record
    values = [
        _mapped_value(described, change(described, getattr(old, described.name)), change, old)
        for described in fields_within(old, holder)
    ]
    if all(new is before for new, before in zip(values, old, strict=True)):
        return record
    return old._make(values)  # type: ignore[no-any-return]  # of the record's own class


def _mapped_value(
    described: DescribedField,
    value: Any,
    change: Callable[[DescribedField, Any], Any],
    holder: Any,
) -> Any:
    if described.field.type is FieldType.RECORD:
        return mapped(value, change, holder)
    if described.field.type is not FieldType.ENTRIES:
        return value
    entries = [mapped(entry, change, holder) for entry in value]
    kept = [one for one in entries if not (isinstance(one, OwnText) and not one.text)]
    same = len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True))
    return value if same else tuple(kept)
