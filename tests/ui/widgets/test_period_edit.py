"""The period's editor: free text, and words composed from months, days and parts of the year."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import child
from tests.ui.keys import type_text

from ita_desktop.thai.typed_dates import typed_day
from ita_desktop.ui.dialogs.period import PeriodDialog
from ita_desktop.ui.widgets.editors import ChoiceBox, LineEdit, TextEdit
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.period_edit import PeriodEdit
from ita_desktop.ui.widgets.thai_calendar import YearBox
from ita_desktop.ui.widgets.thai_date import ThaiDateEdit


@pytest.fixture
def edit(qtbot: QtBot) -> PeriodEdit:
    edit = PeriodEdit()
    qtbot.addWidget(edit)
    edit.set_year(2569)
    edit.resize(400, 60)
    edit.show()
    qtbot.waitExposed(edit)
    edit.setFocus()
    return edit


def text_of(edit: PeriodEdit) -> TextEdit:
    return edit.findChildren(TextEdit)[0]


def opened(qtbot: QtBot, edit: PeriodEdit) -> PeriodDialog:
    qtbot.mouseClick(edit.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    dialog = edit.findChild(PeriodDialog)
    assert isinstance(dialog, PeriodDialog)
    return dialog


def press(qtbot: QtBot, dialog: PeriodDialog, text: str) -> None:
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text().startswith(text)]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_any_text_is_a_period(qtbot: QtBot, edit: PeriodEdit) -> None:
    with qtbot.waitSignal(edit.edited):
        type_text(text_of(edit), "ทุกวันศุกร์\nของเดือน")
    assert edit.value() == "ทุกวันศุกร์\nของเดือน"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("ทั้งปี", "ตุลาคม ๒๕๖๘ – กันยายน ๒๕๖๙"),
        ("ครึ่งปีแรก", "ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙"),
        ("ครึ่งปีหลัง", "เมษายน – กันยายน ๒๕๖๙"),
        ("ไตรมาสที่ ๑", "ตุลาคม – ธันวาคม ๒๕๖๘"),
        ("ไตรมาสที่ ๔", "กรกฎาคม – กันยายน ๒๕๖๙"),
    ],
)
def test_a_part_of_the_fiscal_year(qtbot: QtBot, edit: PeriodEdit, part: str, words: str) -> None:
    dialog = opened(qtbot, edit)
    press(qtbot, dialog, part)
    with qtbot.waitSignals([edit.edited, edit.left]):
        press(qtbot, dialog, "ใช้")
    assert edit.value() == words


def test_days_are_composed_from_typed_dates(qtbot: QtBot, edit: PeriodEdit) -> None:
    dialog = opened(qtbot, edit)
    qtbot.mouseClick(child(dialog, QRadioButton, "by_days"), Qt.MouseButton.LeftButton)
    for name, typed in (("first_day", "1/11/68"), ("last_day", "15 ก.พ. 2569")):
        line = child(dialog, ThaiDateEdit, name).findChildren(LineEdit)[0]
        line.selectAll()
        type_text(line, typed)
    assert dialog.words() == "๑ พฤศจิกายน ๒๕๖๘ – ๑๕ กุมภาพันธ์ ๒๕๖๙"
    press(qtbot, dialog, "ใช้")
    assert edit.value() == "๑ พฤศจิกายน ๒๕๖๘ – ๑๕ กุมภาพันธ์ ๒๕๖๙"


def test_it_begins_with_what_the_text_says(qtbot: QtBot, edit: PeriodEdit) -> None:
    edit.set_value("ม.ค. - มี.ค. 69")
    assert opened(qtbot, edit).words() == "มกราคม – มีนาคม ๒๕๖๙"


def test_days_in_the_text_are_kept_as_days(qtbot: QtBot, edit: PeriodEdit) -> None:
    edit.set_value("๕ - ๙ มกราคม ๒๕๖๙")
    dialog = opened(qtbot, edit)
    assert child(dialog, QRadioButton, "by_days").isChecked()
    assert dialog.words() == "๕ – ๙ มกราคม ๒๕๖๙"
    qtbot.mouseClick(child(dialog, QRadioButton, "by_months"), Qt.MouseButton.LeftButton)
    assert dialog.words() == "มกราคม ๒๕๖๙"
    qtbot.mouseClick(child(dialog, QRadioButton, "by_days"), Qt.MouseButton.LeftButton)
    assert dialog.words() == "๑ – ๓๑ มกราคม ๒๕๖๙"


def test_months_are_chosen(qtbot: QtBot, edit: PeriodEdit) -> None:
    dialog = opened(qtbot, edit)
    qtbot.keyClick(child(dialog, ChoiceBox, "last_month"), Qt.Key.Key_Down)
    assert dialog.words() == "ตุลาคม ๒๕๖๘ – ตุลาคม ๒๕๖๙"
    said = child(dialog, WrappingLabel, "words").plain_text()
    assert "อยู่นอกปีงบประมาณ ๒๕๖๙" in said


def test_an_end_before_the_beginning_is_told_and_not_used(qtbot: QtBot, edit: PeriodEdit) -> None:
    dialog = opened(qtbot, edit)
    qtbot.keyClick(child(dialog, YearBox, "first_year"), Qt.Key.Key_Up)
    qtbot.keyClick(child(dialog, YearBox, "first_year"), Qt.Key.Key_Up)
    assert dialog.words() == ""
    assert "มาก่อน" in child(dialog, WrappingLabel, "words").plain_text()
    assert not child(dialog, QPushButton, "use").isEnabled()


def test_a_missing_end_is_asked_for(qtbot: QtBot, edit: PeriodEdit) -> None:
    dialog = opened(qtbot, edit)
    qtbot.mouseClick(child(dialog, QRadioButton, "by_days"), Qt.MouseButton.LeftButton)
    line = child(dialog, ThaiDateEdit, "last_day").findChildren(LineEdit)[0]
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert "โปรดระบุ" in child(dialog, WrappingLabel, "words").plain_text()


def test_cancelled_nothing_changes(qtbot: QtBot, edit: PeriodEdit) -> None:
    edit.set_value("เดิม")
    dialog = opened(qtbot, edit)
    with qtbot.assertNotEmitted(edit.edited):
        press(qtbot, dialog, "ยกเลิก")
    assert edit.value() == "เดิม"


def test_alt_down_opens_it_and_one_who_reads_cannot(qtbot: QtBot, edit: PeriodEdit) -> None:
    edit.set_writable(False)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(text_of(edit), Qt.Key.Key_Down, alt)
    assert edit.findChild(PeriodDialog) is None
    edit.set_writable(True)
    qtbot.keyClick(text_of(edit), Qt.Key.Key_Down, alt)
    dialog = edit.findChild(PeriodDialog)
    assert isinstance(dialog, QWidget)
    assert dialog.isVisible()


def test_the_dates_of_the_dialog_are_those_of_the_year(qtbot: QtBot, edit: PeriodEdit) -> None:
    dialog = opened(qtbot, edit)
    first = child(dialog, ThaiDateEdit, "first_day").value()
    assert first == date(2025, 10, 1) == typed_day("1/10/68", 2569).day
