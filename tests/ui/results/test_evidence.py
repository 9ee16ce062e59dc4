"""Evidence: links typed and pasted, files given, opened, taken away, missing and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import child
from tests.ui.keys import type_text
from tests.ui.results.making import CASE, LINK, SIX, TWELVE, Bench

from ita_desktop.domain import result_slots
from ita_desktop.domain.case import Evidence, Measure, Result
from ita_desktop.ui.results.evidence import EvidenceList, EvidenceRow
from ita_desktop.ui.widgets.editors import TextEdit

MakeBench = Callable[..., Bench]
CONTROL = Qt.KeyboardModifier.ControlModifier


def list_of(bench: Bench) -> EvidenceList:
    return child(bench.tab, EvidenceList, "evidence")


def rows(bench: Bench) -> list[EvidenceRow]:
    return list(list_of(bench).rows())


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def finish(bench: Bench) -> None:
    """Waits for what is copied and checked beside the window."""
    for _ in range(3):
        list_of(bench).background.finish()
        QApplication.processEvents()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "ภาพกิจกรรม <b>.jpg"
    path.write_bytes(b"picture")
    return path


class Opener(QObject):
    """Stands for the browser and the programs that open files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open_it(self, url: QUrl) -> None:
        self.opened.append(url)


@pytest.fixture
def opener() -> Iterator[Opener]:
    opener = Opener()
    for scheme in ("http", "https", "file", "javascript"):
        QDesktopServices.setUrlHandler(scheme, opener, "open_it")
    yield opener
    for scheme in ("http", "https", "file", "javascript"):
        QDesktopServices.unsetUrlHandler(scheme)


# --- links -----------------------------------------------------------------------------------


def test_there_is_always_a_row_for_a_new_link(bench: Bench) -> None:
    one, new = rows(bench)
    assert (one.title.value(), one.link.value()) == ("ประกาศ", "https://example.go.th/1")
    assert new.link.value() == ""
    assert not new.remove_button.isEnabled()


def test_a_typed_link_is_evidence_and_gets_its_title(qtbot: QtBot, bench: Bench) -> None:
    new = rows(bench)[1]
    new.link.setFocus()
    type_text(new.link, " https://example.go.th/2 ")
    bench.session.commit()
    assert len(rows(bench)) == 3
    assert new.link.hasFocus()
    new.title.setFocus()
    type_text(new.title, "รายงาน")
    bench.session.commit()
    assert bench.results(0)[0].evidence == (LINK, Evidence("รายงาน", "https://example.go.th/2"))


def test_a_link_makes_a_result_and_its_removal_unmakes_it(qtbot: QtBot, bench: Bench) -> None:
    bench.tab.show_place(("measures", 1, "results"))
    (new,) = rows(bench)
    type_text(new.link, "www.example.go.th")
    bench.session.commit()
    assert bench.results(1) == (Result(SIX, evidence=(Evidence("", "www.example.go.th"),)),)
    press(qtbot, new.remove_button)
    assert bench.case == CASE
    assert len(rows(bench)) == 1
    bench.session.undo()
    assert rows(bench)[0].link.value() == "www.example.go.th"


def test_taking_evidence_away_is_told_and_undone(qtbot: QtBot, bench: Bench) -> None:
    press(qtbot, rows(bench)[0].remove_button)
    assert bench.results(0)[0].evidence == ()
    assert bench.done == ["นำหลักฐานออกแล้ว"]
    assert len(rows(bench)) == 1
    bench.session.undo()
    assert bench.case == CASE
    assert rows(bench)[0].title.value() == "ประกาศ"


def test_pasted_rows_of_a_sheet_are_evidence(qtbot: QtBot, bench: Bench) -> None:
    new = rows(bench)[1]
    lines = "แผนปี.pdf\thttps://example.go.th/a\r\nhttps://example.go.th/b\n\nไม่มีลิงก์\n"
    QGuiApplication.clipboard().setText(lines)
    new.link.setFocus()
    qtbot.keyClick(new.link, Qt.Key.Key_V, CONTROL)
    assert bench.results(0)[0].evidence[1:] == (
        Evidence("แผนปี.pdf", "https://example.go.th/a"),
        Evidence("", "https://example.go.th/b"),
    )
    bench.session.undo()
    assert bench.case == CASE


def test_one_pasted_link_is_typed(qtbot: QtBot, bench: Bench) -> None:
    new = rows(bench)[1]
    QGuiApplication.clipboard().setText(" https://example.go.th/a\n")
    new.link.setFocus()
    qtbot.keyClick(new.link, Qt.Key.Key_V, CONTROL)
    assert new.link.value() == "https://example.go.th/a"


def test_pasted_lines_without_a_link_are_told(qtbot: QtBot, bench: Bench) -> None:
    QGuiApplication.clipboard().setText("ก\nข")
    qtbot.keyClick(rows(bench)[1].link, Qt.Key.Key_V, CONTROL)
    assert "ไม่พบลิงก์" in bench.told[-1]
    assert bench.case == CASE


def test_a_link_is_opened_in_the_browser(qtbot: QtBot, bench: Bench, opener: Opener) -> None:
    press(qtbot, rows(bench)[0].open_button)
    assert opener.opened == [QUrl("https://example.go.th/1")]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "C:\\x.exe", "a b.c"]
)
def test_what_is_no_address_of_the_web_is_not_opened(
    qtbot: QtBot, make_bench: MakeBench, opener: Opener, link: str
) -> None:
    result = Result(SIX, evidence=(Evidence("", link),))
    bench = make_bench(CASE._replace(measures=(Measure("ก", results=(result,)),)))
    press(qtbot, rows(bench)[0].open_button)
    assert opener.opened == []
    assert "ลิงก์นี้เปิดไม่ได้" in bench.told[-1]


# --- files -----------------------------------------------------------------------------------


def test_a_chosen_file_is_copied_and_evidence(qtbot: QtBot, bench: Bench, photo: Path) -> None:
    press(qtbot, child(bench.tab, QPushButton, "add_file"))
    dialog = bench.tab.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit([str(photo)])
    dialog.reject()
    finish(bench)
    (kept,) = bench.register.files.values()
    assert (bench.folder / kept.path).read_bytes() == b"picture"
    assert bench.results(0)[0].evidence == (LINK, Evidence(photo.stem, file=kept.path))
    assert rows(bench)[1].file_words().endswith("ไฟล์อยู่ครบ")
    assert photo.exists()


def drop(widget: QWidget, files: list[Path]) -> bool:
    """Drags files over a widget and lets them go; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    where, nothing = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(where, copy, data, left, nothing)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(where, copy, data, left, nothing)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_dropped_files_are_evidence_in_one_step(bench: Bench, photo: Path, tmp_path: Path) -> None:
    other = tmp_path / "รายชื่อ.pdf"
    other.write_bytes(b"names")
    assert drop(bench.tab.form, [photo, other])
    finish(bench)
    assert [piece.title for piece in bench.results(0)[0].evidence] == [
        "ประกาศ",
        photo.stem,
        "รายชื่อ",
    ]
    bench.session.undo()
    assert bench.case == CASE


def test_a_file_that_is_dropped_on_a_text_is_evidence_as_well(bench: Bench, photo: Path) -> None:
    details = child(bench.tab, TextEdit, "details")
    assert drop(details.viewport(), [photo])
    finish(bench)
    assert len(bench.results(0)[0].evidence) == 2
    assert details.value() == "เผยแพร่แล้ว ๕ เรื่อง"


def test_a_case_file_is_left_to_the_window(bench: Bench, tmp_path: Path) -> None:
    assert not drop(bench.tab.form, [tmp_path / "case.json"])


def test_pasted_files_are_evidence(qtbot: QtBot, bench: Bench, photo: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(rows(bench)[1].link, Qt.Key.Key_V, CONTROL)
    finish(bench)
    assert bench.results(0)[0].evidence[1].title == photo.stem


def test_files_belong_to_the_form_on_which_they_were_dropped(bench: Bench, photo: Path) -> None:
    drop(bench.tab.form, [photo])
    bench.tab.show_place(("measures", 2, "results", 0))
    finish(bench)
    assert len(bench.results(0)[0].evidence) == 2
    assert bench.results(2) == CASE.measures[2].results


def test_a_file_that_cannot_be_read_is_told_and_the_others_stay(
    bench: Bench, photo: Path, tmp_path: Path
) -> None:
    bench.tab.form.add_files([tmp_path / "ไม่มี.jpg", photo])
    finish(bench)
    assert "ไม่มี.jpg" in bench.told[-1]
    assert len(bench.results(0)[0].evidence) == 2


def test_a_measure_that_goes_meanwhile_gets_no_file(bench: Bench, photo: Path) -> None:
    bench.tab.form.add_files([photo])
    bench.session.edit("ลบ", lambda case: case._replace(measures=case.measures[1:]))
    finish(bench)
    assert "โปรดแนบอีกครั้ง" in bench.told[-1]
    assert bench.case.measures == CASE.measures[1:]


def test_a_missing_and_a_changed_file_are_told(bench: Bench, photo: Path) -> None:
    bench.tab.form.add_files([photo])
    finish(bench)
    (kept,) = bench.register.files.values()
    path = bench.folder / kept.path
    path.write_bytes(b"another")
    bench.tab.show_place(("measures", 0, "results", 0))
    finish(bench)
    assert "ไฟล์ถูกแก้ไข" in rows(bench)[1].file_words()
    path.unlink()
    bench.tab.show_place(("measures", 2, "results", 0))
    bench.tab.show_place(("measures", 0, "results", 0))
    finish(bench)
    assert "ไม่พบไฟล์" in rows(bench)[1].file_words()


def test_a_name_that_came_with_a_case_has_no_file(
    qtbot: QtBot, make_bench: MakeBench, opener: Opener
) -> None:
    result = Result(SIX, evidence=(Evidence("ก", file="แบบ.pdf"), Evidence("", "", "../../x")))
    bench = make_bench(CASE._replace(measures=(Measure("ก", results=(result,)),)))
    finish(bench)
    for row in rows(bench)[:2]:
        assert "มีแต่ชื่อไฟล์" in row.file_words()
        press(qtbot, row.open_button)
    assert opener.opened == []
    assert "ไม่พบไฟล์" in bench.told[-1]


def test_a_kept_file_is_opened(qtbot: QtBot, bench: Bench, photo: Path, opener: Opener) -> None:
    bench.tab.form.add_files([photo])
    finish(bench)
    press(qtbot, rows(bench)[1].open_button)
    (kept,) = bench.register.files.values()
    assert opener.opened == [QUrl.fromLocalFile(str(bench.folder / kept.path))]


def test_what_is_removed_leaves_its_file_for_undo(qtbot: QtBot, bench: Bench, photo: Path) -> None:
    bench.tab.form.add_files([photo])
    finish(bench)
    press(qtbot, rows(bench)[1].remove_button)
    (kept,) = bench.register.files.values()
    assert (bench.folder / kept.path).exists()
    bench.session.undo()
    finish(bench)
    assert rows(bench)[1].file_words().endswith("ไฟล์อยู่ครบ")


def test_without_a_place_for_files_links_are_asked_for(
    qtbot: QtBot, make_bench: MakeBench, photo: Path
) -> None:
    bench = make_bench()
    from ita_desktop.ui.results.tab import ResultsTab

    tab = ResultsTab(bench.session)
    qtbot.addWidget(tab)
    tab.show()
    tab.form.add_files([photo])
    assert "โปรดใส่เป็นลิงก์แทน" in bench.told[-1]


def test_one_who_may_only_read_sees_and_opens(
    qtbot: QtBot, make_bench: MakeBench, opener: Opener, photo: Path
) -> None:
    bench = make_bench(read_only=True)
    (row,) = rows(bench)
    assert row.link.isReadOnly()
    assert not row.remove_button.isEnabled()
    assert not drop(bench.tab.form, [photo])
    press(qtbot, row.open_button)
    assert len(opener.opened) == 1


def test_evidence_of_another_round_is_its_own(qtbot: QtBot, bench: Bench) -> None:
    bench.session.edit(
        "คัดลอก",
        lambda case: result_slots.with_copies(case, [0], SIX, TWELVE),
    )
    bench.tab.show_place(("measures", 0, "results", 1, "evidence", 0, "title"))
    rows(bench)[0].title.selectAll()
    type_text(rows(bench)[0].title, "ใหม่")
    bench.session.commit()
    assert [result.evidence[0].title for result in bench.results(0)] == ["ประกาศ", "ใหม่"]
