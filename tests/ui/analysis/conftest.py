"""The tab of analysis on a screen in memory."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.analysis.making import NOW, PAST, Bench

from ita_desktop.domain.case import Case

MakeBench = Callable[..., Bench]


@pytest.fixture
def make_bench(qtbot: QtBot) -> MakeBench:
    def make(*cases: Case, read_only: bool = False) -> Bench:
        return Bench(qtbot, *cases, read_only=read_only)

    return make


@pytest.fixture
def bench(make_bench: MakeBench) -> Bench:
    return make_bench(NOW, PAST)
