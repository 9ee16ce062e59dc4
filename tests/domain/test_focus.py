"""What is to be improved: chosen, lowest, tied, or nothing where nothing is known."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from tests.strategies import cases

from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Indicator,
    SubIndicator,
)
from ita_desktop.domain.focus import FocusPoint, focus_points, lowest_indicators


def indicator(number: int, score: str | None, *subs: tuple[str, str | None]) -> Indicator:
    return Indicator(
        number,
        f"ตัวที่ {number}",
        None if score is None else Decimal(score),
        tuple(
            SubIndicator(sub, f"ย่อย {sub}", None if value is None else Decimal(value))
            for sub, value in subs
        ),
    )


def case(*indicators: Indicator, focus: tuple[str, ...] = ()) -> Case:
    return Case(
        Agency("เทศบาลตำบลลานไผ่"), 2566, Assessment(2565, indicators), Analysis(focus=focus)
    )


def numbers(given_case: Case) -> list[str]:
    return [point.number for point in focus_points(given_case)]


def test_the_lowest_indicator_and_its_sub_indicators() -> None:
    lowest = indicator(9, "60", ("9.1", "50"), ("9.2", None))
    assert numbers(case(indicator(10, "70"), lowest)) == ["9", "9.1", "9.2"]


def test_unknown_scores_are_never_the_lowest() -> None:
    assert numbers(case(indicator(1, None), indicator(2, "80"))) == ["2"]


def test_all_that_tie_to_two_decimals_by_number() -> None:
    tied = case(indicator(7, "70.004"), indicator(2, "70"), indicator(3, "70.006"))
    assert numbers(tied) == ["2", "7"]


def test_a_score_of_zero_is_known() -> None:
    assert numbers(case(indicator(1, "0"), indicator(2, "50"))) == ["1"]


def test_what_is_full_needs_no_improvement() -> None:
    assert numbers(case(indicator(9, "100", ("9.1", None)), indicator(10, "100"))) == []
    assert numbers(case(indicator(9, "50", ("9.1", "100"), ("9.2", "0")))) == ["9", "9.2"]


def test_nothing_is_guessed_without_scores() -> None:
    assert numbers(case()) == []
    assert numbers(case(indicator(1, None, ("1.1", "20")))) == []
    assert lowest_indicators(Assessment(2565, (indicator(1, None),))) == ()


def test_the_agencys_choice_counts_in_its_order_and_each_once() -> None:
    chosen = case(indicator(9, "90", ("9.1", "80")), focus=("9.1", "3", "9.1", "9"))
    assert focus_points(chosen) == (
        FocusPoint("9.1", "ย่อย 9.1", Decimal(80)),
        FocusPoint("3"),
        FocusPoint("9", "ตัวที่ 9", Decimal(90)),
    )


def test_a_sub_indicator_is_told_by_its_number() -> None:
    assert FocusPoint("10.1").is_sub_indicator
    assert not FocusPoint("10").is_sub_indicator


@given(cases)
def test_no_point_twice_and_none_without_a_reason(any_case: Case) -> None:
    found = numbers(any_case)
    assert len(found) == len(set(found))
    if not any_case.analysis.focus:
        scored = any(i.score is not None for i in any_case.assessment.indicators)
        assert scored or not found
