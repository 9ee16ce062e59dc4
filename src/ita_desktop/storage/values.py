"""How a value of the domain is written in the database, by the type of its field.

Texts are the user's, whole; scores are decimal numbers as text, so that none is rounded;
dates and times are ISO 8601, times in UTC; lists of texts are JSON in one column.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from ita_desktop.domain.description import DescribedField, FieldType
from ita_desktop.domain.records import StoredFile

DbValue = str | int | None
Files = Mapping[str, StoredFile]
"""The stored files by path."""


class Codec(NamedTuple):
    """To the database and back; reading raises ValueError, LookupError, ArithmeticError."""

    write: Callable[[Any], DbValue]
    read: Callable[[Any], Any]


def write_value(described: DescribedField, value: Any) -> DbValue:
    """What the database keeps of a value; an omitted one is NULL."""
    return None if value is None else _CODECS[described.field.type].write(value)


def read_value(described: DescribedField, value: Any, files: Files) -> Any:
    """The value of what the database kept.

    Raises ValueError, LookupError or ArithmeticError for what cannot be.
    """
    if value is None:
        return None
    kind = described.field.type
    if kind is FieldType.CHOICE and described.inner is not None:
        return described.inner(value)
    if kind is FieldType.FILE:
        return files[value]
    return _CODECS[kind].read(value)


def whole(text: str) -> str:
    """``text`` as Unicode can carry it, since no file holds half a character.

    The two halves of one become that character, a lone half becomes ``U+FFFD``.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def time_text(time: datetime.datetime) -> str:
    """An aware time as text in UTC; texts of one length sort as the times do."""
    if time.tzinfo is None:
        raise ValueError("a time that is kept must be aware")
    return time.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def time_of(text: str) -> datetime.datetime:
    """The aware time that :func:`time_text` wrote."""
    return datetime.datetime.fromisoformat(text).astimezone(datetime.UTC)


def _list_text(texts: tuple[str, ...]) -> str:
    return json.dumps([whole(text) for text in texts], ensure_ascii=False)


def _list_of(text: str) -> tuple[str, ...]:
    found = json.loads(text)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise ValueError("not a list of texts")
    return tuple(found)


def _choice(value: Enum) -> DbValue:
    kept = value.value
    return kept if isinstance(kept, int) else str(kept)


_TEXT = Codec(whole, str)
_LIST = Codec(_list_text, _list_of)
_WHOLE_NUMBER = Codec(int, int)
_SCORE = Codec(str, Decimal)
_CODECS: Mapping[FieldType, Codec] = {
    FieldType.ID: _TEXT,
    FieldType.LINE: _TEXT,
    FieldType.TEXT: _TEXT,
    FieldType.NUMBER: _TEXT,
    FieldType.HASH: _TEXT,
    FieldType.LINES: _LIST,
    FieldType.TEXTS: _LIST,
    FieldType.NUMBERS: _LIST,
    FieldType.INTEGER: _WHOLE_NUMBER,
    FieldType.YEAR: _WHOLE_NUMBER,
    FieldType.FLAG: Codec(int, bool),
    FieldType.SCORE: _SCORE,
    FieldType.PASS_OR_FAIL: _SCORE,
    FieldType.DATE: Codec(datetime.date.isoformat, datetime.date.fromisoformat),
    FieldType.TIME: Codec(time_text, time_of),
    FieldType.CHOICE: Codec(_choice, str),
    FieldType.FILE: Codec(lambda stored: whole(stored.path), str),
}
"""RECORD, ENTRIES and ORDER are no columns (:mod:`ita_desktop.domain.rows`)."""
