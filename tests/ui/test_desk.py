"""The desk: operations tell by signals what is different, and nothing else."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.records import MemoryRecords
from tests.ui.desk import EMPTY, desk_with

from ita_desktop.domain.case import Case, Measure
from ita_desktop.domain.records import YearRecord
from ita_desktop.services.workspace import Workspace
from ita_desktop.storage.errors import DatabaseFullError
from ita_desktop.ui.desk import Desk


def named(name: str) -> Case:
    return EMPTY._replace(measures=(Measure(name),))


@pytest.fixture
def log() -> list[str]:
    return []


def listen(desk: Desk, log: list[str]) -> None:
    desk.year_opened.connect(lambda _: log.append("opened"))
    desk.case_changed.connect(lambda *_: log.append("case"))
    desk.record_changed.connect(lambda _: log.append("record"))
    desk.years_changed.connect(lambda: log.append("years"))
    desk.shared_changed.connect(lambda _: log.append("shared"))
    desk.history_changed.connect(lambda: log.append("history"))
    desk.saving_changed.connect(lambda _: log.append("saving"))
    desk.told.connect(log.append)


def test_an_edit_tells_of_the_case_the_history_and_the_saving(qtbot: QtBot, log: list[str]) -> None:
    desk = desk_with()
    listen(desk, log)
    assert desk.edit("เพิ่มมาตรการ", lambda _: named("ก"))
    assert log == ["case", "record", "history", "saving"]


def test_an_edit_of_what_a_list_of_years_shows_tells_of_the_list(
    qtbot: QtBot, log: list[str]
) -> None:
    desk = desk_with()
    listen(desk, log)
    desk.edit("แก้ปี", lambda case: case._replace(fiscal_year=2570))
    assert "years" in log


def test_nothing_is_told_of_an_edit_that_changes_nothing(qtbot: QtBot, log: list[str]) -> None:
    desk = desk_with()
    listen(desk, log)
    assert not desk.edit("ไม่เปลี่ยน", lambda case: case)
    assert log == []


def test_a_deleted_year_gives_way_to_the_newest_other_and_comes_back(
    qtbot: QtBot, log: list[str]
) -> None:
    records = MemoryRecords(
        YearRecord(1, EMPTY), YearRecord(2, EMPTY._replace(fiscal_year=2570), archived=True),
        YearRecord(3, EMPTY._replace(fiscal_year=2567)),
    )  # fmt: skip
    desk = Desk(Workspace(records))
    desk.open_newest()
    assert desk.record is not None
    assert desk.record.id == 1
    desk.delete_year(1)
    assert desk.record.id == 3
    listen(desk, log)
    desk.undo()
    assert desk.record.id == 1
    assert "opened" in log
    assert "years" in log


def test_a_full_disk_is_told_once_and_stored_later(qtbot: QtBot, log: list[str]) -> None:
    records = MemoryRecords(YearRecord(1, EMPTY))
    desk = Desk(Workspace(records))
    desk.open_year(1)
    listen(desk, log)
    records.failing = DatabaseFullError()
    desk.edit("เพิ่มมาตรการ", lambda _: named("ก"))
    desk.edit("แก้ชื่อ", lambda _: named("ข"))
    assert sum("ที่เก็บข้อมูลเต็ม" in line for line in log) == 1
    assert desk.case == named("ข")
    records.failing = None
    assert desk.save_again()
    assert records.kept[1].case == named("ข")


def test_what_cannot_be_changed_is_told_and_stays(qtbot: QtBot, log: list[str]) -> None:
    desk = desk_with(read_only=True)
    listen(desk, log)
    assert not desk.edit("เพิ่มมาตรการ", lambda _: named("ก"))
    assert desk.case == EMPTY
    assert len(log) == 1
    assert "อ่านเท่านั้น" in log[0]


def test_undo_first_takes_what_is_being_typed(qtbot: QtBot) -> None:
    desk = desk_with()
    desk.commit_requested.connect(
        lambda: desk.case == EMPTY and desk.edit("พิมพ์", lambda _: named("ก"))
    )
    desk.undo()
    assert desk.case == EMPTY
    desk.commit_requested.disconnect()
    desk.redo()
    assert desk.case == named("ก")


def test_taking_back_shows_where(qtbot: QtBot) -> None:
    desk = desk_with()
    desk.edit("เพิ่มมาตรการ", lambda _: named("ก"), ("measures", 0, "name"))
    with qtbot.waitSignal(desk.place_requested) as shown:
        desk.undo()
    assert shown.args == [("measures", 0, "name")]
