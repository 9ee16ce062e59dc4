"""What is done with the list of measures as a whole, and what one of them still lacks.

A measure carries its results with it: moved, they go along; removed, they go as well.
Rows are counted from 0.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from ita_desktop.domain.case import Case, Measure
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.description import LIST_TYPES, TEXT_TYPES, fields_of
from ita_desktop.domain.text_match import folded

T = TypeVar("T")


def inserted(case: Case, at: int, new: Iterable[Measure]) -> Case:
    """*case* with measures put before row *at*; at the end where there is no such row."""
    old = case.measures
    return case._replace(measures=(*old[:at], *new, *old[at:]))


def removed(case: Case, rows: Collection[int]) -> Case:
    """*case* without the measures of these rows and without their results."""
    kept = (measure for row, measure in enumerate(case.measures) if row not in rows)
    return case._replace(measures=tuple(kept))


def moved(case: Case, rows: Collection[int], gap: int) -> Case:
    """*case* with the measures of *rows* together, and in their order, at *gap*."""
    return case._replace(measures=reordered(case.measures, rows, gap))


def duplicated(case: Case, rows: Collection[int]) -> Case:
    """*case* with a copy of each of *rows*, all behind the last of them.

    A copy has no results, since nobody has carried it out yet, and no identity yet.
    """
    sources = (case.measures[row] for row in _there(case.measures, rows))
    copies = (without_ids(measure._replace(results=())) for measure in sources)
    return inserted(case, max(rows, default=-1) + 1, tuple(copies))


def results_of(case: Case, rows: Collection[int]) -> int:
    """How many results would go with the measures of *rows*."""
    return sum(len(case.measures[row].results) for row in _there(case.measures, rows))


def reordered(items: Sequence[T], rows: Collection[int], gap: int) -> tuple[T, ...]:
    """*items* with those of *rows* together, and in their order, at *gap*.

    Gap 0 is before the first item of all, gap ``len(items)`` behind the last.
    """
    taken = _there(items, rows)
    before = [items[row] for row in range(min(gap, len(items))) if row not in taken]
    behind = [items[row] for row in range(max(gap, 0), len(items)) if row not in taken]
    return (*before, *(items[row] for row in taken), *behind)


def first_after_move(rows: Collection[int], gap: int) -> int:
    """The row of the first of *rows* after :func:`moved` to *gap*."""
    return gap - sum(row < gap for row in rows)


def _there(items: Sequence[object], rows: Collection[int]) -> list[int]:
    return [row for row in sorted(set(rows)) if 0 <= row < len(items)]


_PARTS = tuple(
    [
        one
        for one in fields_of(Measure)
        if one.field.type in TEXT_TYPES or one.field.type in LIST_TYPES
    ]
)
"""What is said of a measure itself, its results apart."""


def lacking(measure: Measure) -> tuple[str, ...]:
    """What *measure* has not got yet, by the Thai names of its fields, in their order."""
    return tuple(
        [
            field.label
            for name, field, *_ in _PARTS
            if not field.optional and not any(map(str.strip, _texts(getattr(measure, name))))
        ]
    )


def speaks_of(measure: Measure, sought: str) -> bool:
    """Whether a text of *measure*, its results apart, has *sought* in it as readers read.

    Spaces, kinds of digits and capitals do not count; everything has a blank text in it.
    """
    wanted = folded(sought)
    return any(
        wanted in folded(text) for part in _PARTS for text in _texts(getattr(measure, part.name))
    )


def _texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
