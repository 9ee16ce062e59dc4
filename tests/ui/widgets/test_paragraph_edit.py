"""A name stays one paragraph, however it is typed or pasted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.keys import type_text

from ita_desktop.ui.widgets.paragraph_edit import ParagraphEdit

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    form = QWidget()
    layout = QVBoxLayout(form)
    layout.addWidget(ParagraphEdit())
    layout.addWidget(QLineEdit())
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.findChild(ParagraphEdit).setFocus()
    return form


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_enter_goes_to_the_next_field(form: QWidget, modifier: Qt.KeyboardModifier) -> None:
    editor = form.findChild(ParagraphEdit)
    type_text(editor, "มาตรการ")
    QTest.keyClick(editor, Qt.Key.Key_Return, modifier)
    assert form.findChild(QLineEdit).hasFocus()
    assert editor.value() == "มาตรการ"


def test_pasted_lines_become_one(form: QWidget) -> None:
    editor = form.findChild(ParagraphEdit)
    QGuiApplication.clipboard().setText("มาตรการ\nโปร่งใส\r\n")
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Paste))
    assert editor.value().strip() == "มาตรการ โปร่งใส"


def test_a_long_name_wraps_and_is_all_in_sight(form: QWidget, qtbot: QtBot) -> None:
    editor = form.findChild(ParagraphEdit)
    form.resize(260, 200)
    low = editor.height()
    editor.set_value("มาตรการป้องกันการขัดกันระหว่างผลประโยชน์ส่วนตน กับผลประโยชน์ส่วนรวม " * 2)
    qtbot.waitUntil(lambda: editor.height() > low)
    assert editor.verticalScrollBar().maximum() == 0
