"""One run of the window on a database, timed from inside: prints a JSON object of ms.

    python benchmarks/window_child.py DATABASE

The start is counted from the beginning of this process (as the system knows it) to the
first picture and to the year standing in it; everything else from the event to the end
of the painting that it causes.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
BEGIN = time.perf_counter()
ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src")]

TABS = 4


def main(database: Path) -> None:
    """Starts the program and times it."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit

    import ita_desktop.ui  # noqa: F401 - makes Qt safe on Python 3.11, before Qt
    from ita_desktop.logbook import Logbook
    from ita_desktop.ui.appearance import use_thai_font
    from ita_desktop.ui.bugs import BugReporter
    from ita_desktop.ui.program import Program
    from ita_desktop.ui.thai_style import use_thai_style

    application = QApplication([])
    use_thai_font()
    use_thai_style()
    logbook = Logbook(database.parent / "log")
    program = Program(database, logbook, BugReporter(logbook))
    program.start([])
    parts = program.parts
    assert parts is not None
    window, desk = parts.window, parts.desk
    figures: dict[str, float] = {}

    def since_begin() -> float:
        return 1000 * (time.perf_counter() - BEGIN)

    window.repaint()
    figures["start to the first picture"] = since_begin()
    while desk.record is None:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    application.processEvents()
    window.repaint()
    figures["start to the year in the window"] = since_begin()

    def settled() -> None:
        application.processEvents()
        window.repaint()

    def timed(name: str, action: Callable[[], object]) -> None:
        start = time.perf_counter()
        action()
        settled()
        figures[name] = 1000 * (time.perf_counter() - start)

    for again in ("first time", "again"):
        for at in (*range(1, TABS), 0):
            timed(f"tab {at + 1}, {again}", lambda at=at: window.go_to_tab(at))
    window.action("action_find").trigger()
    settled()
    editor = application.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.insert("ผู้บริหาร")  # simulated keys know no Thai
    timed("search in the year", lambda: QTest.keyClick(editor, Qt.Key.Key_Return))
    years = desk.years()
    timed("another year", lambda: desk.open_year(years[len(years) // 2].id))
    for at in range(TABS):
        window.go_to_tab(at)
        settled()
        timed(
            f"an edit stored, tab {at + 1} in sight",
            lambda: desk.edit(
                "วัด",
                lambda case: case._replace(
                    measures=(
                        case.measures[0]._replace(monitoring=case.measures[0].monitoring + "ก"),
                        *case.measures[1:],
                    )
                ),
            ),
        )
        timed(f"taken back, tab {at + 1} in sight", desk.undo)
    print(json.dumps(figures), flush=True)
    # The memo of sixty measures may still be in the making: not what is timed here.
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
