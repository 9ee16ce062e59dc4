"""How far measures have come, and how long there is time, on any day of any clock."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.test_result_slots import cases

from ita_desktop.domain.case import (
    Agency,
    Assessment,
    Case,
    Evidence,
    Measure,
    Result,
    Round,
    Status,
)
from ita_desktop.domain.progress import (
    Progress,
    Shown,
    State,
    counts,
    deadlines,
    has_results_without_round,
    progress,
    round_at,
    shown_measures,
    units_in,
)
from ita_desktop.domain.result_slots import ROUNDS
from ita_desktop.thai.dates import BUDDHIST_ERA, fiscal_year

SIX, TWELVE = Round.SIX_MONTHS, Round.TWELVE_MONTHS
EMPTY = Case(Agency("อบต.ตัวอย่าง"), 2569, Assessment(2568))
days = st.dates(date(1957, 1, 1), date(2150, 12, 31))


def measure(*results: Result, units: tuple[str, ...] = ()) -> Measure:
    return Measure("มาตรการ", responsible=units, results=results)


def of(*measures: Measure) -> Case:
    return EMPTY._replace(measures=measures)


@pytest.mark.parametrize(
    ("results", "state"),
    [
        ((), State.MISSING),
        ((Result(SIX),), State.MISSING),
        ((Result(SIX, evidence=(Evidence(),)),), State.MISSING),
        ((Result(TWELVE, "ก", status=Status.DONE),), State.MISSING),
        ((Result(None, "ก", status=Status.DONE),), State.IN_NO_ROUND),
        ((Result(SIX, "ก"),), State.UNSTATED),
        ((Result(SIX, status=Status.DONE),), State.DONE),
        ((Result(SIX, status=Status.NOT_STARTED),), State.NOT_STARTED),
        ((Result(SIX, status=Status.DONE), Result(SIX, "ก", status=Status.DONE)), State.DONE),
        (
            (Result(SIX, status=Status.DONE), Result(SIX, status=Status.NOT_STARTED)),
            State.IN_PROGRESS,
        ),
        ((Result(SIX, status=Status.DONE), Result(SIX, "ก")), State.UNSTATED),
        ((Result(SIX, status=Status.DONE), Result(SIX)), State.DONE),
    ],
)
def test_the_state_of_the_six_months(results: tuple[Result, ...], state: State) -> None:
    assert progress(measure(*results), SIX).state is state


def test_results_and_evidence_are_counted() -> None:
    link = Evidence("", "https://example.go.th")
    found = progress(
        measure(Result(SIX, "ก", evidence=(link, Evidence())), Result(SIX, evidence=(link,))), SIX
    )
    assert found == Progress(State.UNSTATED, 2, 2)


def test_results_without_a_round_have_a_column_of_their_own() -> None:
    assert progress(measure(Result(None, "ก", status=Status.DONE)), None).state is State.DONE
    assert progress(measure(), None).state is State.MISSING
    assert has_results_without_round(of(measure(), measure(Result())))
    assert not has_results_without_round(of(measure(Result(SIX))))


@given(cases, st.sampled_from(ROUNDS))
def test_every_measure_is_in_one_state(case: Case, months: Round | None) -> None:
    found = counts(case, months)
    assert sum(found.values()) == len(case.measures)
    assert all(found.values())


# --- time ----------------------------------------------------------------------------------------


def test_the_ends_of_the_rounds() -> None:
    six, twelve = deadlines(2569, date(2026, 3, 1))
    assert six == (SIX, date(2026, 3, 31), 30)
    assert twelve == (TWELVE, date(2026, 9, 30), 213)


@pytest.mark.parametrize(
    ("today", "six", "twelve", "at"),
    [
        (date(2025, 10, 1), 181, 364, SIX),
        (date(2026, 3, 31), 0, 183, SIX),
        (date(2026, 4, 1), -1, 182, TWELVE),
        (date(2026, 9, 30), -183, 0, TWELVE),
        (date(2026, 10, 1), -184, -1, TWELVE),
        # a clock that is set back, also into another fiscal year
        (date(2025, 9, 30), 182, 365, SIX),
        (date(2024, 2, 29), 761, 944, SIX),
    ],
)
def test_days_that_are_left(today: date, six: int, twelve: int, at: Round) -> None:
    assert [deadline.days for deadline in deadlines(2569, today)] == [six, twelve]
    assert round_at(2569, today) is at


@given(days)
def test_the_twelve_months_end_with_the_fiscal_year_of_the_day(today: date) -> None:
    _, twelve = deadlines(fiscal_year(today), today)
    assert 0 <= twelve.days <= 365
    assert fiscal_year(twelve.last + timedelta(days=1)) == fiscal_year(today) + 1


@given(days, st.integers(0, 400))
def test_a_later_day_leaves_fewer_days(today: date, later: int) -> None:
    year = today.year + BUDDHIST_ERA
    for one, other in zip(
        deadlines(year, today), deadlines(year, today + timedelta(later)), strict=True
    ):
        assert one.days - other.days == later


@pytest.mark.parametrize("year", [0, 543, 544, 20000])
def test_a_year_that_no_calendar_holds_has_no_ends(year: int) -> None:
    assert deadlines(year, date(2026, 3, 1)) == ()
    assert round_at(year, date(2026, 3, 1)) is TWELVE


# --- which are shown -----------------------------------------------------------------------------


def test_what_is_shown() -> None:
    case = of(
        measure(Result(SIX, "ก", status=Status.DONE), units=("สำนักปลัด", " กองคลัง ")),
        measure(Result(TWELVE, "ก", status=Status.IN_PROGRESS), units=("กองคลัง", "")),
        measure(Result(None, "ก"), units=("กองช่าง",)),
        measure(),
    )
    assert units_in(case) == ("สำนักปลัด", "กองคลัง", "กองช่าง")
    assert shown_measures(case, Shown.ALL) == (0, 1, 2, 3)
    assert shown_measures(case, Shown.ALL, "กองคลัง") == (0, 1)
    assert shown_measures(case, Shown.MISSING_SIX) == (1, 3)
    assert shown_measures(case, Shown.MISSING_TWELVE) == (0, 3)
    assert shown_measures(case, Shown.NOT_DONE) == (1, 2, 3)
    assert shown_measures(case, Shown.MISSING_SIX, "กองคลัง") == (1,)
