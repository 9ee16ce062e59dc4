"""Tables of scores are looked through before they are entered, as one step."""

from __future__ import annotations

import threading
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QWidget,
)
from tests.ui.analysis.making import EMPTY, NOW, Bench
from tests.ui.finding import child
from tests.ui.keys import type_text

from ita_desktop.exchange.scores.sheet import ScoreSheet
from ita_desktop.ui.analysis import scores_dialog
from ita_desktop.ui.analysis.scores_dialog import ScoresDialog
from ita_desktop.ui.widgets.editors import ChoiceBox
from ita_desktop.ui.widgets.grid import GridTable
from ita_desktop.ui.widgets.labels import WrappingLabel

MakeBench = Callable[..., Bench]
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

TABLE = "1. การปฏิบัติหน้าที่\t๙๗.๖๘\n2. การใช้งบประมาณ\t85\n10. การป้องกันการทุจริต\t120\n"
UNITS = "หน่วยงาน\tการปฏิบัติหน้าที่\tการใช้งบประมาณ\nอบต.อื่น\t61\t62\nอบต.ตัวอย่าง\t71\t72\nรวม\t66\t67\n"


class Looking:
    """The dialog that is open, and what it shows."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.dialog: ScoresDialog = bench.tab.findChild(ScoresDialog)
        assert self.dialog is not None

    def read(self) -> Looking:
        progress = child(self.dialog, QProgressBar, "progress")
        pause = self.dialog._pause
        self.bench.qtbot.waitUntil(lambda: not progress.isVisible() and not pause.isActive())
        return self

    def rows(self, name: str = "entries") -> list[tuple[str, ...]]:
        model = child(self.dialog, GridTable, name).model()
        return [
            tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    def summary(self) -> str:
        return child(self.dialog, WrappingLabel, "summary").plain_text()

    def shows(self, name: str) -> bool:
        return child(self.dialog, QWidget, name).isVisible()

    def can_enter(self) -> bool:
        return child(self.dialog, QPushButton, "enter_button").isEnabled()

    def press(self, name: str) -> None:
        button = child(self.dialog, QPushButton, name)
        self.bench.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def pasting(bench: Bench, text: str) -> Looking:
    """Pastes into the grid and waits until it is read."""
    QGuiApplication.clipboard().setText(text)
    bench.press(KEY.Key_V, CONTROL)
    return Looking(bench).read()


# --- pasting ------------------------------------------------------------------------------------


def test_a_table_is_looked_through_then_entered_as_one_step(bench: Bench) -> None:
    looking = pasting(bench, TABLE)
    assert looking.rows() == [
        ("๑  การปฏิบัติหน้าที่", "๙๐.๐๐", "๙๗.๖๘"),
        ("๒  การใช้งบประมาณ", "๘๕.๐๐", "๘๕.๐๐"),
    ]
    assert "จะเปลี่ยน ๑ ช่อง" in looking.summary()
    assert "๑ แห่งที่ไม่เข้าใจ" in looking.summary()
    ((place, text, why),) = looking.rows("unread")
    assert (place, "120" in text, bool(why)) == ("บรรทัด ๓", True, True)
    assert "เลขไทย" in looking.rows("lines")[0][3]
    assert bench.case == NOW

    looking.press("enter_button")
    assert bench.scores["1"] == Decimal("97.68")
    assert len(bench.records.applied) == 1
    assert bench.done == ["ใส่คะแนนแล้ว ๑ ช่อง"]
    bench.session.undo()
    assert bench.case == NOW


def test_nothing_is_entered_when_it_is_called_off(bench: Bench) -> None:
    pasting(bench, TABLE).press("cancel_button")
    assert bench.case == NOW
    bench.qtbot.waitUntil(lambda: bench.tab.findChild(ScoresDialog) is None)


def test_of_several_units_the_own_one_is_taken_and_another_can_be(bench: Bench) -> None:
    looking = pasting(bench, UNITS)
    box = child(looking.dialog, ChoiceBox, "unit")
    assert box.currentText() == "อบต.ตัวอย่าง"
    assert [row[2] for row in looking.rows()] == ["๗๑.๐๐", "๗๒.๐๐"]
    bench.qtbot.keyClick(box, KEY.Key_Home)
    assert [row[2] for row in looking.rows()] == ["๖๑.๐๐", "๖๒.๐๐"]
    looking.press("enter_button")
    assert bench.scores["2"] == 62


def test_scores_that_the_table_does_not_have_can_be_taken_away(bench: Bench) -> None:
    looking = pasting(bench, TABLE)
    child(looking.dialog, QCheckBox, "replace").click()
    assert ("๓  การใช้อำนาจ", "๘๐.๐๐", "ล้าง") in looking.rows()
    looking.press("enter_button")
    assert set(bench.scores) == {"1", "2"}


def test_what_is_there_already_needs_no_entering(bench: Bench) -> None:
    looking = pasting(bench, "การปฏิบัติหน้าที่\t90.00\n")
    assert "ตรงกับที่มีอยู่แล้ว" in looking.summary()
    assert not looking.can_enter()


def test_scores_of_another_year_are_not_taken_for_this_one(bench: Bench) -> None:
    looking = pasting(bench, "ตัวชี้วัด\t2564\nการปฏิบัติหน้าที่\t91\nการใช้งบประมาณ\t92\n")
    assert "ปี ๒๕๖๔" in looking.summary()
    assert not looking.can_enter()


def test_scores_alone_go_into_the_grid_without_a_question(bench: Bench) -> None:
    QGuiApplication.clipboard().setText("11\n22\n")
    bench.press(KEY.Key_V, CONTROL)
    assert bench.tab.findChild(ScoresDialog) is None
    assert (bench.scores["1"], bench.scores["2"]) == (11, 22)


def test_the_button_opens_an_empty_box_to_paste_into(bench: Bench) -> None:
    QGuiApplication.clipboard().clear()
    bench.click("paste_button")
    looking = Looking(bench)
    box = child(looking.dialog, QPlainTextEdit, "pasted")
    bench.qtbot.waitUntil(box.hasFocus)
    assert not looking.can_enter()
    QGuiApplication.clipboard().setText(TABLE)
    bench.qtbot.keyClick(box, KEY.Key_V, CONTROL)
    looking.read()
    assert looking.can_enter()
    box.selectAll()
    type_text(box, "x")
    looking.read()
    assert not looking.can_enter()
    assert "ยังไม่พบคะแนน" in looking.summary()


def test_a_table_of_a_web_page_is_read_as_one(bench: Bench) -> None:
    mime = QMimeData()
    mime.setText("การปฏิบัติหน้าที่ การใช้งบประมาณ 91 92")
    mime.setHtml(
        "<html><body><table><tr><td>1</td><td>การปฏิบัติหน้าที่</td><td>91</td></tr>"
        "<tr><td>2</td><td>การใช้งบประมาณ</td><td>92</td></tr></table></body></html>"
    )
    QGuiApplication.clipboard().setMimeData(mime)
    bench.click("paste_button")
    looking = Looking(bench).read()
    assert [row[2] for row in looking.rows()] == ["๙๑.๐๐", "๙๒.๐๐"]


def test_texts_of_others_are_shown_as_they_are(bench: Bench) -> None:
    looking = pasting(bench, "<b>1. การปฏิบัติหน้าที่</b>\t91\nสิ่งที่ <i>ไม่รู้จัก</i> เลย\t99\n")
    texts = [cell for row in looking.rows("unread") + looking.rows("lines") for cell in row]
    assert any("<i>" in text for text in texts)


# --- files --------------------------------------------------------------------------------------


def choosing(bench: Bench, file: Path) -> Looking:
    """Opens the file by the button and the dialog for files."""
    bench.click("open_button")
    dialog = bench.tab.findChild(QFileDialog)
    dialog.setDirectory(str(file.parent))
    dialog.selectFile(str(file))
    dialog.accept()
    return Looking(bench).read()


def test_a_file_is_chosen_and_read(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "คะแนน.csv"
    file.write_bytes(TABLE.replace("\t", ",").encode("cp874"))
    looking = choosing(bench, file)
    assert not looking.shows("pasted")
    assert "คะแนน.csv" in child(looking.dialog, WrappingLabel, "source_text").plain_text()
    looking.press("enter_button")
    assert bench.scores["1"] == Decimal("97.68")


def test_a_file_without_scores_is_told_calmly(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "เปล่า.csv"
    file.write_text("ไม่มีอะไร\n", encoding="utf-8")
    looking = choosing(bench, file)
    assert "ไม่พบคะแนน" in looking.summary()
    assert not looking.can_enter()


def test_a_dialog_that_is_closed_while_it_reads_is_left_alone(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on, was_read = threading.Event(), threading.Event()

    def slow(*_: object) -> ScoreSheet:
        assert may_go_on.wait(30)
        was_read.set()
        return ScoreSheet(2565)

    monkeypatch.setattr(scores_dialog, "read_scores", slow)
    bench.tab.import_file("x.csv")
    dialog = Looking(bench).dialog
    assert child(dialog, QProgressBar, "progress").isVisible()
    dialog.reject()
    bench.qtbot.waitUntil(lambda: bench.tab.findChild(ScoresDialog) is None)
    may_go_on.set()
    bench.tab._background.finish()
    assert was_read.is_set()


def test_pages_without_anything_are_not_offered(make_bench: MakeBench) -> None:
    bench = make_bench(EMPTY)
    looking = pasting(bench, "การปฏิบัติหน้าที่\t91\n")
    pages = child(looking.dialog, QTabWidget, "pages")
    assert [pages.isTabVisible(page) for page in range(3)] == [True, False, True]
