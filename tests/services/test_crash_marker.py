"""The next start knows whether the last run came to its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop.services.crash_marker import BrokenRun, CrashMarker


def test_a_run_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    mark = CrashMarker(tmp_path)
    assert mark.set() is None
    mark.clear()
    assert CrashMarker(tmp_path).set() is None


def test_a_run_that_breaks_off_is_known_with_its_bug(tmp_path: Path) -> None:
    mark = CrashMarker(tmp_path)
    mark.set()
    mark.note_bug("ZeroDivisionError")
    broken = CrashMarker(tmp_path).set()
    assert broken is not None
    assert broken.bug == "ZeroDivisionError"
    assert broken.began is not None
    # once told, it is not told again
    CrashMarker(tmp_path).clear()
    assert CrashMarker(tmp_path).set() is None


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"began": "today", "bug": ""}', "\x00"])
def test_a_mark_that_cannot_be_read_is_a_broken_run_all_the_same(tmp_path: Path, text: str) -> None:
    (tmp_path / "running.json").write_text(text, encoding="utf-8")
    assert CrashMarker(tmp_path).set() == BrokenRun(None)


def test_a_folder_that_cannot_be_is_no_harm(tmp_path: Path) -> None:
    mark = CrashMarker(tmp_path / "none")
    assert mark.set() is None
    mark.note_bug("ข")
    mark.clear()
