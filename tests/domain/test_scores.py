"""Scores follow exactly from what was given, at any depth, and nothing is guessed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.made_frameworks import LETTER_YEAR, scored
from tests.strategies import indicators

from ita_desktop.domain.case import Assessment, Indicator, OitItem, SubIndicator
from ita_desktop.domain.scores import Published, compute, item_code, part_name, rounded

ITEMS = [f"O{number}" for number in range(1, 9)]


def test_a_sub_indicator_is_the_mean_of_its_items() -> None:
    scores = compute(scored(O1="100", O2="0", O3="100", O4="100"), LETTER_YEAR)
    assert scores.sub_indicator("4.1") == Decimal("75.00")


def test_an_indicator_is_the_mean_of_its_sub_indicators_not_of_their_items() -> None:
    scores = compute(scored(O1="100", O2="0", O3="0", O4="0", O5="100"), LETTER_YEAR)
    assert scores.indicator(4) == Decimal("62.50")  # of 25 and 100; of the items 40


def test_an_instrument_is_the_mean_of_its_indicators_and_the_total_is_weighted() -> None:
    scores = compute(scored(i1="90", i2="80", i3="70", i4="60", i5="50"), LETTER_YEAR)
    assert [scores.instrument(code) for code in ("IN", "EX", "OP")] == [85, 70, 55]
    assert scores.total == Decimal("68.50")
    assert scores.missing == ()


def test_nothing_is_rounded_on_the_way() -> None:
    perceived = {f"i{number}": "90" for number in range(1, 5)}
    scores = compute(scored(**perceived, O6="100", O7="0", O8="0"), LETTER_YEAR)
    assert scores.exact["5"] == Fraction(100, 3)
    assert scores.exact["total"] == 72 + Fraction(20, 3)
    assert scores.total == Decimal("78.67")


@pytest.mark.parametrize(
    ("exact", "two"), [("84.995", "85.00"), ("84.994", "84.99"), ("0", "0.00")]
)
def test_halves_round_up(exact: str, two: str) -> None:
    assert str(rounded(Fraction(exact))) == two


def test_the_deeper_score_wins_and_the_contradiction_is_told() -> None:
    scores = compute(scored(i5="50", O6="100", O7="0", O8="0"), LETTER_YEAR)
    assert scores.indicator(5) == Decimal("33.33")
    (contradiction,) = scores.contradictions
    assert contradiction.number == "5"
    assert (contradiction.given, contradiction.other) == (Decimal(50), Decimal("33.33"))
    assert contradiction.used == Decimal("33.33")
    assert "ตัวชี้วัดที่ ๕ ระบุไว้ ๕๐.๐๐" in contradiction.in_words()


@pytest.mark.parametrize(
    ("score", "told"), [("62.52", 0), ("62.48", 0), ("62.53", 1), ("62.47", 1)]
)
def test_two_hundredths_are_no_contradiction(score: str, told: int) -> None:
    scores = compute(scored(i4=score, s4_1="25", s4_2="100"), LETTER_YEAR)
    assert scores.indicator(4) == Decimal("62.50")
    assert len(scores.contradictions) == told


def test_a_score_counts_where_its_parts_are_not_all_known() -> None:
    scores = compute(scored(i4="62.5", O1="0", O5="100"), LETTER_YEAR)
    assert scores.indicator(4) == Decimal("62.50")
    assert scores.contradictions == ()


def test_a_score_that_its_known_parts_rule_out_is_not_used() -> None:
    scores = compute(scored(i4="100", O1="0"), LETTER_YEAR)
    assert scores.indicator(4) is None
    (contradiction,) = scores.contradictions
    assert (contradiction.number, contradiction.used) == ("4", None)
    assert contradiction.other == Decimal("87.50")  # 75 and 100 at best
    assert "ยังไม่ใช้" in contradiction.in_words()


def test_two_values_for_one_part_are_both_left() -> None:
    twice = Assessment(2561, (Indicator(1, score=Decimal(90)), Indicator(1, score=Decimal(91))))
    scores = compute(twice, LETTER_YEAR)
    assert scores.indicator(1) is None
    assert [c.number for c in scores.contradictions] == ["1"]


def test_the_same_value_twice_is_fine() -> None:
    twice = Assessment(2561, (Indicator(1, score=Decimal(90)), Indicator(1, score=Decimal(90))))
    scores = compute(twice, LETTER_YEAR)
    assert (scores.indicator(1), scores.contradictions) == (Decimal(90), ())


def test_what_is_missing_leaves_everything_above_it_unknown() -> None:
    scores = compute(scored(i1="90", i3="80", i4="70", i5="60"), LETTER_YEAR)
    assert scores.instruments == {"IN": None, "EX": Decimal(80), "OP": Decimal(65)}
    assert scores.total is None
    assert scores.missing == ("2",)


def test_missing_parts_are_named_as_deep_as_something_was_given() -> None:
    scores = compute(scored(i1="1", O1="100", O2="0", O3="100", O6="0"), LETTER_YEAR)
    assert scores.missing == ("2", "3", "O4", "4.2", "O7", "O8")


def test_nothing_given_is_nothing_known() -> None:
    scores = compute(Assessment(2561), LETTER_YEAR)
    assert scores.exact == {}
    assert scores.missing == ("1", "2", "3", "4", "5")


def test_what_the_framework_does_not_have_is_told() -> None:
    foreign = Assessment(
        2561,
        (
            Indicator(9, score=Decimal(1)),
            Indicator(1, sub_indicators=(SubIndicator("1.1", score=Decimal(2)),)),
        ),
    )
    assert compute(foreign, LETTER_YEAR).unknown == ("9", "1.1")


def test_items_count_wherever_they_are_listed() -> None:
    misplaced = Indicator(
        4, sub_indicators=(SubIndicator("4.1", items=(OitItem("O5", score=Decimal(100)),)),)
    )
    scores = compute(Assessment(2561, (misplaced,)), LETTER_YEAR)
    assert scores.sub_indicator("4.2") == 100


@pytest.mark.parametrize(
    ("typed", "code"),
    [("o42", "O42"), ("O ๔๒", "O42"), (" O42 ", "O42"), ("ข้อ 1", "ข้อ 1"), ("O", "O")],
)
def test_item_codes_are_read_as_people_type_them(typed: str, code: str) -> None:
    assert item_code(typed) == code


def test_published_instruments_and_totals_count_where_indicators_are_not_known() -> None:
    published = Published(points={"IN": Decimal("28.35")}, instruments={"EX": Decimal(80)})
    scores = compute(scored(i4="70", i5="60"), LETTER_YEAR, published)
    assert scores.instruments == {"IN": Decimal("94.50"), "EX": Decimal(80), "OP": Decimal(65)}
    assert scores.total == Decimal("78.35")
    assert scores.missing == ("1", "2", "3")


def test_a_published_total_alone_is_a_total() -> None:
    scores = compute(scored(i1="90"), LETTER_YEAR, Published(total=Decimal("81.00")))
    assert scores.total == Decimal("81.00")


def test_a_published_total_that_does_not_follow_is_told() -> None:
    given_scores = scored(i1="90", i2="80", i3="70", i4="60", i5="50")
    scores = compute(given_scores, LETTER_YEAR, Published(total=Decimal("68.53")))
    assert scores.total == Decimal("68.50")
    assert [c.number for c in scores.contradictions] == ["total"]
    assert scores.contradictions[0].in_words().startswith("คะแนนรวม ")


def test_weighted_points_may_be_off_by_their_own_rounding() -> None:
    given_scores = scored(i1="91.11", i2="92.22")  # 91.665, that is 27.4995 points
    off = {"IN": Decimal("27.48")}
    assert compute(given_scores, LETTER_YEAR, Published(points=off)).contradictions == ()
    more = {"IN": Decimal("27.47")}
    assert len(compute(given_scores, LETTER_YEAR, Published(points=more)).contradictions) == 1


def test_parts_are_called_by_their_thai_names() -> None:
    names = [part_name(number) for number in ("10", "10.1", "O42", "IIT", "total")]
    assert names == ["ตัวชี้วัดที่ ๑๐", "ตัวชี้วัดย่อยที่ ๑๐.๑", "O42", "IIT", "คะแนนรวม"]


@given(st.builds(Assessment, year=st.just(2561), indicators=indicators))
def test_any_assessment_computes_within_bounds(assessment: Assessment) -> None:
    scores = compute(assessment, LETTER_YEAR)
    assert all(0 <= score <= 100 for score in scores.exact.values())
    assert (scores.total is None) == (None in scores.instruments.values())


percents = st.decimals(0, 100, places=2)
five = st.tuples(percents, percents, percents, percents, percents)


@given(five, st.integers(0, 4), percents)
def test_more_points_never_lower_a_total(
    points: tuple[Decimal, ...], which: int, more: Decimal
) -> None:
    raised = list(points)
    raised[which] = max(points[which], more)
    before, after = (
        compute(scored(**{f"i{n}": str(p) for n, p in enumerate(p_, 1)}), LETTER_YEAR).total
        for p_ in (points, raised)
    )
    assert before is not None
    assert after is not None
    assert after >= before


@given(
    st.dictionaries(st.sampled_from(ITEMS), st.sampled_from(["0", "100"])),
    st.fixed_dictionaries({code: st.sampled_from(["0", "100"]) for code in ITEMS}),
)
def test_knowing_more_items_changes_nothing_that_was_known(
    known: dict[str, str], every: dict[str, str]
) -> None:
    before = compute(scored(**known), LETTER_YEAR).exact
    after = compute(scored(**{**every, **known}), LETTER_YEAR).exact
    assert before.items() <= after.items()
