"""The widgets of ``resources/ui/scores_dialog.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.editors import ChoiceBox
from ita_desktop.ui.widgets.grid import GridTable
from ita_desktop.ui.widgets.labels import Label, WrappingLabel


class ScoresDialogUi(Form):
    """``scores_dialog.ui``."""

    FILE = "scores_dialog.ui"
    PROMOTED = (ChoiceBox, GridTable, WrappingLabel)

    dialog_layout: QVBoxLayout
    source_text: WrappingLabel
    pasted: QPlainTextEdit
    progress: QProgressBar
    unit_layout: QHBoxLayout
    unit_label: Label
    unit: ChoiceBox
    summary: WrappingLabel
    pages: QTabWidget
    entries_page: QWidget
    entries_layout: QVBoxLayout
    entries: GridTable
    unread_page: QWidget
    unread_layout: QVBoxLayout
    unread: GridTable
    lines_page: QWidget
    lines_layout: QVBoxLayout
    lines: GridTable
    replace: QCheckBox
    buttons_layout: QHBoxLayout
    enter_button: QPushButton
    cancel_button: QPushButton
