"""Edits and paints the cells of a grid."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.grid.cells import AnyIndex, edited_text
from ita_desktop.ui.widgets.grid.keys import GridKeys

_DARK = 128
"""Lightness (of 255) below which a ground is dark."""

PADDING = 8
"""Pixels above and below a line of text together: marks above and below need them."""


class CellDelegate(QStyledItemDelegate):
    """Edits a cell's text by the keys of a spreadsheet.

    Enter and Tab store and go on, so do the arrows where the cell was typed over; Escape
    leaves the cell as it was. What is typed is stored after a pause as well. A text that
    is refused keeps the cell open.
    """

    def __init__(self, view: QAbstractItemView, keys: GridKeys) -> None:
        super().__init__(view)
        self._view = view
        self._keys = keys

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = LineEdit(parent)
        editor.setFrame(False)
        editor.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or 0))
        # Painted under the editor too, and two texts in one place cannot be read.
        editor.setAutoFillBackground(True)
        self._keys.editing.opened(editor, index)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802 - Qt's name
        if isinstance(editor, LineEdit) and not editor.isModified():
            editor.setText(edited_text(index))

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, _model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        if isinstance(editor, LineEdit) and editor.isModified():
            self._keys.editing.store_typed(index, editor.text())

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex
    ) -> None:
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        dark = option.palette.color(QPalette.ColorRole.Base).lightness() < _DARK
        if dark and index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            self._outline_box(painter, option, index)

    def _outline_box(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """Draws the edge of a box to tick, which Fusion draws dark on dark."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = self._view.style().subElementRect(element, drawn, self._view)
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        metrics = option.fontMetrics
        return QSize(size.width(), max(size.height(), metrics.height() + PADDING))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            isinstance(editor, LineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
        ):
            way = self._keys.way_out(event)
            if event.key() == Qt.Key.Key_Escape:
                self._keys.editing.leave_as_it_was()
            if way is not None:
                if self._close(editor):
                    self._keys.go(way)
                return True
        return super().eventFilter(editor, event)

    def _close(self, editor: LineEdit) -> bool:
        """Stores and closes; False, and said why, when the text is refused."""
        index = self._view.currentIndex()
        if editor.isModified() and self._keys.editing.refuses(index, editor.text()):
            return False
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return True
