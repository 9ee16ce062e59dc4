"""The editors of text within a form that scrolls."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.keys import type_text

from ita_desktop.ui.widgets.editors import TextEdit


def test_the_form_follows_the_cursor_in_a_text_that_grows(qtbot: QtBot) -> None:
    area, inner, editor = QScrollArea(), QWidget(), TextEdit()
    qtbot.addWidget(area)
    layout = QVBoxLayout(inner)
    layout.addWidget(QLabel("ก\n" * 5))
    layout.addWidget(editor)
    layout.addStretch(1)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    qtbot.waitActive(area)
    editor.setFocus()
    type_text(editor, "บรรทัด\n" * 9 + "บรรทัดสุดท้าย")

    def cursor_is_in_sight() -> bool:
        cursor = editor.cursorRect()
        top = editor.viewport().mapTo(area.viewport(), cursor.topLeft()).y()
        return top >= 0 and top + cursor.height() <= area.viewport().height()

    qtbot.waitUntil(cursor_is_in_sight)
    assert area.verticalScrollBar().value() > 0, "there was nothing to follow"
