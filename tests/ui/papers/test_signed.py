"""Signed memos: kept as they were, looked at, with their scans, and taken out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.memos import changed_memo
from tests.ui.finding import child
from tests.ui.keys import type_text
from tests.ui.papers.conftest import Opening
from tests.ui.papers.making import SMALL, Opened
from tests.writers.reading import by_pdfium

from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.domain.records import SignedPaper
from ita_desktop.exchange.case_json import parse_case
from ita_desktop.storage.errors import DatabaseFullError
from ita_desktop.ui.papers import output
from ita_desktop.ui.papers.signed import SignedDialog, SignedList
from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.thai_date import ThaiDateEdit

DAY = date(2026, 4, 9)
READY = changed_memo(SMALL, number="ศก ๑/๒", date=DAY)


def click(qtbot: QtBot, opened: Opened, name: str) -> None:
    qtbot.mouseClick(child(opened.tab, QPushButton, name), Qt.MouseButton.LeftButton)


def dialog_of(opened: Opened) -> SignedDialog:
    return child(opened.tab, SignedDialog, "SignedDialog")


def accept_button(dialog: SignedDialog) -> QPushButton:
    box = child(dialog, QDialogButtonBox, "buttons")
    return next(
        one
        for one in box.buttons()
        if box.buttonRole(one) is QDialogButtonBox.ButtonRole.AcceptRole
    )


def signed(opened: Opened) -> tuple[SignedPaper, ...]:
    assert opened.session.record is not None
    return opened.session.record.signed


def keep(qtbot: QtBot, opened: Opened) -> SignedPaper:
    """Keeps the memo as it stands, whose number and date are there already."""
    before = len(signed(opened))
    click(qtbot, opened, "signed_make")
    qtbot.mouseClick(accept_button(dialog_of(opened)), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(signed(opened)) == before + 1)
    return signed(opened)[-1]


@pytest.fixture
def opened(opening: Opening) -> Opened:
    return opening(READY)


def test_number_and_date_are_asked_for_where_they_are_missing(
    qtbot: QtBot, opening: Opening
) -> None:
    opened = opening(changed_memo(SMALL, number="ศก ๑/....."))
    click(qtbot, opened, "signed_make")
    dialog = dialog_of(opened)
    hint = child(dialog, WrappingLabel, "hint")
    assert "เลขที่" in hint.plain_text()
    assert not accept_button(dialog).isEnabled()
    number = child(dialog, LineEdit, "number")
    number.selectAll()
    type_text(number, "ศก ๑/๗๗")
    assert "วันที่" in hint.plain_text()
    assert not accept_button(dialog).isEnabled()
    child(dialog, ThaiDateEdit, "date").setFocus()
    line = child(dialog, ThaiDateEdit, "date").focusWidget()
    assert isinstance(line, QLineEdit)
    type_text(line, "9 เมษายน 2569")
    assert accept_button(dialog).isEnabled()
    qtbot.mouseClick(accept_button(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(signed(opened)) == 1)
    final = signed(opened)[0]
    assert (final.number, final.date, final.round) == ("ศก ๑/๗๗", DAY, memo_of(SMALL).round)
    assert (memo_of(opened.case).number, memo_of(opened.case).date) == (final.number, DAY)
    pdf = "".join(by_pdfium(opened.kept.contents[final.pdf]))
    assert "ศก ๑/๗๗" in pdf
    assert "๙ เมษายน ๒๕๖๙" in pdf
    assert without_ids(parse_case(opened.kept.contents[final.case])) == opened.case


def test_a_dialog_that_is_left_keeps_nothing(qtbot: QtBot, opened: Opened) -> None:
    click(qtbot, opened, "signed_make")
    dialog_of(opened).reject()
    assert signed(opened) == ()
    assert opened.case == READY


def test_later_edits_do_not_change_what_was_kept(qtbot: QtBot, opened: Opened) -> None:
    final = keep(qtbot, opened)
    kept = dict(opened.kept.contents)
    opened.session.edit("แก้", lambda case: case._replace(fiscal_year=2570, papers=SMALL.papers))
    assert signed(opened) == (final,)
    assert {key: opened.kept.contents[key] for key in kept} == kept


def test_the_list_tells_number_date_and_round(qtbot: QtBot, opened: Opened) -> None:
    names = child(opened.tab, SignedList, "signed_list")
    assert not names.isVisible()
    keep(qtbot, opened)
    text = names.texts()[0].replace("\u200b", "")
    assert text == "ที่ ศก ๑/๒ ลงวันที่ ๙ เมษายน ๒๕๖๙ รอบ ๖ เดือน"
    assert names.row() == 0


def test_a_copy_is_looked_at_and_it_is_what_is_exported(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    final = keep(qtbot, opened)
    opened.session.edit("แก้", lambda case: changed_memo(case, number="ใหม่/๙"))
    bar = child(opened.tab, QFrame, "shown_bar")
    assert not bar.isVisible()
    click(qtbot, opened, "signed_show")
    assert bar.isVisible()
    assert "ศก ๑/๒" in child(opened.tab, WrappingLabel, "shown_text").plain_text()
    click(qtbot, opened, "preview_export")
    dialog = child(opened.window, QFileDialog, "QFileDialog")
    assert "(ลงนาม).pdf" in dialog.selectedFiles()[0]
    child(dialog, QLineEdit, "fileNameEdit").setText(str(tmp_path / "copy.pdf"))
    dialog.accept()
    qtbot.waitUntil((tmp_path / "copy.pdf").exists)
    assert (tmp_path / "copy.pdf").read_bytes() == opened.kept.contents[final.pdf]
    click(qtbot, opened, "shown_back")
    assert not bar.isVisible()


def test_from_another_tab_the_memo_as_it_stands_is_meant(qtbot: QtBot, opened: Opened) -> None:
    keep(qtbot, opened)
    click(qtbot, opened, "signed_show")
    opened.window.go_to_tab(1)
    opened.window.action("action_export_pdf").trigger()
    qtbot.waitUntil(lambda: bool(opened.window.findChildren(QFileDialog)))
    dialog = child(opened.window, QFileDialog, "QFileDialog")
    assert "ลงนาม" not in dialog.selectedFiles()[0]
    dialog.reject()


def test_typing_does_not_disturb_the_copy_that_is_looked_at(qtbot: QtBot, opened: Opened) -> None:
    final = keep(qtbot, opened)
    click(qtbot, opened, "signed_show")
    with qtbot.waitSignal(opened.parts.maker.made):
        type_text(child(opened.tab, LineEdit, "memo_number"), "๙")
    assert child(opened.tab, QFrame, "shown_bar").isVisible()
    assert signed(opened) == (final,)


def test_a_copy_is_taken_out_and_comes_back_with_all_that_it_had(
    qtbot: QtBot, opened: Opened
) -> None:
    final = keep(qtbot, opened)
    click(qtbot, opened, "signed_show")
    click(qtbot, opened, "signed_remove")
    assert signed(opened) == ()
    assert not child(opened.tab, QFrame, "shown_bar").isVisible()
    opened.session.undo()
    assert signed(opened) == (final,)
    click(qtbot, opened, "signed_show")
    assert child(opened.tab, QFrame, "shown_bar").isVisible()


def test_keeping_is_taken_back_as_one_step(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(READY)
    keep(qtbot, opened)
    step = opened.session.history.to_undo
    assert step is not None
    assert step.name == "เก็บฉบับลงนาม"
    opened.session.undo()
    assert signed(opened) == ()
    assert opened.case == READY


def test_the_scan_of_the_paper_is_attached_and_opened(
    qtbot: QtBot, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "สแกน 1.pdf"
    paper.write_bytes(b"%PDF scan")
    keep(qtbot, opened)
    assert not child(opened.tab, QPushButton, "signed_open_scan").isEnabled()
    click(qtbot, opened, "signed_scan")
    dialog = child(opened.tab, QFileDialog, "QFileDialog")
    child(dialog, QLineEdit, "fileNameEdit").setText(str(paper))
    dialog.accept()
    qtbot.waitUntil(lambda: signed(opened)[0].scan is not None)
    shown: list[Path] = []
    monkeypatch.setattr(output, "open_in_viewer", shown.append)
    paper.unlink()
    click(qtbot, opened, "signed_open_scan")
    assert shown[0].read_bytes() == b"%PDF scan"
    names = child(opened.tab, SignedList, "signed_list")
    assert "แนบสแกนแล้ว" in names.texts()[0].replace("\u200b", "")
    opened.session.undo()
    assert signed(opened)[0].scan is None


def test_a_full_disk_is_told_and_nothing_is_half_kept(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(data: bytes) -> str:
        raise DatabaseFullError(file=Path("x"))

    monkeypatch.setattr(opened.kept, "put_content", full)
    click(qtbot, opened, "signed_make")
    qtbot.mouseClick(accept_button(dialog_of(opened)), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.window.messages.text() != "")
    assert "โปรด" in opened.window.messages.text()
    assert signed(opened) == ()
    assert opened.case == READY


def test_reading_only_copies_are_looked_at_only(qtbot: QtBot, opening: Opening) -> None:
    first = opening(READY)
    final = keep(qtbot, first)
    record = first.session.record
    assert record is not None
    opened = opening(READY, read_only=True, kept=first.kept, signed=(final,))
    for name in ("signed_make", "signed_scan", "signed_remove"):
        assert not child(opened.tab, QPushButton, name).isEnabled()
    click(qtbot, opened, "signed_show")
    assert child(opened.tab, QWidget, "shown_bar").isVisible()


@pytest.mark.parametrize(("entry", "kind"), [(0, "pdf"), (1, "case")])
def test_a_copy_is_exported_as_pdf_or_case(
    qtbot: QtBot, opened: Opened, tmp_path: Path, entry: int, kind: str
) -> None:
    final = keep(qtbot, opened)
    child(opened.tab, QPushButton, "signed_export").menu().actions()[entry].trigger()
    dialog = child(opened.window, QFileDialog, "QFileDialog")
    file = tmp_path / "out"
    child(dialog, QLineEdit, "fileNameEdit").setText(str(file))
    dialog.accept()
    written = file.with_suffix({"pdf": ".pdf", "case": ".json"}[kind])
    qtbot.waitUntil(written.exists)
    assert written.read_bytes() == opened.kept.contents[getattr(final, kind)]
