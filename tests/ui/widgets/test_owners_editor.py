"""Units are picked from a menu, completed while they are typed, or typed freely."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.keys import type_text

from ita_desktop.ui.widgets.owners_editor import OwnersEditor

KEY = Qt.Key


@pytest.fixture
def editor(qtbot: QtBot) -> OwnersEditor:
    editor = OwnersEditor()
    editor.set_units(["กองคลัง", "กองช่าง", "R&D"], ["กองการเจ้าหน้าที่", "กองคลัง"])
    qtbot.addWidget(editor)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    editor.setFocus()
    return editor


def offered(editor: OwnersEditor) -> list[str]:
    """What is offered for what was typed so far."""
    completer = editor.completer
    if not completer.popup().isVisible():
        return []
    model = completer.completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(editor: OwnersEditor, name: str) -> None:
    """Opens the menu and clicks on a unit in it."""
    menu: QMenu = editor.findChild(QPushButton).menu()
    menu.popup(editor.mapToGlobal(editor.rect().topLeft()))
    (action,) = [action for action in menu.actions() if action.text() == name]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_typing_offers_what_fits_the_agencys_own_first(editor: OwnersEditor) -> None:
    type_text(editor.lines, "กองก")
    assert offered(editor) == ["กองการเจ้าหน้าที่"]
    QTest.keyClick(editor.lines, KEY.Key_Backspace)
    assert offered(editor) == ["กองคลัง", "กองช่าง", "กองการเจ้าหน้าที่"]


def test_an_offer_is_taken_with_keys(editor: OwnersEditor) -> None:
    type_text(editor.lines, "ช่าง")
    QTest.keyClick(editor.completer.popup(), KEY.Key_Down)
    QTest.keyClick(editor.completer.popup(), KEY.Key_Return)
    assert editor.value() == ("กองช่าง",)
    assert offered(editor) == []
    type_text(editor.lines, "\nคณะทำงาน")
    assert editor.value() == ("กองช่าง", "คณะทำงาน")


def test_another_unit_may_be_typed(editor: OwnersEditor) -> None:
    type_text(editor.lines, "ศูนย์บริการ")
    assert offered(editor) == []
    assert editor.value() == ("ศูนย์บริการ",)


def test_what_is_typed_in_full_is_offered_no_more(editor: OwnersEditor) -> None:
    type_text(editor.lines, "กองช่าง")
    assert offered(editor) == []


def test_a_typed_unit_that_others_contain_is_kept_with_enter(editor: OwnersEditor) -> None:
    type_text(editor.lines, "กอง")
    QTest.keyClick(editor.completer.popup(), KEY.Key_Escape)
    assert offered(editor) == []
    assert editor.value() == ("กอง",)


def test_enter_without_a_choice_makes_the_next_item(editor: OwnersEditor) -> None:
    type_text(editor.lines, "กอง")
    assert offered(editor)
    QTest.keyClick(editor.completer.popup(), KEY.Key_Return)
    assert offered(editor) == []
    type_text(editor.lines, "x")
    assert editor.value() == ("กอง", "x")


def test_what_is_in_the_list_is_not_offered_again(editor: OwnersEditor) -> None:
    editor.set_value(("กองคลัง",))
    editor.show_item(0)
    type_text(editor.lines, "\nกอง")
    assert offered(editor) == ["กองช่าง", "กองการเจ้าหน้าที่"]


def test_the_menu_adds_and_takes_away(editor: OwnersEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignals([editor.edited, editor.left]):
        choose(editor, "กองคลัง")
    choose(editor, "กองช่าง")
    assert editor.value() == ("กองคลัง", "กองช่าง")
    choose(editor, "กองคลัง")
    assert editor.value() == ("กองช่าง",)


def test_a_unit_with_an_ampersand_is_shown_and_kept_whole(editor: OwnersEditor) -> None:
    choose(editor, "R&&D")
    assert editor.value() == ("R&D",)


def test_reading_only_offers_nothing(editor: OwnersEditor) -> None:
    editor.set_writable(False)
    type_text(editor.lines, "กอง")
    assert editor.value() == ()
    assert not editor.findChild(QPushButton).isEnabled()
