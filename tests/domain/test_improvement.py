"""What is lowest, what changed, and what each part would add."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.made_frameworks import LETTER_YEAR, scored

from ita_desktop.domain.case import Assessment
from ita_desktop.domain.frameworks import Framework, ItemSpec
from ita_desktop.domain.improvement import (
    changes,
    gains,
    lowest_indicators,
    lowest_sub_indicators,
    shares,
    with_changes,
)
from ita_desktop.domain.scores import Scores, compute

FULL = {"i1": "90", "i2": "80", "i3": "70", "i4": "62.5", "i5": "50"}
ITEMS = {
    **{f"O{n}": score for n, score in enumerate(("100", "0", "0", "0", "100"), 1)},
    "O6": "100",
    "O7": "0",
    "O8": "100",
}


def test_the_lowest_is_found_and_ties_are_all_named() -> None:
    scores = compute(scored(i1="70.004", i2="80", i3="70.001"), LETTER_YEAR)
    assert lowest_indicators(scores, LETTER_YEAR) == (1, 3)


def test_the_lowest_sub_indicator_is_found_among_all_indicators() -> None:
    scores = compute(scored(s4_1="40", s4_2="30", s5_1="35"), LETTER_YEAR)
    assert lowest_sub_indicators(scores, LETTER_YEAR) == ("4.2",)


def test_nothing_known_is_nothing_lowest() -> None:
    scores = compute(Assessment(2561), LETTER_YEAR)
    assert lowest_indicators(scores, LETTER_YEAR) == ()
    assert lowest_sub_indicators(scores, LETTER_YEAR) == ()


def test_a_gain_is_the_gap_times_the_weight_the_most_first() -> None:
    found = gains(compute(scored(**FULL), LETTER_YEAR), LETTER_YEAR)
    assert [(g.number, g.gap, g.weight, g.gain) for g in found] == [
        ("5", Decimal(50), Decimal("0.2"), Decimal(10)),
        ("3", Decimal(30), Decimal("0.3"), Decimal(9)),
        ("4", Decimal("37.5"), Decimal("0.2"), Decimal("7.5")),
        ("2", Decimal(20), Decimal("0.15"), Decimal(3)),
        ("1", Decimal(10), Decimal("0.15"), Decimal("1.5")),
    ]


def test_each_missing_item_has_its_gain() -> None:
    found = gains(compute(scored(**ITEMS), LETTER_YEAR), LETTER_YEAR)
    items = [(gain.number, gain.name, gain.gain) for gain in found if gain.number[0] == "O"]
    assert items == [
        ("O7", "ข้อ 7", Decimal("6.67")),
        ("O2", "ข้อ 2", Decimal("2.50")),
        ("O3", "ข้อ 3", Decimal("2.50")),
        ("O4", "ข้อ 4", Decimal("2.50")),
    ]


def test_what_is_not_known_has_no_gain() -> None:
    found = gains(compute(scored(i3="70", O1="100"), LETTER_YEAR), LETTER_YEAR)
    assert [gain.number for gain in found] == ["3"]


def test_gains_of_all_indicators_lead_to_a_hundred() -> None:
    scores = compute(scored(**FULL), LETTER_YEAR)
    total = scores.total
    assert total is not None
    assert total + sum(gain.gain for gain in gains(scores, LETTER_YEAR)) == 100


def test_shares_of_each_depth_make_the_whole() -> None:
    share = shares(LETTER_YEAR)
    for numbers in (["IN", "EX", "OP"], ["1", "2", "3", "4", "5"]):
        assert sum(share[number] for number in numbers) == 1
    assert sum(share[f"O{n}"] for n in range(1, 9)) == share["OP"] == Fraction(2, 5)


def test_changes_compare_what_both_years_know() -> None:
    now = compute(scored(i1="90", i3="70", s4_1="50", s4_2="20"), LETTER_YEAR)
    past = Assessment(2560, scored(i1="92.5", i2="1", s4_1="10").indicators)
    found = changes(now, LETTER_YEAR, compute(past, LETTER_YEAR), LETTER_YEAR)
    assert [(c.number, c.year, c.before, c.now, c.difference) for c in found] == [
        ("1", 2560, Decimal("92.5"), Decimal(90), Decimal("-2.5")),
        ("4.1", 2560, Decimal(10), Decimal(50), Decimal(40)),
    ]


def test_parts_that_were_cut_anew_are_not_compared() -> None:
    renamed = _with_first_sub_named("อย่างอื่น")
    scores = compute(scored(i4="50", s4_1="50"), LETTER_YEAR)
    found = changes(scores, LETTER_YEAR, compute(scored(i4="40", s4_1="1"), renamed), renamed)
    assert [change.number for change in found] == ["4"]


def _with_first_sub_named(name: str) -> Framework:
    public = LETTER_YEAR.instruments[2]
    first, *others = public.indicators
    sub, *subs = first.sub_indicators
    new = first._replace(sub_indicators=(sub._replace(name=name), *subs))
    instruments = (*LETTER_YEAR.instruments[:2], public._replace(indicators=(new, *others)))
    return LETTER_YEAR._replace(instruments=instruments)


def test_items_are_not_compared() -> None:
    scores = compute(scored(O1="100"), LETTER_YEAR)
    assert changes(scores, LETTER_YEAR, scores, LETTER_YEAR) == ()
    assert ItemSpec("O1", "ข้อ 1") in LETTER_YEAR.items


def test_a_change_goes_up_to_the_total() -> None:
    scores = compute(scored(i1="90", i2="80", i3="70", **ITEMS), LETTER_YEAR)
    after = with_changes(scores, LETTER_YEAR, {"O7": Decimal(100), "1": Decimal(100)})
    every = compute(scored(i1="100", i2="80", i3="70", **{**ITEMS, "O7": "100"}), LETTER_YEAR)
    assert after.exact == every.exact


def test_what_is_not_known_cannot_change() -> None:
    scores = compute(scored(i1="90"), LETTER_YEAR)
    assert with_changes(scores, LETTER_YEAR, {"2": Decimal(100)}).exact == scores.exact


bits = st.lists(st.sampled_from(["0", "100"]), min_size=8, max_size=8)


@given(bits, bits)
def test_changing_items_is_computing_anew(before: list[str], after: list[str]) -> None:
    perceived = {"i1": "90", "i2": "80", "i3": "70"}
    old, new = (
        compute(
            scored(**perceived, **{f"O{n}": score for n, score in enumerate(every, 1)}), LETTER_YEAR
        )
        for every in (before, after)
    )
    items = {f"O{n}": Decimal(score) for n, score in enumerate(after, 1)}
    assert with_changes(old, LETTER_YEAR, items).exact == new.exact


def _with_items(scores: list[str]) -> Scores:
    items = {f"O{n}": score for n, score in enumerate(scores, 1)}
    return compute(scored(i1="90", i2="80", i3="70", **items), LETTER_YEAR)
