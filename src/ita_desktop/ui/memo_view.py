"""The produced PDF itself on the screen, with zoom and pages.

What is shown is what is printed: nothing is laid out a second time.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from ita_desktop.errors import ItaError

ZOOM_STEP = 1.25
SMALLEST_ZOOM = 0.25
LARGEST_ZOOM = 5.0
POINTS_PER_INCH = 72


class UnreadablePdfError(ItaError):
    """The PDF cannot be shown; the case and the export are not touched."""

    def __init__(self) -> None:
        super().__init__("แสดงบันทึกข้อความบนจอไม่ได้ แต่ยังส่งออกเป็น PDF แล้วเปิดด้วยโปรแกรมอื่นได้")


class MemoView(QPdfView):
    """Shows one PDF, all pages one below the other.

    ``page_changed`` carries the page in sight, counted from 0, and the number of
    pages; it is also sent when another PDF is shown.
    """

    page_changed = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buffer: QBuffer | None = None
        # A child of the view would close in the view's own destructor, and the news of
        # that would reach a view that is half gone.
        self._pdf = QPdfDocument(parent)
        self.setDocument(self._pdf)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.pageNavigator().currentPageChanged.connect(self._tell_page)

    def show_pdf(self, data: bytes) -> None:
        """Shows this PDF from its first page on.

        Raises UnreadablePdfError.
        """
        buffer = QBuffer(self._pdf)
        buffer.setData(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        # The document reads from its buffer as long as it is shown.
        self._pdf.close()
        self._pdf.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer
        if self._pdf.status() is not QPdfDocument.Status.Ready:
            raise UnreadablePdfError
        self.go_to_page(0)
        self._tell_page()

    def page_count(self) -> int:
        """How many pages the shown PDF has; 0 when none is shown."""
        return self._pdf.pageCount()

    def go_to_page(self, page: int) -> None:
        """Brings a page, counted from 0, into sight; a page that is not there does nothing."""
        if 0 <= page < self.page_count():
            navigator = self.pageNavigator()
            navigator.jump(page, QPointF(), navigator.currentZoom())

    def go_to_next_page(self) -> None:
        self.go_to_page(self.pageNavigator().currentPage() + 1)

    def go_to_previous_page(self) -> None:
        self.go_to_page(self.pageNavigator().currentPage() - 1)

    def zoom_in(self) -> None:
        self._zoom_to(self.shown_zoom() * ZOOM_STEP)

    def zoom_out(self) -> None:
        self._zoom_to(self.shown_zoom() / ZOOM_STEP)

    def fit_width(self) -> None:
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        self.setZoomMode(QPdfView.ZoomMode.FitInView)

    def shown_zoom(self) -> float:
        """The zoom as it looks now, 1.0 being the size on paper.

        ``zoomFactor`` alone does not know what fitting has made of it.
        """
        page = self._pdf.pagePointSize(max(0, self.pageNavigator().currentPage()))
        if self.zoomMode() is QPdfView.ZoomMode.Custom or page.isEmpty():
            return self.zoomFactor()
        dots = self.screen().logicalDotsPerInch() / POINTS_PER_INCH
        margins = self.documentMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        by_width = width / (page.width() * dots)
        if self.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            return by_width
        height = self.viewport().height() - self.pageSpacing()
        return min(by_width, height / (page.height() * dots))

    def _zoom_to(self, factor: float) -> None:
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(min(max(factor, SMALLEST_ZOOM), LARGEST_ZOOM))

    def _tell_page(self) -> None:
        self.page_changed.emit(max(0, self.pageNavigator().currentPage()), self.page_count())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)
