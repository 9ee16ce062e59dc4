"""Users of one PC: Thai names, folders of their own, one database for two, Documents elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.windows.conftest import ROOT, Run

from ita_desktop.storage.database import OpeningState, open_database

HOLD = """
import sys
from pathlib import Path
from ita_desktop.storage.database import open_database
opened = open_database(Path(sys.argv[1]))
print(opened.state.name, flush=True)
sys.stdin.read()
"""

WHERE = "from ita_desktop.services.folders import user_folder; print(ascii(str(user_folder())))"


def test_the_program_works_for_a_user_with_a_thai_name(
    program: Run, thai_profile: dict[str, str], tmp_path: Path
) -> None:
    report = tmp_path / "รายงาน.json"

    done = program("-m", "ita_desktop", "--selftest", "--report", report, **thai_profile)

    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    found = json.loads(report.read_text(encoding="utf-8"))
    assert [step for step in found["steps"] if not step["passed"]] == []


def test_each_user_has_a_folder_of_their_own(program: Run, thai_profile: dict[str, str]) -> None:
    folder = program("-c", WHERE, **thai_profile).stdout.decode("ascii").strip()

    assert folder == ascii(str(Path(thai_profile["LOCALAPPDATA"], "ita-desktop")))
    assert folder != program("-c", WHERE).stdout.decode("ascii").strip()


def test_a_database_for_two_is_open_for_writing_only_once(tmp_path: Path) -> None:
    path = tmp_path / "ข้อมูลกลาง" / "ita-desktop.sqlite3"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "USERNAME": "somchai"}
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout is not None
    try:
        assert other.stdout.readline().strip() == b"READY"

        second = open_database(path)

        assert second.state is OpeningState.IN_USE
        assert "somchai" in second.message
        assert second.store is not None
        assert second.store.read_only
        second.store.close()
    finally:
        other.kill()  # as when its user logs off in the midst of it
        other.communicate()

    third = open_database(path)
    assert third.state is OpeningState.READY
    assert third.store is not None
    third.store.close()


@pytest.mark.skipif(
    "ITA_TRIAL" not in os.environ,
    reason="changes the user's folders in the registry; only in the trial's own Windows",
)
def test_documents_may_have_moved_to_onedrive(program: Run, tmp_path: Path) -> None:
    import winreg

    key = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
    moved = tmp_path / "OneDrive - อบต.ตัวอย่าง" / "เอกสาร"
    moved.mkdir(parents=True)
    ask = (
        "from PySide6.QtCore import QStandardPaths as q;"
        "print(ascii(q.writableLocation(q.StandardLocation.DocumentsLocation)))"
    )
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_ALL_ACCESS) as folders:
        before, kind = winreg.QueryValueEx(folders, "Personal")
        winreg.SetValueEx(folders, "Personal", 0, winreg.REG_EXPAND_SZ, str(moved))
        try:
            documents = program("-c", ask).stdout.decode("ascii").strip()
            data = program("-c", WHERE).stdout.decode("ascii").strip()
        finally:
            winreg.SetValueEx(folders, "Personal", 0, kind, before)

    assert documents == ascii(moved.as_posix())
    assert "OneDrive" not in data
