"""What a year must say before a paper is made of it."""

from __future__ import annotations

import pytest

from ita_desktop.domain.case import Agency, Assessment, Case, Measure
from ita_desktop.domain.completeness import MISSING, Missing, missing_for_paper

DRAFT = Case(Agency(""), 2569, Assessment(2568), measures=(Measure("ก"), Measure(" \n")))
NOTHING = ["", " \n", "\u200b", "\ufeff \u200b\n", "\u200d", "\xad", "\u202e\u2069", "\x00\x1b"]
"""Texts of which a paper shows nothing."""


def test_what_is_missing_is_named_in_the_order_of_the_case() -> None:
    assert list(missing_for_paper(DRAFT)) == [
        Missing(("agency", "name"), MISSING),
        Missing(("measures", 1, "name"), MISSING),
    ]


def test_nothing_is_missing_in_a_year_with_its_names() -> None:
    case = DRAFT._replace(agency=Agency("อบต.ลานไผ่"), measures=(Measure("ก"),))
    assert list(missing_for_paper(case)) == []


@pytest.mark.parametrize("text", NOTHING)
def test_a_name_of_which_nothing_is_printed_is_missing(text: str) -> None:
    case = DRAFT._replace(agency=Agency(text), measures=())
    assert [missing.place for missing in missing_for_paper(case)] == [("agency", "name")]
