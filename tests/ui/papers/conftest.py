"""Windows for tests of the memo's tab; what runs beside them has ended when a test ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.papers.making import SMALL, Opened, window_on

from ita_desktop.domain.case import Case

Opening = Callable[..., Opened]


@pytest.fixture
def opening(qtbot: QtBot, tmp_path: Path) -> Iterator[Opening]:
    """Opens windows on cases."""
    made: list[Opened] = []

    def opened(case: Case | None = SMALL, **how: Any) -> Opened:
        one = window_on(case, tmp_path / "data", **how)
        made.append(one)
        qtbot.addWidget(one.window)
        with qtbot.waitActive(one.window):
            one.window.show()
            one.window.activateWindow()
        return one

    yield opened
    for one in made:
        one.parts.maker.finish()


@pytest.fixture
def opened(opening: Opening) -> Opened:
    """A window on a small case, its tab in sight."""
    return opening()
