"""The tab of analysis, as someone works in it who knows spreadsheets."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot
from tests.ui.analysis.making import EMPTY, NOW, Bench, scored
from tests.ui.finding import child

from ita_desktop.domain.case import Assessment, Indicator, OitItem, SubIndicator
from ita_desktop.services.folders import user_folder
from ita_desktop.services.samples import sample_case
from ita_desktop.ui.analysis.charts_panel import ChartView
from ita_desktop.ui.analysis.scores_dialog import ScoresDialog
from ita_desktop.ui.analysis.scores_model import ScoreColumn
from ita_desktop.ui.widgets.editors import TextEdit
from ita_desktop.ui.widgets.grid import GridTable
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.year_box import YearBox

MakeBench = Callable[..., Bench]
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


# --- showing ------------------------------------------------------------------------------------


def test_the_ten_indicators_are_in_sight_with_the_years_names(bench: Bench) -> None:
    numbers = [number for number in bench.numbers() if number.isdigit()]
    assert numbers == [str(number) for number in range(1, 11)]
    assert bench.cell("10", ScoreColumn.NAME) == "๑๐  การป้องกันการทุจริต"
    assert bench.here == ("1", ScoreColumn.SCORE)


def test_entered_and_computed_scores_look_different(bench: Bench) -> None:
    def font(number: str) -> QFont | None:
        return bench.model.index_of(number).data(Qt.ItemDataRole.FontRole)

    assert bench.cell("1") == "๙๐.๐๐"
    assert bench.cell("10.2") == "๕๐.๐๐"
    assert font("1") is None
    computed = font("10.2")
    assert computed is not None
    assert computed.italic()


def test_a_score_that_does_not_follow_is_marked_and_explained(make_bench: MakeBench) -> None:
    bench = make_bench(scored(NOW, s10_2="80"))
    assert bench.cell("10.2") == "≠ ๘๐.๐๐"
    bench.go("10.2")
    assert "แต่คำนวณจากส่วนย่อยได้ ๕๐.๐๐" in bench.text("scores_note")
    bench.go("1")
    assert "คำนวณ" not in bench.text("scores_note")


def test_the_year_before_stands_beside(bench: Bench) -> None:
    assert bench.model.headerData(ScoreColumn.BEFORE, Qt.Orientation.Horizontal) == "ปี ๒๕๖๔"
    assert (bench.cell("1", ScoreColumn.BEFORE), bench.cell("1", ScoreColumn.CHANGE)) == (
        "๘๐.๐๐",
        "+๑๐.๐๐",
    )
    assert bench.cell("3", ScoreColumn.CHANGE) == "−๒.๕๐"
    assert bench.cell("2", ScoreColumn.BEFORE) == ""
    assert not bench.tree.isColumnHidden(ScoreColumn.BEFORE)


def test_without_a_year_before_its_columns_are_away(make_bench: MakeBench) -> None:
    bench = make_bench(NOW)
    assert bench.tree.isColumnHidden(ScoreColumn.BEFORE)
    assert bench.tree.isColumnHidden(ScoreColumn.CHANGE)


def test_a_change_of_the_year_before_is_seen_on_coming_back(bench: Bench) -> None:
    bench.session.open_year("2")
    bench.session.edit("แก้", lambda case: scored(case, i1="50"))
    bench.session.open_year("1")
    assert bench.cell("1", ScoreColumn.BEFORE) == "๕๐.๐๐"


def test_names_are_shown_as_they_are(make_bench: MakeBench) -> None:
    case = EMPTY._replace(assessment=Assessment(2575, (Indicator(1, "<b>ก</b> & ข"),)))
    bench = make_bench(case)
    assert bench.cell("1", ScoreColumn.NAME) == "๑  <b>ก</b> & ข"
    tip = bench.model.index_of("1", ScoreColumn.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip


# --- entering -----------------------------------------------------------------------------------


def test_scores_are_typed_down_the_column(make_bench: MakeBench) -> None:
    bench = make_bench(EMPTY)
    for score in ("90.5", "๘๑,๒๕", "100", "88", "77", "70", "65", "60"):
        bench.type(score)
        bench.press(KEY.Key_Return)
    assert bench.here == ("9", ScoreColumn.SCORE)  # past the heading of EIT and that of OIT
    assert [str(bench.scores[str(n)]) for n in (1, 2, 8)] == ["90.5", "81.25", "60"]
    assert bench.cell("IIT") == "๘๗.๓๕"
    undo = bench.session.history.to_undo
    assert undo is not None
    assert undo.name == "แก้คะแนนตัวชี้วัดที่ ๘"


def test_an_item_is_reached_and_entered_by_keys(make_bench: MakeBench) -> None:
    bench = make_bench(EMPTY)
    bench.go("10", ScoreColumn.NAME)
    bench.press(KEY.Key_Right)
    bench.press(KEY.Key_Down)
    bench.press(KEY.Key_Down)
    bench.press(KEY.Key_Right)
    bench.press(KEY.Key_Down)
    bench.press(KEY.Key_Right)
    assert bench.here == ("O42", ScoreColumn.SCORE)
    bench.type("50")
    bench.press(KEY.Key_Return)
    assert bench.scores == {}
    bench.press(KEY.Key_Escape)
    bench.type("0")
    bench.press(KEY.Key_Return)
    bench.type("100")
    bench.press(KEY.Key_Return)
    assert bench.scores == {"O42": 0, "O43": 100}
    assert bench.cell("10.2") == "๕๐.๐๐"


def test_a_score_beyond_a_hundred_is_refused_in_its_place(bench: Bench) -> None:
    bench.type("105")
    bench.press(KEY.Key_Return)
    note = bench.tree.findChild(WrappingLabel, "grid_note")
    assert note.plain_text() == "คะแนนต้องอยู่ระหว่าง ๐ ถึง ๑๐๐"
    bench.press(KEY.Key_Escape)
    assert bench.scores["1"] == 90


def test_undo_takes_back_what_is_still_being_typed_and_shows_where(bench: Bench) -> None:
    bench.go("2")
    bench.type("55")
    bench.session.undo()
    assert bench.scores["2"] == 85
    bench.session.redo()
    assert bench.scores["2"] == 55


def test_undo_shows_where_also_when_nothing_is_stored_there_any_more(bench: Bench) -> None:
    bench.go("O12")
    bench.type("100")
    bench.press(KEY.Key_Return)
    bench.session.place_requested.connect(bench.tab.show_place)
    bench.go("1")
    bench.session.undo()
    assert bench.here == ("O12", ScoreColumn.SCORE)


def test_a_list_of_scores_is_pasted_from_a_spreadsheet(make_bench: MakeBench) -> None:
    bench = make_bench(EMPTY)
    QGuiApplication.clipboard().setText("\r\n".join(str(90 + n) for n in range(8)) + "\r\n")
    bench.press(KEY.Key_V, CONTROL)
    assert bench.scores == {str(n + 1): 90 + n for n in range(8)}
    assert len(bench.records.applied) == 1
    bench.session.undo()
    assert bench.scores == {}


def test_scores_are_copied_in_digits_of_a_spreadsheet(bench: Bench) -> None:
    bench.press(KEY.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "90\n"


def test_deleting_empties_and_can_be_undone(bench: Bench) -> None:
    bench.press(KEY.Key_Delete)
    assert "1" not in bench.scores
    assert bench.case.assessment.indicators[0].name == "การปฏิบัติหน้าที่"
    bench.session.undo()
    assert bench.scores["1"] == 90


def test_the_open_rows_the_cell_and_the_place_stay_when_scores_change(bench: Bench) -> None:
    bench.tree.expand(bench.model.index_of("9", 0))
    bench.go("O42")
    scrolled = bench.tree.verticalScrollBar().value()
    before = bench.numbers()
    bench.session.edit("แก้", lambda case: scored(case, i1="11"))
    assert bench.numbers() == before
    assert bench.here == ("O42", ScoreColumn.SCORE)
    assert bench.tree.verticalScrollBar().value() == scrolled
    assert bench.cell("1") == "๑๑.๐๐"


def test_they_stay_as_well_when_a_part_comes_that_the_year_does_not_have(bench: Bench) -> None:
    bench.go("O42")
    sub = SubIndicator("8.9", "", None, (OitItem("O99", "", Decimal(0)),))
    bench.session.edit(
        "แก้",
        lambda case: case._replace(
            assessment=Assessment(
                2565, (*case.assessment.indicators, Indicator(8, "", None, (sub,)))
            )
        ),
    )
    assert bench.here == ("O42", ScoreColumn.SCORE)
    assert "O42" in bench.numbers()
    assert bench.cell("8.9", ScoreColumn.NAME) == "๘.๙"


def test_a_tab_to_read_takes_nothing(make_bench: MakeBench) -> None:
    bench = make_bench(NOW, read_only=True)
    bench.type("5")
    bench.press(KEY.Key_Delete)
    bench.tick("1")
    QGuiApplication.clipboard().setText("1")
    bench.press(KEY.Key_V, CONTROL)
    assert bench.case == NOW
    assert not child(bench.tab, QPushButton, "paste_button").isEnabled()
    assert not child(bench.tab, QPushButton, "open_button").isEnabled()
    assert child(bench.tab, TextEdit, "opening").isReadOnly()
    assert bench.told == []


# --- years --------------------------------------------------------------------------------------


def write_year(bench: Bench, name: str, year: str) -> None:
    box = child(bench.tab, YearBox, name)
    box.setFocus()
    box.lineEdit().selectAll()
    bench.type(year)
    bench.press(KEY.Key_Return)
    bench.session.commit()


def test_another_year_brings_its_own_parts_and_names(make_bench: MakeBench) -> None:
    bench = make_bench(scored(O34="100"))
    assert "No Gift" in bench.cell("O34", ScoreColumn.NAME)
    write_year(bench, "assessment_year", "2564")
    assert bench.case.assessment.year == 2564
    assert "เจตจำนง" in bench.cell("O34", ScoreColumn.NAME)
    (item,) = bench.case.assessment.indicators[0].sub_indicators[0].items
    assert "เจตจำนง" in item.name
    bench.session.undo()
    assert bench.case == scored(O34="100")


def test_the_fiscal_year_is_typed_in_thai_digits(bench: Bench) -> None:
    write_year(bench, "fiscal_year", "๒๕๗๐")
    assert bench.case.fiscal_year == 2570


def test_a_year_without_a_framework_says_so_and_takes_scores(make_bench: MakeBench) -> None:
    bench = make_bench(EMPTY._replace(assessment=Assessment(2575)))
    assert bench.shows("framework_frame")
    assert "ยังไม่มีเกณฑ์การประเมินของปี ๒๕๗๕" in bench.text("framework_text")
    bench.type("77.5")
    bench.press(KEY.Key_Return)
    assert bench.scores == {"1": Decimal("77.5")}
    assert bench.cell("1") == "๗๗.๕๐"
    assert "ไม่มีเกณฑ์" in bench.text("level_reason")
    bench.click("paste_button")
    assert bench.tab.findChild(ScoresDialog) is None
    assert "ต้นแบบ" in bench.told[0]


def test_the_nearest_framework_is_taken_as_a_pattern(make_bench: MakeBench) -> None:
    bench = make_bench(scored(EMPTY._replace(assessment=Assessment(2575)), i1="80"))
    bench.click("framework_button")
    assert (user_folder("frameworks") / "2575.json").exists()
    assert not bench.shows("framework_frame")
    assert "IIT" in bench.numbers()
    assert "1" in bench.numbers()  # the new headings are open
    assert "โปรดตรวจกับคู่มือ" in bench.told[0]


# --- what to improve ----------------------------------------------------------------------------


def test_the_level_and_its_reason_are_told(make_bench: MakeBench) -> None:
    bench = make_bench(sample_case())
    assert bench.text("level_text") == "ระดับ ต้องปรับปรุง / B   คะแนนรวม ๘๒.๓๗"
    assert "อยู่ในช่วง" in bench.text("level_reason")
    texts = [label.plain_text() for label in bench.tab.findChildren(WrappingLabel)]
    assert any(text.startswith("ทางที่ลงแรงน้อยที่สุด") for text in texts)


def test_a_missing_item_leads_to_its_row(make_bench: MakeBench) -> None:
    bench = make_bench(sample_case())
    table = child(bench.tab, GridTable, "missing_items")
    assert table.model().index(0, 0).data() == "O35"
    bench.double_click(table, table.model().index(0, 0))
    assert bench.here == ("O35", ScoreColumn.SCORE)
    assert "O35" in bench.numbers()
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    bench.press(KEY.Key_Return)
    assert bench.here == (table.model().index(1, 0).data(), ScoreColumn.SCORE)
    assert bench.focus is bench.tree


def test_the_level_follows_at_once(bench: Bench) -> None:
    assert bench.text("level_text") == "ยังบอกระดับไม่ได้"
    for number in range(4, 10):
        bench.go(str(number))
        bench.type("90")
        bench.press(KEY.Key_Return)
    bench.go("10")
    bench.type("70")
    bench.press(KEY.Key_Return)
    assert bench.text("level_text").startswith("ระดับ")


# --- the choice and the opening -----------------------------------------------------------------


def test_the_lowest_is_the_choice_until_one_is_made(bench: Bench) -> None:
    assert bench.ticked() == ["3"]
    assert bench.case.analysis.focus == ()
    assert "ยังไม่ได้ติ๊ก" in bench.text("scores_note")
    assert "ใช้ตัวชี้วัดที่ต่ำที่สุด" in bench.text("focus_heading")


def test_ticking_chooses_and_one_click_goes_back(bench: Bench) -> None:
    bench.tick("10.2")
    assert bench.case.analysis.focus == ("3", "10.2")
    bench.tick("3")
    assert bench.case.analysis.focus == ("10.2",)
    assert bench.ticked() == ["10.2"]
    assert "ตัวชี้วัดย่อยที่ ๑๐.๒" in bench.text("focus_lines")
    child(bench.tab, QTabWidget, "views").setCurrentIndex(1)
    bench.click("focus_default")
    assert bench.case.analysis.focus == ()
    assert bench.ticked() == ["3"]


def test_a_tick_inside_a_closed_row_shows_from_outside(bench: Bench) -> None:
    bench.tick("10.2")
    ten = bench.model.index_of("10", ScoreColumn.FOCUS)
    assert ten.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.PartiallyChecked
    bench.tick("10")
    assert bench.case.analysis.focus == ("3", "10", "10.2")


def test_ticking_by_the_mouse(bench: Bench) -> None:
    place = bench.tree.visualRect(bench.model.index_of("2", ScoreColumn.FOCUS))
    point = place.center()
    point.setX(place.left() + 9)
    bench.qtbot.mouseClick(bench.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert bench.case.analysis.focus == ("2", "3")


def opening(bench: Bench) -> TextEdit:
    child(bench.tab, QTabWidget, "views").setCurrentIndex(1)
    editor = child(bench.tab, TextEdit, "opening")
    editor.setFocus()
    return editor


def test_the_opening_is_composed_and_follows_the_scores(bench: Bench) -> None:
    editor = opening(bench)
    assert "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ๙๐.๐๐ คะแนน" in editor.toPlainText()
    bench.session.edit("แก้", lambda case: scored(case, i1="70"))
    assert "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ๗๐.๐๐ คะแนน" in editor.toPlainText()
    assert bench.case.analysis.opening == ""
    assert not bench.shows("opening_default")


def test_own_words_stay_until_the_composed_ones_are_wanted_back(bench: Bench) -> None:
    editor = opening(bench)
    composed = editor.toPlainText()
    editor.selectAll()
    bench.type("เรื่องของเรา")
    bench.tree.setFocus()
    assert bench.case.analysis.opening == "เรื่องของเรา"
    assert "แก้เอง" in bench.text("opening_state")
    bench.session.edit("แก้", lambda case: scored(case, i1="70"))
    assert editor.toPlainText() == "เรื่องของเรา"
    bench.click("opening_default")
    assert bench.case.analysis.opening == ""
    assert editor.toPlainText() == composed.replace("๙๐.๐๐", "๗๐.๐๐").replace(
        "ตัวชี้วัดที่ ๓ การใช้อำนาจ ซึ่งได้คะแนน ๘๐.๐๐", "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ซึ่งได้คะแนน ๗๐.๐๐"
    )
    bench.session.undo()
    assert editor.toPlainText() == "เรื่องของเรา"


def test_an_emptied_opening_is_composed_again(bench: Bench) -> None:
    editor = opening(bench)
    composed = editor.toPlainText()
    editor.selectAll()
    bench.press(KEY.Key_Delete)
    bench.tree.setFocus()
    assert editor.toPlainText() == composed
    assert bench.case.analysis.opening == ""


# --- going there --------------------------------------------------------------------------------


def test_places_of_the_case_are_shown(bench: Bench) -> None:
    at = ("assessment", "indicators", 3, "sub_indicators", 0, "items", 1, "score")
    assert bench.tab.show_place(at)
    assert bench.here == ("O43", ScoreColumn.SCORE)
    assert "O43" in bench.numbers()
    assert bench.tab.show_place(("assessment", "indicators", 9, "score"))  # not there any more
    assert bench.focus is bench.tree
    assert bench.tab.show_place(("assessment", "year"))
    assert child(bench.tab, YearBox, "assessment_year").hasFocus()
    assert bench.tab.show_place(("fiscal_year",))
    assert child(bench.tab, YearBox, "fiscal_year").hasFocus()
    assert bench.tab.show_place(("analysis", "opening"))
    assert child(bench.tab, TextEdit, "opening").hasFocus()
    assert bench.tab.show_place(("analysis", "focus", 0))
    assert bench.focus is bench.tree
    assert not bench.tab.show_place(("measures", 0, "name"))


# --- charts -------------------------------------------------------------------------------------


def charts(bench: Bench) -> list[str]:
    return [view.accessibleName() for view in bench.tab.findChildren(ChartView)]


def test_charts_are_drawn_when_they_are_looked_at(qtbot: QtBot, bench: Bench) -> None:
    assert charts(bench) == []
    child(bench.tab, QTabWidget, "views").setCurrentIndex(2)
    qtbot.waitUntil(lambda: len(charts(bench)) == 2)
    assert "๒๕๖๔" in charts(bench)[1]
    view = bench.tab.findChildren(ChartView)[0]
    first = view.grab().toImage()
    bench.session.edit("แก้", lambda case: scored(case, i1="10"))
    qtbot.waitUntil(lambda: view.grab().toImage() != first)


def test_a_chart_is_copied_as_a_picture(qtbot: QtBot, bench: Bench) -> None:
    child(bench.tab, QTabWidget, "views").setCurrentIndex(2)
    qtbot.waitUntil(lambda: bool(charts(bench)))
    bench.tab.findChildren(ChartView)[0].copy()
    assert QGuiApplication.clipboard().image().width() > 1000


def test_without_scores_no_chart_is_drawn(qtbot: QtBot, make_bench: MakeBench) -> None:
    bench = make_bench(NOW)
    child(bench.tab, QTabWidget, "views").setCurrentIndex(2)
    qtbot.waitUntil(lambda: bool(charts(bench)))
    bench.session.edit("ล้าง", lambda _: EMPTY)
    qtbot.waitUntil(lambda: not charts(bench))


# --- habits -------------------------------------------------------------------------------------


def test_columns_and_the_level_grow_with_the_letters(bench: Bench) -> None:
    width = bench.tree.columnWidth(ScoreColumn.SCORE)
    level = child(bench.tab, WrappingLabel, "level_text")
    size = level.font().pointSizeF()
    font = QFont(bench.tab.font())
    font.setPointSizeF(font.pointSizeF() * 1.5)
    bench.tab.setFont(font)
    assert bench.tree.columnWidth(ScoreColumn.SCORE) > width * 1.3
    assert level.font().pointSizeF() > size * 1.4


# --- files that are dropped ---------------------------------------------------------------------


def drop(bench: Bench, path: Path) -> bool:
    """Drags a file in and lets go; whether the tab wanted it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    enter = QDragEnterEvent(QPointF(9, 9), *how)
    enter.ignore()
    QApplication.sendEvent(bench.tab, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(bench.tab, QDropEvent(QPointF(9, 9), *how))
    return True


def test_a_dropped_score_file_is_looked_through(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "คะแนน.csv"
    file.write_text("การปฏิบัติหน้าที่,91\n", encoding="utf-8")
    assert drop(bench, file)
    dialog = bench.tab.findChild(ScoresDialog)
    bench.qtbot.waitUntil(lambda: "๑ คะแนน" in child(dialog, WrappingLabel, "summary").plain_text())
    dialog.reject()


def test_a_case_file_is_left_to_the_window(bench: Bench, tmp_path: Path) -> None:
    assert not drop(bench, tmp_path / "ปี.json")
