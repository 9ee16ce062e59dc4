"""Lists side by side are read one after the other."""

from __future__ import annotations

from itertools import zip_longest

from tests.exchange.scores.making import LABELS, NAMES, SCORES, read_unit, workbook

from ita_desktop.exchange.scores.grid import GridRow
from ita_desktop.exchange.scores.side_by_side import one_below_another

BLOCKS = ((1, 2, 3, 4, 5), (6, 7, 8), (9, 10))


def test_a_list_for_each_instrument() -> None:
    rows = [
        [
            cell
            for n in each
            for cell in ((f"{n}. {NAMES[n]}", SCORES[n], None) if n else [None] * 3)
        ]
        for each in zip_longest(*BLOCKS)
    ]
    heads = ("IIT", None, None, "EIT", None, None, "OIT", None)

    unit = read_unit(workbook(heads, ("ตัวชี้วัด", "คะแนน", None) * 3, *rows))

    assert unit.indicators == SCORES


def test_rows_keep_their_places() -> None:
    rows = [
        GridRow("แถว 1", ("1 การปฏิบัติหน้าที่", "91.5", "6 คุณภาพการดำเนินงาน", "81.5")),
        GridRow("แถว 2", ("2 การใช้งบประมาณ", "92.5", "7 ประสิทธิภาพการสื่อสาร", "82.5")),
    ]

    assert [(row.place, row.cells[1]) for row in one_below_another(rows, LABELS)] == [
        ("แถว 1", "91.5"),
        ("แถว 2", "92.5"),
        ("แถว 1", "81.5"),
        ("แถว 2", "82.5"),
    ]


def test_one_list_stays_as_it_is() -> None:
    rows = (
        GridRow("แถว 1", ("1 การปฏิบัติหน้าที่", "91.5", "A")),
        GridRow("แถว 2", ("2 การใช้งบประมาณ", "92.5")),
    )

    assert one_below_another(rows, LABELS) == rows


def test_the_same_list_for_two_units_is_not_cut() -> None:
    names = [f"{n} {NAMES[n]}" for n in SCORES]
    rows = tuple(GridRow("แถว", (name, "91.5", name, "82.5")) for name in names)

    assert one_below_another(rows, LABELS) == rows
