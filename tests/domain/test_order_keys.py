"""Order keys: between any two is another, and a moved entry alone gets a new one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.order_keys import DIGITS, key_between, keys_between, reordered


def ascending(keys: list[str]) -> bool:
    return all(low < high for low, high in pairwise(keys))


@given(st.lists(st.integers(0, 50), max_size=80))
def test_whatever_is_inserted_wherever_stays_in_order(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        low = keys[at - 1] if at else ""
        high = keys[at] if at < len(keys) else ""
        keys.insert(at, key_between(low, high))
    assert ascending(keys)
    assert all(key and set(key) <= set(DIGITS) and key[-1] != "0" for key in keys)


@given(st.integers(0, 70))
def test_a_run_of_keys_fits_between_two(count: int) -> None:
    low, high = keys_between("", "", 2)
    run = keys_between(low, high, count)
    assert len(run) == count
    assert ascending([low, *run, high])


def test_keys_at_an_end_stay_short() -> None:
    keys = keys_between("", "", 1000)
    for _ in range(1000):
        keys.insert(0, key_between("", keys[0]))
    assert ascending(keys)
    assert max(map(len, keys)) == 4


def test_keys_go_on_beyond_the_short_ones() -> None:
    last, first = "zzzz", "0001"
    for _ in range(100):
        later, earlier = key_between(last, ""), key_between("", first)
        assert later > last
        assert earlier < first
        last, first = later, earlier


@pytest.mark.parametrize(("low", "high"), [("b", "a"), ("a", "a")])
def test_nothing_is_between_keys_that_do_not_ascend(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="nothing is between"):
        key_between(low, high)


@given(st.permutations(range(9)))
def test_any_new_order_gets_ascending_keys(order: list[int]) -> None:
    keys = keys_between("", "", len(order))
    new = reordered([keys[at] for at in order])
    assert ascending(new)


@given(st.integers(0, 8), st.integers(0, 8))
def test_one_entry_that_moves_gets_the_only_new_key(start: int, end: int) -> None:
    keys = keys_between("", "", 9)
    moved = list(keys)
    moved.insert(end, moved.pop(start))
    new = reordered(moved)
    assert ascending(new)
    assert sum(was != now for was, now in zip(moved, new, strict=True)) == (start != end)


def test_entries_of_one_key_are_told_apart_when_they_are_ordered_again() -> None:
    (key,) = keys_between("", "", 1)
    assert ascending(reordered([key, "", key]))
