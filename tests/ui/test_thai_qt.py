"""Marks over marks are drawn whole, however low the room for a text is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QCommonStyle, QStyle

from ita_desktop.ui.thai_qt import ThaiStyle

ROOM = QRect(10, 20, 60, 8)


def ink_outside_the_room(style: QStyle) -> bool:
    """Whether anything is drawn above the room when a text is higher than that."""
    picture = QImage(80, 60, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    palette, role = QPalette(Qt.GlobalColor.black), QPalette.ColorRole.NoRole
    painter.setPen(Qt.GlobalColor.black)
    style.drawItemText(
        painter, ROOM, Qt.AlignmentFlag.AlignCenter.value, palette, True, "|||", role
    )
    painter.end()
    rows = (*range(ROOM.top()), *range(ROOM.bottom() + 1, picture.height()))
    return any(picture.pixelColor(x, y).lightness() < 200 for y in rows for x in range(80))


@pytest.mark.usefixtures("qapp")
def test_a_text_higher_than_its_room_is_drawn_whole() -> None:
    plain = QCommonStyle()
    assert not ink_outside_the_room(plain), "no test: nothing is clipped here anyway"
    assert ink_outside_the_room(ThaiStyle("fusion"))


@pytest.mark.usefixtures("qapp")
def test_the_style_answers_to_its_name() -> None:
    assert ThaiStyle("fusion").objectName() == "fusion"
