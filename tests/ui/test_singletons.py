"""A long session does not end because PySide takes None for immortal."""

from __future__ import annotations

import subprocess
import sys

LONG_SESSION = """
import ita_desktop.ui
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    sent = Signal(bool)

sender = Sender()
for _ in range(20_000):
    sender.setObjectName("x")
    sender.sent.emit(True)
    sender.sent.emit(False)
print("alive")
"""


def test_none_and_true_outlive_a_long_session() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LONG_SESSION], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
