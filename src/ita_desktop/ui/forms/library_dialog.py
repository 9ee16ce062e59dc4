"""The widgets of ``resources/ui/library_dialog.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QPushButton, QSplitter, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.editors import ChoiceBox
from ita_desktop.ui.widgets.find_edit import FindEdit
from ita_desktop.ui.widgets.labels import Label, WrappingLabel
from ita_desktop.ui.widgets.reading_text import ReadingText


class LibraryDialogUi(Form):
    """``library_dialog.ui``."""

    FILE = "library_dialog.ui"
    PROMOTED = (ChoiceBox, FindEdit, ReadingText, WrappingLabel)

    library_layout: QVBoxLayout
    library_search: QHBoxLayout
    library_find_label: Label
    library_find: FindEdit
    library_number_label: Label
    library_number: ChoiceBox
    library_splitter: QSplitter
    library_list: QListWidget
    library_preview: ReadingText
    library_bar: QFrame
    library_bar_layout: QHBoxLayout
    library_message: WrappingLabel
    library_undo: QPushButton
    library_buttons: QHBoxLayout
    library_change: QPushButton
    library_remove: QPushButton
    library_insert: QPushButton
    library_close: QPushButton
