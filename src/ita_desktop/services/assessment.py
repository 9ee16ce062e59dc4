"""A year's scores as they are shown and entered: the tree of parts and what is known of each."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ita_desktop.domain.analysis import YearAnalysis, analyse
from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import value_at
from ita_desktop.domain.frameworks import CHECK_THE_MANUAL, Framework
from ita_desktop.domain.score_parts import (
    Part,
    entered,
    outline,
    outline_without_framework,
    places,
    walk,
)
from ita_desktop.domain.scores import Scores, compute
from ita_desktop.domain.text_match import folded
from ita_desktop.errors import ItaError
from ita_desktop.services.frameworks import framework, framework_years
from ita_desktop.thai.digits import thai_number, two_decimals


class PartScores(NamedTuple):
    """What is known of one part; scores are 0–100, all at two decimals but ``entered``.

    ``known`` counts in the computation: what was entered, or what follows from its
    parts. ``follows`` is what its parts give where that is not what was entered.
    ``before`` and ``change`` compare with the earlier year, ``gain`` is what the part
    would add to the total at 100. ``note`` is Thai.
    """

    entered: Decimal | None = None
    known: Decimal | None = None
    follows: Decimal | None = None
    before: Decimal | None = None
    change: Decimal | None = None
    gain: Decimal | None = None
    note: str = ""


class YearView(NamedTuple):
    """A year to show; without a framework there is no analysis, and ``problem`` says why.

    ``nearest`` is the year (BE) whose framework could be copied for it, ``before`` the
    year that it is compared with.
    """

    parts: tuple[Part, ...]
    scores: Mapping[str, PartScores]
    analysis: YearAnalysis | None = None
    problem: str = ""
    nearest: int | None = None
    before: int | None = None


def view_of(case: Case, earlier: Case | None = None) -> YearView:
    """The year of *case*, beside that of an *earlier* one."""
    try:
        rules = framework(case.assessment.year)
    except ItaError as error:
        return _without_framework(case, str(error))
    past = _past(earlier)
    analysis = analyse(case.assessment, rules)
    parts = outline(case.assessment, rules)
    scores = _part_scores(case, parts, analysis, past)
    return YearView(parts, scores, analysis, before=past.year if past else None)


def parts_of(case: Case) -> tuple[Part, ...]:
    """The tree of the case's year alone."""
    try:
        return outline(case.assessment, framework(case.assessment.year))
    except ItaError as error:
        return _without_framework(case, str(error)).parts


def nearest_framework_year(year: int) -> int | None:
    """The year (BE) with a framework that is nearest to *year*, of two the later one."""
    return min(framework_years(), key=lambda known: (abs(known - year), -known), default=None)


def _without_framework(case: Case, problem: str) -> YearView:
    nearest = nearest_framework_year(case.assessment.year)
    usual: Framework | None = None
    try:
        usual = framework(nearest) if nearest is not None else None
    except ItaError:  # the names are a help, not a need, and the year's own problem is told
        nearest = None
    parts = outline_without_framework(case.assessment, usual.indicators if usual else ())
    given = entered(case.assessment)
    scores = {number: PartScores(score, two_decimals(score)) for number, score in given.items()}
    missing = nearest if case.assessment.year not in framework_years() else None
    return YearView(parts, scores, problem=problem, nearest=missing)


# --- what is known of each part -------------------------------------------------------------------


class _Past(NamedTuple):
    """An earlier year, computed."""

    year: int
    scores: Scores
    names: Mapping[str, str]


def _past(earlier: Case | None) -> _Past | None:
    if earlier is None:
        return None
    year = earlier.assessment.year
    try:
        rules = framework(year)
    except ItaError:  # without its framework nothing of it can be compared
        return None
    return _Past(year, compute(earlier.assessment, rules), rules.names())


def _part_scores(
    case: Case, parts: tuple[Part, ...], analysis: YearAnalysis, past: _Past | None
) -> dict[str, PartScores]:
    given = entered(case.assessment)
    gains = {gain.number: gain.gain for gain in analysis.gains}
    wrong = {found.number: found for found in analysis.scores.contradictions}
    names = analysis.framework.names()
    own = {n: value_at(case, (*at, "name")) for n, at in places(case.assessment).items()}
    shown: dict[str, PartScores] = {}
    for part in walk(parts):
        number = part.number
        known, found = analysis.scores.of(number), wrong.get(number)
        is_same = past is not None and past.names.get(number) == names.get(number)
        before = past.scores.of(number) if past is not None and is_same else None
        shown[number] = PartScores(
            given.get(number),
            known,
            found.other if found is not None and found.used is not None else None,
            before,
            known - before if known is not None and before is not None else None,
            gains.get(number),
            " ".join(
                [*([found.in_words()] if found else []), *_doubts(part, case, own.get(number))]
            ),
        )
    return shown


def _doubts(part: Part, case: Case, own_name: str | None) -> list[str]:
    if part.foreign:
        year = thai_number(case.assessment.year)
        return [f"เกณฑ์ปี {year} ไม่มีส่วนนี้ จึงไม่นำมาคิด ให้ตรวจเลขหรือปี"]
    doubts = [f"ยังไม่แน่นอน {CHECK_THE_MANUAL}"] if part.uncertain else []
    if own_name and folded(own_name) != folded(part.name):
        doubts.append(f"ในบันทึกข้อความใช้ชื่อที่นำเข้ามา คือ “{own_name}”")
    return doubts
