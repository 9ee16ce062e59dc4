"""The parts of a year that bear scores, as a tree for entering them, and changes at a part.

The tree follows the year's framework; what an assessment holds beyond it has its place
there too, so that nothing that is stored is out of sight.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple, TypeVar

from ita_desktop.domain.case import Assessment, Case, Indicator, OitItem, SubIndicator
from ita_desktop.domain.case_paths import CasePath, value_at, with_value
from ita_desktop.domain.frameworks import NUMBER_PATTERN, Framework, IndicatorSpec, number_order
from ita_desktop.domain.scores import TOTAL, item_code

TOTAL_NAME = "คะแนนรวม"


class PartKind(Enum):
    """What a part is; only some bear scores that are entered."""

    INSTRUMENT = "instrument"
    INDICATOR = "indicator"
    SUB_INDICATOR = "sub-indicator"
    ITEM = "item"
    TOTAL = "total"


class Part(NamedTuple):
    """A part and the parts inside it; ``number`` is ``IIT``, ``10``, ``10.1`` or ``O42``.

    ``uncertain`` says that no official text confirmed it, ``foreign`` that the
    assessment holds it and the year's framework does not.
    """

    number: str
    name: str
    kind: PartKind
    parts: tuple[Part, ...] = ()
    uncertain: bool = False
    foreign: bool = False

    @property
    def is_entered(self) -> bool:
        """Whether a score may be entered for it; others only follow."""
        return self.kind not in (PartKind.INSTRUMENT, PartKind.TOTAL)


# --- the tree ---------------------------------------------------------------------------------


def outline(assessment: Assessment, framework: Framework) -> tuple[Part, ...]:
    """The parts of the framework's year: instruments, what else is stored, the total."""
    foreign = _Foreign(assessment, set(framework.names()))
    instruments = tuple(
        Part(
            instrument.code,
            instrument.name,
            PartKind.INSTRUMENT,
            tuple(_indicator(spec, foreign) for spec in instrument.indicators),
        )
        for instrument in framework.instruments
    )
    return (*instruments, *foreign.indicators(), Part(TOTAL, TOTAL_NAME, PartKind.TOTAL))


def outline_without_framework(
    assessment: Assessment, usual: Iterable[IndicatorSpec] = ()
) -> tuple[Part, ...]:
    """The parts of a year without a framework: the *usual* indicators and what is stored."""
    foreign = _Foreign(assessment, set(), marked=False)
    stored = {part.number: part for part in foreign.indicators()}
    named = {str(spec.number): spec.name for spec in usual}
    parts = [
        stored.get(number) or Part(number, named[number], PartKind.INDICATOR)
        for number in sorted({*stored, *named}, key=int)
    ]
    return tuple(
        part if part.name else part._replace(name=named.get(part.number, "")) for part in parts
    )


def walk(parts: Iterable[Part]) -> Iterator[Part]:
    """Every part, each before those inside it."""
    for part in parts:
        yield part
        yield from walk(part.parts)


class _Foreign:
    """What an assessment holds beside the numbers of a framework, each number once."""

    def __init__(self, assessment: Assessment, known: set[str], *, marked: bool = True) -> None:
        self._assessment = assessment
        self._taken = set(known)
        self._marked = marked

    def indicators(self) -> Iterator[Part]:
        for indicator in self._assessment.indicators:
            number = str(indicator.number)
            if self._takes(number):
                yield self._part(number, indicator.name, PartKind.INDICATOR, self.subs(number))

    def subs(self, indicator: str) -> tuple[Part, ...]:
        return tuple(
            self._part(sub.number, sub.name, PartKind.SUB_INDICATOR, self.items(sub.number))
            for stored in self._assessment.indicators
            if str(stored.number) == indicator
            for sub in stored.sub_indicators
            if self._takes(sub.number)
        )

    def items(self, sub_indicator: str) -> tuple[Part, ...]:
        return tuple(
            self._part(item_code(item.code), item.name, PartKind.ITEM, ())
            for stored in self._assessment.indicators
            for sub in stored.sub_indicators
            if sub.number == sub_indicator
            for item in sub.items
            if self._takes(item_code(item.code))
        )

    def _takes(self, number: str) -> bool:
        is_new = number not in self._taken
        self._taken.add(number)
        return is_new

    def _part(self, number: str, name: str, kind: PartKind, parts: tuple[Part, ...]) -> Part:
        return Part(number, name, kind, parts, foreign=self._marked)


def _indicator(spec: IndicatorSpec, foreign: _Foreign) -> Part:
    subs = tuple(
        Part(
            sub.number,
            sub.name,
            PartKind.SUB_INDICATOR,
            (
                *(
                    Part(item.code, item.name, PartKind.ITEM, uncertain=item.uncertain)
                    for item in sub.items
                ),
                *foreign.items(sub.number),
            ),
            sub.uncertain,
        )
        for sub in spec.sub_indicators
    )
    number = str(spec.number)
    parts = (*subs, *foreign.subs(number))
    return Part(number, spec.name, PartKind.INDICATOR, parts, spec.uncertain)


# --- where a part is stored -------------------------------------------------------------------


_NUMBER = re.compile(NUMBER_PATTERN)
_ITEM = "#"


def places(assessment: Assessment) -> dict[str, CasePath]:
    """The place in the case of every part that is stored, by number; of two the first.

    An item whose code is a bare number is never taken for the indicator of that number.
    """
    found: dict[str, CasePath] = {}
    for index, indicator in enumerate(assessment.indicators):
        at: CasePath = ("assessment", "indicators", index)
        found.setdefault(str(indicator.number), at)
        for nth, sub in enumerate(indicator.sub_indicators):
            below = (*at, "sub_indicators", nth)
            found.setdefault(sub.number, below)
            for position, item in enumerate(sub.items):
                code = item_code(item.code)
                key = f"{_ITEM}{code}" if _NUMBER.fullmatch(code) else code
                found.setdefault(key, (*below, "items", position))
    return found


def number_at(assessment: Assessment, place: CasePath) -> str:
    """The number of the part that *place* is or lies in; ``""`` where it is none.

    A place deeper than what is stored gives the nearest part around it.
    """
    numbers = {at: number for number, at in places(assessment).items()}
    return next((numbers[place[:end]] for end in (7, 5, 3) if place[:end] in numbers), "")


def entered(assessment: Assessment) -> dict[str, Decimal]:
    """The scores that were entered, by number; of two for one number the first."""
    found: dict[str, Decimal] = {}
    for indicator in assessment.indicators:
        _note(found, str(indicator.number), indicator.score)
        for sub in indicator.sub_indicators:
            _note(found, sub.number, sub.score)
            for item in sub.items:
                _note(found, item_code(item.code), item.score)
    return found


def _note(found: dict[str, Decimal], number: str, score: Decimal | None) -> None:
    if score is not None:
        found.setdefault(number, score)


# --- changes ----------------------------------------------------------------------------------


def with_scores(case: Case, parts: Sequence[Part], new: Mapping[str, Decimal | None]) -> Case:
    """*case* with these scores by number; what is not stored yet is added under its name.

    A score of None takes the old one away, and with it a sub-indicator or item that then
    says nothing more than the framework does. Numbers that *parts* do not have are left.
    """
    ways = dict(_ways(parts))
    for number, score in new.items():
        if number not in ways:
            continue
        if score is not None:
            case = _with_part(case, ways, number)
        place = places(case.assessment).get(number)
        if place is None:
            continue
        case = with_value(case, (*place, "score"), score)
        if score is None:
            case = _without_empty(case, ways, number)
    return case


def with_focus(case: Case, parts: Sequence[Part], numbers: Iterable[str]) -> Case:
    """*case* with the choice of what to improve, in the order of *parts*.

    What is chosen is stored with its name, since the memo names it.
    """
    ways = dict(_ways(parts))
    chosen = set(numbers)
    ordered = [number for number in ways if number in chosen]
    ordered += sorted(chosen - set(ordered), key=number_order)
    for number in ordered:
        if number in ways:
            case = _with_part(case, ways, number)
    return case._replace(analysis=case.analysis._replace(focus=tuple(ordered)))


def with_year(case: Case, year: int, old: Sequence[Part], new: Sequence[Part]) -> Case:
    """*case* as an assessment of another *year* (BE): names of the one year become the other's.

    A name that was not the old year's own for its number is the user's and stays.
    """
    before = {part.number: part.name for part in walk(old)}
    after = {part.number: part.name for part in walk(new) if not part.foreign}
    case = with_value(case, ("assessment", "year"), year)
    for number, place in places(case.assessment).items():
        if number in after and value_at(case, (*place, "name")) == before.get(number):
            case = with_value(case, (*place, "name"), after[number])
    return case


def _ways(
    parts: Iterable[Part], above: tuple[Part, ...] = ()
) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Each part that can be stored, with those around it: ``10``, ``10.1``, ``O42``."""
    for part in parts:
        way = (*above, part) if part.is_entered else above
        if part.is_entered:
            yield part.number, way
        yield from _ways(part.parts, way)


def _with_part(case: Case, ways: Mapping[str, tuple[Part, ...]], number: str) -> Case:
    """*case* in which the part is stored; its place among others is that of the tree."""
    if number in places(case.assessment):
        return case
    *_, part = way = ways[number]
    if part.kind is PartKind.INDICATOR:
        at: CasePath = ("assessment", "indicators")
        new: Any = Indicator(int(number), part.name)
    else:
        above = way[-2].number
        case = _with_part(case, ways, above)
        is_sub = part.kind is PartKind.SUB_INDICATOR
        at = (*places(case.assessment)[above], "sub_indicators" if is_sub else "items")
        new = SubIndicator(number, part.name) if is_sub else OitItem(number, part.name)
    order = {known: position for position, known in enumerate(ways)}
    siblings = _inserted(value_at(case, at), new, lambda one: order.get(_number(one), len(order)))
    return with_value(case, at, siblings)


T = TypeVar("T")


def _inserted(there: tuple[T, ...], new: T, rank: Callable[[T], int]) -> tuple[T, ...]:
    """*there* with *new* before the first that ranks behind it."""
    at = next((index for index, one in enumerate(there) if rank(one) > rank(new)), len(there))
    return (*there[:at], new, *there[at:])


def _number(stored: Indicator | SubIndicator | OitItem) -> str:
    return item_code(stored.code) if isinstance(stored, OitItem) else str(stored.number)


def _without_empty(case: Case, ways: Mapping[str, tuple[Part, ...]], number: str) -> Case:
    """*case* without the part, and the one around it, where they hold nothing of their own."""
    for part in reversed(ways[number]):
        place = places(case.assessment).get(part.number)
        if part.kind is PartKind.INDICATOR or part.number in case.analysis.focus or place is None:
            return case
        stored: SubIndicator | OitItem = value_at(case, place)
        inside = () if isinstance(stored, OitItem) else stored.items
        if stored.score is not None or inside or stored.name not in ("", part.name):
            return case
        *above, index = place
        there = value_at(case, tuple(above))
        assert isinstance(index, int)  # noqa: S101 - places of parts end with one
        case = with_value(case, tuple(above), (*there[:index], *there[index + 1 :]))
    return case
