"""The widgets of ``resources/ui/about.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QTextBrowser, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.labels import Label, WrappingLabel


class AboutUi(Form):
    """``about.ui``."""

    FILE = "about.ui"
    PROMOTED = (WrappingLabel,)

    layout: QVBoxLayout
    version: Label
    about_text: WrappingLabel
    data_folder: WrappingLabel
    licences_label: Label
    licences: QTextBrowser
    buttons: QDialogButtonBox
