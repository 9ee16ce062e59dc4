"""The shapes in which scores arrive: whatever the shape, the same scores are read."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.exchange.scores import making
from tests.exchange.scores.making import (
    FIRSTS,
    INSTRUMENT,
    INSTRUMENTS,
    NAMES,
    OTHER_UNIT,
    POINTS,
    SCORES,
    SHAPES,
    TOTAL,
    UNIT,
    WEIGHTS,
    YEAR,
    Scores,
    labelled,
    read,
    read_unit,
    table,
    workbook,
)

from ita_desktop.exchange.scores.sheet import Points

Shape = Callable[[Scores], bytes | str]

weighted = {code: Points(points, Decimal(WEIGHTS[code])) for code, points in POINTS.items()}
unweighted = {code: Points(score) for code, score in INSTRUMENTS.items()}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_shape_gives_the_ten_scores(shape: Shape) -> None:
    assert read_unit(shape(SCORES)).indicators == SCORES


@given(
    st.sampled_from(SHAPES),
    st.lists(st.decimals(0, 100, places=2).map(abs), min_size=10, max_size=10),
)
def test_any_scores_are_read_as_they_are(shape: Shape, values: list[Decimal]) -> None:
    scores = dict(enumerate(values, 1))

    (unit,) = read(shape(scores)).units

    assert unit.indicators == scores


@pytest.mark.parametrize(
    "encoding", ["cp874", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]
)
@pytest.mark.parametrize("shape", [making.long_table, making.text_pairs, making.tabs])
def test_every_encoding_gives_the_same(shape: Shape, encoding: str) -> None:
    text = shape(SCORES)
    assert isinstance(text, str)

    assert read_unit(text.encode(encoding)).indicators == SCORES


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n\n"])
def test_line_ends_do_not_count(line_end: str) -> None:
    text = making.text_pairs(SCORES).replace("\n", line_end)

    assert read_unit(text).indicators == SCORES


@pytest.mark.parametrize("year", range(2562, 2570))
def test_every_year_with_a_framework_can_be_read(year: int) -> None:
    assert read_unit(making.long_table(SCORES), year).indicators == SCORES


# --- totals, instruments, levels ----------------------------------------------------------------


def test_a_list_ends_with_its_total_and_level() -> None:
    unit = read_unit(table(("ตัวชี้วัด", "คะแนน"), *labelled(), ("คะแนนรวม", TOTAL), ("ระดับ", "A")))

    assert (unit.total, unit.level) == (TOTAL, "A")
    assert unit.indicators == SCORES


@pytest.mark.parametrize(
    "head",
    ["คะแนนรวม", "คะแนน ITA", "ITA", "รวม", "ผลการประเมิน ITA ปี 2564", "คะแนนเฉลี่ยรวม", "Total"],
)
def test_the_total_has_many_names(head: str) -> None:
    assert read_unit(f"{head} : {TOTAL}\n").total == TOTAL


def test_a_total_alone_is_read() -> None:
    sheet = read(
        table(("ลำดับ", "หน่วยงาน", "คะแนน", "ระดับ"), (1, UNIT, 88, "A"), (2, OTHER_UNIT, 70, "C"))
    )

    assert [(u.name, u.total, u.level) for u in sheet.units] == [
        (UNIT, Decimal(88), "A"),
        (OTHER_UNIT, Decimal(70), "C"),
    ]
    assert sheet.not_understood == ()


def merged_rows(codes: dict[str, str], *, points_last: bool) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for number, score in SCORES.items():
        code = FIRSTS.get(number)
        name = codes[code] if code else None
        points = POINTS[code] if code else None
        label = f"{number} {NAMES[number]}"
        rows.append((name, label, score, points) if points_last else (name, points, label, score))
    return rows


FULL_NAMES = {
    "IIT": "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)",
    "EIT": "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
    "OIT": "แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)",
}
SHORT_NAMES = {"IIT": "IIT (30%)", "EIT": "EIT 30", "OIT": "OIT(40)"}


@pytest.mark.parametrize("names", [FULL_NAMES, SHORT_NAMES])
@pytest.mark.parametrize("points_last", [True, False])
def test_a_merged_sheet_has_points_on_the_first_row_of_each_block(
    names: dict[str, str], points_last: bool
) -> None:
    middle = ("ตัวชี้วัด", "คะแนน")
    points = "คะแนนถ่วงน้ำหนัก"
    heads = ("เครื่องมือ", *middle, points) if points_last else ("เครื่องมือ", points, *middle)
    total = ("คะแนนรวม", None, None, TOTAL) if points_last else ("คะแนนรวม", TOTAL, None, None)
    rows = merged_rows(names, points_last=points_last)

    unit = read_unit(table(heads, *rows, total))

    assert unit.indicators == SCORES
    assert unit.instruments == weighted
    assert unit.total == TOTAL


def test_a_merged_sheet_without_headings() -> None:
    unit = read_unit(table(*merged_rows(SHORT_NAMES, points_last=False)))

    assert (unit.indicators, unit.instruments) == (SCORES, weighted)


def test_points_repeated_on_every_row_are_the_instruments() -> None:
    rows = [
        (INSTRUMENT[n], POINTS[INSTRUMENT[n]], f"{n} {NAMES[n]}", score)
        for n, score in SCORES.items()
    ]

    unit = read_unit(table(("เครื่องมือ", "คะแนนเครื่องมือ", "ตัวชี้วัด", "คะแนน"), *rows))

    assert (unit.indicators, unit.instruments) == (SCORES, weighted)


def test_weights_and_full_marks_are_not_points() -> None:
    rows = [
        (FIRSTS.get(n), WEIGHTS[FIRSTS[n]] if n in FIRSTS else None, f"{n} {NAMES[n]}", 100, score)
        for n, score in SCORES.items()
    ]
    heads = ("เครื่องมือ", "น้ำหนัก", "ตัวชี้วัด", "คะแนนเต็ม", "คะแนนที่ได้")

    unit = read_unit(table(heads, *rows))

    assert (unit.indicators, unit.instruments) == (SCORES, {})


def test_instruments_among_the_indicators() -> None:
    rows: list[tuple[object, ...]] = []
    for number, (label, score) in zip(SCORES, labelled(), strict=True):
        if number in FIRSTS:
            rows.append((FIRSTS[number], INSTRUMENTS[FIRSTS[number]]))
        rows.append((label, score))

    unit = read_unit(table(("ตัวชี้วัด", "คะแนน"), *rows))

    assert (unit.indicators, unit.instruments) == (SCORES, unweighted)


@pytest.mark.parametrize(
    "text",
    [
        table(("หน่วยงาน", "IIT", "EIT", "OIT", "รวม"), (UNIT, *POINTS.values(), TOTAL)),
        table(("unit", "iit", "eit", "oit", "total"), (UNIT, *POINTS.values(), TOTAL)),
        table(
            ("ชื่อ", "IIT(30)", "EIT(30)?", "เหลือ=OIT(40)?", "ITA"), (UNIT, *POINTS.values(), TOTAL)
        ),
        f"{UNIT}\n" + "".join(f"{c} {p} คะแนน\n" for c, p in POINTS.items()) + f"รวม {TOTAL}",
        f"{UNIT}\n"
        + "".join(f"{c} {p}/{WEIGHTS[c]}\n" for c, p in POINTS.items())
        + f"รวม {TOTAL}",
        f"{UNIT}\n"
        + "".join(f"แบบวัด {c} (ร้อยละ {WEIGHTS[c]}) = {p}\n" for c, p in POINTS.items())
        + f"รวม = {TOTAL}",
    ],
)
def test_totals_are_weighted_points(text: str) -> None:
    unit = read_unit(text)

    assert unit.instruments == weighted
    assert (unit.name, unit.total, unit.indicators) == (UNIT, TOTAL, {})


def test_instruments_above_their_weight_are_scores() -> None:
    heads = ("หน่วยงาน", "IIT (30%)", "EIT (30%)", "OIT (40%)", "คะแนนรวม")

    assert read_unit(table(heads, (UNIT, *INSTRUMENTS.values(), TOTAL))).instruments == unweighted


def test_low_instruments_are_scores_where_the_indicators_say_so() -> None:
    scores = {9: Decimal("20.00"), 10: Decimal("10.00")}

    unit = read_unit(table(("ตัวชี้วัด", "คะแนน"), *labelled(scores), ("OIT", "15.00")))

    assert unit.instruments == {"OIT": Points(Decimal("15.00"))}


def test_an_instrument_in_doubt_is_noted() -> None:
    sheet = read("EIT 12.50 คะแนน\n")

    assert sheet.units[0].instruments == {"EIT": Points(Decimal("12.50"), Decimal(30))}
    assert any("EIT" in note and "ถ่วงน้ำหนัก" in note for note in sheet.notes)


def test_points_of_an_indicator_are_scaled_up_and_noted() -> None:
    sheet = read("9 การเปิดเผยข้อมูล 18.50/20\n")

    assert sheet.units[0].indicators == {9: Decimal("92.50")}
    assert any("18.50/20" in note for note in sheet.notes)


def test_a_column_that_is_the_share_of_another_is_told_from_it() -> None:
    share = {"IIT": 6, "EIT": 10, "OIT": 20}
    rows = [(label, score, round(score * share[INSTRUMENT[n]] / 100, 2))
            for n, (label, score) in zip(SCORES, labelled(), strict=True)]  # fmt: skip

    assert read_unit(table(*rows)).indicators == SCORES


# --- parts below the indicators -----------------------------------------------------------------


def test_sub_indicators_and_items_are_read_beside_the_indicators() -> None:
    unit = read_unit(
        table(
            ("รายการ", "คะแนน"),
            ("10 การป้องกันการทุจริต", "6.25"),
            ("10.1 การดำเนินการเพื่อป้องกันการทุจริต", "12.50"),
            ("O42 มาตรการส่งเสริมคุณธรรม", 0),
            ("O40 รายงานการกำกับติดตาม รอบ 6 เดือน", 100),
        )
    )

    assert unit.indicators == {10: Decimal("6.25")}
    assert unit.sub_indicators == {"10.1": Decimal("12.50")}
    assert unit.items == {"O42": 0, "O40": 100}


def test_items_side_by_side() -> None:
    codes = [f"O{number}" for number in range(1, 44)]

    unit = read_unit(table(("หน่วยงาน", *codes), (UNIT, *[100, 0] * 21, 100)))

    assert unit.items == {code: 100 - 100 * (n % 2) for n, code in enumerate(codes)}


# --- several units and years --------------------------------------------------------------------


def two_units(text: bytes | str) -> None:
    sheet = read(text)
    assert [unit.name for unit in sheet.units] == [UNIT, OTHER_UNIT]
    assert all(unit.indicators == SCORES for unit in sheet.units)
    assert sheet.not_understood == ()


def test_units_as_rows() -> None:
    two_units(
        table(("หน่วยงาน", *range(1, 11)), (UNIT, *SCORES.values()), (OTHER_UNIT, *SCORES.values()))
    )


def test_units_as_columns() -> None:
    rows = [(label, score, score) for label, score in labelled()]

    two_units(table(("ตัวชี้วัด", UNIT, OTHER_UNIT), *rows))


def test_units_in_a_column_of_a_list_named_once() -> None:
    rows: list[tuple[object, ...]] = []
    for name in (UNIT, OTHER_UNIT):
        rows += [(name if n == 0 else None, *row) for n, row in enumerate(labelled())]

    two_units(table(("หน่วยงาน", "ตัวชี้วัด", "คะแนน"), *rows))


def test_units_as_headings_of_pairs() -> None:
    pairs = making.text_pairs(SCORES)

    two_units(f"หน่วยงาน : {UNIT}\n{pairs}{OTHER_UNIT}\n{pairs}")


def test_units_as_sheets() -> None:
    def second(book: Workbook) -> None:
        sheet = book.create_sheet(OTHER_UNIT)
        for label, score in labelled():
            sheet.append([label, float(score)])

    two_units(workbook(*labelled(), title=UNIT, edit=second))


def test_a_repeated_heading_goes_on_with_further_units() -> None:
    heads = ("หน่วยงาน", *range(1, 11))

    two_units(table(heads, (UNIT, *SCORES.values()), heads, (OTHER_UNIT, *SCORES.values())))


def test_a_list_that_begins_anew_without_a_name_is_a_further_unit() -> None:
    sheet = read(making.text_pairs(SCORES) * 2)

    assert [unit.indicators for unit in sheet.units] == [SCORES, SCORES]
    assert any("เริ่มใหม่" in note for note in sheet.notes)


def test_two_agencies_of_one_name_stay_two() -> None:
    sheet = read(table(("หน่วยงาน", "ITA"), (UNIT, 80), (UNIT, 90)))

    assert [unit.total for unit in sheet.units] == [80, 90]
    assert any(UNIT in note for note in sheet.notes)


def test_scores_of_another_year_are_left_out_and_noted() -> None:
    sheet = read(table(("ปี", "หน่วยงาน", "ITA"), (2563, UNIT, 80), (2564, UNIT, 90)))

    assert [unit.total for unit in sheet.units] == [90]
    assert sheet.other_years == (2563,)
    assert any("2563" in note for note in sheet.notes)


def test_years_over_groups_of_columns() -> None:
    text = table(
        ("หน่วยงาน", YEAR - 1, *[None] * 9, YEAR, *[None] * 9),
        (None, *range(1, 11), *range(1, 11)),
        (UNIT, *[50] * 10, *SCORES.values()),
    )

    assert read_unit(text).indicators == SCORES


def test_a_unit_named_once_over_its_years() -> None:
    text = table(("หน่วยงาน", "ปี", "ITA"), (UNIT, 2563, 80), (None, 2564, 90))

    assert read_unit(text).name == UNIT


def test_the_sheet_of_the_year_is_taken() -> None:
    def before(book: Workbook) -> None:
        book.create_sheet("2563").append(["คะแนนรวม", 50])

    assert read_unit(workbook(("คะแนนรวม", 90), title="ปี 2564", edit=before)).total == 90


# --- what stands around the scores --------------------------------------------------------------


def test_a_title_gives_the_name_and_no_scores() -> None:
    text = table(
        ("ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2564 ของเทศบาลตำบลดอกคูณ จังหวัดสมมุติ",),
        (),
        ("ตัวชี้วัด", "คะแนน", "หมายเหตุ"),
        *labelled(),
        ("ที่มา: ระบบประเมิน", None),
    )

    unit = read_unit(text)

    assert (unit.name, unit.indicators) == (OTHER_UNIT, SCORES)


def test_a_title_of_another_year_is_noted() -> None:
    sheet = read("ผลการประเมินคุณธรรมและความโปร่งใส ปี 2560\n" + making.one_line_each(SCORES))

    assert any("2560" in note for note in sheet.notes)


def test_average_and_full_marks_are_no_units() -> None:
    heads = ("หน่วยงาน", *range(1, 11))

    unit = read_unit(
        table(
            heads, ("คะแนนเต็ม", *[100] * 10), (UNIT, *SCORES.values()), ("ค่าเฉลี่ย", *SCORES.values())
        )
    )

    assert (unit.name, unit.indicators) == (UNIT, SCORES)


def test_headings_in_two_rows_with_the_instruments_above() -> None:
    text = table(
        ("หน่วยงาน", "IIT", *[None] * 5, "EIT", *[None] * 3, "OIT", None, None, "คะแนนรวม"),
        (None, 1, 2, 3, 4, 5, "คะแนน", 6, 7, 8, "คะแนน", 9, 10, "คะแนน", None),
        (
            UNIT,
            *(SCORES[n] for n in range(1, 6)),
            INSTRUMENTS["IIT"],
            *(SCORES[n] for n in range(6, 9)),
            INSTRUMENTS["EIT"],
            *(SCORES[n] for n in range(9, 11)),
            INSTRUMENTS["OIT"],
            TOTAL,
        ),
    )

    unit = read_unit(text)

    assert (unit.indicators, unit.instruments, unit.total) == (SCORES, unweighted, TOTAL)


def test_headings_in_two_rows_with_score_and_level_below() -> None:
    heads = [cell for n in SCORES for cell in (f"{n}. {NAMES[n]}", None)]
    cells = [cell for score in SCORES.values() for cell in (score, "A")]

    text = table(("หน่วยงาน", *heads), (None, *["คะแนน", "ระดับ"] * 10), (UNIT, *cells))

    assert read_unit(text).indicators == SCORES


def test_cards_in_two_columns_are_one_unit() -> None:
    text = "".join(
        f"{n}. {NAMES[n]}\t{n + 1}. {NAMES[n + 1]}\n{SCORES[n]} คะแนน\t{SCORES[n + 1]} คะแนน\n"
        for n in range(1, 10, 2)
    )

    assert read_unit(text).indicators == SCORES


def test_a_list_may_be_numbered_within_each_instrument() -> None:
    numbers = [1, 2, 3, 4, 5, 1, 2, 3, 1, 2]
    rows = zip(numbers, NAMES.values(), SCORES.values(), strict=True)

    assert read_unit(table(("ลำดับ", "ตัวชี้วัด", "คะแนน"), *rows)).indicators == SCORES


def test_a_list_may_have_numbers_only() -> None:
    assert read_unit(table(("ตัวชี้วัดที่", "คะแนน"), *SCORES.items())).indicators == SCORES


def test_a_sheet_may_begin_anywhere() -> None:
    rows = [(None, None, label, None, score) for label, score in labelled()]

    assert (
        read_unit(workbook((), (), (None, None, "ตัวชี้วัด", None, "คะแนน"), *rows)).indicators
        == SCORES
    )
