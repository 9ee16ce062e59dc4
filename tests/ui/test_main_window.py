"""The window, driven as a user drives it: actions, keys, dialogs, drops."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QLabel,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ita_desktop.memo.render import RenderedMemo
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.memo_view import LARGEST_ZOOM, SMALLEST_ZOOM, MemoView


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, f"action_{name}")
    assert found is not None
    return found


def view(window: MainWindow) -> MemoView:
    found = window.findChild(MemoView)
    assert found is not None
    return found


def bar_text(window: MainWindow) -> str | None:
    """What the message bar says; None while it is not there."""
    bar = window.findChild(QFrame, "message_bar")
    return window.findChild(QLabel, "message_text").text() if bar.isVisible() else None


def status(window: MainWindow) -> str:
    return window.statusBar().findChild(QLabel).text()


def shows(window: MainWindow, pages: int):
    return lambda: view(window).page_count() == pages


def page_box(window: MainWindow) -> QSpinBox:
    return window.findChild(QSpinBox)


def opened_sample(window: MainWindow, qtbot: QtBot) -> MainWindow:
    action(window, "sample").trigger()
    qtbot.waitUntil(shows(window, 3))
    return window


def dialog_of(window: MainWindow, qtbot: QtBot) -> QFileDialog:
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    return window.findChild(QFileDialog)


# --- opening -------------------------------------------------------------------------------


def test_an_empty_window_says_what_to_do_and_offers_nothing_else(window):
    assert window.findChild(QLabel, "empty_text").isVisible()
    assert not view(window).isVisible()
    assert bar_text(window) is None
    for name in ("export", "zoom_in", "zoom_out", "fit_width", "previous_page", "next_page"):
        assert not action(window, name).isEnabled(), name


def test_the_sample_shows_its_pages(window, qtbot):
    opened_sample(window, qtbot)
    assert view(window).isVisible()
    assert window.windowTitle() == "ตัวอย่าง — ita-desktop"
    assert status(window) == "อบต.ทดลอง · 3 หน้า"
    assert action(window, "export").isEnabled()


def test_a_case_is_chosen_in_the_dialog(window, qtbot, bench, tmp_path):
    file = tmp_path / "กรณี 1.json"
    file.write_text("{}", encoding="utf-8")
    bench.put(file.name, pages=2)
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(window, qtbot)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(file))
    dialog.accept()
    qtbot.waitUntil(shows(window, 2))
    assert window.windowTitle() == "กรณี 1.json — ita-desktop"


def test_a_cancelled_dialog_changes_nothing(window, qtbot):
    opened_sample(window, qtbot)
    action(window, "open").trigger()
    dialog_of(window, qtbot).reject()
    assert window.windowTitle() == "ตัวอย่าง — ita-desktop"


def test_an_error_is_told_as_plain_text_and_the_memo_stays(window, qtbot, tmp_path):
    opened_sample(window, qtbot)
    window.open_case(tmp_path / "หาย.json")
    qtbot.waitUntil(lambda: bar_text(window) is not None)
    assert bar_text(window) == "ไม่พบ หาย.json <b>เลือกไฟล์อื่น</b>"
    assert window.findChild(QLabel, "message_text").textFormat() is Qt.TextFormat.PlainText
    assert view(window).page_count() == 3
    assert window.windowTitle() == "ตัวอย่าง — ita-desktop"

    qtbot.mouseClick(window.findChild(QToolButton, "message_close"), Qt.MouseButton.LeftButton)
    assert bar_text(window) is None


def test_the_next_case_takes_the_old_message_away(window, qtbot, bench):
    window.open_case(Path("หาย.json"))
    qtbot.waitUntil(lambda: bar_text(window) is not None)
    opened_sample(window, qtbot)
    assert bar_text(window) is None


def test_warnings_of_the_memo_are_told(window, qtbot, bench):
    bench.put("ก.json", warnings=("แบบอักษรไม่มีตัว <i>", "อีกข้อ"))
    window.open_case(Path("ก.json"))
    qtbot.waitUntil(shows(window, 1))
    assert bar_text(window) == "แบบอักษรไม่มีตัว <i>\nอีกข้อ"


def test_the_window_lives_while_a_memo_is_set_and_only_the_last_asked_for_is_shown(
    window, qtbot, bench
):
    may_go_on = threading.Event()
    bench.put("หลัง.json", pages=2)

    def slow() -> RenderedMemo:
        assert may_go_on.wait(30)
        return bench.sample

    bench.files["แรก.json"] = slow
    window.open_case(Path("แรก.json"))
    window.open_case(Path("หลัง.json"))
    assert status(window) == "กำลังทำงาน…"  # and this line is reached: nothing waits
    may_go_on.set()
    with qtbot.waitSignal(view(window).page_changed):
        pass
    qtbot.waitUntil(lambda: status(window) != "กำลังทำงาน…")
    assert window.windowTitle() == "หลัง.json — ita-desktop"
    assert view(window).page_count() == 2


def test_an_unexpected_error_is_not_swallowed(window, qtbot, bench):
    def broken() -> RenderedMemo:
        raise ZeroDivisionError

    bench.files["ก.json"] = broken
    with qtbot.captureExceptions() as caught:
        window.open_case(Path("ก.json"))
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert status(window) == ""


def test_a_pdf_that_cannot_be_read_is_told(window, qtbot, bench):
    bench.files["ก.json"] = lambda: RenderedMemo(b"no pdf", 1, ())
    window.open_case(Path("ก.json"))
    qtbot.waitUntil(lambda: bar_text(window) is not None)
    assert "ส่งออกเป็น PDF" in bar_text(window)


# --- dropping ------------------------------------------------------------------------------


def drop(window: MainWindow, *urls: QUrl) -> bool:
    """Drags the urls in and lets go; whether the window wanted them."""
    data = QMimeData()
    data.setUrls(list(urls))
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    enter = QDragEnterEvent(QPointF(100, 100), *how)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(QPointF(100, 100), *how))
    return True


def test_a_dropped_file_is_opened(window, qtbot, bench, tmp_path):
    bench.put("ลาก มา.json", pages=2)
    assert drop(window, QUrl.fromLocalFile(str(tmp_path / "ลาก มา.json")))
    qtbot.waitUntil(shows(window, 2))


@pytest.mark.parametrize(
    "urls",
    [[], ["https://example.org/a.json"], ["file:///a.json", "file:///b.json"]],
    ids=["nothing", "an address", "two files"],
)
def test_other_drops_are_refused(window, urls):
    assert not drop(window, *map(QUrl, urls))


# --- exporting -----------------------------------------------------------------------------


def test_export_writes_what_is_shown_and_adds_the_suffix(window, qtbot, bench, tmp_path):
    opened_sample(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(window, qtbot)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("บันทึก")
    dialog.accept()
    file = tmp_path / "บันทึก.pdf"
    qtbot.waitUntil(lambda: status(window) == f"ส่งออกแล้ว: {file}")
    assert file.read_bytes() == bench.sample.pdf


def test_the_export_is_named_after_the_case(window, qtbot, bench):
    bench.put("อบต ก.json")
    window.open_case(Path("อบต ก.json"))
    qtbot.waitUntil(shows(window, 1))
    action(window, "export").trigger()
    dialog = dialog_of(window, qtbot)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["อบต ก.pdf"]
    dialog.reject()


@pytest.mark.parametrize("exists", [True, False])
def test_exports_go_to_documents_or_home(window, qtbot, exists):
    opened_sample(window, qtbot)
    documents = Path.home() / "Documents"
    if exists:
        documents.mkdir()
    action(window, "export").trigger()
    dialog = dialog_of(window, qtbot)
    assert Path(dialog.directory().path()) == (documents if exists else Path.home())
    dialog.reject()


def test_an_export_that_fails_is_told(window, qtbot, tmp_path):
    opened_sample(window, qtbot)
    window.export(tmp_path / "no folder" / "x.pdf")
    qtbot.waitUntil(lambda: bar_text(window) is not None)
    assert "x.pdf" in bar_text(window)


def test_closing_waits_for_the_export(window, qtbot, bench, tmp_path):
    opened_sample(window, qtbot)
    window.export(tmp_path / "x.pdf")
    assert window.close()
    assert (tmp_path / "x.pdf").read_bytes() == bench.sample.pdf


def test_closing_is_called_off_when_the_export_fails(window, qtbot, tmp_path):
    opened_sample(window, qtbot)
    window.export(tmp_path / "no folder" / "x.pdf")
    assert not window.close()
    assert "x.pdf" in bar_text(window)
    assert window.close()


def test_quit_closes_the_window(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()


# --- pages and zoom ------------------------------------------------------------------------


def test_pages_by_action_and_by_number(window, qtbot):
    opened_sample(window, qtbot)
    box, pages = page_box(window), view(window).pageNavigator()
    assert (box.value(), box.maximum(), box.suffix()) == (1, 3, " / 3")
    assert not action(window, "previous_page").isEnabled()

    action(window, "next_page").trigger()
    assert (pages.currentPage(), box.value()) == (1, 2)
    box.setValue(3)
    assert pages.currentPage() == 2
    assert not action(window, "next_page").isEnabled()
    action(window, "previous_page").trigger()
    assert (pages.currentPage(), box.value()) == (1, 2)


def test_another_case_begins_at_its_first_page(window, qtbot, bench):
    opened_sample(window, qtbot)
    page_box(window).setValue(3)
    bench.put("ก.json", pages=5)
    window.open_case(Path("ก.json"))
    qtbot.waitUntil(shows(window, 5))
    assert (page_box(window).value(), page_box(window).suffix()) == (1, " / 5")


def test_zoom_goes_on_from_what_is_seen_and_back_to_fitting(window, qtbot):
    opened_sample(window, qtbot)
    memo = view(window)
    fitted = memo.shown_zoom()
    assert action(window, "fit_width").isChecked()

    action(window, "zoom_in").trigger()
    assert memo.zoomMode() is QPdfView.ZoomMode.Custom
    assert memo.zoomFactor() == pytest.approx(fitted * 1.25)
    assert not action(window, "fit_width").isChecked()
    action(window, "zoom_out").trigger()
    assert memo.zoomFactor() == pytest.approx(fitted)

    action(window, "fit_page").trigger()
    assert action(window, "fit_page").isChecked()
    assert memo.shown_zoom() < fitted
    action(window, "fit_width").trigger()
    assert memo.shown_zoom() == pytest.approx(fitted, rel=0.05)  # a scroll bar may come or go


def test_choosing_the_fit_again_keeps_it_chosen(window, qtbot):
    opened_sample(window, qtbot)
    action(window, "fit_width").trigger()
    assert action(window, "fit_width").isChecked()


@pytest.mark.parametrize(("name", "end"), [("zoom_in", LARGEST_ZOOM), ("zoom_out", SMALLEST_ZOOM)])
def test_zoom_ends_somewhere(window, qtbot, name, end):
    opened_sample(window, qtbot)
    for _ in range(20):
        action(window, name).trigger()
    assert view(window).zoomFactor() == pytest.approx(end)


# --- texts ---------------------------------------------------------------------------------


def test_every_action_has_a_thai_text_and_shortcuts_are_unique(window):
    actions = [a for a in window.findChildren(QAction) if a.objectName().startswith("action_")]
    assert len(actions) == 10
    for one in actions:
        assert any("ก" <= letter <= "๛" for letter in one.text()), one.objectName()
    shortcuts = [one.shortcut().toString() for one in actions if not one.shortcut().isEmpty()]
    assert {"Ctrl+O", "Ctrl+S", "Ctrl+Q"} <= set(shortcuts)
    assert len(set(shortcuts)) == len(shortcuts)


def test_every_label_shows_plain_text(window, qtbot):
    opened_sample(window, qtbot)
    labels = [label for label in window.findChildren(QLabel) if label.window() is window]
    assert labels
    for label in labels:
        assert label.textFormat() is Qt.TextFormat.PlainText, label.objectName()


def test_a_long_message_does_not_widen_the_window(window: QWidget, qtbot, tmp_path):
    before = window.width()
    window.open_case(tmp_path / ("ก" * 200 + ".json"))
    qtbot.waitUntil(lambda: bar_text(window) is not None)
    assert window.width() == before
