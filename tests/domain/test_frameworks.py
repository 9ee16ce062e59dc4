"""A framework tells its parts, their names and their weight."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.made_frameworks import LETTER_YEAR, LETTERS, OPEN_DATA, WORD_YEAR, WORDS

from ita_desktop.domain.frameworks import NUMBER_PATTERN, number_order


def test_parts_are_found_by_what_calls_them() -> None:
    assert LETTER_YEAR.indicator(4) is OPEN_DATA
    sub, item, instrument = (
        LETTER_YEAR.sub_indicator("4.2"),
        LETTER_YEAR.item("O8"),
        LETTER_YEAR.instrument("EX"),
    )
    assert sub is not None
    assert item is not None
    assert instrument is not None
    assert (sub.name, item.name, instrument.name) == ("บริหาร", "ข้อ 8", "ภายนอก")


def test_what_the_year_does_not_have_is_none() -> None:
    assert LETTER_YEAR.indicator(9) is None
    assert LETTER_YEAR.sub_indicator("4.3") is None
    assert LETTER_YEAR.item("O9") is None
    assert LETTER_YEAR.instrument("IIT") is None
    assert LETTER_YEAR.name_of("O9") == ""


def test_every_part_has_its_name() -> None:
    names = [LETTER_YEAR.name_of(number) for number in ("IN", "4", "4.1", "O5")]
    assert names == ["ภายใน", "ข้อมูล", "พื้นฐาน", "ข้อ 5"]


def test_items_come_in_order() -> None:
    assert [item.code for item in LETTER_YEAR.items] == [f"O{number}" for number in range(1, 9)]
    assert [item.code for item in OPEN_DATA.items] == ["O1", "O2", "O3", "O4", "O5"]


def test_an_indicator_weighs_its_part_of_its_instrument() -> None:
    weights = [LETTER_YEAR.weight(number) for number in (1, 3, 4, 9)]
    assert weights == [Decimal("0.15"), Decimal("0.3"), Decimal("0.2"), Decimal(0)]


def test_the_official_scale_is_the_one_that_the_year_names() -> None:
    assert LETTER_YEAR.official_scale is LETTERS
    assert WORD_YEAR.official_scale is WORDS


def test_what_rests_on_doubt_is_the_doubtful_and_what_holds_it() -> None:
    first, *others = OPEN_DATA.sub_indicators
    doubted = first._replace(items=(first.items[0]._replace(uncertain=True), *first.items[1:]))
    open_data = OPEN_DATA._replace(sub_indicators=(doubted, *others))
    public = LETTER_YEAR.instruments[2]
    changed = public._replace(indicators=(open_data, *public.indicators[1:]))
    year = LETTER_YEAR._replace(instruments=(*LETTER_YEAR.instruments[:2], changed))

    assert year.uncertain_parts == {"O1"}
    assert [n for n in ("4", "4.1", "4.2", "5", "1", "O1") if year.rests_on_doubt(n)] == [
        "4",
        "4.1",
        "O1",
    ]
    assert LETTER_YEAR._replace(uncertain=True).rests_on_doubt("1")


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(0, 99))))
def test_numbers_sort_by_value(parts: list[tuple[int, int]]) -> None:
    numbers = [f"{whole}.{part}" if part else str(whole) for whole, part in parts]
    ordered = [f"{whole}.{part}" if part else str(whole) for whole, part in sorted(parts)]
    assert sorted(numbers, key=number_order) == ordered


@pytest.mark.parametrize("text", ["1", "99", "10.1", "10.10", "99.99"])
def test_what_is_a_number(text: str) -> None:
    assert re.fullmatch(NUMBER_PATTERN, text)


@pytest.mark.parametrize("text", ["0", "100", "01", "10.", "10.0", "10.100", "O42", "๑"])
def test_what_is_none(text: str) -> None:
    assert not re.fullmatch(NUMBER_PATTERN, text)
