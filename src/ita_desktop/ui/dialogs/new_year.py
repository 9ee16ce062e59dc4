"""Begins a new year: from the measures of a year before it, or with nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from ita_desktop.domain.case import Agency, Case
from ita_desktop.domain.records import YearSummary
from ita_desktop.services.years import empty_year, next_year, year_of_today, year_title
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.forms.new_year import NewYearUi
from ita_desktop.ui.session import Session

STEP = "สร้างปีใหม่"
_BACK, _AHEAD = 12, 3
"""How many years around today's are offered."""


class NewYear(QDialog):
    """Adds the year as one step and opens it. ``today`` gives the day (Gregorian)."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._ui = NewYearUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._years = tuple(year for year in session.years() if not year.sample)
        self._today = year_of_today(today())
        self._from = self._ui.from_year
        self._empty = self._ui.empty
        self._source = self._ui.source
        self._year = self._ui.year
        self._note = self._ui.note
        buttons = self._ui.buttons
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(STEP)
        buttons.accepted.connect(self._on_accept)
        buttons.rejected.connect(self.reject)
        self._source.set_choices([(year, year_title(year)) for year in self._years])
        self._source.currentIndexChanged.connect(self._on_kind)
        self._from.toggled.connect(self._on_kind)
        self._year.currentIndexChanged.connect(self._show_note)
        if not self._years:
            self._from.setEnabled(False)
            self._empty.setChecked(True)
        self._on_kind()

    def _on_kind(self) -> None:
        """Offers the years that fit: after the source, or around today."""
        again = self._from.isChecked()
        self._source.setEnabled(again)
        source: YearSummary | None = self._source.value()
        first = self._today
        if again and source is not None:
            first = source.fiscal_year + 1
        low = first if again else min(self._today, first) - _BACK
        years = list(range(low, max(self._today, first) + _AHEAD + 1))
        self._year.set_choices([(year, thai_number(year)) for year in years])
        self._year.set_value(first)
        self._show_note()

    def _agency(self) -> Agency:
        """The agency of an empty year: the one that was given, else that of the open year."""
        case = self._session.case
        shared = self._session.shared.agency
        return case.agency if not shared.name and case is not None else shared

    def _show_note(self) -> None:
        year = self._year.value()
        if any(known.fiscal_year == year for known in self._years):
            self._note.setText(
                f"มีปีงบประมาณ {thai_number(year)} อยู่แล้ว ปีใหม่จะเก็บไว้อีกชุดหนึ่ง ไม่ทับของเดิม"
            )
        else:
            self._note.setText("")

    def _on_accept(self) -> None:
        case = self._case()
        if case is not None and self._session.add_year(STEP, case) is not None:
            self.accept()

    def _case(self) -> Case | None:
        year: int = self._year.value()
        if self._empty.isChecked():
            return empty_year(self._agency(), year)
        source: YearSummary = self._source.value()
        self._session.commit()
        record = self._session.record_of(source.id)
        return next_year(record.case, year) if record is not None else None
