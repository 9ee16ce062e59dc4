"""Boxes that ask or tell: plain text, which wraps on every system."""

from __future__ import annotations

from PySide6.QtCore import Qt
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
