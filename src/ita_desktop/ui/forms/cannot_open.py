"""The widgets of ``resources/ui/cannot_open.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.labels import Label, WrappingLabel
from ita_desktop.ui.widgets.row_table import RowTable


class CannotOpenUi(Form):
    """``cannot_open.ui``."""

    FILE = "cannot_open.ui"
    PROMOTED = (RowTable, WrappingLabel)

    layout: QVBoxLayout
    message: WrappingLabel
    file: WrappingLabel
    backups_label: Label
    backups: RowTable
    problem: WrappingLabel
    buttons: QHBoxLayout
    restore: QPushButton
    retry: QPushButton
    elsewhere: QPushButton
    quit: QPushButton
