"""The library of measures as a clerk uses it; own entries lie in a folder of the test."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.keys import type_text
from tests.ui.session import EMPTY, desk_with

from ita_desktop.domain.case import Case, Measure
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.library import EntryKind, LibraryMeasure
from ita_desktop.services.library import add_own, load_library
from ita_desktop.ui.measures.commands import MeasureCommands
from ita_desktop.ui.measures.entry_dialog import EntryDialog
from ita_desktop.ui.measures.form import MeasureForm
from ita_desktop.ui.measures.library_dialog import LibraryDialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.editors import ChoiceBox
from ita_desktop.ui.widgets.find_edit import FindEdit
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.reading_text import ReadingText

KEY = Qt.Key
OWN = Measure("มาตรการ <b>คิว</b>", ("6",), ("รับบัตร",), ("เรียกคิว",), ("สำนักปลัด",), "ทุกวัน")


class Opened:
    """The dialog over a tab's commands, and what a test looks at in it."""

    def __init__(self, qtbot: QtBot, case: Case, *, read_only: bool = False) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.session: Session = desk_with(case, read_only=read_only)
        self.commands = MeasureCommands(self.session, list, self.window)
        self.told: list[str] = []
        self.session.told.connect(self.told.append)
        self.session.done_told.connect(self.told.append)
        self.open()

    def open(self) -> None:
        self.commands.open_library()
        self.dialog = self.window.findChildren(LibraryDialog)[-1]
        self.list = self.dialog.findChild(QListWidget)
        self.find = self.dialog.findChild(FindEdit, "library_find")

    def titles(self) -> list[str]:
        """The first lines of what is listed."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.text().replace("\u200b", "").partition("\n")[0] for item in items]

    def click(self, name: str) -> None:
        button = self.dialog.findChild(QPushButton, f"library_{name}")
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def can(self, name: str) -> bool:
        return self.dialog.findChild(QPushButton, f"library_{name}").isEnabled()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.list, key)

    def preview(self) -> str:
        return self.dialog.findChild(ReadingText).toPlainText().replace("\u200b", "")

    def message(self) -> str:
        bar = self.dialog.findChild(QFrame, "library_bar")
        text = self.dialog.findChild(WrappingLabel, "library_message").plain_text()
        return text if bar.isVisible() else ""

    def names(self) -> list[str]:
        return [measure.name for measure in self.session.case.measures]


@pytest.fixture
def kept() -> list[Opened]:
    """Keeps what a test opens, which Qt would take away with its Python side."""
    return []


@pytest.fixture
def opened(qtbot: QtBot, kept: list[Opened]) -> Opened:
    kept.append(Opened(qtbot, EMPTY))
    return kept[0]


@pytest.fixture
def own() -> LibraryMeasure:
    return add_own(OWN)


def owned() -> list[str]:
    return [entry.name for entry in load_library().entries if entry.kind is EntryKind.OWN]


# --- choosing ----------------------------------------------------------------------------------


def test_all_entries_are_listed_and_the_first_is_shown(opened: Opened) -> None:
    entries = load_library().entries
    assert opened.titles() == [entry.name for entry in entries]
    for text in (entries[0].name, entries[0].purpose, entries[0].steps[-1], entries[0].monitoring):
        assert text in opened.preview()


def test_what_is_typed_is_sought(opened: Opened) -> None:
    everything = len(opened.titles())
    type_text(opened.find, "ร้องเรียน")
    assert 0 < len(opened.titles()) < everything
    assert "ร้องเรียน" in opened.titles()[0]
    opened.find.clear()
    assert len(opened.titles()) == everything


def test_nothing_found_is_said_and_cannot_be_inserted(opened: Opened) -> None:
    type_text(opened.find, "qqqq")
    assert opened.titles() == []
    assert "ไม่พบ" in opened.preview()
    assert not opened.can("insert")


def test_an_indicator_narrows_the_list(opened: Opened) -> None:
    box = opened.dialog.findChild(ChoiceBox)
    QTest.keyClick(box, KEY.Key_Down)
    number = box.value()
    assert number == "1"
    expected = [entry.name for entry in load_library().serving(number)]
    assert opened.titles() == expected


def test_the_current_entry_is_inserted(opened: Opened, qtbot: QtBot) -> None:
    opened.press(KEY.Key_Down)
    opened.click("insert")
    entry = load_library().entries[1]
    assert without_ids(opened.session.case).measures == (entry.as_measure(),)
    assert not opened.dialog.isVisible()
    assert opened.told == ["แทรกมาตรการจากคลัง ๑ รายการแล้ว"]


def test_ticked_entries_are_inserted_together_also_when_a_search_hides_them(
    opened: Opened,
) -> None:
    opened.press(KEY.Key_Space, KEY.Key_Down, KEY.Key_Space)
    type_text(opened.find, "qqqq")
    opened.click("insert")
    assert opened.names() == [entry.name for entry in load_library().entries[:2]]
    opened.session.undo()
    assert opened.names() == []


def test_keys_lead_from_the_search_to_what_is_inserted(opened: Opened) -> None:
    type_text(opened.find, "ร้องเรียน")
    QTest.keyClick(opened.find, KEY.Key_Return)
    assert opened.list.hasFocus()
    assert opened.names() == []
    opened.press(KEY.Key_Return)
    assert opened.names() == [load_library().search("ร้องเรียน")[0].name]


def test_a_tick_is_taken_back(opened: Opened) -> None:
    opened.press(KEY.Key_Space, KEY.Key_Space, KEY.Key_Down)
    opened.click("insert")
    assert opened.names() == [load_library().entries[1].name]


def test_what_the_year_has_already_is_said(qtbot: QtBot, kept: list[Opened]) -> None:
    entries = load_library().entries
    kept.append(Opened(qtbot, EMPTY._replace(measures=(entries[1].as_measure(),))))
    texts = [kept[0].list.item(row).text().replace("\u200b", "") for row in range(3)]
    assert ["มีในปีนี้แล้ว" in text for text in texts] == [False, True, False]


def test_escape_changes_nothing(opened: Opened) -> None:
    opened.press(KEY.Key_Space)
    QTest.keyClick(opened.dialog, KEY.Key_Escape)
    assert not opened.dialog.isVisible()
    assert opened.names() == []


def test_reading_only_lets_one_look(qtbot: QtBot, kept: list[Opened]) -> None:
    kept.append(Opened(qtbot, EMPTY, read_only=True))
    assert kept[0].preview()
    assert not kept[0].can("insert")


def test_copied_text_is_as_it_was_put_in(opened: Opened) -> None:
    preview = opened.dialog.findChild(ReadingText)
    preview.selectAll()
    assert "\u200b" in preview.toPlainText()
    text = preview.createMimeDataFromSelection().text()
    assert "\u200b" not in text
    assert load_library().entries[0].steps[0] in text


# --- the user's own ----------------------------------------------------------------------------


def test_a_measure_of_the_year_is_kept_and_replaced(qtbot: QtBot, kept: list[Opened]) -> None:
    kept.append(Opened(qtbot, EMPTY._replace(measures=(OWN,))))
    commands = MeasureCommands(kept[0].session, lambda: [0], kept[0].window)
    commands.keep()
    assert owned() == [OWN.name]
    commands.keep()
    assert owned() == [OWN.name]
    assert "ลงคลัง" in kept[0].told[0]
    assert "แทนรายการเดิม" in kept[0].told[1]


def test_a_nameless_measure_is_not_kept(qtbot: QtBot, kept: list[Opened]) -> None:
    kept.append(Opened(qtbot, EMPTY._replace(measures=(Measure(" "),))))
    MeasureCommands(kept[0].session, lambda: [0], kept[0].window).keep()
    assert owned() == []
    assert "โปรดพิมพ์ชื่อ" in kept[0].told[0]


def test_only_own_entries_can_be_changed(own: LibraryMeasure, opened: Opened) -> None:
    assert not opened.can("change")
    assert not opened.can("remove")
    opened.press(KEY.Key_End)
    assert opened.can("change")
    assert opened.can("remove")
    assert OWN.name in opened.preview()


def test_an_own_entry_goes_and_comes_back(own: LibraryMeasure, opened: Opened) -> None:
    opened.press(KEY.Key_End)
    opened.click("remove")
    assert owned() == []
    assert OWN.name not in opened.titles()
    assert opened.message() == f"นำ “{OWN.name}” ออกจากคลังแล้ว"
    opened.click("undo")
    assert owned() == [OWN.name]
    assert opened.titles()[-1] == OWN.name


def entry_dialog(opened: Opened) -> EntryDialog:
    opened.press(KEY.Key_End)
    opened.click("change")
    return opened.dialog.findChildren(EntryDialog)[-1]


def test_an_own_entry_is_changed(own: LibraryMeasure, opened: Opened) -> None:
    dialog = entry_dialog(opened)
    form = dialog.findChild(MeasureForm)
    form.steps.show_item(0)
    type_text(form.steps.lines, "ใหม่\nสรุป")
    QTest.mouseClick(dialog.findChild(QPushButton, "entry_keep"), Qt.MouseButton.LeftButton)
    assert load_library().entry(own.id).steps == ("เรียกคิวใหม่", "สรุป")
    assert "สรุป" in opened.preview()
    assert opened.message() == "แก้ไขมาตรการในคลังแล้ว"


def test_an_entry_keeps_its_name(own: LibraryMeasure, opened: Opened) -> None:
    dialog = entry_dialog(opened)
    form = dialog.findChild(MeasureForm)
    form.name.selectAll()
    QTest.keyClick(form.name, KEY.Key_Delete)
    QTest.mouseClick(dialog.findChild(QPushButton, "entry_keep"), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "โปรดพิมพ์ชื่อ" in dialog.findChild(WrappingLabel, "entry_message").plain_text()
    QTest.mouseClick(dialog.findChild(QPushButton, "entry_cancel"), Qt.MouseButton.LeftButton)
    assert owned() == [OWN.name]


def test_a_broken_file_of_the_users_is_told(own: LibraryMeasure, opened: Opened) -> None:
    from ita_desktop.services.folders import user_folder

    opened.dialog.reject()
    (user_folder("measures") / "broken.json").write_text("{", encoding="utf-8")
    opened.open()
    assert "broken.json" in opened.message()
    assert opened.titles()[-1] == OWN.name
