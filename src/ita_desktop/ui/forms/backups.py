"""The widgets of ``resources/ui/backups.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.row_table import RowTable


class BackupsUi(Form):
    """``backups.ui``."""

    FILE = "backups.ui"
    PROMOTED = (RowTable, WrappingLabel)

    layout: QVBoxLayout
    intro: WrappingLabel
    middle: QHBoxLayout
    backups: RowTable
    buttons: QVBoxLayout
    make_now: QPushButton
    make_elsewhere: QPushButton
    restore: QPushButton
    restore_file: QPushButton
    close_dialog: QPushButton
    details: WrappingLabel
    progress: QProgressBar
