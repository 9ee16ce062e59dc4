"""How soon the window is there, and how soon it answers: 30 years of 60 measures.

    python benchmarks/start_speed.py [--runs N] [--json] [--check]

Prints medians in ms as a table in Markdown; with --check, exits 1 when a target is
missed. A start is a fresh process, measured from outside until the window's first
picture, and until the year of the last time stands in it. A change of tab, a search
and an edit are measured inside such a process until everything is drawn; the first time that a tab
is seen makes it, and is told apart.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.storage_speed import fill  # noqa: E402
from ita_desktop.services.database import DATABASE  # noqa: E402
from ita_desktop.services.folders import OVERRIDE  # noqa: E402

SEARCHED = "ประชาชน"
TARGETS = {
    "the first start, to the first picture": 1000.0,
    "a start, to the first picture": 1000.0,
    "a tab seen first, the slowest": 200.0,
    "a tab seen again, the slowest": 200.0,
    "another year opened": 200.0,
    "a search of the year": 200.0,
    "an edit stored or taken back, the slowest": 200.0,
}
"""In ms."""

_CHILD = """
import json, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ita_desktop import app
from ita_desktop.ui import main_window, window_parts

def say(**news):
    print(json.dumps(news), flush=True)

class Window(main_window.MainWindow):
    drawn = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.drawn:
            self.drawn = True
            QTimer.singleShot(0, lambda: say(at="picture"))

class Parts(window_parts.WindowParts):
    def begin(self, news, files):
        super().begin(news, files)
        QApplication.processEvents()
        say(at="year")
        QTimer.singleShot(0, self.measure)

    def timed(self, act):
        start = time.perf_counter()
        act()
        QApplication.processEvents()
        return 1000 * (time.perf_counter() - start)

    def measure(self):
        window = self.window
        if self.session.record is not None and len(sys.argv) > 1:
            tabs = [lambda at=at: window.go_to_tab(at) for at in (1, 2, 3, 0)]
            first = []
            for tab in tabs:
                self.wait()  # as who reads one tab before the next
                first.append(self.timed(tab))
            self.wait()
            again = [self.timed(tab) for tab in tabs * 3]
            self.wait()
            window.go_to_tab(1)
            other = self.session.years()[5].id
            year = self.timed(lambda: self.session.open_year(other))
            from ita_desktop.domain.search import find
            from ita_desktop.ui.find_panel import FindPanel
            window.action("action_find").trigger()
            panel = window.findChild(FindPanel)
            panel._words.setText(sys.argv[1])
            search = self.timed(panel._search)
            hits = len(find(self.session.case, sys.argv[1]))
            edits = [time for at in range(4) for time in self.edits(at)]
            say(first=max(first), again=max(again), year=year, search=search, hits=hits,
                edit=max(edits))
        for dialog in QApplication.topLevelWidgets():
            dialog.close()

    def edits(self, at):
        self.window.go_to_tab(at)
        self.wait()
        def change(case):
            first, *rest = case.measures
            longer = first._replace(monitoring=first.monitoring + "ก")
            return case._replace(measures=(longer, *rest))
        yield self.timed(lambda: self.session.edit("วัด", change))
        yield self.timed(self.session.undo)

    def wait(self):
        end = time.perf_counter() + 0.5
        while time.perf_counter() < end:
            QApplication.processEvents()

window_parts.MainWindow = Window
import ita_desktop.ui.program as program
program.WindowParts = Parts
sys.exit(app.run())
"""


def measure(folder: Path, runs: int) -> dict[str, float]:
    """All figures, medians in ms."""
    empty = [_start(folder / f"empty {run}") for run in range(runs + 1)][1:]
    full = folder / "full"
    fill(full / DATABASE)
    started = [_start(full) for _ in range(runs + 1)][1:]
    inside = [_inside(full) for _ in range(max(runs // 3, 1))]
    return {
        "the first start, to the first picture": median(one["picture"] for one in empty),
        "a start, to the first picture": median(one["picture"] for one in started),
        "a start, to the year of 60 measures": median(one["year"] for one in started),
        "a tab seen first, the slowest": median(one["first"] for one in inside),
        "a tab seen again, the slowest": median(one["again"] for one in inside),
        "another year opened": median(one["year"] for one in inside),
        "a search of the year": median(one["search"] for one in inside),
        "an edit stored or taken back, the slowest": median(one["edit"] for one in inside),
    }


def _run(folder: Path, *arguments: str) -> list[tuple[float, dict[str, float | str]]]:
    """What a process says, with the time since its start (ms)."""
    folder.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        OVERRIDE: str(folder),
        "PYTHONPATH": str(ROOT / "src"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env=environment,
    ) as child:
        assert child.stdout is not None
        told = [
            (1000 * (time.perf_counter() - start), json.loads(line))
            for line in child.stdout
            if line.startswith("{")
        ]
    if child.returncode:
        raise SystemExit(f"the program ended with {child.returncode}")
    return told


def _start(folder: Path) -> dict[str, float]:
    return {str(news["at"]): at for at, news in _run(folder)}


def _inside(folder: Path) -> dict[str, float]:
    news = _run(folder, SEARCHED)[-1][1]
    if not news["hits"]:
        raise SystemExit("the search found nothing")
    return {name: float(value) for name, value in news.items()}


def _table(figures: Mapping[str, float]) -> str:
    lines = ["| what | ms | target |", "|---|---:|---:|"]
    for name, value in figures.items():
        target = TARGETS.get(name)
        lines.append(f"| {name} | {value:.0f} | {f'{target:.0f}' if target else ''} |")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Measures and prints; 1 when a target is missed with --check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder), options.runs)
    print(json.dumps(figures, indent=2) if options.json else _table(figures))
    missed = [name for name, target in TARGETS.items() if figures[name] > target]
    return 1 if options.check and missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
