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

_NEVER = 1 << 60

PREFIX = 3
"""Entries are kept by their first letters, so that only those in use are read."""

Bucket = tuple[int, dict[str, int]]
"""The length of the longest entry, and the entries with their costs."""


def is_run(text: str) -> bool:
    """Whether ``text`` is nothing but Thai letters and marks."""
    return all("\u0e01" <= letter <= "\u0e4e" for letter in text)


class Dictionary(dict[str, Bucket]):
    """Words with their costs, and the places inside long ones where a line may break.

    Maps the first three letters of a word to its bucket; a word of one or two
    letters is in :attr:`short`, and in every bucket that it could begin.
    ``lines`` holds the entries as they stand in the file, by the same first
    letters, in UTF-8: ``letters word cost word cost …``, where ``|`` in a word
    marks a place at which it may be broken. A bucket is read when it is first
    asked for, since a memo needs a tenth of them, and never changed afterwards: any
    number of threads may read one dictionary.
    """

    __slots__ = ("_marked", "lines", "phrases", "short")

    def __init__(self, lines: Mapping[bytes, bytes], short: dict[str, int]) -> None:
        super().__init__()
        self.lines = lines
        self.short = short
        self.phrases: tuple[str, ...] = ()
        """Own words with spaces, periods or Latin in them, which no run of letters holds."""
        self._marked: dict[str, str] = {}

    def __missing__(self, prefix: str) -> Bucket:
        line = self.lines.get(prefix.encode("utf-8", "replace"), b"").decode("utf-8")
        fields = line.split()
        words = fields[1::2]
        if "|" in line:
            for index, word in enumerate(words):
                if "|" in word:
                    words[index] = word.replace("|", "")
                    self._marked[words[index]] = word
        entries = dict(zip(words, map(int, fields[2::2]), strict=True))
        for start in (prefix[:1], prefix[: PREFIX - 1]):
            if start in self.short:
                entries[start] = self.short[start]
        bucket = (max(map(len, entries), default=0), entries)
        self[prefix] = bucket
        return bucket

    def inner(self, word: str) -> list[int]:
        """The offsets in ``word``, a word that :func:`segment` found, at which it may be broken."""
        offsets, at = [], 0
        for part in self._marked.get(word, "").split("|")[:-1]:
            at += len(part)
            offsets.append(at)
        return offsets

    def knows(self, word: str) -> bool:
        return word in self.short or word in self[word[:PREFIX]][1]

    def with_words(self, words: Iterable[str]) -> Dictionary:
        """A dictionary that also knows ``words``, each never broken."""
        own = sorted(words, key=len)
        copy = Dictionary(self.lines, self.short.copy())
        copy.phrases = tuple([word for word in own if not is_run(word)])
        for word in own:
            if len(word) < PREFIX:
                copy.short[word] = OWN_WORD_COST
                continue
            reach, entries = copy[word[:PREFIX]]
            entries[word] = OWN_WORD_COST
            copy[word[:PREFIX]] = (max(reach, len(word)), entries)
            copy._marked.pop(word, None)
        return copy


@lru_cache(maxsize=1)
def standard_dictionary() -> Dictionary:
    """The dictionary that ships with the program (see tools/build_dictionary.py).

    The first line holds the entries of one and two letters, every other line
    three letters and the entries that begin with them.
    """
    data = resource_path("dictionary", "thai.txt").read_bytes()
    first, *lines = data.rstrip().split(b"\n")
    fields = first.decode("utf-8").split()
    short = dict(zip(fields[::2], map(int, fields[1::2]), strict=True))
    letters = len("ก".encode()) * PREFIX
    return Dictionary({line[:letters]: line for line in lines}, short)


class _Without:
    """A dictionary as if it did not hold one word."""

    def __init__(self, dictionary: Dictionary, word: str) -> None:
        self._dictionary = dictionary
        reach, entries = dictionary[word[:PREFIX]]
        self._prefix = word[:PREFIX]
        self._bucket = (reach, {entry: cost for entry, cost in entries.items() if entry != word})

    def __getitem__(self, prefix: str) -> Bucket:
        return self._bucket if prefix == self._prefix else self._dictionary[prefix]


def segment(run: str, dictionary: Dictionary | _Without) -> list[str]:
    """The words of ``run``, in order; their concatenation is ``run``.

    What no entry covers comes out cluster by cluster, and only where the whole
    run cannot be read by entries alone.
    """
    ends = [0]
    ends += [match.end() for match in CLUSTER.finditer(run)]
    back = _cheapest(run, ends, dictionary, _NEVER)
    if not back:
        back = _cheapest(run, ends, dictionary, UNKNOWN_COST)
    words = []
    j = len(ends) - 1
    while j > 0:
        i = back[j]
        words.append(run[ends[i] : ends[j]])
        j = i
    words.reverse()
    return words


def _cheapest(
    run: str, ends: list[int], dictionary: Dictionary | _Without, unknown: int
) -> list[int]:
    """For each of ``ends`` the one before it on the cheapest way; empty: there is no way."""
    count = len(ends)
    best = [_NEVER] * (count + 1)
    best[0] = 0
    back = [0] * count
    for i in range(count - 1):
        so_far = best[i]
        if so_far >= best[i + 1] or so_far >= best[i + 2]:
            # no way leads here, or one that is dearer than one that leads farther
            continue
        start = ends[i]
        if so_far + unknown < best[i + 1]:
            best[i + 1] = so_far + unknown
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
    return back if best[count - 1] < _NEVER else []


def parts(word: str, dictionary: Dictionary) -> list[str]:
    """What ``word`` is made of, without its own entry; for a word too wide for its line."""
    return [word] if len(word) < PREFIX else segment(word, _Without(dictionary, word))
