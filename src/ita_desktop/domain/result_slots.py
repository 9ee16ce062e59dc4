"""Results by measure and round: finding, writing, moving and copying them.

A slot is where a result of a measure and a round stands or will stand. A result comes
into being when something is written into its slot and goes when nothing is left of it,
so that looking at a form leaves no empty results behind.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from ita_desktop.domain.blank import is_blank
from ita_desktop.domain.case import Case, Evidence, Measure, Result, Round
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.copying import for_round

ROUNDS: tuple[Round | None, ...] = (Round.SIX_MONTHS, Round.TWELVE_MONTHS, None)
"""In the order of the year; None last: of no stated round."""


class Slot(NamedTuple):
    """The ``nth`` result (from 0) of a measure and a round, which may not be there yet."""

    measure: int
    round: Round | None
    nth: int = 0


def results_of(measure: Measure, months: Round | None) -> tuple[int, ...]:
    """The indices of a measure's results of a round, in their order."""
    return tuple([i for i, result in enumerate(measure.results) if result.round == months])


def result_in(case: Case, slot: Slot) -> Result | None:
    """The result that stands in a slot; None where there is none, or no such measure."""
    index = _index(case, slot)
    return None if index is None else case.measures[slot.measure].results[index]


def place_in(case: Case, slot: Slot, *inner: str | int) -> CasePath:
    """The place of what is in a slot, also where the result is still to come."""
    index = _index(case, slot)
    if index is None:
        results = case.measures[slot.measure].results if _has_measure(case, slot) else ()
        index = _index_for_new(results, slot.round)
    return ("measures", slot.measure, "results", index, *inner)


def slot_of(case: Case, place: CasePath) -> Slot | None:
    """The slot to which a place belongs; None where it names no result that is there."""
    if len(place) < 4 or place[0] != "measures" or place[2] != "results":
        return None
    at, index = place[1], place[3]
    if not isinstance(at, int) or not isinstance(index, int):
        return None
    if not 0 <= at < len(case.measures) or not 0 <= index < len(case.measures[at].results):
        return None
    months = case.measures[at].results[index].round
    return Slot(at, months, results_of(case.measures[at], months).index(index))


# --- writing --------------------------------------------------------------------------------------


def with_change(case: Case, slot: Slot, change: Callable[[Result], Result]) -> Case:
    """*case* with the slot's result changed; made or removed as it says something or not.

    A measure that is not there (any more) changes nothing.
    """
    if not _has_measure(case, slot):
        return case
    results = case.measures[slot.measure].results
    index = _index(case, slot)
    old = results[index] if index is not None else Result(slot.round)
    new = change(old)
    if new == old:
        return case
    kept = () if is_blank(new) else (new,)
    at, after = (_index_for_new(results, slot.round),) * 2 if index is None else (index, index + 1)
    return _with_results(case, slot.measure, (*results[:at], *kept, *results[after:]))


def with_field(case: Case, slot: Slot, key: str, value: object) -> Case:
    """*case* with one field of the slot's result changed; as :func:`with_change`."""
    return with_change(case, slot, lambda result: result._replace(**{key: value}))  # type: ignore[arg-type]  # the field's own type


def without_result(case: Case, slot: Slot) -> Case:
    """*case* without what stands in the slot."""
    index = _index(case, slot)
    if index is None:
        return case
    results = case.measures[slot.measure].results
    return _with_results(case, slot.measure, results[:index] + results[index + 1 :])


def in_round(case: Case, slot: Slot, months: Round | None) -> Case:
    """*case* with the slot's result moved behind the others of another round."""
    result = result_in(case, slot)
    if result is None or result.round == months:
        return case
    case = without_result(case, slot)
    results = case.measures[slot.measure].results
    at = _index_for_new(results, months)
    moved = result._replace(round=months)
    return _with_results(case, slot.measure, (*results[:at], moved, *results[at:]))


def can_copy(measure: Measure, source: Round | None, target: Round | None) -> bool:
    """Whether one round says something and the other nothing yet."""
    said = {result.round for result in measure.results if not is_blank(result)}
    return source in said and target not in said


def with_copies(
    case: Case, measures: Iterable[int], source: Round | None, target: Round | None
) -> Case:
    """*case* with the results of one round copied to the other, where that says nothing yet.

    What is there is never written over.
    """
    for at in measures:
        measure = case.measures[at]
        if not can_copy(measure, source, target):
            continue
        copies = [
            for_round(result, target)
            for result in measure.results
            if result.round == source and not is_blank(result)
        ]
        kept = tuple([result for result in measure.results if result.round != target])
        into = _index_for_new(kept, target)
        case = _with_results(case, at, (*kept[:into], *copies, *kept[into:]))
    return case


# --- evidence -------------------------------------------------------------------------------------


def with_more_evidence(case: Case, slot: Slot, more: Iterable[Evidence]) -> Case:
    """*case* with evidence added to the slot's result, which is made where it is not there."""
    new = tuple(more)
    return with_change(case, slot, lambda result: result._replace(evidence=result.evidence + new))


def with_evidence(case: Case, slot: Slot, index: int, evidence: Evidence) -> Case:
    """*case* with one piece of evidence changed; one that names nothing is taken away."""

    def change(result: Result) -> Result:
        before, after = result.evidence[:index], result.evidence[index + 1 :]
        kept = () if is_blank(evidence) else (evidence,)
        return result._replace(evidence=(*before, *kept, *after))

    return with_change(case, slot, change)


def without_evidence(case: Case, slot: Slot, indices: Collection[int]) -> Case:
    """*case* without some pieces of the slot's evidence."""

    def change(result: Result) -> Result:
        kept = [piece for at, piece in enumerate(result.evidence) if at not in indices]
        return result._replace(evidence=tuple(kept))

    return with_change(case, slot, change)


# --- how it is done -------------------------------------------------------------------------------


def _has_measure(case: Case, slot: Slot) -> bool:
    return 0 <= slot.measure < len(case.measures)


def _index(case: Case, slot: Slot) -> int | None:
    if not _has_measure(case, slot):
        return None
    indices = results_of(case.measures[slot.measure], slot.round)
    return indices[slot.nth] if 0 <= slot.nth < len(indices) else None


def _index_for_new(results: tuple[Result, ...], months: Round | None) -> int:
    """Behind the last result of the round, or of the nearest round before it in the year."""
    order = ROUNDS.index(months)
    before = [i for i, result in enumerate(results) if ROUNDS.index(result.round) <= order]
    same = [i for i in before if results[i].round == months]
    return (same or before or [-1])[-1] + 1


def _with_results(case: Case, at: int, results: tuple[Result, ...]) -> Case:
    measure = case.measures[at]._replace(results=results)
    return case._replace(measures=(*case.measures[:at], measure, *case.measures[at + 1 :]))
