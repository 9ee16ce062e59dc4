"""The self-test as a user starts it: the whole program, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.whole
def test_the_program_tries_itself_and_leaves_the_users_data_alone(tmp_path):
    report = tmp_path / "รายงาน.json"
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "ITA_DESKTOP_DATA": str(home),
        "TMPDIR": str(tmp_path),
    }
    command = [sys.executable, "-m", "ita_desktop", "--selftest", "--report", str(report)]

    done = subprocess.run(command, env=environment, capture_output=True, timeout=120, check=False)

    found = json.loads(report.read_text(encoding="utf-8"))
    assert [step for step in found["steps"] if not step["passed"]] == []
    assert done.returncode == 0
    assert "พร้อมใช้งาน" in done.stdout.decode("utf-8")
    assert list(home.iterdir()) == []
