"""What the agency is to improve: its own choice, else the lowest indicator."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from ita_desktop.domain.case import Assessment, Case, Indicator
from ita_desktop.thai.digits import two_decimals

FULL_SCORE = Decimal(100)


class FocusPoint(NamedTuple):
    """An indicator (``10``) or sub-indicator (``10.1``) that is to be improved.

    ``name`` is ``""`` and ``score`` None when the assessment does not tell them.
    """

    number: str
    name: str = ""
    score: Decimal | None = None

    @property
    def is_sub_indicator(self) -> bool:
        """Whether the number is that of a sub-indicator."""
        return "." in self.number


def published_scores(assessment: Assessment) -> tuple[tuple[Indicator, Decimal], ...]:
    """The indicators whose score is known, by number, with the score at two decimals.

    Two decimals, half up, is the precision that is published and compared.
    """
    known = [
        (indicator, two_decimals(indicator.score))
        for indicator in assessment.indicators
        if indicator.score is not None
    ]
    return tuple(sorted(known, key=lambda scored: scored[0].number))


def lowest_indicators(assessment: Assessment) -> tuple[Indicator, ...]:
    """The indicators with the lowest known score, by number; none where no score is known."""
    known = published_scores(assessment)
    lowest = min((score for _, score in known), default=None)
    return tuple(indicator for indicator, score in known if score == lowest)


def focus_points(case: Case) -> tuple[FocusPoint, ...]:
    """What is to be improved, in order and each once.

    The agency's own choice (``analysis.focus``) counts as it is. Without one it is
    the lowest indicator, or all that tie, with its sub-indicators; what already
    has the full score is left out. Nothing is guessed where no score is known.
    """
    named = {point.number: point for point in _all_points(case.assessment.indicators)}
    if case.analysis.focus:
        chosen = dict.fromkeys(case.analysis.focus)
        return tuple(named.get(number, FocusPoint(number)) for number in chosen)
    lowest = [i for i in lowest_indicators(case.assessment) if not _is_full(i.score)]
    return tuple({p.number: p for p in _all_points(lowest) if not _is_full(p.score)}.values())


def _all_points(indicators: Iterable[Indicator]) -> Iterator[FocusPoint]:
    """Each indicator, followed by its sub-indicators."""
    for indicator in indicators:
        yield FocusPoint(str(indicator.number), indicator.name, indicator.score)
        for sub in indicator.sub_indicators:
            yield FocusPoint(sub.number, sub.name, sub.score)


def _is_full(score: Decimal | None) -> bool:
    return score is not None and score >= FULL_SCORE
