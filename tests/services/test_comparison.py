"""Two years are put side by side by numbers and by names, however the names moved a little."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.case import (
    Agency,
    Assessment,
    Case,
    Indicator,
    Measure,
    SubIndicator,
)
from ita_desktop.services.comparison import Fate, MeasurePair, compare


def case(*measures: str, scores: tuple[Indicator, ...] = ()) -> Case:
    made = tuple(Measure(name) for name in measures)
    return Case(Agency("อบต.ก"), 2569, Assessment(2568, scores), measures=made)


def test_scores_stand_by_their_numbers_with_their_change() -> None:
    before = (
        Indicator(1, "เก่า", Decimal("80.25")),
        Indicator(10, "", Decimal(50), (SubIndicator("10.1", "", Decimal(0)),)),
    )
    after = (
        Indicator(1, "ใหม่", Decimal("90.5")),
        Indicator(2, "", None),
        Indicator(10, "", Decimal(40), (SubIndicator("10.2", "ย่อย", Decimal(100)),)),
    )
    pairs = compare(case(scores=before), case(scores=after)).scores
    assert [pair.number for pair in pairs] == ["1", "2", "10", "10.1", "10.2"]
    assert [pair.change for pair in pairs] == [
        Decimal("10.25"),
        None,
        Decimal(-10),
        None,
        None,
    ]
    assert pairs[0].name == "ใหม่"
    assert pairs[1].name  # by the framework of the year


def test_measures_are_kept_new_or_dropped() -> None:
    found = compare(
        case("มาตรการ ก ประกาศเจตนารมณ์", "มาตรการป้องกันการรับสินบน"),
        case("มาตรการใหม่ทั้งหมด", "มาตรการ ก  ประกาศเจตจำนง เจตนารมณ์"),
    ).measures
    assert [pair.fate for pair in found] == [Fate.NEW, Fate.KEPT, Fate.DROPPED]
    assert found[2] == MeasurePair("มาตรการป้องกันการรับสินบน", "")


def test_one_of_two_alike_is_taken_once() -> None:
    found = compare(case("มาตรการ ก"), case("มาตรการ ก", "มาตรการ ก")).measures
    assert [pair.fate for pair in found] == [Fate.KEPT, Fate.NEW]


def test_a_year_without_anything_compares_too() -> None:
    assert compare(case(), case()) == ((), ())
