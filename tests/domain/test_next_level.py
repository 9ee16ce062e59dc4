"""The plan to the next level reaches it, and nothing cheaper does."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.domain.made_frameworks import LETTER_YEAR, WORD_YEAR, scored

from ita_desktop.domain.case import Assessment
from ita_desktop.domain.frameworks import Framework, LevelRule
from ita_desktop.domain.improvement import with_changes
from ita_desktop.domain.levels import better_rule, meets, reached
from ita_desktop.domain.next_level import Plan, PlanStep, steps_to_next_level
from ita_desktop.domain.scores import Published, Scores, compute

ITEMS = [f"O{number}" for number in range(1, 9)]


def plan_of(scores: Scores, framework: Framework = LETTER_YEAR) -> Plan:
    plan = steps_to_next_level(scores, framework)
    assert plan is not None
    return plan


def in_short(steps: tuple[PlanStep, ...]) -> list[tuple[str, str, str, int]]:
    return [(s.number, str(s.before), str(s.after), s.items) for s in steps]


def test_the_item_that_adds_the_most_comes_first() -> None:
    done = dict.fromkeys(ITEMS, "100") | {"O2": "0", "O7": "0"}
    plan = plan_of(compute(scored(i1="90", i2="90", i3="90", **done), LETTER_YEAR))
    # 84.83: either would do, but 5.1 has fewer items than 4.1, so O7 adds more.
    assert in_short(plan.steps) == [("O7", "0.00", "100.00", 1)]


def test_no_more_items_than_needed() -> None:
    done = dict.fromkeys(ITEMS, "0")
    plan = plan_of(compute(scored(i1="90", i2="90", i3="90", **done), LETTER_YEAR))  # 54, F
    # 65 is 11 away: 4.2 is one item of 10, 5.1 three of 6.67.
    assert in_short(plan.steps) == [
        ("O5", "0.00", "100.00", 1),
        ("O6", "0.00", "100.00", 1),
    ]
    assert plan.target is not None
    assert (plan.target.name, plan.total) == ("C", Decimal("70.67"))


def test_items_that_are_not_known_one_by_one_are_counted() -> None:
    scores = compute(scored(i1="90", i2="90", i3="90", s4_1="25", s4_2="100", i5="0"), LETTER_YEAR)
    plan = plan_of(scores)  # 66.5; 75 is 8.5 away
    assert in_short(plan.steps) == [("5", "0.00", "66.67", 2)]
    near = compute(scored(i1="90", i2="90", i3="90", s4_1="25", s4_2="100", i5="40"), LETTER_YEAR)
    assert in_short(plan_of(near).steps) == [("5", "40.00", "73.34", 1)]  # 74.5


def test_perception_comes_in_where_no_item_is_left() -> None:
    scores = compute(scored(i1="80", i2="70", i3="70", i4="100", i5="100"), LETTER_YEAR)
    plan = plan_of(scores)  # 83.5; indicator 3 weighs twice as much as 1 and 2
    assert in_short(plan.steps) == [("3", "70.00", "75.00", 0)]
    assert plan.total == Decimal("85.00")


def test_the_lowest_perception_is_lifted_first() -> None:
    scores = compute(scored(i1="80", i2="60", i3="100", i4="100", i5="100"), WORD_YEAR)
    plan = plan_of(scores, WORD_YEAR)  # IN is 70 and must be 85
    assert in_short(plan.steps) == [("1", "80.00", "85.00", 0), ("2", "60.00", "85.00", 0)]
    higher = compute(scored(i1="98", i2="70", i3="100", i4="100", i5="100"), WORD_YEAR)
    assert in_short(plan_of(higher, WORD_YEAR).steps) == [("2", "70.00", "72.00", 0)]


def test_items_are_not_asked_for_where_only_perception_lacks() -> None:
    done = dict.fromkeys(ITEMS, "100") | {"O1": "0"}
    plan = plan_of(compute(scored(i1="95", i2="95", i3="80", **done), WORD_YEAR), WORD_YEAR)
    assert [step.number for step in plan.steps] == ["3"]


def test_at_the_top_nothing_is_left_to_do() -> None:
    plan = plan_of(compute(scored(i1="99", i2="99", i3="99", i4="99", i5="99"), LETTER_YEAR))
    assert (plan.target, plan.steps) == (None, ())
    assert "สูงสุด" in plan.in_words()


def test_without_a_level_there_is_no_plan() -> None:
    assert steps_to_next_level(compute(scored(i1="99"), LETTER_YEAR), LETTER_YEAR) is None


def test_where_too_little_is_known_there_is_no_plan() -> None:
    only_total = compute(Assessment(2561), LETTER_YEAR, Published(total=Decimal(80)))
    assert steps_to_next_level(only_total, LETTER_YEAR) is None


def test_words_tell_what_to_do() -> None:
    done = dict.fromkeys(ITEMS, "100") | {"O7": "0"}
    plan = plan_of(compute(scored(i1="80", i2="70", i3="72", **done), LETTER_YEAR))
    assert plan.in_words() == (
        "ทางที่ลงแรงน้อยที่สุดสู่ระดับ A: ทำข้อมูลสาธารณะที่ยังขาดอีก ๑ ข้อ และยกผลการรับรู้ ๑ ตัวชี้วัด"
        " คะแนนรวมจะเป็น ๘๕.๐๐"
    )
    assert [step.in_words() for step in plan.steps] == [
        "ทำข้อ O7 ข้อ 7 ให้ได้คะแนน (คะแนนรวมเพิ่ม ๖.๖๗)",
        "ยกผลการรับรู้ในตัวชี้วัดที่ ๓ บริการ จาก ๗๒.๐๐ เป็น ๗๕.๐๐ (คะแนนรวมเพิ่ม ๐.๙๐)",
    ]


def test_counted_items_are_told_with_their_part() -> None:
    sub = compute(scored(i1="90", i2="90", i3="90", s4_1="75", s4_2="100", i5="30"), LETTER_YEAR)
    words = " ".join(step.in_words() for step in plan_of(sub).steps)
    assert "ตัวชี้วัดที่ ๕ ป้องกัน อีก ราว ๒ ข้อ ให้ขึ้นจาก ๓๐.๐๐ เป็น ๙๖.๖๗" in words


percents = st.decimals(0, 100, places=2)
bits = st.lists(st.booleans(), min_size=8, max_size=8)
frameworks = st.sampled_from([LETTER_YEAR, WORD_YEAR])


def made(perceived: tuple[Decimal, Decimal, Decimal], done: list[bool], year: Framework) -> Scores:
    items = {code: "100" if bit else "0" for code, bit in zip(ITEMS, done, strict=True)}
    given_scores = {f"i{n}": str(score) for n, score in enumerate(perceived, 1)}
    return compute(scored(**given_scores, **items), year)


def target_of(scores: Scores, framework: Framework) -> LevelRule:
    rule = reached(scores, framework.official_scale)
    assert rule is not None
    target = better_rule(framework.official_scale, rule)
    assume(target is not None)
    assert target is not None
    return target


@given(st.tuples(percents, percents, percents), bits, frameworks)
def test_the_printed_steps_reach_the_target(
    perceived: tuple[Decimal, Decimal, Decimal], done: list[bool], framework: Framework
) -> None:
    scores = made(perceived, done, framework)
    target = target_of(scores, framework)
    plan = plan_of(scores, framework)
    after = with_changes(scores, framework, {step.number: step.after for step in plan.steps})
    assert meets(after, target)
    assert after.total == plan.total


@given(st.tuples(percents, percents, percents), bits, frameworks)
def test_no_fewer_items_would_do(
    perceived: tuple[Decimal, Decimal, Decimal], done: list[bool], framework: Framework
) -> None:
    scores = made(perceived, done, framework)
    target = target_of(scores, framework)
    plan = plan_of(scores, framework)
    lifted = {step.number: step.after for step in plan.steps if not step.items}
    base = with_changes(scores, framework, lifted)
    count = sum(step.items for step in plan.steps)
    missing = [code for code, bit in zip(ITEMS, done, strict=True) if not bit]
    for fewer in combinations(missing, count - 1) if count else ():
        new = dict.fromkeys(fewer, Decimal(100))
        assert not meets(with_changes(base, framework, new), target)


@given(st.tuples(percents, percents, percents), bits, frameworks)
def test_perception_is_only_asked_for_where_all_items_would_not_do(
    perceived: tuple[Decimal, Decimal, Decimal], done: list[bool], framework: Framework
) -> None:
    scores = made(perceived, done, framework)
    target = target_of(scores, framework)
    plan = plan_of(scores, framework)
    all_done = with_changes(scores, framework, dict.fromkeys(ITEMS, Decimal(100)))
    asks = any(not step.items for step in plan.steps)
    assert asks == (not meets(all_done, target))
    # And hardly less of any of it would do either: at most 0.005 of the total is given away
    # (0.033 of the lightest indicator), and each indicator is rounded up to a hundredth.
    for step in plan.steps:
        if not step.items:
            lower = {s.number: s.after for s in plan.steps if not s.items}
            lower[step.number] -= Decimal("0.07")
            best = with_changes(all_done, framework, lower)
            assert not meets(best, target)


@pytest.mark.parametrize("total", ["84.995", "84.9999"])
def test_what_rounds_to_the_next_level_needs_no_step(total: str) -> None:
    every = {f"i{number}": total for number in range(1, 6)}
    plan = plan_of(compute(scored(**every), LETTER_YEAR))
    assert plan.target is not None
    assert plan.target.name == "AA"
