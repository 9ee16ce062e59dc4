"""Operations on the list of measures keep every measure with its results, or take both."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import measures, tuples_of

from ita_desktop.domain.case import Agency, Assessment, Case, Measure, Result
from ita_desktop.domain.measures import (
    duplicated,
    first_after_move,
    inserted,
    lacking,
    moved,
    removed,
    reordered,
    results_of,
    speaks_of,
)

EMPTY = Case(Agency("อบต.ตัวอย่าง"), 2569, Assessment(2568))
FULL = Measure("ก", ("10.1",), ("แนวทาง",), ("ขั้นตอน",), ("กองคลัง",), "ทุกเดือน", (Result(),))


def named(names: str) -> Case:
    return EMPTY._replace(measures=tuple(Measure(name) for name in names))


def names(case: Case) -> str:
    return "".join(measure.name for measure in case.measures)


cases = tuples_of(measures, 4).map(lambda found: EMPTY._replace(measures=found))
rows = st.sets(st.integers(0, 9))
row_lists = st.lists(st.integers(), max_size=8, unique=True)


@pytest.mark.parametrize(
    ("moving", "gap", "after"),
    [
        ([0], 2, "bacde"),
        ([4], 0, "eabcd"),
        ([1, 3], 5, "acebd"),
        ([1, 3], 0, "bdace"),
        ([1, 2], 2, "abcde"),
        ([3, 1], 2, "abdce"),
    ],
)
def test_rows_come_together_at_the_gap(moving: list[int], gap: int, after: str) -> None:
    assert names(moved(named("abcde"), moving, gap)) == after


@given(row_lists, rows, st.integers(-2, 12))
def test_moving_loses_nothing_and_keeps_every_order(
    items: list[int], moving: set[int], gap: int
) -> None:
    after = reordered(items, moving, gap)
    assert Counter(after) == Counter(items)
    moving_items = [item for row, item in enumerate(items) if row in moving]
    assert [item for item in after if item in moving_items] == moving_items
    staying = [item for item in items if item not in moving_items]
    assert [item for item in after if item not in moving_items] == staying


@given(row_lists.filter(len), st.data())
def test_the_first_of_the_moved_is_where_it_is_said_to_be(
    items: list[int], data: st.DataObject
) -> None:
    moving = data.draw(st.sets(st.integers(0, len(items) - 1), min_size=1))
    gap = data.draw(st.integers(0, len(items)))
    first = first_after_move(moving, gap)
    after = reordered(items, moving, gap)
    assert after[first : first + len(moving)] == tuple(items[row] for row in sorted(moving))


@given(cases, st.lists(measures, max_size=3), st.integers(0, 5))
def test_what_was_put_in_can_be_taken_out_again(case: Case, new: list[Measure], at: int) -> None:
    after = inserted(case, at, new)
    first = min(at, len(case.measures))
    assert after.measures[first : first + len(new)] == tuple(new)
    assert removed(after, range(first, first + len(new))) == case


@given(cases, rows)
def test_a_removed_measure_takes_its_results_and_nothing_else(case: Case, gone: set[int]) -> None:
    after = removed(case, gone)
    kept = [measure for row, measure in enumerate(case.measures) if row not in gone]
    assert list(after.measures) == kept
    assert after._replace(measures=()) == case._replace(measures=())
    results = sum(len(measure.results) for measure in case.measures)
    assert results_of(case, gone) == results - sum(len(measure.results) for measure in kept)


@given(cases, rows)
def test_copies_stand_behind_the_last_and_have_no_results(case: Case, chosen: set[int]) -> None:
    after = duplicated(case, chosen)
    there = [row for row in sorted(chosen) if row < len(case.measures)]
    added = len(after.measures) - len(case.measures)
    assert added == len(there)
    first = min(max(chosen, default=-1) + 1, len(case.measures))
    copies = after.measures[first : first + added]
    assert copies == tuple(case.measures[row]._replace(results=()) for row in there)
    assert removed(after, range(first, first + added)) == case


def test_a_full_measure_lacks_nothing() -> None:
    assert lacking(FULL) == ()


@pytest.mark.parametrize(
    ("field", "empty", "name"),
    [
        ("name", "", "ชื่อ"),
        ("name", " \n", "ชื่อ"),
        ("indicators", (), "ตัวชี้วัด"),
        ("guidelines", (), "แนวทาง"),
        ("steps", (" ", ""), "ขั้นตอน"),
        ("responsible", (), "ผู้รับผิดชอบ"),
        ("monitoring", "", "การกำกับติดตาม"),
    ],
)
def test_what_is_empty_is_lacking(field: str, empty: object, name: str) -> None:
    assert lacking(FULL._replace(**{field: empty})) == (name,)


@pytest.mark.parametrize("sought", ["กองคลัง", "กอง คลัง", "๑๐.๑", "10.1", "ทุกเดือน", "", "  "])
def test_a_measure_speaks_of_what_any_of_its_fields_has(sought: str) -> None:
    assert speaks_of(FULL, sought)


def test_a_measure_does_not_speak_of_other_things_nor_by_its_results() -> None:
    reported = FULL._replace(results=(Result(details="อบรม"),))
    assert not speaks_of(reported, "กองช่าง")
    assert not speaks_of(reported, "อบรม")
