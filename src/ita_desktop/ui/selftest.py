"""The window's part of the self-test: reads a PDF with Qt and opens the window unseen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from ita_desktop import PROGRAM
from ita_desktop.services.selftest import Report, SelfTestError, run_selftest
from ita_desktop.services.workspace import Workspace
from ita_desktop.storage.store import Store
from ita_desktop.ui.appearance import use_thai_font
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tabs import TABS


def selftest() -> Report:
    """Try the program, also from inside a running one; takes a few seconds."""
    application = QApplication.instance()
    if application is None:
        # Without a screen, Linux has no other; Windows always has its own.
        platform = [] if sys.platform == "win32" else ["-platform", "offscreen"]
        application = QApplication([PROGRAM, *platform])
        use_thai_font()
    return run_selftest(_QtScreen())


class _QtScreen:
    """Qt's side of the self-test."""

    def read_text(self, pdf: bytes) -> str:
        """The text of all pages, as a reader of PDFs sees it."""
        document = QPdfDocument(None)
        buffer = QBuffer()
        buffer.setData(pdf)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        if document.status() is not QPdfDocument.Status.Ready:
            raise SelfTestError("Qt เปิด PDF ที่ทำไว้ไม่ได้ โปรดติดตั้งโปรแกรมใหม่")
        pages = range(document.pageCount())
        text = "\n".join(document.getAllText(page).text() for page in pages)
        document.close()
        return text

    def open_window(self, store: Store) -> str:
        """Draw every tab of a window that is never shown."""
        with _errors_of_slots():
            desk = Desk(Workspace(store))
            window = MainWindow(desk, TABS)
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            try:
                window.show()
                desk.open_newest()
                for index, (title, _) in enumerate(TABS):
                    window.go_to_tab(index)
                    if _is_blank(window.grab().toImage()):
                        raise SelfTestError(f"หน้าต่างว่างเปล่าที่แท็บ {title} โปรดติดตั้งโปรแกรมใหม่")
            finally:
                window.close()
                window.deleteLater()
        return f"{QApplication.platformName()}, {len(TABS)} แท็บ"


@contextmanager
def _errors_of_slots() -> Iterator[None]:
    """Raises at the end what slots have raised, which Qt only hands to Python's last resort."""
    raised: list[BaseException] = []
    usual = sys.excepthook
    sys.excepthook = lambda kind, error, trace: raised.append(error)
    try:
        yield
    finally:
        sys.excepthook = usual
    if raised:
        raise raised[0]


def _is_blank(image: QImage) -> bool:
    """Whether the whole picture has one colour; a point of every tenth row and column tells."""
    first = image.pixel(0, 0)
    return all(
        image.pixel(x, y) == first
        for y in range(0, image.height(), 10)
        for x in range(0, image.width(), 10)
    )
