"""Results come with the first word and go with the last; moving and copying lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.blank import is_blank
from ita_desktop.domain.case import (
    Agency,
    Assessment,
    Case,
    Evidence,
    Measure,
    Result,
    Round,
    Status,
)
from ita_desktop.domain.case_paths import value_at
from ita_desktop.domain.result_slots import (
    ROUNDS,
    Slot,
    can_copy,
    in_round,
    place_in,
    result_in,
    results_of,
    slot_of,
    with_copies,
    with_evidence,
    with_field,
    with_more_evidence,
    without_evidence,
    without_result,
)

SIX, TWELVE = Round.SIX_MONTHS, Round.TWELVE_MONTHS
EMPTY = Case(Agency("อบต.ตัวอย่าง"), 2569, Assessment(2568))
LINK = Evidence("ประกาศ", "https://example.go.th/1")
PHOTO = Evidence("ภาพถ่าย", file="evidence/ภาพถ่าย.jpg")

_texts = st.sampled_from(["", " ", "ก", "ข\nค", "<b>"])
_results = st.builds(
    Result,
    round=st.sampled_from(ROUNDS),
    details=_texts,
    period=_texts,
    output=_texts,
    status=st.sampled_from([None, *Status]),
    evidence=st.lists(st.sampled_from([LINK, PHOTO, Evidence()]), max_size=2).map(tuple),
)
_measures = st.builds(
    Measure, name=st.text(max_size=3), results=st.lists(_results, max_size=5).map(tuple)
)
cases = st.lists(_measures, max_size=3).map(lambda found: EMPTY._replace(measures=tuple(found)))
slots = st.builds(
    Slot, measure=st.integers(0, 3), round=st.sampled_from(ROUNDS), nth=st.integers(0, 3)
)


def with_results(*results: Result) -> Case:
    return EMPTY._replace(measures=(Measure("มาตรการหนึ่ง", results=results),))


def results_in(case: Case) -> tuple[Result, ...]:
    return case.measures[0].results


# --- the first word and the last -----------------------------------------------------------------


@given(cases, slots, st.sampled_from(["details", "period", "output", "outcome", "remark"]))
def test_clearing_what_was_typed_leaves_nothing_behind(case: Case, slot: Slot, key: str) -> None:
    if result_in(case, slot) is None:
        typed = with_field(case, slot, key, "พิมพ์แล้วลบ")
        cleared = with_field(typed, Slot(slot.measure, slot.round, _newest(case, slot)), key, "")
        assert cleared == case


def _newest(case: Case, slot: Slot) -> int:
    """What is written into a slot beyond the last becomes the next one."""
    if slot.measure >= len(case.measures):
        return 0
    return len(results_of(case.measures[slot.measure], slot.round))


@given(cases, slots, _texts)
def test_what_is_written_stands_in_its_slot_and_nowhere_else(
    case: Case, slot: Slot, text: str
) -> None:
    changed = with_field(case, slot, "remark", text)
    stayed = slot.measure < len(case.measures) and len(
        results_of(changed.measures[slot.measure], slot.round)
    ) == len(results_of(case.measures[slot.measure], slot.round))
    if result_in(case, slot) is not None and stayed:  # one that says nothing any more is gone
        assert value_at(changed, place_in(changed, slot, "remark")) == text
    others = [measure for at, measure in enumerate(case.measures) if at != slot.measure]
    kept = [measure for at, measure in enumerate(changed.measures) if at != slot.measure]
    assert kept == others
    for months in ROUNDS:
        if months != slot.round and slot.measure < len(case.measures):
            before, after = case.measures[slot.measure], changed.measures[slot.measure]
            assert [before.results[i] for i in results_of(before, months)] == [
                after.results[i] for i in results_of(after, months)
            ]


@given(cases, slots)
def test_writing_what_stands_there_changes_nothing(case: Case, slot: Slot) -> None:
    """An empty result that came with a file stays until one works on it."""
    result = result_in(case, slot)
    details = result.details if result is not None else ""
    assert with_field(case, slot, "details", details) is case


def test_a_new_result_stands_in_the_order_of_the_year() -> None:
    case = with_results(Result(TWELVE, "หลัง"), Result(None, "เดิม"))
    case = with_field(case, Slot(0, SIX), "details", "ก่อน")
    assert [result.round for result in results_in(case)] == [SIX, TWELVE, None]
    case = with_field(case, Slot(0, SIX, 1), "status", Status.DONE)
    assert [result.round for result in results_in(case)] == [SIX, SIX, TWELVE, None]


def test_the_place_of_what_is_still_to_come_is_where_it_will_stand() -> None:
    case = with_results(Result(TWELVE, "หลัง"))
    slot = Slot(0, SIX)
    place = place_in(case, slot, "output")
    assert value_at(with_field(case, slot, "output", "๕ เรื่อง"), place) == "๕ เรื่อง"


@given(cases, slots)
def test_places_and_slots_are_the_same_thing(case: Case, slot: Slot) -> None:
    if result_in(case, slot) is not None:
        assert slot_of(case, place_in(case, slot, "evidence", 0)) == slot
    else:
        place = place_in(case, slot)
        assert slot_of(case, place) != slot


def test_places_that_are_no_results() -> None:
    case = with_results(Result(SIX, "ก"))
    for place in (
        (),
        ("papers", 0, "date"),
        ("measures", 0, "name"),
        ("measures", 0, "results"),
        ("measures", 0, "results", 1),
        ("measures", 5, "results", 0),
        ("measures", 0, "results", -1),
    ):
        assert slot_of(case, place) is None


@given(cases, slots)
def test_taking_a_result_away_takes_only_it(case: Case, slot: Slot) -> None:
    result = result_in(case, slot)
    after = without_result(case, slot)
    if result is None:
        assert after is case
    else:
        left, had = list(after.measures[slot.measure].results), case.measures[slot.measure].results
        assert len(left) == len(had) - 1
        left.insert(place_in(case, slot)[3], result)  # type: ignore[arg-type]  # an index
        assert tuple(left) == had


# --- moving and copying --------------------------------------------------------------------------


def test_a_result_is_moved_behind_the_others_of_its_new_round() -> None:
    one, other = Result(None, "ไม่ระบุรอบ"), Result(SIX, "ก่อน")
    case = in_round(with_results(other, one), Slot(0, None), SIX)
    assert results_in(case) == (other, one._replace(round=SIX))
    assert in_round(case, Slot(0, TWELVE), SIX) is case
    assert in_round(case, Slot(0, SIX), SIX) is case


def test_a_round_is_copied_whole_as_one_change() -> None:
    first, second = Result(SIX, "ก", status=Status.DONE, evidence=(LINK,)), Result(SIX, "ข")
    case = with_copies(with_results(first, second), [0], SIX, TWELVE)
    assert results_in(case) == (
        first,
        second,
        first._replace(round=TWELVE),
        second._replace(round=TWELVE),
    )


@given(cases)
def test_copying_never_writes_over_what_is_there(case: Case) -> None:
    after = with_copies(case, range(len(case.measures)), SIX, TWELVE)
    for before, copied in zip(case.measures, after.measures, strict=True):
        said = [result for result in before.results if not is_blank(result)]
        assert all(result in copied.results for result in said)
        assert not can_copy(copied, SIX, TWELVE)
        if not can_copy(before, SIX, TWELVE):
            assert copied == before


# --- evidence ------------------------------------------------------------------------------------


def test_evidence_makes_a_result_and_takes_it_away_with_itself() -> None:
    case = with_results()
    slot = Slot(0, TWELVE)
    added = with_more_evidence(case, slot, [LINK, PHOTO])
    assert results_in(added) == (Result(TWELVE, evidence=(LINK, PHOTO)),)
    assert results_in(without_evidence(added, slot, {0})) == (Result(TWELVE, evidence=(PHOTO,)),)
    assert without_evidence(added, slot, {0, 1}) == case
    assert with_more_evidence(case, slot, []) == case


def test_evidence_that_names_nothing_any_more_is_taken_away() -> None:
    slot = Slot(0, SIX)
    case = with_results(Result(SIX, "ก", evidence=(LINK, PHOTO)))
    renamed = LINK._replace(title="")
    assert results_in(with_evidence(case, slot, 0, renamed))[0].evidence == (renamed, PHOTO)
    assert results_in(with_evidence(case, slot, 0, Evidence(" ")))[0].evidence == (PHOTO,)
