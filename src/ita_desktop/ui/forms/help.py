"""The widgets of ``resources/ui/help.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout

from ita_desktop.ui.forms.form import Form


class HelpUi(Form):
    """``help.ui``."""

    FILE = "help.ui"

    layout: QVBoxLayout
    buttons: QHBoxLayout
    contents: QPushButton
    back: QPushButton
    close_dialog: QPushButton
    page: QTextBrowser
