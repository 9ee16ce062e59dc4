"""A year's analysis as one value: what every view of it (command line, window, memo) shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ita_desktop.domain.case import Assessment
from ita_desktop.domain.frameworks import CHECK_THE_MANUAL, Framework
from ita_desktop.domain.improvement import (
    Change,
    Gain,
    changes,
    gains,
    lowest_indicators,
    lowest_sub_indicators,
)
from ita_desktop.domain.levels import Level, level
from ita_desktop.domain.next_level import Plan, steps_to_next_level
from ita_desktop.domain.scores import Published, Scores, compute, part_name
from ita_desktop.thai.digits import thai_number


class YearAnalysis(NamedTuple):
    """What a year's scores mean and what to do next.

    ``level`` and ``plan`` are None where they cannot be known. ``changes`` compare with
    each earlier year, the latest first; ``notes`` are Thai sentences on what is uncertain
    or does not fit.
    """

    framework: Framework
    scores: Scores
    level: Level | None
    lowest: tuple[int, ...]
    lowest_subs: tuple[str, ...]
    gains: tuple[Gain, ...]
    plan: Plan | None
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year (BE) that is analysed."""
        return self.scores.year


class YearScores(NamedTuple):
    """An earlier year: its scores and the framework that they follow."""

    assessment: Assessment
    framework: Framework


def analyse(
    assessment: Assessment,
    framework: Framework,
    earlier: Sequence[YearScores] = (),
    published: Published | None = None,
) -> YearAnalysis:
    """Return the analysis of a year, compared with *earlier* ones."""
    scores = compute(assessment, framework, published)
    by_year = sorted(earlier, key=lambda year: -year.assessment.year)
    return YearAnalysis(
        framework,
        scores,
        level(scores, framework),
        lowest_indicators(scores, framework),
        lowest_sub_indicators(scores, framework),
        gains(scores, framework),
        steps_to_next_level(scores, framework),
        tuple(
            change
            for year in by_year
            for change in changes(
                scores, framework, compute(year.assessment, year.framework), year.framework
            )
        ),
        tuple(_notes(scores, framework)),
    )


def _notes(scores: Scores, framework: Framework) -> Iterator[str]:
    yield from (contradiction.in_words() for contradiction in scores.contradictions)
    if scores.unknown:
        foreign = ", ".join(map(part_name, scores.unknown))
        yield f"เกณฑ์ปี {thai_number(framework.year)} ไม่มี {foreign} จึงไม่นำมาคิด โปรดตรวจเลขข้อ"
    doubtful = _uncertain(scores, framework)
    if framework.uncertain:
        yield f"เกณฑ์ปี {thai_number(framework.year)} ยังไม่แน่นอน {CHECK_THE_MANUAL}"
    elif doubtful:
        parts = " และ".join(map(part_name, doubtful))
        yield f"เกณฑ์ที่ใช้คิด{parts} ยังไม่แน่นอน {CHECK_THE_MANUAL}"


def _uncertain(scores: Scores, framework: Framework) -> list[str]:
    """The parts that are uncertain and whose own parts the computation rests on."""
    return [
        str(indicator.number)
        for indicator in framework.indicators
        if any(
            scores.of(sub.number) is not None
            and (sub.uncertain or any(item.uncertain for item in sub.items))
            for sub in indicator.sub_indicators
        )
        or (indicator.uncertain and scores.indicator(indicator.number) is not None)
    ]
