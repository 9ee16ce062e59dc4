"""The widgets of ``resources/ui/new_year.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QRadioButton, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.editors import ChoiceBox
from ita_desktop.ui.widgets.labels import Label, WrappingLabel


class NewYearUi(Form):
    """``new_year.ui``."""

    FILE = "new_year.ui"
    PROMOTED = (ChoiceBox, WrappingLabel)

    layout: QVBoxLayout
    from_year: QRadioButton
    source_layout: QHBoxLayout
    source_label: Label
    source: ChoiceBox
    empty: QRadioButton
    year_layout: QHBoxLayout
    year_label: Label
    year: ChoiceBox
    note: WrappingLabel
    buttons: QDialogButtonBox
