"""What only Windows shows. Elsewhere these tests are skipped, and say so."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(autouse=True)
def _only_on_windows() -> None:
    if sys.platform != "win32":
        pytest.skip("shows what only Windows does; packaging/trial runs it under Wine")


@pytest.fixture
def thai_profile(tmp_path: Path) -> dict[str, str]:
    """The environment of a user with a Thai name, folders and all."""
    home = tmp_path / "ผู้ใช้ สมหญิง รักษ์ดี"
    local, temp = home / "AppData" / "Local", home / "AppData" / "Local" / "Temp"
    temp.mkdir(parents=True)
    (home / "Documents").mkdir()
    return {
        "USERNAME": "สมหญิง รักษ์ดี",
        "USERPROFILE": str(home),
        "LOCALAPPDATA": str(local),
        "APPDATA": str(home / "AppData" / "Roaming"),
        "TEMP": str(temp),
        "TMP": str(temp),
    }


@pytest.fixture
def program() -> Run:
    """Runs ``python …`` on this checkout in a process of its own, as a user's console would.

    Without Python's UTF-8 mode, which no user has on.
    """

    def run(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONUTF8"}
        return subprocess.run(
            [sys.executable, *map(str, words)],
            env={**inherited, "PYTHONPATH": str(ROOT / "src"), **environment},
            capture_output=True,
            timeout=120,
            check=False,
        )

    return run
