"""What people call a place of a case: ``มาตรการที่ ๒ › ขั้นตอนที่ ๑``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ita_desktop.domain.case import Case, OwnText, Paper, Result
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.description import DescribedField, FieldType, field_named, fields_of
from ita_desktop.domain.paper_kinds import fields_within, kind_of
from ita_desktop.thai.dates import round_words
from ita_desktop.thai.digits import thai_number

_ENTRY = "รายการที่"
"""An entry of a list that has no name of its own."""
_OWN_TEXT = "ข้อความ"
_NUMBERS = frozenset({FieldType.NUMBER, FieldType.INTEGER})


def path_label(case: Case, place: CasePath) -> str:
    """The name of a place from outside inwards; numbers count from one."""
    return " › ".join(_words(case, place))


def _words(record: Any, place: CasePath) -> Iterator[str]:
    """The names of the steps inwards, as far as a record has such fields."""
    if not place or not hasattr(record, "_fields"):
        return
    key, rest = place[0], place[1:]
    described = next((one for one in fields_of(type(record)) if one.name == key), None)
    if described is None:
        return
    value = getattr(record, described.name)
    if isinstance(record, Paper) and value is record.texts and rest:
        yield _own_text(record, str(rest[0]))
    elif rest and isinstance(rest[0], int):
        entry = value[rest[0]] if 0 <= rest[0] < len(value) else None
        yield _entry(described, entry, rest[0])
        yield from _words(entry, rest[1:])
    else:
        yield described.field.label
        yield from _words(value, rest)


def _own_text(paper: Paper, key: str) -> str:
    """What an own text is called by the paper's kind."""
    (_, described) = fields_within(OwnText(key), paper)
    return described.field.label or _OWN_TEXT


def _entry(described: DescribedField, entry: Any, index: int) -> str:
    """An entry of a list: results by their round, indicators by their own numbers."""
    field = described.field
    if isinstance(entry, Result) and entry.round is not None:
        return round_words(entry.round)
    if isinstance(entry, Paper) and (kind := kind_of(entry)):
        return kind.label
    number: object = index + 1
    if hasattr(entry, "_fields") and field_named(type(entry), field.key).field.type in _NUMBERS:
        number = getattr(entry, field.key)
    return f"{field.counted or _ENTRY} {thai_number(str(number))}"
