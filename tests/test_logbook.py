"""The diary tells what happened, stays small, and never stops the program."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from ita_desktop import logbook
from ita_desktop.logbook import Logbook

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


def book(folder: Path) -> Logbook:
    return Logbook(folder, clock=lambda: NOON)


def test_a_note_has_its_time_and_any_letters(tmp_path: Path) -> None:
    book(tmp_path / "log").note("ก\ud800")
    text = (tmp_path / "log" / "program.log").read_text(encoding="utf-8")
    assert text == "2026-11-23T05:00:00Z ก\\ud800\n"


def test_an_error_is_noted_with_its_place(tmp_path: Path) -> None:
    try:
        raise ZeroDivisionError("ศูนย์")
    except ZeroDivisionError as error:
        book(tmp_path).note_error(error)
    text = (tmp_path / "program.log").read_text(encoding="utf-8")
    assert "test_logbook.py" in text
    assert "ZeroDivisionError: ศูนย์" in text


def test_a_long_diary_begins_anew_and_one_before_it_is_kept(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(logbook, "LARGEST", 100)
    diary = book(tmp_path)
    for number in range(40):
        diary.note(f"note {number}")
    sizes = [file.stat().st_size for file in tmp_path.iterdir()]
    assert len(sizes) == 2
    assert max(sizes) < 200
    assert "note 39" in (tmp_path / "program.log").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    diary = book(tmp_path / "file" / "log")
    diary.watch()
    diary.note_start()
    diary.end()


DYING = """
import faulthandler, sys
from pathlib import Path
from ita_desktop.logbook import Logbook
diary = Logbook(Path(sys.argv[1]))
diary.watch()
faulthandler._sigsegv()
"""


def test_the_next_run_notes_where_the_last_one_died(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], check=False)
    assert done.returncode != 0
    diary = book(tmp_path)
    diary.watch()
    diary.end()
    assert 'File "<string>", line 7' in (tmp_path / "program.log").read_text(encoding="utf-8")
    assert not (tmp_path / "crash.log").exists()
