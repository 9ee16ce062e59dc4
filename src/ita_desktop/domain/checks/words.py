"""How findings put things: names in quotation marks, numbers in Thai digits, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ita_desktop.thai.dates import long_date
from ita_desktop.thai.digits import thai_number

_LONGEST = 60
_MARK = re.compile("[\u0e30-\u0e3a\u0e45-\u0e4e]")
_ODD = "\N{REPLACEMENT CHARACTER}"


def quoted(text: str) -> str:
    """``“…”``: a text of the user's on one printable line, shortened where it is long."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        line = line[: _letter_at(line, _LONGEST - 1)] + "…"
    return "“" + "".join(sign if sign.isprintable() else _ODD for sign in line) + "”"


def quoted_part(text: str, start: int, end: int, before: int = 16, after: int = 16) -> str:
    """``“…”``: a part of a text with so many letters around it, cut at letters' edges."""
    first = _letter_at(text, max(0, start - before))
    last = _letter_at(text, min(len(text), end + after))
    part = ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
    return quoted(part)


def differing(one: str, other: str) -> tuple[str, str]:
    """Two nearly equal texts, quoted where they differ."""
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    return (
        quoted_part(one, start, len(one) - end),
        quoted_part(other, start, len(other) - end),
    )


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _letter_at(text: str, index: int) -> int:
    """``index``, or the place before it where a letter with its marks begins."""
    while 0 < index < len(text) and _MARK.match(text[index]):
        index -= 1
    return index


def number(value: int | str) -> str:
    """A number in Thai digits."""
    return thai_number(value)


def day(value: date) -> str:
    """A day as memos print it."""
    return long_date(value)


def listed(parts: Iterable[str]) -> str:
    """``ก ข และค``."""
    texts = list(parts)
    if len(texts) < 2:
        return "".join(texts)
    return f"{' '.join(texts[:-1])} และ {texts[-1]}"
