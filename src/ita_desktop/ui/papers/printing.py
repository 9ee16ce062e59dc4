"""Puts the pages of a PDF on paper at their exact size.

QtPdf draws the pages, so paper shows what the screen showed. A page of 600 dots per inch
takes 140 MB, so it is drawn in strips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from ita_desktop.errors import ItaError

DOTS = 600
"""Dots per inch that a printer is asked for; finer ones cannot be seen."""
MOST_DOTS = 800
"""What is drawn at most; finer printers get every dot of a drawing several times."""
POINTS_PER_INCH = 72
STRIPS = 4

Progress = Callable[[int], bool]
"""Told how many pages are done; False stops the printing."""


class PrintingError(ItaError):
    """The system's printing refused the job; nothing of the program's is harmed."""

    def __init__(self) -> None:
        super().__init__(
            "พิมพ์ไม่สำเร็จ โปรดตรวจว่าเครื่องพิมพ์เปิดอยู่และมีกระดาษ หรือส่งออกเป็น PDF แล้วพิมพ์จากโปรแกรมอื่น"
        )


def a4_printer(title: str) -> QPrinter:
    """A printer set to A4 without margins of its own: the memo brings its margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
        )
    )
    return printer


def page_count(pdf: bytes) -> int:
    """How many pages there are to print."""
    document = _opened(pdf)
    return document.pageCount()


def pages_to_print(printer: QPrinter, count: int, current: int) -> list[int]:
    """The pages that the user asked for, counted from 0, in the order of printing."""
    chosen = range(count)
    pages = list(chosen)
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        pages = [current]
    elif printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        first, last = printer.fromPage(), printer.toPage()
        if not ranges.isEmpty():
            pages = [page for page in chosen if ranges.contains(page + 1)]
        elif first:
            pages = [page for page in chosen if first <= page + 1 <= (last or first)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    if printer.supportsMultipleCopies() or printer.copyCount() < 2:
        return pages
    if printer.collateCopies():
        return pages * printer.copyCount()
    return [page for page in pages for _ in range(printer.copyCount())]


def print_pages(pdf: bytes, printer: QPrinter, pages: list[int], progress: Progress) -> bool:
    """Prints these pages; False where *progress* stopped it. Raises PrintingError."""
    document = _opened(pdf)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingError
    try:
        for done, page in enumerate(pages):
            if not progress(done):
                printer.abort()
                return False
            if done and not printer.newPage():
                raise PrintingError
            _draw(painter, document, page, printer.resolution())
    finally:
        painter.end()
    progress(len(pages))
    return True


def _opened(pdf: bytes) -> QPdfDocument:
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def _draw(painter: QPainter, document: QPdfDocument, page: int, resolution: int) -> None:
    """Draws a page so that its corner is the paper's and its size that on paper."""
    # A whole number of the printer's dots each, so that no seam shows between strips.
    scale = 1 if resolution <= MOST_DOTS else -(-resolution // DOTS)
    dots = resolution / scale
    points = document.pagePointSize(page)
    whole = QSize(
        round(points.width() * dots / POINTS_PER_INCH),
        round(points.height() * dots / POINTS_PER_INCH),
    )
    for strip in _strips(whole):
        target = QRect(0, strip.top() * scale, strip.width() * scale, strip.height() * scale)
        painter.drawImage(target, _strip_image(document, page, whole, strip))


def _strip_image(document: QPdfDocument, page: int, whole: QSize, strip: QRect) -> QImage:
    """A part of the page on white; grey where it has no colours, a quarter of the data."""
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(whole)
    options.setScaledClipRect(strip)
    drawn = document.render(page, strip.size(), options)
    formats = QImage.Format
    paper = QImage(
        strip.size(), formats.Format_Grayscale8 if drawn.allGray() else formats.Format_RGB32
    )
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper


def _strips(whole: QSize) -> Iterator[QRect]:
    height = -(-whole.height() // STRIPS)
    for top in range(0, whole.height(), height):
        yield QRect(0, top, whole.width(), min(height, whole.height() - top))
