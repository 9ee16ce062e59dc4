"""What may be logged of a record: how much is in it, and nothing of what it says."""

from __future__ import annotations

from typing import Any

from ita_desktop.domain.blank import is_blank
from ita_desktop.domain.description import (
    LIST_TYPES,
    TEXT_TYPES,
    DescribedField,
    FieldType,
    fields_of,
)

_PLAIN = frozenset(
    {FieldType.INTEGER, FieldType.YEAR, FieldType.CHOICE, FieldType.FLAG, FieldType.ID}
)
"""Types whose values tell of no person and no agency."""


def loggable(record: Any) -> dict[str, Any]:
    """The shape of a record for the log: letters of texts, numbers of entries, plain values.

    Of a field that tells of a person it only says whether it is filled in.
    """
    return {one.name: _shape(one, getattr(record, one.name)) for one in fields_of(type(record))}


def _shape(described: DescribedField, value: Any) -> Any:
    field = described.field
    if field.type is FieldType.RECORD:
        return loggable(value)
    if field.type is FieldType.ENTRIES:
        return [loggable(entry) for entry in value if not is_blank(entry)]
    if field.personal:
        return bool(value)
    if field.type in TEXT_TYPES:
        return len(value)
    if field.type in LIST_TYPES:
        return [len(text) for text in value]
    if field.type in _PLAIN:
        return getattr(value, "name", value)
    return value is not None
