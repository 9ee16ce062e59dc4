"""The program opens no network connection: neither its code nor what it stands on."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import ita_desktop
from ita_desktop.services.folders import OVERRIDE

SOURCES = Path(ita_desktop.__file__).parent
FORBIDDEN = {"socket", "socketserver", "ssl", "http", "ftplib", "smtplib", "requests", "httpx"}
LOCAL = {"QLocalServer", "QLocalSocket"}
"""What of QtNetwork stays inside the computer."""


def imported(file: Path) -> set[str]:
    """``module`` and ``module.name`` of all that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_no_module_imports_what_speaks_to_other_computers() -> None:
    files = list(SOURCES.rglob("*.py"))
    assert files
    for file in files:
        for name in imported(file):
            assert name.split(".")[0] not in FORBIDDEN, f"{file}: {name}"
            assert not name.startswith(("urllib.request", "PySide6.QtWeb")), f"{file}: {name}"
            if name.startswith("PySide6.QtNetwork"):
                assert name.split(".")[-1] in LOCAL, f"{file}: {name}"


WATCHED = """
import sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.Request"):
        print(event, arguments, file=sys.stderr)
        sys.stderr.flush()
        os._exit(99)

import os
sys.addaudithook(watch)
from PySide6.QtCore import QTimer
from ita_desktop import app
from ita_desktop.ui.window_parts import WindowParts

class Watched(WindowParts):
    def begin(self, news, files):
        super().begin(news, files)
        QTimer.singleShot(0, self.look)

    def look(self):
        if self.session.record is None:
            QTimer.singleShot(10, self.look)
            return
        for index in range(4):
            self.window.go_to_tab(index)
        if os.path.exists("/proc/self/net/tcp"):
            print(*sorted(internet()))
        print("seen")
        self.window.close()

def internet():
    held = set()
    for number in os.listdir("/proc/self/fd"):
        try:
            held.add(os.readlink(f"/proc/self/fd/{number}"))
        except OSError:
            pass
    for kind in ("tcp", "tcp6", "udp", "udp6"):
        try:
            lines = open(f"/proc/self/net/{kind}", encoding="ascii").readlines()[1:]
        except OSError:
            continue
        yield from (kind for line in lines if f"socket:[{line.split()[9]}]" in held)

import ita_desktop.ui.program as program
program.WindowParts = Watched
sys.exit(app.run(sys.argv[1:]))
"""


def test_the_window_with_a_year_holds_no_connection(tmp_path: Path) -> None:
    from ita_desktop.services.samples import write_sample

    file = tmp_path / "case.json"
    write_sample(file)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", WATCHED, str(file)],
        env={
            **os.environ,
            OVERRIDE: str(tmp_path / "data"),
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout.split()) == (0, ["seen"]), done.stderr
