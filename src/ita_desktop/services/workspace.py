"""What is open and everything that changes it: the one door for every change of data.

Every entry gets its id here, and its place in the order. A change is stored as soon as
it is made. What cannot be stored stays here, is told, and goes along with the next
attempt (:mod:`ita_desktop.services.saving`): nothing that was typed is dropped because a
disk was full for a minute, or because somebody else had changed the same year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.changes import applied, difference
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.identity import adopted, identified, new_id, new_year
from ita_desktop.domain.merging import Conflict, merge, settled
from ita_desktop.domain.records import Office, YearRecord, YearSummary
from ita_desktop.domain.rows import OFFICE_KEY
from ita_desktop.errors import ItaError
from ita_desktop.services.history import History, HistoryStep
from ita_desktop.services.saving import Records, Saving, SavingQueues, Version
from ita_desktop.storage.errors import NoYearError


class ReadOnlyWorkspaceError(ItaError):
    """The data can only be read now."""

    def __init__(self) -> None:
        super().__init__(
            "ขณะนี้เปิดข้อมูลไว้เพื่ออ่านเท่านั้น จึงแก้ไขไม่ได้ โปรดปิดโปรแกรมที่อื่นที่เปิดข้อมูลนี้อยู่ แล้วเปิดโปรแกรมใหม่"
        )


class NothingOpenError(ItaError):
    """There is no year to change."""

    def __init__(self) -> None:
        super().__init__("ยังไม่ได้เปิดปีใด โปรดสร้างปีใหม่หรือเปิดปีที่มีอยู่ก่อน")


class Workspace:
    """The open year, what years share, and the history of changes. For one thread."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._history = History()
        self._open: YearRecord | None = None
        self._shared = records.shared()
        self._queues = SavingQueues(records)

    # --- what is there -----------------------------------------------------------------

    @property
    def read_only(self) -> bool:
        """Whether every change will be refused."""
        return self._records.read_only

    @property
    def open_record(self) -> YearRecord | None:
        """The year that is open."""
        return self._open

    @property
    def shared(self) -> Office:
        """What all years share."""
        return self._shared

    @property
    def history(self) -> History:
        """What can be taken back and done again."""
        return self._history

    @property
    def saving(self) -> Saving:
        """How the storing stands."""
        return self._queues.state

    def years(self) -> tuple[YearSummary, ...]:
        """The years that are stored, the newest first. Raises StorageError."""
        return self._records.years()

    def record(self, year_id: str) -> YearRecord:
        """A year as it stands now, also where that is not yet stored. Raises StorageError."""
        if self._open is not None and self._open.id == year_id:
            return self._open
        waiting = self._queues.waiting.get(year_id)
        if waiting is None:
            return self._records.year(year_id)
        if not isinstance(waiting.now, YearRecord):
            raise NoYearError(year_id)
        return waiting.now

    @property
    def conflicts(self) -> dict[str, tuple[Conflict, ...]]:
        """What both this program and another changed, by year, until the clerk has chosen."""
        waiting = self._queues.waiting
        return {key: one.conflicts for key, one in waiting.items() if one.conflicts}

    def take_news(self) -> tuple[str, ...]:
        """What the clerk is to be told once of versions that were laid together."""
        return self._queues.take_news()

    # --- what the user does ------------------------------------------------------------

    def open_year(self, year_id: str) -> YearRecord:
        """Opens a year; raises StorageError, and then the open one stays open."""
        self._open = self.record(year_id)
        return self._open

    def edit(self, name: str, change: Callable[[Case], Case], place: CasePath = ()) -> bool:
        """Changes the open year's case as one step; False where nothing changed.

        Raises :class:`NothingOpenError` and :class:`ReadOnlyWorkspaceError`.
        """
        return self.edit_record(
            name, lambda record: record._replace(case=change(record.case)), place
        )

    def edit_record(
        self, name: str, change: Callable[[YearRecord], YearRecord], place: CasePath = ()
    ) -> bool:
        """Changes anything of the open year as one step; as :meth:`edit`."""
        if self._open is None:
            raise NothingOpenError
        return self._do(name, [(self._open, change(self._open))], place)

    def edit_shared(self, name: str, change: Callable[[Office], Office]) -> bool:
        """Changes what years share as one step; as :meth:`edit`."""
        return self._do(name, [(self._shared, change(self._shared))])

    def add_year(self, name: str, case: Case, *, sample: bool = False) -> YearRecord:
        """Adds a year under new ids as one step and opens it."""
        self._check_writable()
        record = new_year(case, sample=sample)
        self._do(name, [(None, record)])
        return record

    def import_year(self, name: str, case: Case) -> YearRecord:
        """Adds the year of a case file as one step and opens it.

        Ids that the file has stay, so that the same year is known when it comes again.
        """
        self._check_writable()
        known = case.id if case.id != OFFICE_KEY else ""  # by which what years share is kept
        record = identified(None, YearRecord(known or new_id(), case), keep_ids=True)
        self._do(name, [(None, record)])
        return record

    def replace_year(self, name: str, year_id: str, case: Case) -> bool:
        """Puts a case file in the place of a year as one step. Raises StorageError."""
        record = self.record(year_id)
        new = record._replace(case=_adopted(record.case, case))
        return self._do(name, [(record, new)], keep_ids=True)

    def merge_year(self, name: str, year_id: str, case: Case) -> tuple[Conflict, ...]:
        """Lays a case file and a year together as one step. Raises StorageError.

        Returns the values that differ; they are as in the year, until :meth:`choose`.
        """
        record = self.record(year_id)
        theirs = record._replace(case=_adopted(record.case, case))
        merged = merge(None, record, identified(record, theirs, keep_ids=True))
        self._do(name, [(record, merged.record)], keep_ids=True)
        return merged.conflicts

    def archive_year(self, year_id: str, archived: bool) -> bool:
        """Puts a year out of the way or back as one step. Raises StorageError."""
        record = self.record(year_id)
        name = "เก็บปีเข้าคลัง" if archived else "นำปีออกจากคลัง"
        return self._do(name, [(record, record._replace(archived=archived))])

    def delete_year(self, year_id: str) -> bool:
        """Takes a year away as one step. Raises StorageError."""
        return self._do("ลบปี", [(self.record(year_id), None)])

    def choose(
        self, key: str, theirs: Sequence[Conflict], asked: Sequence[Conflict] | None = None
    ) -> bool:
        """Ends conflicts of a year: *theirs* get the other side's values, as one step.

        All others that were *asked*, None for all there are, keep what was typed here.
        Raises StorageError.
        """
        self._check_writable()
        now = self._now(key)
        self._queues.chose(key, asked)
        if now is not None and theirs:
            chosen = settled(now, theirs, theirs=True)
            if self._do("รับข้อความของอีกฝ่าย", [(now, chosen)]):
                return True
        self._store()
        return False

    def undo(self) -> HistoryStep | None:
        """Takes the last step back and returns it; None where there is none.

        Raises StorageError where the year cannot be read.
        """
        step = self._history.to_undo
        if step is not None:
            self._check_writable()
            self._make_and_show(step.reversed())
            self._history.undid()
        return step

    def redo(self) -> HistoryStep | None:
        """Does again what was last taken back, as :meth:`undo`."""
        step = self._history.to_redo
        if step is not None:
            self._check_writable()
            self._make_and_show(step)
            self._history.redid()
        return step

    def save_again(self) -> bool:
        """Tries to store what could not be stored; True when nothing is left unsaved."""
        if self._queues.waiting:
            self._store()
        return not self._queues.waiting

    def unsaved_years(self) -> tuple[YearRecord, ...]:
        """The years that have changes which could not be stored yet."""
        found = [waiting.now for waiting in self._queues.waiting.values()]
        return tuple(record for record in found if isinstance(record, YearRecord))

    # --- how it is done ----------------------------------------------------------------

    def _check_writable(self) -> None:
        if self.read_only:
            raise ReadOnlyWorkspaceError

    def _now(self, key: str) -> Version:
        """What years share, or a year as it is now, None where there is none."""
        if key == OFFICE_KEY:
            return self._shared
        try:
            return self.record(key)
        except NoYearError:
            return None

    def _do(
        self,
        name: str,
        versions: Iterable[tuple[Version, Version]],
        place: CasePath = (),
        *,
        keep_ids: bool = False,
    ) -> bool:
        """Does several changes as one step; False where nothing changed."""
        made, changes = [], []
        for before, after in versions:
            new = after
            if before is not None and after is not None:  # else gone, or made with its ids
                new = identified(before, after, keep_ids=keep_ids)
            change = difference(before, new)
            if change.rows:
                made.append((change.key, before, new))
                changes.append(change)
        if not made:
            return False
        self._check_writable()
        self._make(made)
        self._history.did(HistoryStep(name, tuple(changes), place))
        return True

    def _make(self, versions: Iterable[tuple[str, Version, Version]]) -> None:
        for key, before, after in versions:
            self._queues.put(key, before, after)
            self._see(key, after, is_new=before is None)
        self._store()

    def _make_and_show(self, step: HistoryStep) -> None:
        """Makes a step and opens the year that it is about, so that it can be seen."""
        versions = []
        for change in step.changes:
            before = self._now(change.key)
            after: Version
            if isinstance(before, Office):
                after = applied(Office, before, change)
            else:
                after = applied(YearRecord, before, change)
            versions.append((change.key, before, after))
        self._make(versions)
        for key, _, _ in versions:
            record = self._now(key)
            if isinstance(record, YearRecord):
                self._open = record

    def _see(self, key: str, version: Version, *, is_new: bool = False) -> None:
        """A new year is opened, the open one is renewed or gone, another one stays closed."""
        if isinstance(version, Office):
            self._shared = version
        elif (self._open is not None and self._open.id == key) or (is_new and version is not None):
            self._open = version

    def _store(self) -> None:
        for key, version in self._queues.store().items():
            self._see(key, version)


def _adopted(old: Case, new: Case) -> Case:
    """A case file's case with the ids of the year that it is laid over.

    The ids of another year tell nothing, as where the same year was brought in or upgraded
    on two computers: its entries are then told by what they say.
    """
    return adopted(old, new if new.id == old.id else without_ids(new))
