"""The widgets of ``resources/ui/years.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.row_table import RowTable


class YearsUi(Form):
    """``years.ui``."""

    FILE = "years.ui"
    PROMOTED = (RowTable, WrappingLabel)

    layout: QVBoxLayout
    message_bar: QFrame
    message_layout: QHBoxLayout
    message_text: WrappingLabel
    message_action: QPushButton
    message_close: QPushButton
    middle: QHBoxLayout
    years: RowTable
    buttons: QVBoxLayout
    open_year: QPushButton
    new_year: QPushButton
    duplicate_year: QPushButton
    compare_years: QPushButton
    archive_year: QPushButton
    delete_year: QPushButton
    close_dialog: QPushButton
