"""The tab of analysis on made-up scores of two years, in an active window."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.records import MemoryRecords
from tests.ui.finding import child
from tests.ui.keys import type_text

from ita_desktop.domain.case import Agency, Assessment, Case
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.records import YearRecord
from ita_desktop.domain.score_parts import entered, with_scores
from ita_desktop.services.assessment import parts_of
from ita_desktop.services.workspace import Workspace
from ita_desktop.ui.analysis.scores_model import ScoreColumn
from ita_desktop.ui.analysis.tab import AnalysisTab
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.labels import WrappingLabel

EMPTY = Case(Agency("อบต.ตัวอย่าง"), 2566, Assessment(2565))


def scored(case: Case = EMPTY, **scores: str) -> Case:
    """The case with scores by number: ``i1`` for 1, ``s10_2`` for 10.2, ``O42``."""
    new = {
        (key if key[0] == "O" else key[1:].replace("_", ".")): Decimal(score)
        for key, score in scores.items()
    }
    return with_scores(case, parts_of(case), dict(new))


NOW = scored(i1="90", i2="85", i3="80", O42="0", O43="100")
PAST = scored(EMPTY._replace(fiscal_year=2565, assessment=Assessment(2564)), i1="80", i3="82.5")


class Bench:
    """A tab in sight with the session that it stands on."""

    def __init__(self, qtbot: QtBot, *cases: Case, read_only: bool = False) -> None:
        self.qtbot = qtbot
        years = [YearRecord(str(at), case) for at, case in enumerate(cases, 1)]
        self.records = MemoryRecords(*years, read_only=read_only)
        self.session = Session(Workspace(self.records))
        self.told: list[str] = []
        self.done: list[str] = []
        self.session.told.connect(self.told.append)
        self.session.done_told.connect(self.done.append)
        self.session.open_year("1")
        self.tab = AnalysisTab(self.session)
        qtbot.addWidget(self.tab)
        self.tab.resize(1160, 640)
        with qtbot.waitActive(self.tab):
            self.tab.show()
            self.tab.activateWindow()
        self.tree = self.tab.scores.tree
        self.model = self.tab.scores.model
        self.tree.setFocus()

    # --- what is there -------------------------------------------------------------------------

    @property
    def case(self) -> Case:
        assert self.session.case is not None
        return without_ids(self.session.case)

    @property
    def scores(self) -> dict[str, Decimal]:
        return entered(self.case.assessment)

    def cell(self, number: str, column: ScoreColumn = ScoreColumn.SCORE) -> str:
        return str(self.model.index_of(number, column).data() or "")

    def ticked(self) -> list[str]:
        role = Qt.ItemDataRole.CheckStateRole
        numbers = [str(n) for n in range(1, 11)] + ["9.1", "10.1", "10.2"]
        states = {n: self.model.index_of(n, ScoreColumn.FOCUS).data(role) for n in numbers}
        return [n for n, state in states.items() if state is Qt.CheckState.Checked]

    def text(self, name: str) -> str:
        return child(self.tab, WrappingLabel, name).plain_text()

    def shows(self, name: str) -> bool:
        return child(self.tab, QWidget, name).isVisible()

    def numbers(self) -> list[str]:
        return [self.model.number_at(row) for row in self.tree.shown_rows()]

    @property
    def here(self) -> tuple[str, int]:
        current = self.tree.currentIndex()
        return self.model.number_at(current), current.column()

    # --- what a person does --------------------------------------------------------------------

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.qtbot.keyClick(self.focus, key, modifier)

    def type(self, text: str) -> None:
        for letter in text:
            type_text(self.focus, letter)

    def go(self, number: str, column: ScoreColumn = ScoreColumn.SCORE) -> None:
        self.tab.scores.go_to_part(number, column)

    def tick(self, number: str) -> None:
        self.go(number, ScoreColumn.FOCUS)
        self.press(Qt.Key.Key_Space)

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(child(self.tab, QPushButton, name), Qt.MouseButton.LeftButton)

    def double_click(self, widget: QWidget, index: QModelIndex) -> None:
        place = widget.visualRect(index).center()  # type: ignore[attr-defined]
        viewport = widget.viewport()  # type: ignore[attr-defined]
        self.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
        self.qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
