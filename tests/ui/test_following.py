"""A form scrolls to the field that gets the focus, unless it was clicked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui.following import FocusFollower


class Form:
    """Forty fields in a window that shows a few."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.area, inner = QMainWindow(), QScrollArea(), QWidget()
        qtbot.addWidget(self.window)
        layout = QVBoxLayout(inner)
        self.fields = [QLineEdit() for _ in range(40)]
        label = QLabel("&Z")
        label.setBuddy(self.fields[-1])
        layout.addWidget(label)
        for field in self.fields:
            layout.addWidget(field)
        self.area.setWidget(inner)
        self.window.setCentralWidget(self.area)
        self.follower = FocusFollower(self.window)
        self.window.resize(300, 200)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)

    def sees(self, field: QLineEdit) -> bool:
        """Whether the whole field is in sight."""
        top = field.mapTo(self.area.viewport(), QPoint()).y()
        return top >= 0 and top + field.height() <= self.area.viewport().height()


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    return Form(qtbot)


def test_a_field_that_a_key_leads_to_comes_into_sight(form: Form, qtbot: QtBot) -> None:
    last = form.fields[-1]
    assert not form.sees(last)
    qtbot.keyClick(form.window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert last.hasFocus()
    qtbot.waitUntil(lambda: form.sees(last))


def test_what_is_clicked_at_does_not_move(form: Form, qtbot: QtBot) -> None:
    bar = form.area.verticalScrollBar()
    bar.setValue(form.fields[3].y() + 5)  # a part of the fourth is above the edge
    before = bar.value()
    bottom = form.fields[3].mapTo(form.window, form.fields[3].rect().bottomLeft())
    qtbot.mouseClick(
        form.window.windowHandle(), Qt.MouseButton.LeftButton, pos=bottom - QPoint(-9, 4)
    )
    assert form.fields[3].hasFocus()
    qtbot.wait(1)
    assert bar.value() == before
