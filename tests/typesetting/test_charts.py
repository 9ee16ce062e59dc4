"""The pictures: values where they belong, nothing outside, nothing on top of each other."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.papers.document import Chart, ChartKind, Series
from ita_desktop.papers.page_form import MEMO_FORM
from ita_desktop.thai.digits import thai_number, thai_score
from ita_desktop.thai.words import standard_dictionary
from ita_desktop.typesetting.charts import ChartDrawer, Picture
from ita_desktop.typesetting.lines import LineBreaker
from ita_desktop.typesetting.pages import Path, Text
from ita_desktop.typesetting.shaping import load_fonts

NAMES = (
    "๑ การปฏิบัติหน้าที่",
    "๒ การใช้งบประมาณ",
    "๓ การใช้อำนาจ",
    "๔ การใช้ทรัพย์สินของราชการ",
    "๕ การแก้ไขปัญหาการทุจริต",
    "๖ คุณภาพการดำเนินงาน",
    "๗ ประสิทธิภาพการสื่อสาร",
    "๘ การปรับปรุงระบบการทำงาน",
    "๙ การเปิดเผยข้อมูล",
    "๑๐ การป้องกันการทุจริต",
)
YEARS = ("๒๕๖๔", "๒๕๖๕", "๒๕๖๖", "๒๕๖๗")
SCORES = st.decimals(0, 100, places=2)
FONTS = ("th-sarabun-new", "sarabun")


@lru_cache(maxsize=2)
def drawer(font: str = "th-sarabun-new") -> ChartDrawer:
    return ChartDrawer(LineBreaker(standard_dictionary()), load_fonts(font))


def drawn(chart: Chart) -> Picture:
    """The picture of a chart as wide as a memo's text."""
    return drawer().draw(chart, MEMO_FORM.text_width)


def series(name: str, *values: str | None) -> Series:
    return Series(name, tuple(None if value is None else Decimal(value) for value in values))


def chart(kind: ChartKind, labels: tuple[str, ...], *shown: Series) -> Chart:
    return Chart(kind, "ภาพ", labels, shown, Decimal(85), "เป้าหมาย ๘๕")


NOW = series(
    "ปี ๒๕๖๗",
    *("91.47", "84.26", "88.93", "85.18", "86.05", "87.32", "83.64", "81.90", "92.14", "62.50"),
)
BEFORE = series("ปี ๒๕๖๖", "90", "80.1", "89", "79", "70", "88", "80", "70", "62", "6.25")
TREND = (
    series("คะแนนรวม", "70.20", "75", "88.41", "84.26"),
    series("IIT", "80", "82", "85", "87.10"),
    series("EIT", "81", "79", "84", "84.28"),
    series("OIT", "51", "66", "96", "77.32"),
)
RADAR = chart(ChartKind.RADAR, NAMES, NOW, BEFORE)
BARS = chart(ChartKind.BARS, NAMES, NOW, BEFORE)
LINES = chart(ChartKind.TREND, YEARS, *TREND)


def texts(picture: Picture) -> list[Text]:
    return [mark for mark in picture.marks if isinstance(mark, Text)]


def said(picture: Picture) -> list[str]:
    return [text.run.text.strip() for text in texts(picture)]


def filled(picture: Picture) -> list[Path]:
    return [mark for mark in picture.marks if isinstance(mark, Path) and mark.fill]


def check_inside(picture: Picture) -> None:
    for mark in picture.marks:
        if isinstance(mark, Text):
            assert mark.x >= -0.01
            assert mark.x + mark.run.width <= picture.width + 0.01
            assert 0 < mark.y < picture.height
        else:
            assert all(
                -0.01 <= x <= picture.width + 0.01 and 0 <= y <= picture.height
                for x, y in mark.points
            )


def check_labels_apart(picture: Picture) -> None:
    for one, other in combinations(texts(picture), 2):
        beside = (
            one.x + one.run.width <= other.x + 0.01 or other.x + other.run.width <= one.x + 0.01
        )
        assert beside or abs(one.y - other.y) > one.run.size * 0.6, (one.run, other.run)


# --- all kinds ----------------------------------------------------------------


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("made", [RADAR, BARS, LINES], ids=lambda c: c.kind.value)
def test_everything_is_inside_and_labels_keep_apart(made: Chart, font: str) -> None:
    picture = drawer(font).draw(made, MEMO_FORM.text_width)

    assert picture.width == MEMO_FORM.text_width
    check_inside(picture)
    check_labels_apart(picture)


@given(st.data())
def test_any_scores_stay_inside(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(ChartKind))
    labels = YEARS if kind is ChartKind.TREND else NAMES
    values = st.lists(st.none() | SCORES, min_size=len(labels), max_size=len(labels))
    shown = data.draw(st.lists(values, min_size=1, max_size=4))

    picture = drawn(chart(kind, labels, *[Series("ปี", tuple(v)) for v in shown]))

    check_inside(picture)
    check_labels_apart(picture)


@pytest.mark.parametrize("made", [RADAR, BARS], ids=lambda c: c.kind.value)
def test_each_name_and_value_is_printed(made: Chart) -> None:
    printed = "".join("".join(said(drawn(made))).split())

    for name, value in zip(NAMES, NOW.values, strict=True):
        assert "".join(name.split()) in printed
        assert thai_score(value or Decimal(0)) in printed


@pytest.mark.parametrize("made", [RADAR, BARS, LINES], ids=lambda c: c.kind.value)
def test_the_legend_names_the_target_and_each_series(made: Chart) -> None:
    printed = said(drawn(made))

    assert "เป้าหมาย ๘๕" in printed
    assert all(any(text.startswith(s.name) for text in printed) for s in made.series)


@pytest.mark.parametrize("made", [RADAR, LINES], ids=lambda c: c.kind.value)
def test_lines_differ_by_their_dashes_for_a_copy_without_colours(made: Chart) -> None:
    marks = drawn(made).marks
    long = [m for m in marks if isinstance(m, Path) and len(m.points) >= len(made.labels)]
    coloured = {m.stroke: m.dash for m in long if m.stroke and m.width >= 0.9}

    assert len(set(coloured.values())) == len(coloured) == len(made.series) + (made is RADAR)


def test_a_picture_is_put_on_a_page_as_it_is() -> None:
    picture = drawn(BARS)

    moved = list(picture.at(100.0, 200.0))

    for mark, put in zip(picture.marks, moved, strict=True):
        if isinstance(mark, Text) and isinstance(put, Text):
            assert (put.x, put.y, put.run) == (mark.x + 100, mark.y + 200, mark.run)
        elif isinstance(mark, Path) and isinstance(put, Path):
            assert put.points == tuple((x + 100, y + 200) for x, y in mark.points)


# --- the radar ----------------------------------------------------------------


def shape(picture: Picture, width: float) -> tuple[tuple[float, float], ...]:
    (path,) = [
        m
        for m in picture.marks
        if isinstance(m, Path) and m.closed and m.width == width and len(m.points) == 10
    ]
    return path.points


def test_the_radar_puts_each_value_on_its_axis() -> None:
    picture = drawn(RADAR)
    outer = [m for m in picture.marks if isinstance(m, Path) and m.closed and m.width == 0.6][-1]
    centre = (MEMO_FORM.text_width / 2, sum(y for _, y in outer.points) / 10)

    reached = [hypot(x - centre[0], y - centre[1]) for x, y in shape(picture, 1.6)]
    ends = [hypot(x - centre[0], y - centre[1]) for x, y in outer.points]

    for value, reach, end in zip(NOW.values, reached, ends, strict=True):
        assert reach / end == pytest.approx(float(value or 0) / 100, abs=1e-4)


def test_the_radar_begins_at_the_top_and_goes_clockwise() -> None:
    points = shape(drawn(RADAR), 1.6)

    assert points[0][0] == pytest.approx(MEMO_FORM.text_width / 2)
    assert points[0][1] < points[5][1]
    assert points[2][0] > points[0][0] > points[8][0]


def test_an_unknown_value_breaks_the_radars_line_and_is_told() -> None:
    gap = NOW._replace(values=(*NOW.values[:3], None, *NOW.values[4:]))

    picture = drawn(chart(ChartKind.RADAR, NAMES, gap))

    assert "ไม่มีข้อมูล" in said(picture)
    lines = [m for m in picture.marks if isinstance(m, Path) and m.width == 1.6 and not m.closed]
    around = [line for line in lines if len(line.points) > 2]
    assert sum(len(line.points) for line in around) == 10  # nine, and the first again at the end
    tint = [m for m in filled(picture) if len(m.points) == 10]
    assert tint == []


# --- bars ---------------------------------------------------------------------


def test_a_bar_is_as_long_as_its_value() -> None:
    picture = drawn(BARS)
    bars = [b for b in filled(picture) if b.points[2][1] - b.points[0][1] < 8][: 2 * len(NAMES)]
    left = bars[0].points[0][0]
    full = (bars[0].points[1][0] - left) / float(NOW.values[0] or 1)

    values = [v for pair in zip(NOW.values, BEFORE.values, strict=True) for v in pair]
    for bar, value in zip(bars, values, strict=True):
        assert bar.points[1][0] - left == pytest.approx(full * float(value or 0), abs=0.01)


def test_the_line_of_the_target_stands_at_85() -> None:
    picture = drawn(BARS)
    ticks = {t.run.text: t.x + t.run.width / 2 for t in texts(picture)}
    upright = [
        m
        for m in picture.marks
        if isinstance(m, Path) and m.dash and m.points[0][0] == m.points[-1][0]
    ]

    (line,) = upright
    zero, hundred = ticks["๐"], ticks["๑๐๐"]
    assert (line.points[0][0] - zero) / (hundred - zero) == pytest.approx(0.85, abs=1e-3)


def test_values_stand_in_columns_under_their_years() -> None:
    picture = drawn(BARS)
    ends = {t.run.text: t.x + t.run.width for t in texts(picture)}
    heads = [t for t in texts(picture) if t.run.text == "ปี ๒๕๖๖"]

    assert ends["๙๑.๔๗"] == pytest.approx(ends["๖๒.๕๐"])
    assert ends["๖.๒๕"] == pytest.approx(min(heads, key=lambda t: t.y).x + heads[0].run.width)


def test_an_unknown_bar_is_a_dash() -> None:
    picture = drawn(chart(ChartKind.BARS, NAMES[:2], series("ปี ๒๕๖๗", None, "50")))

    assert said(picture).count("-") == 1


# --- the trend ----------------------------------------------------------------


def points_of(picture: Picture, width: float) -> tuple[tuple[float, float], ...]:
    lines = [m for m in picture.marks if isinstance(m, Path) and m.width == width]
    return max(lines, key=lambda line: len(line.points)).points


def test_the_trend_rises_where_the_total_does() -> None:
    points = points_of(drawn(LINES), 1.6)

    assert len(points) == 4
    assert all(before[0] < after[0] for before, after in pairwise(points))
    assert points[0][1] > points[1][1] > points[2][1] < points[3][1]


def test_the_total_stands_under_each_year() -> None:
    printed = {t.run.text: t for t in texts(drawn(LINES))}

    for year, value in zip(YEARS, ("๗๐.๒๐", "๗๕.๐๐", "๘๘.๔๑", "๘๔.๒๖"), strict=True):
        over, under = printed[year], printed[value]
        assert under.y > over.y
        assert over.x + over.run.width / 2 == pytest.approx(under.x + under.run.width / 2)


def test_each_line_ends_in_its_name_and_last_value() -> None:
    printed = said(drawn(LINES))

    for text in ("คะแนนรวม ๘๔.๒๖", "IIT ๘๗.๑๐", "EIT ๘๔.๒๘", "OIT ๗๗.๓๒"):
        assert text in printed


def test_names_of_lines_that_end_together_keep_apart_in_order() -> None:
    same = [series(name, "80", last) for name, last in (("ก", "90"), ("ข", "90.1"), ("ค", "89.9"))]
    picture = drawn(chart(ChartKind.TREND, YEARS[:2], *same))
    ends = {t.run.text[0]: t.y for t in texts(picture) if t.run.text[0] in "กขค"}

    assert ends["ข"] < ends["ก"] < ends["ค"]
    assert ends["ก"] - ends["ข"] > 10
    assert ends["ค"] - ends["ก"] > 10


def test_names_at_the_top_stay_inside() -> None:
    full = [series(name, "99", "100") for name in "กขคง"]

    picture = drawn(chart(ChartKind.TREND, YEARS[:2], *full))

    check_inside(picture)
    check_labels_apart(picture)


def test_no_line_is_lost_where_there_are_many() -> None:
    many = [series(name, "60", str(60 + at)) for at, name in enumerate("กขคงจฉช")]

    printed = said(drawn(chart(ChartKind.TREND, YEARS[:2], *many)))

    assert {text[0] for text in printed} >= set("กขคงจฉช")


def test_eight_years_fit_side_by_side() -> None:
    years = tuple(f"๒๕๖{digit}" for digit in "๒๓๔๕๖๗๘๙")

    check_labels_apart(drawn(chart(ChartKind.TREND, years, series("คะแนนรวม", *["100"] * 8))))


def test_an_unknown_year_breaks_the_line() -> None:
    gap = series("คะแนนรวม", "70", None, "80", "90")

    picture = drawn(chart(ChartKind.TREND, YEARS, gap))

    assert len(points_of(picture, 1.6)) == 2
    assert "-" in said(picture)


LONG = "การบริหารจัดการความเสี่ยงด้านการทุจริตและผลประโยชน์ทับซ้อนของหน่วยงาน"


@pytest.mark.parametrize("count", [5, 11, 16, 18])
@pytest.mark.parametrize("long", [False, True])
def test_labels_of_any_number_of_axes_keep_apart(count: int, long: bool) -> None:
    names = tuple(
        f"{thai_number(n + 1)} {LONG if long else NAMES[n % 10].split(' ')[1]}"
        for n in range(count)
    )
    values = series("ปี ๒๕๖๗", *(str(50 + n) for n in range(count)))
    picture = drawn(chart(ChartKind.RADAR, names, values))
    check_inside(picture)
    check_labels_apart(picture)


def test_axes_whose_names_have_no_room_bear_their_numbers() -> None:
    names = tuple(f"{thai_number(n + 1)} {LONG}" for n in range(11))
    values = series("ปี ๒๕๖๗", *("90",) * 11)
    words = said(drawn(chart(ChartKind.RADAR, names, values)))
    assert [thai_number(n) in words for n in (1, 10, 11)] == [True] * 3
    assert LONG not in " ".join(words)


def test_the_line_that_matters_looks_like_no_other_one() -> None:
    lines = [series(f"เส้น {n}", "80", str(81 + n)) for n in range(9)]
    picture = drawn(chart(ChartKind.TREND, YEARS[:2], *lines))
    first = [
        mark
        for mark in picture.marks
        if isinstance(mark, Path) and mark.width == 1.6 and len(mark.points) == 2
    ]
    assert len(first) == 2  # the line and its sample beside the name
