"""The program from its first start to its end and its next start, on a real database."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.keys import type_text
from tests.ui.program import Running, answering

from ita_desktop.domain.case import Agency
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.services.case_files import export_case
from ita_desktop.services.crash_marker import CrashMarker
from ita_desktop.services.folders import OVERRIDE
from ita_desktop.services.samples import sample_case
from ita_desktop.services.years import year_of_today
from ita_desktop.storage.database import open_database
from ita_desktop.ui.dialogs.cannot_open import CannotOpen
from ita_desktop.ui.dialogs.first_start import FirstStart
from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.row_table import RowTable


def told(running: Running) -> str:
    return running.window.messages.text()


def click(qtbot: QtBot, inside, name: str) -> None:
    qtbot.mouseClick(inside.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def with_sample(running: Running, qtbot: QtBot) -> Running:
    running.start()
    click(qtbot, running.dialog(FirstStart), "sample")
    return running


# --- the first start -----------------------------------------------------------------------


def test_the_first_start_asks_three_things_and_begins_the_year(running, qtbot) -> None:
    one = running()
    assert one.start()
    dialog = one.dialog(FirstStart)
    begin = dialog.findChild(QPushButton, "begin")
    for name, text in (
        ("agency", "องค์การบริหารส่วนตำบลลานไผ่"),
        ("division", "สำนักปลัด"),
        ("province", "ตาก"),
    ):
        assert not begin.isEnabled()
        field = dialog.findChild(LineEdit, name)
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
        type_text(field, text)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    agency = Agency("องค์การบริหารส่วนตำบลลานไผ่", province="ตาก", division="สำนักปลัด")
    assert without_ids(one.session.case).agency == agency
    assert without_ids(one.session.shared).agency == agency
    assert one.session.case.fiscal_year == year_of_today(datetime.date.today())
    assert one.window.current_tab() is not None


def test_the_sample_can_be_looked_at_first(running, qtbot) -> None:
    one = with_sample(running(), qtbot)
    assert without_ids(one.session.case) == sample_case()
    assert one.session.record.sample


def test_who_only_closes_the_question_gets_an_empty_window_that_offers_it_again(
    running, qtbot
) -> None:
    one = running()
    one.start()
    click(qtbot, one.dialog(FirstStart), "later")
    assert one.session.record is None
    click(qtbot, one.window, "empty_new")
    assert one.dialog(FirstStart)


def test_the_question_does_not_come_again(running, qtbot) -> None:
    one = with_sample(running(), qtbot)
    one.close()
    again = running()
    again.start()
    assert without_ids(again.session.case) == sample_case()
    assert not again.window.findChildren(FirstStart)


def test_the_first_window_fits_the_screen(running, qtbot) -> None:
    one = with_sample(running(), qtbot)
    room = one.window.screen().availableSize()
    # as small as its contents allow, where the screen is smaller still
    assert one.window.width() <= max(room.width(), one.window.minimumSizeHint().width())
    assert one.window.height() < room.height()


# --- what is remembered --------------------------------------------------------------------


def test_the_next_start_looks_as_the_last_one_was_left(running, qtbot) -> None:
    one = with_sample(running(), qtbot)
    first = one.session.record.id
    one.session.add_year("อีกปี", sample_case()._replace(fiscal_year=2569))
    one.session.open_year(first)
    one.window.go_to_tab(2)
    one.window.resize(700, 560)
    size = one.window.size()
    one.close()
    again = running()
    again.start()
    assert again.session.record.id == first
    assert again.window.current_index() == 2
    assert again.window.size() == size


# --- the end and what comes after it ---------------------------------------------------------


def test_a_run_that_ends_well_leaves_nothing_to_tell_and_a_backup(running, qtbot) -> None:
    one = with_sample(running(), qtbot)
    one.close()
    assert not (one.folder / "running.json").exists()
    assert [file.name.rpartition("-")[2] for file in (one.folder / "backups").iterdir()] == [
        "close.sqlite3"
    ]
    again = running()
    again.start()
    assert told(again) == ""
    again.close()
    # nothing was changed: nothing is to be backed up
    assert len(list((one.folder / "backups").iterdir())) == 1


def test_after_a_crash_the_next_start_says_what_happened(running, qtbot) -> None:
    with_sample(running(), qtbot).close()
    broken = CrashMarker(running().folder)
    broken.set()
    broken.note_bug("ZeroDivisionError: <b>ศูนย์</b>")
    one = running()
    one.start()
    assert "ปิดไปโดยไม่ปกติ" in told(one)
    assert "ZeroDivisionError: <b>ศูนย์</b>" in told(one)
    one.close()
    again = running()
    again.start()
    assert told(again) == ""


def test_a_bug_during_an_edit_stores_what_is_being_typed(running, qtbot, capsys) -> None:
    one = with_sample(running(), qtbot)
    one.window.go_to_tab(3)
    field = one.window.current_tab().findChild(LineEdit, "memo_number")
    field.setFocus()
    type_text(field, "๗๗")
    assert "๗๗" not in memo_of(one.session.case).number
    error = ZeroDivisionError("ในแท็บ")
    one.bugs(type(error), error, None)
    assert "๗๗" in memo_of(one.session.case).number
    (box,) = [top for top in QApplication.topLevelWidgets() if isinstance(top, QMessageBox)]
    assert "ในแท็บ" in box.text()
    noted = (one.folder / "log" / "program.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in noted
    assert "ในแท็บ" not in noted
    assert "ในแท็บ" in json.loads((one.folder / "running.json").read_text(encoding="utf-8"))["bug"]
    box.accept()
    opened = open_database(one.database, read_only=True)
    assert "๗๗" in memo_of(opened.store.year(one.session.record.id).case).number
    opened.store.close()


# --- when the data cannot be opened ----------------------------------------------------------


def spoil(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:5000] + b"\xff" * 40_000)


def test_a_corrupt_database_is_restored_from_the_newest_backup(running, qtbot) -> None:
    one = with_sample(running(), qtbot)
    one.close()
    spoil(one.database)
    again = running()
    with answering(CannotOpen, lambda dialog: click(qtbot, dialog, "restore")) as seen:
        assert again.start()
    assert len(seen) == 1
    assert without_ids(again.session.case) == sample_case()
    assert "กู้คืนข้อมูลของ" in told(again)
    assert list(one.folder.glob("*ก่อนกู้คืน*"))


def test_who_leaves_a_corrupt_database_finds_it_as_it_was(running, qtbot) -> None:
    one = with_sample(running(), qtbot)
    one.close()
    spoil(one.database)
    before = one.database.read_bytes()
    again = running()
    with answering(CannotOpen, lambda dialog: click(qtbot, dialog, "quit")) as seen:
        assert not again.start()
    assert "เสียหาย" in seen[0].findChild(WrappingLabel, "message").plain_text()
    assert seen[0].findChild(RowTable, "backups").rows()
    assert one.database.read_bytes() == before


def test_another_folder_can_be_taken(running, qtbot, tmp_path) -> None:
    one = running()
    one.folder.mkdir(exist_ok=True)
    one.database.write_bytes(b"PK\x03\x04" + b"\0" * 5000)
    other = tmp_path / "ที่อื่น"
    other.mkdir()
    with answering(CannotOpen, lambda dialog: dialog._on_folder(str(other))):
        assert one.start()
    assert one.dialog(FirstStart)
    assert (other / one.database.name).exists()


def test_data_in_use_elsewhere_is_opened_to_read(running, qtbot) -> None:
    one = with_sample(running(), qtbot)
    one.close()
    elsewhere = open_database(one.database)
    try:
        again = running()
        again.start()
        assert again.session.read_only
        assert without_ids(again.session.case) == sample_case()
        assert "เปิดดูได้อย่างเดียว" in told(again)
        assert not again.window.action("action_new_year").isEnabled()
        assert not again.window.action("action_import").isEnabled()
        again.close()
    finally:
        elsewhere.store.close()


SECOND = "import sys; from ita_desktop.app import run; sys.exit(run(sys.argv[1:]))"


def test_a_second_start_raises_the_first_window_and_hands_over_its_files(
    running, qtbot, tmp_path
) -> None:
    one = with_sample(running(), qtbot)
    one.window.showMinimized()
    file = export_case(sample_case()._replace(fiscal_year=2560), tmp_path / "ปีอื่น.json")
    with subprocess.Popen(
        [sys.executable, "-c", SECOND, str(file)],
        env={**os.environ, OVERRIDE: str(one.folder), "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    assert second.returncode == 0
    qtbot.waitUntil(lambda: one.session.case.fiscal_year == 2560)
    assert not one.window.isMinimized()


# --- restoring while the window is open --------------------------------------------------------


def test_a_restore_closes_and_opens_again_on_what_was_restored(running, qtbot) -> None:
    one = with_sample(running(), qtbot)
    keeper = one.program._data.backups()
    backup = keeper.make("manual")
    one.session.edit("แก้", lambda case: case._replace(words=()))
    before = one.window
    one.program.restore_later(backup)
    qtbot.waitUntil(lambda: one.program.parts is not None and one.window is not before)
    qtbot.waitUntil(lambda: one.session.case is not None)
    assert without_ids(one.session.case) == sample_case()
    assert "กู้คืนข้อมูลของ" in told(one)
    (kept,) = one.folder.glob("*ก่อนกู้คืน*.sqlite3")
    opened = open_database(kept, read_only=True)
    assert opened.store.year(opened.store.years()[0].id).case.words == ()
    opened.store.close()


def test_a_backup_that_has_gone_is_told_and_the_data_stay(running, qtbot) -> None:
    one = with_sample(running(), qtbot)
    backup = one.program._data.backups().make("manual")
    shutil.rmtree(one.folder / "backups")
    before = one.window
    one.program.restore_later(backup)
    qtbot.waitUntil(lambda: one.program.parts is not None and one.window is not before)
    qtbot.waitUntil(lambda: told(one) != "")
    assert without_ids(one.session.case) == sample_case()


@pytest.mark.parametrize("name", ["action_print", "action_export_pdf", "action_find"])
def test_what_needs_a_year_cannot_be_chosen_without_one(running, qtbot, name) -> None:
    one = running()
    one.start()
    assert not one.window.action(name).isEnabled()
    one.dialog(FirstStart).reject()
    click(qtbot, one.window, "empty_sample")
    assert one.window.action(name).isEnabled()
