"""Column widths from the content: as little height as can be, no word cut."""

from bisect import bisect_right
from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

_STRIDES = (4.0, 8.0, 16.0, 32.0)
"""Width is dealt out in steps of so many pt: small ones, so that all gain; large ones,
since a long name fits all at once or not at all."""
_SAMPLE = 12
"""Rows that are weighed; more would not change the widths."""
_HAIR = 0.01
_POWER = 4
"""A smooth maximum (the fourth root of a sum of fourth powers): the tallest cell of a
row makes its height, the next one nearly."""
_RAGGED = 12.0
"""What a ragged line leaves empty on the average: half a word (pt)."""
_CUT = 1.5
"""What cutting a name, a date or the like costs, in lines of height."""


class Content(NamedTuple):
    """What a cell holds: the natural widths of its items and the widest word (pt).

    ``hang`` is the room that list marks take; ``pieces`` are the widths of what
    a line should not break but may where it must: names, dates, phrases.
    """

    items: tuple[float, ...]
    widest: float
    hang: float = 0.0
    pieces: tuple[float, ...] = ()


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
    return _fill(widths, bounds, total)


def _fill(widths: list[float], bounds: Sequence[Bounds], total: float) -> list[float]:
    """Gives what no one needs to all columns, within their bounds as far as that goes."""
    rest = total - sum(widths)
    room = [max(0.0, b.greatest - w) for w, b in zip(widths, bounds, strict=True)]
    share = min(1.0, rest / sum(room)) if sum(room) else 0.0
    widths = [width + share * more for width, more in zip(widths, room, strict=True)]
    return [width * total / sum(widths) for width in widths]


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
    """Gives ``spare`` step by step to the column where it saves the most height and cuts."""
    columns = [
        _Share([row[c] for row in rows], widths[c], bounds[c].greatest, padding)
        for c in range(len(widths))
    ]
    sums = [sum(share.powers[r] for share in columns) for r in range(len(rows))]
    while spare > 0:
        heights = [sqrt(sqrt(total)) for total in sums]
        offers = [
            (share.gain(step, sums, heights) / step, number, step)
            for number, share in enumerate(columns)
            for step in (*_STRIDES, *share.to_next_piece())
            if step <= max(spare, _STRIDES[0]) and share.width + step <= share.greatest
        ]
        if not offers:
            break
        gain, number, step = max(offers)
        if gain <= 0:
            break  # no one needs more; what is left goes to all alike
        share = columns[number]
        step = min(step, spare)
        old = share.powers
        share.grow(step)
        sums = [t - o + n for t, o, n in zip(sums, old, share.powers, strict=True)]
        spare -= step
    widths[:] = [share.width for share in columns]


class _Share:
    """A column while width is dealt out, with what its cells take in the present width."""

    __slots__ = ("_cells", "_padding", "_pieces", "_seen", "greatest", "powers", "width")

    def __init__(
        self, cells: Sequence[Content], width: float, greatest: float, padding: float
    ) -> None:
        self._cells = cells
        self._padding = padding
        self._pieces = sorted([p + cell.hang + padding for cell in cells for p in cell.pieces])
        self._seen: dict[float, list[float]] = {}
        self.width = width
        self.greatest = greatest
        self.powers = self._powers_at(width)

    def _powers_at(self, width: float) -> list[float]:
        """The fourth powers of the cells' heights in ``width`` pt."""
        powers = self._seen.get(width)
        if powers is None:
            powers = [_height(cell, width - self._padding) ** _POWER for cell in self._cells]
            self._seen[width] = powers
        return powers

    def gain(self, step: float, sums: Sequence[float], heights: Sequence[float]) -> float:
        """The lines of height saved by ``step`` pt more, cuts saved included.

        ``heights`` are the rows' present heights, the fourth roots of ``sums``.
        """
        wider = self.width + step
        gain = _CUT * (bisect_right(self._pieces, wider) - bisect_right(self._pieces, self.width))
        powers = self._powers_at(wider)
        for total, height, old, new in zip(sums, heights, self.powers, powers, strict=True):
            gain += height - sqrt(sqrt(max(total - old + new, 0.0)))
        return gain

    def to_next_piece(self) -> list[float]:
        """The step that makes the next wider piece fit, if there is one."""
        index = bisect_right(self._pieces, self.width)
        return [self._pieces[index] - self.width + _HAIR] if index < len(self._pieces) else []

    def grow(self, step: float) -> None:
        self.width += step
        self.powers = self._powers_at(self.width)
