"""The widgets of ``resources/ui/people.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.grid import GridTable
from ita_desktop.ui.widgets.labels import WrappingLabel


class PeopleUi(Form):
    """``people.ui``."""

    FILE = "people.ui"
    PROMOTED = (GridTable, WrappingLabel)

    layout: QVBoxLayout
    people_hint: WrappingLabel
    people_table: GridTable
    people_buttons: QHBoxLayout
    people_remove: QPushButton
    people_undo: QPushButton
    people_close: QPushButton
