"""The self-test tells what works and what does not, one thing not hiding another."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from ita_desktop.services import selftest
from ita_desktop.services.samples import sample_case
from ita_desktop.services.selftest import (
    report_json,
    report_text,
    run_selftest,
    selftest_command,
)


class Screen:
    """A window that shows nothing, and a reader that knows the sample."""

    def __init__(self, text: str | None = None, window: Exception | None = None) -> None:
        self.text = f"บันทึก ข้อความ\n{sample_case().agency.name}" if text is None else text
        self.window = window
        self.database: Path | None = None

    def read_text(self, pdf: bytes) -> str:
        assert pdf.startswith(b"%PDF-")
        return self.text

    def open_window(self, database: Path) -> str:
        assert database.is_file()
        self.database = database
        if self.window is not None:
            raise self.window
        return "drawn"


def states(report: selftest.Report) -> dict[str, bool]:
    return {step.name: step.passed for step in report.steps}


def test_everything_goes_well_and_nothing_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    screen = Screen()

    report = run_selftest(screen)

    assert report.passed, report_text(report)
    assert list(states(report)) == ["modules", "database", "memo", "file", "text", "window"]
    assert screen.database is not None
    assert list(tmp_path.iterdir()) == []
    assert "พร้อมใช้งาน" in report_text(report)


def test_a_fault_does_not_hide_the_rest():
    report = run_selftest(Screen(text="", window=ZeroDivisionError("a bug <b>")))

    assert not report.passed
    assert [name for name, passed in states(report).items() if not passed] == ["text", "window"]
    assert "ZeroDivisionError: a bug <b>" in report.steps[-1].detail
    assert "ไม่ผ่าน: เปิดหน้าต่าง" in report_text(report)
    assert "โปรด" in report_text(report)


def test_a_memo_that_cannot_be_set_fails_where_it_is_needed(monkeypatch):
    def fail(*_: object) -> None:
        raise RuntimeError("no font")

    monkeypatch.setattr(selftest, "make_paper", fail)

    failed = [name for name, passed in states(run_selftest(Screen())).items() if not passed]

    assert failed == ["memo", "file", "text"]


def test_the_report_is_json_with_all_that_is_known():
    whole = json.loads(report_json(run_selftest(Screen(text="\ud800"))))

    assert whole["passed"] is False
    assert {"program", "python", "system", "frozen", "began"} <= whole.keys()
    assert {"name", "title", "passed", "seconds", "detail"} == whole["steps"][0].keys()


@pytest.mark.parametrize(
    ("frozen", "words"), [(False, ["-m", "ita_desktop", "--selftest"]), (True, ["--selftest"])]
)
def test_the_program_is_started_as_it_was(frozen, words, monkeypatch, tmp_path):
    if frozen:
        monkeypatch.setattr(sys, "frozen", True, raising=False)

    command = selftest_command(tmp_path / "r.json")

    assert command == [sys.executable, *words, "--report", str(tmp_path / "r.json")]
