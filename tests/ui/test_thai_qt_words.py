"""Qt's own buttons, menus and dialogs speak Thai."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ita_desktop.resources import resource_path
from ita_desktop.ui.thai_qt import ThaiWords


@pytest.fixture(autouse=True)
def thai(qapp: QApplication) -> Iterator[None]:
    words = ThaiWords()
    assert qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)


def english(widget: QWidget) -> list[str]:
    """The English texts of buttons, labels and headings below a widget."""
    texts = [button.text() for button in widget.findChildren(QAbstractButton)]
    texts += [label.text() for label in widget.findChildren(QLabel)]
    texts += [button.toolTip() for button in widget.findChildren(QAbstractButton)]
    for header in widget.findChildren(QHeaderView):
        model = header.model()
        if model is not None:
            titles = range(model.columnCount())
            texts += [str(model.headerData(at, header.orientation()) or "") for at in titles]
    foreign = [text for text in texts if re.search("[A-Za-z]{2,}", text)]
    return [text for text in foreign if not re.search("[ก-๛]", text)]


def test_every_button_of_a_box_is_thai(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    kinds = QDialogButtonBox.StandardButton
    for kind in kinds:
        if kind not in (kinds.NoButton, kinds.FirstButton, kinds.LastButton):
            box.addButton(kind)
    texts = [button.text() for button in box.buttons()]
    assert len(texts) > 15
    assert [text for text in texts if not re.search("[ก-๛]", text)] == []


def test_questions_inputs_and_progress_are_thai(qtbot: QtBot) -> None:
    box = QMessageBox()
    box.setDetailedText("รายละเอียด")
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    dialogs: list[QDialog] = [box, QInputDialog(), QProgressDialog()]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        assert english(dialog) == []


@pytest.mark.parametrize("mode", QFileDialog.FileMode)
@pytest.mark.parametrize("purpose", QFileDialog.AcceptMode)
def test_file_dialogs_of_qt_are_thai(qtbot: QtBot, tmp_path, mode, purpose) -> None:
    dialog = QFileDialog(None, "เลือกไฟล์", str(tmp_path), "ไฟล์ข้อมูล (*.json)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(purpose)
    dialog.show()
    assert [text for text in english(dialog) if str(tmp_path) not in text] == []


def test_the_print_dialog_of_qt_is_thai(qtbot: QtBot, tmp_path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    assert english(dialog) == []


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextBrowser])
def test_menus_of_editors_are_thai(qtbot: QtBot, kind) -> None:
    editor = kind()
    qtbot.addWidget(editor)
    menu = editor.createStandardContextMenu()
    texts = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert texts
    assert [text for text in texts if not re.search("[ก-๛]", text)] == []


def test_what_is_not_known_stays_as_it_is() -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Something new") == "Something new"
    assert QCoreApplication.translate("Nowhere", "OK") == "OK"


def test_words_keep_their_places_and_ask_for_no_letter_twice_in_a_box() -> None:
    words = json.loads(resource_path("translations", "qt_th.json").read_text(encoding="utf-8"))
    for context, pairs in words.items():
        for source, thai in pairs.items():
            places = re.findall(r"%\d|%L\d", source)
            assert sorted(re.findall(r"%\d|%L\d", thai)) == sorted(places), (context, source)
            assert thai.count("&") <= 1, (context, source)
