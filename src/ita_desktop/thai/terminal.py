"""Thai text in columns on a terminal: marks above and below take no cell of their own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

_MARKS = frozenset(map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))))
_GAP = "  "


def cells(text: str) -> int:
    """How many cells of a terminal *text* takes."""
    return sum(sign not in _MARKS for sign in text)


def aligned(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> list[str]:
    """Return *rows*, all of one length, as lines with their columns aligned.

    The columns of the indices *right* are set flush right, as numbers are.
    """
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    return [
        _GAP.join(
            _padded(text, width, index in right)
            for index, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _padded(text: str, width: int, flush_right: bool) -> str:
    padding = " " * (width - cells(text))
    return padding + text if flush_right else text + padding
