"""The widgets of ``resources/ui/compare.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.editors import ChoiceBox
from ita_desktop.ui.widgets.labels import Label
from ita_desktop.ui.widgets.row_table import RowTable


class CompareUi(Form):
    """``compare.ui``."""

    FILE = "compare.ui"
    PROMOTED = (ChoiceBox, RowTable)

    layout: QVBoxLayout
    choice_layout: QHBoxLayout
    earlier_label: Label
    earlier: ChoiceBox
    later_label: Label
    later: ChoiceBox
    scores_title: Label
    scores: RowTable
    measures_title: Label
    measures: RowTable
    buttons: QDialogButtonBox
