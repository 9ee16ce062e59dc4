"""One window for one database: who calls is answered, whatever it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from ita_desktop.ui.one_window import OneWindow, _name_for

CALLER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ita_desktop.ui.one_window import OneWindow
application = QCoreApplication([])
database, *files = map(Path, sys.argv[1:])
print(OneWindow(database).hand_over(files))
"""


def call(database: Path, *files: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CALLER, str(database), *map(str, files)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def answer(caller: subprocess.Popen[str], qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: caller.poll() is not None, timeout=30_000)
    return caller.communicate()[0].strip()


def test_the_first_window_gets_the_files_with_their_whole_paths(qtbot, tmp_path) -> None:
    database = tmp_path / "ข้อมูล" / "ita.sqlite3"
    one = OneWindow(database)
    one.listen()
    with qtbot.waitSignal(one.called, timeout=30_000) as called:
        caller = call(database, Path("กรณี ก.json"), tmp_path / "ข.json")
    assert called.args[0] == [Path.cwd() / "กรณี ก.json", tmp_path / "ข.json"]
    assert answer(caller, qtbot) == "True"


def test_without_a_first_window_there_is_no_answer(qtbot, tmp_path) -> None:
    assert answer(call(tmp_path / "ita.sqlite3"), qtbot) == "False"


def test_another_database_is_another_window(qtbot, tmp_path) -> None:
    one = OneWindow(tmp_path / "a.sqlite3")
    one.listen()
    assert answer(call(tmp_path / "b.sqlite3"), qtbot) == "False"


def test_the_same_file_by_another_path_is_the_same_window(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert _name_for(Path("a.sqlite3")) == _name_for(tmp_path / "x" / ".." / "a.sqlite3")


def test_a_name_left_by_a_dead_program_is_taken(qtbot, tmp_path) -> None:
    database = tmp_path / "ita.sqlite3"
    dying = f"""
import os
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ita_desktop.ui.one_window import OneWindow
application = QCoreApplication([])
one = OneWindow(Path({str(database)!r}))
one.listen()
os._exit(9)
"""
    subprocess.run(
        [sys.executable, "-X", "utf8", "-c", dying],
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    one = OneWindow(database)
    one.listen()
    with qtbot.waitSignal(one.called, timeout=30_000):
        caller = call(database)
    assert answer(caller, qtbot) == "True"


@pytest.mark.parametrize(
    "message",
    [b"\n", b"[1, null, {}]\n", b'{"a": 1}\n', b"\xff\xfe\n", b"[" * 100_000 + b"\n"],
    ids=["nothing", "no names", "no list", "no text", "deep"],
)
def test_nonsense_raises_the_window_and_brings_no_files(qtbot, tmp_path, message) -> None:
    database = tmp_path / "ita.sqlite3"
    one = OneWindow(database)
    one.listen()
    socket = QLocalSocket()
    socket.connectToServer(_name_for(database))
    with qtbot.waitSignal(one.called) as called:
        socket.write(message)
        socket.flush()
    assert called.args[0] == []


def test_a_name_that_no_file_can_have_is_passed_on_as_it_is(qtbot, tmp_path) -> None:
    database = tmp_path / "ita.sqlite3"
    one = OneWindow(database)
    one.listen()
    socket = QLocalSocket()
    socket.connectToServer(_name_for(database))
    with qtbot.waitSignal(one.called) as called:
        socket.write(json.dumps(["a\0b", "\ud800"]).encode("ascii") + b"\n")
        socket.flush()
    assert called.args[0] == [Path("a\0b"), Path("\ud800")]
