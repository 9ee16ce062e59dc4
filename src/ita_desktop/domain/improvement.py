"""What to improve: what is lowest, what has changed, and what each part would add to the total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from ita_desktop.domain.frameworks import Framework
from ita_desktop.domain.scores import FULL, TOTAL, Scores, rounded

_WEIGHT_STEP = Decimal("0.000001")


class Gain(NamedTuple):
    """What a part would add to the total if it reached 100.

    ``gap`` is what it lacks (0–100), ``weight`` its share of the total (0–1) and ``gain``
    their product in points of the total; gap and gain at two decimals.
    """

    number: str
    name: str
    gap: Decimal
    weight: Decimal
    gain: Decimal


class Change(NamedTuple):
    """A part's score in an earlier year (BE) and now, and the difference of the two."""

    number: str
    name: str
    year: int
    before: Decimal
    now: Decimal

    @property
    def difference(self) -> Decimal:
        """Above 0 where it has risen."""
        return self.now - self.before


def shares(framework: Framework) -> dict[str, Fraction]:
    """What part of the total each instrument, indicator, sub-indicator and item is (0–1)."""
    return dict(_shares(framework))


def _shares(framework: Framework) -> Iterator[tuple[str, Fraction]]:
    for instrument in framework.instruments:
        whole = Fraction(instrument.weight) / 100
        yield instrument.code, whole
        for indicator in instrument.indicators:
            part = whole / len(instrument.indicators)
            yield str(indicator.number), part
            for sub in indicator.sub_indicators:
                piece = part / len(indicator.sub_indicators)
                yield sub.number, piece
                yield from ((item.code, piece / len(sub.items)) for item in sub.items)


def lowest_indicators(scores: Scores, framework: Framework) -> tuple[int, ...]:
    """The indicators with the lowest known score at two decimals: one, or all that tie."""
    numbers = [str(indicator.number) for indicator in framework.indicators]
    return tuple(int(number) for number in _lowest(scores, numbers))


def lowest_sub_indicators(scores: Scores, framework: Framework) -> tuple[str, ...]:
    """The sub-indicators with the lowest known score at two decimals: one, or all that tie."""
    return _lowest(scores, [sub.number for sub in framework.sub_indicators])


def _lowest(scores: Scores, numbers: Sequence[str]) -> tuple[str, ...]:
    known = {number: score for number in numbers if (score := scores.of(number)) is not None}
    lowest = min(known.values(), default=None)
    return tuple(number for number, score in known.items() if score == lowest)


def gains(scores: Scores, framework: Framework) -> tuple[Gain, ...]:
    """What each known indicator, then each missing item, would add; the most first in both.

    A missing item is one that is known to score 0. What is not known is left out: it is
    in ``scores.missing``.
    """
    share, names = shares(framework), framework.names()
    indicators = [str(indicator.number) for indicator in framework.indicators]
    missing = [item.code for item in framework.items if scores.exact.get(item.code) == 0]
    return tuple(
        gain
        for numbers in (indicators, missing)
        for gain in sorted(
            (_gain(n, names[n], scores.exact[n], share[n]) for n in numbers if n in scores.exact),
            key=lambda gain: -gain.gain,
        )
    )


def _gain(number: str, name: str, score: Fraction, share: Fraction) -> Gain:
    weight = Decimal(share.numerator) / Decimal(share.denominator)
    return Gain(
        number,
        name,
        rounded(FULL - score),
        weight.quantize(_WEIGHT_STEP, rounding=ROUND_HALF_UP).normalize(),
        rounded((FULL - score) * share),
    )


def changes(
    now: Scores, framework: Framework, before: Scores, earlier: Framework
) -> tuple[Change, ...]:
    """How the total, instruments, indicators and sub-indicators differ from an earlier year.

    What was not known in either year is left out, and so are a part that the years call
    by different names (what stands under a number is cut anew now and then) and items.
    """
    names, earlier_names = framework.names(), earlier.names()
    numbers = [TOTAL, *(instrument.code for instrument in framework.instruments)]
    for indicator in framework.indicators:
        numbers += [str(indicator.number), *(sub.number for sub in indicator.sub_indicators)]
    return tuple(
        Change(number, names.get(number, ""), before.year, was, is_)
        for number in numbers
        if names.get(number) == earlier_names.get(number)
        and (was := before.of(number)) is not None
        and (is_ := now.of(number)) is not None
    )


def with_changes(
    scores: Scores, framework: Framework, new: Mapping[str, Fraction | Decimal]
) -> Scores:
    """Return what *scores* would be if the parts of these numbers had these scores instead.

    Only known parts can change (others are left alone), and what a part is made of stays
    as it was: the result is for totals and levels, not for the next computation.
    """
    exact = dict(scores.exact)
    share, above = shares(framework), _parents(framework)
    for number, score in new.items():
        if number not in exact:
            continue
        rise = (Fraction(score) - exact[number]) * share.get(number, Fraction(1))
        place: str | None = number
        while place is not None:
            if place in exact:
                exact[place] += rise / share.get(place, Fraction(1))
            place = above.get(place)
    return scores._replace(exact=exact)


def _parents(framework: Framework) -> dict[str, str]:
    """What each part is a part of; the total is part of nothing."""
    above: dict[str, str] = {}
    for instrument in framework.instruments:
        above[instrument.code] = TOTAL
        for indicator in instrument.indicators:
            above[str(indicator.number)] = instrument.code
            for sub in indicator.sub_indicators:
                above[sub.number] = str(indicator.number)
                above |= {item.code: sub.number for item in sub.items}
    return above
