"""The list that is edited in place, driven by keys and the mouse as a person drives it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.keys import type_text
from tests.ui.session import EMPTY, desk_with

from ita_desktop.domain.case import Measure
from ita_desktop.ui.widgets.fields import PAUSE, Field
from ita_desktop.ui.widgets.list_editor import ListEditor, dashes, numbers

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
STEPS = ("measures", 0, "steps")


class Form(QScrollArea):
    """A list between two other fields, in a form that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        self.before, self.list, self.after = QLineEdit(), ListEditor(), QLineEdit()
        layout = QVBoxLayout(inside)
        for widget in (self.before, self.list, self.after):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.resize(420, 300)
        self.list.set_marks(numbers)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.list.setFocus()
    return form


def press(form: Form, *keys: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        QTest.keyClick(form.list.lines, key, modifier or Qt.KeyboardModifier.NoModifier)


def paste(form: Form, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(form.list.lines, QKeySequence(QKeySequence.StandardKey.Paste))


def type_in(form: Form, text: str) -> None:
    type_text(form.list.lines, text)


def items(form: Form) -> tuple[str, ...]:
    return form.list.lines.items()


# --- typing ---------------------------------------------------------------------------------


def test_enter_makes_the_next_item(form: Form) -> None:
    type_in(form, "ประกาศ\nสรุปผล")
    assert form.list.value() == ("ประกาศ", "สรุปผล")


def test_enter_in_a_blank_item_makes_no_other(form: Form) -> None:
    type_in(form, "ประกาศ\n\n\nสรุปผล")
    assert items(form) == ("ประกาศ", "สรุปผล")


def test_enter_within_an_item_makes_two_of_it(form: Form) -> None:
    type_in(form, "กข")
    press(form, KEY.Key_Left, KEY.Key_Return)
    assert items(form) == ("ก", "ข")


def test_a_line_within_an_item_is_made_with_shift(form: Form) -> None:
    type_in(form, "ก")
    press(form, KEY.Key_Return, modifier=SHIFT)
    type_in(form, "ข")
    assert form.list.value() == ("ก\nข",)


def test_backspace_in_a_blank_item_removes_it_and_goes_up(form: Form) -> None:
    type_in(form, "ก\n")
    press(form, KEY.Key_Backspace)
    type_in(form, "ข")
    assert items(form) == ("กข",)


def test_backspace_removes_a_blank_first_item_too(form: Form) -> None:
    form.list.set_value(("ก", "ข"))
    form.list.show_item(0)
    press(form, KEY.Key_Backspace)
    assert items(form) == ("", "ข")
    press(form, KEY.Key_Backspace)
    assert items(form) == ("ข",)


def test_backspace_in_an_empty_list_does_nothing(form: Form) -> None:
    press(form, KEY.Key_Backspace)
    assert items(form) == ("",)


def test_tab_goes_through_the_items_and_out(form: Form) -> None:
    form.list.set_value(("ก", "ข"))
    form.before.setFocus()
    QTest.keyClick(form.before, KEY.Key_Tab)
    type_in(form, "1")
    press(form, KEY.Key_Tab)
    type_in(form, "2")
    assert items(form) == ("ก1", "ข2")
    press(form, KEY.Key_Tab)
    assert form.after.hasFocus()


def test_shift_and_tab_go_back_through_the_items_and_out(form: Form) -> None:
    form.list.set_value(("ก", "ข"))
    form.after.setFocus()
    QTest.keyClick(form.after, KEY.Key_Backtab, SHIFT)
    type_in(form, "2")
    press(form, KEY.Key_Backtab, modifier=SHIFT)
    type_in(form, "1")
    assert items(form) == ("ก1", "ข2")
    press(form, KEY.Key_Backtab, modifier=SHIFT)
    assert form.before.hasFocus()


# --- reordering ---------------------------------------------------------------------------------


def test_alt_and_arrows_move_an_item_and_the_cursor_with_it(form: Form) -> None:
    form.list.set_value(("ก", "ข", "ค"))
    form.list.show_item(2)
    press(form, KEY.Key_Up, modifier=ALT)
    assert items(form) == ("ก", "ค", "ข")
    type_in(form, "!")
    press(form, KEY.Key_Up, KEY.Key_Up, modifier=ALT)
    assert items(form) == ("ค!", "ก", "ข")
    press(form, KEY.Key_Down, modifier=ALT)
    assert items(form) == ("ก", "ค!", "ข")


def test_several_selected_items_move_together(form: Form) -> None:
    form.list.set_value(("ก", "ข", "ค"))
    form.list.show_item(1)
    press(form, KEY.Key_Down, modifier=SHIFT)
    press(form, KEY.Key_Up, modifier=ALT)
    assert items(form) == ("ข", "ค", "ก")


def mark_at(form: Form, row: int, part: float = 0.5) -> QPoint:
    """A point on the mark of an item, so far down in it."""
    _, area = list(form.list.lines.areas())[row]
    return QPoint(4, int(area.top() + part * area.height()))


def test_an_item_is_dragged_by_its_mark(form: Form) -> None:
    form.list.set_value(("ก", "ข", "ค"))
    margin = form.list.lines.childAt(QPoint(6, 6))
    assert margin is not form.list.lines.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(margin, left, pos=mark_at(form, 0))
    QTest.mouseMove(margin, mark_at(form, 1))
    QTest.mouseMove(margin, mark_at(form, 2, 0.9))
    QTest.mouseRelease(margin, left, pos=mark_at(form, 2, 0.9))
    assert items(form) == ("ข", "ค", "ก")


def test_a_click_on_a_mark_moves_nothing(form: Form) -> None:
    form.list.set_value(("ก", "ข"))
    margin = form.list.lines.childAt(QPoint(6, 6))
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=mark_at(form, 1))
    assert items(form) == ("ก", "ข")
    type_in(form, "!")
    assert items(form) == ("ก", "ข!")


# --- pasting ----------------------------------------------------------------------------------


def test_several_pasted_lines_are_several_items(form: Form) -> None:
    paste(form, "๑. ประกาศ\n2) อบรม\n- สรุปผล\n• รายงาน")
    assert items(form) == ("ประกาศ", "อบรม", "สรุปผล", "รายงาน")


def test_pasted_items_leave_those_around_whole(form: Form) -> None:
    form.list.set_value(("กข",))
    form.list.show_item(0)
    press(form, KEY.Key_Left)
    paste(form, "1. x\n2. y")
    assert items(form) == ("ก", "x", "y", "ข")
    type_in(form, "!")
    assert items(form) == ("ก", "x", "y!", "ข")


def test_one_pasted_line_goes_into_the_item(form: Form) -> None:
    type_in(form, "ตาม")
    paste(form, "- ระเบียบ")
    assert items(form) == ("ตาม- ระเบียบ",)


def test_one_pasted_line_in_a_blank_item_loses_its_mark(form: Form) -> None:
    paste(form, "- ระเบียบ")
    assert items(form) == ("ระเบียบ",)


def test_what_is_selected_is_replaced(form: Form) -> None:
    form.list.set_value(("ก", "ข"))
    QTest.keySequence(form.list.lines, QKeySequence(QKeySequence.StandardKey.SelectAll))
    paste(form, "x\ny\nz")
    assert items(form) == ("x", "y", "z")


# --- the value --------------------------------------------------------------------------------


def test_a_value_comes_back_with_its_lines(form: Form) -> None:
    form.list.set_value(("ก\nข", "ค"))
    assert form.list.value() == ("ก\nข", "ค")
    assert len(items(form)) == 2


def test_setting_tells_of_no_typing(form: Form, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.list.edited):
        form.list.set_value(("ก", "ข"))


def test_a_list_is_as_high_as_it_is_long(form: Form, qtbot: QtBot) -> None:
    form.list.set_value(tuple("กขคงจ" * 5))
    lines = form.list.lines
    qtbot.waitUntil(lambda: lines.height() > 20 * lines.fontMetrics().lineSpacing())
    assert lines.verticalScrollBar().maximum() == 0


def test_the_form_follows_the_cursor(form: Form, qtbot: QtBot) -> None:
    form.list.set_value(tuple("กขคงจ" * 5))
    form.list.show_item(24)
    qtbot.waitUntil(lambda: form.verticalScrollBar().value() > 0)

    def in_sight() -> bool:
        lines = form.list.lines
        at = lines.viewport().mapTo(form.viewport(), lines.cursorRect().center())
        return form.viewport().rect().contains(at)

    qtbot.waitUntil(in_sight)


def test_reading_only_lets_nobody_change(form: Form) -> None:
    form.list.set_value(("ก", "ข"))
    form.list.set_writable(False)
    form.list.show_item(1)
    type_in(form, "x")
    press(form, KEY.Key_Up, modifier=ALT)
    press(form, KEY.Key_Backspace)
    form.list.lines.remove_items()
    assert items(form) == ("ก", "ข")


@pytest.mark.parametrize(
    ("before", "row", "after"),
    [("กขค", 0, "ขค"), ("กขค", 1, "กค"), ("กขค", 2, "กข"), ("ก", 0, "")],
)
def test_an_item_is_removed_wherever_it_stands(
    form: Form, before: str, row: int, after: str
) -> None:
    form.list.set_value(tuple(before))
    form.list.show_item(row)
    form.list.lines.remove_items()
    assert form.list.value() == tuple(after)
    assert len(items(form)) == max(1, len(after))


def test_marks_count_in_thai_or_do_not_count() -> None:
    assert [numbers(at) for at in (0, 9)] == ["๑.", "๑๐."]
    assert dashes(3) == "-"


# --- as a field --------------------------------------------------------------------------------


def test_a_pause_stores_the_items_and_keeps_the_one_just_begun(form: Form, qtbot: QtBot) -> None:
    session = desk_with(EMPTY._replace(measures=(Measure("ก"),)))
    Field(session, form.list, "แก้ขั้นตอน", STEPS, empty=())
    type_in(form, "ประกาศ\n")
    qtbot.waitUntil(lambda: bool(session.case.measures[0].steps), timeout=PAUSE * 10)
    assert session.case.measures[0].steps == ("ประกาศ",)
    assert items(form) == ("ประกาศ", "")
    type_in(form, "สรุป")
    form.after.setFocus()
    assert session.case.measures[0].steps == ("ประกาศ", "สรุป")


def test_leaving_takes_blank_items_away(form: Form) -> None:
    session = desk_with(EMPTY._replace(measures=(Measure("ก"),)))
    Field(session, form.list, "แก้ขั้นตอน", STEPS, empty=())
    type_in(form, "ประกาศ\n")
    form.after.setFocus()
    assert items(form) == ("ประกาศ",)


def test_undo_takes_a_move_back(form: Form) -> None:
    session = desk_with(EMPTY._replace(measures=(Measure("ก", steps=("ก", "ข")),)))
    Field(session, form.list, "แก้ขั้นตอน", STEPS, empty=())
    form.list.show_item(1)
    press(form, KEY.Key_Up, modifier=ALT)
    session.commit()
    assert session.case.measures[0].steps == ("ข", "ก")
    session.undo()
    assert items(form) == ("ก", "ข")
