"""The tab of results on a screen in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.results.making import CASE, Bench

from ita_desktop.domain.case import Case

MakeBench = Callable[..., Bench]


@pytest.fixture
def make_bench(qtbot: QtBot, tmp_path: Path) -> MakeBench:
    def make(case: Case | None = CASE, *, read_only: bool = False) -> Bench:
        bench = Bench(tmp_path / "data", case, read_only=read_only)
        qtbot.addWidget(bench.tab)
        bench.tab.show()
        qtbot.waitExposed(bench.tab)
        bench.tab.activateWindow()
        return bench

    return make


@pytest.fixture
def bench(make_bench: MakeBench) -> Bench:
    return make_bench()
