"""Printing and exporting from any tab: dialogs, names of files, what is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.finding import child
from tests.ui.keys import type_text
from tests.ui.papers.conftest import Opening
from tests.ui.papers.making import SMALL, Opened, pdf_of
from tests.writers.reading import by_pdfium

from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.services import viewer
from ita_desktop.services.file_names import paper_file_name
from ita_desktop.ui.papers import output
from ita_desktop.ui.papers.output import NO_PRINTER, ShownPdf
from ita_desktop.ui.widgets.editors import LineEdit

CTRL = Qt.KeyboardModifier.ControlModifier


def told(opened: Opened) -> str:
    return opened.window.messages.text()


def bar_buttons(opened: Opened) -> dict[str, QPushButton]:
    """The buttons of the message bar that can be clicked, by their texts."""
    bar = child(opened.window, QFrame, "message_bar")
    return {one.text(): one for one in bar.findChildren(QPushButton) if one.isVisible()}


def file_dialog(qtbot: QtBot, opened: Opened) -> QFileDialog:
    qtbot.waitUntil(lambda: bool(opened.window.findChildren(QFileDialog)))
    return opened.window.findChildren(QFileDialog)[-1]


def choose(dialog: QFileDialog, file: Path) -> None:
    """Types a path into the dialog and accepts it."""
    child(dialog, QLineEdit, "fileNameEdit").setText(str(file))
    dialog.accept()


def exported(qtbot: QtBot, opened: Opened, file: Path) -> bytes:
    """Exports by the menu's keys and the dialog."""
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    qtbot.keyClick(opened.window, Qt.Key.Key_E, CTRL)
    choose(file_dialog(qtbot, opened), file)
    qtbot.waitUntil(lambda: told(opened).startswith("ส่งออกแล้ว"))
    assert told(opened) == f"ส่งออกแล้ว: {file}"
    return file.read_bytes()


# --- exporting -------------------------------------------------------------------------------


def test_what_was_typed_last_is_in_the_file(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    type_text(child(opened.tab, LineEdit, "memo_number"), "ศก ๗๗/๘๘")
    pdf = exported(qtbot, opened, tmp_path / "บันทึก.pdf")
    assert "ศก ๗๗/๘๘" in "".join(by_pdfium(pdf))


def test_exporting_works_from_another_tab(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    opened.window.go_to_tab(1)
    assert exported(qtbot, opened, tmp_path / "ก.pdf").startswith(b"%PDF")


def test_the_file_is_named_after_agency_year_and_round(qtbot: QtBot, opened: Opened) -> None:
    opened.window.action("action_export_pdf").trigger()
    dialog = file_dialog(qtbot, opened)
    assert [Path(name).name for name in dialog.selectedFiles()] == [
        paper_file_name(SMALL, memo_of(SMALL))
    ]
    dialog.reject()


def test_the_suffix_is_added_and_the_folder_remembered(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    folder = tmp_path / "เอกสาร"
    folder.mkdir()
    opened.window.action("action_export_pdf").trigger()
    choose(file_dialog(qtbot, opened), folder / "ชื่ออื่น")
    qtbot.waitUntil(lambda: told(opened) == f"ส่งออกแล้ว: {folder / 'ชื่ออื่น.pdf'}")
    opened.window.action("action_export_pdf").trigger()
    again = file_dialog(qtbot, opened)
    assert Path(again.directory().path()) == folder
    again.reject()


def test_file_and_folder_are_opened_by_buttons(
    qtbot: QtBot, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(output, "open_in_viewer", shown.append)
    file = tmp_path / "ก.pdf"
    for name, path in (("เปิดไฟล์", file), ("เปิดโฟลเดอร์", tmp_path)):
        file.unlink(missing_ok=True)
        exported(qtbot, opened, file)
        qtbot.mouseClick(bar_buttons(opened)[name], Qt.MouseButton.LeftButton)
        assert shown[-1] == path
        assert not child(opened.window, QFrame, "message_bar").isVisible()


def test_no_program_to_open_it_with_is_told(
    qtbot: QtBot, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(file: Path) -> None:
        raise viewer.NoViewerError(file)

    monkeypatch.setattr(output, "open_in_viewer", fail)
    exported(qtbot, opened, tmp_path / "ก.pdf")
    qtbot.mouseClick(bar_buttons(opened)["เปิดไฟล์"], Qt.MouseButton.LeftButton)
    assert "ก.pdf" in told(opened)


def test_a_file_that_cannot_be_written_is_told_calmly(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    old = tmp_path / "เดิม.pdf"
    old.write_bytes(b"old")
    target = old / "x.pdf"  # a file where a folder would have to be
    opened.parts.output.export(b"%PDF", target)
    qtbot.waitUntil(lambda: "x.pdf" in told(opened))
    assert "โปรด" in told(opened)
    assert old.read_bytes() == b"old"


def test_with_no_year_open_there_is_nothing_to_take_out(opening: Opening) -> None:
    opened = opening(None)
    for name in ("action_print", "action_export_pdf"):
        assert not opened.window.action(name).isEnabled()
    opened.parts.output.export_memo()
    assert not opened.window.findChildren(QFileDialog)


def test_what_is_shown_in_its_place_is_taken_out(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    frozen = pdf_of(1, "frozen")
    opened.parts.output.set_shown(ShownPdf(frozen, "ลงนาม.pdf"))
    assert exported(qtbot, opened, tmp_path / "ก.pdf") == frozen


# --- printing ----------------------------------------------------------------------------------


def test_without_a_printer_a_pdf_is_offered(qtbot: QtBot, opened: Opened) -> None:
    assert QPrinterInfo.availablePrinterNames() == []
    qtbot.keyClick(opened.window, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: told(opened) == NO_PRINTER)
    qtbot.mouseClick(bar_buttons(opened)["ส่งออกเป็น PDF…"], Qt.MouseButton.LeftButton)
    file_dialog(qtbot, opened).reject()


Printing = Callable[[QDialog.DialogCode], list[QPrintDialog]]


@pytest.fixture
def printing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Printing:
    """A machine with a printer, whose dialog is answered at once; its paper is a file."""

    def answered(code: QDialog.DialogCode) -> list[QPrintDialog]:
        dialogs: list[QPrintDialog] = []

        def answer(dialog: QPrintDialog) -> int:
            dialogs.append(dialog)
            printer = dialog.printer()
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(tmp_path / "paper.pdf"))
            printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
            return int(code)

        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["เครื่องพิมพ์"])
        monkeypatch.setattr(QPrintDialog, "exec", answer)
        return dialogs

    return answered


def test_the_page_in_sight_is_printed_where_it_is_asked_for(
    qtbot: QtBot, opened: Opened, printing: Printing, tmp_path: Path
) -> None:
    printing(QDialog.DialogCode.Accepted)
    opened.parts.output.set_shown(ShownPdf(pdf_of(3), "ก.pdf"))
    opened.parts.output.set_page_in_sight(lambda: 2)
    opened.window.action("action_print").trigger()
    assert told(opened) == "ส่งไปที่เครื่องพิมพ์แล้ว"
    assert len(by_pdfium((tmp_path / "paper.pdf").read_bytes())) == 1


def test_printing_to_a_file_gives_the_pdf_itself(
    qtbot: QtBot, opened: Opened, printing: Printing, tmp_path: Path
) -> None:
    printing(QDialog.DialogCode.Accepted)
    pdf = pdf_of(1)
    opened.parts.output.set_shown(ShownPdf(pdf, "ก.pdf"))
    opened.window.action("action_print").trigger()
    qtbot.waitUntil(lambda: told(opened).startswith("ส่งออกแล้ว"))
    assert (tmp_path / "paper.pdf").read_bytes() == pdf


def test_a_dialog_that_is_left_prints_nothing(
    qtbot: QtBot, opened: Opened, printing: Printing, tmp_path: Path
) -> None:
    dialogs = printing(QDialog.DialogCode.Rejected)
    opened.window.go_to_tab(1)
    opened.window.action("action_print").trigger()
    qtbot.waitUntil(lambda: len(dialogs) == 1)
    assert told(opened) == ""
    assert not (tmp_path / "paper.pdf").exists()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(
    qtbot: QtBot, opened: Opened, printing: Printing, tmp_path: Path
) -> None:
    printing(QDialog.DialogCode.Accepted)
    (tmp_path / "paper.pdf").mkdir()
    opened.parts.output.set_shown(ShownPdf(pdf_of(2), "ก.pdf"))
    opened.window.action("action_print").trigger()
    assert told(opened).startswith("พิมพ์ไม่สำเร็จ")


def test_the_buttons_beside_the_preview_do_the_same(qtbot: QtBot, opened: Opened) -> None:
    qtbot.mouseClick(child(opened.tab, QPushButton, "preview_print"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: told(opened) == NO_PRINTER)
    qtbot.mouseClick(child(opened.tab, QPushButton, "preview_export"), Qt.MouseButton.LeftButton)
    file_dialog(qtbot, opened).reject()


# --- closing -----------------------------------------------------------------------------------


def test_closing_waits_for_what_is_being_written(opened: Opened, tmp_path: Path) -> None:
    opened.parts.output.export(b"%PDF", tmp_path / "x.pdf")
    assert opened.window.close()
    assert (tmp_path / "x.pdf").read_bytes() == b"%PDF"


def test_closing_is_called_off_once_when_the_file_cannot_be_written(
    opened: Opened, tmp_path: Path
) -> None:
    opened.parts.output.export(b"%PDF", tmp_path / "no folder" / "x.pdf")
    assert not opened.window.close()
    assert "x.pdf" in told(opened)
    assert opened.window.close()
