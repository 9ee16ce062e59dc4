"""Places: their paths, looking there, putting there."""

from __future__ import annotations

import pytest

from ita_desktop.domain.case import Agency, Assessment, Case, Measure, OwnText, Paper, Result
from ita_desktop.domain.case_paths import (
    CasePath,
    format_path,
    parse_path,
    put,
    value_at,
    with_value,
)

CASE = Case(
    Agency("อบต.ตัวอย่าง"),
    2569,
    Assessment(2568),
    measures=(Measure("ก"), Measure("ข", results=(Result(),))),
)


@pytest.mark.parametrize(
    "place",
    [(), ("fiscal_year",), ("measures", 1, "name"), ("measures", 1, "results", 0, "details")],
)
def test_a_path_leads_back_to_its_place(place: tuple[str | int, ...]) -> None:
    assert parse_path(format_path(place)) == place


def test_a_value_is_put_and_found() -> None:
    place = ("measures", 1, "results", 0, "details")
    changed = with_value(CASE, place, "ทำแล้ว")
    assert value_at(changed, place) == "ทำแล้ว"
    assert changed.measures[0] is CASE.measures[0]


@pytest.mark.parametrize("place", [("measures", 2, "name"), ("agency", "nmae"), ("count",)])
def test_a_place_that_is_not_there_is_told(place: tuple[str | int, ...]) -> None:
    with pytest.raises(LookupError):
        value_at(CASE, place)
    with pytest.raises(LookupError):
        with_value(CASE, place, "x")


def test_putting_leaves_what_has_changed_since() -> None:
    place = ("measures", 0, "name")
    assert put(CASE, place, "ก", "ค").measures[0].name == "ค"
    assert put(CASE, place, "อื่น", "ค") is CASE
    assert put(CASE, ("measures", 9, "name"), "ก", "ค") is CASE


PAPER: CasePath = ("papers", 0, "texts", "subject")


def test_an_own_text_is_found_by_its_key_whether_it_is_there_or_not() -> None:
    case = CASE._replace(papers=(Paper("memo-results"),))
    assert format_path(PAPER) == "papers[0].texts.subject"
    assert parse_path("papers[0].texts.subject") == PAPER
    assert value_at(case, PAPER) == ""
    changed = with_value(case, PAPER, "เรื่อง")
    assert value_at(changed, PAPER) == "เรื่อง"
    assert changed.papers[0].texts == (OwnText("subject", "เรื่อง"),)
    assert with_value(changed, PAPER, "") == case
    assert put(changed, PAPER, "เรื่อง", "อื่น").papers[0].text("subject") == "อื่น"


@pytest.mark.parametrize(
    "place", [PAPER, ("measures", "subject"), ("papers", "texts", "subject"), (*PAPER, "x")]
)
def test_there_is_no_own_text_elsewhere(place: CasePath) -> None:
    with pytest.raises(LookupError):
        value_at(CASE, place)
