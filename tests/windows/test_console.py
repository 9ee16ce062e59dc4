"""The console of Thai Windows knows the letters of CP874 and no others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.windows.conftest import Run


@pytest.mark.parametrize("encoding", ["cp874", "cp1252", "ascii"])
def test_help_is_shown_with_the_letters_that_there_are(program: Run, encoding: str) -> None:
    done = program("-m", "ita_desktop", "--help", PYTHONIOENCODING=encoding)

    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)
    assert ("วิธีใช้" if encoding == "cp874" else "????") in text


def test_the_default_output_is_that_of_the_system(program: Run) -> None:
    done = program("-m", "ita_desktop", "nothing")

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"ita-desktop: " in done.stderr


def test_json_is_utf_8_whatever_the_console_is(program: Run, tmp_path: Path) -> None:
    case = tmp_path / "ตัวอย่าง.itacase"
    assert program("-m", "ita_desktop", "sample", "-o", case).returncode == 0

    done = program("-m", "ita_desktop", "analyse", case, "--json", PYTHONIOENCODING="cp874")

    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))


def test_a_thai_name_on_the_command_line_arrives_whole(program: Run, tmp_path: Path) -> None:
    case, pdf = tmp_path / "ข้อมูล ปี ๒๕๖๙.itacase", tmp_path / "บันทึก.pdf"
    assert program("-m", "ita_desktop", "sample", "-o", case).returncode == 0

    done = program("-m", "ita_desktop", "memo", case, "-o", pdf)

    assert (done.returncode, done.stderr) == (0, b"")
    assert pdf.read_bytes().startswith(b"%PDF-")
