"""A year as it is shown: entered and computed scores, the year before, doubts."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.domain.case import Agency, Assessment, Case, Indicator, OitItem, SubIndicator
from ita_desktop.domain.score_parts import walk, with_scores
from ita_desktop.services.advice import advice_of
from ita_desktop.services.assessment import nearest_framework_year, parts_of, view_of
from ita_desktop.services.folders import user_folder
from ita_desktop.services.known_scores import known_case
from ita_desktop.services.samples import sample_case

EMPTY = Case(Agency("อบต.ตัวอย่าง"), 2566, Assessment(2565))


def with_(case: Case = EMPTY, **scores: str) -> Case:
    """The case with scores by number, ``_1`` for 1 and ``_10_1`` for 10.1."""
    new = {key.lstrip("_").replace("_", "."): Decimal(value) for key, value in scores.items()}
    return with_scores(case, parts_of(case), dict(new))


def test_entered_scores_stand_apart_from_those_that_follow() -> None:
    view = view_of(with_(_1="90.5", O42="0", O43="100"))
    assert view.scores["1"].entered == view.scores["1"].known == Decimal("90.5")
    assert (view.scores["10.2"].entered, view.scores["10.2"].known) == (None, Decimal("50.00"))
    assert view.scores["IIT"].known is None
    assert view.problem == ""


def test_a_score_that_does_not_follow_is_marked_with_what_does() -> None:
    scores = view_of(with_(_10_2="80", O42="0", O43="100")).scores["10.2"]
    assert (scores.entered, scores.known, scores.follows) == (80, 50, 50)
    assert "๘๐.๐๐" in scores.note
    assert "๕๐.๐๐" in scores.note


def test_two_scores_of_which_neither_can_be_used_are_told() -> None:
    # with one item missing, 10.2 is at most 50
    scores = view_of(with_(_10_2="80", O42="0")).scores["10.2"]
    assert (scores.entered, scores.known, scores.follows) == (80, None, None)
    assert "ขัดกัน" in scores.note


def test_the_year_before_is_compared_where_the_names_are_the_same() -> None:
    now = with_(_1="90", _8="70", O1="100")
    past = with_(EMPTY._replace(assessment=Assessment(2564)), _1="80", _8="75.5", O34="100")
    view = view_of(now, past)
    assert view.before == 2564
    assert (view.scores["1"].before, view.scores["1"].change) == (80, 10)
    assert view.scores["8"].change == Decimal("-5.50")
    assert view.scores["2"].before is None
    # O34 asks for something else since 2565
    assert view.scores["O34"].before is None


def test_a_year_before_without_a_framework_is_not_compared() -> None:
    past = EMPTY._replace(assessment=Assessment(2555, (Indicator(1, "", Decimal(50)),)))
    assert view_of(with_(_1="90"), past).before is None


def test_what_a_part_would_add_is_told() -> None:
    view = view_of(with_(_1="90", O42="0"))
    assert view.scores["1"].gain == Decimal("0.60")
    assert view.scores["O42"].gain == Decimal("5.00")


def test_doubts_are_told_in_words() -> None:
    sub = SubIndicator("10.2", "ชื่ออื่นโดยสิ้นเชิง", None, (OitItem("O99", "", Decimal(0)),))
    case = EMPTY._replace(assessment=Assessment(2565, (Indicator(10, "", None, (sub,)),)))
    scores = view_of(case).scores
    assert "ไม่มีส่วนนี้" in scores["O99"].note
    assert "ชื่ออื่นโดยสิ้นเชิง" in scores["10.2"].note
    unsure = view_of(EMPTY._replace(assessment=Assessment(2567)))
    assert any("โปรดตรวจกับคู่มือ" in scores.note for scores in unsure.scores.values())


def test_without_a_framework_scores_can_still_be_entered() -> None:
    case = with_(EMPTY._replace(assessment=Assessment(2575)), _1="88.25")
    view = view_of(case)
    assert (view.analysis, view.nearest) == (None, 2569)
    assert view.problem
    assert [part.number for part in view.parts] == [str(number) for number in range(1, 11)]
    assert all(part.name for part in walk(view.parts))
    assert view.scores["1"].entered == Decimal("88.25")


def test_a_framework_of_the_users_that_cannot_be_read_is_told_and_not_replaced() -> None:
    folder = user_folder("frameworks")
    folder.mkdir(parents=True)
    Path(folder / "2565.json").write_text("{", encoding="utf-8")
    view = view_of(with_(_1="50"))
    assert view.analysis is None
    assert view.nearest is None
    assert "2565" in view.problem


@pytest.mark.parametrize(("year", "nearest"), [(2550, 2562), (2575, 2569), (2566, 2566)])
def test_the_nearest_framework(year: int, nearest: int) -> None:
    assert nearest_framework_year(year) == nearest


# --- advice ---------------------------------------------------------------------------------------


def test_an_empty_year_is_told_how_to_begin() -> None:
    advice = advice_of(view_of(EMPTY))
    assert advice.level == "ยังไม่มีคะแนน"
    assert "วางตาราง" in advice.reason
    assert (advice.plan, advice.items, advice.missing) == ("", (), "")


def test_a_year_without_a_framework_has_no_advice_but_says_so() -> None:
    advice = advice_of(view_of(EMPTY._replace(assessment=Assessment(2575))))
    assert "ไม่มีเกณฑ์" in advice.reason


def test_missing_scores_are_named_or_counted() -> None:
    names = {f"_{number}": "90" for number in range(1, 10)}
    assert advice_of(view_of(with_(**names))).missing == "ยังไม่มีคะแนน ตัวชี้วัดที่ ๑๐"
    assert advice_of(view_of(with_(_1="90"))).missing == "ยังไม่มีคะแนน ๙ รายการ"


def test_the_sample_is_advised_in_full() -> None:
    case = sample_case()
    past = case._replace(
        assessment=case.assessment._replace(
            year=case.assessment.year - 1,
            indicators=tuple(
                i._replace(score=(i.score or 0) - (5 if i.number == 3 else -2), sub_indicators=())
                for i in case.assessment.indicators
            ),
        )
    )
    advice = advice_of(view_of(case, past))
    assert advice.level.startswith("ระดับ ต้องปรับปรุง")
    assert "๘๒.๓๗" in advice.level
    assert advice.lowest[0].startswith("ตัวชี้วัดที่ ๑๐")
    assert advice.steps
    assert advice.items[0].number == "O35"
    assert any(line.startswith("เพิ่มขึ้นมากที่สุด ตัวชี้วัดที่ ๓") for line in advice.compared)
    assert any("ลดลงมากที่สุด" in line for line in advice.compared)


# --- scores for texts -------------------------------------------------------------------------


def test_indicators_that_follow_from_items_are_known_to_texts() -> None:
    case = known_case(with_(_1="90", O42="0", O43="100"))
    ten = case.assessment.indicators[-1]
    assert (ten.score, ten.sub_indicators[0].score) == (None, Decimal("50.00"))
    assert case.assessment.indicators[0].score == Decimal(90)


def test_given_scores_and_years_without_a_framework_stay_as_they_are() -> None:
    contradicting = with_(_10_2="80", O42="0", O43="100")
    assert known_case(contradicting) == contradicting
    unknown = EMPTY._replace(assessment=Assessment(2575, (Indicator(1),)))
    assert known_case(unknown) == unknown
