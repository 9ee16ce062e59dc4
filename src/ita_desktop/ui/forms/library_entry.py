"""The widgets of ``resources/ui/library_entry.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.measures.form import MeasureForm
from ita_desktop.ui.widgets.labels import WrappingLabel


class LibraryEntryUi(Form):
    """``library_entry.ui``."""

    FILE = "library_entry.ui"
    PROMOTED = (MeasureForm, WrappingLabel)

    entry_layout: QVBoxLayout
    entry_area: QScrollArea
    entry_form: MeasureForm
    entry_message: WrappingLabel
    entry_buttons: QHBoxLayout
    entry_keep: QPushButton
    entry_cancel: QPushButton
