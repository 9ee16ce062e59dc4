"""Columns line up on a terminal whatever Thai marks stand in them."""

from __future__ import annotations

from ita_desktop.thai.terminal import aligned, cells


def test_marks_take_no_cell() -> None:
    assert cells("ที่นี่") == 2
    assert cells("กำ") == 2
    assert cells("IIT 1") == 5


def test_columns_start_in_the_same_cell() -> None:
    lines = aligned([("ที่", "a"), ("การใช้", "b")])
    starts = [cells(line.partition(sign)[0]) for line, sign in zip(lines, "ab", strict=True)]
    assert starts == [7, 7]


def test_numbers_stand_flush_right() -> None:
    assert aligned([("ก", "๙.๐๐"), ("ข", "๑๐๐.๐๐")], right={1}) == ["ก    ๙.๐๐", "ข  ๑๐๐.๐๐"]


def test_no_line_ends_in_spaces() -> None:
    assert aligned([("ก", ""), ("ข", "ค")]) == ["ก", "ข  ค"]


def test_no_rows_give_no_lines() -> None:
    assert aligned([]) == []
