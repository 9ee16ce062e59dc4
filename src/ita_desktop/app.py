"""Starts the window: first what catches errors, then Qt, then the data, then the window.

Beside ``ui`` the only module with Qt.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import ita_desktop.ui  # noqa: F401 - makes Qt safe on Python 3.11, before anything of Qt
from ita_desktop import PROGRAM, __version__
from ita_desktop.log import CrashLog, program_log
from ita_desktop.resources import resource_path
from ita_desktop.services.database import DATABASE
from ita_desktop.services.folders import user_folder
from ita_desktop.ui.bugs import BugReporter, log_qt_message

GIVE_WAY = 0.001
"""Seconds after which a memo that is set beside the window lets the window go on.

Python's own 5 ms for each of the window's many small steps would be felt.
"""


def run(arguments: Sequence[str] = ()) -> int:
    """Opens the window; ``arguments`` are case files to import. Returns Qt's exit code."""
    folder = user_folder("log")
    with program_log(folder) as log:
        return _run(arguments, CrashLog(folder), BugReporter(log))


def _run(arguments: Sequence[str], crashes: CrashLog, bugs: BugReporter) -> int:
    sys.excepthook = bugs
    qInstallMessageHandler(log_qt_message)
    sys.setswitchinterval(GIVE_WAY)
    application = QApplication([PROGRAM])
    application.setApplicationName(PROGRAM)
    application.setApplicationVersion(__version__)

    from ita_desktop.ui.appearance import use_thai_font
    from ita_desktop.ui.program import Program
    from ita_desktop.ui.thai_qt import ThaiWords, use_thai_style

    use_thai_font()
    use_thai_style()
    application.setWindowIcon(QIcon(str(resource_path("icons", "ita-desktop.ico"))))
    application.installTranslator(ThaiWords(application))
    program = Program(user_folder(DATABASE), crashes, bugs)
    # The last window also closes when one database is left for another.
    application.setQuitOnLastWindowClosed(False)
    program.ended.connect(application.quit)
    return application.exec() if program.start([Path(name) for name in arguments]) else 0


def main() -> int:
    """The entry point of the window: ``ita-desktop-window [CASE.json …]``."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
