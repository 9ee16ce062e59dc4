"""The window's part of the self-test: reads a PDF with Qt and opens the program unseen.

For a process of its own: ``ita-desktop --selftest`` (services/selftest.py).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop import PROGRAM
from ita_desktop.log import CrashLog, program_log
from ita_desktop.services.selftest import Report, SelfTestError, run_selftest
from ita_desktop.ui.appearance import use_thai_font
from ita_desktop.ui.bugs import BugReporter
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.program import Program
from ita_desktop.ui.thai_qt import use_thai_style

PATIENCE = 20.0
"""Seconds for the window to show the year."""


def selftest() -> Report:
    """Try the program; takes a few seconds."""
    # Without a screen, Linux has no other; Windows always has its own.
    platform = [] if sys.platform == "win32" else ["-platform", "offscreen"]
    application = QApplication([PROGRAM, *platform])
    use_thai_font()
    use_thai_style()
    unseen = _Unseen()
    application.installEventFilter(unseen)
    return run_selftest(_QtScreen())


class _Unseen(QObject):
    """Keeps every window off the screen: it is made and drawn, but not shown."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            event.type() is QEvent.Type.Polish
            and isinstance(watched, QWidget)
            and watched.isWindow()
        ):
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        return False


class _QtScreen:
    """Qt's side of the self-test."""

    def read_text(self, pdf: bytes) -> str:
        """The text of all pages, as a reader of PDFs sees it."""
        document = QPdfDocument()
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

    def open_window(self, database: Path) -> str:
        """Start the whole program, draw every tab, close it."""
        folder = database.parent / "log"
        with program_log(folder) as log, _errors_of_slots():
            crashes = CrashLog(folder)
            program = Program(database, crashes, BugReporter(log))
            try:
                if not program.start([]) or program.parts is None:
                    raise SelfTestError("โปรแกรมไม่เปิดหน้าต่าง โปรดติดตั้งโปรแกรมใหม่")
                return f"{QApplication.platformName()}, {_draw_tabs(program.parts.window)} แท็บ"
            finally:
                if program.parts is not None:
                    program.parts.window.close()
                    _wait(lambda: program.parts is None, "โปรแกรมไม่ปิดฐานข้อมูล โปรดติดตั้งโปรแกรมใหม่")
                crashes.end()


def _draw_tabs(window: MainWindow) -> int:
    """Draw the window with each of its tabs; return how many there are."""
    _wait(lambda: window.session.record is not None, "โปรแกรมไม่แสดงข้อมูลปีตัวอย่าง โปรดติดตั้งโปรแกรมใหม่")
    tabs = window.form.tabs
    for index in range(tabs.count()):
        window.go_to_tab(index)
        QApplication.processEvents()
        if _is_blank(window.grab().toImage()):
            raise SelfTestError(f"หน้าต่างว่างเปล่าที่แท็บ {tabs.tabText(index)} โปรดติดตั้งโปรแกรมใหม่")
    return tabs.count()


def _wait(until: Callable[[], bool], problem: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not until():
        if time.monotonic() > deadline:
            raise SelfTestError(problem)
        QApplication.processEvents()


@contextmanager
def _errors_of_slots() -> Iterator[None]:
    """Raises at the end what slots have raised, which Qt only hands to Python's last resort."""
    raised: list[BaseException] = []
    usual = sys.excepthook

    def keep(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        raised.append(error)

    sys.excepthook = keep
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
