"""Years are shown in Thai digits and typed in any."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from tests.ui.keys import type_text

from ita_desktop.ui.widgets.year_box import YearBox


@pytest.fixture
def box(qtbot: QtBot) -> YearBox:
    box = YearBox()
    qtbot.addWidget(box)
    box.set_value(2568)
    box.show()
    return box


def write(qtbot: QtBot, box: YearBox, text: str) -> None:
    box.lineEdit().selectAll()
    type_text(box.lineEdit(), text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize("typed", ["2566", "๒๕๖๖"])
def test_any_digits_may_be_typed(qtbot: QtBot, box: YearBox, typed: str) -> None:
    with qtbot.waitSignal(box.edited):
        write(qtbot, box, typed)
    assert (box.value(), box.text()) == (2566, "๒๕๖๖")


@pytest.mark.parametrize("typed", ["25", "2023", "ปีนี้", ""])
def test_what_is_no_year_leaves_the_old_one(qtbot: QtBot, box: YearBox, typed: str) -> None:
    write(qtbot, box, typed)
    box.clearFocus()
    box.interpretText()
    assert (box.value(), box.text()) == (2568, "๒๕๖๘")


def test_arrows_change_and_showing_is_no_change(qtbot: QtBot, box: YearBox) -> None:
    with qtbot.assertNotEmitted(box.edited):
        box.set_value(2560)
    with qtbot.waitSignal(box.edited):
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == 2561


def test_the_undo_keys_are_the_windows(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    box = YearBox(window)
    window.setCentralWidget(box)
    taken_back: list[bool] = []
    QShortcut(QKeySequence.StandardKey.Undo, window, lambda: taken_back.append(True))
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    box.setFocus()
    write(qtbot, box, "2566")
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (taken_back, box.value()) == ([True], 2566)
