"""Two versions of a year become one: nothing that was typed on either side is dropped."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import cases

from ita_desktop.domain.case import Agency, Assessment, Case, Evidence, Indicator, Measure, Result
from ita_desktop.domain.case_paths import value_at
from ita_desktop.domain.identity import identified, new_year
from ita_desktop.domain.merging import column_of, merge, place_of, settled
from ita_desktop.domain.records import YearRecord

EMPTY = Case(Agency("อบต.ตัวอย่าง"), 2569, Assessment(2568))
BASE = new_year(
    EMPTY._replace(
        measures=(
            Measure(
                "ก", steps=("๑",), results=(Result(details="เดิม", evidence=(Evidence("ภาพ"),)),)
            ),
            Measure("ข"),
        )
    )
)


def edited(record: YearRecord, change: Callable[[Case], Case]) -> YearRecord:
    return identified(record, record._replace(case=change(record.case)))


def first(**fields: object) -> YearRecord:
    """The base with its first measure changed."""
    return edited(
        BASE,
        lambda case: case._replace(
            measures=(case.measures[0]._replace(**fields), *case.measures[1:])
        ),
    )


def without_first() -> YearRecord:
    return edited(BASE, lambda case: case._replace(measures=case.measures[1:]))


def test_other_fields_of_one_measure_are_laid_together() -> None:
    merged = merge(BASE, first(name="ค"), first(monitoring="ทุกเดือน"))
    assert merged.conflicts == ()
    one = merged.record.case.measures[0]
    assert (one.name, one.monitoring) == ("ค", "ทุกเดือน")


def test_one_field_changed_by_both_is_asked_and_mine_is_seen() -> None:
    merged = merge(BASE, first(name="ค"), first(name="ง"))
    (conflict,) = merged.conflicts
    assert (conflict.mine, conflict.theirs) == ("ค", "ง")
    assert column_of(YearRecord, conflict).described.field.label == "ชื่อ"
    assert place_of(merged.record, conflict) == ("case", "measures", 0, "name")
    assert merged.record.case.measures[0].name == "ค"
    taken = settled(merged.record, merged.conflicts, theirs=True)
    assert taken.case.measures[0].name == "ง"
    assert settled(taken, merged.conflicts, theirs=False) == merged.record


def test_both_changed_it_to_the_same() -> None:
    merged = merge(BASE, first(name="ค"), first(name="ค"))
    assert merged.conflicts == ()
    assert merged.record == first(name="ค")


def test_lists_of_texts_are_one_value() -> None:
    merged = merge(BASE, first(steps=("๑", "๒")), first(steps=("๐", "๑")))
    (conflict,) = merged.conflicts
    assert (conflict.mine, conflict.theirs) == (("๑", "๒"), ("๐", "๑"))


def test_the_same_score_entered_twice_is_asked_only_where_it_differs() -> None:
    def scored(score: int, name: str = "") -> YearRecord:
        indicators = (Indicator(1, name, score),)  # type: ignore[arg-type]
        return edited(BASE, lambda case: case._replace(assessment=Assessment(2568, indicators)))

    merged = merge(BASE, scored(90), scored(90, "ด้านหนึ่ง"))
    assert merged.conflicts == ()
    assert merged.record.case.assessment.indicators == (Indicator(1, "ด้านหนึ่ง", 90),)  # type: ignore[arg-type]
    (conflict,) = merge(BASE, scored(90), scored(80)).conflicts
    assert (conflict.mine, conflict.theirs) == (90, 80)


def test_entries_of_both_are_there_and_each_in_its_place() -> None:
    mine = edited(BASE, lambda case: case._replace(measures=(Measure("หน้า"), *case.measures)))
    theirs = edited(BASE, lambda case: case._replace(measures=(*case.measures, Measure("ท้าย"))))
    names = [one.name for one in merge(BASE, mine, theirs).record.case.measures]
    assert names == ["หน้า", "ก", "ข", "ท้าย"]


def test_two_entries_at_one_place_are_both_there_and_can_be_ordered_later() -> None:
    mine = edited(BASE, lambda case: case._replace(measures=(*case.measures, Measure("ค"))))
    theirs = edited(BASE, lambda case: case._replace(measures=(*case.measures, Measure("ง"))))
    merged = merge(BASE, mine, theirs).record
    assert {one.name for one in merged.case.measures} == {"ก", "ข", "ค", "ง"}
    a, b, c, d = merged.case.measures
    order = (a, b, c, Measure("กลาง"), d)
    again = edited(merged, lambda case: case._replace(measures=order))
    assert [one.name for one in again.case.measures][3] == "กลาง"


def test_what_one_side_removed_and_the_other_changed_stays_whole() -> None:
    assert merge(BASE, without_first(), BASE).record == without_first()
    assert merge(BASE, BASE, without_first()).record == without_first()
    for mine, theirs in [
        (first(name="ค"), without_first()),
        (without_first(), first(name="ค")),
    ]:
        merged = merge(BASE, mine, theirs)
        assert merged.restored
        assert merged.record.case.measures == first(name="ค").case.measures


def test_what_was_added_inside_a_removed_entry_brings_it_back() -> None:
    results = (*BASE.case.measures[0].results, Result(details="ใหม่"))
    merged = merge(BASE, without_first(), first(results=results))
    assert [one.details for one in merged.record.case.measures[0].results] == ["เดิม", "ใหม่"]
    assert merged.record.case.measures[0].results[0].evidence[0].title == "ภาพ"


@settings(max_examples=20)
@given(cases, cases, st.data())
def test_nothing_that_was_typed_is_dropped(case: Case, other: Case, data: st.DataObject) -> None:
    base = new_year(case)

    def version(source: Case) -> YearRecord:
        kept = [one for one in base.case.measures if data.draw(st.booleans())]
        kept = [
            one._replace(name=source.agency.name) if data.draw(st.booleans()) else one
            for one in kept
        ]
        measures = (*kept, *source.measures[:1])
        return edited(base, lambda _: source._replace(measures=measures))

    mine, theirs = version(case._replace(words=("ของฉัน",))), version(other)
    merged = merge(base, mine, theirs)
    assert merge(base, mine, base).record == mine
    assert merge(base, base, theirs).record == theirs
    assert merge(base, mine, mine).record == mine
    for conflict in merged.conflicts:
        place = place_of(merged.record, conflict)
        assert value_at(merged.record, place) == conflict.mine
    old = {one.id: one for one in base.case.measures}
    there = {one.id for one in merged.record.case.measures}
    for side in (mine, theirs):
        assert {one.id for one in side.case.measures if one != old.get(one.id)} <= there


def test_ids_that_both_sides_gave_are_nothing_to_choose() -> None:
    """Both gave the agency its name, and so an id, where there was none."""
    nobody = new_year(EMPTY._replace(agency=Agency("")))
    assert not nobody.case.agency.id
    mine, theirs = (
        edited(nobody, lambda case: case._replace(agency=Agency("อบต.ตัวอย่าง"))) for _ in range(2)
    )
    assert mine.case.agency.id != theirs.case.agency.id
    merged = merge(nobody, mine, theirs)
    assert merged.conflicts == ()
    assert merged.record.case.agency == mine.case.agency
