"""A sheet as text: what was read in columns, how, and what was not."""

from __future__ import annotations

from decimal import Decimal

from tests.exchange.scores.making import OTHER_UNIT, POINTS, TOTAL, UNIT, read, table, text_pairs
from tests.exchange.scores.making import SCORES as ALL

from ita_desktop.exchange.scores.sheet import ScoreSheet, Understood, UnitScores
from ita_desktop.exchange.scores.sheet_text import MOST_LINES, sheet_text
from ita_desktop.thai.terminal import cells


def test_units_stand_in_columns() -> None:
    sheet = read(
        table(("หน่วยงาน", *range(1, 11)), (UNIT, *ALL.values()), (OTHER_UNIT, *ALL.values()))
    )

    lines = sheet_text(sheet).splitlines()

    assert lines[0] == "คะแนน ITA ปี 2564: 2 หน่วยงาน"
    ends = {cells(line[: line.index("97.68") + 5]) for line in lines[2:4]}
    assert len(ends) == 1


def test_points_are_shown_with_what_they_are_out_of() -> None:
    sheet = read(
        table(("หน่วยงาน", "IIT(30)", "EIT(30)", "OIT(40)", "รวม"), (UNIT, *POINTS.values(), TOTAL))
    )

    assert "26.95/30" in sheet_text(sheet)


def test_every_line_is_accounted_for_with_its_reason() -> None:
    text = sheet_text(read(text_pairs(ALL) + "อื่น ๆ\n"))

    assert "บรรทัด 1–2" in text
    assert "→ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ = 97.68" in text
    assert text.index("ส่วนที่ไม่เข้าใจ") < text.index("บรรทัด 21 “อื่น ๆ”")


def test_a_long_account_is_cut_unless_asked_for() -> None:
    seen = tuple(Understood(f"บรรทัด {n}", "x", "y") for n in range(MOST_LINES + 5))
    sheet = ScoreSheet(2564, (UnitScores("ก", {1: Decimal(1)}),), seen)

    assert "อีก 5 รายการ" in sheet_text(sheet)
    assert f"บรรทัด {MOST_LINES + 4}" in sheet_text(sheet, all_lines=True)


def test_names_are_shown_as_one_printable_line() -> None:
    sheet = ScoreSheet(2564, (UnitScores("ก\x1b[31m\nข", {1: Decimal(1)}),))

    assert all(line.isprintable() for line in sheet_text(sheet).splitlines())
