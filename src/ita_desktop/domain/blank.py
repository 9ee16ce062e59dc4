"""What counts as empty: a record of which a reader would learn nothing."""

from __future__ import annotations

from typing import Any

from ita_desktop.domain.description import FieldType, fields_of


def is_blank(record: Any) -> bool:
    """Whether a record says nothing: no text but spaces, no choice, no date, no entry that does.

    Its identity says nothing, and what only sorts it (a result's round) does not either.
    """
    return not any(
        _says(field.type, getattr(record, name))
        for name, field, *_ in fields_of(type(record))
        if field.says and field.type is not FieldType.ID
    )


def _says(kind: FieldType, value: Any) -> bool:
    if kind is FieldType.RECORD:
        return not is_blank(value)
    if kind is FieldType.ENTRIES:
        return not all(map(is_blank, value))
    if isinstance(value, tuple):
        return any(text.strip() for text in value)
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value is not False
