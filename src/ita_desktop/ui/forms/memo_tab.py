"""The widgets of ``resources/ui/memo_tab.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.papers.findings import FindingsList
from ita_desktop.ui.papers.page_box import PageBox
from ita_desktop.ui.papers.signed import SignedList
from ita_desktop.ui.papers.signing import SigningList
from ita_desktop.ui.papers.view import MemoView
from ita_desktop.ui.widgets.editors import ChoiceBox, LineEdit, TextEdit
from ita_desktop.ui.widgets.labels import Label, WrappingLabel
from ita_desktop.ui.widgets.list_editor import ListEditor
from ita_desktop.ui.widgets.paragraph_edit import ParagraphEdit
from ita_desktop.ui.widgets.thai_date import ThaiDateEdit


class MemoTabUi(Form):
    """``memo_tab.ui``."""

    FILE = "memo_tab.ui"
    PROMOTED = (
        ChoiceBox,
        FindingsList,
        LineEdit,
        ListEditor,
        MemoView,
        PageBox,
        ParagraphEdit,
        SignedList,
        SigningList,
        TextEdit,
        ThaiDateEdit,
        WrappingLabel,
    )

    tab_layout: QVBoxLayout
    splitter: QSplitter
    fields_area: QScrollArea
    fields_page: QWidget
    fields_layout: QVBoxLayout
    findings_toggle: QToolButton
    findings_box: QWidget
    findings_layout: QVBoxLayout
    findings_summary: WrappingLabel
    findings_list: FindingsList
    findings_buttons: QHBoxLayout
    findings_go: QPushButton
    findings_fix: QPushButton
    findings_fix_text: WrappingLabel
    head_toggle: QToolButton
    head_box: QWidget
    head_form: QFormLayout
    memo_round_label: Label
    memo_round: ChoiceBox
    memo_division_label: Label
    memo_division_row: QHBoxLayout
    memo_division: ParagraphEdit
    memo_division_compose: QToolButton
    memo_number_label: Label
    memo_number: LineEdit
    memo_date_label: Label
    memo_date: ThaiDateEdit
    memo_subject_label: Label
    memo_subject_row: QHBoxLayout
    memo_subject: ParagraphEdit
    memo_subject_compose: QToolButton
    memo_recipient_label: Label
    memo_recipient_row: QHBoxLayout
    memo_recipient: ParagraphEdit
    memo_recipient_compose: QToolButton
    signing_toggle: QToolButton
    signing_box: QWidget
    signing_layout: QVBoxLayout
    signing_top: QHBoxLayout
    signing_list: SigningList
    signing_buttons: QVBoxLayout
    signing_add: QPushButton
    signing_new: QPushButton
    signing_up: QPushButton
    signing_down: QPushButton
    signing_remove: QPushButton
    signing_usual: QPushButton
    person_box: QWidget
    person_form: QFormLayout
    person_rank_label: Label
    person_rank: LineEdit
    person_name_label: Label
    person_name: LineEdit
    person_position_label: Label
    person_position: TextEdit
    person_acting_label: Label
    person_acting: TextEdit
    person_note_label: Label
    person_note: LineEdit
    person_opinion_label: Label
    person_opinion: ParagraphEdit
    person_keep: QPushButton
    texts_toggle: QToolButton
    texts_box: QWidget
    texts_layout: QVBoxLayout
    texts_hint: WrappingLabel
    memo_measures_heading_label: Label
    memo_measures_heading_row: QHBoxLayout
    memo_measures_heading: ParagraphEdit
    memo_measures_heading_compose: QToolButton
    memo_results_intro_label: Label
    memo_results_intro_row: QHBoxLayout
    memo_results_intro: TextEdit
    memo_results_intro_compose: QToolButton
    memo_closing_label: Label
    memo_closing_row: QHBoxLayout
    memo_closing: TextEdit
    memo_closing_compose: QToolButton
    agency_toggle: QToolButton
    agency_box: QWidget
    agency_form: QFormLayout
    agency_name_label: Label
    agency_name: ParagraphEdit
    agency_short_name_label: Label
    agency_short_name: LineEdit
    agency_division_label: Label
    agency_division: LineEdit
    agency_district_label: Label
    agency_district: LineEdit
    agency_province_label: Label
    agency_province: LineEdit
    words_toggle: QToolButton
    words_box: QWidget
    words_layout: QVBoxLayout
    words_hint: WrappingLabel
    words: ListEditor
    options_toggle: QToolButton
    options_box: QWidget
    options_form: QFormLayout
    option_digits_label: Label
    option_digits: ChoiceBox
    option_font_label: Label
    option_font: ChoiceBox
    option_table_size_label: Label
    option_table_size: ChoiceBox
    option_annex: QCheckBox
    option_continuation_words: QCheckBox
    option_repeat_names: QCheckBox
    signed_toggle: QToolButton
    signed_box: QWidget
    signed_layout: QVBoxLayout
    signed_hint: WrappingLabel
    signed_list: SignedList
    signed_make: QPushButton
    signed_buttons: QGridLayout
    signed_show: QPushButton
    signed_export: QPushButton
    signed_scan: QPushButton
    signed_open_scan: QPushButton
    signed_remove: QPushButton
    preview_box: QWidget
    preview_layout: QVBoxLayout
    shown_bar: QFrame
    shown_layout: QHBoxLayout
    shown_text: WrappingLabel
    shown_back: QPushButton
    preview_warnings: WrappingLabel
    preview_tools: QHBoxLayout
    page_previous: QToolButton
    page_box: PageBox
    page_count: Label
    page_next: QToolButton
    zoom_out: QToolButton
    zoom_label: Label
    zoom_in: QToolButton
    fit_width: QToolButton
    fit_page: QToolButton
    preview_print: QPushButton
    preview_export: QPushButton
    memo_view: MemoView
