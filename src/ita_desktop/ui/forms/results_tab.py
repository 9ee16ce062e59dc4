"""The widgets of ``resources/ui/results_tab.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QTableView, QVBoxLayout, QWidget

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.results.summary import RoundSummary
from ita_desktop.ui.widgets.editors import ChoiceBox
from ita_desktop.ui.widgets.labels import Label, WrappingLabel


class ResultsTabUi(Form):
    """``results_tab.ui``."""

    FILE = "results_tab.ui"
    PROMOTED = (ChoiceBox, RoundSummary, WrappingLabel)

    layout: QVBoxLayout
    results_splitter: QSplitter
    overview_side: QWidget
    overview_layout: QVBoxLayout
    summaries: QHBoxLayout
    summary_6: RoundSummary
    summary_12: RoundSummary
    filters: QHBoxLayout
    shown_label: Label
    shown: ChoiceBox
    unit_label: Label
    unit: ChoiceBox
    results_overview: QTableView
    nothing_shown: WrappingLabel
    form_side: QWidget
    form_layout: QVBoxLayout
    form_scroll: QScrollArea
    form_place: QWidget
    form_place_layout: QVBoxLayout
