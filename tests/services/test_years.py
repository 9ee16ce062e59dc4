"""A new year begins empty or with last year's measures, and never with its results."""

from __future__ import annotations

import datetime

import pytest
from tests.memos import a_memo, changed_memo

from ita_desktop.domain.case import Agency, OwnText, Round, Signatory
from ita_desktop.domain.paper_kinds import memo_of, with_memo
from ita_desktop.exchange.case_json import case_to_json, parse_case
from ita_desktop.services.samples import sample_case
from ita_desktop.services.years import empty_year, next_year, year_of_today


def test_the_next_year_has_the_measures_and_the_people_and_nothing_that_was_done() -> None:
    case = sample_case()
    later = next_year(case)
    assert later.agency == case.agency
    assert later.fiscal_year == case.fiscal_year + 1
    assert later.assessment.year == case.assessment.year + 1
    assert [m.name for m in later.measures] == [m.name for m in case.measures]
    assert [m.steps for m in later.measures] == [m.steps for m in case.measures]
    assert [m.responsible for m in later.measures] == [m.responsible for m in case.measures]
    assert [m.monitoring for m in later.measures] == [m.monitoring for m in case.measures]
    assert all(measure.results == () for measure in later.measures)
    assert later.assessment.indicators == ()
    assert later.analysis.focus == ()
    assert later.analysis.opening == ""
    assert (memo_of(later).number, memo_of(later).date) == ("", None)
    assert memo_of(later).signatories == memo_of(case).signatories
    assert memo_of(later).text("division") == memo_of(case).text("division")
    assert later.words == case.words


@pytest.mark.parametrize("year", ["๒๕๖๘", "2568", "๒๕๖๗"])
def test_words_that_name_the_old_year_are_worded_anew(year: str) -> None:
    memo = a_memo(subject=f"เรื่องของปี {year}", results_intro=f"ปี {year}", closing="จึงเรียนมา")
    later = memo_of(next_year(with_memo(sample_case(), memo)))
    assert later.texts == (OwnText("closing", "จึงเรียนมา"),)


@pytest.mark.parametrize(
    ("before", "after"), [(Round.TWELVE_MONTHS, Round.SIX_MONTHS), (None, None)]
)
def test_a_year_that_reports_by_rounds_begins_with_its_first(before, after) -> None:
    case = sample_case()
    case = changed_memo(case, round=before)
    assert memo_of(next_year(case)).round is after


def test_both_kinds_of_new_years_are_sound_cases() -> None:
    empty = empty_year(Agency("อบต.ก"), 2569, (Signatory("นาย ก"),))
    for case in (empty, next_year(sample_case())):
        assert parse_case(case_to_json(case)) == case
    assert (empty.fiscal_year, empty.assessment.year) == (2569, 2568)


@pytest.mark.parametrize(
    ("day", "year"), [((2026, 9, 30), 2569), ((2026, 10, 1), 2570), ((2024, 2, 29), 2567)]
)
def test_the_first_of_october_begins_a_fiscal_year(day, year) -> None:
    assert year_of_today(datetime.date(*day)) == year
