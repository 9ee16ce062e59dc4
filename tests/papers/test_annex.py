"""The annex: what its table says, what its words say, and what is said of the unknown."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_desktop.domain.analysis import YearAnalysis, analyse
from ita_desktop.domain.case import Assessment, Indicator, OitItem, SubIndicator
from ita_desktop.domain.frameworks import (
    Framework,
    IndicatorSpec,
    InstrumentSpec,
    ItemSpec,
    LevelRule,
    Scale,
    SubIndicatorSpec,
)
from ita_desktop.papers.annex import charts, compose_annex
from ita_desktop.papers.document import Annex, Chart, ChartKind, Heading, Paragraph, Table, TableRow

LETTERS = Scale(
    (LevelRule("A", Decimal(85)), LevelRule("B", Decimal(75)), LevelRule("F", Decimal(0)))
)
SUBS = (
    SubIndicatorSpec("4.1", "ข้อมูลพื้นฐาน", (ItemSpec("O1"), ItemSpec("O2"))),
    SubIndicatorSpec("4.2", "มาตรการ", (ItemSpec("O3"),)),
)
FRAMEWORK = Framework(
    2567,
    (
        InstrumentSpec(
            "IIT",
            "ผู้มีส่วนได้ส่วนเสียภายใน",
            Decimal(60),
            (IndicatorSpec(1, "หน้าที่"), IndicatorSpec(2, "งบประมาณ"), IndicatorSpec(3, "อำนาจ")),
        ),
        InstrumentSpec("OIT", "การเปิดเผย", Decimal(40), (IndicatorSpec(4, "เปิดเผย", SUBS),)),
    ),
    letters=LETTERS,
)


def assessed(year: int, *scores: str | None) -> Assessment:
    indicators = [
        Indicator(number, score=None if score is None else Decimal(score))
        for number, score in enumerate(scores, start=1)
    ]
    return Assessment(year, tuple(indicators))


def year(number: int, *scores: str | None) -> YearAnalysis:
    return analyse(assessed(number, *scores), FRAMEWORK._replace(year=number))


NOW = year(2567, "90", "84.5", "80", "70")
BEFORE = year(2566, "88", "86", "80", "60")
LONG_AGO = year(2564, "70", "70", "70", "50")


def table(annex: Annex) -> dict[str, TableRow]:
    (found,) = [block for block in annex.blocks if isinstance(block, Table)]
    return {row.cells[0].items[0].mark or row.key: row for row in found.rows}


def cells(row: TableRow) -> list[str]:
    return ["".join(item.text for item in cell.items) for cell in row.cells]


def words(annex: Annex) -> list[str]:
    return [block.text for block in annex.blocks if isinstance(block, Paragraph)]


def shown(annex: Annex) -> list[ChartKind]:
    return [block.kind for block in annex.blocks if isinstance(block, Chart)]


# --- the table ----------------------------------------------------------------


def test_the_title_names_year_and_agency() -> None:
    title = compose_annex("เทศบาลตำบลธารงาม", NOW).title

    assert title.startswith("ภาคผนวก\n")
    assert "๒๕๖๗" in title
    assert title.endswith("ของเทศบาลตำบลธารงาม")


def test_a_row_tells_weight_score_and_distance_from_the_target() -> None:
    rows = table(compose_annex("ก", NOW))

    assert cells(rows["๑."]) == ["หน้าที่", "๒๐", "๙๐.๐๐", "+๕.๐๐"]
    assert cells(rows["๒."]) == ["งบประมาณ", "๒๐", "๘๔.๕๐", "-๐.๕๐"]
    assert cells(rows["๔."]) == ["เปิดเผย", "๔๐", "๗๐.๐๐", "-๑๕.๐๐"]


def test_sums_are_strong_and_computed() -> None:
    rows = table(compose_annex("ก", NOW))

    assert cells(rows["IIT ผู้มีส่วนได้ส่วนเสียภายใน"]) == [
        "IIT ผู้มีส่วนได้ส่วนเสียภายใน",
        "๖๐",
        "๘๔.๘๓",
        "-๐.๑๗",
    ]
    assert cells(rows["คะแนนรวม"]) == ["คะแนนรวม", "๑๐๐", "๗๘.๙๐", "-๖.๑๐"]
    strong = [key for key, row in rows.items() if row.strong]
    assert strong == ["IIT ผู้มีส่วนได้ส่วนเสียภายใน", "OIT การเปิดเผย", "คะแนนรวม"]


def test_an_earlier_year_stands_before_with_the_change() -> None:
    rows = table(compose_annex("ก", NOW, [LONG_AGO, BEFORE]))

    assert cells(rows["๑."]) == ["หน้าที่", "๒๐", "๘๘.๐๐", "๙๐.๐๐", "+๒.๐๐", "+๕.๐๐"]
    assert cells(rows["๒."])[2:5] == ["๘๖.๐๐", "๘๔.๕๐", "-๑.๕๐"]
    assert cells(rows["๓."])[4] == "๐.๐๐"


def test_what_is_not_known_is_a_dash() -> None:
    rows = table(compose_annex("ก", year(2567, "90"), [BEFORE]))

    assert cells(rows["๒."]) == ["งบประมาณ", "๒๐", "-", "-", "-", "-"]
    assert cells(rows["คะแนนรวม"])[3] == "-"


def test_sub_indicators_are_shown_indented_where_one_is_known() -> None:
    items = (OitItem("O1", score=Decimal(100)), OitItem("O2", score=Decimal(0)))
    subs = (SubIndicator("4.1", items=items),)
    made = analyse(Assessment(2567, (Indicator(4, sub_indicators=subs),)), FRAMEWORK)

    rows = table(compose_annex("ก", made))

    assert cells(rows["๔.๑"]) == ["ข้อมูลพื้นฐาน", "", "๕๐.๐๐", "-๓๕.๐๐"]
    assert cells(rows["๔.๒"])[2] == "-"
    assert [rows[key].cells[0].level for key in ("OIT การเปิดเผย", "๔.", "๔.๑")] == [0, 1, 2]
    assert "๔.๑" not in table(compose_annex("ก", NOW))


def test_names_of_a_framework_are_cleaned_up() -> None:
    first = FRAMEWORK.instruments[0]
    dirty = first._replace(indicators=(IndicatorSpec(1, "ทํางาน\nข้อ 2\x00"), *first.indicators[1:]))
    framework = FRAMEWORK._replace(instruments=(dirty, FRAMEWORK.instruments[1]))
    annex = compose_annex("ก", analyse(assessed(2567, "90", "80", "70", "60"), framework))

    assert cells(table(annex)["๑."])[0] == "ทำงาน ข้อ ๒"
    assert [b.labels[0] for b in annex.blocks if isinstance(b, Chart)] == ["๑ ทำงาน ข้อ ๒"] * 2


# --- the words ----------------------------------------------------------------


def test_the_level_is_told_with_its_reason() -> None:
    (said,) = words(compose_annex("ก", NOW))

    assert "ระดับ B" in said
    assert "๗๘.๙๐" in said


def test_changes_are_told_from_the_latest_year_before() -> None:
    said = words(compose_annex("ก", NOW, [BEFORE, LONG_AGO]))[1]

    assert said.startswith("เมื่อเทียบกับปี ๒๕๖๖ คะแนนรวมเพิ่มขึ้น ๔.๑๐ จาก ๗๔.๘๐ เป็น ๗๘.๙๐")
    assert "เพิ่มขึ้นมากที่สุด คือ ตัวชี้วัดที่ ๔ เปิดเผย เพิ่มขึ้น ๑๐.๐๐" in said
    assert "ลดลงมากที่สุด คือ ตัวชี้วัดที่ ๒ งบประมาณ ลดลง ๑.๕๐" in said


def test_where_nothing_fell_that_is_said() -> None:
    said = words(compose_annex("ก", NOW, [LONG_AGO]))[1]

    assert said.endswith("ไม่มีตัวชี้วัดใดลดลง")


def test_missing_scores_are_named_and_no_total_is_guessed() -> None:
    (said,) = words(compose_annex("ก", year(2567, "90", "84.5")))

    assert "ยังสรุปคะแนนรวมและระดับไม่ได้" in said
    assert "ตัวชี้วัดที่ ๓" in said


def test_contradictions_are_told() -> None:
    items = (OitItem("O3", score=Decimal(100)),)
    subs = (SubIndicator("4.2", score=Decimal(50), items=items),)
    made = analyse(Assessment(2567, (Indicator(4, sub_indicators=subs),)), FRAMEWORK)

    assert any("๕๐.๐๐" in said and "๑๐๐.๐๐" in said for said in words(compose_annex("ก", made)))


def test_an_uncertain_framework_is_told() -> None:
    made = analyse(assessed(2567, "90"), FRAMEWORK._replace(uncertain=True))

    assert any("โปรดตรวจกับคู่มือ ป.ป.ช." in said for said in words(compose_annex("ก", made)))


# --- the pictures -------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "earlier", "kinds"),
    [
        (NOW, [], [ChartKind.RADAR, ChartKind.BARS]),
        (NOW, [BEFORE], [ChartKind.RADAR, ChartKind.BARS, ChartKind.TREND]),
        (year(2567, "90", None, None, "70"), [], [ChartKind.BARS]),
        (year(2567), [BEFORE], []),
        (
            year(2567, "90", "80", "70"),
            [BEFORE],
            [ChartKind.RADAR, ChartKind.BARS, ChartKind.TREND],
        ),
    ],
)
def test_only_the_pictures_that_say_something_are_drawn(
    now: YearAnalysis, earlier: list[YearAnalysis], kinds: list[ChartKind]
) -> None:
    assert shown(compose_annex("ก", now, earlier)) == kinds


def test_each_picture_is_headed_and_numbered() -> None:
    blocks = compose_annex("ก", NOW, [BEFORE]).blocks
    headings = [
        blocks[at - 1].text
        for at, block in enumerate(blocks)
        if isinstance(block, Chart) and isinstance(blocks[at - 1], Heading)
    ]

    assert [heading.split()[1] for heading in headings] == ["๑", "๒", "๓"]


def test_the_trend_goes_through_all_years_in_order() -> None:
    trend = charts(NOW, [LONG_AGO, BEFORE])[-1]

    assert trend.labels == ("๒๕๖๔", "๒๕๖๖", "๒๕๖๗")
    assert trend.series[0].values == (Decimal("62.00"), Decimal("74.80"), Decimal("78.90"))
    assert [line.name for line in trend.series] == ["คะแนนรวม", "IIT", "OIT"]


def test_the_trend_shows_the_latest_eight_years() -> None:
    past = [year(number, "90", "80", "70", "60") for number in range(2557, 2567)]

    trend = charts(NOW, past)[-1]

    assert len(trend.labels) == 8
    assert trend.labels[-1] == "๒๕๖๗"
    assert trend.title.endswith("ปี ๒๕๖๐–๒๕๖๗")


def test_a_line_that_one_year_alone_knows_is_left_out() -> None:
    trend = charts(year(2567, "90", "80", "70"), [BEFORE])[-1]

    assert [line.name for line in trend.series] == ["IIT"]


def test_an_indicator_that_was_another_in_the_earlier_year_is_not_compared() -> None:
    first = FRAMEWORK.instruments[0]
    renamed = first._replace(indicators=(IndicatorSpec(1, "อื่น"), *first.indicators[1:]))
    framework = FRAMEWORK._replace(year=2566, instruments=(renamed, FRAMEWORK.instruments[1]))
    before = analyse(assessed(2566, "88", "86", "80", "60"), framework)

    radar = charts(NOW, [before])[0]

    assert radar.series[1].values == (None, Decimal("86.00"), Decimal("80.00"), Decimal("60.00"))
    assert cells(table(compose_annex("ก", NOW, [before]))["๑."])[2] == "-"


def test_bars_leave_out_what_nobody_knows() -> None:
    bars = charts(year(2567, "90", None, None, "70"))[0]

    assert bars.labels == ("๑ หน้าที่", "๔ เปิดเผย")
    assert bars.series[0].values == (Decimal("90.00"), Decimal("70.00"))


def test_the_target_is_the_frameworks() -> None:
    made = analyse(assessed(2567, "90", "80", "70", "60"), FRAMEWORK._replace(target=Decimal(90)))

    assert charts(made)[0].target == Decimal(90)
    assert charts(made)[0].target_name == "เป้าหมาย ๙๐"
    assert cells(table(compose_annex("ก", made))["๑."])[3] == "๐.๐๐"


def of_many(count: int) -> YearAnalysis:
    specs = tuple(IndicatorSpec(number, f"เรื่อง {number}") for number in range(1, count + 1))
    many = FRAMEWORK._replace(instruments=(InstrumentSpec("IIT", "", Decimal(100), specs),))
    return analyse(assessed(2567, *(str(50 + number % 50) for number in range(count))), many)


def test_bars_of_many_indicators_go_on_in_a_further_chart() -> None:
    radar, *bars = charts(of_many(18))
    assert (radar.kind, [len(chart.labels) for chart in bars]) == (ChartKind.RADAR, [18])
    first, second = charts(of_many(35))  # no radar: nobody could tell 35 axes apart
    assert [chart.kind for chart in (first, second)] == [ChartKind.BARS] * 2
    assert [len(first.labels), len(second.labels)] == [18, 17]
    assert first.title.endswith("(๑/๒)")
    assert second.labels[0].startswith("๑๙ ")
    assert second.series[0].values[0] == Decimal("68.00")
