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
import ita_desktop.ui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from ita_desktop.storage.opening import open_database
from ita_desktop.services.workspace import Workspace
from ita_desktop.services.samples import sample_case
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tabs import TABS
from pathlib import Path
app = QApplication(["x", "-platform", os.environ.get("ITA_TEST_PLATFORM", "windows")])
store = open_database(Path(sys.argv[2], "x.sqlite3")).store
Workspace(store).add_year("x", sample_case())
desk = Desk(Workspace(store))
window = MainWindow(desk, TABS)
window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
window.show()
desk.open_newest()
picture = window.grab()
room = window.screen().availableGeometry()
least = window.minimumSizeHint()
print(json.dumps({
    "ratio": picture.devicePixelRatio(),
    "pixels": [picture.width(), picture.height()],
    "window": [window.width(), window.height()],
    "least": [least.width(), least.height()],
    "room": [room.width() * picture.devicePixelRatio(), room.height() * picture.devicePixelRatio()],
}))
window.close()
store.close()
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

    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    drawn = json.loads(done.stdout)
    assert drawn["ratio"] == float(scale)
    assert drawn["pixels"] == [round(side * float(scale)) for side in drawn["window"]]


def test_no_printer_is_a_normal_state(qapp: QGuiApplication) -> None:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this Windows has a printer")
    assert QPrinterInfo.defaultPrinter().isNull()
    # Qt makes a printer without one print into a file.
    printer = QPrinter(QPrinterInfo.defaultPrinter())
    assert printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
