"""The tab ผลการดำเนินการ: all measures and rounds at the left, the form of one at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QWidget

from ita_desktop.domain.case import Case, Round
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.progress import (
    Shown,
    counts,
    deadlines,
    has_results_without_round,
    round_at,
    shown_measures,
    units_in,
)
from ita_desktop.domain.result_slots import Slot, results_of, slot_of
from ita_desktop.services.evidence import EvidenceFiles
from ita_desktop.ui.forms.results_tab import ResultsTabUi
from ita_desktop.ui.results.form import ResultForm
from ita_desktop.ui.results.overview import PLAIN_ROLE, ProgressModel, StateDelegate
from ita_desktop.ui.results.summary import RoundSummary
from ita_desktop.ui.results.words import (
    ROUND_NAMES,
    SHOWN_CHOICES,
    STATE_WORDS,
    deadline_words,
    in_short,
)
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab

_LOOK_AT_CLOCK = 60_000
"""Milliseconds between looks at the calendar: a window may stay open overnight."""

_HALF = 10_000
"""The same for both sides: the splitter scales what it is given."""

_EVERY_UNIT = "ทุกหน่วยงาน"


class ResultsTab(Tab):
    """``files`` keeps evidence that is a file; ``today`` is the clock."""

    title = "ผลการดำเนินการ"
    help_page = "results"
    entry = "results_overview"

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        files: EvidenceFiles | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(session, parent)
        self._ui = ResultsTabUi(self)
        self._today = today
        self._seen_on: date | None = None
        self._year: str | None = None
        self._name = ""
        self._selecting = False
        self._model = ProgressModel(self)
        self._table = self._ui.results_overview
        self._shown = self._ui.shown
        self._unit = self._ui.unit
        self._nothing = self._ui.nothing_shown
        self._scroll = self._ui.form_scroll
        self._summaries = {
            months: self._ui.named(RoundSummary, f"summary_{months.value}") for months in Round
        }
        place = self._ui.form_place
        self._form = ResultForm(session, files, place)
        layout = place.layout()
        assert layout is not None  # noqa: S101 - the form has one
        layout.addWidget(self._form)
        self._set_up_table()
        self._connect()
        splitter = self._ui.results_splitter
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_HALF, _HALF])

    @property
    def form(self) -> ResultForm:
        """The form of the chosen measure and round."""
        return self._form

    # --- a tab -------------------------------------------------------------------------------

    def show_year(self) -> None:
        """Shows the open year; the chosen measure and round stay chosen."""
        record = self.session.record
        case = record.case if record is not None else None
        if record is None or case is None:
            self._year = None
            self._form.show_slot(None)
            return
        another = record.id != self._year
        self._year = record.id
        slot = None if another else self._followed(case)
        if slot is None and case.measures:
            slot = Slot(0, round_at(case.fiscal_year, self._today()))
        self._offer_units(case)
        self._show_summaries(case)
        self._show_rows(case, slot)
        if slot != self._form.slot or another:
            self._show_slot(slot)
        else:
            self._form.show_again()
            self._select(slot)

    def show_place(self, place: CasePath) -> bool:
        """Shows the measure, round and field of a result."""
        case = self.session.case
        if case is None or len(place) < 3 or place[0] != "measures" or place[2] != "results":
            return False
        at = place[1]
        if not isinstance(at, int) or not 0 <= at < len(case.measures):
            return False
        slot = slot_of(case, place)
        if slot is None:
            # A result that is not there (any more): where one would write it.
            present = self._form.slot
            same = present is not None and present.measure == at
            months = present.round if same and present is not None else self._round(case)
            slot = Slot(at, months)
        self._want(slot)
        widget = self._form.focus_place(place[4:])
        self._scroll.ensureWidgetVisible(widget, 0, 24)
        return True

    # --- choosing ----------------------------------------------------------------------------

    def _want(self, slot: Slot) -> None:
        """Shows a slot and selects it, also where the filter leaves its measure out."""
        self.session.commit()
        case = self.session.case
        if case is None:
            return
        self._show_rows(case, slot)
        self._show_slot(slot)

    def _show_slot(self, slot: Slot | None) -> None:
        before = self._form.slot
        self._form.show_slot(slot)
        case = self.session.case
        named = case is not None and slot is not None and slot.measure < len(case.measures)
        self._name = case.measures[slot.measure].name if named and case and slot else ""
        self._select(slot)
        if before is None or slot is None or before.measure != slot.measure:
            self._scroll.verticalScrollBar().setValue(0)
        focused = self.focusWidget()
        if focused is not None and self._form.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, 24)

    def _select(self, slot: Slot | None) -> None:
        index = (
            self._model.index_of(slot.measure, slot.round) if slot is not None else QModelIndex()
        )
        selection = self._table.selectionModel()
        if index == selection.currentIndex():
            return
        self._selecting = True
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._selecting = False
        self._table.scrollTo(index)

    def _on_current(self, index: QModelIndex) -> None:
        measure = self._model.measure_at(index.row())
        present = self._form.slot
        if measure is None or self._selecting:
            return
        months = present.round if present is not None else None
        if index.column() > 0:
            months = self._model.round_at(index.column())
        if present is None or (present.measure, present.round) != (measure, months):
            self.session.commit()
            self._show_slot(Slot(measure, months))

    def _move(self, by: int) -> None:
        """To the next measure of those shown, at the same field and round."""
        self.session.commit()
        slot = self._form.slot
        if slot is None:
            return
        row = self._model.index_of(slot.measure, slot.round).row() + by
        measure = self._model.measure_at(row)
        if measure is not None:
            self._show_slot(Slot(measure, slot.round))

    def _round(self, case: Case) -> Round | None:
        present = self._form.slot
        return present.round if present is not None else round_at(case.fiscal_year, self._today())

    def _followed(self, case: Case) -> Slot | None:
        """The present slot, where its measure stands now; None when that has gone."""
        slot = self._form.slot
        if slot is None:
            return None
        names = [measure.name for measure in case.measures]
        if slot.measure < len(names) and names[slot.measure] == self._name:
            return _sound(case, slot)
        if names.count(self._name) == 1:
            return _sound(case, slot._replace(measure=names.index(self._name)))
        if slot.measure < len(names):
            # Renamed elsewhere, or another one in its place: what stands here now.
            self._name = names[slot.measure]
            return _sound(case, slot)
        return None

    # --- the overview ------------------------------------------------------------------------

    def _show_rows(self, case: Case, slot: Slot | None) -> None:
        shown, unit = self._shown.value() or Shown.ALL, self._unit.value() or ""
        found = shown_measures(case, shown, unit)
        measures = set(found)
        # What one works at stays, also when it is no longer what was looked for.
        if slot is not None:
            measures.add(slot.measure)
        without = has_results_without_round(case) or (slot is not None and slot.round is None)
        self._model.show_case(case, sorted(measures))
        self._table.setColumnHidden(self._model.columnCount() - 1, not without)
        text = ""
        if not case.measures:
            text = "ยังไม่มีมาตรการ โปรดเพิ่มมาตรการในแท็บมาตรการก่อน"
        elif not found:
            text = "ไม่มีมาตรการตามที่เลือกแสดง แถวที่เห็นคือมาตรการที่กำลังทำอยู่"
        self._nothing.setText(text)
        self._nothing.setVisible(bool(text))

    def _show_summaries(self, case: Case) -> None:
        self._seen_on = self._today()
        ends = {
            end.round: deadline_words(end) for end in deadlines(case.fiscal_year, self._seen_on)
        }
        for months, summary in self._summaries.items():
            summary.show_round(ROUND_NAMES[months], counts(case, months), ends.get(months, ""))

    def _offer_units(self, case: Case) -> None:
        chosen = self._unit.value() or ""
        units = units_in(case)
        choices = [("", _EVERY_UNIT), *[(unit, in_short(unit)) for unit in units]]
        if [self._unit.itemText(at) for at in range(self._unit.count())] != [t for _, t in choices]:
            self._unit.set_choices(choices)
            self._unit.set_value(chosen if chosen in units else "")

    def _on_filter(self) -> None:
        self.session.commit()
        case = self.session.case
        if case is None:
            return
        found = shown_measures(case, self._shown.value() or Shown.ALL, self._unit.value() or "")
        slot = self._form.slot
        if slot is not None and found and slot.measure not in found:
            slot = Slot(found[0], slot.round)
        self._show_rows(case, slot)
        if slot != self._form.slot:
            self._show_slot(slot)
        else:
            self._select(slot)

    def _look_at_clock(self) -> None:
        case = self.session.case
        if self.isVisible() and case is not None and self._today() != self._seen_on:
            self._show_summaries(case)

    def _copy_cells(self) -> None:
        """Copies the selected cells as a table for a sheet."""
        indexes = self._table.selectionModel().selectedIndexes()
        rows: dict[int, list[str]] = {}
        for index in sorted(indexes, key=lambda at: (at.row(), at.column())):
            if self._table.isColumnHidden(index.column()):
                continue
            text = str(index.data(PLAIN_ROLE)).replace("\n", " ").replace("\t", " ")
            rows.setdefault(index.row(), []).append(text)
        if rows:
            lines = ["\t".join(cells) for cells in rows.values()]
            QGuiApplication.clipboard().setText("\n".join(lines))

    # --- building ----------------------------------------------------------------------------

    def _set_up_table(self) -> None:
        self._table.setModel(self._model)
        self._table.setItemDelegate(StateDelegate(self._table))
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.set_choices(SHOWN_CHOICES)
        self._fit_table()

    def _fit_table(self) -> None:
        """Rows of two lines; the rounds as wide as their longest words, the name the rest."""
        metrics = self._table.fontMetrics()
        lines = 2 * metrics.lineSpacing()
        self._table.verticalHeader().setDefaultSectionSize(lines + lines // 4)
        header = self._table.horizontalHeader()
        width = max(map(metrics.horizontalAdvance, STATE_WORDS.values())) + 2 * metrics.height()
        header.setMinimumSectionSize(width * 4 // 5)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, header.count()):
            header.resizeSection(column, width)

    def _connect(self) -> None:
        self._table.selectionModel().currentChanged.connect(self._on_current)
        self._shown.edited.connect(self._on_filter)
        self._unit.edited.connect(self._on_filter)
        self._form.slot_wanted.connect(self._want)
        self._form.moved.connect(self._move)
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            # The window's: at work while the tab is in sight, wherever the cursor is.
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self._move(by))
        in_table = Qt.ShortcutContext.WidgetWithChildrenShortcut
        copy = QShortcut(QKeySequence.StandardKey.Copy, self._table, context=in_table)
        copy.activated.connect(self._copy_cells)
        clock = QTimer(self)
        clock.setInterval(_LOOK_AT_CLOCK)
        clock.timeout.connect(self._look_at_clock)
        clock.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_table"):
            self._fit_table()


def _sound(case: Case, slot: Slot) -> Slot:
    """The slot, or the last of its round where there are no longer so many results."""
    many = len(results_of(case.measures[slot.measure], slot.round))
    return slot._replace(nth=min(slot.nth, many))
