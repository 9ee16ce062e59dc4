"""What tests of the whole window share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.program import Running


@pytest.fixture
def running(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Running]]:
    """Makes programs on one and the same folder; the look is as before afterwards."""
    font, palette = QApplication.font(), QApplication.palette()
    made: list[Running] = []

    def make() -> Running:
        made.append(Running(qtbot, tmp_path / "ข้อมูล"))
        return made[-1]

    yield make
    for one in made:
        one.close()
    QApplication.setFont(font)
    QApplication.setPalette(palette)
