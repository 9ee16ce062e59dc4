"""Work beside the window: its outcomes, and what must not happen in its thread."""

from __future__ import annotations

import gc
import threading

import shiboken6
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from ita_desktop.errors import ItaError
from ita_desktop.ui.background import Background


class Noting:
    """Notes in which thread it is taken away; in a cycle, only the collector can do that."""

    def __init__(self, threads: list[int]) -> None:
        self.threads = threads
        self.cycle = self

    def __del__(self) -> None:
        self.threads.append(threading.get_ident())


def hungry() -> int:
    """Asks for so much memory that the collector would run several times."""
    return len([[number] for number in range(200_000)])


def test_garbage_is_collected_in_the_windows_thread_only(qtbot: QtBot) -> None:
    background = Background()
    threads: list[int] = []
    done: list[int] = []
    gc.collect()
    background.run(hungry, done.append, lambda error: None)
    background.run(hungry, done.append, lambda error: None)
    for _ in range(10):
        Noting(threads)
    assert not gc.isenabled()
    background.finish()
    assert done == [200_000, 200_000]
    assert gc.isenabled()
    gc.collect()
    assert threads == [threading.get_ident()] * 10


def test_a_failure_lets_garbage_be_collected_again(qtbot: QtBot) -> None:
    background = Background()
    told: list[str] = []

    def fail() -> int:
        raise ItaError("ไม่ได้")

    background.run(fail, lambda result: None, lambda error: told.append(str(error)))
    background.finish()
    assert told == ["ไม่ได้"]
    assert gc.isenabled()


def test_busy_is_told_once_for_a_queue(qtbot: QtBot) -> None:
    background = Background()
    told: list[bool] = []
    background.busy.connect(told.append)
    for _ in range(3):
        background.run(lambda: 1, lambda result: None, lambda error: None)
    background.finish()
    assert told == [True, False]


def test_one_that_goes_with_its_window_leaves_the_collector_on(qtbot: QtBot) -> None:
    window = QObject()
    background = Background(window)
    background.run(lambda: 1, lambda result: None, lambda error: None)
    assert not gc.isenabled()
    pool = background.findChild(QThreadPool)
    assert isinstance(pool, QThreadPool)
    pool.waitForDone()
    shiboken6.delete(window)
    assert gc.isenabled()
