"""The widgets of ``resources/ui/main_window.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QPushButton,
    QStackedWidget,
    QStatusBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.labels import Label, WrappingLabel


class MainWindowUi(Form):
    """``main_window.ui``."""

    FILE = "main_window.ui"
    PROMOTED = (WrappingLabel,)

    central: QWidget
    central_layout: QVBoxLayout
    year_layout: QHBoxLayout
    year_label: Label
    year_box: QComboBox
    message_bar: QFrame
    message_layout: QHBoxLayout
    message_text: WrappingLabel
    message_action: QPushButton
    message_close: QPushButton
    pages: QStackedWidget
    empty_page: QWidget
    empty_layout: QVBoxLayout
    empty_text: Label
    empty_new: QPushButton
    empty_years: QPushButton
    empty_sample: QPushButton
    tabs: QTabWidget
    menubar: QMenuBar
    menu_file: QMenu
    menu_edit: QMenu
    menu_view: QMenu
    menu_theme: QMenu
    menu_help: QMenu
    statusbar: QStatusBar
    action_new_year: QAction
    action_years: QAction
    action_import: QAction
    action_export_case: QAction
    action_print: QAction
    action_export_pdf: QAction
    action_backups: QAction
    action_data_folder: QAction
    action_quit: QAction
    action_undo: QAction
    action_redo: QAction
    action_find: QAction
    action_tab_1: QAction
    action_tab_2: QAction
    action_tab_3: QAction
    action_tab_4: QAction
    action_text_larger: QAction
    action_text_smaller: QAction
    action_text_normal: QAction
    action_theme_system: QAction
    action_theme_light: QAction
    action_theme_dark: QAction
    action_help: QAction
    action_selftest: QAction
    action_about: QAction
