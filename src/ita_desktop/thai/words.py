"""Words of a run of Thai letters: the likeliest reading by a weighted dictionary.

Longest-match segmenters read ``รายงานการ`` as ``ราย|งานการ``. Here every entry
has a cost (the rarer, the dearer) and the cheapest path wins, found by dynamic
programming over character clusters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from ita_desktop.resources import resource_path
from ita_desktop.thai.clusters import CLUSTER

UNKNOWN_COST = 120
"""What one cluster outside every word costs, in the units of the dictionary."""

OWN_WORD_COST = 8
"""What a user's own word costs: less than any two words that it could be read as."""

PREFIX = 3
"""Entries are kept by their first letters, so that only those in use are read."""

Bucket = tuple[int, dict[str, int]]
"""The length of the longest entry, and the entries with their costs."""


class Dictionary(dict[str, Bucket]):
    """Words with their costs, and the places inside long ones where a line may break.

    Maps the first three letters of a word to its bucket; a word of one or two
    letters is in :attr:`short`, and in every bucket that it could begin.
    ``lines`` holds the entries as they stand in the file, by the same first
    letters: ``letters word cost word cost …``, where ``|`` in a word marks a
    place at which it may be broken. A bucket is read when it is
    first asked for, since a memo needs a tenth of them.
    """

    __slots__ = ("inner", "lines", "short")

    def __init__(self, lines: Mapping[str, str], short: dict[str, int]) -> None:
        super().__init__()
        self.lines = lines
        self.short = short
        self.inner: dict[str, tuple[int, ...]] = {}

    def __missing__(self, prefix: str) -> Bucket:
        fields = self.lines.get(prefix, "").split()
        words = fields[1::2]
        for index, word in enumerate(words):
            if "|" in word:
                words[index] = self._mark(word)
        entries = dict(zip(words, map(int, fields[2::2]), strict=True))
        for start in (prefix[:1], prefix[: PREFIX - 1]):
            if start in self.short:
                entries[start] = self.short[start]
        bucket = (max(map(len, entries), default=0), entries)
        self[prefix] = bucket
        return bucket

    def _mark(self, entry: str) -> str:
        """Notes the inner breaks of ``entry`` and returns the word itself."""
        offsets, at = [], 0
        for part in entry.split("|")[:-1]:
            at += len(part)
            offsets.append(at)
        word = entry.replace("|", "")
        self.inner[word] = tuple(offsets)
        return word

    def knows(self, word: str) -> bool:
        return word in self.short or word in self[word[:PREFIX]][1]

    def with_words(self, words: Iterable[str]) -> Dictionary:
        """A dictionary that also knows ``words``, each never broken."""
        own = sorted(words, key=len)
        copy = Dictionary(self.lines, self.short.copy())
        for word in own:
            if len(word) < PREFIX:
                copy.short[word] = OWN_WORD_COST
                continue
            reach, entries = copy[word[:PREFIX]]
            entries[word] = OWN_WORD_COST
            copy[word[:PREFIX]] = (max(reach, len(word)), entries)
            copy.inner.pop(word, None)
        return copy


@lru_cache(maxsize=1)
def standard_dictionary() -> Dictionary:
    """The dictionary that ships with the program (see tools/build_dictionary.py).

    The first line holds the entries of one and two letters, every other line
    three letters and the entries that begin with them.
    """
    text = resource_path("dictionary", "thai.txt").read_text(encoding="utf-8")
    first, *lines = text.rstrip("\n").split("\n")
    fields = first.split()
    short = dict(zip(fields[::2], map(int, fields[1::2]), strict=True))
    return Dictionary({line[:PREFIX]: line for line in lines}, short)


def segment(run: str, dictionary: Dictionary) -> list[str]:
    """The words of ``run``, in order; their concatenation is ``run``.

    What no entry covers comes out cluster by cluster.
    """
    ends = [0]
    ends += [match.end() for match in CLUSTER.finditer(run)]
    count = len(ends)
    best = [1 << 60] * count
    best[0] = 0
    back = [0] * count
    for i in range(count - 1):
        start = ends[i]
        so_far = best[i]
        if so_far + UNKNOWN_COST < best[i + 1]:
            best[i + 1] = so_far + UNKNOWN_COST
            back[i + 1] = i
        reach, entries = dictionary[run[start : start + PREFIX]]
        limit = start + reach
        for j in range(i + 1, count):
            end = ends[j]
            if end > limit:
                break
            cost = entries.get(run[start:end])
            if cost is not None and so_far + cost < best[j]:
                best[j] = so_far + cost
                back[j] = i
    words = []
    j = count - 1
    while j > 0:
        i = back[j]
        words.append(run[ends[i] : ends[j]])
        j = i
    words.reverse()
    return words


def parts(word: str, dictionary: Dictionary) -> list[str]:
    """What ``word`` is made of, without its own entry; for a word too wide for its line."""
    if len(word) < PREFIX:
        return [word]
    reach, entries = dictionary[word[:PREFIX]]
    without = {entry: cost for entry, cost in entries.items() if entry != word}
    dictionary[word[:PREFIX]] = (reach, without)
    try:
        return segment(word, dictionary)
    finally:
        dictionary[word[:PREFIX]] = (reach, entries)
