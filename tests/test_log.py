"""The log tells what happened, stays small, holds nothing of the clerk's, stops nothing."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from ita_desktop import log
from ita_desktop.log import CrashLog, add_error, program_log, writing_to

OURS = logging.getLogger("ita_desktop.test")
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ "


def written(folder: Path) -> str:
    return (folder / "program.log").read_text(encoding="utf-8")


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_a_note_has_its_time_and_any_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # pytest's own handlers would hand half a letter on to processes that cannot take it
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    with program_log(tmp_path / "log"):
        OURS.info("ก\ud800")
    start, note = written(tmp_path / "log").splitlines()
    assert re.match(TIME + "INFO ita_desktop.log: start ", start)
    assert re.fullmatch(TIME + r"INFO ita_desktop.test: ก\\ud800", note)


def test_an_error_is_noted_with_its_place_and_without_its_message(tmp_path: Path) -> None:
    with program_log(tmp_path):
        OURS.error("a bug", exc_info=raised(ZeroDivisionError("นายสมชาย ใจดี")))
    text = written(tmp_path)
    assert "test_log.py" in text
    assert text.endswith("ZeroDivisionError\n")
    assert "สมชาย" not in text


def test_an_error_behind_an_error_is_noted_too(tmp_path: Path) -> None:
    error = raised(LookupError("Somchai"))
    error.__cause__ = raised(PermissionError(13, "denied", "/home/somchai/a"))
    with program_log(tmp_path):
        OURS.error("a bug", exc_info=error)
    text = written(tmp_path)
    assert text.index("PermissionError EACCES") < text.index("LookupError")
    assert "omchai" not in text


def test_libraries_are_heard_without_what_they_quote(tmp_path: Path) -> None:
    with program_log(tmp_path):
        logging.getLogger("sqlalchemy.pool").warning("cannot bind 'Somchai' to มาลี 1234567890123")
    said = written(tmp_path).splitlines()[-1]
    assert said.endswith("WARNING sqlalchemy.pool: cannot bind … to … …")


def test_warnings_of_python_are_heard(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        with program_log(tmp_path):
            warnings.warn("old", DeprecationWarning, stacklevel=1)
    assert "DeprecationWarning: old" in written(tmp_path)


def test_the_home_folder_is_not_named(tmp_path: Path) -> None:
    with program_log(tmp_path):
        OURS.warning("in %s", Path.home() / "x")
    assert f"in ~{Path('/x')}" in written(tmp_path)


def test_nothing_is_heard_before_and_after(tmp_path: Path) -> None:
    file = tmp_path / "a.log"
    with writing_to(file):
        pass
    OURS.error("late")
    assert not file.exists()


def test_a_long_log_begins_anew_and_one_before_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "LARGEST", 300)
    with program_log(tmp_path):
        for number in range(40):
            OURS.info("note %d", number)
    assert {file.name for file in tmp_path.iterdir()} == {"program.log", "program.1.log"}
    assert max(file.stat().st_size for file in tmp_path.iterdir()) < 400
    assert "note 39" in written(tmp_path)


def test_a_folder_that_cannot_be_is_no_harm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with program_log(tmp_path / "file" / "log"):
        OURS.error("ก")
    crashes = CrashLog(tmp_path / "file" / "log")
    crashes.watch()
    crashes.end()
    assert add_error(tmp_path / "file" / "a.log", raised(LookupError())) is False
    assert capsys.readouterr().err == ""


DYING = """
import faulthandler, sys
from pathlib import Path
from ita_desktop.log import CrashLog
CrashLog(Path(sys.argv[1])).watch()
faulthandler._sigsegv()
"""


def test_the_next_run_notes_where_the_last_one_died(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], check=False)
    assert done.returncode != 0
    crashes = CrashLog(tmp_path)
    with program_log(tmp_path):
        crashes.watch()
    crashes.end()
    assert 'File "<string>", line 6' in written(tmp_path)
    assert not (tmp_path / "crash.log").exists()
