"""The widgets of ``resources/ui/measures_tab.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.measures.form import MeasureForm
from ita_desktop.ui.measures.list_view import MeasureList
from ita_desktop.ui.widgets.find_edit import FindEdit
from ita_desktop.ui.widgets.labels import Label, WrappingLabel


class MeasuresTabUi(Form):
    """``measures_tab.ui``."""

    FILE = "measures_tab.ui"
    PROMOTED = (FindEdit, MeasureForm, MeasureList, WrappingLabel)

    tab_layout: QVBoxLayout
    measures_splitter: QSplitter
    list_side: QWidget
    list_layout: QVBoxLayout
    find_edit: FindEdit
    measure_list: MeasureList
    list_summary: WrappingLabel
    add_layout: QHBoxLayout
    add_button: QPushButton
    library_button: QPushButton
    change_layout: QHBoxLayout
    duplicate_button: QPushButton
    delete_button: QPushButton
    up_button: QPushButton
    down_button: QPushButton
    form_pages: QStackedWidget
    empty_page: QWidget
    empty_layout: QVBoxLayout
    empty_text: WrappingLabel
    empty_buttons: QHBoxLayout
    library_first: QPushButton
    add_first: QPushButton
    form_page: QWidget
    form_page_layout: QVBoxLayout
    form_head: QHBoxLayout
    form_title: Label
    keep_button: QPushButton
    results_button: QPushButton
    form_area: QScrollArea
    measure_form: MeasureForm
    action_add: QAction
    action_library: QAction
    action_keep: QAction
    action_duplicate: QAction
    action_cut: QAction
    action_copy: QAction
    action_paste: QAction
    action_up: QAction
    action_down: QAction
    action_delete: QAction
    action_results: QAction
