"""Starts the window: first what catches errors, then Qt, then the window."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QMessageBox

from ita_desktop import __version__
from ita_desktop.resources import resource_path
from ita_desktop.services.preview import MemoPreview
from ita_desktop.ui.main_window import PROGRAM, MainWindow

BUG = (
    "โปรแกรมพบข้อผิดพลาดที่ไม่ได้คาดไว้ ไฟล์ที่ส่งออกไปแล้วยังอยู่ครบ\n"
    "โปรดปิดแล้วเปิดโปรแกรมใหม่ หากพบอีก โปรดส่งข้อความต่อไปนี้ให้ผู้ดูแลระบบ:"
)

SMALLEST_THAI = 11
"""Points: below that the marks above and below the letters run together on a screen."""


def report_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Python's last resort for an error that nobody expected: tells the user and goes on."""
    sys.__excepthook__(kind, error, trace)
    if QApplication.instance() is None or issubclass(kind, KeyboardInterrupt):
        return
    if isinstance(QApplication.activeModalWidget(), QMessageBox):
        return  # a bug that repeats shall not pile up boxes
    what = "".join(traceback.format_exception_only(kind, error)).strip()
    place = traceback.extract_tb(trace)[-1:]
    where = f" ({Path(place[0].filename).name}:{place[0].lineno})" if place else ""
    box = QMessageBox(QApplication.activeWindow())
    # The connection keeps the box alive, which has no parent before the first window.
    box.finished.connect(lambda: box.deleteLater())  # noqa: PLW0108
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(PROGRAM)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"{BUG}\n\n{PROGRAM} {__version__}: {what}{where}")
    box.addButton("ปิดข้อความ", QMessageBox.ButtonRole.AcceptRole)
    box.open()


def use_thai_font() -> None:
    """Takes the shipped Sarabun for the window where the system has no Thai font at all.

    Bare Debian has none; Windows always has one, and its own looks best there.
    """
    if QFontDatabase.families(QFontDatabase.WritingSystem.Thai):
        return
    for style in ("Regular", "Bold"):
        path = resource_path("fonts", "sarabun", f"Sarabun-{style}.ttf")
        QFontDatabase.addApplicationFont(str(path))
    font = QApplication.font()
    font.setFamilies(["Sarabun"])
    font.setPointSize(max(font.pointSize(), SMALLEST_THAI))
    QApplication.setFont(font)


def open_first(window: MainWindow, arguments: Sequence[str]) -> None:
    """Opens the case named on the command line, without one the sample."""
    if arguments:
        window.open_case(Path(arguments[0]))
    else:
        window.open_sample()


def run(arguments: Sequence[str] = ()) -> int:
    """Opens the window with a case file or the sample; returns Qt's exit code."""
    sys.excepthook = report_bug
    application = QApplication([PROGRAM])
    application.setApplicationName(PROGRAM)
    application.setApplicationVersion(__version__)
    use_thai_font()
    window = MainWindow(MemoPreview())
    window.show()
    open_first(window, arguments)
    return application.exec()


def main() -> int:
    """The entry point of the window: ``ita-desktop-window [CASE.json]``."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
