"""What starts the window: errors are told, a Thai font is there, the program runs and ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QMessageBox

from ita_desktop.log import program_log
from ita_desktop.services.folders import OVERRIDE
from ita_desktop.ui.appearance import use_thai_font
from ita_desktop.ui.bugs import BugReporter


def raised(text: str) -> ZeroDivisionError:
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as error:
        return error


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    with program_log(tmp_path) as file:
        yield file


def boxes() -> list[QMessageBox]:
    return [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()
    ]


def test_a_bug_is_told_once_as_plain_text_and_noted(qtbot, capsys, log) -> None:
    report = BugReporter(log)
    for text in ("<b>ก</b>", "อีกครั้ง"):
        error = raised(text)
        report(type(error), error, error.__traceback__)
    (box,) = boxes()
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert "ZeroDivisionError: <b>ก</b> (test_app.py:" in box.text()
    assert "ส่งข้อความต่อไปนี้ให้ผู้ดูแลระบบ" in box.text()
    assert "Traceback" in capsys.readouterr().err
    noted = log.read_text(encoding="utf-8")
    assert noted.splitlines().count("ZeroDivisionError") == 2
    assert "in raised" in noted
    assert "<b>ก</b>" not in noted
    box.accept()


def test_a_rescue_that_fails_itself_is_noted_and_one_box_is_enough(qtbot, capsys, log) -> None:
    report = BugReporter(log)

    def rescue() -> None:
        error = raised("ระหว่างกู้")
        report(type(error), error, error.__traceback__)
        raise LookupError("กู้ไม่ได้")

    report.rescue = rescue
    error = raised("ก่อน")
    report(type(error), error, error.__traceback__)
    (box,) = boxes()
    assert "ก่อน" in box.text()
    noted = log.read_text(encoding="utf-8")
    assert noted.splitlines().count("ZeroDivisionError") == 2
    assert "the rescue failed" in noted
    assert "LookupError" in noted
    box.accept()


def test_ctrl_c_is_no_bug(qtbot, capsys, log) -> None:
    error = KeyboardInterrupt()
    BugReporter(log)(type(error), error, None)
    assert boxes() == []
    assert "KeyboardInterrupt" not in log.read_text(encoding="utf-8")


def test_a_system_without_thai_fonts_gets_the_shipped_one(qapp, monkeypatch) -> None:
    before = QApplication.font()
    monkeypatch.setattr(QFontDatabase, "families", lambda system: [])
    try:
        use_thai_font()
        assert QApplication.font().families() == ["Sarabun"]
    finally:
        QApplication.setFont(before)
    monkeypatch.undo()
    assert "Sarabun" in QFontDatabase.families(QFontDatabase.WritingSystem.Thai)


def test_a_thai_font_of_the_system_is_kept(qapp, monkeypatch) -> None:
    before = QFont(QApplication.font())
    monkeypatch.setattr(QFontDatabase, "families", lambda system: ["Leelawadee UI"])
    use_thai_font()
    assert QApplication.font() == before


START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ita_desktop import app
from ita_desktop.ui.window_parts import WindowParts

class Watched(WindowParts):
    def begin(self, news, files):
        super().begin(news, files)
        QTimer.singleShot(0, self.look)

    def look(self):
        if files and self.session.record is None:
            QTimer.singleShot(10, self.look)
            return
        button = QApplication.translate("QPlatformTheme", "Cancel")
        print(self.window.windowTitle(), type(sys.excepthook).__name__, button, sep="|")
        self.window.close()

import ita_desktop.ui.program as program
program.WindowParts = Watched
files = sys.argv[1:]
sys.exit(app.run(files))
"""


def run(folder: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", START, *map(str, files)],
        env={**os.environ, OVERRIDE: str(folder), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_program_starts_empty_and_ends_well(tmp_path) -> None:
    done = run(tmp_path)
    said = (done.returncode, done.stdout.strip())
    assert said == (0, "ita-desktop|BugReporter|ยกเลิก"), done.stderr
    assert (tmp_path / "ita-desktop.sqlite3").exists()
    assert "start" in (tmp_path / "log" / "program.log").read_text(encoding="utf-8")
    assert not (tmp_path / "running.json").exists()


def test_case_files_of_the_command_line_are_brought_in(tmp_path) -> None:
    from ita_desktop.services.samples import write_sample

    file = tmp_path / "กรณี 1.json"
    write_sample(file)
    done = run(tmp_path / "data", file)
    said = (done.returncode, done.stdout.strip())
    title = "ปีงบประมาณ ๒๕๖๘ อบต.ทุ่งพุดตาน — ita-desktop"
    assert said == (0, f"{title}|BugReporter|ยกเลิก"), done.stderr
