"""The produced PDF itself on the screen, with zoom and pages.

What is shown is what is printed: nothing is laid out a second time. QtPdf draws the
pages; Qt's own view of them goes blank and back to the first page whenever another PDF
comes, which a preview that follows every word must not.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ita_desktop.errors import ItaError

ZOOM_STEP = 1.25
SMALLEST_ZOOM = 0.25
LARGEST_ZOOM = 4.0
POINTS_PER_INCH = 72
MARGIN = 10
"""Pixels around the pages and between them."""


class UnreadablePdfError(ItaError):
    """The PDF cannot be shown; the case and the export are not touched."""

    def __init__(self) -> None:
        super().__init__("แสดงบันทึกข้อความบนจอไม่ได้ แต่ยังส่งออกเป็น PDF แล้วเปิดด้วยโปรแกรมอื่นได้")


class Fit(Enum):
    """What the zoom follows."""

    WIDTH = "width"
    PAGE = "page"
    NONE = "none"


class MemoView(QAbstractScrollArea):
    """Shows one PDF, all pages one below the other.

    ``page_changed`` carries the page in sight, counted from 0, and the number of
    pages; it is also sent when another PDF is shown. ``zoom_changed`` carries the zoom,
    1.0 being the size on paper.
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._sizes: list[tuple[float, float]] = []
        self._pages: list[QRect] = []
        self._images: dict[int, QImage] = {}
        self._fit = Fit.WIDTH
        self._zoom = self._chosen = 1.0
        self._told = (-1, -1)
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A bar that comes and goes would change the width that the zoom fits.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    # --- what is shown -------------------------------------------------------------------

    def show_pdf(self, data: bytes, *, from_start: bool = False) -> None:
        """Shows this PDF where the last one was looked at, or from its first page on.

        Raises UnreadablePdfError, and then shows what it showed.
        """
        pdf, buffer = QPdfDocument(self), QBuffer()
        buffer.setData(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        pdf.load(buffer)
        if pdf.status() is not QPdfDocument.Status.Ready:
            pdf.deleteLater()
            raise UnreadablePdfError
        self._pdf.close()
        self._pdf.deleteLater()
        # The document reads from its buffer as long as it is shown.
        self._pdf, self._buffer = pdf, buffer
        points = [pdf.pagePointSize(page) for page in range(pdf.pageCount())]
        self._sizes = [(size.width(), size.height()) for size in points]
        self._lay_out()
        if from_start:
            self.verticalScrollBar().setValue(0)
        self._tell_page()

    def clear(self) -> None:
        """Shows nothing."""
        self._pdf.close()
        self._sizes = []
        self._lay_out()
        self._tell_page()

    def page_count(self) -> int:
        """How many pages the shown PDF has; 0 when none is shown."""
        return len(self._sizes)

    def current_page(self) -> int:
        """The page that takes the middle of the view, counted from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        passed = [page for page, place in enumerate(self._pages) if place.top() <= middle]
        return passed[-1] if passed else 0

    def go_to_page(self, page: int) -> None:
        """Brings a page, counted from 0, into sight; a page that is not there does nothing."""
        if 0 <= page < self.page_count():
            self.verticalScrollBar().setValue(self._pages[page].top() - MARGIN)

    def go_to_next_page(self) -> None:
        """Brings the page after the one in sight."""
        self.go_to_page(self.current_page() + 1)

    def go_to_previous_page(self) -> None:
        """Brings the page before the one in sight."""
        self.go_to_page(self.current_page() - 1)

    # --- zoom ----------------------------------------------------------------------------

    @property
    def fit(self) -> Fit:
        """What the zoom follows now."""
        return self._fit

    def zoom(self) -> float:
        """The zoom as it looks now, 1.0 being the size on paper."""
        return self._zoom

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(self._zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(self._zoom / ZOOM_STEP)

    def set_zoom(self, zoom: float) -> None:
        """Shows the pages at this zoom, as far as it is possible."""
        self._fit = Fit.NONE
        self._chosen = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        self._lay_out()

    def set_fit(self, fit: Fit) -> None:
        """Makes the zoom follow the view's size."""
        self._fit = fit
        self._lay_out()

    def _fitting(self) -> float:
        """The zoom that was chosen or that the fit asks for."""
        if self._fit is Fit.NONE:
            return self._chosen
        if not self._sizes:
            return self._zoom
        dots = self.logicalDpiX() / POINTS_PER_INCH
        room = self.viewport().size()
        width = max(size[0] for size in self._sizes) * dots
        zoom = (room.width() - 2 * MARGIN) / width
        if self._fit is Fit.PAGE:
            height = max(size[1] for size in self._sizes) * dots
            zoom = min(zoom, (room.height() - 2 * MARGIN) / height)
        return min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)

    # --- how it is laid out ----------------------------------------------------------------

    def _lay_out(self) -> None:
        """Places the pages anew; what was in the middle of the view stays there."""
        page, share = self._middle()
        before = self._zoom
        self._zoom = self._fitting()
        scale = self._zoom * self.logicalDpiX() / POINTS_PER_INCH
        sizes = [QSize(round(w * scale), round(h * scale)) for w, h in self._sizes]
        widest = max((size.width() for size in sizes), default=0)
        room = self.viewport().size()
        whole = max(widest + 2 * MARGIN, room.width())
        self._pages = []
        top = MARGIN
        for size in sizes:
            self._pages.append(QRect(QPoint((whole - size.width()) // 2, top), size))
            top += size.height() + MARGIN
        self._images.clear()
        self._set_bars(whole, top if sizes else 0)
        if self._zoom != before or page >= len(self._pages):
            self._bring_to_middle(page, share)
        if self._zoom != before:
            self.zoom_changed.emit(self._zoom)
        self.viewport().update()
        self._tell_page()

    def _set_bars(self, width: int, height: int) -> None:
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, room.width()),
            (self.verticalScrollBar(), height, room.height()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(max(12, seen // 20))

    def _middle(self) -> tuple[int, float]:
        """Which page takes the middle of the view, and how far down on it (0–1)."""
        page = self.current_page()
        if page >= len(self._pages):
            return 0, 0.0
        place = self._pages[page]
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return page, (middle - place.top()) / max(1, place.height())

    def _bring_to_middle(self, page: int, share: float) -> None:
        if not self._pages:
            return
        place = self._pages[min(page, len(self._pages) - 1)]
        middle = place.top() + share * place.height()
        self.verticalScrollBar().setValue(round(middle - self.viewport().height() / 2))

    def _tell_page(self) -> None:
        now = (self.current_page(), self.page_count())
        if now != self._told:
            self._told = now
            self.page_changed.emit(*now)

    # --- Qt's own --------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self.viewport())
        seen = QRect(self._corner(), self.viewport().size())
        shown = [page for page, place in enumerate(self._pages) if place.intersects(seen)]
        for page in shown:
            place = self._pages[page].translated(-self._corner())
            painter.fillRect(place, Qt.GlobalColor.white)
            painter.drawImage(place.topLeft(), self._image(page))
            painter.setPen(QColor(0, 0, 0, 60))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        for page in self._images.keys() - set(shown):
            del self._images[page]
        painter.end()

    def _corner(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _image(self, page: int) -> QImage:
        """The page as it looks at this zoom, on this screen."""
        if page not in self._images:
            sharpness = self.devicePixelRatioF()
            image = self._pdf.render(page, self._pages[page].size() * sharpness)
            image.setDevicePixelRatio(sharpness)
            self._images[page] = image
        return self._images[page]

    def scrollContentsBy(self, *_: int) -> None:  # noqa: N802 - Qt's name
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._lay_out()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Home:
            self.go_to_page(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to_page(self.page_count() - 1)
        else:
            super().keyPressEvent(event)
