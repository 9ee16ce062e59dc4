"""The grid of scores: what is typed, pasted or ticked there becomes a step of the session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QHeaderView

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.score_parts import (
    PartKind,
    number_at,
    places,
    walk,
    with_focus,
    with_scores,
)
from ita_desktop.domain.scores import part_name
from ita_desktop.services.assessment import YearView
from ita_desktop.services.clipboard import holds_scores
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.analysis.opening_panel import FOCUS
from ita_desktop.ui.analysis.scores_model import ScoreColumn, ScoresModel
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.ui.forms.analysis_tab import AnalysisTabUi

_MARGINS = 20
"""Pixels beside the text of a column and its heading."""

SCORES: CasePath = ("assessment", "indicators")


class ScoresPanel(QObject):
    """Drives the tree of scores in the tab's form.

    ``table_pasted(QMimeData)`` is sent for a paste that is more than scores.
    """

    table_pasted = Signal(object)

    def __init__(self, session: Session, form: AnalysisTabUi) -> None:
        super().__init__(form.outer)
        self._session = session
        self._view = YearView((), {})
        self._focus: tuple[str, ...] = ()
        self._year_id: str | None = None
        self.model = ScoresModel(self)
        self.tree = form.scores
        self._note = form.scores_note
        self.tree.setModel(self.model)
        self.tree.keys.set_take_paste(self._take_paste)
        self.model.scores_typed.connect(self._store)
        self.model.focus_set.connect(self._set_focus)
        self.tree.selectionModel().currentChanged.connect(self._show_note)
        session.commit_requested.connect(self.tree.keys.commit)
        self._letter = 1
        self._edited: dict[CasePath, str] = {}
        self._set_columns()

    # --- showing -------------------------------------------------------------------------------

    def show(self, view: YearView, focus: Sequence[str], year_id: str) -> None:
        """Shows a year; what is open, selected and scrolled to stays as it is."""
        is_new_year = year_id != self._year_id
        rebuild = self.model.would_rebuild(view)
        opened, known = self.tree.open_keys(), _instruments(self._view)
        scrolled = self.tree.verticalScrollBar().value()
        current = self.tree.currentIndex()
        number, column = self.model.number_at(current), current.column()
        self._view, self._focus, self._year_id = view, tuple(focus), year_id
        self.model.show(view, focus, writable=not self._session.read_only)
        self.tree.keys.set_writable(not self._session.read_only)
        has_before = view.before is not None
        self.tree.setColumnHidden(ScoreColumn.BEFORE, not has_before)
        self.tree.setColumnHidden(ScoreColumn.CHANGE, not has_before)
        self.tree.setColumnHidden(ScoreColumn.GAIN, view.analysis is None)
        if is_new_year:
            self._open_usual()
        elif rebuild:
            self.tree.open_by_keys([*opened, *(_instruments(view) - known)])
            self._select(number, column)
            self.tree.verticalScrollBar().setValue(scrolled)
        self._show_note()

    def _open_usual(self) -> None:
        """Opens instruments, so that the indicators are in sight, and begins at the first."""
        self.tree.open_by_keys(sorted(_instruments(self._view)))
        first = next((part.number for part in walk(self._view.parts) if part.is_entered), "")
        self._select(first, ScoreColumn.SCORE)
        self.tree.scrollToTop()

    def _select(self, number: str, column: int) -> None:
        index = self.model.index_of(number, max(column, 0))
        if index.isValid():
            self.tree.setCurrentIndex(index)

    def _show_note(self, *_: object) -> None:
        """What is to be known of the current row, else of the choice of what to improve."""
        number = self.model.number_at(self.tree.currentIndex())
        scores = self._view.scores.get(number)
        note = scores.note if scores is not None else ""
        if note and not note.startswith(part_name(number)):
            note = f"{part_name(number)}: {note}"
        self._note.setText(note or self._focus_note())

    def _focus_note(self) -> str:
        case = self._session.case
        if case is None or not self._focus:
            return "ติ๊กช่อง “พัฒนา” เพื่อเลือกเรื่องที่จะลงในบันทึกข้อความ"
        if not case.analysis.focus:
            return "ยังไม่ได้ติ๊กเลือกเรื่องที่จะพัฒนา จึงใช้ตัวชี้วัดที่คะแนนต่ำที่สุด"
        return f"เลือกพัฒนา {thai_number(len(self._focus))} เรื่อง จะลงในบันทึกข้อความตามนี้"

    # --- going there ---------------------------------------------------------------------------

    def go_to(self, place: CasePath) -> None:
        """Shows the part at a place of the assessment, else the whole grid."""
        case = self._session.case
        number = number_at(case.assessment, place) if case is not None else ""
        edited = self._edited.get(place, "")
        if edited and case is not None and edited not in places(case.assessment):
            number = edited  # taken back: its row is there, though nothing is stored
        self.go_to_part(number)

    def go_to_part(self, number: str, column: int = ScoreColumn.SCORE) -> None:
        """Shows a part by its number and takes the focus."""
        index = self.model.index_of(number, column)
        if index.isValid():
            above = index.parent()
            while above.isValid():
                self.tree.expand(above)
                above = above.parent()
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
        self.tree.setFocus()

    # --- changing ------------------------------------------------------------------------------

    def _store(self, new: Mapping[str, Decimal | None]) -> None:
        name = "แก้คะแนน" if len(new) > 1 else f"แก้คะแนน{''.join(map(part_name, new))}"
        self._edit_scores(name, new)

    def _edit_scores(self, name: str, new: Mapping[str, Decimal | None]) -> None:
        case = self._session.case
        if case is None:
            return
        parts = self._view.parts
        changed = with_scores(case, parts, new)
        first = next(iter(new), "")
        place = places(changed.assessment).get(first, SCORES)
        self._edited[place] = first
        self._session.edit(name, lambda now: with_scores(now, parts, new), place)

    def _set_focus(self, number: str, chosen: bool) -> None:
        """Ticks or unticks a part; the first tick makes the shown choice the user's own."""
        numbers = [n for n in self._focus if n != number] + ([number] if chosen else [])
        parts = self._view.parts

        def change(case: Case) -> Case:
            return with_focus(case, parts, numbers)

        self._session.commit()
        word = "เลือก" if chosen else "ไม่เลือก"
        self._session.edit(f"{word}พัฒนา{part_name(number)}", change, FOCUS)

    def _take_paste(self, mime: QMimeData) -> bool:
        """Leaves scores to the grid; a table with names goes where it can be looked through."""
        text = mime.text() if mime.hasText() else ""
        if text and holds_scores(text):
            return False
        self.table_pasted.emit(mime)
        return True

    # --- columns -------------------------------------------------------------------------------

    def _set_columns(self) -> None:
        self._set_resizing()
        metrics = self.tree.fontMetrics()
        for column, sample in (
            (ScoreColumn.SCORE, "≠ ๑๐๐.๐๐"),
            (ScoreColumn.BEFORE, "ปี ๒๕๖๘"),
            (ScoreColumn.CHANGE, "−๑๐๐.๐๐"),
            (ScoreColumn.GAIN, "เพิ่มได้อีก"),
            (ScoreColumn.FOCUS, "พัฒนา"),
        ):
            self.tree.setColumnWidth(column, metrics.horizontalAdvance(sample) + _MARGINS)
        self._letter = metrics.horizontalAdvance("๐")

    def font_changed(self) -> None:
        """Makes the columns as much wider as the letters are."""
        letter = self.tree.fontMetrics().horizontalAdvance("๐")
        header = self.tree.header()
        for column in ScoreColumn:
            if column is not ScoreColumn.NAME:
                header.resizeSection(
                    column, round(header.sectionSize(column) * letter / self._letter)
                )
        self._letter = letter

    def _set_resizing(self) -> None:
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(ScoreColumn.NAME, QHeaderView.ResizeMode.Stretch)


def _instruments(view: YearView) -> set[str]:
    return {part.number for part in view.parts if part.kind is PartKind.INSTRUMENT}
