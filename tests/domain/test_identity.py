"""Every entry gets an id once, and keeps it; doubles and copies get their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.distinct import distinct
from tests.strategies import cases

from ita_desktop.domain.case import (
    Agency,
    Assessment,
    Case,
    Evidence,
    Indicator,
    Measure,
    Result,
    Signatory,
)
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.identity import identified, new_id, new_year
from ita_desktop.domain.records import Office, YearRecord
from ita_desktop.domain.rows import rows_of

EMPTY = Case(Agency("อบต.ตัวอย่าง"), 2569, Assessment(2568))


def ids() -> Iterator[str]:
    return (f"id-{number}" for number in range(10_000))


def year(*measures: Measure) -> YearRecord:
    return identified(None, YearRecord("y", EMPTY._replace(measures=measures)))


def with_measures(record: YearRecord, *measures: Measure) -> YearRecord:
    return identified(record, record._replace(case=record.case._replace(measures=measures)))


def test_ids_are_uuids_that_sort_by_time_and_are_never_the_same() -> None:
    made = [new_id() for _ in range(2000)]
    assert len(set(made)) == 2000
    assert all(len(one) == 36 and one[14] == "7" and one[19] in "89ab" for one in made)
    assert made[0][:13] <= made[-1][:13]


def test_every_entry_of_every_list_gets_its_own() -> None:
    record = new_year(distinct(Case))
    keys = [(row.table, row.key) for row in rows_of(record)]
    assert len(keys) == len(set(keys))
    assert all(key for _, key in keys)
    assert without_ids(record.case) == without_ids(distinct(Case))
    assert record.case.agency.id


def test_an_edited_entry_keeps_its_id_and_others_stay_the_same_objects() -> None:
    before = year(Measure("ก"), Measure("ข"))
    first, second = before.case.measures
    after = with_measures(before, first._replace(name="ค"), second)
    assert [one.id for one in after.case.measures] == [first.id, second.id]
    assert after.case.measures[1] is second
    assert after.positions is before.positions


def test_a_double_gets_an_id_of_its_own_and_so_all_in_it() -> None:
    proof = Result(details="ทำแล้ว", evidence=(Evidence("ภาพ"),))
    before = year(Measure("ก", results=(proof,)))
    (one,) = before.case.measures
    first, second = with_measures(before, one, one).case.measures
    assert first is one
    assert without_ids(second) == without_ids(one)
    assert second.id not in {"", one.id}
    assert second.results[0].id not in {"", one.results[0].id}
    assert second.results[0].evidence[0].id not in {"", one.results[0].evidence[0].id}


def test_what_comes_from_another_year_or_the_office_gets_new_ids() -> None:
    office = identified(Office(), Office(people=(Signatory("นาย ก"),)))
    last = year(Measure("ก"))
    next_one = new_year(last.case)
    assert next_one.case.measures[0].id not in {"", last.case.measures[0].id}
    assert office.people[0].id
    assert next_one.case.agency.id == last.case.agency.id  # it is the same agency


def test_nobody_is_no_agency() -> None:
    office = identified(Office(), Office(units=("กองคลัง",)))
    assert office == Office(units=("กองคลัง",))


def test_a_removed_entry_leaves_no_position() -> None:
    before = year(Measure("ก", results=(Result(details="ทำ"),)), Measure("ข"))
    after = with_measures(before, before.case.measures[1])
    assert set(after.positions) == {("measures", after.case.measures[0].id)}


def test_scores_go_by_their_numbers_also_where_one_is_there_twice() -> None:
    twice = (Indicator(1, "ก"), Indicator(1, "ข"))
    record = identified(None, YearRecord("y", EMPTY._replace(assessment=Assessment(2568, twice))))
    assert [row.key for row in rows_of(record) if row.table == "indicators"] == ["1", "1#2"]


@settings(max_examples=20)
@given(before=cases, after=cases, order=st.randoms())
def test_positions_follow_the_lists_whatever_changes(before: Case, after: Case, order) -> None:  # type: ignore[no-untyped-def]
    record = new_year(before)
    mixed = [*record.case.measures, *after.measures]
    order.shuffle(mixed)
    changed = identified(record, record._replace(case=after._replace(measures=tuple(mixed))))
    keys = [(row.table, row.key) for row in rows_of(changed)]
    assert len(keys) == len(set(keys))
    assert set(changed.positions) == set(keys[1:])
    found = [changed.positions["measures", one.id] for one in changed.case.measures]
    assert all(low < high for low, high in pairwise(found))
    kept = {one.id for one in record.case.measures}
    assert kept <= {one.id for one in changed.case.measures}
