"""Opening a file with the user's own program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ita_desktop.services.viewer import NoViewerError, open_in_viewer

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows starts the file itself")


@posix
def test_the_file_is_one_absolute_argument(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda words, **_: started.append(words))
    monkeypatch.chdir(tmp_path)

    open_in_viewer(Path("-o; rm.pdf"))

    ((opener, target),) = started
    assert opener in {"open", "xdg-open"}
    assert target == str(tmp_path / "-o; rm.pdf")


@posix
def test_no_program_to_open_it_with(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoViewerError, match=r"a\.pdf"):
        open_in_viewer(tmp_path / "a.pdf")
