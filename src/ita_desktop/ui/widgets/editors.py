"""The editors of text and choices: each has a value, tells of typing and of being left.

They take no undo key: the window's undo takes back whole named steps, the last words
typed included.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QRectF,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit, QScrollArea, QWidget

from ita_desktop.thai.cleanup import clean_pasted


class Editor(Protocol):
    """What a field needs of its widget.

    ``edited`` is sent for what the user does, never for :meth:`set_value`; ``left``
    when the focus goes elsewhere.
    """

    edited: SignalInstance
    left: SignalInstance

    def value(self) -> Any: ...
    def set_value(self, value: Any) -> None: ...
    def set_writable(self, writable: bool) -> None: ...


class LineEdit(QLineEdit):
    """One line of text. What is pasted is cleaned up and comes in one line."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self.edited)

    def value(self) -> str:
        """The text as typed."""
        return self.text()

    def set_value(self, value: str) -> None:
        """Shows a text; the cursor stays where it was, as far as there is text."""
        if value == self.text():
            return
        place = self.cursorPosition()
        self.setText(value)
        self.setCursorPosition(min(place, len(value)) if self.hasFocus() else 0)

    def set_writable(self, writable: bool) -> None:
        """Lets the user type, or only read and copy."""
        self.setReadOnly(not writable)

    def paste_text(self, text: str) -> None:
        """Puts a text from elsewhere at the cursor, cleaned up."""
        if not self.isReadOnly():
            self.insert(" ".join(clean_pasted(text).split("\n")))
            self.edited.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves files to the form and the window around: their names are no text."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def event(self, event: QEvent) -> bool:
        return False if _is_undo_key(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_text(QGuiApplication.clipboard().text())
        elif not _is_undo(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        menu = editing_menu(self, self.hasSelectedText(), not self.isReadOnly())
        menu.popup(event.globalPos())

    def paste_from_clipboard(self) -> None:
        """Pastes as Ctrl+V does."""
        self.paste_text(QGuiApplication.clipboard().text())


class TextEdit(QPlainTextEdit):
    """Lines of text; as high as they need, between ``fewest_lines`` and ``most_lines``.

    Tab goes to the next field, as in any form. A form that scrolls follows the cursor.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._fitting = False
        self.fewest_lines = 2
        self.most_lines = 12
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._follow)
        self._fit()

    def value(self) -> str:
        """The text as typed, lines ended by ``\\n``."""
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        """Shows a text; the cursor stays where it was, as far as there is text."""
        if value == self.toPlainText():
            return
        place = self.textCursor().position()
        self._showing = True
        self.setPlainText(value)
        self._showing = False
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def set_writable(self, writable: bool) -> None:
        """Lets the user type, or only read and copy."""
        self.setReadOnly(not writable)

    def set_lines(self, fewest: int, most: int) -> None:
        """Says between how many lines the height may be."""
        self.fewest_lines, self.most_lines = fewest, most
        self._fit()

    def paste_from_clipboard(self) -> None:
        """Pastes as Ctrl+V does."""
        self.paste()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        self.insertPlainText(clean_pasted(source.text()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves files to the form and the window around: their names are no text."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def event(self, event: QEvent) -> bool:
        return False if _is_undo_key(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not _is_undo(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def show_cursor(self) -> None:
        """Scrolls the form around so that the cursor can be seen."""
        self.show_around(self.viewport(), QRectF(self.cursorRect()))

    def show_around(self, widget: QWidget, area: QRectF) -> None:
        """Scrolls the form around to a part of a widget in it."""
        form: QWidget | None = self.parentWidget()
        while form is not None and not isinstance(form, QScrollArea):
            form = form.parentWidget()
        inner = form.widget() if isinstance(form, QScrollArea) else None
        if isinstance(form, QScrollArea) and inner is not None:
            at = widget.mapTo(inner, area.center().toPoint())
            form.ensureVisible(at.x(), at.y(), 0, int(area.height()) + self.fontMetrics().height())

    def _follow(self) -> None:
        if self.hasFocus():
            # Only when the form has given a longer text its new height.
            QTimer.singleShot(0, self, self.show_cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()
        self._follow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves the wheel to the form around, unless there is something to scroll here."""
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        menu = editing_menu(self, self.textCursor().hasSelection(), not self.isReadOnly())
        menu.popup(event.globalPos())

    def _on_text_changed(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _lines_shown(self) -> int:
        """The lines that the text takes at this width, wrapped ones included."""
        layout = self.document().documentLayout()
        block, lines = self.document().firstBlock(), 0
        while block.isValid() and lines < self.most_lines:
            # What is out of sight has no lines until it is asked for.
            layout.blockBoundingRect(block)
            lines += block.lineCount()
            block = block.next()
        return lines

    def _fit(self) -> None:
        if self._fitting:  # asking for lines tells that there are more of them
            return
        self._fitting = True
        lines = min(max(self._lines_shown(), self.fewest_lines), self.most_lines)
        self._fitting = False
        # How high a line is, only it knows: Thai may come from another font than the rest.
        layout = self.document().firstBlock().layout()
        line = layout.lineAt(0).height() if layout.lineCount() else 0.0
        line = max(line, self.fontMetrics().lineSpacing())
        margins = self.contentsMargins()
        inner = 2 * int(self.document().documentMargin())
        # One more: text that fills its room exactly is given a scroll bar.
        height = math.ceil(lines * line) + inner + margins.top() + margins.bottom() + 1
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)


class ChoiceBox(QComboBox):
    """One of several values, each shown by a Thai text."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self.activated.connect(self.edited)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offers values with their texts; the first one is shown."""
        self._values = [value for value, _ in choices]
        self.clear()
        self.addItems([text for _, text in choices])

    def value(self) -> Any:
        """The value that is chosen; None when there are no choices."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Shows a value; one that is not offered shows nothing."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def set_writable(self, writable: bool) -> None:
        """Lets the user choose, or only look."""
        self.setEnabled(writable)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Ignores the wheel: scrolling a form shall not change what is in it."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.left.emit()


def _is_undo(event: QKeyEvent) -> bool:
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)


def _is_undo_key(event: QEvent) -> bool:
    """Whether Qt asks the editor to take an undo key before the window's menu gets it."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not _is_undo(event):
        return False
    event.ignore()
    return True


def editing_menu(editor: LineEdit | TextEdit, selected: bool, writable: bool) -> QMenu:
    """The menu of the right button, in Thai."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for text, slot, possible in (
        ("ตัด\tCtrl+X", editor.cut, selected and writable),
        ("คัดลอก\tCtrl+C", editor.copy, selected),
        ("วาง\tCtrl+V", editor.paste_from_clipboard, writable),
        ("เลือกทั้งหมด\tCtrl+A", editor.selectAll, True),
    ):
        menu.addAction(text, slot).setEnabled(possible)
    return menu
