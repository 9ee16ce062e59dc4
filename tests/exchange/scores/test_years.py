"""Whose year a score is of, however the year is written: พ.ศ., ค.ศ., two digits, Thai digits."""

from __future__ import annotations

import pytest
from tests.exchange.scores.making import (
    NAMES,
    SCORES,
    TOTAL,
    UNIT,
    YEAR,
    labelled,
    read,
    read_unit,
    table,
    workbook,
)

OTHER = [50] * 10


def columns(before: object, now: object) -> str:
    return table(
        ("ตัวชี้วัด", before, now), *[(label, n, score) for n, (label, score) in enumerate(labelled())]
    )


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (2563, 2564),
        (2020, 2021),
        ("ปี ๒๕๖๓", "ปี ๒๕๖๔"),
        ("ปี 63", "ปี 64"),
        ("ปีงบ ๖๓", "ปีงบ ๖๔"),
        ("ค.ศ. 2020", "ค.ศ. 2021"),
        ("FY2020", "FY2021"),
        ("คะแนน ปี 2020", "คะแนน ปี 2021"),
        ("พ.ศ. 2563 (2020)", "พ.ศ. 2564 (2021)"),
    ],
)
def test_columns_of_years(before: object, now: object) -> None:
    sheet = read(columns(before, now))

    assert sheet.units[0].indicators == SCORES
    assert sheet.other_years == (YEAR - 1,)
    assert sheet.not_understood == ()


@pytest.mark.parametrize("head", ["ปี", "ค.ศ.", "ปี ค.ศ.", "ปีงบประมาณ", "Year"])
@pytest.mark.parametrize(("before", "now"), [(2563, 2564), (2020, 2021), ("๒๕๖๓", "๒๕๖๔")])
def test_rows_of_years(head: str, before: object, now: object) -> None:
    text = table((head, *[f"ตัวชี้วัดที่ {n}" for n in NAMES]), (before, *OTHER), (now, *SCORES.values()))

    assert read_unit(text).indicators == SCORES
    assert read(text).other_years == (YEAR - 1,)


@pytest.mark.parametrize(("before", "now"), [(2563, 2564), (2020, 2021)])
def test_totals_by_year_alone(before: int, now: int) -> None:
    assert read_unit(table(("ปี", "คะแนน"), (before, 71), (now, TOTAL))).total == TOTAL


def test_years_of_the_common_era_are_noted_once() -> None:
    notes = [note for note in read(columns(2020, 2021)).notes if "ค.ศ." in note]

    assert notes == ["ปี 2020, 2021 ในตารางเป็น ค.ศ. จึงถือเป็น พ.ศ. 2563, 2564"]


def test_a_number_that_looks_like_a_year_is_not_noted() -> None:
    text = table(("ตัวชี้วัด", "คะแนน", "หมายเหตุ"), *[(*row, "เลขที่ 2001") for row in labelled()])

    assert read(text).notes == ()


@pytest.mark.parametrize("head", [2020, 2563, "ปี 63"])
def test_a_table_of_another_year_only_gives_nothing(head: object) -> None:
    sheet = read(table(("ตัวชี้วัด", head), *labelled()))

    assert sheet.units == ()
    assert sheet.other_years == (YEAR - 1,)


def test_years_in_a_sheet_are_numbers() -> None:
    rows = [(label, 50, score) for label, score in labelled()]

    sheet = read(workbook(("ตัวชี้วัด", 2020, 2021), *rows))

    assert sheet.units[0].indicators == SCORES


def test_a_year_beside_the_total() -> None:
    assert read_unit(f"คะแนน ITA ปี ค.ศ. 2021 : {TOTAL}\n").total == TOTAL
    assert read_unit(table(("หน่วยงาน", "ITA 2020", "ITA 2021"), (UNIT, 71, TOTAL))).total == TOTAL
