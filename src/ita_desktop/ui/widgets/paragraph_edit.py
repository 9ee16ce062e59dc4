"""A name or heading that may be too long for one line but is a single paragraph."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ita_desktop.thai.cleanup import clean_pasted
from ita_desktop.ui.widgets.editors import TextEdit


class ParagraphEdit(TextEdit):
    """Wraps and grows as a text does; Enter goes on to the next field instead of a new line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_lines(1, 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        keys = QKeySequence.StandardKey
        if event.matches(keys.InsertParagraphSeparator) or event.matches(keys.InsertLineSeparator):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        self.insertPlainText(" ".join(clean_pasted(source.text()).split("\n")))
