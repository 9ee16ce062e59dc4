"""The widgets of ``resources/ui/analysis_tab.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.editors import TextEdit
from ita_desktop.ui.widgets.grid import GridTree
from ita_desktop.ui.widgets.labels import Label, WrappingLabel
from ita_desktop.ui.widgets.year_box import YearBox


class AnalysisTabUi(Form):
    """``analysis_tab.ui``."""

    FILE = "analysis_tab.ui"
    PROMOTED = (GridTree, TextEdit, WrappingLabel, YearBox)

    analysis_layout: QVBoxLayout
    years_layout: QHBoxLayout
    assessment_year_label: Label
    assessment_year: YearBox
    fiscal_year_label: Label
    fiscal_year: YearBox
    paste_button: QPushButton
    open_button: QPushButton
    framework_frame: QFrame
    framework_layout: QHBoxLayout
    framework_text: WrappingLabel
    framework_button: QPushButton
    splitter: QSplitter
    scores_page: QWidget
    scores_layout: QVBoxLayout
    scores: GridTree
    scores_note: WrappingLabel
    findings_page: QWidget
    findings_layout: QVBoxLayout
    level_text: WrappingLabel
    level_reason: WrappingLabel
    views: QTabWidget
    improve_page: QWidget
    improve_layout: QVBoxLayout
    improve_area: QScrollArea
    improve_contents: QWidget
    improve_contents_layout: QVBoxLayout
    opening_page: QWidget
    opening_layout: QVBoxLayout
    opening_area: QScrollArea
    opening_contents: QWidget
    opening_contents_layout: QVBoxLayout
    focus_heading: WrappingLabel
    focus_lines: WrappingLabel
    focus_default: QPushButton
    opening_label: Label
    opening: TextEdit
    opening_state: WrappingLabel
    opening_default: QPushButton
    charts_page: QWidget
    charts_layout: QVBoxLayout
    charts_area: QScrollArea
    charts_contents: QWidget
    charts_contents_layout: QVBoxLayout
