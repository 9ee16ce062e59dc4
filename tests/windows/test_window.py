"""The window on Windows' own platform: Thai lines, sizes of the screen, no printer."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.windows.conftest import Run

from ita_desktop.ui.widgets.labels import WrappingLabel

LONG = "หน่วยงานได้ประกาศนโยบายไม่รับของขวัญและเผยแพร่ให้ประชาชนทราบทางเว็บไซต์ของหน่วยงานแล้ว"

SCALED = """
import json, os, sys
os.environ["QT_SCALE_FACTOR"] = sys.argv[1]  # here, since Wine takes it out of a given environment
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ita_desktop.log import CrashLog
from ita_desktop.ui.bugs import BugReporter
from ita_desktop.ui.program import Program
app = QApplication(["x", "-platform", os.environ.get("ITA_TEST_PLATFORM", "windows")])
folder = Path(sys.argv[2])
program = Program(folder / "x.sqlite3", CrashLog(folder), BugReporter(folder / "log"))
assert program.start([])
window = program.parts.window
picture = window.grab()
print(json.dumps({
    "ratio": picture.devicePixelRatio(),
    "pixels": [picture.width(), picture.height()],
    "window": [window.width(), window.height()],
}), flush=True)
os._exit(0)  # how it ends is another test's matter
"""


def test_the_platform_is_that_of_windows(qapp: QGuiApplication) -> None:
    assert QGuiApplication.platformName() == os.environ.get("ITA_TEST_PLATFORM", "offscreen")


def test_thai_wraps_although_qt_knows_no_words(qtbot: QtBot) -> None:
    """Qt asks a library for Thai line ends that Windows does not have."""
    plain = QLabel(LONG)
    plain.setWordWrap(True)
    ours = WrappingLabel(None, LONG)
    width = plain.fontMetrics().horizontalAdvance(LONG) // 3
    for label in (plain, ours):
        qtbot.addWidget(label)

    assert ours.plain_text() == LONG
    assert ours.minimumSizeHint().width() <= width
    assert ours.heightForWidth(width) >= 3 * ours.fontMetrics().height()


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "2"])
def test_the_window_is_drawn_in_every_size_of_the_screen(
    program: Run, tmp_path: Path, scale: str
) -> None:
    done = program("-c", SCALED, scale, tmp_path)

    # Not its exit code, which Wine makes 3 now and then.
    assert done.stdout, done.stderr.decode("utf-8", "replace")
    drawn = json.loads(done.stdout)
    assert drawn["ratio"] == float(scale)
    # A half pixel more may be a whole one.
    scaled = [side * float(scale) for side in drawn["window"]]
    assert drawn["pixels"] == pytest.approx(scaled, abs=1)


def test_no_printer_is_a_normal_state(qapp: QGuiApplication) -> None:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this Windows has a printer")
    assert QPrinterInfo.defaultPrinter().isNull()
    # Qt makes a printer without one print into a file.
    printer = QPrinter(QPrinterInfo.defaultPrinter())
    assert printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
