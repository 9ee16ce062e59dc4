"""The date editor by keys and mouse: what is typed, picked, cleared, refused and undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QCalendarWidget, QLabel, QPushButton, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.memos import a_memo
from tests.ui.keys import type_text
from tests.ui.session import EMPTY, desk_with

from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.fields import Field
from ita_desktop.ui.widgets.thai_calendar import CalendarPopup, YearBox
from ita_desktop.ui.widgets.thai_date import ThaiDateEdit

DAY = date(2026, 11, 12)
TODAY = date(2026, 11, 23)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a date editor and another editor to go to."""
    window = QWidget()
    qtbot.addWidget(window)
    edit = ThaiDateEdit(window)
    edit.set_today(lambda: TODAY)
    edit.setGeometry(QRect(10, 10, 300, 120))
    LineEdit(window).setGeometry(QRect(10, 150, 300, 40))
    window.resize(400, 300)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    edit.setFocus()
    return window


@pytest.fixture
def edit(window: QWidget) -> ThaiDateEdit:
    found = window.findChild(ThaiDateEdit)
    assert isinstance(found, ThaiDateEdit)
    return found


def line_of(edit: ThaiDateEdit) -> LineEdit:
    line = edit.findChild(LineEdit)
    assert isinstance(line, LineEdit)
    return line


def leave(edit: ThaiDateEdit) -> None:
    other = edit.parentWidget().findChildren(LineEdit)[-1]
    assert other is not line_of(edit)
    other.setFocus()


@pytest.mark.parametrize(
    "typed", ["๑๒ พ.ย. ๒๕๖๙", "12/11/2569", "12/11/69", "12 พฤศจิกายน 2569", "121169"]
)
def test_what_is_typed_is_a_date_when_the_field_is_left(
    qtbot: QtBot, edit: ThaiDateEdit, typed: str
) -> None:
    with qtbot.waitSignal(edit.left), qtbot.waitSignal(edit.edited):
        type_text(line_of(edit), typed)
        leave(edit)
    assert edit.value() == DAY
    assert line_of(edit).text() == "๑๒ พฤศจิกายน ๒๕๖๙"
    assert edit.hint() == ""


def test_a_year_that_is_being_typed_is_not_taken_for_a_short_one(
    qtbot: QtBot, edit: ThaiDateEdit
) -> None:
    seen: list[date | None] = []
    edit.edited.connect(lambda: seen.append(edit.value()))
    qtbot.keyClicks(line_of(edit), "12/11/2569")
    assert seen == [DAY]
    assert line_of(edit).text() == "12/11/2569"


def test_enter_writes_the_date_in_full(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    qtbot.keyClicks(line_of(edit), "29/2/67")
    qtbot.keyClick(line_of(edit), Qt.Key.Key_Return)
    assert edit.value() == date(2024, 2, 29)
    assert line_of(edit).text() == "๒๙ กุมภาพันธ์ ๒๕๖๗"


def test_a_year_of_the_common_era_is_understood_and_told(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    qtbot.keyClicks(line_of(edit), "12/11/2026")
    leave(edit)
    assert edit.value() == DAY
    assert "ค.ศ." in edit.hint()


def test_a_buddhist_year_where_the_common_one_was_meant_is_told(edit: ThaiDateEdit) -> None:
    edit.set_value(date(2569, 11, 12))
    assert "พ.ศ. ๒๕๖๙" in edit.hint()
    edit.set_value(DAY)
    assert edit.hint() == ""


def test_what_cannot_be_read_stays_with_a_hint_and_changes_nothing(
    qtbot: QtBot, edit: ThaiDateEdit
) -> None:
    edit.set_value(DAY)
    line_of(edit).selectAll()
    with qtbot.assertNotEmitted(edit.edited):
        qtbot.keyClicks(line_of(edit), "29/2/2569")
        leave(edit)
    edit.set_value(DAY)
    assert line_of(edit).text() == "29/2/2569"
    assert edit.value() == DAY
    assert "มี ๒๘ วัน" in edit.hint()
    assert "๑๒ พฤศจิกายน ๒๕๖๙" in edit.hint()


def test_typing_again_takes_the_hint_away(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    qtbot.keyClicks(line_of(edit), "x")
    qtbot.keyClick(line_of(edit), Qt.Key.Key_Return)
    assert edit.hint()
    qtbot.keyClick(line_of(edit), Qt.Key.Key_Backspace)
    assert edit.hint() == ""


def test_an_emptied_field_has_no_date(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    edit.set_value(DAY)
    line_of(edit).selectAll()
    with qtbot.waitSignal(edit.edited):
        qtbot.keyClick(line_of(edit), Qt.Key.Key_Delete)
    assert edit.value() is None


def test_setting_a_value_is_no_edit(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    with qtbot.assertNotEmitted(edit.edited):
        edit.set_value(DAY)
        edit.set_value(None)
    assert line_of(edit).text() == ""


def test_a_near_year_makes_the_short_one_clear(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    edit.set_near(2540)
    qtbot.keyClicks(line_of(edit), "1/5/42")
    leave(edit)
    assert edit.value() == date(1999, 5, 1)


def test_one_who_may_only_read_cannot_type_or_pick(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    edit.set_value(DAY)
    edit.set_writable(False)
    qtbot.keyClicks(line_of(edit), "1/1/69")
    qtbot.keyClick(line_of(edit), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert edit.value() == DAY
    assert edit.findChild(CalendarPopup) is None
    button = edit.findChild(QToolButton)
    assert button is not None
    assert not button.isEnabled()


# --- the calendar --------------------------------------------------------------------------------


def opened(qtbot: QtBot, edit: ThaiDateEdit) -> CalendarPopup:
    qtbot.keyClick(line_of(edit), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = edit.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    assert popup.isVisible()
    return popup


def days_of(popup: CalendarPopup) -> QCalendarWidget:
    days = popup.findChild(QCalendarWidget)
    assert days is not None
    return days


def test_a_day_is_picked_by_keys(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    edit.set_value(DAY)
    popup = opened(qtbot, edit)
    view = days_of(popup).findChild(QTableView)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(edit.edited):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert edit.value() == date(2026, 11, 13)
    assert line_of(edit).text() == "๑๓ พฤศจิกายน ๒๕๖๙"


def test_a_day_is_picked_by_the_mouse(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    button = edit.findChild(QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    popup = edit.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    view = days_of(popup).findChild(QTableView)
    assert view is not None
    # November 2026 begins on a Sunday: the third row's fifth day is the 19th.
    place = view.visualRect(view.model().index(4, 4)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert edit.value() == date(2026, 11, 19)


def test_the_calendar_speaks_of_thai_months_and_buddhist_years(
    qtbot: QtBot, edit: ThaiDateEdit
) -> None:
    popup = opened(qtbot, edit)
    year = popup.findChild(YearBox)
    assert isinstance(year, YearBox)
    assert (year.text(), year.value()) == ("๒๕๖๙", 2569)
    line = year.findChild(QWidget, "qt_spinbox_lineedit")
    assert line is not None
    year.selectAll()
    qtbot.keyClicks(line, "2567")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert days_of(popup).yearShown() == 2024
    year.selectAll()
    qtbot.keyClicks(line, "2027")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (year.value(), days_of(popup).yearShown()) == (2570, 2027)
    popup.close()


def test_today_and_no_date(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    buttons = opened(qtbot, edit).findChildren(QPushButton)
    assert buttons[0].text() == "วันนี้ ๒๓ พฤศจิกายน ๒๕๖๙"
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert edit.value() == TODAY
    opened(qtbot, edit)
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert edit.value() is None
    assert line_of(edit).text() == ""


def test_escape_closes_the_calendar_and_changes_nothing(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    edit.set_value(DAY)
    popup = opened(qtbot, edit)
    with qtbot.assertNotEmitted(edit.edited):
        qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert edit.value() == DAY


# --- as a field ----------------------------------------------------------------------------------


def test_a_field_keeps_the_date_and_shows_what_is_undone(qtbot: QtBot, edit: ThaiDateEdit) -> None:
    session = desk_with(EMPTY._replace(papers=(a_memo(),)))
    field = Field(session, edit, "แก้วันที่", ("papers", 0, "date"), empty=None)
    qtbot.keyClicks(line_of(edit), "12/11/69")
    leave(edit)
    assert session.case is not None
    assert memo_of(session.case).date == DAY
    session.undo()
    assert memo_of(session.case).date is None
    assert line_of(edit).text() == ""
    session.redo()
    assert line_of(edit).text() == "๑๒ พฤศจิกายน ๒๕๖๙"
    assert field.place == ("papers", 0, "date")


def test_a_label_with_a_buddy_leads_into_the_line(
    qtbot: QtBot, window: QWidget, edit: ThaiDateEdit
) -> None:
    label = QLabel("วันที่(&D)", window)
    label.setBuddy(edit)
    label.show()
    leave(edit)
    assert not line_of(edit).hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert line_of(edit).hasFocus()


def test_tab_goes_from_the_line_to_the_next_editor_and_back(
    qtbot: QtBot, window: QWidget, edit: ThaiDateEdit
) -> None:
    qtbot.keyClick(line_of(edit), Qt.Key.Key_Tab)
    other = window.findChildren(LineEdit)[-1]
    assert other.hasFocus()
    qtbot.keyClick(other, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert line_of(edit).hasFocus()
