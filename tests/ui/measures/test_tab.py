"""The tab of measures, driven by keys and the mouse as a clerk drives it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot
from tests.eleven import install, scored_case
from tests.ui.keys import type_text
from tests.ui.session import EMPTY, desk_with

from ita_desktop.domain.case import Case, Measure, Result
from ita_desktop.domain.case_paths import CasePath, with_value
from ita_desktop.domain.copying import without_ids
from ita_desktop.ui.main_window import MainWindow, TabEntry
from ita_desktop.ui.measures.form import MeasureForm
from ita_desktop.ui.measures.list_view import MeasureList
from ita_desktop.ui.measures.model import ROW
from ita_desktop.ui.measures.tab import MeasuresTab
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.labels import WrappingLabel

KEY = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def case_of(names: str) -> Case:
    return EMPTY._replace(measures=tuple(Measure(name) for name in names))


class Shown:
    """A tab in sight and what a test looks at in it."""

    def __init__(self, qtbot: QtBot, case: Case, *, read_only: bool = False) -> None:
        self.session: Session = desk_with(case, read_only=read_only)
        self.tab = MeasuresTab(self.session)
        qtbot.addWidget(self.tab)
        with qtbot.waitActive(self.tab):
            self.tab.show()
            self.tab.activateWindow()
        self.list = self.tab.findChild(MeasureList)
        self.form = self.tab.findChild(MeasureForm)
        self.find = self.tab.findChild(QLineEdit, "find_edit")
        self.told: list[str] = []
        self.session.told.connect(self.told.append)
        self.session.done_told.connect(self.told.append)
        self.list.setFocus()

    def button(self, name: str) -> QPushButton:
        return self.tab.findChild(QPushButton, name)

    def names(self) -> str:
        return "".join(measure.name for measure in self.session.case.measures)

    def seen(self) -> str:
        """The names that the list shows."""
        model = self.list.model()
        rows = [row for row in range(model.rowCount()) if not self.list.isRowHidden(row)]
        return "".join(model.index(row, 0).data() for row in rows)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.list, key, modifier)

    def go_to(self, *rows: int) -> None:
        """Selects rows with the mouse, the first one as a new selection."""
        for count, row in enumerate(rows):
            at = self.list.visualRect(self.list.model().index(row, 0)).center()
            modifier = CTRL if count else NONE
            QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, modifier, at)

    def shown_name(self) -> str:
        return self.form.name.value()

    def lacks(self, row: int) -> str:
        return self.list.model().index(row, 0).data(ROW).lacks.replace("\u200b", "")


@pytest.fixture
def tabs() -> list[Shown]:
    """Keeps what a test shows, which Qt would take away with its Python side."""
    return []


@pytest.fixture
def shown(qtbot: QtBot, tabs: list[Shown]) -> Shown:
    tabs.append(Shown(qtbot, case_of("กขคง")))
    return tabs[0]


def show(qtbot: QtBot, tabs: list[Shown], case: Case, *, read_only: bool = False) -> Shown:
    tabs.append(Shown(qtbot, case, read_only=read_only))
    return tabs[-1]


# --- looking -------------------------------------------------------------------------------


def test_the_first_measure_is_shown_and_keys_go_on(shown: Shown) -> None:
    assert shown.seen() == "กขคง"
    assert shown.shown_name() == "ก"
    shown.press(KEY.Key_Down, KEY.Key_Down)
    assert shown.shown_name() == "ค"


def test_a_year_without_measures_says_how_to_begin(qtbot: QtBot, tabs: list[Shown]) -> None:
    shown = show(qtbot, tabs, EMPTY)
    pages = shown.tab.findChild(QStackedWidget)
    assert pages.currentWidget() is shown.tab.findChild(QWidget, "empty_page")
    QTest.mouseClick(shown.button("add_first"), Qt.MouseButton.LeftButton)
    assert shown.names() == ""
    assert len(shown.session.case.measures) == 1
    assert pages.currentWidget() is shown.tab.findChild(QWidget, "form_page")


def test_what_is_missing_is_said(qtbot: QtBot, tabs: list[Shown]) -> None:
    full = Measure("ก", ("1",), ("x",), ("x",), ("กองคลัง",), "x")
    case = EMPTY._replace(measures=(full, full._replace(name="ข", steps=(), responsible=())))
    shown = show(qtbot, tabs, case)
    assert shown.lacks(0) == ""
    assert shown.lacks(1) == "ยังไม่มีขั้นตอน, ผู้รับผิดชอบ"
    summary = shown.tab.findChild(WrappingLabel, "list_summary")
    assert summary.plain_text() == "๒ มาตรการ · ยังกรอกไม่ครบ ๑"


def test_names_that_stand_twice_are_said(qtbot: QtBot, tabs: list[Shown]) -> None:
    shown = show(qtbot, tabs, case_of("กขก"))
    assert ["ซ้ำ" in shown.lacks(row) for row in range(3)] == [True, False, True]


# --- typing --------------------------------------------------------------------------------


def test_a_name_that_is_typed_is_stored_and_listed(shown: Shown) -> None:
    shown.press(KEY.Key_Return)
    assert shown.form.name.hasFocus()
    type_text(shown.form.name, "ข้อ ")
    shown.session.commit()
    assert shown.names() == "ข้อ กขคง"
    assert shown.seen() == "ข้อ กขคง"


def test_what_is_typed_goes_to_its_own_measure_when_another_is_chosen(shown: Shown) -> None:
    shown.press(KEY.Key_F2)
    type_text(shown.form.name, "x")
    shown.go_to(2)
    assert shown.names() == "xกขคง"
    assert shown.shown_name() == "ค"


def test_enter_in_the_name_goes_on(shown: Shown) -> None:
    shown.press(KEY.Key_Return)
    QTest.keyClick(shown.form.name, KEY.Key_Return)
    assert not shown.form.name.hasFocus()
    assert shown.names() == "กขคง"


# --- the list ------------------------------------------------------------------------------


def test_a_new_measure_stands_behind_the_selected_one_and_is_named_at_once(shown: Shown) -> None:
    shown.go_to(1)
    shown.press(KEY.Key_Insert)
    assert shown.form.name.hasFocus()
    type_text(shown.form.name, "ใหม่")
    shown.session.commit()
    assert shown.names() == "กขใหม่คง"


def test_a_new_measure_is_added_from_within_the_form_too(shown: Shown) -> None:
    shown.form.monitoring.setFocus()
    QTest.keyClick(shown.form.monitoring, KEY.Key_N, CTRL | SHIFT)
    assert [m.name for m in shown.session.case.measures] == ["ก", "", "ข", "ค", "ง"]
    assert shown.form.name.hasFocus()


def test_delete_takes_the_selected_ones_and_can_be_taken_back(shown: Shown) -> None:
    shown.go_to(1, 2)
    shown.press(KEY.Key_Delete)
    assert shown.names() == "กง"
    assert shown.told == ["ลบมาตรการ ๒ รายการแล้ว"]
    assert shown.shown_name() == "ง"
    shown.session.undo()
    assert shown.names() == "กขคง"


def test_deleting_tells_of_the_results_that_go_along(qtbot: QtBot, tabs: list[Shown]) -> None:
    measures = (Measure("ก", results=(Result(), Result())), Measure("ข"))
    shown = show(qtbot, tabs, EMPTY._replace(measures=measures))
    shown.press(KEY.Key_Delete)
    assert shown.told == ["ลบมาตรการ ๑ รายการ พร้อมผลการดำเนินการ ๒ รายการแล้ว"]
    assert shown.shown_name() == "ข"


def test_delete_in_the_form_deletes_letters_only(shown: Shown) -> None:
    shown.press(KEY.Key_Return)
    QTest.keyClick(shown.form.name, KEY.Key_Home)
    QTest.keyClick(shown.form.name, KEY.Key_Delete)
    shown.session.commit()
    assert len(shown.session.case.measures) == 4


def test_the_last_one_can_be_deleted(qtbot: QtBot, tabs: list[Shown]) -> None:
    shown = show(qtbot, tabs, case_of("ก"))
    shown.press(KEY.Key_Delete)
    assert without_ids(shown.session.case).measures == ()
    shown.session.undo()
    assert shown.shown_name() == "ก"


def test_alt_and_arrows_move_the_selected_ones(shown: Shown) -> None:
    shown.go_to(0, 1)
    shown.press(KEY.Key_Down, modifier=ALT)
    assert shown.names() == "คกขง"
    shown.press(KEY.Key_Down, modifier=ALT)
    assert shown.names() == "คงกข"
    shown.press(KEY.Key_Down, modifier=ALT)
    assert shown.names() == "คงกข"
    shown.press(KEY.Key_Up, modifier=ALT)
    assert shown.names() == "คกขง"
    assert shown.list.rows() == [1, 2]


def drop(shown: Shown, row: int, part: float) -> None:
    """Drops what is selected on a row, so far down in it."""
    area = shown.list.visualRect(shown.list.model().index(row, 0))
    at = QPointF(area.center().x(), area.top() + part * (area.height() - 1))
    data: QMimeData = shown.list.model().mimeData(shown.list.selectedIndexes())
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    shown.list.dropEvent(QDropEvent(at, move, data, left, NONE))


@pytest.mark.parametrize(
    ("row", "part", "after"), [(0, 0.0, "ขกคง"), (3, 0.0, "กคขง"), (3, 1.0, "กคงข")]
)
def test_a_row_is_dropped_between_others(
    qtbot: QtBot, shown: Shown, row: int, part: float, after: str
) -> None:
    shown.go_to(1)
    drop(shown, row, part)
    qtbot.waitUntil(lambda: shown.names() == after)


def test_a_copy_has_no_results_and_is_renamed(qtbot: QtBot, tabs: list[Shown]) -> None:
    measures = (Measure("ก", steps=("x",), results=(Result(),)), Measure("ข"))
    shown = show(qtbot, tabs, EMPTY._replace(measures=measures))
    shown.press(KEY.Key_D, modifier=CTRL)
    type_text(shown.form.name, "สำเนา")
    shown.session.commit()
    assert without_ids(shown.session.case).measures == (
        measures[0],
        Measure("สำเนา", steps=("x",)),
        measures[1],
    )


def test_rows_go_to_the_clipboard_and_come_back(qtbot: QtBot, tabs: list[Shown]) -> None:
    measures = (Measure("ก", ("9",), ("a", "b"), ("c",), ("กองคลัง",), "d"), Measure("ข"))
    shown = show(qtbot, tabs, EMPTY._replace(measures=measures))
    shown.press(KEY.Key_A, modifier=CTRL)
    shown.press(KEY.Key_C, modifier=CTRL)
    assert QGuiApplication.clipboard().text().count("\n") == 3
    shown.press(KEY.Key_V, modifier=CTRL)
    assert without_ids(shown.session.case).measures == measures + measures
    assert shown.list.rows() == [2, 3]


def test_names_are_pasted_one_a_row(shown: Shown) -> None:
    QGuiApplication.clipboard().setText("๑. จ\r\n๒. ฉ\r\n")
    shown.press(KEY.Key_V, modifier=CTRL)
    assert shown.names() == "กจฉขคง"
    assert shown.told == ["วางมาตรการ ๒ รายการแล้ว"]


def test_pasted_numbers_are_those_of_the_year(qtbot: QtBot, tabs: list[Shown]) -> None:
    install()
    shown = show(qtbot, tabs, scored_case()._replace(measures=()))
    rows = "ชื่อมาตรการ\tตัวชี้วัด\nก\tตัวชี้วัดที่ ๑๑ และข้อ 11.2 (92.50)\nข\t11, 12\n"
    QGuiApplication.clipboard().setText(rows)
    shown.press(KEY.Key_V, modifier=CTRL)
    assert [m.indicators for m in shown.session.case.measures] == [("11", "11.2"), ("11", "12")]


def test_an_empty_clipboard_is_told(shown: Shown) -> None:
    QGuiApplication.clipboard().setText(" \n")
    shown.press(KEY.Key_V, modifier=CTRL)
    assert shown.names() == "กขคง"
    assert "โปรดคัดลอก" in shown.told[0]


def test_cutting_copies_and_deletes(shown: Shown) -> None:
    shown.press(KEY.Key_X, modifier=CTRL)
    assert shown.names() == "ขคง"
    assert QGuiApplication.clipboard().text().startswith("ก")


# --- finding -------------------------------------------------------------------------------


def test_what_is_typed_into_the_search_filters(qtbot: QtBot, tabs: list[Shown]) -> None:
    measures = (Measure("ก"), Measure("ข", responsible=("กองคลัง",)), Measure("ค"))
    shown = show(qtbot, tabs, EMPTY._replace(measures=measures))
    type_text(shown.find, "คลัง")
    assert shown.seen() == "ข"
    assert shown.shown_name() == "ข"
    QTest.keyClick(shown.find, KEY.Key_Escape)
    assert shown.seen() == "กขค"


def test_what_is_hidden_is_neither_moved_nor_deleted(shown: Shown) -> None:
    shown.press(KEY.Key_A, modifier=CTRL)
    type_text(shown.find, "ค")
    shown.list.setFocus()
    assert not shown.button("down_button").isEnabled()
    shown.press(KEY.Key_Delete)
    assert shown.names() == "กขง"


def test_deleting_goes_on_within_what_was_found(shown: Shown) -> None:
    for row, name in enumerate(("อบรม ก", "ข", "อบรม ค", "อบรม ง")):
        place: CasePath = ("measures", row, "name")
        shown.session.edit("x", lambda case, at=place, new=name: with_value(case, at, new))
    type_text(shown.find, "อบรม")
    shown.list.setFocus()
    shown.press(KEY.Key_Delete)
    assert shown.shown_name() == "อบรม ค"
    assert shown.seen() == "อบรม คอบรม ง"
    shown.press(KEY.Key_Delete, KEY.Key_Delete)
    assert shown.names() == shown.seen() == shown.shown_name() == "ข"


def test_what_is_edited_stays_in_the_list_that_is_filtered(shown: Shown) -> None:
    type_text(shown.find, "ค")
    shown.press(KEY.Key_Return)
    shown.form.name.selectAll()
    type_text(shown.form.name, "อื่น")
    shown.session.commit()
    assert shown.seen() == "อื่น"


def test_adding_ends_the_search(shown: Shown) -> None:
    type_text(shown.find, "ค")
    shown.press(KEY.Key_Insert)
    assert shown.find.text() == ""
    assert shown.list.model().rowCount() == 5
    assert shown.list.rows() == [3]


# --- places, undo, other changes --------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (("measures", 2, "name"), "name"),
        (("measures", 2, "indicators"), "indicators"),
        (("measures", 2, "guidelines", 0), "guidelines"),
        (("measures", 2, "steps", 1), "steps"),
        (("measures", 2, "responsible"), "responsible"),
        (("measures", 2, "monitoring"), "monitoring"),
    ],
)
def test_a_place_is_shown(shown: Shown, place: CasePath, name: str) -> None:
    assert shown.tab.show_place(place)
    assert shown.shown_name() == "ค"
    assert shown.form.editors()[name].hasFocus()  # type: ignore[attr-defined]


def test_the_item_of_a_place_gets_the_cursor(qtbot: QtBot, tabs: list[Shown]) -> None:
    shown = show(qtbot, tabs, EMPTY._replace(measures=(Measure("ก", steps=("a", "b", "c")),)))
    assert shown.tab.show_place(("measures", 0, "steps", 1))
    type_text(shown.form.steps.lines, "!")
    assert shown.form.steps.value() == ("a", "b!", "c")


@pytest.mark.parametrize(
    "place", [("measures", 0, "results"), ("measures", 0, "results", 1, "output"), ("papers",), ()]
)
def test_other_places_are_left_to_others(shown: Shown, place: CasePath) -> None:
    assert not shown.tab.show_place(place)


def test_a_place_that_has_gone_shows_the_nearest(shown: Shown) -> None:
    assert shown.tab.show_place(("measures", 9))
    assert shown.shown_name() == "ง"


def test_a_place_that_the_search_hides_ends_it(shown: Shown) -> None:
    type_text(shown.find, "ค")
    assert shown.tab.show_place(("measures", 0))
    assert shown.seen() == "กขคง"
    assert shown.shown_name() == "ก"


def test_the_way_to_the_results_is_asked_for(shown: Shown) -> None:
    asked: list[CasePath] = []
    shown.session.place_requested.connect(asked.append)
    shown.go_to(1)
    QTest.mouseClick(shown.button("results_button"), Qt.MouseButton.LeftButton)
    assert asked == [("measures", 1, "results")]


def test_the_measure_in_the_form_stays_when_others_come_and_go(shown: Shown) -> None:
    shown.go_to(2)
    shown.session.edit("x", lambda case: case._replace(measures=case.measures[1:]))
    assert shown.shown_name() == "ค"
    shown.session.undo()
    assert shown.shown_name() == "ค"
    assert shown.list.rows() == [2]


def test_the_list_stays_where_it_was_scrolled_to(qtbot: QtBot, tabs: list[Shown]) -> None:
    shown = show(qtbot, tabs, case_of("กขคงจ" * 12))
    bar = shown.list.verticalScrollBar()
    shown.go_to(1)
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    shown.form.monitoring.setFocus()
    type_text(shown.form.monitoring, "ทุกเดือน")
    shown.session.commit()
    assert shown.session.case.measures[1].monitoring == "ทุกเดือน"
    assert bar.value() == before > 0


def test_another_year_begins_at_its_first_measure(shown: Shown) -> None:
    shown.go_to(3)
    shown.session.add_year("สร้างปีใหม่", case_of("xyz"))
    assert shown.shown_name() == "x"
    assert shown.list.rows() == [0]


def test_reading_only_lets_nobody_change(qtbot: QtBot, tabs: list[Shown]) -> None:
    shown = show(qtbot, tabs, case_of("กข"), read_only=True)
    shown.press(KEY.Key_Delete, KEY.Key_Insert)
    shown.press(KEY.Key_Down, modifier=ALT)
    drop(shown, 1, 1.0)
    for name in ("add", "library", "duplicate", "delete", "up", "down"):
        assert not shown.button(f"{name}_button").isEnabled(), name
    type_text(shown.form.name, "x")
    type_text(shown.form.steps.lines, "x")
    shown.session.commit()
    qtbot.wait(1)  # what a drop asks for comes after it
    assert without_ids(shown.session.case) == case_of("กข")
    assert shown.told == []


def test_a_name_that_is_far_too_long_is_cut_where_it_is_listed(
    qtbot: QtBot, tabs: list[Shown]
) -> None:
    shown = show(qtbot, tabs, EMPTY._replace(measures=(Measure("ก" * 5_000),)))
    assert len(shown.seen().replace("\u200b", "")) == 300


def test_hostile_names_are_shown_as_they_are(qtbot: QtBot, tabs: list[Shown]) -> None:
    shown = show(qtbot, tabs, EMPTY._replace(measures=(Measure("<b>ก</b>&amp;\nข"),)))
    assert shown.seen().replace("\u200b", "") == "<b>ก</b>&amp; ข"


# --- in the window ------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow(desk_with(case_of("กขค")), [TabEntry("มาตรการ", MeasuresTab)])
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def delete_first(window: MainWindow) -> None:
    found = window.tab(0).findChild(MeasureList)
    found.setFocus()
    QTest.keyClick(found, KEY.Key_Delete)


def window_names(window: MainWindow) -> str:
    return "".join(measure.name for measure in window.session.case.measures)


def test_the_message_of_a_deletion_takes_it_back(window: MainWindow) -> None:
    delete_first(window)
    assert window_names(window) == "ขค"
    button = window.findChild(QPushButton, "message_action")
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window_names(window) == "กขค"
    assert window.messages.text() == ""
    assert window.tab(0).findChild(MeasureForm).name.value() == "ก"


def test_the_message_goes_when_its_button_would_take_back_something_else(
    window: MainWindow,
) -> None:
    delete_first(window)
    window.session.edit("แก้ชื่อ", lambda case: with_value(case, ("measures", 0, "name"), "x"))
    assert window.messages.text() == ""


def test_another_message_stays_when_something_is_done(window: MainWindow) -> None:
    delete_first(window)
    window.messages.tell("ข้อความอื่น")
    window.session.edit("แก้ชื่อ", lambda case: with_value(case, ("measures", 0, "name"), "x"))
    assert window.messages.text() == "ข้อความอื่น"


def test_keys_of_the_tab_are_at_work_while_it_is_in_sight(qtbot: QtBot) -> None:
    window = MainWindow(
        desk_with(),
        [
            TabEntry("มาตรการ", MeasuresTab),
            TabEntry("อื่น", MeasuresTab),
        ],
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    window.findChild(QComboBox, "year_box").setFocus()
    for shown in range(2):
        window.go_to_tab(shown)
        QTest.keyClick(window.windowHandle(), KEY.Key_N, CTRL | SHIFT)
    # Once by each of the two tabs: of two in sight the key would be nobody's.
    assert len(window.session.case.measures) == 2
