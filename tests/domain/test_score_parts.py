"""The tree for entering scores has a place for all that is stored; changes are what was told."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.made_frameworks import LETTER_YEAR, scored
from tests.strategies import cases, indicators

from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Indicator,
    OitItem,
    SubIndicator,
)
from ita_desktop.domain.score_parts import (
    PartKind,
    entered,
    number_at,
    outline,
    outline_without_framework,
    places,
    walk,
    with_focus,
    with_scores,
    with_year,
)
from ita_desktop.domain.scores import item_code

EMPTY = Case(Agency("อบต.ตัวอย่าง"), 2562, Assessment(2561))
PARTS = outline(EMPTY.assessment, LETTER_YEAR)


def of(*indicators: Indicator, focus: tuple[str, ...] = ()) -> Case:
    return EMPTY._replace(assessment=Assessment(2561, indicators), analysis=Analysis(focus))


# --- the tree -----------------------------------------------------------------------------------


def test_an_empty_year_has_the_parts_of_its_framework_and_the_total() -> None:
    assert [part.number for part in PARTS] == ["IN", "EX", "OP", "total"]
    assert [part.number for part in PARTS[2].parts] == ["4", "5"]
    assert [part.number for part in PARTS[2].parts[0].parts[0].parts] == ["O1", "O2", "O3", "O4"]
    names = {part.number: part.name for part in walk(PARTS)}
    assert names["4.2"] == "บริหาร"
    assert {p.number for p in walk(PARTS) if not p.is_entered} == {"IN", "EX", "OP", "total"}


def test_what_the_framework_does_not_have_stands_where_it_is_stored() -> None:
    sub = SubIndicator("4.1", "พื้นฐาน", None, (OitItem("O99", "ข้ออื่น", Decimal(0)),))
    parts = outline(
        Assessment(2561, (Indicator(4, "", None, (sub, SubIndicator("4.9"))), Indicator(8, "อื่น"))),
        LETTER_YEAR,
    )
    four = parts[2].parts[0]
    assert [part.number for part in four.parts] == ["4.1", "4.2", "4.9"]
    assert four.parts[0].parts[-1].number == "O99"
    assert [part.number for part in walk(parts) if part.foreign] == ["O99", "4.9", "8"]


def test_an_item_under_another_sub_indicator_is_not_shown_twice() -> None:
    moved = SubIndicator("4.1", "", None, (OitItem("o ๕", "", Decimal(100)),))
    parts = outline(Assessment(2561, (Indicator(4, "", None, (moved,)),)), LETTER_YEAR)
    assert [part.number for part in walk(parts)].count("O5") == 1


def test_without_a_framework_the_usual_indicators_and_all_that_is_stored_are_there() -> None:
    stored = Indicator(4, "", None, (SubIndicator("4.7", "ก"),))
    parts = outline_without_framework(
        Assessment(2599, (Indicator(12, "ใหม่"), stored)), LETTER_YEAR.indicators
    )
    assert [part.number for part in parts] == ["1", "2", "3", "4", "5", "12"]
    assert parts[3].name == "ข้อมูล"  # the usual name where none is stored
    assert [part.number for part in parts[3].parts] == ["4.7"]
    assert not any(part.foreign for part in walk(parts))


@given(indicators)
def test_everything_that_is_stored_has_its_one_place_in_the_tree(
    stored: tuple[Indicator, ...],
) -> None:
    assessment = Assessment(2561, stored)
    for parts in (outline(assessment, LETTER_YEAR), outline_without_framework(assessment)):
        numbers = [part.number for part in walk(parts)]
        assert len(set(numbers)) == len(numbers)
        assert set(entered(assessment)) <= set(numbers)


# --- places -------------------------------------------------------------------------------------


def test_places_of_parts_and_parts_of_places() -> None:
    assessment = of(
        Indicator(1), Indicator(4, "", None, (SubIndicator("4.1", "", None, (OitItem("O2"),)),))
    ).assessment
    at = ("assessment", "indicators", 1, "sub_indicators", 0, "items", 0)
    assert places(assessment)["O2"] == at
    assert number_at(assessment, (*at, "score")) == "O2"
    assert number_at(assessment, (*at[:5], "name")) == "4.1"
    assert number_at(assessment, (*at[:5], "items", 7, "score")) == "4.1"  # gone: the nearest
    assert number_at(assessment, ("assessment", "year")) == ""


# --- entering -----------------------------------------------------------------------------------


def test_an_entered_score_brings_its_part_and_those_around_it_in_order() -> None:
    case = with_scores(EMPTY, PARTS, {"O5": Decimal(100)})
    case = with_scores(case, PARTS, {"2": Decimal("81.5"), "O2": Decimal(0)})
    two, four = case.assessment.indicators
    assert (two, four.number, four.name, four.score) == (
        Indicator(2, "งบ", Decimal("81.5")), 4, "ข้อมูล", None,
    )  # fmt: skip
    assert four.sub_indicators == (
        SubIndicator("4.1", "พื้นฐาน", None, (OitItem("O2", "ข้อ 2", Decimal(0)),)),
        SubIndicator("4.2", "บริหาร", None, (OitItem("O5", "ข้อ 5", Decimal(100)),)),
    )


def test_a_stored_item_is_changed_where_it_is_stored() -> None:
    elsewhere = SubIndicator("4.1", "", None, (OitItem("o5", "ชื่อเดิม", Decimal(0)),))
    case = with_scores(of(Indicator(4, "", None, (elsewhere,))), PARTS, {"O5": Decimal(100)})
    (sub,) = case.assessment.indicators[0].sub_indicators
    assert sub.items == (OitItem("o5", "ชื่อเดิม", Decimal(100)),)


def test_a_cleared_score_takes_along_what_then_says_nothing() -> None:
    case = with_scores(EMPTY, PARTS, {"O5": Decimal(100), "1": Decimal(90)})
    cleared = with_scores(case, PARTS, {"O5": None, "1": None})
    assert cleared.assessment.indicators == (Indicator(1, "หน้าที่"), Indicator(4, "ข้อมูล"))


def test_a_cleared_score_leaves_names_of_the_users_and_what_was_chosen() -> None:
    own = SubIndicator("4.2", "ชื่อของเรา", Decimal(5))
    case = of(
        Indicator(4, "", None, (SubIndicator("4.1", "พื้นฐาน", Decimal(3)), own)), focus=("4.1",)
    )
    cleared = with_scores(case, PARTS, {"4.1": None, "4.2": None})
    assert [(sub.number, sub.score) for sub in cleared.assessment.indicators[0].sub_indicators] == [
        ("4.1", None), ("4.2", None),
    ]  # fmt: skip


def test_what_the_tree_does_not_have_and_what_is_not_there_change_nothing() -> None:
    assert with_scores(EMPTY, PARTS, {"77": Decimal(1), "O5": None, "total": Decimal(3)}) == EMPTY


@given(
    cases,
    st.dictionaries(
        st.sampled_from(["1", "3", "4", "4.1", "4.2", "5.1", "O1", "O6"]), st.just(100)
    ),
)
def test_after_entering_the_scores_are_those_that_were_entered(
    case: Case, new: dict[str, int]
) -> None:
    parts = outline(case.assessment, LETTER_YEAR)
    wanted = {number: Decimal(score) for number, score in new.items()}
    changed = with_scores(case, parts, dict(wanted))
    before, after = entered(case.assessment), entered(changed.assessment)
    assert {number: after[number] for number in wanted} == wanted
    untouched = set(before) - set(wanted)
    assert {n: after[n] for n in untouched} == {n: before[n] for n in untouched}


@given(cases)
def test_entering_what_is_there_changes_nothing(case: Case) -> None:
    parts = outline(case.assessment, LETTER_YEAR)
    there = {n: s for n, s in entered(case.assessment).items() if n == item_code(n)}
    assert entered(with_scores(case, parts, dict(there)).assessment) == entered(case.assessment)


# --- the choice ---------------------------------------------------------------------------------


def test_a_choice_stands_in_the_order_of_the_tree_and_with_its_names() -> None:
    case = with_focus(EMPTY, PARTS, ["5.1", "1", "4.2"])
    assert case.analysis.focus == ("1", "4.2", "5.1")
    stored = [indicator.number for indicator in case.assessment.indicators]
    assert stored == [1, 4, 5]
    assert case.assessment.indicators[1].sub_indicators == (SubIndicator("4.2", "บริหาร"),)


def test_a_choice_that_the_year_does_not_have_is_kept() -> None:
    chosen = with_focus(EMPTY, PARTS, ["99", "10.10", "1", "10.2", "9"])
    assert chosen.analysis.focus == ("1", "9", "10.2", "10.10", "99")


# --- another year -------------------------------------------------------------------------------


def test_another_year_gives_its_names_but_to_those_of_the_users() -> None:
    other = tuple(
        part._replace(
            parts=tuple(inside._replace(name=f"{inside.name} ใหม่") for inside in part.parts)
        )
        for part in PARTS
    )
    case = with_scores(EMPTY, PARTS, {"1": Decimal(1), "2": Decimal(2), "3": Decimal(3)})
    own = case.assessment.indicators[1]._replace(name="ชื่อของเรา")
    first, _, third = case.assessment.indicators
    case = case._replace(assessment=Assessment(2561, (first, own, third)))
    moved = with_year(case, 2562, PARTS, other).assessment
    assert moved.year == 2562
    assert [i.name for i in moved.indicators] == ["หน้าที่ ใหม่", "ชื่อของเรา", "บริการ ใหม่"]
    assert [i.score for i in moved.indicators] == [1, 2, 3]


def test_kinds_say_what_bears_a_score() -> None:
    kinds = {part.number: part.kind for part in walk(outline(scored(i1="5"), LETTER_YEAR))}
    assert kinds["IN"] is PartKind.INSTRUMENT
    assert kinds["1"] is PartKind.INDICATOR
    assert kinds["4.1"] is PartKind.SUB_INDICATOR
    assert kinds["O1"] is PartKind.ITEM
