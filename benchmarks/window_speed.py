"""How fast the window is with 30 years of 60 measures.

    python benchmarks/window_speed.py [--runs N] [--json] [--check]

Prints medians in ms as a table in Markdown; with --check, exits 1 when a target is
missed. Every run is a fresh process on a fresh copy of the database.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.storage_speed import fill  # noqa: E402

CHILD = Path(__file__).with_name("window_child.py")
START = 1000.0
STEP = 200.0
"""Targets in ms: for what begins with "start", and for every other figure."""


def target(name: str) -> float:
    """What a figure should stay under."""
    return START if name.startswith("start") else STEP


def measure(runs: int) -> dict[str, float]:
    """All figures, medians in ms."""
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.sqlite3"
        fill(full)
        for run in range(runs):
            database = Path(folder) / str(run) / "ita-desktop.sqlite3"
            database.parent.mkdir()
            shutil.copy(full, database)
            done = subprocess.run(
                [sys.executable, str(CHILD), str(database)],
                stdout=subprocess.PIPE,
                check=True,
                text=True,
            )
            for name, value in json.loads(done.stdout.splitlines()[-1]).items():
                found.setdefault(name, []).append(value)
    return {name: median(values) for name, values in found.items()}


def main(arguments: list[str]) -> int:
    """Measures and prints; 1 when a target is missed with --check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    figures = measure(options.runs)
    if options.json:
        print(json.dumps(figures, indent=2))
    else:
        print("| what | ms | target |\n|---|---:|---:|")
        for name, value in figures.items():
            print(f"| {name} | {value:.0f} | {target(name):.0f} |")
    missed = [name for name, value in figures.items() if value > target(name)]
    return 1 if options.check and missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
