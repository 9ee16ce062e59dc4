"""The tab of analysis in a year of eleven indicators, which is a file in the user's folder."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from tests.eleven import GIVEN, NAMES, TOTAL, install, scored_case
from tests.ui.analysis.making import Bench
from tests.ui.finding import child

from ita_desktop.domain.case import Case
from ita_desktop.domain.score_parts import walk
from ita_desktop.services.assessment import parts_of
from ita_desktop.thai.digits import thai_score
from ita_desktop.ui.analysis.scores_dialog import ScoresDialog
from ita_desktop.ui.analysis.scores_model import ScoreColumn

MakeBench = Callable[..., Bench]
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

PERCEIVED = [GIVEN[str(number)] for number in range(1, 10)]


def empty() -> Case:
    case = scored_case()
    return case._replace(
        assessment=case.assessment._replace(indicators=()),
        analysis=case.analysis._replace(focus=()),
    )


@pytest.fixture
def bench(make_bench: MakeBench) -> Bench:
    install()
    return make_bench(empty())


def test_all_are_in_sight_under_their_instruments(bench: Bench) -> None:
    numbers = bench.numbers()
    assert [n for n in numbers if n.isdigit()] == [str(number) for number in NAMES]
    assert [n for n in numbers if not n.isdigit()] == ["IIT", "EIT", "SIT", "OIT", "total"]
    assert bench.cell("11", ScoreColumn.NAME) == f"๑๑  {NAMES[11]}"


def test_scores_are_typed_down_to_the_eleventh(bench: Bench) -> None:
    for score in (*PERCEIVED, "90", "50"):
        bench.type(score)
        bench.press(KEY.Key_Return)
    assert bench.scores["11"] == 50
    assert bench.cell("SIT") == "๘๘.๒๕"
    assert bench.cell("total") == thai_score(TOTAL)


def test_a_sub_indicator_of_the_eleventh_is_typed_and_ticked(bench: Bench) -> None:
    bench.go("11", ScoreColumn.NAME)
    bench.press(KEY.Key_Right)
    bench.go("11.2")
    bench.type("๔๐.๕")
    bench.press(KEY.Key_Return)
    assert bench.scores == {"11.2": Decimal("40.5")}
    for number in ("11.2", "2", "10"):
        bench.tick(number)
    assert bench.case.analysis.focus == ("2", "10", "11.2")


def test_a_column_is_pasted_over_all_of_them(bench: Bench) -> None:
    QGuiApplication.clipboard().setText("\r\n".join([*PERCEIVED, "90", "50"]) + "\r\n")
    bench.press(KEY.Key_V, CONTROL)
    assert bench.scores["11"] == 50
    assert len(bench.scores) == len(NAMES)


@pytest.mark.parametrize("wide", [False, True], ids=["long", "wide"])
def test_a_table_is_pasted_and_looked_through(bench: Bench, wide: bool) -> None:
    scores = {str(number): GIVEN[str(number)] for number in range(1, 10)}
    scores |= {"10": "90", "11": "50", "11.1": "60", "11.2": "40"}
    if wide:
        text = "\t".join(["หน่วยงาน", *scores]) + "\n" + "\t".join(["อบต.ตัวอย่าง", *scores.values()])
    else:
        names = {part.number: part.name for part in walk(parts_of(bench.case))}
        text = "\n".join(f"{number} {names[number]}\t{score}" for number, score in scores.items())
    QGuiApplication.clipboard().setText(text)
    bench.press(KEY.Key_V, CONTROL)
    dialog = bench.tab.findChild(ScoresDialog)
    button = child(dialog, QPushButton, "enter_button")
    bench.qtbot.waitUntil(button.isEnabled)
    bench.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bench.scores == {number: Decimal(score) for number, score in scores.items()}
