"""Qt's styles, with room for Thai: marks above a letter's vowel are drawn whole.

A style clips a button's, a menu's or a tab's text to the height that the font says it
has; in many Thai fonts a tone mark over a vowel (ชี้, ที่) stands higher than that.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QProxyStyle

_NO_CLIP = Qt.TextFlag.TextDontClip.value


class ThaiStyle(QProxyStyle):
    """The style of that name (``fusion``), drawing texts unclipped."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setObjectName(name)

    def drawItemText(  # noqa: N802 - Qt's name and parameters
        self,
        painter: QPainter,
        rectangle: QRect,
        flags: int,
        palette: QPalette | Qt.GlobalColor | QColor,
        enabled: bool,
        text: str,
        textRole: QPalette.ColorRole = QPalette.ColorRole.NoRole,  # noqa: N803
    ) -> None:
        super().drawItemText(painter, rectangle, flags | _NO_CLIP, palette, enabled, text, textRole)


def use_thai_style(name: str = "") -> None:
    """Makes the program draw with a style, by default the system's own."""
    QApplication.setStyle(ThaiStyle(name or QApplication.style().objectName()))
