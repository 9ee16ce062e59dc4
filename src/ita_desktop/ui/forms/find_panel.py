"""The widgets of ``resources/ui/find_panel.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.labels import Label


class FindPanelUi(Form):
    """``find_panel.ui``."""

    FILE = "find_panel.ui"
    PROMOTED = (LineEdit,)

    layout: QVBoxLayout
    line_layout: QHBoxLayout
    words_label: Label
    words: LineEdit
    count: Label
    close_find: QPushButton
    hits: QListView
