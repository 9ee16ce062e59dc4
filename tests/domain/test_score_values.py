"""Scores as they are typed into a cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_desktop.domain.score_values import Refused, typed_score


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("97.68", "97.68"),
        ("๙๗.๖๘", "97.68"),
        ("97,68", "97.68"),
        (" 97.68 คะแนน ", "97.68"),
        ("97.68%", "97.68"),
        ("100.0", "100.0"),
        ("0", "0"),
        ("95/100", "95"),
    ],
)
def test_numbers_as_people_write_them(typed: str, score: str) -> None:
    assert str(typed_score(typed)) == score


@pytest.mark.parametrize("typed", ["", "  ", "-", "ไม่มีข้อมูล"])
def test_nothing_is_no_score(typed: str) -> None:
    assert typed_score(typed) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("105", "๐ ถึง ๑๐๐"),
        ("-1", "ติดลบ"),
        ("28.5/30", "คะแนนเต็ม ๑๐๐"),
        ("ดีมาก", "ตัวเลข"),
        ("1,234", "หลักพัน"),
        ("1e5", "ตัวเลข"),
    ],
)
def test_what_is_no_score_is_refused_with_its_reason(typed: str, why: str) -> None:
    refused = typed_score(typed)
    assert isinstance(refused, Refused)
    assert why in refused.reason


def test_an_item_has_all_or_nothing() -> None:
    assert typed_score("๑๐๐", is_item=True) == Decimal(100)
    assert typed_score("0.00", is_item=True) == 0
    refused = typed_score("50", is_item=True)
    assert isinstance(refused, Refused)
    assert "๑๐๐ หรือ ๐" in refused.reason
