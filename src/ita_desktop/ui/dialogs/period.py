"""Composes the words of a period from months, days, or a part of the fiscal year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QWidget,
)

from ita_desktop.thai.dates import BUDDHIST_ERA, MONTHS, fiscal_year
from ita_desktop.thai.dates_in_text import days_in, periods
from ita_desktop.thai.digits import thai_number
from ita_desktop.thai.period_words import (
    NamedSpan,
    days_words,
    is_whole_months,
    months_words,
    parts_of_year,
)
from ita_desktop.ui.forms.period_dialog import PeriodDialogUi
from ita_desktop.ui.widgets.editors import ChoiceBox
from ita_desktop.ui.widgets.thai_calendar import YearBox
from ita_desktop.ui.widgets.thai_date import ThaiDateEdit

_HALVES_IN_A_ROW = 3


class PeriodDialog(QDialog):
    """Begins with the period that a text names; ``chosen(str)`` tells the new words.

    ``year`` is the fiscal year (BE) whose parts are offered.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, year: int, text: str = "") -> None:
        super().__init__(parent)
        self._ui = PeriodDialogUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._year = year
        self._parts = parts_of_year(year)
        self._words = ""
        self._result = self._ui.words
        self._use = self._ui.use
        self._by_days = self._ui.by_days
        self._pages = self._ui.pages
        self._months = [
            (self._ui.named(ChoiceBox, f"{end}_month"), self._ui.named(YearBox, f"{end}_year"))
            for end in ("first", "last")
        ]
        self._days = [self._ui.named(ThaiDateEdit, f"{end}_day") for end in ("first", "last")]
        self._offer_parts()
        self._begin_with(text)
        self._connect()
        self._show_words()

    def words(self) -> str:
        """What is composed now; empty where the ends do not make a period."""
        return self._words

    # --- building ------------------------------------------------------------------------

    def _offer_parts(self) -> None:
        label = self._ui.parts_label
        label.setText(f"ส่วนของปีงบประมาณ {thai_number(self._year)}")
        grid = self._ui.parts
        for at, part in enumerate(self._parts):
            button = QPushButton(part.name)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._take_part, part))
            # The whole and the halves in one row, six columns wide; quarters below.
            if at < _HALVES_IN_A_ROW:
                grid.addWidget(button, 0, 4 * at, 1, 4)
            else:
                grid.addWidget(button, 1, 3 * (at - _HALVES_IN_A_ROW), 1, 3)

    def _connect(self) -> None:
        for month, year in self._months:
            month.edited.connect(self._show_words)
            year.valueChanged.connect(self._show_words)
        for day in self._days:
            day.edited.connect(self._show_words)
        self._by_days.toggled.connect(self._on_kind)
        self._use.clicked.connect(self._on_use)
        self._ui.cancel.clicked.connect(self.reject)

    def _begin_with(self, text: str) -> None:
        for month, _ in self._months:
            month.set_choices(list(enumerate(MONTHS, start=1)))
        for day in self._days:
            day.set_near(self._year)
        named = periods(text, self._year)
        first, last = self._parts[0].first, self._parts[0].last
        if named:
            first, last = named[0].first, named[0].last or named[0].first
        by_days = bool(days_in(text, self._year)) or not is_whole_months(first, last)
        self._show_span(first, last)
        self._by_days.setChecked(by_days)
        self._show_page()

    # --- the span --------------------------------------------------------------------------

    def _take_part(self, part: NamedSpan) -> None:
        self._show_span(part.first, part.last)
        self._show_words()

    def _show_span(self, first: date, last: date) -> None:
        for (month, year), edit, day in zip(self._months, self._days, (first, last), strict=True):
            month.set_value(day.month)
            year.setValue(day.year + BUDDHIST_ERA)
            edit.set_value(day)

    def _span(self, *, by_days: bool) -> tuple[date | None, date | None]:
        if by_days:
            return self._days[0].value(), self._days[1].value()
        (first_month, first_year), (last_month, last_year) = self._months
        first = date(first_year.value() - BUDDHIST_ERA, first_month.value(), 1)
        year, month = last_year.value() - BUDDHIST_ERA, last_month.value()
        return first, date(year, month, monthrange(year, month)[1])

    def _on_kind(self, by_days: bool) -> None:
        """Days become their months and months their days."""
        first, last = self._span(by_days=not by_days)
        if first is not None and last is not None:
            self._show_span(first, last)
        self._show_page()
        self._show_words()

    def _show_page(self) -> None:
        self._pages.setCurrentIndex(int(self._by_days.isChecked()))

    # --- the words -------------------------------------------------------------------------

    def _show_words(self) -> None:
        by_days = self._by_days.isChecked()
        first, last = self._span(by_days=by_days)
        self._words = ""
        if first is None or last is None:
            self._result.setText("โปรดระบุวันเริ่มและวันสิ้นสุด")
        elif last < first:
            self._result.setText("วันสิ้นสุดมาก่อนวันเริ่ม โปรดตรวจเดือนและปี")
        else:
            words = days_words if by_days else months_words
            self._words = words(first, last)
            outside = fiscal_year(first) != self._year or fiscal_year(last) != self._year
            year = thai_number(self._year)
            note = f"\nอยู่นอกปีงบประมาณ {year} โปรดตรวจปี" if outside else ""
            self._result.setText(f"ข้อความ: {self._words}{note}")
        self._use.setEnabled(bool(self._words))

    def _on_use(self) -> None:
        self.chosen.emit(self._words)
        self.accept()
