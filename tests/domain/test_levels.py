"""A level comes from the year's own scale, with the reason that a clerk can repeat."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.made_frameworks import LETTER_YEAR, WORD_YEAR, scored

from ita_desktop.domain.case import Assessment
from ita_desktop.domain.frameworks import CHECK_THE_MANUAL, Framework
from ita_desktop.domain.levels import Level, level
from ita_desktop.domain.scores import Published, compute


def of_total(total: str, framework: Framework = LETTER_YEAR) -> Level:
    found = level(compute(Assessment(2561), framework, Published(total=Decimal(total))), framework)
    assert found is not None
    return found


def of_instruments(inside: str, outside: str, public: str) -> Level:
    instruments = {
        code: Decimal(score) for code, score in (("IN", inside), ("EX", outside), ("OP", public))
    }
    scores = compute(Assessment(2571), WORD_YEAR, Published(instruments=instruments))
    found = level(scores, WORD_YEAR)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("total", "letter"),
    [
        ("100", "AA"),
        ("95.00", "AA"),
        ("94.99", "A"),
        ("85", "A"),
        ("84.99", "B"),
        ("65", "C"),
        ("64.99", "F"),
        ("0", "F"),
    ],
)
def test_letters_follow_the_total(total: str, letter: str) -> None:
    found = of_total(total)
    assert (found.official, found.letter, found.word) == (letter, letter, None)


def test_the_total_counts_as_it_is_published() -> None:
    assert of_total("84.995").official == "A"
    assert of_total("84.994").official == "B"


@pytest.mark.parametrize(
    ("instruments", "word", "letter"),
    [
        (("95", "95", "95"), "ดีเยี่ยม", "AA"),
        (("100", "94.99", "100"), "ดี", "AA"),
        (("85", "85", "85"), "ดี", "A"),
        (("100", "84.99", "100"), "พอใช้", "AA"),
        (("84.99", "84.99", "85"), "ปรับปรุง", "B"),
        (("70", "70", "70"), "ปรับปรุง", "C"),
        (("69.99", "70", "69"), "เร่งด่วน", "C"),
    ],
)
def test_words_ask_something_of_every_instrument(
    instruments: tuple[str, str, str], word: str, letter: str
) -> None:
    found = of_instruments(*instruments)
    assert (found.official, found.word, found.letter) == (word, word, letter)


@pytest.mark.parametrize(
    ("instruments", "reason"),
    [
        (("96", "97", "98"), "คะแนนรวม ๙๗.๑๐ ไม่ต่ำกว่า ๙๕ และทุกเครื่องมือไม่ต่ำกว่า ๙๕ จึงเป็น ดีเยี่ยม"),
        (("90", "83.1", "100"), "EX ๘๓.๑๐ ต่ำกว่า ๘๕ จึงเป็น พอใช้"),
        (("80", "83.1", "100"), "IN ๘๐.๐๐ และ EX ๘๓.๑๐ ต่ำกว่า ๘๕ จึงเป็น พอใช้"),
        (("90", "90", "90"), "คะแนนรวม ๙๐.๐๐ ต่ำกว่า ๙๕ จึงเป็น ดี"),
        (("60", "60", "60"), "คะแนนรวม ๖๐.๐๐ อยู่ในช่วง ๐–๖๙.๙๙ จึงเป็น เร่งด่วน"),
    ],
)
def test_the_reason_names_what_decided(instruments: tuple[str, str, str], reason: str) -> None:
    assert of_instruments(*instruments).reason == reason


@pytest.mark.parametrize("total", ["60", "71", "74.3", "85", "95"])
@pytest.mark.parametrize("framework", [LETTER_YEAR, WORD_YEAR])
def test_the_cause_does_not_name_the_level_that_the_reason_ends_with(
    total: str, framework: Framework
) -> None:
    found = of_total(total, framework)

    if found.official is not None:
        said = found.reason.removesuffix(f" ({CHECK_THE_MANUAL})")
        cause = found.cause.removesuffix(f" ({CHECK_THE_MANUAL})")
        assert said == f"{cause} จึงเป็น {found.official}"
        assert found.official not in cause


def test_the_reason_of_a_letter_is_its_range() -> None:
    assert of_total("74.3").reason == "คะแนนรวม ๗๔.๓๐ อยู่ในช่วง ๖๕–๗๔.๙๙ จึงเป็น C"
    assert of_total("95").reason == "คะแนนรวม ๙๕.๐๐ ไม่ต่ำกว่า ๙๕ จึงเป็น AA"


def test_an_uncertain_level_says_so() -> None:
    found = of_instruments("80", "80", "80")
    assert found.uncertain
    assert found.reason.endswith(f"({CHECK_THE_MANUAL})")


def test_a_certain_level_does_not() -> None:
    found = of_instruments("90", "90", "90")
    assert not found.uncertain
    assert CHECK_THE_MANUAL not in found.reason


def test_without_a_total_there_is_no_level() -> None:
    assert level(compute(scored(i1="90"), LETTER_YEAR), LETTER_YEAR) is None


def test_a_level_that_hangs_on_an_unknown_instrument_stays_open() -> None:
    found = of_total("90", WORD_YEAR)
    assert (found.official, found.word, found.letter) == (None, None, "A")
    assert "ยังบอกระดับไม่ได้" in found.reason


def test_a_level_that_no_instrument_can_change_is_told() -> None:
    assert of_total("60", WORD_YEAR).official == "เร่งด่วน"


def test_one_known_instrument_may_rule_a_level_out() -> None:
    published = Published(total=Decimal(90), instruments={"EX": Decimal(80)})
    found = level(compute(Assessment(2571), WORD_YEAR, published), WORD_YEAR)
    assert found is not None
    assert found.official == "พอใช้"


percents = st.decimals(0, 100, places=2)
five = st.tuples(percents, percents, percents, percents, percents)


@pytest.mark.parametrize("framework", [LETTER_YEAR, WORD_YEAR])
@given(points=five, which=st.integers(0, 4), more=percents)
def test_more_points_never_lower_a_level(
    framework: Framework, points: tuple[Decimal, ...], which: int, more: Decimal
) -> None:
    raised = list(points)
    raised[which] = max(points[which], more)
    names = [rule.name for rule in framework.official_scale.levels]
    before, after = (
        level(
            compute(scored(**{f"i{n}": str(p) for n, p in enumerate(every, 1)}), framework),
            framework,
        )
        for every in (points, raised)
    )
    assert before is not None
    assert after is not None
    assert names.index(str(after.official)) <= names.index(str(before.official))
