"""The agency's list of people: typed, pasted, taken out, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.finding import child
from tests.ui.keys import type_text
from tests.ui.session import desk_with

from ita_desktop.domain.case import Signatory
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.records import Office
from ita_desktop.ui.papers.people import SPARE_ROWS, PeopleDialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.grid import GridTable

A, B = Signatory("นางสาวกานดา ใจดี", "นักวิเคราะห์"), Signatory("นายสมชาย รักงาน", "หัวหน้า")
NAME, POSITION = 1, 2


@pytest.fixture
def session() -> Session:
    session = desk_with()
    session.edit_shared("รายชื่อ", lambda shared: Office(people=(A, B)))
    return session


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> PeopleDialog:
    return opened(qtbot, session)


def opened(qtbot: QtBot, session: Session) -> PeopleDialog:
    dialog = PeopleDialog(session)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def table(dialog: PeopleDialog) -> GridTable:
    return child(dialog, GridTable, "people_table")


def go(dialog: PeopleDialog, row: int, column: int) -> GridTable:
    grid = table(dialog)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(row, column))
    return grid


def test_people_are_shown_with_room_below(dialog: PeopleDialog) -> None:
    model = table(dialog).model()
    assert model.rowCount() == 2 + SPARE_ROWS
    assert model.index(1, NAME).data() == B.name
    assert model.index(2, NAME).data() == ""


def test_a_cell_is_typed_over(qtbot: QtBot, session: Session, dialog: PeopleDialog) -> None:
    grid = go(dialog, 0, POSITION)
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    editor = dialog.focusWidget()
    assert editor is not None
    type_text(editor, "ชำนาญการ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert without_ids(session.shared).people == (A._replace(position="นักวิเคราะห์ชำนาญการ"), B)


def test_a_new_one_is_typed_below(qtbot: QtBot, session: Session, dialog: PeopleDialog) -> None:
    grid = go(dialog, 2, NAME)
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    editor = dialog.focusWidget()
    assert editor is not None
    type_text(editor, "นายใหม่")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert without_ids(session.shared).people == (A, B, Signatory("นายใหม่"))
    assert grid.currentIndex().column() == POSITION


def test_a_long_list_is_pasted_whole(qtbot: QtBot, session: Session, dialog: PeopleDialog) -> None:
    many = [(f"นายคนที่ {number}", f"ตำแหน่ง {number}") for number in range(3 * SPARE_ROWS)]
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in many))
    qtbot.keySequence(go(dialog, 2, NAME), QKeySequence(QKeySequence.StandardKey.Paste))
    assert [(one.name, one.position) for one in session.shared.people[2:]] == many
    assert session.history.to_undo is not None
    session.undo()
    assert without_ids(session.shared).people == (A, B)


def test_chosen_ones_are_taken_out(qtbot: QtBot, session: Session, dialog: PeopleDialog) -> None:
    go(dialog, 0, NAME)
    qtbot.mouseClick(child(dialog, QPushButton, "people_remove"), Qt.MouseButton.LeftButton)
    assert without_ids(session.shared).people == (B,)
    assert table(dialog).model().index(0, NAME).data() == B.name
    qtbot.keySequence(dialog, QKeySequence(QKeySequence.StandardKey.Undo))
    assert without_ids(session.shared).people == (A, B)
    qtbot.keySequence(dialog, QKeySequence(QKeySequence.StandardKey.Redo))
    assert without_ids(session.shared).people == (B,)
    qtbot.mouseClick(child(dialog, QPushButton, "people_undo"), Qt.MouseButton.LeftButton)
    assert without_ids(session.shared).people == (A, B)


def test_a_row_without_any_text_is_nobody(
    qtbot: QtBot, session: Session, dialog: PeopleDialog
) -> None:
    grid = go(dialog, 0, NAME)
    grid.selectRow(0)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert without_ids(session.shared).people == (B,)


def test_closing_stores_what_is_being_typed(
    qtbot: QtBot, session: Session, dialog: PeopleDialog
) -> None:
    grid = go(dialog, 0, NAME)
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    editor = dialog.focusWidget()
    assert editor is not None
    type_text(editor, "ยิ่ง")
    qtbot.mouseClick(child(dialog, QPushButton, "people_close"), Qt.MouseButton.LeftButton)
    assert session.shared.people[0].name == A.name + "ยิ่ง"


def test_reading_only_nothing_can_be_typed(qtbot: QtBot) -> None:
    dialog = opened(qtbot, desk_with(read_only=True))
    index = table(dialog).model().index(0, NAME)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not child(dialog, QPushButton, "people_remove").isEnabled()
