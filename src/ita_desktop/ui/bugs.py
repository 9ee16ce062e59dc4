"""What happens on an error that nobody expected: what is being typed is stored, then it is told."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType
from PySide6.QtWidgets import QApplication, QMessageBox

from ita_desktop import PROGRAM, __version__
from ita_desktop.services.crash_marker import CrashMarker

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

BUG = (
    "โปรแกรมพบข้อผิดพลาดที่ไม่ได้คาดไว้ ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ\n"
    "โปรดปิดแล้วเปิดโปรแกรมใหม่ หากพบอีก โปรดส่งข้อความต่อไปนี้ให้ผู้ดูแลระบบ:"
)


class BugReporter:
    """The place of ``sys.excepthook``: tells the user and lets the program go on.

    ``log`` is the file to tell of. ``rescue`` stores what is being typed; ``mark`` keeps
    the news for the next start.
    """

    def __init__(self, log: Path) -> None:
        self._file = log
        self._busy = False
        self.rescue: Callable[[], object] | None = None
        self.mark: CrashMarker | None = None

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if sys.__stderr__ is not None:  # a program without a console has none
            sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        what = _in_one_line(error, trace)
        _log.error("a bug", exc_info=error)
        if self.mark is not None:
            self.mark.note_bug(what)
        if self._busy:
            return  # the rescue itself failed: it is in the diary, one box is enough
        self._busy = True
        try:
            if self.rescue is not None:
                self.rescue()
        except Exception as again:  # noqa: BLE001 - the last resort may not fail; noted
            _log.error("the rescue failed", exc_info=again)
        finally:
            self._busy = False
        _show(what, self._file)


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Takes what Qt has to say, for ``qInstallMessageHandler``: to the log, and as usual."""
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, text)
    if sys.__stderr__ is not None:
        print(text, file=sys.__stderr__)


def _in_one_line(error: BaseException, trace: TracebackType | None) -> str:
    what = "".join(traceback.format_exception_only(error)).strip()
    place = traceback.extract_tb(trace)[-1:]
    where = f" ({Path(place[0].filename).name}:{place[0].lineno})" if place else ""
    return f"{PROGRAM} {__version__}: {what[:1000]}{where}"


def _show(what: str, diary: Path) -> None:
    if QApplication.instance() is None:
        return
    if isinstance(QApplication.activeModalWidget(), QMessageBox):
        return  # a bug that repeats shall not pile up boxes
    box = QMessageBox(QApplication.activeWindow())
    # The connection keeps the box alive, which has no parent before the first window.
    box.finished.connect(lambda: box.deleteLater())  # noqa: PLW0108
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(PROGRAM)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"{BUG}\n\n{what}\n\nรายละเอียดอยู่ในไฟล์ {diary}")
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.addButton("ปิดข้อความ", QMessageBox.ButtonRole.AcceptRole)
    box.open()
