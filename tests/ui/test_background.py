"""Work beside the window: its outcomes arrive in order, its errors are told or raised."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ita_desktop.errors import ItaError
from ita_desktop.ui.background import Background


def fail(error: Exception) -> None:
    raise error


def test_outcomes_arrive_in_the_windows_thread_and_in_order(qtbot: QtBot) -> None:
    background, seen = Background(), []
    background.run(lambda: 1, lambda one: seen.append((one, threading.current_thread())), fail)
    background.run(lambda: fail(ItaError("โปรดลองใหม่")), seen.append, lambda e: seen.append(str(e)))
    background.finish()
    assert seen == [(1, threading.main_thread()), "โปรดลองใหม่"]


def test_busy_is_told_once_for_a_queue(qtbot: QtBot) -> None:
    background, told = Background(), []
    background.busy.connect(told.append)
    for _ in range(3):
        background.run(lambda: None, lambda _: None, fail)
    background.finish()
    assert told == [True, False]


def test_a_bug_is_raised_in_the_windows_thread(qtbot: QtBot) -> None:
    background = Background()
    with qtbot.captureExceptions() as caught:
        background.run(lambda: 1 // 0, lambda _: None, fail)
        background.finish()
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_an_outcome_may_ask_for_more_and_finish_waits_for_that_too(qtbot: QtBot) -> None:
    background, seen = Background(), []
    background.run(lambda: 1, lambda _: background.run(lambda: 2, seen.append, fail), fail)
    background.finish()
    assert seen == [2]


def test_after_its_end_no_more_work_is_taken(qtbot: QtBot) -> None:
    background, seen = Background(), []
    background.run(lambda: 1, seen.append, fail)
    background.end()
    background.run(lambda: 2, seen.append, fail)
    background.finish()
    assert seen == [1]


def test_who_has_gone_is_told_nothing(qtbot: QtBot) -> None:
    background, seen, owner = Background(), [], QObject()
    background.run_for(owner, lambda: 1, seen.append, fail)
    delete(owner)
    background.run_for(background, lambda: 2, seen.append, fail)
    background.finish()
    assert seen == [2]
