"""The table of all measures and rounds: each cell's state by a sign and in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.domain.case import Case, Measure, Round
from ita_desktop.domain.progress import Progress, State, progress
from ita_desktop.domain.result_slots import ROUNDS
from ita_desktop.thai.digits import thai_number
from ita_desktop.thai.screen import breakable
from ita_desktop.ui.results.words import ROUND_NAMES, in_short, progress_words
from ita_desktop.ui.widgets.labels import tooltip

Index = QModelIndex | QPersistentModelIndex

STATE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The cell's :class:`State`; None for a name."""
PLAIN_ROLE = STATE_ROLE + 1
"""The cell's text as it is copied."""


class _Row(NamedTuple):
    measure: int
    name: str
    cells: tuple[Progress | None, ...]


class ProgressModel(QAbstractTableModel):
    """A row a measure; the name, then a column for each of :data:`ROUNDS`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[_Row, ...] = ()

    def show_case(self, case: Case, measures: Sequence[int]) -> None:
        """Shows these measures; only what differs is told to the views."""
        rows = tuple([_row(case, at) for at in measures])
        if [row.measure for row in self._rows] != list(measures):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        old, self._rows = self._rows, rows
        for at, (before, after) in enumerate(zip(old, rows, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(ROUNDS)))

    def measure_at(self, row: int) -> int | None:
        """The index of the measure in a row; None where there is no such row."""
        return self._rows[row].measure if 0 <= row < len(self._rows) else None

    def round_at(self, column: int) -> Round | None:
        """The round of a column; asks for nothing but a column of a round."""
        return ROUNDS[column - 1]

    def index_of(self, measure: int, months: Round | None) -> QModelIndex:
        """The cell of a measure and a round; an invalid index where it is not shown."""
        for row, found in enumerate(self._rows):
            if found.measure == measure:
                return self.index(row, ROUNDS.index(months) + 1)
        return QModelIndex()

    # --- Qt's own --------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(ROUNDS) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        cell = row.cells[index.column() - 1] if index.column() else None
        text = progress_words(cell) if cell is not None else "" if index.column() else row.name
        if role == STATE_ROLE:
            return cell.state if cell is not None else None
        if role == Qt.ItemDataRole.DisplayRole:
            return breakable(text)
        if role == PLAIN_ROLE:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text.replace("\n", " ")
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return thai_number(self._rows[section].measure + 1)
        return "มาตรการ" if section == 0 else ROUND_NAMES[self.round_at(section)]


def _row(case: Case, at: int) -> _Row:
    measure = case.measures[at]
    cells = [progress(measure, months) if _counts(measure, months) else None for months in ROUNDS]
    return _Row(at, in_short(measure.name), tuple(cells))


def _counts(measure: Measure, months: Round | None) -> bool:
    """Nobody misses a result without a round."""
    return months is not None or progress(measure, None).state is not State.MISSING


class StateDelegate(QStyledItemDelegate):
    """Draws the sign of a state before its words, in the colour of the text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        if index.data(STATE_ROLE) is not None:
            side = option.fontMetrics.height() * 3 // 4
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        state = index.data(STATE_ROLE)
        if state is None:
            return
        self.initStyleOption(option, index)
        widget = option.widget
        style = widget.style() if isinstance(widget, QWidget) else QApplication.style()
        element = QStyle.SubElement.SE_ItemViewItemDecoration
        place = QRectF(style.subElementRect(element, option, widget))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_state(painter, place, state, option.palette.color(role))
        painter.restore()


def draw_state(painter: QPainter, place: QRectF, state: State, color: QColor) -> None:
    """A tick, a half and an empty circle, a dash, or the signs ? and !."""
    side = min(place.width(), place.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(place.center())
    pen = QPen(color, max(1.0, side / 9))
    painter.setPen(pen)
    inner = square.adjusted(side / 8, side / 8, -side / 8, -side / 8)
    if state is State.DONE:
        pen.setWidthF(side / 6)
        painter.setPen(pen)
        points = [(0.1, 0.55), (0.4, 0.85), (0.95, 0.15)]
        painter.drawPolyline(
            QPolygonF([QPointF(square.x() + x * side, square.y() + y * side) for x, y in points])
        )
    elif state in (State.IN_PROGRESS, State.NOT_STARTED):
        painter.drawEllipse(inner)
        if state is State.IN_PROGRESS:
            painter.setBrush(color)
            painter.drawPie(inner, 90 * 16, -180 * 16)
    elif state is State.IN_NO_ROUND:
        painter.drawLine(
            QPointF(inner.left(), square.center().y()), QPointF(inner.right(), square.center().y())
        )
    else:
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        sign = "?" if state is State.UNSTATED else "!"
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, sign)
