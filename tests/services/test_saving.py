"""Two programs on one database: both sides' changes are laid together, or the clerk is asked.

The second one is a store of its own on the same file, as another computer's would be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.records import MemoryRecords

from ita_desktop.domain.case import Agency, Assessment, Case, Measure, Signatory
from ita_desktop.domain.changes import Change
from ita_desktop.domain.identity import identified, new_year
from ita_desktop.domain.records import Office, SignedPaper, YearRecord
from ita_desktop.domain.rows import OFFICE_KEY
from ita_desktop.services.conflicts import questions
from ita_desktop.services.saving import KEPT_YEAR, MERGED, RESTORED, TO_CHOOSE
from ita_desktop.services.workspace import Workspace
from ita_desktop.storage.connection import Mode, engine_for
from ita_desktop.storage.database import open_database
from ita_desktop.storage.errors import ChangeConflictError, DatabaseFullError
from ita_desktop.storage.store import Store

CASE = Case(
    Agency("อบต.ตัวอย่าง"),
    2569,
    Assessment(2568),
    measures=(Measure("ก", monitoring="ทุกเดือน"), Measure("ข")),
)


class Two(NamedTuple):
    """Two workspaces, each on a store of its own, with one year open in both."""

    here: Workspace
    there: Workspace
    store: Store


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    path = tmp_path / "ita.sqlite3"
    first = open_database(path).store
    assert first is not None
    second = Store(path, engine_for(path, Mode.WRITE))
    here, there = Workspace(first), Workspace(second)
    year = here.add_year("สร้างปีใหม่", CASE)
    there.open_year(year.id)
    yield Two(here, there, first)
    second.close()
    first.close()


def first_measure(**fields: object) -> Callable[[Case], Case]:
    def change(case: Case) -> Case:
        first, *others = case.measures
        return case._replace(measures=(first._replace(**fields), *others))

    return change


def open_case(workspace: Workspace) -> Case:
    assert workspace.open_record is not None
    return workspace.open_record.case


def stored(two: Two) -> Case:
    assert two.here.open_record is not None
    return two.store.year(two.here.open_record.id).case


def test_changes_of_other_fields_meet_without_anybody_noticing(two: Two) -> None:
    two.there.edit("แก้ชื่อ", first_measure(name="ค"))
    two.here.edit("แก้การติดตาม", first_measure(monitoring="ทุกไตรมาส"))
    assert stored(two).measures[0]._replace(id="") == Measure("ค", monitoring="ทุกไตรมาส")
    assert two.here.saving.problem is None
    assert two.here.take_news() == ()


def test_a_conflict_is_told_once_and_other_fields_are_saved(two: Two) -> None:
    two.there.edit("แก้ชื่อ", first_measure(name="ค", steps=("ขั้นของเขา",)))
    two.here.edit("แก้ชื่อ", first_measure(name="ง", monitoring="ทุกไตรมาส"))

    assert two.here.take_news() == (MERGED, TO_CHOOSE)
    assert two.here.take_news() == ()
    assert two.here.saving.problem is None
    seen = open_case(two.here).measures[0]
    assert (seen.name, seen.monitoring, seen.steps) == ("ง", "ทุกไตรมาส", ("ขั้นของเขา",))
    kept = stored(two).measures[0]
    assert (kept.name, kept.monitoring, kept.steps) == ("ค", "ทุกไตรมาส", ("ขั้นของเขา",))


def conflict_on_name(two: Two) -> str:
    two.there.edit("แก้ชื่อ", first_measure(name="ค"))
    two.here.edit("แก้ชื่อ", first_measure(name="ง"))
    ((key, conflicts),) = two.here.conflicts.items()
    assert two.here.open_record is not None
    (question,) = questions(two.here.open_record, conflicts)
    assert (question.label, question.mine, question.theirs) == ("มาตรการที่ ๑ › ชื่อ", "ง", "ค")
    return key


def test_until_the_clerk_has_chosen_mine_stays_unsaved_and_seen(two: Two) -> None:
    conflict_on_name(two)
    assert not two.here.save_again()
    two.here.edit("เพิ่มคำ", lambda case: case._replace(words=("คำ",)))
    assert stored(two).words == ("คำ",)
    assert stored(two).measures[0].name == "ค"
    assert open_case(two.here).measures[0].name == "ง"
    assert two.here.unsaved_years() == (two.here.open_record,)


def test_what_is_typed_on_while_it_waits_is_what_is_asked_about(two: Two) -> None:
    key = conflict_on_name(two)
    assert two.here.saving.to_choose
    two.here.edit("แก้ชื่อ", first_measure(name="งู"))
    assert two.here.open_record is not None
    (question,) = questions(two.here.open_record, two.here.conflicts[key])
    assert (question.mine, question.theirs) == ("งู", "ค")
    two.here.choose(key, ())
    assert stored(two).measures[0].name == "งู"
    assert not two.here.saving.to_choose


def test_what_is_removed_while_it_waits_is_no_longer_asked_about(two: Two) -> None:
    """Else it would be unsaved for ever, with nothing to choose."""
    conflict_on_name(two)
    two.here.edit("ลบมาตรการ", lambda case: case._replace(measures=case.measures[1:]))
    assert two.here.conflicts == {}
    assert two.here.save_again()
    assert [one.name for one in stored(two).measures] == ["ข"]


def test_what_came_after_the_question_is_asked_about_again(two: Two) -> None:
    key = conflict_on_name(two)
    asked = two.here.conflicts[key]
    two.there.edit("แก้การติดตาม", first_measure(monitoring="ของเขา"))
    two.here.edit("แก้การติดตาม", first_measure(monitoring="ของฉัน"))
    two.here.choose(key, (), asked)
    assert stored(two).measures[0].name == "ง"
    (left,) = two.here.conflicts[key]
    assert (left.mine, left.theirs) == ("ของฉัน", "ของเขา")
    assert stored(two).measures[0].monitoring == "ของเขา"
    two.here.choose(key, (), ())  # as after a case file's questions
    assert two.here.conflicts[key] == (left,)


def test_a_year_is_asked_about_in_thai_digits(two: Two) -> None:
    two.there.edit("แก้ปี", lambda case: case._replace(fiscal_year=2571))
    two.here.edit("แก้ปี", lambda case: case._replace(fiscal_year=2570))
    ((_, conflicts),) = two.here.conflicts.items()
    assert two.here.open_record is not None
    (question,) = questions(two.here.open_record, conflicts)
    assert (question.mine, question.theirs) == ("๒๕๗๐", "๒๕๗๑")


def test_the_clerk_keeps_what_was_typed_here(two: Two) -> None:
    key = conflict_on_name(two)
    two.here.choose(key, ())
    assert stored(two).measures[0].name == "ง"
    assert two.here.conflicts == {}
    assert two.here.save_again()


def test_the_clerk_takes_the_others_text_and_can_take_that_back(two: Two) -> None:
    key = conflict_on_name(two)
    two.here.choose(key, two.here.conflicts[key])
    assert open_case(two.here).measures[0].name == "ค"
    assert two.here.save_again()
    two.here.undo()
    assert open_case(two.here).measures[0].name == stored(two).measures[0].name == "ง"


def test_undo_changes_its_own_field_only(two: Two) -> None:
    two.here.edit("แก้การติดตาม", first_measure(monitoring="ทุกไตรมาส"))
    two.there.open_year(open_id(two.here))
    two.there.edit("แก้ชื่อ", first_measure(name="ค"))
    two.here.edit("แก้ชื่อ", first_measure(name="ค", responsible=("กองคลัง",)))
    two.here.undo()
    two.here.undo()
    assert open_case(two.here).measures[0].monitoring == "ทุกเดือน"
    assert stored(two) == open_case(two.here)


def open_id(workspace: Workspace) -> str:
    assert workspace.open_record is not None
    return workspace.open_record.id


def test_what_was_removed_there_and_changed_here_stays(two: Two) -> None:
    two.there.edit("ลบมาตรการ", lambda case: case._replace(measures=case.measures[1:]))
    two.here.edit("แก้ชื่อ", first_measure(name="ง"))
    assert [one.name for one in stored(two).measures] == ["ง", "ข"]
    assert two.here.take_news() == (MERGED, RESTORED)


def test_a_year_that_was_deleted_there_and_changed_here_stays(two: Two) -> None:
    two.there.delete_year(open_id(two.here))
    two.here.edit("แก้ชื่อ", first_measure(name="ง"))
    assert stored(two).measures[0].name == "ง"
    assert RESTORED in two.here.take_news()


def test_a_year_that_was_deleted_here_and_changed_there_stays(two: Two) -> None:
    key = open_id(two.here)
    two.there.edit("แก้ชื่อ", first_measure(name="ค"))
    two.here.delete_year(key)
    assert two.here.take_news() == (KEPT_YEAR,)
    assert two.here.record(key).case.measures[0].name == "ค"
    assert two.here.delete_year(key)
    assert two.store.years() == ()


def test_what_years_share_is_laid_together_too(two: Two) -> None:
    two.there.edit_shared("เพิ่มคน", lambda office: office._replace(people=(Signatory("นาย ก"),)))
    two.here.edit_shared("เพิ่มคน", lambda office: office._replace(people=(Signatory("นาง ข"),)))
    two.there.edit_shared("แก้ส่วนราชการ", lambda office: office._replace(units=("กองคลัง",)))
    two.here.edit_shared("แก้ส่วนราชการ", lambda office: office._replace(units=("กองช่าง",)))
    assert {one.name for one in two.store.shared().people} == {"นาย ก", "นาง ข"}
    (conflict,) = two.here.conflicts[OFFICE_KEY]
    assert (conflict.mine, conflict.theirs) == (("กองช่าง",), ("กองคลัง",))
    two.here.choose(OFFICE_KEY, ())
    assert two.store.shared() == two.here.shared


# --- queues -------------------------------------------------------------------------------


class Stubborn(MemoryRecords):
    """Refuses every change of one year, whatever is read before."""

    refused = ""

    def apply(self, changes: list[Change]):  # type: ignore[no-untyped-def,override]
        if any(change.key == self.refused for change in changes):
            raise ChangeConflictError
        return super().apply(changes)


def test_what_cannot_be_saved_in_one_year_holds_back_no_other() -> None:
    records = Stubborn(YearRecord("1", CASE), YearRecord("2", CASE))
    records.refused = "1"
    workspace = Workspace(records)
    workspace.open_year("1")
    workspace.edit("แก้ชื่อ", first_measure(name="ง"))
    assert isinstance(workspace.saving.problem, ChangeConflictError)
    workspace.open_year("2")
    workspace.edit("แก้ชื่อ", first_measure(name="จ"))
    workspace.edit_shared("แก้หน่วยงาน", lambda office: office._replace(units=("กองคลัง",)))
    assert records.kept["2"].case.measures[0].name == "จ"
    assert records.kept_shared == Office(units=("กองคลัง",))
    assert isinstance(workspace.saving.problem, ChangeConflictError)
    assert workspace.record("1").case.measures[0].name == "ง"
    assert workspace.take_news() == ()  # nothing was laid together
    records.refused = ""
    assert workspace.save_again()
    assert records.kept["1"].case.measures[0].name == "ง"


def test_a_year_whose_rows_cannot_be_holds_back_no_other(two: Two) -> None:
    """A signed copy whose content is not kept is refused by the database for ever."""
    lost = SignedPaper("0" * 64, "0" * 64, two.store.years()[0].changed_at)
    two.here.edit_record("ลงนาม", lambda record: record._replace(signed=(lost,)))
    assert isinstance(two.here.saving.problem, ChangeConflictError)
    other = two.here.add_year("สร้างปีใหม่", CASE._replace(fiscal_year=2570))
    assert two.store.year(other.id) == other
    assert isinstance(two.here.saving.problem, ChangeConflictError)
    two.here.undo()
    two.here.undo()
    assert two.here.saving.problem is None
    assert two.here.save_again()


@pytest.mark.parametrize("kept", [True, False])
def test_ids_of_a_case_file_are_kept_only_where_that_is_asked(kept: bool) -> None:
    year = new_year(CASE)
    again = identified(None, YearRecord("n", year.case), keep_ids=kept)
    same = [one.id for one in again.case.measures] == [one.id for one in year.case.measures]
    assert same is kept


def test_what_could_not_be_stored_is_logged_once_and_by_its_size_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    records = MemoryRecords()
    workspace = Workspace(records)
    workspace.add_year("สร้างปีใหม่", CASE)
    records.failing = DatabaseFullError()
    workspace.edit("แก้", first_measure(monitoring="ความลับของหน่วยงาน"))
    workspace.save_again()
    (noted,) = [one.getMessage() for one in caplog.records if "not stored" in one.getMessage()]
    assert "DatabaseFullError" in noted
    assert "'monitoring': 18" in noted
    assert not any("\u0e00" <= sign <= "\u0e7f" for sign in noted)
