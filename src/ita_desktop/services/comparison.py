"""Two years side by side: how the scores moved and which measures were carried on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from ita_desktop.domain.case import Case, Measure
from ita_desktop.domain.frameworks import Framework, number_order
from ita_desktop.domain.text_match import closeness, folded
from ita_desktop.services.frameworks import NoFrameworkError, framework

SAME_NAME = 0.85
"""From this closeness on, two names of measures are taken for the same measure's."""


class Fate(Enum):
    """What became of a measure from the earlier year to the later one."""

    KEPT = "kept"
    NEW = "new"
    DROPPED = "dropped"


class ScorePair(NamedTuple):
    """An indicator's scores (0–100 or unknown) in both years."""

    number: str
    name: str
    earlier: Decimal | None
    later: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """How far it rose; None where one of the scores is unknown."""
        if self.earlier is None or self.later is None:
            return None
        return self.later - self.earlier


class MeasurePair(NamedTuple):
    """A measure's names in both years, ``""`` where it is not there."""

    earlier: str
    later: str

    @property
    def fate(self) -> Fate:
        """Whether it was carried on."""
        if not self.earlier:
            return Fate.NEW
        return Fate.KEPT if self.later else Fate.DROPPED


class Comparison(NamedTuple):
    """Scores in the order of the indicators; measures as the later year has them,

    those that were dropped last.
    """

    scores: tuple[ScorePair, ...]
    measures: tuple[MeasurePair, ...]


def compare(earlier: Case, later: Case) -> Comparison:
    """Put two years side by side."""
    return Comparison(_scores(earlier, later), _measures(earlier.measures, later.measures))


def _scores(earlier: Case, later: Case) -> tuple[ScorePair, ...]:
    before, after = _numbered(earlier), _numbered(later)
    numbers = sorted({**before, **after}, key=number_order)
    names = {**_names(earlier), **_names(later)}
    return tuple(
        [
            ScorePair(number, names.get(number, ""), before.get(number), after.get(number))
            for number in numbers
        ]
    )


def _numbered(case: Case) -> dict[str, Decimal | None]:
    """All indicators and sub-indicators by number, in the order of the case."""
    found: dict[str, Decimal | None] = {}
    for indicator in case.assessment.indicators:
        found[str(indicator.number)] = indicator.score
        for sub in indicator.sub_indicators:
            found[sub.number] = sub.score
    return found


def _names(case: Case) -> dict[str, str]:
    names = dict(_framework_names(case.assessment.year))
    for indicator in case.assessment.indicators:
        if indicator.name:
            names[str(indicator.number)] = indicator.name
        names.update({sub.number: sub.name for sub in indicator.sub_indicators if sub.name})
    return names


def _framework_names(year: int) -> Mapping[str, str]:
    try:
        known: Framework = framework(year)
    except NoFrameworkError:
        return {}
    return known.names()


def _measures(earlier: Sequence[Measure], later: Sequence[Measure]) -> tuple[MeasurePair, ...]:
    left = [measure.name for measure in earlier]
    pairs = []
    for measure in later:
        same = _same_name(measure.name, left)
        if same is not None:
            left.remove(same)
        pairs.append(MeasurePair(same or "", measure.name))
    return tuple(pairs + [MeasurePair(name, "") for name in left])


def _same_name(name: str, names: Sequence[str]) -> str | None:
    wanted = folded(name)
    near = [(closeness(wanted, folded(other)), other) for other in names]
    best = max(near, default=(0.0, ""), key=lambda found: found[0])
    return best[1] if best[0] >= SAME_NAME else None
