"""The one door through which the window tells the user something that must be read.

A bar above the page instead of a box in front of it: nothing has to be clicked
away before work can go on.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QLabel, QToolButton

from ita_desktop.ui.forms import child


class MessageBar(QObject):
    """Drives the form's ``message_bar``. Texts are shown as they are, never as markup."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._bar = child(window, QFrame, "message_bar")
        self._text = child(window, QLabel, "message_text")
        child(window, QToolButton, "message_close").clicked.connect(self.clear)
        self._bar.hide()

    def tell(self, text: str) -> None:
        """Shows ``text`` until it is closed or replaced."""
        self._text.setText(text)
        self._bar.show()

    def clear(self) -> None:
        """Takes the bar away."""
        self._bar.hide()
        self._text.clear()
