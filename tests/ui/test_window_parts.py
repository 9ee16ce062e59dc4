"""The window's menu at work: case files, find, looks, help, closing, backups."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QListView,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QRadioButton,
    QTextBrowser,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.ui.keys import type_text
from tests.ui.program import Running

from ita_desktop.domain.case import Case, Measure
from ita_desktop.domain.changes import difference
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.identity import identified
from ita_desktop.domain.search import texts
from ita_desktop.exchange.case_json import read_case
from ita_desktop.services import viewer
from ita_desktop.services.case_files import export_case
from ita_desktop.services.samples import sample_case
from ita_desktop.services.self_check import SelfCheck
from ita_desktop.storage.connection import Mode, engine_for
from ita_desktop.storage.errors import DatabaseFullError
from ita_desktop.storage.store import Store
from ita_desktop.ui.dialogs.about import About
from ita_desktop.ui.dialogs.backups import Backups
from ita_desktop.ui.dialogs.conflict import ConflictDialog
from ita_desktop.ui.dialogs.first_start import FirstStart
from ita_desktop.ui.dialogs.help import Help
from ita_desktop.ui.dialogs.new_year import NewYear
from ita_desktop.ui.dialogs.years import Years
from ita_desktop.ui.find_panel import FindPanel
from ita_desktop.ui.widgets.editors import LineEdit

CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def one(running, qtbot: QtBot) -> Running:
    """A program with the sample open."""
    one = running()
    one.start()
    dialog = one.dialog(FirstStart)
    qtbot.mouseClick(dialog.findChild(QPushButton, "sample"), Qt.MouseButton.LeftButton)
    one.window.activateWindow()
    qtbot.waitActive(one.window)
    return one


def told(one: Running) -> str:
    return one.window.messages.text()


def press(qtbot: QtBot, one: Running, key: Qt.Key, modifier=CONTROL) -> None:
    qtbot.keyClick(one.window, key, modifier)


# --- case files ------------------------------------------------------------------------------


def drop(one: Running, *urls: QUrl, on: QWidget | None = None) -> bool:
    """Drags the urls in and lets go; whether someone wanted them."""
    data = QMimeData()
    data.setUrls(list(urls))
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_KEYS)
    enter = QDragEnterEvent(QPointF(10, 10), *how)
    enter.ignore()
    QApplication.sendEvent(on or one.window, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(one.window, QDropEvent(QPointF(10, 10), *how))
    return True


def files_of(folder: Path, *years: int) -> list[QUrl]:
    cases = [sample_case()._replace(fiscal_year=year) for year in years]
    files = [export_case(case, folder / f"ปี {case.fiscal_year}.json") for case in cases]
    return [QUrl.fromLocalFile(str(file)) for file in files]


def test_dropped_files_come_in_each_as_a_step(one, qtbot, tmp_path) -> None:
    assert drop(one, *files_of(tmp_path, 2566, 2567))
    qtbot.waitUntil(lambda: len(one.session.years()) == 3)
    assert one.session.case.fiscal_year == 2567
    assert told(one).count("นำเข้าปีงบประมาณ") == 2
    assert one.session.history.to_undo.name == "นำเข้า ปี 2567.json"
    one.session.undo()
    assert one.session.history.to_undo.name == "นำเข้า ปี 2566.json"
    assert len(one.session.years()) == 2


def test_the_same_year_to_the_letter_is_opened_and_not_added(one, qtbot, tmp_path) -> None:
    sample = one.session.record.id
    drop(one, *files_of(tmp_path, 2567))
    qtbot.waitUntil(lambda: one.session.case.fiscal_year == 2567)
    drop(one, *files_of(tmp_path, 2568))
    qtbot.waitUntil(lambda: one.session.record.id == sample)
    assert len(one.session.years()) == 2
    assert "เหมือนกันทุกอย่าง" in told(one)


def asked(one: Running, qtbot: QtBot) -> QMessageBox:
    """The question that is open."""
    qtbot.waitUntil(lambda: any(box.isVisible() for box in one.window.findChildren(QMessageBox)))
    (box,) = [box for box in one.window.findChildren(QMessageBox) if box.isVisible()]
    return box


def answer(one: Running, qtbot: QtBot, words: str) -> None:
    """Presses one of the buttons of the question about a year that is known."""
    box = asked(one, qtbot)
    (button,) = [one for one in box.buttons() if one.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not box.isVisible())


def take_back(one: Running, qtbot: QtBot) -> None:
    button = one.window.findChild(QPushButton, "message_action")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def known_year(one: Running, qtbot: QtBot, folder: Path, edit) -> None:
    """Writes the open year as it is into a file, changes it here, and drops the file."""
    file = export_case(one.session.case, folder / "ปี.itacase")
    one.session.edit("x", edit)
    drop(one, QUrl.fromLocalFile(str(file)))


def test_the_same_year_again_is_asked_and_may_be_kept_beside(one, qtbot, tmp_path) -> None:
    one.session.edit("x", lambda case: case._replace(words=()))
    drop(one, *files_of(tmp_path, 2568))
    answer(one, qtbot, "เก็บเป็นอีกปีหนึ่ง")
    assert len(one.session.years()) == 2
    assert "มีปีเดียวกันนี้อยู่ก่อน" in told(one)
    take_back(one, qtbot)
    assert len(one.session.years()) == 1


def test_the_same_year_again_may_take_the_place_of_the_one(one, qtbot, tmp_path) -> None:
    before, ids = one.session.case, [one.id for one in one.session.case.measures]
    known_year(one, qtbot, tmp_path, lambda case: case._replace(words=(), measures=()))
    answer(one, qtbot, "แทนปีที่มี")
    assert one.session.case == before
    assert [one.id for one in one.session.case.measures] == ids
    take_back(one, qtbot)
    assert one.session.case.measures == ()
    assert len(one.session.years()) == 1


def test_the_same_year_again_may_be_merged_and_what_differs_is_asked(one, qtbot, tmp_path) -> None:
    first = one.session.case.measures[0]
    added = Measure("ของใหม่ที่นี่")

    def edit(case: Case) -> Case:
        renamed = first._replace(name="ชื่อที่นี่", monitoring="")
        return case._replace(measures=(renamed, *case.measures[2:], added))

    known_year(one, qtbot, tmp_path, edit)
    answer(one, qtbot, "รวมกับปีที่มี")
    (dialog,) = one.window.findChildren(ConflictDialog)
    (box,) = dialog.findChildren(QGroupBox)
    names = [found.name for found in one.session.case.measures]
    assert names[0] == "ชื่อที่นี่"
    assert "ของใหม่ที่นี่" in names
    assert len(names) == len(sample_case().measures) + 1  # what was removed here is back
    assert one.session.case.measures[0].monitoring == first.monitoring
    theirs = next(found for found in box.findChildren(QRadioButton) if "ไฟล์" in found.text())
    theirs.click()
    qtbot.mouseClick(dialog.findChild(QPushButton, "use_chosen"), Qt.MouseButton.LeftButton)
    assert one.session.case.measures[0].name == first.name
    one.session.undo()
    assert one.session.case.measures[0].name == "ชื่อที่นี่"


def test_merging_what_is_only_asked_about_offers_no_other_step_to_take_back(
    one, qtbot, tmp_path
) -> None:
    """Nothing was laid in yet: the button would take back what the clerk did before."""
    named = one.session.case.agency._replace(division="ที่นี่")
    known_year(one, qtbot, tmp_path, lambda case: case._replace(agency=named))
    before = one.session.history.to_undo
    answer(one, qtbot, "รวมกับปีที่มี")
    (dialog,) = one.window.findChildren(ConflictDialog)
    assert one.session.history.to_undo is before
    assert "กับปีที่มีแล้ว" in told(one)
    assert not one.window.findChild(QPushButton, "message_action").isVisible()
    dialog.reject()
    assert one.session.case.agency.division == "ที่นี่"


def test_no_answer_brings_in_nothing_and_the_next_file_is_asked_about(one, qtbot, tmp_path) -> None:
    one.session.edit("x", lambda case: case._replace(words=()))
    drop(one, *files_of(tmp_path, 2567))
    qtbot.waitUntil(lambda: len(one.session.years()) == 2)
    one.session.edit("x", lambda case: case._replace(words=()))
    drop(one, *files_of(tmp_path, 2567, 2568))
    answer(one, qtbot, "ไม่นำเข้า")
    answer(one, qtbot, "เก็บเป็นอีกปีหนึ่ง")
    assert [year.fiscal_year for year in one.session.years()] == [2568, 2568, 2567]


def test_a_conflict_is_asked_about_at_once_and_again_when_the_year_is_opened(one, qtbot) -> None:
    """Another program has changed the same field of the stored year."""
    record = one.session.record
    other = Store(one.database, engine_for(one.database, Mode.WRITE))
    theirs = identified(record, record._replace(case=record.case._replace(words=("ของเขา",))))
    other.apply([difference(record, theirs)])
    one.session.edit("x", lambda case: case._replace(words=("ของฉัน",)))
    (dialog,) = one.window.findChildren(ConflictDialog)
    assert "แก้ไขจากที่อื่น" in told(one)
    assert one.session.case.words == ("ของฉัน",)
    assert other.year(record.id).case.words == ("ของเขา",)
    dialog.reject()
    assert one.session.unsaved_years()
    one.session.add_year("y", sample_case())
    one.session.open_year(record.id)
    (dialog,) = [found for found in one.window.findChildren(ConflictDialog) if found.isVisible()]
    qtbot.mouseClick(dialog.findChild(QPushButton, "use_chosen"), Qt.MouseButton.LeftButton)
    assert other.year(record.id).case.words == ("ของฉัน",)
    assert not one.session.unsaved_years()
    other.close()


def test_closing_does_not_drop_what_waits_for_a_choice(one, qtbot) -> None:
    """What was typed here is not stored until the clerk has chosen."""
    record = one.session.record
    other = Store(one.database, engine_for(one.database, Mode.WRITE))
    theirs = identified(record, record._replace(case=record.case._replace(words=("ของเขา",))))
    other.apply([difference(record, theirs)])
    one.session.edit("x", lambda case: case._replace(words=("ของฉัน",)))
    (dialog,) = one.window.findChildren(ConflictDialog)
    dialog.reject()
    assert "ยังไม่ได้บันทึก" in [label.text() for label in one.window.findChildren(QLabel)]
    one.window.close()
    box = asked(one, qtbot)
    (button,) = [found for found in box.buttons() if found.text() == "เลือกข้อความ…"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (dialog,) = [found for found in one.window.findChildren(ConflictDialog) if found.isVisible()]
    qtbot.mouseClick(dialog.findChild(QPushButton, "use_chosen"), Qt.MouseButton.LeftButton)
    assert other.year(record.id).case.words == ("ของฉัน",)
    other.close()


def test_a_bad_file_is_told_as_plain_text(one, qtbot, tmp_path) -> None:
    file = tmp_path / "<b>เสีย.json"
    file.write_text("[", encoding="utf-8")
    drop(one, QUrl.fromLocalFile(str(file)), *files_of(tmp_path, 2567))
    qtbot.waitUntil(lambda: told(one) != "")
    assert "<b>เสีย.json" in told(one)
    assert one.session.case.fiscal_year == 2567


@pytest.mark.parametrize("name", ["memo_number", "memo_subject"])
def test_a_file_that_is_dropped_on_a_text_is_no_text(one, qtbot, tmp_path, name) -> None:
    one.window.go_to_tab(3)
    editor = one.window.findChild(QWidget, name)
    target = editor.viewport() if hasattr(editor, "viewport") else editor
    urls = files_of(tmp_path, 2567)
    data = QMimeData()
    data.setUrls(urls)
    enter = QDragEnterEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_KEYS
    )
    editor.dragEnterEvent(enter)
    assert not enter.isAccepted()
    assert drop(one, *urls, on=target)
    qtbot.waitUntil(lambda: one.session.case.fiscal_year == 2567)


@pytest.mark.parametrize(
    "urls", [[], ["https://example.org/a.json"], ["file:///a.pdf"]], ids=["nothing", "web", "pdf"]
)
def test_other_drops_are_refused(one, urls) -> None:
    assert not drop(one, *map(QUrl, urls))


def test_a_file_is_chosen_in_the_dialog(one, qtbot, tmp_path) -> None:
    files_of(tmp_path, 2560)
    press(qtbot, one, Qt.Key.Key_I)
    dialog = one.dialog(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "ปี 2560.json"))
    dialog.accept()
    qtbot.waitUntil(lambda: one.session.case.fiscal_year == 2560)


def test_the_open_year_goes_out_and_is_the_same(one, qtbot, tmp_path) -> None:
    one.act("action_export_case")
    dialog = one.dialog(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "ita อบต.ทุ่งพุดตาน ปี 2568.itacase"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("ออก")
    dialog.accept()
    qtbot.waitUntil(lambda: "ส่งออกแล้ว" in told(one))
    written = read_case(tmp_path / "ออก.itacase")
    assert written == one.session.case
    assert without_ids(written) == sample_case()


def test_a_year_that_cannot_be_written_is_told(one, qtbot, tmp_path) -> None:
    one.program.parts._files.write(one.session.case, tmp_path / "ไม่มี" / "ออก.json")
    qtbot.waitUntil(lambda: "ออก.json" in told(one))


# --- find --------------------------------------------------------------------------------------


def panel(one: Running) -> FindPanel:
    return one.window.findChild(FindPanel)


def hits(one: Running) -> list[str]:
    rows = panel(one).findChild(QListView).model()
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def look_for(one: Running, qtbot: QtBot, words: str) -> LineEdit:
    press(qtbot, one, Qt.Key.Key_F)
    line = panel(one).findChild(LineEdit)
    assert line.hasFocus()
    type_text(line, words)
    return line


def test_words_are_found_in_all_tabs_and_enter_goes_there(one, qtbot) -> None:
    line = look_for(one, qtbot, "นายสมบูรณ์")
    qtbot.waitUntil(lambda: len(hits(one)) == 1)
    assert hits(one)[0].startswith("บันทึกข้อความ › ผู้ลงนามลำดับที่ ๔ › ชื่อ")
    assert panel(one).findChild(QLabel, "count").text() == "พบ ๑ จุด"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert one.window.current_index() == 3


def test_every_place_that_can_be_found_is_on_some_tab(one) -> None:
    tabs = [one.window.tab(index) for index in range(4)]
    lost = [
        place
        for place, text in texts(sample_case())
        if text and not any(tab.show_place(place) for tab in tabs)
    ]
    assert lost == []


def test_f3_goes_from_one_to_the_next_and_round(one, qtbot) -> None:
    line = look_for(one, qtbot, "ประกาศ")
    qtbot.waitUntil(lambda: len(hits(one)) > 2)
    names = hits(one)
    shown = panel(one).findChild(QListView)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert shown.currentIndex().data() == names[0]
    for name in (*names[1:], names[0]):
        qtbot.keyClick(one.window, Qt.Key.Key_F3)
        assert shown.currentIndex().data() == name


def test_arrows_choose_without_leaving_the_line_and_escape_ends(one, qtbot) -> None:
    line = look_for(one, qtbot, "ประกาศ")
    qtbot.waitUntil(lambda: len(hits(one)) > 2)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert panel(one).findChild(QListView).currentIndex().row() == 1
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not panel(one).isVisible()


def test_the_list_follows_what_is_edited(one, qtbot) -> None:
    look_for(one, qtbot, "คำใหม่แน่ ๆ")
    qtbot.waitUntil(lambda: panel(one).findChild(QLabel, "count").text() == "ไม่พบ")
    one.session.edit("x", lambda case: case._replace(words=("คำใหม่แน่ๆ",)))
    qtbot.waitUntil(lambda: len(hits(one)) == 1)


# --- looks -------------------------------------------------------------------------------------


def test_the_size_of_text_has_its_keys_and_bounds_and_is_kept(one, qtbot, running) -> None:
    usual = QApplication.font().pointSizeF()
    for _ in range(9):
        press(qtbot, one, Qt.Key.Key_Plus)
    assert QApplication.font().pointSizeF() == pytest.approx(usual * 1.6)
    assert not one.window.action("action_text_larger").isEnabled()
    press(qtbot, one, Qt.Key.Key_Minus)
    one.close()
    QApplication.setFont(QApplication.font().__class__(QApplication.font().family(), int(usual)))
    again = running()
    again.start()
    assert QApplication.font().pointSizeF() == pytest.approx(usual * 1.5, abs=0.5)
    press(qtbot, again, Qt.Key.Key_0)
    assert QApplication.font().pointSizeF() == pytest.approx(usual, abs=0.5)


def test_dark_and_light_are_chosen_in_the_menu_and_kept(one, running) -> None:
    light = QApplication.palette().window().color().lightness()
    one.act("action_theme_dark")
    assert QApplication.palette().window().color().lightness() < 80 < light
    one.close()
    again = running()
    again.start()
    assert again.window.action("action_theme_dark").isChecked()
    assert QApplication.palette().window().color().lightness() < 80
    again.act("action_theme_light")
    assert QApplication.palette().window().color().lightness() == light
    again.act("action_theme_system")
    assert again.window.action("action_theme_system").isChecked()
    assert not again.window.action("action_theme_light").isChecked()


def test_a_column_that_was_drawn_keeps_its_width(one, qtbot, running) -> None:
    header, column = drawn_header(one)
    before_drawing = header.sectionSize(column)
    edge = header.sectionViewportPosition(column) + header.sectionSize(column) - 1
    before, after = QPoint(edge, 5), QPoint(edge + 40, 5)
    qtbot.mouseMove(header.viewport(), before)
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=before)
    drag = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(after),
        QPointF(header.viewport().mapToGlobal(after)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(header.viewport(), drag)
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=after)
    width = header.sectionSize(column)
    assert abs(width - before_drawing) > 20
    one.close()
    again = running()
    again.start()
    kept, _ = drawn_header(again)
    qtbot.waitUntil(lambda: abs(kept.sectionSize(column) - width) <= 2)


def drawn_header(one: Running) -> tuple[QHeaderView, int]:
    tree = one.window.findChild(QTreeView, "scores")
    header = tree.header()
    column = next(
        at
        for at in range(header.count())
        if header.sectionResizeMode(at) is QHeaderView.ResizeMode.Interactive
        and not header.isSectionHidden(at)
    )
    return header, column


# --- help --------------------------------------------------------------------------------------


@pytest.mark.parametrize("tab", range(4))
def test_f1_opens_the_page_of_the_tab(one, qtbot, tab) -> None:
    one.window.go_to_tab(tab)
    qtbot.keyClick(one.window, Qt.Key.Key_F1)
    page = one.dialog(Help)
    assert page.page_name() == one.window.current_tab().help_page
    text = page.findChild(QTextBrowser).toPlainText().replace("\u200b", "")
    assert one.window.current_tab().title in text


def test_links_lead_through_the_manual_and_back(one, qtbot) -> None:
    one.act("action_help")
    page = one.dialog(Help)
    first = page.page_name()
    page.show_page("index")
    page._on_link(QUrl("start.md"))
    assert page.page_name() == "start"
    for name in ("index", first):
        qtbot.mouseClick(page.findChild(QPushButton, "back"), Qt.MouseButton.LeftButton)
        assert page.page_name() == name
    assert not page.findChild(QPushButton, "back").isEnabled()


def test_a_page_that_is_not_there_is_the_contents(one) -> None:
    one.act("action_help")
    page = one.dialog(Help)
    page.show_page("../../etc/passwd")
    assert page.page_name() == "index"


def test_about_names_the_version_and_the_licences(one) -> None:
    one.act("action_about")
    dialog = one.dialog(About)
    assert "รุ่น 0." in dialog.findChild(QLabel, "version").text()
    licences = dialog.findChild(QTextBrowser).toPlainText()
    assert "MIT License" in licences
    assert "PySide6_Essentials" in licences


def test_the_folder_of_the_data_is_opened(one, monkeypatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("ita_desktop.ui.commands.help.open_in_viewer", opened.append)
    one.act("action_data_folder")
    assert opened == [one.folder]

    def fail(file: Path) -> None:
        raise viewer.NoViewerError(file)

    monkeypatch.setattr("ita_desktop.ui.commands.help.open_in_viewer", fail)
    one.act("action_data_folder")
    assert "โปรด" in told(one)


def test_the_program_checks_itself_beside_the_window(one, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(SelfCheck, "run", lambda self: "ผ่าน: ฐานข้อมูล\nโปรแกรมพร้อมใช้งาน")
    one.act("action_selftest")
    box = one.dialog(QMessageBox)
    assert "พร้อมใช้งาน" in box.text().replace("\u200b", "")
    box.close()


def test_a_check_can_be_called_off(one, qtbot, monkeypatch) -> None:
    called_off = threading.Event()
    monkeypatch.setattr(SelfCheck, "run", lambda self: "" if called_off.wait(30) else "ช้า")
    monkeypatch.setattr(SelfCheck, "cancel", lambda self: called_off.set())
    one.act("action_selftest")
    waiting = one.dialog(QProgressDialog)
    qtbot.mouseClick(waiting.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not one.window.findChildren(QProgressDialog))
    assert not one.window.findChildren(QMessageBox)


def test_pictures_of_the_manual_fit_its_window(one, qtbot) -> None:
    one.act("action_help")
    page = one.dialog(Help)
    page.show_page("start")
    browser = page.findChild(QTextBrowser)
    for width in (900, 450):
        page.resize(width, 500)
        qtbot.waitUntil(lambda: widest(browser) > 0.5 * browser.viewport().width())
        qtbot.waitUntil(lambda: widest(browser) < browser.viewport().width())


def widest(browser: QTextBrowser) -> float:
    block, found = browser.document().begin(), [0.0]
    while block.isValid():
        found += [span.format.toImageFormat().width() for span in block.textFormats()]
        block = block.next()
    return max(found)


# --- the other dialogs --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "kind"),
    [("action_years", Years), ("action_backups", Backups), ("action_new_year", FirstStart)],
)
def test_the_menu_opens_its_dialogs(one, action, kind) -> None:
    one.act(action)
    one.dialog(kind).close()


def test_a_new_year_is_asked_for_the_year_where_the_agency_is_known(one) -> None:
    agency = sample_case().agency
    one.session.edit_shared("x", lambda shared: shared._replace(agency=agency))
    one.act("action_new_year")
    one.dialog(NewYear).close()


def test_the_daily_backup_is_made_when_it_is_due(one, qtbot) -> None:
    one.program.parts._backups.make_daily()
    qtbot.waitUntil((one.folder / "backups").exists)
    one.program.parts._background.finish()
    assert [file.name.endswith("daily.sqlite3") for file in (one.folder / "backups").iterdir()]
    assert told(one) == ""


def test_a_backup_that_fails_is_told_calmly(one, qtbot) -> None:
    (one.folder / "backups").write_text("in the way", encoding="utf-8")
    one.program.parts._backups.make_daily()
    qtbot.waitUntil(lambda: "สำรองข้อมูลอัตโนมัติไม่สำเร็จ" in told(one))
    (one.folder / "backups").unlink()


# --- closing while the disk is full ---------------------------------------------------------------


@pytest.fixture
def full(one: Running, monkeypatch: pytest.MonkeyPatch) -> Running:
    """The same program when nothing can be stored, with something to store."""

    def fail(store: Store, changes: object) -> None:
        raise DatabaseFullError

    monkeypatch.setattr(Store, "apply", fail)
    one.session.edit("แก้", lambda case: case._replace(words=("ยังไม่บันทึก",)))
    assert not one.window.close()
    return one


def box_button(one: Running, text: str) -> QPushButton:
    box = one.dialog(QMessageBox)
    return next(button for button in box.buttons() if button.text().startswith(text))


def test_a_copy_elsewhere_lets_the_window_close(full, qtbot, tmp_path) -> None:
    qtbot.mouseClick(box_button(full, "เก็บสำเนา"), Qt.MouseButton.LeftButton)
    stick = tmp_path / "แฟลชไดรฟ์"
    stick.mkdir()
    dialog = full.dialog(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(stick))
    dialog.accept()
    qtbot.waitUntil(lambda: full.program.parts is None)
    (file,) = stick.iterdir()
    assert read_case(file).words == ("ยังไม่บันทึก",)


def test_another_try_closes_when_it_succeeds(full, qtbot, monkeypatch) -> None:
    qtbot.mouseClick(box_button(full, "ลองบันทึก"), Qt.MouseButton.LeftButton)
    assert full.window.isVisible()
    monkeypatch.undo()
    full.dialog(QMessageBox)
    qtbot.mouseClick(box_button(full, "ลองบันทึก"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: full.program.parts is None)


def test_who_stays_can_go_on(full, qtbot, monkeypatch) -> None:
    qtbot.keyClick(full.dialog(QMessageBox), Qt.Key.Key_Escape)
    assert full.window.isVisible()
    assert full.session.case.words == ("ยังไม่บันทึก",)
    monkeypatch.undo()
    assert full.session.save_again()
