"""Thai text for widgets that break lines at spaces only, as Qt does on Windows."""

from __future__ import annotations

from functools import lru_cache

from ita_desktop.thai.breaks import BreakKind, opportunities
from ita_desktop.thai.words import standard_dictionary

ZERO_WIDTH_SPACE = "\u200b"


@lru_cache(maxsize=2000)
def breakable(text: str) -> str:
    """*text* with an invisible space wherever a line may well end.

    For showing only: it must never reach data or the clipboard (:func:`unbroken`).
    """
    lines = [_breakable_line(line) for line in text.split("\n")]
    return "\n".join(lines)


def unbroken(text: str) -> str:
    """What :func:`breakable` was given."""
    return text.replace(ZERO_WIDTH_SPACE, "")


def _breakable_line(line: str) -> str:
    if line.isascii():
        return line
    pieces: list[str] = []
    start = 0
    for found in opportunities(line, standard_dictionary()):
        if found.kind in (BreakKind.WORD, BreakKind.WEAK):
            pieces.append(line[start : found.offset])
            start = found.offset
    pieces.append(line[start:])
    return ZERO_WIDTH_SPACE.join(pieces)
