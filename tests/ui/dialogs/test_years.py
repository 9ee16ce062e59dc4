"""The list of years and what is done with them, by mouse and keys."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from tests.records import MemoryRecords

from ita_desktop.domain.case import Agency, Case
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.records import YearRecord
from ita_desktop.services.samples import sample_case
from ita_desktop.services.workspace import Workspace
from ita_desktop.services.years import empty_year, next_year
from ita_desktop.ui.dialogs.compare import Compare
from ita_desktop.ui.dialogs.new_year import NewYear
from ita_desktop.ui.dialogs.years import Years
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.editors import ChoiceBox
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.row_table import RowTable

FIRST = sample_case()
SECOND = next_year(FIRST)
TODAY = datetime.date(2026, 11, 23)


def desk_of(*cases: Case, read_only: bool = False, sample: bool = False) -> Session:
    """A session with these years, the last of them open."""
    records = [YearRecord(str(number), case, sample=sample) for number, case in enumerate(cases, 1)]
    session = Session(Workspace(MemoryRecords(*records, read_only=read_only)))
    if records:
        session.open_year(str(len(records)))
    return session


@pytest.fixture
def session() -> Session:
    return desk_of(FIRST, SECOND)


def shown(dialog, qtbot: QtBot):
    qtbot.addWidget(dialog)
    # closing deletes these dialogs; the test still looks at them
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def years(session: Session, qtbot: QtBot) -> Years:
    return shown(Years(session), qtbot)


def click(qtbot: QtBot, dialog, name: str) -> None:
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def rows(dialog: Years) -> list[tuple[str, ...]]:
    return [row[:4] for row in dialog.findChild(RowTable, "years").rows()]


NAME = FIRST.agency.name
ROW_2569 = ("๒๕๖๙", NAME, "๒๕๖๘", "เปิดอยู่")
ROW_2568 = ("๒๕๖๘", NAME, "๒๕๖๗", "")


def test_all_years_are_listed_the_open_one_is_chosen(years: Years) -> None:
    assert rows(years) == [ROW_2569, ROW_2568]
    assert years.findChild(RowTable).chosen_rows() == [0]


def test_enter_opens_the_chosen_year(years: Years, session: Session, qtbot: QtBot) -> None:
    table = years.findChild(RowTable)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert without_ids(session.case) == FIRST
    assert not years.isVisible()


def test_a_deleted_year_comes_back_by_one_click(
    years: Years, session: Session, qtbot: QtBot
) -> None:
    click(qtbot, years, "delete_year")
    assert rows(years) == [(*ROW_2568[:3], "เปิดอยู่")]
    assert without_ids(session.case) == FIRST
    text = years.findChild(WrappingLabel, "message_text").plain_text()
    assert text == f"ลบปีงบประมาณ ๒๕๖๙ · {NAME} แล้ว"
    click(qtbot, years, "message_action")
    assert without_ids(session.case) == SECOND
    assert len(rows(years)) == 2


def test_a_year_goes_to_the_archive_and_comes_back(
    years: Years, session: Session, qtbot: QtBot
) -> None:
    button = years.findChild(QPushButton, "archive_year")
    assert button.text() == "เก็บเข้าคลัง(&A)"
    click(qtbot, years, "archive_year")
    assert rows(years)[0][3] == "เปิดอยู่ ในคลัง"
    assert button.text() == "นำออกจากคลัง(&A)"
    click(qtbot, years, "archive_year")
    assert rows(years)[0][3] == "เปิดอยู่"


def test_a_copy_is_a_year_of_its_own(years: Years, session: Session, qtbot: QtBot) -> None:
    years.findChild(RowTable).choose(1)
    click(qtbot, years, "duplicate_year")
    assert len(rows(years)) == 3
    assert without_ids(session.case) == FIRST
    assert session.record.id not in ("1", "2")
    session.undo()
    assert len(rows(years)) == 2


def test_rows_are_copied_for_a_sheet(years: Years, qtbot: QtBot) -> None:
    table = years.findChild(RowTable)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["ปีงบประมาณ", "หน่วยงาน", "ผลประเมินปี"]
    assert lines[1].split("\t")[1] == NAME
    assert len(lines) == 3


def test_what_can_only_be_read_can_be_opened_and_compared(qtbot: QtBot) -> None:
    dialog = shown(Years(desk_of(FIRST, SECOND, read_only=True)), qtbot)
    enabled = {
        button.objectName() for button in dialog.findChildren(QPushButton) if button.isEnabled()
    }
    assert {"open_year", "compare_years"} <= enabled
    assert not {"new_year", "duplicate_year", "archive_year", "delete_year"} & enabled


def test_the_only_year_compares_with_nothing(qtbot: QtBot) -> None:
    dialog = shown(Years(desk_of(FIRST)), qtbot)
    assert not dialog.findChild(QPushButton, "compare_years").isEnabled()


# --- comparing -------------------------------------------------------------------------------


def test_the_chosen_year_is_compared_with_the_one_before(years: Years, qtbot: QtBot) -> None:
    click(qtbot, years, "compare_years")
    dialog = years.findChild(Compare)
    scores = dialog.findChild(RowTable, "scores").rows()
    assert scores[0] == ("๑", "การปฏิบัติหน้าที่", "๙๑.๔๗", "–", "–")
    measures = dialog.findChild(RowTable, "measures").rows()
    assert {row[0] for row in measures} == {"ทำต่อ"}
    assert len(measures) == len(FIRST.measures)
    dialog.reject()


def test_other_years_are_compared_by_choosing_them(session: Session, qtbot: QtBot) -> None:
    session.add_year("x", FIRST._replace(fiscal_year=2570, measures=FIRST.measures[:1]))
    dialog = shown(Compare(session, "1", "2"), qtbot)
    box = dialog.findChild(ChoiceBox, "later")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    fates = [row[0] for row in dialog.findChild(RowTable, "measures").rows()]
    assert fates[0] == "ทำต่อ"
    assert set(fates[1:]) == {"ไม่ได้ทำต่อ"}
    assert {row[4] for row in dialog.findChild(RowTable, "scores").rows()} == {"๐.๐๐"}


def test_both_ways_of_change_have_their_sign(qtbot: QtBot) -> None:
    first = FIRST.assessment.indicators[0]
    higher = FIRST._replace(
        fiscal_year=2569,
        assessment=FIRST.assessment._replace(indicators=(first._replace(score=first.score + 5),)),
    )
    session = desk_of(FIRST, higher)
    up = shown(Compare(session, "1", "2"), qtbot).findChild(RowTable, "scores").rows()[0]
    down = shown(Compare(session, "2", "1"), qtbot).findChild(RowTable, "scores").rows()[0]
    assert up[4] == "+๕.๐๐"
    assert down[4] == "−๕.๐๐"


# --- a new year ------------------------------------------------------------------------------


def ok(dialog: NewYear) -> QPushButton:
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def test_the_new_year_goes_on_from_the_newest(session: Session, qtbot: QtBot) -> None:
    dialog = shown(NewYear(session, today=lambda: TODAY), qtbot)
    assert dialog.findChild(ChoiceBox, "year").currentText() == "๒๕๗๐"
    qtbot.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    assert without_ids(session.case) == next_year(SECOND)
    assert session.history.to_undo.name == "สร้างปีใหม่"


def test_another_year_can_be_the_source_and_the_target(session: Session, qtbot: QtBot) -> None:
    dialog = shown(NewYear(session, today=lambda: TODAY), qtbot)
    source, year = (dialog.findChild(ChoiceBox, name) for name in ("source", "year"))
    source.setFocus()
    qtbot.keyClick(source, Qt.Key.Key_End)
    assert year.currentText() == "๒๕๖๙"
    note = dialog.findChild(WrappingLabel, "note")
    assert "มีปีงบประมาณ ๒๕๖๙ อยู่แล้ว" in note.plain_text()
    year.setFocus()
    qtbot.keyClick(year, Qt.Key.Key_End)
    assert note.plain_text() == ""
    qtbot.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    assert without_ids(session.case) == next_year(FIRST, year.value())
    assert session.case.assessment.year == year.value() - 1


def test_an_empty_year_has_the_known_agency(session: Session, qtbot: QtBot) -> None:
    agency = Agency("อบต.ที่รู้จัก", province="ตาก")
    session.edit_shared("x", lambda shared: shared._replace(agency=agency))
    dialog = shown(NewYear(session, today=lambda: TODAY), qtbot)
    dialog.findChild(QRadioButton, "empty").click()
    assert dialog.findChild(ChoiceBox, "year").currentText() == "๒๕๗๐"
    qtbot.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    assert without_ids(session.case) == empty_year(agency, 2570)


def test_the_sample_is_no_source(qtbot: QtBot) -> None:
    session = desk_of(FIRST, sample=True)
    dialog = shown(NewYear(session, today=lambda: TODAY), qtbot)
    assert not dialog.findChild(QRadioButton, "from_year").isEnabled()
    assert dialog.findChild(QRadioButton, "empty").isChecked()


def test_a_cancelled_year_is_none(session: Session, qtbot: QtBot) -> None:
    dialog = shown(NewYear(session), qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(session.years()) == 2
