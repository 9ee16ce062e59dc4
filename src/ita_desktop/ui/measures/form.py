"""The form of one measure: its editors by the names of the case's fields."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ita_desktop.domain.case import Case
from ita_desktop.domain.records import Office
from ita_desktop.domain.units import KNOWN
from ita_desktop.services.measures import indicator_choices, units_at_hand
from ita_desktop.ui.forms.measure_form import MeasureFormUi
from ita_desktop.ui.widgets.editors import Editor
from ita_desktop.ui.widgets.list_editor import ListEditor, dashes, numbers


class MeasureForm(QWidget):
    """Shows a measure; what is done with what is typed is up to who uses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = MeasureFormUi(self)
        self._judged: object = None
        self.name = self._ui.name
        self.indicators = self._ui.indicators
        self.guidelines = self._ui.guidelines
        self.steps = self._ui.steps
        self.responsible = self._ui.responsible
        self.monitoring = self._ui.monitoring
        for items, marks in (
            (self.guidelines, dashes), (self.steps, numbers), (self.responsible, dashes)
        ):  # fmt: skip
            items.set_marks(marks)
            items.set_hint("พิมพ์ข้อแรก แล้วกด Enter เพื่อขึ้นข้อใหม่")
        self.responsible.set_hint("พิมพ์หรือเลือกหน่วยงาน")
        self.monitoring.set_lines(2, 20)

    def editors(self) -> dict[str, Editor]:
        """The editors by the field that each edits, in the order of the form."""
        return {
            "name": self.name,
            "indicators": self.indicators,
            "guidelines": self.guidelines,
            "steps": self.steps,
            "responsible": self.responsible,
            "monitoring": self.monitoring,
        }

    def offer_choices(self, case: Case, shared: Office) -> None:
        """Offers the indicators and units of a year."""
        judged = (case.assessment, case.analysis.focus)
        if judged != self._judged:  # a framework is a file, which is not read for every change
            self._judged = judged
            self.indicators.set_choices(indicator_choices(case))
        self.responsible.set_units(units_at_hand(case, shared), KNOWN)

    def show_field(self, key: str, row: int | None = None) -> bool:
        """Puts the cursor into a field, into an item of a list; False for an unknown one."""
        editor = self.editors().get(key)
        if editor is None:
            return False
        if isinstance(editor, ListEditor):
            editor.show_item(row)
        elif isinstance(editor, QWidget):
            editor.setFocus()
        return True
