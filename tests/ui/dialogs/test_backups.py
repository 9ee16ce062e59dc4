"""The dialog of backups: making, looking into, carrying away, restoring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.domain.changes import difference
from ita_desktop.domain.identity import new_year
from ita_desktop.services.backups import BackupKeeper, backup_at
from ita_desktop.services.samples import sample_case
from ita_desktop.storage.database import open_database
from ita_desktop.storage.store import Store
from ita_desktop.ui.background import Background
from ita_desktop.ui.dialogs.backups import Backups
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.row_table import RowTable

AGENCY = sample_case().agency.name


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_database(tmp_path / "ita.sqlite3")
    opened.store.apply([difference(None, new_year(sample_case()))])
    yield opened.store
    opened.store.close()


@pytest.fixture
def dialog(store: Store, qtbot: QtBot) -> Iterator[Backups]:
    yield from shown(Backups(BackupKeeper(store), Background(), None, writable=True), qtbot)


def shown(dialog: Backups, qtbot: QtBot) -> Iterator[Backups]:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog._background.finish()


def click(qtbot: QtBot, dialog, name: str) -> None:
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def details(dialog: Backups) -> str:
    return dialog.findChild(WrappingLabel, "details").plain_text()


def count(dialog: Backups) -> int:
    return len(dialog.findChild(RowTable).rows())


def box_of(dialog: Backups, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is not None)
    return dialog.findChild(QMessageBox)


def button(box: QMessageBox, role: QMessageBox.ButtonRole):
    return next(found for found in box.buttons() if box.buttonRole(found) is role)


def test_without_a_backup_nothing_can_be_restored(dialog: Backups) -> None:
    assert details(dialog) == "ยังไม่มีชุดสำรอง"
    assert not dialog.findChild(QPushButton, "restore").isEnabled()


def test_a_backup_is_made_and_says_what_is_in_it(dialog: Backups, qtbot: QtBot) -> None:
    click(qtbot, dialog, "make_now")
    qtbot.waitUntil(lambda: AGENCY in details(dialog))
    assert count(dialog) == 1
    assert details(dialog).startswith("ชุดนี้มี ๑ ปี แก้ไขล่าสุด ")
    assert dialog.findChild(RowTable).rows()[0][1] == "สั่งสำรองเอง"


def test_a_copy_goes_to_another_folder(dialog: Backups, qtbot: QtBot, tmp_path: Path) -> None:
    stick = tmp_path / "แฟลชไดรฟ์"
    stick.mkdir()
    click(qtbot, dialog, "make_elsewhere")
    chooser = dialog.findChild(QFileDialog)
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(str(stick))
    chooser.accept()
    qtbot.waitUntil(lambda: "สำรองแล้วและตรวจแล้วว่าใช้ได้" in details(dialog))
    (file,) = stick.iterdir()
    assert str(file) in details(dialog)


def test_a_restore_is_asked_for_with_what_is_in_it(dialog: Backups, qtbot: QtBot) -> None:
    click(qtbot, dialog, "make_now")
    qtbot.waitUntil(lambda: count(dialog) == 1)
    click(qtbot, dialog, "restore")
    box = box_of(dialog, qtbot)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert AGENCY in box.informativeText().replace("\u200b", "")
    with qtbot.waitSignal(dialog.restore_wanted) as wanted:
        qtbot.mouseClick(button(box, QMessageBox.ButtonRole.AcceptRole), Qt.MouseButton.LeftButton)
    assert wanted.args[0].reason == "manual"
    assert not dialog.isVisible()


def test_a_restore_that_is_not_wanted_is_none(dialog: Backups, qtbot: QtBot) -> None:
    click(qtbot, dialog, "make_now")
    qtbot.waitUntil(lambda: count(dialog) == 1)
    click(qtbot, dialog, "restore")
    with qtbot.assertNotEmitted(dialog.restore_wanted):
        qtbot.keyClick(box_of(dialog, qtbot), Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_a_file_that_is_no_backup_is_told(dialog: Backups, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "อื่น.sqlite3"
    file.write_bytes(b"PK no database")
    dialog.ask(backup_at(file))
    qtbot.waitUntil(lambda: "โปรด" in details(dialog))
    assert dialog.findChild(QMessageBox) is None


def test_who_may_only_read_can_look_and_no_more(store: Store, qtbot: QtBot) -> None:
    BackupKeeper(store).make("manual")
    reading = Backups(BackupKeeper(store), Background(), None, writable=False)
    for dialog in shown(reading, qtbot):
        qtbot.waitUntil(lambda: AGENCY in details(reading))
        for name in ("make_now", "make_elsewhere", "restore", "restore_file"):
            assert not dialog.findChild(QPushButton, name).isEnabled(), name


def test_a_dialog_that_is_closed_meanwhile_is_told_nothing(store: Store, qtbot: QtBot) -> None:
    background = Background()
    dialog = Backups(BackupKeeper(store), background, None, writable=True)
    dialog.show()
    click(qtbot, dialog, "make_now")
    dialog.close()
    with qtbot.waitSignal(dialog.destroyed):
        pass
    background.finish()
    assert len(BackupKeeper(store).all()) == 1
