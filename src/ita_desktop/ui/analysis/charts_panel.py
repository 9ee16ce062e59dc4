"""The charts of a year on the screen: drawn beside the window, only while they are in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.domain.analysis import YearAnalysis
from ita_desktop.errors import ItaError
from ita_desktop.services.charts import ScreenChart, ScreenCharts
from ita_desktop.ui.background import Background
from ita_desktop.ui.latest_only import LatestOnly
from ita_desktop.ui.widgets.labels import WrappingLabel

PAUSE = 150
"""Milliseconds without a change after which charts are drawn."""

_EDGE = 6
"""Pixels of paper around a chart."""

_COPIED_SCALE = 4
"""Pixels a pt in a copied picture: sharp in a document."""


class ChartView(QWidget):
    """One chart, as wide as there is room; always on paper white, as it will be printed."""

    def __init__(self, chart: ScreenChart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = QSvgRenderer(self)
        self._size = (1.0, 1.0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_chart(chart)

    def show_chart(self, chart: ScreenChart) -> None:
        """Shows another drawing in the same place."""
        self._renderer.load(chart.svg)
        self._size = (chart.width, chart.height)
        self.setAccessibleName(chart.title)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return round((width - 2 * _EDGE) * self._slope) + 2 * _EDGE

    @property
    def _slope(self) -> float:
        return self._size[1] / self._size[0]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, self.heightForWidth(320))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        width = min(self.width() - 2 * _EDGE, (self.height() - 2 * _EDGE) / self._slope)
        left = (self.width() - width) / 2
        self._renderer.render(painter, QRectF(left, _EDGE, width, width * self._slope))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("คัดลอกภาพ", self.copy)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Puts the chart on the clipboard as a picture."""
        width, height = (round(side * _COPIED_SCALE) for side in self._size)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        self._renderer.render(painter, QRectF(0, 0, width, height))
        painter.end()
        QGuiApplication.clipboard().setImage(image)


Subject = tuple[YearAnalysis, tuple[YearAnalysis, ...]]
"""A year and the earlier ones that it is drawn beside."""


class ChartsPanel(QObject):
    """Fills the page of charts; ``subject`` gives what to draw, None for nothing.

    It is asked for only when the page is in sight, since it may read earlier years.
    """

    def __init__(
        self, contents: QWidget, background: Background, subject: Callable[[], Subject | None]
    ) -> None:
        super().__init__(contents)
        self._contents = contents
        self._subject = subject
        self._newest: LatestOnly[tuple[ScreenChart, ...]] = LatestOnly(background, self)
        self._drawer: ScreenCharts | None = None
        self._views: list[tuple[QLabel, ChartView]] = []
        self._drawn: Subject | None = None
        self._stale = True
        self._layout = contents.layout()
        assert isinstance(self._layout, QVBoxLayout)  # noqa: S101 - the form says so
        self._empty = WrappingLabel(contents, "ยังไม่มีคะแนนพอที่จะวาดแผนภาพ")
        self._layout.addWidget(self._empty)
        self._layout.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._draw)

    def changed(self) -> None:
        """Says that what is drawn may be out of date."""
        self._stale = True
        self.seen()

    def seen(self) -> None:
        """Draws what is out of date, if the page is in sight."""
        if self._stale and self._contents.isVisible():
            self._pause.start()

    def _draw(self) -> None:
        if not self._contents.isVisible():
            return
        self._stale = False
        subject = self._subject()
        if subject == self._drawn and subject is not None:
            return
        self._drawn = subject
        if subject is None:
            self._show(())
        else:
            self._newest.ask(partial(self._drawing, *subject), self._show, self._failed)

    def _drawing(
        self, analysis: YearAnalysis, earlier: Sequence[YearAnalysis]
    ) -> tuple[ScreenChart, ...]:
        """Draws, in the background's thread."""
        if self._drawer is None:
            self._drawer = ScreenCharts()
        return self._drawer.draw(analysis, earlier)

    def _failed(self, error: ItaError) -> None:
        self._show(())
        self._empty.setText(str(error))

    def _show(self, charts: Sequence[ScreenChart]) -> None:
        self._empty.setVisible(not charts)
        for chart, (title, view) in zip(charts, self._views, strict=False):
            title.setText(chart.title)
            view.show_chart(chart)
        for title, view in self._views[len(charts) :]:
            title.deleteLater()
            view.deleteLater()
        del self._views[len(charts) :]
        for chart in charts[len(self._views) :]:
            self._add(chart)

    def _add(self, chart: ScreenChart) -> None:
        title = WrappingLabel(self._contents, chart.title)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        view = ChartView(chart, self._contents)
        assert isinstance(self._layout, QVBoxLayout)  # noqa: S101 - the form says so
        at = self._layout.count() - 1  # before the stretch
        self._layout.insertWidget(at, title)
        self._layout.insertWidget(at + 1, view)
        self._views.append((title, view))
