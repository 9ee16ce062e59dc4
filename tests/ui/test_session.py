"""The session: operations tell by signals what is different, and nothing else."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.records import MemoryRecords
from tests.ui.session import EMPTY, desk_with

from ita_desktop.domain.case import Case, Measure
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.records import YearRecord
from ita_desktop.services.workspace import Workspace
from ita_desktop.storage.errors import DatabaseFullError
from ita_desktop.ui.session import Session


def named(name: str) -> Case:
    return EMPTY._replace(measures=(Measure(name),))


@pytest.fixture
def log() -> list[str]:
    return []


def listen(session: Session, log: list[str]) -> None:
    session.year_opened.connect(lambda _: log.append("opened"))
    session.case_changed.connect(lambda *_: log.append("case"))
    session.record_changed.connect(lambda _: log.append("record"))
    session.years_changed.connect(lambda: log.append("years"))
    session.shared_changed.connect(lambda _: log.append("shared"))
    session.history_changed.connect(lambda: log.append("history"))
    session.saving_changed.connect(lambda _: log.append("saving"))
    session.told.connect(log.append)


def test_an_edit_tells_of_the_case_the_history_and_the_saving(qtbot: QtBot, log: list[str]) -> None:
    session = desk_with()
    listen(session, log)
    assert session.edit("เพิ่มมาตรการ", lambda _: named("ก"))
    assert log == ["case", "record", "history", "saving"]


def test_an_edit_of_what_a_list_of_years_shows_tells_of_the_list(
    qtbot: QtBot, log: list[str]
) -> None:
    session = desk_with()
    listen(session, log)
    session.edit("แก้ปี", lambda case: case._replace(fiscal_year=2570))
    assert "years" in log


def test_nothing_is_told_of_an_edit_that_changes_nothing(qtbot: QtBot, log: list[str]) -> None:
    session = desk_with()
    listen(session, log)
    assert not session.edit("ไม่เปลี่ยน", lambda case: case)
    assert log == []


def test_a_deleted_year_gives_way_to_the_newest_other_and_comes_back(
    qtbot: QtBot, log: list[str]
) -> None:
    records = MemoryRecords(
        YearRecord("1", EMPTY), YearRecord("2", EMPTY._replace(fiscal_year=2570), archived=True),
        YearRecord("3", EMPTY._replace(fiscal_year=2567)),
    )  # fmt: skip
    session = Session(Workspace(records))
    session.open_newest()
    assert session.record is not None
    assert session.record.id == "1"
    session.delete_year("1")
    assert session.record.id == "3"
    listen(session, log)
    session.undo()
    assert session.record.id == "1"
    assert "opened" in log
    assert "years" in log


def test_a_full_disk_is_told_once_and_stored_later(qtbot: QtBot, log: list[str]) -> None:
    records = MemoryRecords(YearRecord("1", EMPTY))
    session = Session(Workspace(records))
    session.open_year("1")
    listen(session, log)
    records.failing = DatabaseFullError()
    session.edit("เพิ่มมาตรการ", lambda _: named("ก"))
    session.edit("แก้ชื่อ", lambda _: named("ข"))
    assert sum("ที่เก็บข้อมูลเต็ม" in line for line in log) == 1
    assert without_ids(session.case) == named("ข")
    records.failing = None
    assert session.save_again()
    assert without_ids(records.kept["1"].case) == named("ข")


def test_what_cannot_be_changed_is_told_and_stays(qtbot: QtBot, log: list[str]) -> None:
    session = desk_with(read_only=True)
    listen(session, log)
    assert not session.edit("เพิ่มมาตรการ", lambda _: named("ก"))
    assert without_ids(session.case) == EMPTY
    assert len(log) == 1
    assert "อ่านเท่านั้น" in log[0]


def test_undo_first_takes_what_is_being_typed(qtbot: QtBot) -> None:
    session = desk_with()
    session.commit_requested.connect(
        lambda: without_ids(session.case) == EMPTY and session.edit("พิมพ์", lambda _: named("ก"))
    )
    session.undo()
    assert without_ids(session.case) == EMPTY
    session.commit_requested.disconnect()
    session.redo()
    assert without_ids(session.case) == named("ก")


def test_taking_back_shows_where(qtbot: QtBot) -> None:
    session = desk_with()
    session.edit("เพิ่มมาตรการ", lambda _: named("ก"), ("measures", 0, "name"))
    with qtbot.waitSignal(session.place_requested) as shown:
        session.undo()
    assert shown.args == [("measures", 0, "name")]
