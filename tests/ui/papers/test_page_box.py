"""The page's number: Thai digits shown, any digits typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.keys import type_text

from ita_desktop.ui.papers.page_box import PageBox


@pytest.fixture
def box(qtbot: QtBot) -> PageBox:
    box = PageBox()
    box.setRange(1, 44)
    box.setKeyboardTracking(False)
    qtbot.addWidget(box)
    box.show()
    return box


@pytest.mark.parametrize(
    ("typed", "page"), [("12", 12), ("๑๒", 12), ("๔๔", 44), ("99", 9), ("x3", 3)]
)
def test_digits_of_both_kinds_are_understood(
    qtbot: QtBot, box: PageBox, typed: str, page: int
) -> None:
    box.selectAll()
    type_text(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == page


def test_thai_digits_are_shown(box: PageBox) -> None:
    box.setValue(30)
    assert box.text() == "๓๐"


def test_nothing_typed_stays_where_it_was(qtbot: QtBot, box: PageBox) -> None:
    box.setValue(7)
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.value(), box.text()) == (7, "๗")
