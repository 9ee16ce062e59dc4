"""Records with another value in every field, made from the description of the fields."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import count
from typing import Any, TypeVar

from ita_desktop.domain.description import DescribedField, FieldType, fields_of
from ita_desktop.domain.records import StoredFile

T = TypeVar("T")


def distinct(kind: type[T], numbers: Any = None) -> T:
    """A record without an empty field: two entries in each list, every text another."""
    numbers = numbers if numbers is not None else count(1)
    return kind(*[_value(described, numbers) for described in fields_of(kind)])


def _value(described: DescribedField, numbers: Any) -> Any:
    kind, inner, number = described.field.type, described.inner, next(numbers)
    if kind is FieldType.RECORD:
        return distinct(inner, numbers)
    if kind is FieldType.ENTRIES:
        return tuple(distinct(inner, numbers) for _ in range(2))
    if kind is FieldType.CHOICE:
        return list(inner)[number % len(inner)]
    moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(days=number)
    lists = {FieldType.LINES, FieldType.TEXTS, FieldType.NUMBERS}
    values = {
        FieldType.ID: "",
        FieldType.ORDER: {},
        FieldType.INTEGER: number % 99 + 1,
        FieldType.YEAR: 2500 + number,
        FieldType.SCORE: Decimal(number) / 100,
        FieldType.PASS_OR_FAIL: Decimal(100 * (number % 2)),
        FieldType.DATE: moment.date(),
        FieldType.TIME: moment,
        FieldType.FLAG: True,
        FieldType.HASH: f"{number:064x}",
        FieldType.FILE: StoredFile(f"scans/{number}.pdf", f"{number:064x}", number),
    }
    if kind in lists:
        return (f"ก{number}", "", f"ข{number}")
    return values.get(kind, f"{described.name} {number}")
