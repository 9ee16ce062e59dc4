"""The net of coordinates over many memos (see :mod:`tests.writers.net`)."""

from __future__ import annotations

import re

import pytest
from tests.writers import net

_NUMBER = re.compile(r"(?<![^ ,ML])-?\d+\.\d\d(?![^ ,])")
NEAR = 0.0101
"""In pt: both values were rounded to 0.01."""


def _numbers_and_rest(line: str) -> tuple[list[float], str]:
    """The coordinates of a line of the net, and all that must be just as it is."""
    before, bar, text = line.partition(" |")
    numbers = [float(number) for number in _NUMBER.findall(before)]
    return numbers, _NUMBER.sub("n", before) + bar + text


def _near(found: list[float], wanted: list[float]) -> bool:
    return all(abs(a - b) < NEAR for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("name", net.CASES)
def test_nothing_on_the_pages_has_moved(name: str) -> None:
    made, stored = net.dumped(name).split("\n"), net.stored(name).split("\n")
    for found, wanted in zip(made, stored, strict=False):
        numbers, rest = _numbers_and_rest(found)
        wanted_numbers, wanted_rest = _numbers_and_rest(wanted)
        assert rest == wanted_rest
        assert _near(numbers, wanted_numbers), f"{found}\nis not where it was:\n{wanted}"
    assert len(made) == len(stored)


def test_a_shift_of_a_fiftieth_of_a_point_is_seen() -> None:
    numbers, _ = _numbers_and_rest("t 85.04 112.00 150.33 20.00 Font |1.00|")
    moved, _ = _numbers_and_rest("t 85.06 112.00 150.33 20.00 Font |1.00|")
    assert not _near(numbers, moved)
    assert len(numbers) == 4
