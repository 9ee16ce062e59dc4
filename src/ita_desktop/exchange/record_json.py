"""The shapes of the records in a case file, derived from their descriptions.

A field of a record is a key of its object, in the record's order with ``id`` first.
A field that came with a later version of the file is unknown in an earlier one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ita_desktop.domain.description import DescribedField, FieldType, Need, fields_of
from ita_desktop.exchange.json_schema import (
    AllOrNothing,
    BuddhistYear,
    Choice,
    Day,
    Identity,
    ListOf,
    Number,
    Record,
    Required,
    Score,
    Shape,
    TextsByKey,
    TextShape,
    WholeNumber,
)
from ita_desktop.thai.dates import BE_YEARS


def record_shape(record: type[Any], version: int) -> Record[Any]:
    """The shape of a record in a case file of a version.

    Raises TypeError for a field of a type that no case file has.
    """
    known = _known.get((record, version))
    if known is None:
        known = _known[record, version] = _made(record, version)
    return known


_known: dict[tuple[type[Any], int], Record[Any]] = {}


def _made(record: type[Any], version: int) -> Record[Any]:
    described = [one for one in fields_of(record) if _is_in_file(one, version)]
    described.sort(key=lambda one: one.field.type is not FieldType.ID)
    return Record(record, **{one.name: _shape(one, version) for one in described})


def _is_in_file(described: DescribedField, version: int) -> bool:
    return described.field.in_case_file and described.field.since <= version


def _shape(described: DescribedField, version: int) -> Shape[Any]:
    field = described.field
    if field.type in (FieldType.RECORD, FieldType.ENTRIES):
        shape = _nested(described, version)
    elif field.type in _SHAPES:
        shape = _SHAPES[field.type](described)
    else:
        raise TypeError(f"no case file has a {field.type} such as {described.name}")
    return Required(shape) if field.need is Need.ALWAYS else shape


def _nested(described: DescribedField, version: int) -> Shape[Any]:
    """One record; a list of them; or, for entries of a key and a text, texts by their keys."""
    inner, field = described.inner, described.field
    assert inner is not None  # noqa: S101 - the description has it for these types
    if field.type is FieldType.RECORD:
        return record_shape(inner, version)
    names = [one.name for one in fields_of(inner)]
    if len(names) == 2 and names[0] == field.key:
        return TextsByKey(inner)
    return ListOf(record_shape(inner, version))


def _limits(described: DescribedField, usual: range) -> range:
    limits = described.field.limits
    return range(limits[0], limits[1] + 1) if limits else usual


def _choice(described: DescribedField) -> Shape[Any]:
    assert described.inner is not None  # noqa: S101 - the description has it for a choice
    return Choice(described.inner)


_SHAPES: Mapping[FieldType, Callable[[DescribedField], Shape[Any]]] = {
    FieldType.ID: lambda _: Identity(),
    FieldType.LINE: lambda _: TextShape(),
    FieldType.TEXT: lambda _: TextShape(),
    FieldType.LINES: lambda _: ListOf(TextShape()),
    FieldType.TEXTS: lambda _: ListOf(TextShape()),
    FieldType.NUMBER: lambda _: Number(sub_only=True),
    FieldType.NUMBERS: lambda _: ListOf(Number()),
    FieldType.INTEGER: lambda one: WholeNumber(_limits(one, range(100))),
    FieldType.YEAR: lambda one: BuddhistYear(_limits(one, BE_YEARS)),
    FieldType.SCORE: lambda _: Score(),
    FieldType.PASS_OR_FAIL: lambda _: AllOrNothing(),
    FieldType.DATE: lambda _: Day(),
    FieldType.CHOICE: _choice,
}
