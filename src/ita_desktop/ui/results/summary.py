"""One round at a glance: a strip of all measures, the counts, and the days that are left."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.domain.progress import State
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.results.words import count_words
from ita_desktop.ui.widgets.labels import WrappingLabel


class ProgressStrip(QWidget):
    """A bar whose parts are as long as there are measures in each state.

    What it shows stands in words beside it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[State, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[State, int]) -> None:
        """Shows how many measures are in each state."""
        if counts != self._counts:
            self._counts = counts
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, max(8, self.fontMetrics().height() // 2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(frame, self.palette().base())
        total = sum(self._counts.values())
        left = frame.left()
        for state in State:
            width = frame.width() * self._counts.get(state, 0) / max(total, 1)
            painter.fillRect(QRectF(left, frame.top(), width, frame.height()), self._brush(state))
            left += width
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(frame)

    def _brush(self, state: State) -> QBrush:
        """Full, half and lightly filled, so that the parts differ without colours as well."""
        color = self.palette().color(QPalette.ColorRole.Highlight)
        patterns = {
            State.DONE: Qt.BrushStyle.SolidPattern,
            State.IN_PROGRESS: Qt.BrushStyle.Dense4Pattern,
            State.NOT_STARTED: Qt.BrushStyle.Dense6Pattern,
            State.UNSTATED: Qt.BrushStyle.BDiagPattern,
            State.IN_NO_ROUND: Qt.BrushStyle.FDiagPattern,
        }
        return QBrush(color, patterns.get(state, Qt.BrushStyle.NoBrush))


class RoundSummary(QWidget):
    """The name of a round, its strip, its counts, and until when there is time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = WrappingLabel()
        self._strip = ProgressStrip()
        self._counts = WrappingLabel()
        self._deadline = WrappingLabel()
        self._embolden()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._name, self._strip, self._counts, self._deadline):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_round(self, name: str, counts: Mapping[State, int], deadline: str) -> None:
        """Shows a round; ``deadline`` is a sentence, empty where there is none."""
        total = sum(counts.values())
        done = counts.get(State.DONE, 0)
        self._name.setText(f"{name} แล้วเสร็จ {thai_number(done)} จาก {thai_number(total)}")
        self._strip.show_counts(counts)
        self._counts.setText(count_words({**counts, State.DONE: 0}))
        self._deadline.setText(deadline)
        self._deadline.setVisible(bool(deadline))

    def words(self) -> str:
        """All that is said."""
        labels = (self._name, self._counts, self._deadline)
        return "\n".join([label.plain_text() for label in labels])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._embolden()

    def _embolden(self) -> None:
        font = self._name.font()
        if not font.bold():
            font.setBold(True)
            self._name.setFont(font)
