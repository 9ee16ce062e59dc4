"""Boxes that ask or tell in plain text, which wraps on every system; where file dialogs begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ita_desktop.thai.screen import breakable


def plain_box(parent: QWidget | None, title: str, text: str, more: str = "") -> QMessageBox:
    """A box without buttons yet, which goes when it is closed; opened with ``open()``."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(breakable(text))
    box.setInformativeText(breakable(more))
    return box


def documents_folder() -> Path:
    """The system's folder for documents, home where there is none."""
    places = QStandardPaths.StandardLocation
    folder = Path(QStandardPaths.writableLocation(places.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()
