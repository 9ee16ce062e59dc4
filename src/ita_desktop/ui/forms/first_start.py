"""The widgets of ``resources/ui/first_start.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.labels import Label, WrappingLabel


class FirstStartUi(Form):
    """``first_start.ui``."""

    FILE = "first_start.ui"
    PROMOTED = (LineEdit, WrappingLabel)

    layout: QVBoxLayout
    intro: WrappingLabel
    form: QFormLayout
    agency_label: Label
    agency: LineEdit
    division_label: Label
    division: LineEdit
    province_label: Label
    province: LineEdit
    district_label: Label
    district: LineEdit
    hint: WrappingLabel
    buttons: QHBoxLayout
    sample: QPushButton
    later: QPushButton
    begin: QPushButton
