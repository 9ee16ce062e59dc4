"""What Qt lacks for Thai: styles with room for marks over marks, and its own words.

A style clips a button's, a menu's or a tab's text to the height that the font says it
has; in many Thai fonts a tone mark over a vowel (ชี้, ที่) stands higher than that. Qt
brings no Thai translation of the buttons of boxes, the menus of editors and its dialogs;
native dialogs speak the language of the system.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, QRect, Qt, QTranslator
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QProxyStyle

from ita_desktop.resources import resource_path

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


class ThaiWords(QTranslator):
    """Answers from ``resources/translations/qt_th.json``: words by their place in Qt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        text = resource_path("translations", "qt_th.json").read_text(encoding="utf-8")
        self._words: dict[str, dict[str, str]] = json.loads(text)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """False: a translator that says it is empty is never asked."""
        return not self._words

    def translate(self, context: str, source: str, *_: object) -> str | None:
        """The Thai for Qt's words; None leaves them as they are."""
        words = self._words.get(context)
        return words.get(source) if words is not None else None
