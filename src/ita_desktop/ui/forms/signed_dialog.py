"""The widgets of ``resources/ui/signed_dialog.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.labels import Label, WrappingLabel
from ita_desktop.ui.widgets.thai_date import ThaiDateEdit


class SignedDialogUi(Form):
    """``signed_dialog.ui``."""

    FILE = "signed_dialog.ui"
    PROMOTED = (LineEdit, ThaiDateEdit, WrappingLabel)

    layout: QVBoxLayout
    intro: WrappingLabel
    form: QFormLayout
    number_label: Label
    number: LineEdit
    date_label: Label
    date: ThaiDateEdit
    hint: WrappingLabel
    buttons: QDialogButtonBox
