"""A list of short texts that is edited in place, as a numbered list in a word processor.

One item is one paragraph: Enter makes the next, Backspace in an empty one removes it, Tab
goes to the next and behind the last one out of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.domain.measures import first_after_move, reordered
from ita_desktop.services.clipboard import items_of
from ita_desktop.thai.cleanup import clean_pasted
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.widgets.editors import TextEdit, editing_menu
from ita_desktop.ui.widgets.labels import set_tooltip

_LINE, _PARAGRAPH = "\u2028", "\u2029"
"""Qt's ends of a line within an item, and of an item."""
_GROWS_ON = 10_000
"""Lines: a list is as high as it is long, the form around it scrolls."""

Marks = Callable[[int], str]
"""What stands before the item of an index that counts from 0."""


def numbers(index: int) -> str:
    """``๑.`` and on."""
    return f"{thai_number(index + 1)}."


def dashes(_: int) -> str:
    """The same mark before each item, as the memo prints what is not counted."""
    return "-"


class ItemLines(TextEdit):
    """The text of a list; every paragraph is an item with a mark at its left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: Marks = dashes
        self._gap: int | None = None
        self._margin = _Margin(self)
        self.set_lines(1, _GROWS_ON)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.updateRequest.connect(self._margin.update)
        self.blockCountChanged.connect(self._make_room)
        self._make_room()

    # --- items -----------------------------------------------------------------------------

    def items(self) -> tuple[str, ...]:
        """The texts of all items, blank ones included."""
        return tuple(block.text().replace(_LINE, "\n") for block in self.blocks())

    def show_items(self, items: Sequence[str]) -> None:
        """Shows other items; the cursor stays in the item and at the letter where it was."""
        cursor = self.textCursor()
        row, column = cursor.blockNumber(), cursor.positionInBlock()
        self._showing = True
        self.setPlainText(_document_text(items))
        self._showing = False
        self.go_to(row, column)

    def blocks(self) -> Iterator[QTextBlock]:
        """The paragraphs in order."""
        block = self.document().firstBlock()
        while block.isValid():
            yield block
            block = block.next()

    def go_to(self, row: int, column: int | None = None) -> None:
        """Puts the cursor into an item; at its end where no letter is named."""
        row = max(0, min(row, self.blockCount() - 1))
        block = self.document().findBlockByNumber(row)
        cursor = QTextCursor(block)
        end = block.length() - 1
        cursor.setPosition(block.position() + (end if column is None else min(column, end)))
        self.setTextCursor(cursor)

    def set_marks(self, marks: Marks) -> None:
        """Says what stands before the items."""
        self._marks = marks
        self._make_room()

    def mark(self, row: int) -> str:
        """What stands before an item."""
        return self._marks(row)

    def selected_rows(self) -> range:
        """The items that the selection touches, the one with the cursor at least."""
        cursor = self.textCursor()
        find = self.document().findBlock
        first = find(cursor.selectionStart()).blockNumber()
        return range(first, find(cursor.selectionEnd()).blockNumber() + 1)

    def move_items(self, rows: Sequence[int], gap: int) -> None:
        """Moves items together to a gap; the cursor goes along."""
        items = self.items()
        after = reordered(items, rows, gap)
        if self.isReadOnly() or after == items:
            return
        column = self.textCursor().positionInBlock()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(_document_text(after))
        cursor.endEditBlock()
        self.go_to(first_after_move(rows, gap), column)

    def move_up(self) -> None:
        """Moves the selected items up by one."""
        rows = self.selected_rows()
        if rows.start > 0:
            self.move_items(rows, rows.start - 1)

    def move_down(self) -> None:
        """Moves the selected items down by one."""
        rows = self.selected_rows()
        if rows.stop < self.blockCount():
            self.move_items(rows, rows.stop + 1)

    def remove_items(self) -> None:
        """Takes the selected items out."""
        if self.isReadOnly():
            return
        rows = self.selected_rows()
        cursor = self.textCursor()
        cursor.setPosition(self.document().findBlockByNumber(rows.start).position())
        last = self.document().findBlockByNumber(rows.stop - 1)
        keep = QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(last.position() + last.length() - 1, keep)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if rows.stop < self.blockCount() + len(rows) - 1:
            cursor.deleteChar()
        else:
            cursor.deletePreviousChar()
        cursor.endEditBlock()

    def drop_blank(self) -> None:
        """Takes away items that were begun and left blank."""
        items = self.items()
        filled = [item for item in items if item.strip()]
        if len(filled) < len(items) and items != ("",):
            self.show_items(filled)

    # --- keys and pasting --------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if step and plain and self._go_on(step):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, modifiers = event.key(), event.modifiers()
        alt = modifiers & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        if alt and key == Qt.Key.Key_Up:
            self.move_up()
        elif alt and key == Qt.Key.Key_Down:
            self.move_down()
        elif event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            if self.textCursor().block().text().strip():
                super().keyPressEvent(event)
                self.ensureCursorVisible()
        elif key == Qt.Key.Key_Backspace and self._is_blank_first():
            self.textCursor().deleteChar()
        else:
            super().keyPressEvent(event)

    def _go_on(self, step: int) -> bool:
        """Goes to the next item or the one before; False where there is none."""
        row = self.textCursor().blockNumber() + step
        if not 0 <= row < self.blockCount():
            return False
        self.go_to(row)
        return True

    def _is_blank_first(self) -> bool:
        cursor = self.textCursor()
        first = cursor.blockNumber() == 0 and not cursor.hasSelection()
        return first and not self.isReadOnly() and not cursor.block().text() and self._has_more()

    def _has_more(self) -> bool:
        return self.blockCount() > 1

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Several lines become several items, without the marks that they came with."""
        text = source.text()
        items = items_of(text)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        whole = cursor.block().text()
        if len(items) > 1:
            self._insert_items(cursor, items)
        elif whole.strip():
            cursor.insertText(" ".join(clean_pasted(text).split("\n")))
        else:
            cursor.insertText("".join(items))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    @staticmethod
    def _insert_items(cursor: QTextCursor, items: Sequence[str]) -> None:
        text = cursor.block().text()
        at = cursor.positionInBlock()
        if text[:at].strip():
            cursor.insertBlock()
        cursor.insertText(_document_text(items))
        if text[at:].strip():
            place = cursor.position()
            cursor.insertBlock()
            cursor.setPosition(place)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self.go_to(0)
        elif event.reason() is Qt.FocusReason.BacktabFocusReason:
            self.go_to(self.blockCount() - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        # Who fetches a text from another program comes back to the item that was begun.
        reasons = Qt.FocusReason
        if event.reason() not in (reasons.PopupFocusReason, reasons.ActiveWindowFocusReason):
            self.drop_blank()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        menu = editing_menu(self, self.textCursor().hasSelection(), not self.isReadOnly())
        self._add_moves(menu)
        menu.popup(event.globalPos())

    def _add_moves(self, menu: QMenu) -> None:
        rows = self.selected_rows()
        writable = not self.isReadOnly()
        menu.addSeparator()
        for text, slot, possible in (
            ("เลื่อนข้อขึ้น\tAlt+ลูกศรขึ้น", self.move_up, rows.start > 0),
            ("เลื่อนข้อลง\tAlt+ลูกศรลง", self.move_down, rows.stop < self.blockCount()),
            ("ลบข้อนี้", self.remove_items, True),
        ):
            menu.addAction(text, slot).setEnabled(possible and writable)

    # --- the marks beside the text --------------------------------------------------------------

    def areas(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The paragraphs with the room that each takes, from the top of the text's viewport."""
        for block in self.blocks():
            yield block, self.blockBoundingGeometry(block).translated(self.contentOffset())

    def show_gap(self, gap: int | None) -> None:
        """Shows where what is dragged would come to stand; None when nothing is dragged."""
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self._gap is None:
            return
        areas = [area for _, area in self.areas()]
        y = areas[self._gap].top() if self._gap < len(areas) else areas[-1].bottom()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawLine(QPointF(0, max(y, 1)), QPointF(self.viewport().width(), max(y, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place_margin()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        """Keeps room for the widest mark."""
        last = max(9, self.blockCount() - 1)
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._marks(last)) + metrics.horizontalAdvance("  ")
        if width != self._margin.width():
            self._margin.resize(width, self._margin.height())
            self.setViewportMargins(width, 0, 0, 0)
            self._place_margin()
        self._margin.update()

    def _place_margin(self) -> None:
        inner = self.contentsRect()
        self._margin.setGeometry(inner.left(), inner.top(), self._margin.width(), inner.height())


class _Margin(QWidget):
    """The marks; they are dragged to reorder the items."""

    def __init__(self, lines: ItemLines) -> None:
        super().__init__(lines)
        self._lines = lines
        self._pressed: int | None = None
        self._start = QPointF()
        self._dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        set_tooltip(self, "ลากเพื่อเปลี่ยนลำดับ หรือกด Alt กับลูกศรขึ้นหรือลงที่แป้นพิมพ์")

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        palette = self._lines.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.setFont(self._lines.font())
        top = self._lines.viewport().y() - self.y()
        gap = self.fontMetrics().horizontalAdvance(" ") // 2
        width, height = self.width() - gap, self.fontMetrics().lineSpacing()
        alone = self._lines.items() == ("",)
        for block, area in self._lines.areas():
            if alone:
                break
            place = QRectF(0, area.top() + top, width, max(height, self._first_line(block)))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, self._lines.mark(block.blockNumber()))

    @staticmethod
    def _first_line(block: QTextBlock) -> float:
        layout = block.layout()
        return layout.lineAt(0).height() if layout.lineCount() else 0.0

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed, self._start = self._row_at(event.position().y()), event.position()
        self._lines.setFocus(Qt.FocusReason.MouseFocusReason)
        self._lines.go_to(self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._pressed is None or self._lines.isReadOnly():
            return
        far = (event.position() - self._start).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self._lines.show_gap(self._gap_at(event.position().y()))
            self._lines.show_around(self, QRectF(event.position(), event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        pressed, dragging = self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._lines.show_gap(None)
        if dragging and pressed is not None:
            self._lines.move_items([pressed], self._gap_at(event.position().y()))

    def _row_at(self, y: float) -> int:
        areas = [area for _, area in self._lines.areas()]
        return next((row for row, area in enumerate(areas) if y < area.bottom()), len(areas) - 1)

    def _gap_at(self, y: float) -> int:
        areas = [area for _, area in self._lines.areas()]
        return sum(y > area.center().y() for area in areas)


class ListEditor(QWidget):
    """Edits a tuple of texts; blank items are no part of it."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = self._make_lines()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._lines)
        self.setFocusProxy(self._lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lines.edited.connect(self.edited)
        self._lines.left.connect(self.left)

    def _make_lines(self) -> ItemLines:
        return ItemLines(self)

    @property
    def lines(self) -> ItemLines:
        """The text in which the items are typed."""
        return self._lines

    def value(self) -> tuple[str, ...]:
        """The items as typed, without the blank ones."""
        return _filled(self._lines.items())

    def set_value(self, value: tuple[str, ...]) -> None:
        """Shows items; one that was begun and is still blank stays where nothing else changed."""
        if _filled(value) != self.value():
            self._lines.show_items(_filled(value))

    def set_writable(self, writable: bool) -> None:
        """Lets the user type, or only read and copy."""
        self._lines.set_writable(writable)

    def set_marks(self, marks: Marks) -> None:
        """Says what stands before the items: :func:`numbers` or :func:`dashes`."""
        self._lines.set_marks(marks)

    def set_hint(self, text: str) -> None:
        """Shows a grey text while the list is empty."""
        self._lines.setPlaceholderText(text)

    def show_item(self, row: int | None = None) -> None:
        """Puts the cursor into an item, and the list into sight."""
        self._lines.setFocus(Qt.FocusReason.OtherFocusReason)
        if row is not None:
            self._lines.go_to(row)
        self._lines.show_cursor()


def _filled(items: Sequence[str]) -> tuple[str, ...]:
    return tuple(item for item in items if item.strip())


def _document_text(items: Sequence[str]) -> str:
    return _PARAGRAPH.join(item.replace("\n", _LINE) for item in items)
