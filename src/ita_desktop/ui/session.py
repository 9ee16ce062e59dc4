"""The workspace as the window sees it: the same operations, and signals that tell of changes.

Every widget reads from the session and changes data through it; none knows another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.merging import Conflict
from ita_desktop.domain.records import Office, YearRecord, YearSummary
from ita_desktop.domain.rows import OFFICE_KEY
from ita_desktop.errors import ItaError
from ita_desktop.services.conflicts import Question, questions
from ita_desktop.services.history import History, HistoryStep
from ita_desktop.services.saving import Saving
from ita_desktop.services.workspace import Workspace

Answer = TypeVar("Answer")

SAVE_AGAIN_AFTER = 15_000
"""Milliseconds between attempts to store what could not be stored."""


class Session(QObject):
    """One workspace for one window.

    Signals come after the change is made, and only those that fit:

    - ``year_opened(YearRecord | None)``: another year is open, or none;
    - ``case_changed(Case before, Case after)``: the open year's case changed;
    - ``record_changed(YearRecord)``: anything of the open year changed, the case included;
    - ``years_changed()``: the list of years may look different;
    - ``shared_changed(Office)``, ``history_changed()``, ``saving_changed(Saving)``;
    - ``commit_requested()``: fields shall hand over what is being typed, now;
    - ``conflicts_found(str key)``: of this year (or of what years share) the clerk must
      choose between what was typed here and what is stored from elsewhere;
    - ``told(str)``: a calm Thai sentence that the user must read;
    - ``done_told(str)``: what was just done, for the window to offer to take it back;
    - ``place_requested(CasePath)``: the window shall show this place of the case.

    Operations never raise an expected error (ItaError): it is told, and the answer is
    False or None.
    """

    year_opened = Signal(object)
    case_changed = Signal(object, object)
    record_changed = Signal(object)
    years_changed = Signal()
    shared_changed = Signal(object)
    history_changed = Signal()
    saving_changed = Signal(object)
    commit_requested = Signal()
    conflicts_found = Signal(str)
    told = Signal(str)
    done_told = Signal(str)
    place_requested = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._again = QTimer(self)
        self._again.setInterval(SAVE_AGAIN_AFTER)
        self._again.timeout.connect(self.save_again)

    # --- what is there -----------------------------------------------------------------

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._workspace.read_only

    @property
    def record(self) -> YearRecord | None:
        """The open year."""
        return self._workspace.open_record

    @property
    def case(self) -> Case | None:
        """The case of the open year."""
        record = self._workspace.open_record
        return record.case if record is not None else None

    @property
    def shared(self) -> Office:
        """What all years share."""
        return self._workspace.shared

    @property
    def history(self) -> History:
        """What can be taken back and done again."""
        return self._workspace.history

    @property
    def saving(self) -> Saving:
        """How the storing stands."""
        return self._workspace.saving

    def unsaved_years(self) -> tuple[YearRecord, ...]:
        """The years that have changes which could not be stored yet."""
        return self._workspace.unsaved_years()

    def questions(self, key: str) -> tuple[Question, ...]:
        """What the clerk must choose of a year, or of what years share."""
        conflicts = self._workspace.conflicts.get(key, ())
        record = self.shared if key == OFFICE_KEY else self.record_of(key)
        return questions(record, conflicts) if record is not None else ()

    def has_conflicts(self, key: str) -> bool:
        """Whether the clerk must choose something of a year."""
        return key in self._workspace.conflicts

    def ask_to_choose(self) -> None:
        """Makes the window ask again what the clerk has not chosen yet."""
        for key in self._workspace.conflicts:
            self.conflicts_found.emit(key)

    def choose(
        self, key: str, theirs: Sequence[Conflict], asked: Sequence[Conflict] | None = None
    ) -> bool:
        """Takes the other side's value in *theirs*, and what is here in all others *asked*."""
        return self._did(partial(self._workspace.choose, key, theirs, asked)) is True

    def years(self) -> tuple[YearSummary, ...]:
        """The years, the newest first; empty, and told, where they cannot be read."""
        try:
            return self._workspace.years()
        except ItaError as error:
            self.tell(str(error))
            return ()

    def record_of(self, year_id: str) -> YearRecord | None:
        """Any year; None, and told, where it cannot be read."""
        try:
            return self._workspace.record(year_id)
        except ItaError as error:
            self.tell(str(error))
            return None

    # --- what the user does ------------------------------------------------------------

    def open_year(self, year_id: str) -> None:
        """Opens a year."""
        self.commit()
        self._did(partial(self._workspace.open_year, year_id))

    def open_newest(self) -> None:
        """Opens the newest year that is not archived, else any; none where there is none."""
        years = self.years()
        at_hand = [year for year in years if not year.archived] or list(years)
        if at_hand:
            self.open_year(at_hand[0].id)

    def edit(self, name: str, change: Callable[[Case], Case], place: CasePath = ()) -> bool:
        """Changes the open case as one step; ``name`` is Thai and stands in the menu."""
        return self._did(partial(self._workspace.edit, name, change, place)) is True

    def edit_record(
        self, name: str, change: Callable[[YearRecord], YearRecord], place: CasePath = ()
    ) -> bool:
        """Changes anything of the open year as one step."""
        return self._did(partial(self._workspace.edit_record, name, change, place)) is True

    def edit_shared(self, name: str, change: Callable[[Office], Office]) -> bool:
        """Changes what years share as one step."""
        return self._did(partial(self._workspace.edit_shared, name, change)) is True

    def add_year(self, name: str, case: Case, *, sample: bool = False) -> YearRecord | None:
        """Adds a year as one step and opens it."""
        self.commit()
        return self._did(partial(self._workspace.add_year, name, case, sample=sample))

    def import_year(self, name: str, case: Case) -> YearRecord | None:
        """Adds the year of a case file under the file's ids as one step and opens it."""
        self.commit()
        return self._did(partial(self._workspace.import_year, name, case))

    def replace_year(self, name: str, year_id: str, case: Case) -> bool:
        """Puts a case file in the place of a year as one step."""
        self.commit()
        return self._did(partial(self._workspace.replace_year, name, year_id, case)) is True

    def merge_year(self, name: str, year_id: str, case: Case) -> tuple[Question, ...] | None:
        """Lays a case file and a year together; returns what differs, for the clerk to choose."""
        self.commit()
        conflicts = self._did(partial(self._workspace.merge_year, name, year_id, case))
        record = self.record_of(year_id) if conflicts is not None else None
        return questions(record, conflicts or ()) if record is not None else None

    def archive_year(self, year_id: str, archived: bool = True) -> bool:
        """Puts a year out of the way, or back, as one step."""
        self.commit()
        return self._did(partial(self._workspace.archive_year, year_id, archived)) is True

    def delete_year(self, year_id: str) -> bool:
        """Takes a year away as one step; when it was open, the newest other one is opened."""
        self.commit()
        deleted = self._did(partial(self._workspace.delete_year, year_id)) is True
        if deleted and self.record is None:
            self.open_newest()
        return deleted

    def undo(self) -> None:
        """Takes the last step back and shows where."""
        self._step(self._workspace.undo)

    def redo(self) -> None:
        """Does again what was last taken back and shows where."""
        self._step(self._workspace.redo)

    def commit(self) -> None:
        """Makes every field hand over what is being typed."""
        self.commit_requested.emit()

    def save_again(self) -> bool:
        """Tries to store what could not be stored; True when nothing is left unsaved."""
        return self._did(self._workspace.save_again) is True

    def tell(self, text: str) -> None:
        """Makes the window show a sentence that must be read."""
        self.told.emit(text)

    def tell_done(self, text: str) -> None:
        """Makes the window tell what the last step did (``ลบแล้ว``), with a button to undo it."""
        self.done_told.emit(text)

    def show_place(self, place: CasePath) -> None:
        """Makes the window show a place of the open case."""
        self.commit()
        self.place_requested.emit(place)

    # --- how it is done ----------------------------------------------------------------

    def _step(self, move: Callable[[], HistoryStep | None]) -> None:
        self.commit()
        step = self._did(move)
        if step is not None and self.record is None:
            self.open_newest()
        if step is not None and step.place and self.record is not None:
            self.place_requested.emit(step.place)

    def _did(self, operation: Callable[[], Answer]) -> Answer | None:
        """Runs an operation, then tells by signals what is different after it.

        None, and told, where it fails as operations may.
        """
        work = self._workspace
        record, shared, saving = work.open_record, work.shared, work.saving
        conflicts = work.conflicts
        undo, redo = work.history.to_undo, work.history.to_redo
        answer: Answer | None = None
        try:
            answer = operation()
        except ItaError as error:
            self.tell(str(error))
        self._tell_record(record)
        if work.shared is not shared:
            self.shared_changed.emit(work.shared)
        if work.history.to_undo is not undo or work.history.to_redo is not redo:
            self.history_changed.emit()
            if self._looks(record) != self._looks(work.open_record) or self._touches_others():
                self.years_changed.emit()
        if work.saving is not saving:
            self._tell_saving(saving)
        news = work.take_news()
        if news:
            self.tell("\n".join(news))
        for key, found in work.conflicts.items():
            if found != conflicts.get(key):
                self.conflicts_found.emit(key)
        return answer

    def _touches_others(self) -> bool:
        """Whether a step at hand adds, removes or changes a year that is not open."""
        opened = self.record
        return any(
            not change.is_of_office
            and (change.adds or change.removes or opened is None or change.key != opened.id)
            for step in (self.history.to_undo, self.history.to_redo)
            if step is not None
            for change in step.changes
        )

    @staticmethod
    def _looks(record: YearRecord | None) -> object:
        """What a list of years shows of a year."""
        if record is None:
            return None
        case = record.case
        return (
            record.id,
            record.archived,
            case.agency.name,
            case.fiscal_year,
            case.assessment.year,
        )

    def _tell_record(self, before: YearRecord | None) -> None:
        after = self._workspace.open_record
        if after is before:
            return
        if before is None or after is None or before.id != after.id:
            self.year_opened.emit(after)
        else:
            if after.case is not before.case:
                self.case_changed.emit(before.case, after.case)
            self.record_changed.emit(after)

    def _tell_saving(self, before: Saving) -> None:
        saving = self._workspace.saving
        if saving.problem is None:
            self._again.stop()
        else:
            self._again.start()
            if str(saving.problem) != str(before.problem):
                self.tell(f"{saving.problem} สิ่งที่พิมพ์ยังอยู่ในโปรแกรม และจะบันทึกให้เองเมื่อบันทึกได้")
        self.saving_changed.emit(saving)
