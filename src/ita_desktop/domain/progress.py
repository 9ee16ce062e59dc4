"""How far the measures have come, round by round, and how long there is still time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple

from ita_desktop.domain.blank import is_blank
from ita_desktop.domain.case import Case, Measure, Round, Status
from ita_desktop.thai.dates import round_span


class State(Enum):
    """What is known of a measure in a round."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    UNSTATED = "unstated"
    """Something is reported, but not how far it has come."""
    IN_NO_ROUND = "in_no_round"
    """Nothing of this round, but a result that states no round and so belongs to every one."""
    MISSING = "missing"


class Progress(NamedTuple):
    """A measure in a round: its state, and how many results and pieces of evidence it has."""

    state: State
    results: int = 0
    evidence: int = 0


class Deadline(NamedTuple):
    """The last day of a round (Gregorian); ``days`` are left until then, below 0 since then."""

    round: Round
    last: date
    days: int


class Shown(Enum):
    """Which measures an overview shows."""

    ALL = "all"
    NOT_DONE = "not_done"
    MISSING_SIX = "missing_6"
    MISSING_TWELVE = "missing_12"


def progress(measure: Measure, months: Round | None) -> Progress:
    """How far a measure has come in a round; results that say nothing do not count."""
    said = [result for result in measure.results if not is_blank(result)]
    own = [result for result in said if result.round == months]
    if not own:
        elsewhere = months is not None and any(result.round is None for result in said)
        return Progress(State.IN_NO_ROUND if elsewhere else State.MISSING)
    evidence = sum(not is_blank(e) for result in own for e in result.evidence)
    return Progress(_together({result.status for result in own}), len(own), evidence)


def counts(case: Case, months: Round | None) -> Mapping[State, int]:
    """How many measures are in each state; states in which none is are left out."""
    return Counter(progress(measure, months).state for measure in case.measures)


def has_results_without_round(case: Case) -> bool:
    """Whether any result states no round."""
    return any(result.round is None for measure in case.measures for result in measure.results)


def deadlines(fiscal_year: int, today: date) -> tuple[Deadline, ...]:
    """The ends of both rounds of a fiscal year (BE), seen from ``today`` (Gregorian).

    Of today alone, never of what was seen before: a clock that is set back does no harm.
    None for a year that no calendar holds.
    """
    try:
        ends = [(months, round_span(fiscal_year, months)[1]) for months in Round]
    except ValueError:
        return ()
    return tuple([Deadline(months, last, (last - today).days) for months, last in ends])


def round_at(fiscal_year: int, today: date) -> Round:
    """The round at which one works: the six months until they are over, then the twelve."""
    for deadline in deadlines(fiscal_year, today):
        if deadline.days >= 0:
            return deadline.round
    return Round.TWELVE_MONTHS


def units_in(case: Case) -> tuple[str, ...]:
    """The units that are responsible for any measure, each once, in their order."""
    units = (unit.strip() for measure in case.measures for unit in measure.responsible)
    return tuple(dict.fromkeys(unit for unit in units if unit))


def shown_measures(case: Case, shown: Shown, unit: str = "") -> tuple[int, ...]:
    """The indices of the measures that an overview shows; ``unit`` empty for all units."""
    return tuple(
        [
            at
            for at, measure in enumerate(case.measures)
            if (not unit or unit in map(str.strip, measure.responsible))
            and _is_shown(measure, shown)
        ]
    )


_STATES = {
    Status.DONE: State.DONE,
    Status.IN_PROGRESS: State.IN_PROGRESS,
    Status.NOT_STARTED: State.NOT_STARTED,
    None: State.UNSTATED,
}


def _together(statuses: set[Status | None]) -> State:
    """The state of several results: done only when all are, unstated when any is."""
    if None in statuses:
        return State.UNSTATED
    if len(statuses) > 1:
        return State.IN_PROGRESS
    return _STATES[next(iter(statuses))]


def _is_shown(measure: Measure, shown: Shown) -> bool:
    if shown is Shown.MISSING_SIX:
        return progress(measure, Round.SIX_MONTHS).state is State.MISSING
    if shown is Shown.MISSING_TWELVE:
        return progress(measure, Round.TWELVE_MONTHS).state is State.MISSING
    if shown is Shown.NOT_DONE:
        return all(progress(measure, months).state is not State.DONE for months in (*Round, None))
    return True
