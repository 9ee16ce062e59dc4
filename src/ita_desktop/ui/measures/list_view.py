"""The list of measures: wrapped names, what each serves and still lacks; dragged to reorder."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.ui.measures.model import ROW, Index, MeasureRow

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_HIGH = 10_000


class _Painter(QStyledItemDelegate):
    """Paints a row as number, name below which its indicators stand, and what is missing."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        width = self._view.viewport().width()
        places = self._places(option, QRect(0, 0, width, _HIGH), index.data(ROW))
        return QSize(width, places[-1].bottom() + 1 + self._gap(option))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: MeasureRow = index.data(ROW)
        self.initStyleOption(option, index)
        option.text = ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        roles = QPalette.ColorRole
        strong = option.palette.color(roles.HighlightedText if selected else roles.Text)
        soft = strong if selected else option.palette.color(roles.PlaceholderText)
        number, name, served, lacks = self._places(option, option.rect, row)
        painter.save()
        painter.setPen(strong)
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, row.number
        )
        painter.drawText(name, _WRAPPED, row.name)
        painter.drawText(lacks, _WRAPPED, row.lacks)
        if row.lacks:
            self._paint_sign(painter, number, lacks, option)
        painter.setPen(soft)
        painter.drawText(served, _WRAPPED, row.served)
        painter.restore()

    @staticmethod
    def _paint_sign(
        painter: QPainter, number: QRect, lacks: QRect, option: QStyleOptionViewItem
    ) -> None:
        """A small empty circle: something is still to be filled in."""
        size = option.fontMetrics.height() // 2
        middle = lacks.top() + option.fontMetrics.height() // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(painter.pen().color(), 1.5))
        painter.drawEllipse(QRect(number.right() - size, middle - size // 2, size, size))

    def _places(self, option: QStyleOptionViewItem, area: QRect, row: MeasureRow) -> list[QRect]:
        """Where the parts of a row stand; one that is empty has no height."""
        metrics, gap = option.fontMetrics, self._gap(option)
        side = metrics.horizontalAdvance("๐๐.") + gap
        top = area.top() + gap
        number = QRect(area.left() + gap, top, side - gap, metrics.height())
        left = area.left() + side + 2 * gap
        width = max(1, area.right() - gap - left)
        places = [number]
        for text in (row.name, row.served, row.lacks):
            room = QRect(left, top, width, _HIGH)
            height = metrics.boundingRect(room, _WRAPPED, text).height() if text else 0
            places.append(QRect(left, top, width, height))
            top += height
        return places

    @staticmethod
    def _gap(option: QStyleOptionViewItem) -> int:
        return max(4, option.fontMetrics.height() // 4)


class MeasureList(QListView):
    """Shows the measures; ``dragged(rows, gap)`` asks to move rows to a gap."""

    dragged = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Painter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came and went would change the width, and with it what wraps where.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 28)

    def rows(self) -> list[int]:
        """The selected rows that can be seen, from the top."""
        chosen = sorted(index.row() for index in self.selectedIndexes())
        return [row for row in chosen if not self.isRowHidden(row)]

    def current(self) -> int | None:
        """The row that the keyboard is at."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def select(self, rows: Collection[int], current: int | None) -> None:
        """Selects rows and goes to one of them."""
        selection = QItemSelection()
        for row in rows:
            index = self.model().index(row, 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        if current is not None:
            index = self.model().index(current, 0)
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def show_row(self, row: int) -> None:
        """Scrolls a row into sight."""
        self.scrollTo(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves Alt and arrows alone: at an end, where nothing moves, nothing is selected."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Tells where rows were dropped; the rows come back in their new order as data."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        gap = index.row() if index.isValid() else self.model().rowCount()
        if index.isValid() and at.y() > self.visualRect(index).center().y():
            gap += 1
        event.setDropAction(Qt.DropAction.CopyAction)  # so that the view removes nothing itself
        event.accept()
        rows = self.rows()
        # The year must not change before the drag, which has a loop of its own, is over.
        QTimer.singleShot(0, self, lambda: self.dragged.emit(rows, gap))
