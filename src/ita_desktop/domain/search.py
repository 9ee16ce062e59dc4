"""Finds words anywhere in a case: in which place they stand, and in what surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ita_desktop.domain.case import Case, Measure, Paper, Result
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.path_labels import path_label
from ita_desktop.thai.cleanup import normalise
from ita_desktop.thai.digits import to_ascii_digits

MOST_HITS = 500
"""Places that are told; who finds more looks for a longer word."""

AROUND = 40
"""Characters of the text that are shown on either side of what was found."""


class Hit(NamedTuple):
    """Words found: where (``label`` in Thai), and the text around, in one line.

    ``start`` and ``end`` are where the words stand in ``excerpt``.
    """

    place: CasePath
    label: str
    excerpt: str
    start: int
    end: int


def find(case: Case, words: str) -> tuple[Hit, ...]:
    """All places in which *words* stand, in the order of the case.

    Digits are the same in Thai and Arabic, small letters the same as capitals, and
    spaces do not count. At most :data:`MOST_HITS`.
    """
    pattern = _pattern(words)
    if pattern is None:
        return ()
    hits: list[Hit] = []
    for place, text in texts(case):
        shown = normalise(text)
        match = pattern.search(_alike(shown))
        if match is None:
            continue
        hits.append(_hit(case, place, shown, *match.span()))
        if len(hits) == MOST_HITS:
            break
    return tuple(hits)


def where(text: str, words: str) -> tuple[int, int] | None:
    """Where *words* stand first in a *text* as it is; None where they do not."""
    pattern = _pattern(words)
    match = pattern.search(_alike(text)) if pattern is not None else None
    return match.span() if match is not None else None


def texts(case: Case) -> Iterator[tuple[CasePath, str]]:
    """Every text of a case that a user wrote, with its place, in the order of the tabs."""
    yield from _fields(case.agency, ("agency",))
    for at, indicator in enumerate(case.assessment.indicators):
        place = ("assessment", "indicators", at)
        yield (*place, "name"), indicator.name
        for inner, sub in enumerate(indicator.sub_indicators):
            below = (*place, "sub_indicators", inner)
            yield (*below, "name"), sub.name
            for last, item in enumerate(sub.items):
                yield (*below, "items", last, "name"), f"{item.code} {item.name}"
    yield ("analysis", "opening"), case.analysis.opening
    for at, measure in enumerate(case.measures):
        yield from _measure(measure, ("measures", at))
    for at, paper in enumerate(case.papers):
        yield from _paper(paper, ("papers", at))
    yield from _lines(case.words, ("words",))


def _paper(paper: Paper, place: CasePath) -> Iterator[tuple[CasePath, str]]:
    yield (*place, "number"), paper.number
    for own in paper.texts:
        yield (*place, "texts", own.key), own.text
    for at, signatory in enumerate(paper.signatories):
        yield from _fields(signatory, (*place, "signatories", at))


def _measure(measure: Measure, place: CasePath) -> Iterator[tuple[CasePath, str]]:
    yield (*place, "name"), measure.name
    for name in ("guidelines", "steps", "responsible"):
        yield from _lines(getattr(measure, name), (*place, name))
    yield (*place, "monitoring"), measure.monitoring
    for at, result in enumerate(measure.results):
        yield from _result(result, (*place, "results", at))


def _result(result: Result, place: CasePath) -> Iterator[tuple[CasePath, str]]:
    yield from _fields(result, place)
    for at, evidence in enumerate(result.evidence):
        yield from _fields(evidence, (*place, "evidence", at))


def _fields(value: NamedTuple, place: CasePath) -> Iterator[tuple[CasePath, str]]:
    """The texts among the fields of a value; other fields are not words."""
    for name, text in zip(value._fields, value, strict=True):
        if isinstance(text, str) and name != "id":
            yield (*place, name), text


def _lines(lines: tuple[str, ...], place: CasePath) -> Iterator[tuple[CasePath, str]]:
    for at, line in enumerate(lines):
        yield (*place, at), line


def _pattern(words: str) -> re.Pattern[str] | None:
    signs = [re.escape(sign) for sign in _alike(normalise(words)) if not sign.isspace()]
    return re.compile(r"\s*".join(signs)) if signs else None


def _alike(text: str) -> str:
    """The text as it is compared, sign for sign as long as it was."""
    text = to_ascii_digits(text)
    lower = text.lower()
    return lower if len(lower) == len(text) else text  # İ has two small letters


def _hit(case: Case, place: CasePath, text: str, start: int, end: int) -> Hit:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before = "…" if first > 0 else ""
    after = "…" if last < len(text) else ""
    inner = text[first:last].replace("\n", " ")
    moved = len(before) - first
    label = path_label(case, place)
    return Hit(place, label, f"{before}{inner}{after}", start + moved, end + moved)
