"""Texts that are the same to a reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests import strategies as made

from ita_desktop.domain.text_match import closeness, folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("มาตรการ ป้องกัน", "มาตรการป้องกัน"),
        ("๑. สำนักงาน ป.ป.ช.", "1) สำนักงานป.ป.ช"),
        ("น\u0e4d\u0e32", "น้ำ".replace("้", "")),
        ("Website\u00a0Facebook", "website facebook"),
        ("- รายงาน\nผล", "รายงานผล"),
    ],
)
def test_what_a_reader_takes_for_the_same_folds_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_other_letters_differ() -> None:
    assert folded("ส่วนตน") != folded("ส่วนตัว")
    assert folded("นายกฯ") != folded("นายก")


@given(made.texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(made.texts)
def test_a_text_is_closest_to_itself(text: str) -> None:
    assert closeness(text, text) == 1
    assert 0 <= closeness(text, "มาตรการ") <= 1
