"""What differs between two records is what makes one of the other, and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.distinct import distinct
from tests.strategies import cases, signatories, tuples_of

from ita_desktop.domain.case import Agency, Assessment, Case, Indicator, Measure, Result
from ita_desktop.domain.changes import applied, difference
from ita_desktop.domain.identity import identified, new_year
from ita_desktop.domain.records import Office, YearRecord
from ita_desktop.domain.rows import record_of, rows_of

EMPTY = Case(Agency("อบต.ตัวอย่าง"), 2569, Assessment(2568))


def changed(record: YearRecord, case: Case) -> YearRecord:
    return identified(record, record._replace(case=case))


@pytest.mark.parametrize("kind", [YearRecord, Office])
def test_every_field_of_every_record_comes_back_from_its_rows(kind: type) -> None:
    record = identified(None, distinct(kind))
    assert record_of(kind, reversed(list(rows_of(record)))) == record


def test_a_field_is_a_row_and_another_change_keeps_its_neighbours() -> None:
    record = new_year(EMPTY._replace(measures=(Measure("ก"), Measure("ข"))))
    first, second = record.case.measures
    after = changed(record, record.case._replace(measures=(first._replace(name="ค"), second)))
    (one,) = difference(record, after).rows
    assert (one.row.table, one.row.key) == ("measures", first.id)
    back = applied(YearRecord, after, difference(record, after).reversed())
    assert back == record
    assert back is not None
    assert back.case.measures[1] is second
    assert back.case.assessment is record.case.assessment


def test_an_entry_that_moves_is_one_row() -> None:
    record = new_year(EMPTY._replace(measures=tuple(map(Measure, "กขคงจ"))))
    first, *others = record.case.measures
    after = changed(record, record.case._replace(measures=(*others, first)))
    (one,) = difference(record, after).rows
    assert one.row.key == first.id


def test_a_score_that_is_only_written_otherwise_differs() -> None:
    def scored(text: str) -> Case:
        return EMPTY._replace(assessment=Assessment(2568, (Indicator(1, "", Decimal(text)),)))

    record = new_year(scored("97.6"))
    assert len(difference(record, changed(record, scored("97.60"))).rows) == 1


def test_nothing_differs_from_itself() -> None:
    record = new_year(EMPTY)
    assert difference(record, record).rows == ()
    assert difference(record, record._replace()).rows == ()


def test_a_change_is_laid_over_what_stands_there_now() -> None:
    record = new_year(EMPTY._replace(measures=(Measure("ก"),)))
    (one,) = record.case.measures
    renamed = changed(record, record.case._replace(measures=(one._replace(name="ข"),)))
    watched = changed(record, record.case._replace(measures=(one._replace(monitoring="ค"),)))
    both = applied(YearRecord, watched, difference(record, renamed))
    assert both is not None
    assert both.case.measures == (one._replace(name="ข", monitoring="ค"),)
    gone = changed(record, record.case._replace(measures=()))
    assert applied(YearRecord, gone, difference(record, renamed)) == gone


def test_a_year_that_comes_and_goes() -> None:
    record = identified(None, distinct(YearRecord)._replace(id="y"))
    change = difference(None, record)
    assert change.adds
    assert applied(YearRecord, None, change) == record
    assert change.reversed().removes
    assert applied(YearRecord, record, change.reversed()) is None


@settings(max_examples=20)
@given(before=cases, after=cases, order=st.randoms())
def test_any_change_can_be_made_and_taken_back(before: Case, after: Case, order) -> None:  # type: ignore[no-untyped-def]
    old = new_year(before)
    measures = [*old.case.measures, *after.measures]
    order.shuffle(measures)
    measures[:1] = [one._replace(results=(*one.results, Result())) for one in measures[:1]]
    new = changed(old, after._replace(measures=tuple(measures[:4])))
    change = difference(old, new)
    assert applied(YearRecord, old, change) == new
    assert applied(YearRecord, new, change.reversed()) == old


@settings(max_examples=20)
@given(before=tuples_of(signatories, 6), after=tuples_of(signatories, 6))
def test_what_years_share_changes_alike(before: tuple, after: tuple) -> None:  # type: ignore[type-arg]
    old = identified(Office(), Office(people=before, units=("กองคลัง",)))
    new = identified(old, old._replace(people=(*old.people[1:], *after), agency=Agency("ก")))
    change = difference(old, new)
    assert change.is_of_office
    assert applied(Office, old, change) == new
    assert applied(Office, new, change.reversed()) == old
