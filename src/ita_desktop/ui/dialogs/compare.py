"""Two years side by side: scores with their change, measures carried on, new or dropped."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ita_desktop.services.comparison import Comparison, Fate, ScorePair, compare
from ita_desktop.services.years import year_title
from ita_desktop.thai.digits import thai_number, thai_score
from ita_desktop.ui.forms.compare import CompareUi
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.editors import ChoiceBox

_FATES = {Fate.KEPT: "ทำต่อ", Fate.NEW: "ใหม่", Fate.DROPPED: "ไม่ได้ทำต่อ"}
_UNKNOWN = "–"
_SCORE_TITLES = ("ตัวชี้วัด", "ชื่อ", "ปีก่อน", "ปีหลัง", "เปลี่ยนแปลง")


class Compare(QDialog):
    """Shows two years of the session; which ones can be chosen."""

    def __init__(
        self, session: Session, earlier: str, later: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ui = CompareUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._scores = self._ui.scores
        self._measures = self._ui.measures
        self._scores.set_columns(_SCORE_TITLES, wide=1, numbers=(2, 3, 4))
        self._measures.set_columns(("ผล", "มาตรการ"), wide=1)
        self._boxes = []
        choices = [(year.id, year_title(year)) for year in session.years()]
        for name, chosen in (("earlier", earlier), ("later", later)):
            box = self._ui.named(ChoiceBox, name)
            box.set_choices(choices)
            box.set_value(chosen)
            box.edited.connect(self._show)
            self._boxes.append(box)
        self._ui.buttons.rejected.connect(self.reject)
        self._show()

    def _show(self) -> None:
        records = [self._session.record_of(box.value()) for box in self._boxes]
        cases = [record.case for record in records if record is not None]
        if len(cases) == len(self._boxes):
            self._show_comparison(compare(cases[0], cases[1]))

    def _show_comparison(self, found: Comparison) -> None:
        self._scores.show_rows([_score_row(pair) for pair in found.scores])
        self._measures.show_rows(
            [(_FATES[pair.fate], pair.later or pair.earlier) for pair in found.measures]
        )


def _score_row(pair: ScorePair) -> tuple[str, ...]:
    number = thai_number(pair.number)
    return number, pair.name, _score(pair.earlier), _score(pair.later), _moved(pair.change)


def _score(score: Decimal | None) -> str:
    return _UNKNOWN if score is None else thai_score(score)


def _moved(change: Decimal | None) -> str:
    if change is None:
        return _UNKNOWN
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return f"{sign}{thai_score(abs(change))}"
