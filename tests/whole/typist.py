"""A child process: the real window on a real database, and one who types and types.

Prints what the status bar shows as saved, as soon as it does: the name of the measure
that is stored by then. Ends only by being killed.

Usage: python typist.py DATABASE NUMBER_OF_THE_ROUND
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

import ita_desktop.ui  # noqa: F401 - makes Qt safe on Python 3.11
from ita_desktop.log import CrashLog
from ita_desktop.ui.bugs import BugReporter
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.program import Program
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.fields import PAUSE

MEASURES = 1


def main(database: Path, number: str) -> None:
    application = QApplication([])
    program = Program(database, CrashLog(database.parent), BugReporter(database.parent / "log"))
    assert program.start([])
    (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    QTest.qWaitForWindowActive(window)
    while window.session.record is None:  # the year comes after the first picture
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.go_to_tab(MEASURES)
    tab = window.tab(MEASURES)
    QTest.qWaitForWindowActive(window)
    tell_saved(window.session, f"r{number}n")
    press_add(tab)
    for at in count():
        editor = QApplication.focusWidget()
        assert editor is not None
        type_words(editor, f"r{number}n{at} ")
        if at % 8 == 7:  # looks up: typing is stored after the pause
            QTest.qWait(PAUSE + 50)
        else:  # goes elsewhere and comes back: stored at once
            window.session.commit()
    application.quit()


def press_add(tab: QWidget) -> None:
    button = next(
        button
        for name in ("add_first", "add_button")
        if (button := tab.findChild(QPushButton, name)) is not None and button.isVisible()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_words(editor: QWidget, words: str) -> None:
    for letter in words:
        QTest.keyClicks(editor, letter)
        QApplication.processEvents()


def tell_saved(session: Session, beginning: str) -> None:
    """Tells of the measure whose name begins so: this round's."""

    def on_saving() -> None:
        assert session.case is not None
        names = [measure.name for measure in session.case.measures]
        typed = [name for name in names if name.startswith(beginning)]
        if session.saving.problem is None and typed:
            print(f"saved\t{typed[0]}", flush=True)  # noqa: T201 - to the parent

    session.saving_changed.connect(on_saving)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
