"""The window around the tabs: years, undo, what is told, what is saved, closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot
from tests.records import MemoryRecords
from tests.ui.keys import type_text
from tests.ui.session import EMPTY, desk_with

from ita_desktop.domain.case import Agency
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.records import YearRecord
from ita_desktop.services.workspace import Workspace
from ita_desktop.storage.errors import DatabaseFullError
from ita_desktop.ui.main_window import MainWindow, TabEntry
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.fields import Field
from ita_desktop.ui.widgets.labels import WrappingLabel

CONTROL = Qt.KeyboardModifier.ControlModifier


class OneField(Tab):
    """A tab with one text of the case in it."""

    key = ""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.edit = LineEdit(self)
        self.field = Field(session, self.edit, f"แก้ {self.key}", ("agency", self.key))

    def show_year(self) -> None: ...

    def show_place(self, place: CasePath) -> bool:
        if place != ("agency", self.key):
            return False
        self.edit.setFocus()
        return True


class NameTab(OneField):
    key = "name"


class ProvinceTab(OneField):
    key = "province"


def window_on(session: Session, qtbot: QtBot) -> MainWindow:
    window = MainWindow(
        session,
        [
            TabEntry("ชื่อ", NameTab, lambda place: place == ("agency", "name")),
            TabEntry("จังหวัด", ProvinceTab, lambda place: place == ("agency", "province")),
        ],
    )
    qtbot.addWidget(window, before_close_func=lambda window: window.close_unsaved())
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return window_on(desk_with(), qtbot)


def text_of(window: MainWindow, name: str) -> str:
    return window.findChild(QLabel, name).text()


def told(window: MainWindow) -> str | None:
    bar = window.findChild(QFrame, "message_bar")
    text = window.findChild(WrappingLabel, "message_text").plain_text()
    return text if bar.isVisible() else None


def saved(window: MainWindow) -> str:
    (label,) = [child for child in window.statusBar().findChildren(QLabel) if child.text()]
    return label.text()


def in_sight(window: MainWindow) -> str:
    return window.findChild(QStackedWidget, "pages").currentWidget().objectName()


def test_without_a_year_the_window_offers_to_begin_one(qtbot: QtBot) -> None:
    window = window_on(desk_with(None), qtbot)
    assert in_sight(window) == "empty_page"
    assert window.windowTitle() == "ita-desktop"
    assert not window.findChild(QComboBox, "year_box").isEnabled()


def test_the_open_year_is_named_in_thai(window: MainWindow) -> None:
    assert in_sight(window) == "tabs"
    assert window.windowTitle() == "ปีงบประมาณ ๒๕๖๙ อบต.ตัวอย่าง — ita-desktop"
    assert window.findChild(QComboBox, "year_box").currentText() == "ปีงบประมาณ ๒๕๖๙ · อบต.ตัวอย่าง"


def test_a_tab_is_made_when_it_is_first_seen(window: MainWindow, qtbot: QtBot) -> None:
    assert window.findChild(ProvinceTab) is None
    with qtbot.waitSignal(window.tab_made) as made:
        window.action("action_tab_2").trigger()
    assert isinstance(made.args[0], ProvinceTab)
    assert window.current_tab() is made.args[0]


def test_the_cursor_is_in_the_tab_from_the_start(window: MainWindow) -> None:
    assert window.findChild(NameTab).edit.hasFocus()


def test_keys_lead_into_a_tab_and_back_to_where_the_cursor_was(
    window: MainWindow, qtbot: QtBot
) -> None:
    first = window.findChild(NameTab)
    other = LineEdit(first)
    other.show()
    other.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.findChild(ProvinceTab).edit.hasFocus()
    window.findChild(QComboBox, "year_box").setFocus()
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    assert other.hasFocus()


def test_a_tab_may_say_where_work_begins(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.tab(1)
    best = LineEdit(tab)
    best.setObjectName("best")
    best.show()
    tab.entry = "best"
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert best.hasFocus()


def test_what_is_typed_is_stored_when_another_tab_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    edit = window.findChild(NameTab).edit
    edit.setFocus()
    edit.selectAll()
    type_text(edit, "อบต.ใหม่")
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.session.case.agency.name == "อบต.ใหม่"
    assert "อบต.ใหม่" in window.windowTitle()
    assert "อบต.ใหม่" in window.findChild(QComboBox, "year_box").currentText()
    assert saved(window).startswith("บันทึกแล้ว ")


def test_undo_and_redo_name_their_steps_and_show_where(window: MainWindow, qtbot: QtBot) -> None:
    edit = window.findChild(NameTab).edit
    edit.setFocus()
    type_text(edit, "&")
    window.go_to_tab(1)
    assert window.action("action_undo").text() == "เลิกทำ(&U): แก้ name"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert without_ids(window.session.case) == EMPTY
    assert window.current_index() == 0
    assert edit.hasFocus()
    assert window.action("action_redo").text() == "ทำซ้ำ(&R): แก้ name"
    qtbot.keyClick(window, Qt.Key.Key_Y, CONTROL)
    assert "&" in window.session.case.agency.name


def test_an_ampersand_of_the_users_is_no_mnemonic(window: MainWindow) -> None:
    window.session.edit("นำเข้า A&B.json", lambda case: case._replace(words=("ก",)))
    assert window.action("action_undo").text() == "เลิกทำ(&U): นำเข้า A&&B.json"


def test_a_message_stays_as_it_is_until_it_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    window.session.tell("ไม่พบ <b>ไฟล์</b> & อื่น ๆ")
    assert told(window) == "ไม่พบ <b>ไฟล์</b> & อื่น ๆ"
    qtbot.mouseClick(window.findChild(QPushButton, "message_close"), Qt.MouseButton.LeftButton)
    assert told(window) is None


def test_a_year_is_chosen_in_the_box(qtbot: QtBot) -> None:
    other = EMPTY._replace(agency=Agency("อบต.อื่น"), fiscal_year=2568)
    session = Session(Workspace(MemoryRecords(YearRecord("1", EMPTY), YearRecord("2", other))))
    session.open_year("1")
    window = window_on(session, qtbot)
    box = window.findChild(QComboBox, "year_box")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert session.record.id == "2"
    assert "อบต.อื่น" in window.windowTitle()


def test_archived_years_are_listed_only_while_they_are_open(qtbot: QtBot) -> None:
    session = Session(
        Workspace(MemoryRecords(YearRecord("1", EMPTY), YearRecord("2", EMPTY, archived=True)))
    )
    session.open_year("1")
    window = window_on(session, qtbot)
    box = window.findChild(QComboBox, "year_box")
    assert box.count() == 1
    session.open_year("2")
    assert box.currentText().endswith(" · ในคลัง")
    assert box.count() == 2


def test_a_year_that_can_only_be_read_says_so(qtbot: QtBot) -> None:
    window = window_on(desk_with(read_only=True), qtbot)
    assert "(อ่านอย่างเดียว)" in window.windowTitle()
    assert saved(window) == "เปิดเพื่ออ่านเท่านั้น"
    assert not window.action("action_undo").isEnabled()
    assert window.findChild(NameTab).edit.isReadOnly()


# --- closing -------------------------------------------------------------------------------


def full(window: MainWindow) -> MemoryRecords:
    """Makes the disk full, with something to store."""
    records: MemoryRecords = window.session._workspace._records
    records.failing = DatabaseFullError()
    edit = window.findChild(NameTab).edit
    edit.setFocus()
    type_text(edit, "ก")
    return records


def test_closing_stores_what_is_being_typed(window: MainWindow, qtbot: QtBot) -> None:
    edit = window.findChild(NameTab).edit
    edit.setFocus()
    type_text(edit, "ก")
    with qtbot.waitSignal(window.closed):
        assert window.close()
    assert window.session.saving.problem is None
    assert "ก" in window.session.case.agency.name.replace("อบต.ตัวอย่าง", "")


def test_a_window_with_something_unsaved_stays_and_asks(window: MainWindow, qtbot: QtBot) -> None:
    full(window)
    with qtbot.waitSignal(window.stuck), qtbot.assertNotEmitted(window.closed):
        assert not window.close()
    assert window.isVisible()
    assert saved(window) == "ยังไม่ได้บันทึก"


def test_it_closes_as_soon_as_it_can_be_stored(window: MainWindow, qtbot: QtBot) -> None:
    records = full(window)
    assert not window.close()
    records.failing = None
    with qtbot.waitSignal(window.closed):
        assert window.close()
    assert records.kept["1"].case == window.session.case


def test_it_closes_when_the_unsaved_is_kept_elsewhere(window: MainWindow, qtbot: QtBot) -> None:
    full(window)
    assert not window.close()
    with qtbot.waitSignal(window.closed):
        window.close_unsaved()


def test_a_place_makes_the_tab_that_holds_it_and_no_other(qtbot: QtBot) -> None:
    window = window_on(desk_with(), qtbot)
    made: list[Tab] = []
    window.tab_made.connect(made.append)
    window.session.show_place(("agency", "name"))
    assert made == []  # it was there: the first tab is in sight from the beginning
    window.session.show_place(("agency", "province"))
    (province,) = made
    assert window.current_tab() is province
    assert window.focusWidget() is province.edit
