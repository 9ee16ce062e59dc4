"""The widgets of ``resources/ui/measure_form.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.editors import TextEdit
from ita_desktop.ui.widgets.indicators_editor import IndicatorsEditor
from ita_desktop.ui.widgets.labels import Label
from ita_desktop.ui.widgets.list_editor import ListEditor
from ita_desktop.ui.widgets.owners_editor import OwnersEditor
from ita_desktop.ui.widgets.paragraph_edit import ParagraphEdit


class MeasureFormUi(Form):
    """``measure_form.ui``."""

    FILE = "measure_form.ui"
    PROMOTED = (IndicatorsEditor, ListEditor, OwnersEditor, ParagraphEdit, TextEdit)

    form_layout: QVBoxLayout
    name_label: Label
    name: ParagraphEdit
    indicators_label: Label
    indicators: IndicatorsEditor
    guidelines_label: Label
    guidelines: ListEditor
    steps_label: Label
    steps: ListEditor
    responsible_label: Label
    responsible: OwnersEditor
    monitoring_label: Label
    monitoring: TextEdit
