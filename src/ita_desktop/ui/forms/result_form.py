"""The widgets of ``resources/ui/result_form.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.results.choice_tabs import ChoiceTabs
from ita_desktop.ui.results.evidence import EvidenceList
from ita_desktop.ui.widgets.editors import ChoiceBox, TextEdit
from ita_desktop.ui.widgets.labels import Label, WrappingLabel
from ita_desktop.ui.widgets.period_edit import PeriodEdit


class ResultFormUi(Form):
    """``result_form.ui``."""

    FILE = "result_form.ui"
    PROMOTED = (ChoiceBox, ChoiceTabs, EvidenceList, PeriodEdit, TextEdit, WrappingLabel)

    layout: QVBoxLayout
    moving: QHBoxLayout
    previous: QPushButton
    next: QPushButton
    more: QPushButton
    measure_name: WrappingLabel
    measure_units: WrappingLabel
    rounds: ChoiceTabs
    several: ChoiceTabs
    copy_row: QHBoxLayout
    copy_round: QPushButton
    fields: QFormLayout
    status_label: Label
    status: ChoiceBox
    details_label: Label
    details: TextEdit
    period_label: Label
    period: PeriodEdit
    output_label: Label
    output: TextEdit
    outcome_label: Label
    outcome: TextEdit
    remark_label: Label
    remark: TextEdit
    evidence_head: QHBoxLayout
    evidence_label: Label
    add_file: QPushButton
    evidence: EvidenceList
    copying_row: QHBoxLayout
    copying: QProgressBar
    cancel_copying: QPushButton
    evidence_hint: WrappingLabel
