"""How soon the live preview shows what was typed, from the last key to the drawn page.

    python benchmarks/preview_speed.py [--json] [--check]

Types into the subject in a window of its own, pauses, and waits until the new pages are
drawn; medians and the slowest of 15, in ms, for 6 and 60 measures, and the longest
time that the window answered nothing meanwhile. With --check, exits 1 when the median is
over the target.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

import ita_desktop.ui  # noqa: E402, F401 - before Qt
from benchmarks.cases import varied_case  # noqa: E402
from ita_desktop.services.settings import Settings  # noqa: E402
from ita_desktop.services.signed_papers import SignedPapers  # noqa: E402
from ita_desktop.services.workspace import Workspace  # noqa: E402
from ita_desktop.storage.database import open_database  # noqa: E402
from ita_desktop.storage.files import FileKeeper  # noqa: E402

SIZES = (6, 60)
TIMES = 15
TARGET = 300.0


def measure(size: int, folder: Path) -> dict[str, float]:
    """Median, slowest and longest silence for a case of this many measures, in ms."""
    from ita_desktop.ui.papers.parts import memo_parts
    from ita_desktop.ui.papers.tab import MemoTab
    from ita_desktop.ui.papers.view import MemoView
    from ita_desktop.ui.session import Session
    from ita_desktop.ui.widgets.editors import TextEdit

    store = open_database(folder / f"{size}.sqlite3").store
    assert store is not None
    session = Session(Workspace(store))
    session.add_year("ปี", varied_case(size))
    signed = SignedPapers(store, FileKeeper(folder))
    parts = memo_parts(session, Settings(None, print), signed)
    tab = MemoTab(session, parts)
    tab.resize(1180, 700)
    tab.show()
    view, subject = tab.findChild(MemoView, "memo_view"), tab.findChild(TextEdit, "memo_subject")
    assert view is not None
    assert subject is not None
    drawn: list[float] = []

    def draw() -> None:
        view.viewport().repaint()
        drawn.append(time.perf_counter())

    parts.maker.made.connect(draw)
    _wait(lambda: bool(drawn))
    _rest()
    found, silences = [], []
    for _ in range(TIMES):
        QTest.keyClick(subject, Qt.Key.Key_A)
        begun, before = time.perf_counter(), len(drawn)
        silences.append(_wait(lambda before=before: len(drawn) > before))
        found.append(1000 * (drawn[before] - begun))
        _rest()
    parts.maker.finish()
    tab.deleteLater()
    store.close()
    return {"median": median(found), "slowest": max(found), "silence": 1000 * max(silences)}


def _wait(there: Callable[[], bool]) -> float:
    """Lets the window live until something is there; the longest turn of its events (s)."""
    longest = 0.0
    while not there():
        begun = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - begun)
        time.sleep(0.001)
    return longest


def _rest() -> None:
    """Until what was typed is stored and checked."""
    end = time.perf_counter() + 1.6
    _wait(lambda: time.perf_counter() > end)


def main(arguments: list[str]) -> int:
    """Measures and prints; 1 when the target is missed with --check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true")
    wanted = parser.parse_args(arguments)
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        found = {size: measure(size, Path(folder)) for size in SIZES}
    application.processEvents()
    if wanted.json:
        print(json.dumps(found))
    else:
        print("| measures | median | slowest | longest silence |\n|---:|---:|---:|---:|")
        for size, one in found.items():
            print(f"| {size} | {one['median']:.0f} | {one['slowest']:.0f} | {one['silence']:.0f} |")
    late = any(one["median"] > TARGET for one in found.values())
    return 1 if wanted.check and late else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
