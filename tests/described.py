"""Records in which every field says something of its own, made from their descriptions.

What handles all fields is tested with them: a field that is lost on some way is missed there.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import count
from typing import Any

from ita_desktop.domain.case import Case, OwnText, Paper
from ita_desktop.domain.description import DescribedField, FieldType, fields_of
from ita_desktop.domain.paper_kinds import MEMO_RESULTS
from ita_desktop.domain.records import StoredFile

LETTERS = "กขคงจชซดตท"
ENTRIES = 2
"""Records in each list."""


def word(number: int) -> str:
    """A text that no other field has, and that cleaning leaves as it is."""
    return "ลาน" + "".join(LETTERS[int(digit)] for digit in f"{number:04}")


class Maker:
    """Makes records; no value is given twice, but where few values are possible."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._integers = count(7)  # numbers of indicators, which are few

    def record(self, record: type[Any], above: str = "") -> Any:
        """One record with all that is in it; *above* is the number under which it stands."""
        values: dict[str, Any] = {}
        for described in fields_of(record):
            values[described.name] = self._value(record, described, above, values)
        return record(**values)

    def _value(
        self, record: type[Any], described: DescribedField, above: str, values: dict[str, Any]
    ) -> Any:
        field, number = described.field, next(self._numbers)
        if field.type is FieldType.ENTRIES:
            below = str(values.get("number", above)) if record is not Paper else above
            return self._entries(described, below)
        if field.type is FieldType.RECORD:
            return self.record(described.inner, above)  # type: ignore[arg-type]
        if record is Paper and described.name == "kind":
            return MEMO_RESULTS.key
        made = {
            FieldType.ID: f"id-{number}",
            FieldType.LINE: word(number),
            FieldType.TEXT: f"{word(number)}\n{word(next(self._numbers))}",
            FieldType.LINES: (word(number), word(next(self._numbers))),
            FieldType.TEXTS: (word(number), word(next(self._numbers))),
            FieldType.NUMBER: f"{above}.{number % 90 + 1}",
            FieldType.NUMBERS: ("10", "10.1"),
            FieldType.YEAR: 2560 + number % 10,
            FieldType.SCORE: Decimal(number) / 100,
            FieldType.PASS_OR_FAIL: Decimal(100),
            FieldType.DATE: datetime.date(2026, 1, 1) + datetime.timedelta(days=number % 300),
            FieldType.TIME: datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
            FieldType.FLAG: True,
            FieldType.HASH: f"{number:064x}",
            FieldType.FILE: StoredFile(f"scans/{number}.pdf", f"{number:064x}", number),
        }
        if field.type is FieldType.INTEGER:
            return next(self._integers)
        if field.type is FieldType.CHOICE:
            return next(iter(described.inner))  # type: ignore[call-overload]  # an enumeration
        return made[field.type]

    def _entries(self, described: DescribedField, above: str) -> tuple[Any, ...]:
        if described.inner is OwnText:
            keys = sorted(slot.key for slot in MEMO_RESULTS.slots)
            return tuple(OwnText(key, word(next(self._numbers))) for key in keys)
        assert described.inner is not None
        return tuple(self.record(described.inner, above) for _ in range(ENTRIES))


def full_case() -> Case:
    """A year in which every field of every record says something of its own."""
    case: Case = Maker().record(Case)
    return case
