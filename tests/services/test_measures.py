"""What the form of a measure offers to choose from."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Indicator,
    Measure,
    SubIndicator,
)
from ita_desktop.domain.records import Office
from ita_desktop.services.measures import (
    COMMON_UNITS,
    IndicatorChoice,
    indicator_choices,
    units_at_hand,
)

SCORES = (
    Indicator(9, "ชื่ออื่น", Decimal(92)),
    Indicator(10, "", Decimal("6.25"), (SubIndicator("10.1", "ส่วนแรก", Decimal("12.5")),)),
)


def case_of(year: int, *indicators: Indicator, focus: tuple[str, ...] = ()) -> Case:
    return Case(Agency("อบต.ตัวอย่าง"), year + 1, Assessment(year, indicators), Analysis(focus))


def test_the_framework_of_the_year_says_which_indicators_there_are() -> None:
    choices = indicator_choices(case_of(2564, *SCORES, focus=("10.1",)))
    numbers = [choice.number for choice in choices]
    assert numbers[:9] == [str(number) for number in range(1, 10)]
    assert numbers[9:] == ["9.1", "9.2", "9.3", "9.4", "9.5", "10", "10.1", "10.2"]
    notes = {choice.number: choice.note for choice in choices if choice.note}
    assert notes == {
        "9": "(ได้ ๙๒.๐๐)",
        "10": "(ได้ ๖.๒๕)",
        "10.1": "(ได้ ๑๒.๕๐ · จุดเน้นของปีนี้)",
    }


def test_a_year_without_a_framework_offers_what_the_case_has() -> None:
    choices = indicator_choices(case_of(2650, *SCORES))
    assert choices == (
        IndicatorChoice("9", "ชื่ออื่น", "(ได้ ๙๒.๐๐)"),
        IndicatorChoice("10", "", "(ได้ ๖.๒๕)"),
        IndicatorChoice("10.1", "ส่วนแรก", "(ได้ ๑๒.๕๐)"),
    )


def test_the_agencys_units_come_first_then_those_that_the_year_names() -> None:
    case = case_of(2564)._replace(
        agency=Agency("อบต.ตัวอย่าง", division="สำนักปลัด"),
        measures=(Measure("ก", responsible=("กองคลัง", "คณะทำงานเว็บไซต์ ")),),
    )
    own = Office(units=("กองช่าง", "กองคลัง", " "))
    assert units_at_hand(case, own) == ("กองช่าง", "กองคลัง", "สำนักปลัด", "คณะทำงานเว็บไซต์")


def test_an_agency_that_told_no_units_is_offered_the_usual_ones() -> None:
    assert units_at_hand(case_of(2564), Office()) == COMMON_UNITS
