"""Widths of columns: they fill the table, keep their bounds, and cut no word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ita_desktop.typesetting.column_widths import Bounds, Content, column_widths

TOTAL = 453.5
PADDING = 9.2

contents = st.builds(
    Content,
    items=st.lists(st.floats(0, 4000), max_size=5).map(tuple),
    widest=st.floats(0, 120),
    hang=st.floats(0, 20),
)


@st.composite
def tables(
    draw: st.DrawFn,
) -> tuple[list[list[Content]], list[float], list[Bounds]]:
    count = draw(st.integers(1, 6))
    rows = draw(st.lists(st.lists(contents, min_size=count, max_size=count), max_size=6))
    heads = draw(st.lists(st.floats(5, 60), min_size=count, max_size=count))
    least = draw(st.lists(st.floats(0.02, 0.3), min_size=count, max_size=count))
    more = draw(st.lists(st.floats(0.0, 0.6), min_size=count, max_size=count))
    bounds = [Bounds(a * TOTAL, (a + b) * TOTAL) for a, b in zip(least, more, strict=True)]
    return rows, heads, bounds


@given(table=tables())
def test_the_widths_are_the_table(
    table: tuple[list[list[Content]], list[float], list[Bounds]],
) -> None:
    rows, heads, bounds = table

    widths = column_widths(rows, heads, bounds, TOTAL, PADDING)

    assert len(widths) == len(bounds)
    assert sum(widths) == pytest.approx(TOTAL, abs=0.01)
    assert all(width > 0 for width in widths)


@given(table=tables())
def test_bounds_hold_wherever_they_can(
    table: tuple[list[list[Content]], list[float], list[Bounds]],
) -> None:
    rows, heads, bounds = table
    words = _words(rows, heads)
    wished = [
        min(max(word, bound.least), bound.greatest)
        for word, bound in zip(words, bounds, strict=True)
    ]
    assume(sum(wished) <= TOTAL <= sum(bound.greatest for bound in bounds))

    widths = column_widths(rows, heads, bounds, TOTAL, PADDING)

    for width, bound, wish in zip(widths, bounds, wished, strict=True):
        # what is dealt out comes in steps; a remainder smaller than one goes to all
        assert width >= wish - 0.01
        assert width <= bound.greatest * 1.05 + 4


@given(table=tables())
def test_the_widest_word_fits_where_its_column_may_be_so_wide(
    table: tuple[list[list[Content]], list[float], list[Bounds]],
) -> None:
    rows, heads, bounds = table
    words = _words(rows, heads)
    assume(sum(max(w, b.least) for w, b in zip(words, bounds, strict=True)) <= TOTAL)
    assume(all(w <= b.greatest for w, b in zip(words, bounds, strict=True)))

    widths = column_widths(rows, heads, bounds, TOTAL, PADDING)

    assert all(width >= word - 0.01 for width, word in zip(widths, words, strict=True))


@given(table=tables())
def test_where_all_is_too_wide_the_heads_words_still_fit(
    table: tuple[list[list[Content]], list[float], list[Bounds]],
) -> None:
    rows, heads, bounds = table
    assume(all(head + PADDING <= b.greatest for head, b in zip(heads, bounds, strict=True)))
    assume(sum(heads) + PADDING * len(heads) <= TOTAL)

    widths = column_widths(rows, heads, bounds, TOTAL, PADDING)

    for width, head in zip(widths, heads, strict=True):
        assert width >= head + PADDING - 0.01


def test_the_longer_text_gets_the_wider_column() -> None:
    long, short = Content((900.0,), 40.0), Content((90.0,), 40.0)
    bounds = [Bounds(20, 400)] * 3

    widths = column_widths([[short, long, short]], [20.0] * 3, bounds, TOTAL, PADDING)

    assert widths[1] > 2 * max(widths[0], widths[2])


def test_more_text_never_makes_a_column_narrower() -> None:
    bounds = [Bounds(20, 400)] * 2
    found = [
        column_widths(
            [[Content((length,), 30.0), Content((500.0,), 30.0)]],
            [20.0] * 2,
            bounds,
            TOTAL,
            PADDING,
        )[0]
        for length in (100.0, 300.0, 600.0, 1200.0, 2400.0)
    ]

    assert all(a <= b for a, b in pairwise(found))


def test_a_table_without_rows_has_widths_too() -> None:
    widths = column_widths([], [40.0, 20.0], [Bounds(50, 300), Bounds(50, 300)], 300.0, PADDING)

    assert sum(widths) == pytest.approx(300.0)


def _words(rows: list[list[Content]], heads: list[float]) -> list[float]:
    """The least width of each column that cuts no word."""
    return [
        max([head, *(row[column].widest + row[column].hang for row in rows)]) + PADDING
        for column, head in enumerate(heads)
    ]
