"""What the clerk chooses between where two programs changed one field, in words."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from ita_desktop.domain.case import STATUS_WORDS, Round, Status
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.merging import Conflict, column_of, place_of, value_in
from ita_desktop.domain.path_labels import path_label
from ita_desktop.domain.records import Office, StoredFile, YearRecord
from ita_desktop.thai.dates import long_date, round_words
from ita_desktop.thai.digits import thai_number, thai_score


class Question(NamedTuple):
    """One field that both sides changed: its Thai name, and what each side says."""

    conflict: Conflict
    label: str
    mine: str
    theirs: str


def questions(record: YearRecord | Office, conflicts: Iterable[Conflict]) -> tuple[Question, ...]:
    """Conflicts of a record as questions; those whose place is gone are none any more.

    What is here is as it is now: it may have been typed on since.
    """
    found = []
    for one in conflicts:
        place = place_of(record, one)
        if place:
            label = _label(record, place, one)
            found.append(Question(one, label, _words(value_in(record, one)), _words(one.theirs)))
    return tuple(found)


def _label(record: YearRecord | Office, place: CasePath, conflict: Conflict) -> str:
    """The name of a place of the case, or of what years share."""
    if isinstance(record, YearRecord) and place[0] == "case":
        return path_label(record.case, place[1:])
    return column_of(type(record), conflict).described.field.label


def _words(value: Any) -> str:
    """A value as the window shows it; ``""`` for none."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(value)
    if isinstance(value, StoredFile):
        return value.path
    for kind, words in _WORDS:
        if isinstance(value, kind):
            return words(value)
    return str(value)


_WORDS: tuple[tuple[type[Any], Callable[[Any], str]], ...] = (
    (Round, round_words),
    (Status, lambda value: STATUS_WORDS[value]),
    (datetime.datetime, lambda value: long_date(value.date())),
    (datetime.date, long_date),
    (Decimal, thai_score),
    (bool, lambda value: "ใช่" if value else "ไม่ใช่"),
    (int, thai_number),
)
