"""How fast the database opens, gives a year and keeps an edit: 30 years of 60 measures.

    python benchmarks/storage_speed.py [--runs N] [--json] [--check]

Prints medians in ms as a table in Markdown; with --check, exits 1 when a target is
missed. Opening is measured in fresh processes, beside the import of the database
library; an edit without the wait for the disk, which is the disk's own time.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.cases import varied_case  # noqa: E402
from ita_desktop.domain.changes import difference  # noqa: E402
from ita_desktop.domain.identity import identified, new_year  # noqa: E402
from ita_desktop.storage.database import open_database  # noqa: E402
from ita_desktop.storage.store import Store  # noqa: E402

YEARS = 30
MEASURES = 60

TARGETS = {
    "open, imported already": 100.0,
    "one field of a year": 10.0,
    "a whole year": 30.0,
}
"""In ms."""

_OPEN = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from ita_desktop.storage.database import open_database
imported = time.perf_counter()
opened = open_database(Path(sys.argv[1]))
opened.store.years()
end = time.perf_counter()
print(1000 * (imported - start), 1000 * (end - imported))
opened.store.close()
"""


def fill(path: Path) -> None:
    """Makes the database that is measured."""
    store = _store(path)
    case = varied_case(MEASURES)
    for year in range(YEARS):
        one = case._replace(fiscal_year=2540 + year)
        store.apply([difference(None, new_year(one))])
    store.close()


def measure(path: Path, runs: int) -> dict[str, float]:
    """All figures, medians in ms."""
    opening = [_opening(path) for _ in range(runs)]
    figures = {
        "import of the storage": median(one[0] for one in opening),
        "open, imported already": median(one[1] for one in opening),
        "open, import included": median(map(sum, opening)),
    }
    store = _store(path)
    year = store.years()[0].id
    figures["the list of years"] = _timed(store.years, runs)
    figures["a whole year"] = _timed(lambda: store.year(year), runs)
    figures["one field, with the disk"] = _timed(_edits(store, year), runs)
    pooled = store._engine.raw_connection()  # the only one, and so the one of the edits below
    pooled.cursor().execute("PRAGMA synchronous=OFF")
    pooled.close()
    figures["one field of a year"] = _timed(_edits(store, year), runs)
    store.close()
    return figures


def _store(path: Path) -> Store:
    store = open_database(path).store
    if store is None:
        raise SystemExit(f"{path} cannot be opened")
    return store


def _opening(path: Path) -> tuple[float, float]:
    command = [sys.executable, "-c", _OPEN, str(path)]
    done = subprocess.run(
        command, capture_output=True, check=True, text=True, env={"PYTHONPATH": str(ROOT / "src")}
    )
    imported, opened = done.stdout.split()
    return float(imported), float(opened)


def _edits(store: Store, year: int) -> Callable[[], None]:
    record = store.year(year)

    def edit() -> None:
        nonlocal record
        before = record
        first, *rest = record.case.measures
        measures = (first._replace(monitoring=first.monitoring + "ก"), *rest)
        case = record.case._replace(measures=measures)
        record = identified(before, before._replace(case=case))
        store.apply([difference(before, record)])

    return edit


def _timed(action: Callable[[], object], runs: int) -> float:
    action()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(1000 * (time.perf_counter() - start))
    return median(times)


def _table(figures: Mapping[str, float]) -> str:
    lines = ["| what | ms | target |", "|---|---:|---:|"]
    for name, value in figures.items():
        target = TARGETS.get(name)
        lines.append(f"| {name} | {value:.1f} | {f'{target:.0f}' if target else ''} |")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Fills, measures and prints; 1 when a target is missed with --check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.sqlite3"
        fill(path)
        figures = {"size of the file (MB)": path.stat().st_size / 1e6}
        figures |= measure(path, options.runs)
    print(json.dumps(figures, indent=2) if options.json else _table(figures))
    missed = [name for name, target in TARGETS.items() if figures[name] > target]
    return 1 if options.check and missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
