"""What a pasted text is taken for."""

from __future__ import annotations

import pytest

from ita_desktop.services.clipboard import holds_scores


@pytest.mark.parametrize("text", ["95", "๙๕.๕๐\n", "95\t\n-\t80", "105", "97,68\nไม่มีข้อมูล"])
def test_cells_of_numbers_are_scores(text: str) -> None:
    assert holds_scores(text)


@pytest.mark.parametrize("text", ["", "\t\n\t", "-\n-", "ไม่มีข้อมูล"])
def test_cells_without_any_number_are_none(text: str) -> None:
    assert not holds_scores(text)


def test_a_table_with_names_is_more_than_scores() -> None:
    assert not holds_scores("การใช้งบประมาณ\t95")
