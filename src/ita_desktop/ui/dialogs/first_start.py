"""The three questions of the first start, and the sample year for who only wants to look."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ita_desktop.domain.case import Agency
from ita_desktop.services.samples import sample_case
from ita_desktop.services.years import empty_year, year_of_today
from ita_desktop.ui.forms.first_start import FirstStartUi
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.editors import LineEdit


def add_sample(session: Session) -> None:
    """Adds the sample year and opens it."""
    session.add_year("เพิ่มปีตัวอย่าง", sample_case(), sample=True)


class FirstStart(QDialog):
    """Asks for the agency, its division and province; then the current year is there.

    Opened with ``open()``: the window behind it is in sight already.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = FirstStartUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._fields = {
            name: self._ui.named(LineEdit, name)
            for name in ("agency", "division", "province", "district")
        }
        for field in self._fields.values():
            field.textChanged.connect(self._show_ready)
        self._begin = self._ui.begin
        self._begin.clicked.connect(self._on_begin)
        self._ui.sample.clicked.connect(self._on_sample)
        self._ui.later.clicked.connect(self.reject)
        known = session.shared.agency
        for name, text in (
            ("agency", known.name),
            ("division", known.division),
            ("province", known.province),
            ("district", known.district),
        ):
            self._fields[name].setText(text)
        self._show_ready()

    def _text(self, name: str) -> str:
        return " ".join(self._fields[name].text().split())

    def _show_ready(self) -> None:
        needed = ("agency", "division", "province")
        self._begin.setEnabled(all(self._text(name) for name in needed))

    def _on_begin(self) -> None:
        agency = Agency(
            self._text("agency"),
            district=self._text("district"),
            province=self._text("province"),
            division=self._text("division"),
        )
        session = self._session
        session.edit_shared("บันทึกข้อมูลหน่วยงาน", lambda shared: shared._replace(agency=agency))
        session.add_year("สร้างปีใหม่", empty_year(agency, year_of_today(date.today())))
        self.accept()

    def _on_sample(self) -> None:
        add_sample(self._session)
        self.accept()
