"""The workspace: every change is stored, can be taken back, and survives a failing disk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import MemoryRecords

from ita_desktop.domain.case import Agency, Assessment, Case, Measure, Paper, Result
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.records import Office, YearRecord
from ita_desktop.domain.rows import OFFICE_KEY
from ita_desktop.exchange.case_json import case_to_json, parse_case
from ita_desktop.services.workspace import (
    NothingOpenError,
    ReadOnlyWorkspaceError,
    Workspace,
)
from ita_desktop.storage.errors import StorageError

CASE = Case(Agency("อบต.ตัวอย่าง"), 2569, Assessment(2568))


def with_measure(name: str) -> object:
    return lambda case: case._replace(measures=(*case.measures, Measure(name)))


def names(case: Case) -> list[str]:
    return [measure.name for measure in case.measures]


def opened(*cases: Case, read_only: bool = False) -> tuple[Workspace, MemoryRecords]:
    records = MemoryRecords(
        *(YearRecord(str(at), case) for at, case in enumerate(cases or (CASE,), start=1)),
        read_only=read_only,
    )
    workspace = Workspace(records)
    workspace.open_year("1")
    return workspace, records


def test_an_edit_is_stored_at_once_and_taken_back_and_done_again() -> None:
    workspace, records = opened()
    assert workspace.edit("เพิ่มมาตรการ", with_measure("ก"))
    assert names(records.kept["1"].case) == ["ก"]
    step = workspace.undo()
    assert step is not None
    assert step.name == "เพิ่มมาตรการ"
    assert without_ids(records.kept["1"].case) == CASE
    workspace.redo()
    assert names(records.kept["1"].case) == ["ก"]
    assert workspace.redo() is None


def test_what_changes_nothing_is_no_step() -> None:
    workspace, records = opened()
    assert not workspace.edit("ไม่เปลี่ยน", lambda case: case._replace(fiscal_year=2569))
    assert workspace.history.to_undo is None
    assert records.applied == []


def test_a_deleted_year_comes_back_as_it_was_and_is_opened() -> None:
    workspace, records = opened(CASE, CASE._replace(fiscal_year=2570))
    workspace.edit("เพิ่มมาตรการ", with_measure("ก"))
    before = records.kept["1"]
    workspace.delete_year("1")
    assert workspace.open_record is None
    assert "1" not in records.kept
    workspace.open_year("2")
    workspace.undo()
    assert records.kept["1"] == before
    assert workspace.open_record == before


def test_a_new_year_is_opened_and_its_undo_leaves_nothing() -> None:
    workspace, records = opened()
    added = workspace.add_year("สร้างปีใหม่", CASE._replace(fiscal_year=2570))
    assert workspace.open_record == added
    workspace.undo()
    assert list(records.kept) == ["1"]
    assert workspace.open_record is None


def test_a_step_in_another_year_is_shown_when_it_is_taken_back() -> None:
    workspace, _ = opened(CASE, CASE._replace(fiscal_year=2570))
    workspace.edit("เพิ่มมาตรการ", with_measure("ก"))
    workspace.open_year("2")
    workspace.undo()
    assert workspace.open_record is not None
    assert workspace.open_record.id == "1"
    assert without_ids(workspace.open_record.case) == CASE


def test_what_could_not_be_stored_stays_and_goes_with_the_next() -> None:
    workspace, records = opened()
    records.failing = StorageError("ที่เก็บข้อมูลเต็ม โปรดลบไฟล์ที่ไม่ใช้")
    assert workspace.edit("เพิ่มมาตรการ", with_measure("ก"))
    assert workspace.edit("เพิ่มมาตรการ", with_measure("ข"))
    workspace.edit_shared("แก้หน่วยงาน", lambda shared: shared._replace(units=("กองคลัง",)))
    assert without_ids(records.kept["1"].case) == CASE
    assert workspace.saving.problem is records.failing
    workspace.open_year("1")
    assert workspace.open_record is not None
    assert [measure.name for measure in workspace.open_record.case.measures] == ["ก", "ข"]
    assert not workspace.save_again()
    records.failing = None
    assert workspace.save_again()
    assert workspace.saving.problem is None
    assert [measure.name for measure in records.kept["1"].case.measures] == ["ก", "ข"]
    assert records.kept_shared == Office(units=("กองคลัง",))
    assert len(records.applied) == 2  # the year, and what years share


def test_a_year_added_and_taken_back_while_nothing_can_be_stored_leaves_nothing_to_store() -> None:
    workspace, records = opened()
    records.failing = StorageError("เต็ม")
    workspace.add_year("สร้างปีใหม่", CASE)
    workspace.undo()
    records.failing = None
    assert workspace.save_again()
    assert list(records.kept) == ["1"]


def test_reading_only_refuses_every_change() -> None:
    workspace, records = opened(read_only=True)
    with pytest.raises(ReadOnlyWorkspaceError):
        workspace.edit("เพิ่มมาตรการ", with_measure("ก"))
    with pytest.raises(ReadOnlyWorkspaceError):
        workspace.delete_year("1")
    assert records.applied == []


def test_nothing_open_cannot_be_edited() -> None:
    with pytest.raises(NothingOpenError):
        Workspace(MemoryRecords()).edit("เพิ่มมาตรการ", with_measure("ก"))


@given(st.lists(st.sampled_from(["edit", "undo", "redo", "fail", "mend", "add", "delete"])))
def test_storage_is_what_is_seen_once_it_can_be_stored(moves: list[str]) -> None:
    """Whatever is done in whatever order, the stored years are the years of the workspace."""
    workspace, records = opened()
    for at, move in enumerate(moves):
        if move == "edit" and workspace.open_record is not None:
            workspace.edit("เพิ่มมาตรการ", with_measure(str(at)))
        elif move == "undo":
            workspace.undo()
        elif move == "redo":
            workspace.redo()
        elif move == "fail":
            records.failing = StorageError("เต็ม")
        elif move == "mend":
            records.failing = None
        elif move == "add":
            workspace.add_year("สร้างปีใหม่", CASE)
        elif move == "delete" and workspace.open_record is not None:
            workspace.delete_year(workspace.open_record.id)
    records.failing = None
    workspace.save_again()
    assert workspace.saving.problem is None
    if workspace.open_record is not None:
        assert records.kept[workspace.open_record.id] == workspace.open_record
    while workspace.undo() is not None:
        pass
    assert {key: without_ids(one) for key, one in records.kept.items()} == {
        "1": YearRecord("", CASE)
    }


def as_a_file(case: Case) -> Case:
    """What another program reads of an exported year."""
    return parse_case(case_to_json(case))


def test_a_year_that_was_begun_on_two_computers_is_merged_without_doubles() -> None:
    """Each has ids of its own: what the entries say tells which of them are the same."""
    both = CASE._replace(
        measures=(Measure("ก", results=(Result(details="ทำ"),)), Measure("ข")),
        papers=(Paper("memo-results"),),
    )
    (here, _), (there, _) = opened(), opened()
    year = here.add_year("นำเข้า", both)
    there.add_year("นำเข้า", both)
    there.edit("เติม", lambda case: case._replace(
        measures=(case.measures[0]._replace(monitoring="ทุกเดือน"), *case.measures[1:], Measure("ค"))
    ))  # fmt: skip
    assert there.open_record is not None
    assert here.merge_year("รวม", year.id, as_a_file(there.open_record.case)) == ()
    merged = here.record(year.id).case
    assert names(merged) == ["ก", "ข", "ค"]
    assert merged.measures[0].monitoring == "ทุกเดือน"
    assert merged.measures[0].id == year.case.measures[0].id
    assert merged.papers == year.case.papers
    assert merged.agency == year.case.agency
    here.undo()
    assert here.open_record == year


@pytest.mark.parametrize("way", ["replace_year", "merge_year"])
def test_a_file_where_a_result_went_to_another_measure_comes_in(way: str) -> None:
    workspace, records = opened()
    result = Result(details="ทำ")
    year = workspace.add_year(
        "สร้างปีใหม่", CASE._replace(measures=(Measure("ก"), Measure("ข", results=(result,))))
    )
    first, second = year.case.measures
    moved = (first._replace(results=second.results), second._replace(results=()))
    getattr(workspace, way)("นำเข้า", year.id, as_a_file(year.case._replace(measures=moved)))
    (found,) = workspace.record(year.id).case.measures[0].results
    assert found.details == "ทำ"
    assert workspace.save_again()
    assert records.kept[year.id] == workspace.open_record
    workspace.undo()
    assert records.kept[year.id] == year


def test_a_file_that_calls_its_year_as_the_office_is_called_is_a_year() -> None:
    workspace, records = opened()
    year = workspace.import_year("นำเข้า", CASE._replace(id=OFFICE_KEY))
    assert year.id != OFFICE_KEY
    assert records.kept[year.id] == year
    assert workspace.shared == Office()
