"""A library of measures to choose from, and the search in it by Thai words.

An entry is advice: its examples of outputs and outcomes show what a good report says
and never become an agency's own results.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from ita_desktop.domain.case import Measure
from ita_desktop.domain.frameworks import NUMBER_PATTERN
from ita_desktop.thai.cleanup import normalise
from ita_desktop.thai.digits import to_ascii_digits
from ita_desktop.thai.words import is_run, segment, standard_dictionary

_PIECES = re.compile(r"[\u0e01-\u0e4e]+|[a-z0-9]+(?:\.[0-9]+)?")
_NUMBER = re.compile(NUMBER_PATTERN)
# Words that nearly every entry or question has: they say nothing of what is sought.
_EMPTY_WORDS = frozenset(
    ("มาตรการ", "ตัวชี้วัด", "ตัวชี้วัดย่อย", "ข้อ", "ด้าน", "เรื่อง", "เกี่ยวกับ", "การ", "ความ", "และ")
) | {"หรือ", "ของ", "ใน", "ที่", "ให้", "ได้", "เพื่อ", "กับ", "โดย", "ไม่", "มี", "เป็น"}
_NAME, _KEYWORDS, _PURPOSE, _TEXT = 8.0, 6.0, 4.0, 1.0
"""What a word counts by the field that holds it."""
_ALIKE = 0.6
"""With this share of its letter pairs a word stands somewhere, if misspelt."""
_LONGEST_QUESTION = 300
"""Letters of a question that are looked at; nobody seeks with more."""


class EntryKind(Enum):
    """Where an entry belongs: the standard measures, those for one indicator, the user's."""

    STANDARD = "standard"
    INDICATOR = "indicator"
    OWN = "own"


class LibraryMeasure(NamedTuple):
    """An entry; ``id`` names it in files (``a-z0-9-``), ``purpose`` says why one takes it.

    ``indicators`` are the numbers that it serves, the most fitting first; ``keywords``
    what else people call the matter. ``outputs`` and ``outcomes`` are examples.
    """

    id: str
    name: str
    kind: EntryKind | None = None
    indicators: tuple[str, ...] = ()
    purpose: str = ""
    keywords: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    monitoring: str = ""
    outputs: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()

    def as_measure(self) -> Measure:
        """The entry as a measure of a case, without any result."""
        return Measure(**{name: getattr(self, name) for name in _SHARED})


_SHARED = tuple(
    [name for name in LibraryMeasure._fields if name != "id" and name in Measure._fields]
)
"""What a measure of a case and an entry say alike."""


def entry_of(measure: Measure, entry_id: str) -> LibraryMeasure:
    """A measure of a case as an entry of the user's own; its results become examples."""
    return LibraryMeasure(
        id=entry_id,
        kind=EntryKind.OWN,
        **{name: getattr(measure, name) for name in _SHARED},
        outputs=_lines(result.output for result in measure.results),
        outcomes=_lines(result.outcome for result in measure.results),
    )


def serving(entries: Iterable[LibraryMeasure], number: str) -> tuple[LibraryMeasure, ...]:
    """The entries for an indicator (``10``) or sub-indicator (``10.1``), the most fitting first.

    A sub-indicator is served by what names it, then by what names its indicator: the
    sub-indicators are cut anew in some years.
    """
    ranked = [(rank, entry) for entry in entries if (rank := _serves(entry, number)) is not None]
    return tuple(entry for _, entry in sorted(ranked, key=lambda pair: pair[0]))


def _serves(entry: LibraryMeasure, number: str) -> int | None:
    """The place of *number* among what *entry* serves; None where it does not."""
    whole = number.partition(".")[0]
    for place, served in enumerate(entry.indicators):
        if served in (number, whole) or (whole == number and served.startswith(f"{number}.")):
            return place
    return None


def search(entries: Sequence[LibraryMeasure], question: str) -> tuple[LibraryMeasure, ...]:
    """The entries that answer *question*, the best first; all for one that says nothing.

    A question is words in any order (``ร้องเรียน โปร่งใส``), a sentence, or the number of
    an indicator (``ตัวชี้วัดที่ ๑๐``). Entries with all its words come alone; where no
    entry has them all, those with some; where none has any, those with a word alike.
    """
    words = _words(question)
    # 30 may be an indicator's number, or that of days.
    numbers = [word for word in words if _NUMBER.fullmatch(word) and serving(entries, word)]
    words = [word for word in words if word not in numbers]
    for number in numbers:
        entries = serving(entries, number)
    if not words:
        return tuple(entries)
    fields = [(entry, _fields(entry)) for entry in entries]
    return _with_words(fields, words) or _with_alike(fields, words)


_Fields = tuple[tuple[str, float], ...]


def _with_words(
    fields: Sequence[tuple[LibraryMeasure, _Fields]], words: Sequence[str]
) -> tuple[LibraryMeasure, ...]:
    found = [[_weight(texts, word) for word in words] for _, texts in fields]
    # A word that few entries have tells more than one that many have.
    having = [max(1, sum(row[column] > 0 for row in found)) for column in range(len(words))]
    most = max((sum(weight > 0 for weight in row) for row in found), default=0)
    ranked = [
        (sum(weight / count for weight, count in zip(row, having, strict=True)), entry)
        for row, (entry, _) in zip(found, fields, strict=True)
        if most and sum(weight > 0 for weight in row) == most
    ]
    return tuple(entry for _, entry in sorted(ranked, key=lambda pair: -pair[0]))


def _with_alike(
    fields: Sequence[tuple[LibraryMeasure, _Fields]], words: Sequence[str]
) -> tuple[LibraryMeasure, ...]:
    """Entries with a name or keyword that looks like what was sought, the likest first."""
    sought = _pairs("".join(words))
    ranked = []
    for entry, _ in fields:
        names = [*_plain(entry.name).split(), *map(_plain, entry.keywords)]
        alike = max((_share(sought, _pairs(name)) for name in names), default=0.0)
        if alike >= _ALIKE:
            ranked.append((alike, entry))
    return tuple(entry for _, entry in sorted(ranked, key=lambda pair: -pair[0]))


def _weight(texts: _Fields, word: str) -> float:
    return max((weight for text, weight in texts if word in text), default=0.0)


def _fields(entry: LibraryMeasure) -> _Fields:
    """The texts of an entry as they are searched, each with what a word in it counts."""
    rest = (*entry.guidelines, *entry.steps, *entry.responsible, entry.monitoring)
    return (
        (_plain(entry.name), _NAME),
        (_plain(" ".join(entry.keywords)), _KEYWORDS),
        (_plain(entry.purpose), _PURPOSE),
        (_plain(" ".join((*rest, *entry.outputs, *entry.outcomes))), _TEXT),
    )


def _words(question: str) -> list[str]:
    """The words of *question* that say something, each once."""
    found: dict[str, None] = {}
    for piece in _PIECES.findall(_plain(question)[:_LONGEST_QUESTION]):
        found.update(dict.fromkeys(part for part in _parts(piece) if part not in _EMPTY_WORDS))
    return list(found)


def _parts(piece: str) -> list[str]:
    """The words of *piece*; one that the dictionary cannot read stays whole.

    It is misspelt or a name: its letters one by one would be found everywhere.
    """
    if not is_run(piece):
        return [piece]
    dictionary = standard_dictionary()
    parts = segment(piece, dictionary)
    return parts if all(map(dictionary.knows, parts)) else [piece]


def _plain(text: str) -> str:
    """*text* as it is compared: cleaned up, in small letters and ASCII digits."""
    return to_ascii_digits(normalise(text).lower())


def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[at : at + 2] for at in range(len(word) - 1))


def _share(sought: frozenset[str], held: frozenset[str]) -> float:
    """The share of the letter pairs *sought* that are *held*, 0-1."""
    return len(sought & held) / len(sought) if sought else 0.0


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    """The lines of *texts* that hold anything, each once."""
    lines = (line.strip() for text in texts for line in text.split("\n"))
    return tuple(dict.fromkeys(line for line in lines if line))
