"""The widgets of ``resources/ui/period_dialog.ui``; written by ``tools/make_forms.py``."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.forms.form import Form
from ita_desktop.ui.widgets.editors import ChoiceBox
from ita_desktop.ui.widgets.labels import Label, WrappingLabel
from ita_desktop.ui.widgets.thai_calendar import YearBox
from ita_desktop.ui.widgets.thai_date import ThaiDateEdit


class PeriodDialogUi(Form):
    """``period_dialog.ui``."""

    FILE = "period_dialog.ui"
    PROMOTED = (ChoiceBox, ThaiDateEdit, WrappingLabel, YearBox)

    layout: QVBoxLayout
    parts_label: Label
    parts: QGridLayout
    kinds: QHBoxLayout
    by_months: QRadioButton
    by_days: QRadioButton
    pages: QStackedWidget
    months_page: QWidget
    months: QGridLayout
    first_month_label: Label
    first_month: ChoiceBox
    first_year: YearBox
    last_month_label: Label
    last_month: ChoiceBox
    last_year: YearBox
    days_page: QWidget
    days: QFormLayout
    first_day_label: Label
    first_day: ThaiDateEdit
    last_day_label: Label
    last_day: ThaiDateEdit
    words: WrappingLabel
    buttons: QHBoxLayout
    use: QPushButton
    cancel: QPushButton
