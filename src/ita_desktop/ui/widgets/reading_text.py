"""A longer text with headings and lists that is only read, wrapped between Thai words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from ita_desktop.thai.screen import breakable, unbroken


class ReadingText(QTextEdit):
    """Filled by paragraphs; what is put in is never markup, what is copied is as it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)

    def add_heading(self, text: str, *, larger: bool = False) -> None:
        """Adds a bold line with room above it."""
        letters = QTextCharFormat()
        letters.setFontWeight(QFont.Weight.Bold)
        if larger:
            letters.setFontPointSize(self.font().pointSizeF() * 1.15)
        self._add(text, letters, above=0 if self._is_empty() else self._line() // 2)

    def add_text(self, text: str) -> None:
        """Adds a paragraph."""
        self._add(text, QTextCharFormat(), above=self._line() // 6)

    def add_items(self, items: Iterable[tuple[str, str]]) -> None:
        """Adds items, each a mark and a text that hangs behind it."""
        marked = list(items)
        width = self.fontMetrics().horizontalAdvance
        side = max((width(f"{mark}  ") for mark, _ in marked), default=0)
        for mark, text in marked:
            self._add(f"{mark}\t{text}", QTextCharFormat(), above=self._line() // 6, hanging=side)

    def to_start(self) -> None:
        """Shows the beginning."""
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """The plain text that was put in, without what makes it wrap."""
        data = QMimeData()
        data.setText(unbroken(self.textCursor().selection().toPlainText()))
        return data

    def _is_empty(self) -> bool:
        return self.document().isEmpty()

    def _line(self) -> int:
        return self.fontMetrics().lineSpacing()

    def _add(self, text: str, letters: QTextCharFormat, *, above: int, hanging: int = 0) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        if hanging:
            block.setLeftMargin(hanging)
            block.setTextIndent(-hanging)
            block.setTabPositions([QTextOption.Tab(hanging, QTextOption.TabType.LeftTab)])
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._is_empty():
            cursor.setBlockFormat(block)
            cursor.setCharFormat(letters)
        else:
            cursor.insertBlock(block, letters)
        cursor.insertText(breakable(text).replace("\n", "\u2028"), letters)
