"""Of requests that come while work is under way, only the last is done."""

from __future__ import annotations

import threading
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ita_desktop.errors import ItaError
from ita_desktop.ui.background import Background
from ita_desktop.ui.latest_only import LatestOnly


def test_what_nobody_waits_for_is_not_begun(qtbot: QtBot) -> None:
    background = Background()
    newest: LatestOnly[int] = LatestOnly(background, background)
    may_go_on = threading.Event()
    begun: list[int] = []
    done: list[int] = []

    def work(number: int) -> Callable[[], int]:
        def job() -> int:
            begun.append(number)
            assert may_go_on.wait(30)
            return number

        return job

    for number in range(5):
        newest.ask(work(number), done.append, lambda error: None)
    assert newest.running
    may_go_on.set()
    qtbot.waitUntil(lambda: done == [0, 4])
    assert begun == [0, 4]
    assert not newest.running


def test_a_failure_lets_the_next_one_begin(qtbot: QtBot) -> None:
    background = Background()
    newest: LatestOnly[int] = LatestOnly(background, background)
    told: list[str] = []
    done: list[int] = []

    def fail() -> int:
        raise ItaError("ไม่ได้")

    newest.ask(fail, done.append, lambda error: told.append(str(error)))
    newest.ask(lambda: 7, done.append, lambda error: None)
    qtbot.waitUntil(lambda: done == [7])
    assert told == ["ไม่ได้"]


def test_when_its_owner_has_gone_nobody_is_told(qtbot: QtBot) -> None:
    background = Background()
    owner = QObject()
    newest: LatestOnly[int] = LatestOnly(background, owner)
    done: list[int] = []
    newest.ask(lambda: 7, done.append, lambda error: None)
    shiboken6.delete(owner)
    background.finish()
    assert done == []
