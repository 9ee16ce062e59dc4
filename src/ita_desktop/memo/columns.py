"""Column widths from the content: as little height as can be, no word cut."""

from collections.abc import Sequence
from typing import NamedTuple

_STEP = 4.0
"""Width is dealt out in steps of so many pt, so that an edit rarely moves a column."""
_SAMPLE = 16
"""Rows that are weighed; more would not change the widths."""
_POWER = 4.0
"""A smooth maximum: the tallest cell of a row makes its height, the next one nearly."""
_RAGGED = 12.0
"""What a ragged line leaves empty on the average: half a word (pt)."""


class Content(NamedTuple):
    """What a cell holds: the natural widths of its items and the widest word (pt).

    ``hang`` is the room that list marks take.
    """

    items: tuple[float, ...]
    widest: float
    hang: float = 0.0


class Bounds(NamedTuple):
    """The least and greatest width of a column (pt)."""

    least: float
    greatest: float


def column_widths(
    rows: Sequence[Sequence[Content]],
    heads: Sequence[float],
    bounds: Sequence[Bounds],
    total: float,
    padding: float,
) -> list[float]:
    """The widths of the columns, adding up to ``total`` pt.

    ``heads`` are the widest words of the head cells; ``padding`` is what a cell
    loses at both sides. No column is narrower than its widest word, unless that
    word is wider than the column may be.
    """
    count = len(bounds)
    widths = []
    for column in range(count):
        word = max([heads[column], *(row[column].widest + row[column].hang for row in rows)])
        limit = bounds[column]
        widths.append(min(max(word + padding, limit.least), limit.greatest))
    spare = total - sum(widths)
    if spare <= 0:
        return _shrink(widths, heads, padding, total)
    sample = rows if len(rows) <= _SAMPLE else rows[:: -(-len(rows) // _SAMPLE)]
    _deal(widths, sample, bounds, spare, padding)
    rest = total - sum(widths)
    if rest > 0:
        # all are at their bounds: let every column grow alike
        widths = [width + rest * width / sum(widths) for width in widths]
    return widths


def _shrink(
    widths: list[float], heads: Sequence[float], padding: float, total: float
) -> list[float]:
    """Takes from the widest columns what is too much, but never a head's word."""
    floors = [head + padding for head in heads]
    over = sum(widths) - total
    give = [max(0.0, width - floor) for width, floor in zip(widths, floors, strict=True)]
    if sum(give) < over:
        return [width * total / sum(widths) for width in widths]
    share = over / sum(give) if sum(give) else 0.0
    return [width - share * room for width, room in zip(widths, give, strict=True)]


def _height(content: Content, width: float) -> float:
    """About how many lines ``content`` takes in ``width`` pt."""
    room = max(width - content.hang - _RAGGED, 1.0)
    lines = 0.0
    for item in content.items:
        lines += max(1.0, item / room)
    return lines


def _deal(
    widths: list[float],
    rows: Sequence[Sequence[Content]],
    bounds: Sequence[Bounds],
    spare: float,
    padding: float,
) -> None:
    """Gives ``spare`` step by step to the column where it saves the most height."""
    count = len(widths)
    powers = [
        [_height(row[c], widths[c] - padding) ** _POWER for c in range(count)] for row in rows
    ]
    while spare > 0:
        step = min(_STEP, spare)
        best, best_gain, best_powers = -1, 0.0, [0.0]
        for column in range(count):
            if widths[column] + step > bounds[column].greatest:
                continue
            gain = 0.0
            column_powers = []
            for row, power in zip(rows, powers, strict=True):
                new = _height(row[column], widths[column] + step - padding) ** _POWER
                column_powers.append(new)
                old_sum = sum(power)
                gain += old_sum ** (1 / _POWER) - (old_sum - power[column] + new) ** (1 / _POWER)
            if gain > best_gain or best < 0:
                best, best_gain, best_powers = column, gain, column_powers
        if best < 0:
            return
        widths[best] += step
        for power, new in zip(powers, best_powers, strict=True):
            power[best] = new
        spare -= step
