"""Finds words that a space tore in two, by the dictionary and only where that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.thai.words import PREFIX, UNKNOWN_COST, Dictionary, segment

_GAP = re.compile("([\u0e01-\u0e4e]+)( +)(?=([\u0e01-\u0e4e]+))")
_REACH = 24
"""Letters on each side of the gap that are read."""
_SHORTEST = 5
"""Letters: a shorter word may come about by chance."""
_DEARER = 50
"""How much dearer, in the units of the dictionary, the halves must be than the whole.

Below it lie words that are written in two as well (สำนัก ปลัด, พัฒนา การ). Of 900
lines of official prose none is taken for torn; of their words torn at random three
in four are found.
"""

_ALWAYS_WHOLE = frozenset(["มาตรการ", "ดำเนินการ", "คุณธรรม", "ป้องกัน", "ตัวชี้วัด", "เว็บไซต์", "สินบน"])
"""Words of every such paper whose halves are common and yet never meant."""


def torn_words(text: str, dictionary: Dictionary) -> Iterator[tuple[int, int]]:
    """The spans of spaces that stand inside a word: ``ประ ชาชน``.

    Both sides of the space together are a word, and by themselves none or rare ones.
    """
    for match in _GAP.finditer(text):
        if _is_torn(match[1][-_REACH:], match[3][:_REACH], dictionary):
            yield match.span(2)


def _is_torn(left: str, right: str, dictionary: Dictionary) -> bool:
    before, after = segment(left, dictionary)[-1], segment(right, dictionary)[0]
    start = 0
    for word in segment(left + right, dictionary):
        end = start + len(word)
        if start < len(left) < end:
            # A longer word that is known stands on its own: ผลการเรียน, not เรียน.
            whole_before = len(before) <= len(left) - start or not dictionary.knows(before)
            whole_after = len(after) <= end - len(left) or not dictionary.knows(after)
            halves = _cost(before, dictionary) + _cost(after, dictionary)
            dearer = halves - _cost(word, dictionary) >= _DEARER or word in _ALWAYS_WHOLE
            return len(word) >= _SHORTEST and whole_before and whole_after and dearer
        start = end
    return False


def _cost(word: str, dictionary: Dictionary) -> int:
    if len(word) < PREFIX:
        return dictionary.short.get(word, UNKNOWN_COST)
    return dictionary[word[:PREFIX]][1].get(word, UNKNOWN_COST)
