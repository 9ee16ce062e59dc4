"""Indicators are ticked with keys or the mouse in a list that drops down."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from ita_desktop.services.measures import IndicatorChoice
from ita_desktop.ui.widgets.indicators_editor import IndicatorsEditor

KEY = Qt.Key
CHOICES = (
    IndicatorChoice("1", "การปฏิบัติหน้าที่"),
    IndicatorChoice("9", "การเปิดเผยข้อมูล", "(ได้ ๙๒.๐๐)"),
    IndicatorChoice("9.1", "ข้อมูลพื้นฐาน"),
    IndicatorChoice("9.2", "การบริหารงาน"),
    IndicatorChoice("10", "การป้องกันการทุจริต"),
)


@pytest.fixture
def editor(qtbot: QtBot) -> IndicatorsEditor:
    editor = IndicatorsEditor()
    editor.set_choices(CHOICES)
    qtbot.addWidget(editor)
    editor.show()
    return editor


def opened(editor: IndicatorsEditor) -> None:
    QTest.mouseClick(editor.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert editor.tree.isVisible()


def press(editor: IndicatorsEditor, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(editor.tree, key)


def item_of(editor: IndicatorsEditor, text: str) -> QTreeWidgetItem:
    (found,) = editor.tree.findItems(text, Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    return found


def test_space_ticks_and_the_order_is_that_of_the_framework(editor: IndicatorsEditor) -> None:
    editor.set_value(("10",))
    opened(editor)
    press(editor, KEY.Key_Down, KEY.Key_Down, KEY.Key_Space)
    press(editor, KEY.Key_Up, KEY.Key_Up, KEY.Key_Space)
    assert editor.value() == ("1", "9.1", "10")
    press(editor, KEY.Key_Space)
    assert editor.value() == ("9.1", "10")


def test_a_click_ticks_and_tells(editor: IndicatorsEditor, qtbot: QtBot) -> None:
    opened(editor)
    area = editor.tree.visualItemRect(item_of(editor, "๙.๒"))
    box = area.topLeft()
    box.setX(box.x() + 8)
    box.setY(area.center().y())
    with qtbot.waitSignal(editor.edited):
        QTest.mouseClick(editor.tree.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert editor.value() == ("9.2",)


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape, KEY.Key_Tab])
def test_closing_is_leaving(editor: IndicatorsEditor, qtbot: QtBot, key: Qt.Key) -> None:
    opened(editor)
    with qtbot.waitSignal(editor.left):
        press(editor, key)
    assert not editor.tree.isVisible()


def test_the_value_is_shown_in_words(editor: IndicatorsEditor) -> None:
    assert editor.text() == "ยังไม่ได้เลือกตัวชี้วัด"
    editor.set_value(("9.1", "10"))
    assert editor.text() == "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน\nตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต"


def test_a_number_that_the_framework_lacks_stays_and_can_be_unticked(
    editor: IndicatorsEditor,
) -> None:
    editor.set_value(("9.9", "9"))
    assert editor.value() == ("9.9", "9")
    opened(editor)
    strange = item_of(editor, "๙.๙")
    assert "ไม่มีในเกณฑ์" in strange.text(0)
    strange.setCheckState(0, Qt.CheckState.Unchecked)
    assert editor.value() == ("9",)


def test_numbers_that_the_framework_lacks_stand_behind_by_their_value(
    editor: IndicatorsEditor,
) -> None:
    editor.set_value(("11.10", "11", "12.2", "9", "11.2"))
    opened(editor)
    item_of(editor, "การป้องกัน").setCheckState(0, Qt.CheckState.Checked)
    assert editor.value() == ("9", "10", "11", "11.2", "11.10", "12.2")
    assert item_of(editor, "๑๑.๒").parent() is item_of(editor, "๑๑  ")
    assert item_of(editor, "๑๒.๒").parent() is None


def test_setting_tells_of_no_ticking(editor: IndicatorsEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_value(("9",))
        opened(editor)


def test_reading_only_offers_nothing(editor: IndicatorsEditor) -> None:
    editor.set_writable(False)
    QTest.mouseClick(editor.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert not editor.tree.isVisible()
