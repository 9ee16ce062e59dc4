"""What starts the window: errors are told, a Thai font is there, the right case opens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QMessageBox

from ita_desktop import app


class Recorder:
    """Notes what it is asked to open."""

    def __init__(self) -> None:
        self.opened: list[Path | None] = []

    def open_case(self, file: Path) -> None:
        self.opened.append(file)

    def open_sample(self) -> None:
        self.opened.append(None)


@pytest.mark.parametrize(
    ("arguments", "opened"), [([], None), (["กรณี ก.json"], Path("กรณี ก.json"))]
)
def test_a_start_without_a_case_opens_the_sample(arguments, opened):
    window = Recorder()
    app.open_first(window, arguments)
    assert window.opened == [opened]


def raised(text: str) -> ZeroDivisionError:
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as error:
        return error


def test_a_bug_is_told_once_as_plain_text(qtbot, capsys):
    for text in ("<b>ก</b>", "อีกครั้ง"):
        error = raised(text)
        app.report_bug(type(error), error, error.__traceback__)
    (box,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert "ZeroDivisionError: <b>ก</b> (test_app.py:" in box.text()
    assert "ส่งข้อความต่อไปนี้ให้ผู้ดูแลระบบ" in box.text()
    assert "Traceback" in capsys.readouterr().err
    box.accept()


def test_a_system_without_thai_fonts_gets_the_shipped_one(qapp, monkeypatch):
    before = QApplication.font()
    monkeypatch.setattr(QFontDatabase, "families", lambda system: [])
    try:
        app.use_thai_font()
        assert QApplication.font().families() == ["Sarabun"]
    finally:
        QApplication.setFont(before)
    monkeypatch.undo()
    assert "Sarabun" in QFontDatabase.families(QFontDatabase.WritingSystem.Thai)


def test_a_thai_font_of_the_system_is_kept(qapp, monkeypatch):
    before = QFont(QApplication.font())
    monkeypatch.setattr(QFontDatabase, "families", lambda system: ["Leelawadee UI"])
    app.use_thai_font()
    assert QApplication.font() == before


START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ita_desktop import app
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.memo_view import MemoView

def look(window):
    if window.findChild(MemoView).page_count():
        print(window.windowTitle(), sys.excepthook is app.report_bug)
        window.close()
    else:
        QTimer.singleShot(10, lambda: look(window))

class Watched(MainWindow):
    def showEvent(self, event):
        look(self)

app.MainWindow = Watched
sys.exit(app.run())
"""


def test_the_program_starts_with_the_samples_memo_and_ends_well():
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", START],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "ตัวอย่าง — ita-desktop True"), done.stderr
