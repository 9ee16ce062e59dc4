"""What a year must say before a paper is made of it; a draft may leave it open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.description import FieldType, Need, fields_of
from ita_desktop.thai.cleanup import prints_nothing

MISSING = "ต้องมีค่า โปรดเติมค่านี้"


class Missing(NamedTuple):
    """A text that is needed and shows nothing; ``problem`` is a Thai sentence."""

    place: CasePath
    problem: str = MISSING


def missing_for_paper(case: Case) -> Iterator[Missing]:
    """What is missing, in the order of the case."""
    return _missing(case, ())


def _missing(record: Any, place: CasePath) -> Iterator[Missing]:
    for name, field, *_ in fields_of(type(record)):
        value, inner = getattr(record, name), (*place, name)
        if field.type is FieldType.RECORD:
            yield from _missing(value, inner)
        elif field.type is FieldType.ENTRIES:
            for index, entry in enumerate(value):
                yield from _missing(entry, (*inner, index))
        elif field.need is Need.PAPER and prints_nothing(value):
            yield Missing(inner)
