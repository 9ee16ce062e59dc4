"""A list of wrapped texts that is as high as its rows, up to a limit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QWidget


class FittingList(QListView):
    """Between ``fewest_lines`` and ``most_lines`` of text high; then it scrolls.

    A form around it scrolls as a whole, so that nobody has to scroll in a slit.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fewest_lines = 1
        self.most_lines = 12
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSpacing(2)

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Called whenever the rows have been laid out."""
        super().updateGeometries()
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._later.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._later.start()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        frame = 2 * self.frameWidth()
        rows = self.contentsSize().height() + self.spacing()
        height = frame + min(max(rows, self.fewest_lines * line), self.most_lines * line)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
