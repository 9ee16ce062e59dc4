"""A list that is as high as its rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui.widgets.fitting_list import FittingList


@pytest.fixture
def fitting(qtbot: QtBot) -> FittingList:
    form = QWidget()
    qtbot.addWidget(form)
    fitting = FittingList()
    fitting.setModel(QStringListModel(fitting))
    layout = QVBoxLayout(form)
    layout.addWidget(fitting)
    layout.addStretch()
    form.resize(300, 600)
    with qtbot.waitExposed(form):
        form.show()
    fitting.setObjectName("kept")
    fitting.form = form  # type: ignore[attr-defined]  # Qt would take it away with its parent
    return fitting


def show(fitting: FittingList, texts: list[str]) -> None:
    model = fitting.model()
    assert isinstance(model, QStringListModel)
    model.setStringList(texts)


def test_every_row_is_seen_without_scrolling(qtbot: QtBot, fitting: FittingList) -> None:
    line = fitting.fontMetrics().lineSpacing()
    show(fitting, ["ก", "ข", "ค"])
    qtbot.waitUntil(lambda: 3 * line <= fitting.viewport().height() < 6 * line)
    assert fitting.verticalScrollBar().maximum() == 0
    show(fitting, ["ก"])
    qtbot.waitUntil(lambda: fitting.viewport().height() < 3 * line)
    assert fitting.visualRect(fitting.model().index(0, 0)).bottom() < fitting.viewport().height()


def test_long_rows_wrap(qtbot: QtBot, fitting: FittingList) -> None:
    show(fitting, ["คำ " * 60])
    qtbot.waitUntil(lambda: fitting.height() > 4 * fitting.fontMetrics().lineSpacing())
    assert fitting.verticalScrollBar().maximum() == 0


def test_many_rows_scroll(qtbot: QtBot, fitting: FittingList) -> None:
    show(fitting, [str(number) for number in range(200)])
    most = fitting.most_lines * fitting.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: fitting.viewport().height() == most)
    assert fitting.verticalScrollBar().maximum() > 0
