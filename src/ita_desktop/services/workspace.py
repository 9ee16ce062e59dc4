"""What is open and everything that changes it: the one door for every change of data.

A change is stored as soon as it is made. Where storing fails, the change stays here as
not yet saved, is told, and goes along with the next attempt: nothing that was typed is
dropped because a disk was full for a minute.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.records import (
    Change,
    Office,
    OfficeChange,
    YearChange,
    YearRecord,
    YearSummary,
)
from ita_desktop.errors import ItaError
from ita_desktop.services.history import History, HistoryStep
from ita_desktop.storage.errors import StorageError


class Records(Protocol):
    """What a workspace needs of the storage; :class:`~ita_desktop.storage.store.Store` has it."""

    @property
    def read_only(self) -> bool: ...
    def years(self) -> tuple[YearSummary, ...]: ...
    def year(self, id: int) -> YearRecord: ...  # noqa: A002 - the record's own word
    def shared(self) -> Office: ...
    def new_id(self) -> int: ...
    def apply(self, changes: Sequence[Change]) -> datetime.datetime: ...


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


class Saving(NamedTuple):
    """How the storing stands: when it was last done (aware, UTC), and what keeps it back."""

    saved_at: datetime.datetime | None = None
    problem: StorageError | None = None


class Workspace:
    """The open year, what years share, and the history of changes. For one thread."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._history = History()
        self._open: YearRecord | None = None
        self._shared = records.shared()
        self._unsaved: dict[int, Change] = {}
        self._saving = Saving()

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
        return self._saving

    def years(self) -> tuple[YearSummary, ...]:
        """The years that are stored, the newest first. Raises StorageError."""
        return self._records.years()

    def record(self, year_id: int) -> YearRecord:
        """A year as it stands now, also where that is not yet stored. Raises StorageError."""
        if self._open is not None and self._open.id == year_id:
            return self._open
        waiting = self._unsaved.get(year_id)
        if isinstance(waiting, YearChange) and waiting.after is not None:
            return waiting.after
        return self._records.year(year_id)

    # --- what the user does ------------------------------------------------------------

    def open_year(self, year_id: int) -> YearRecord:
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
        return self.do(name, [YearChange(self._open, change(self._open))], place)

    def edit_shared(self, name: str, change: Callable[[Office], Office]) -> bool:
        """Changes what years share as one step; as :meth:`edit`."""
        return self.do(name, [OfficeChange(self._shared, change(self._shared))])

    def add_year(self, name: str, case: Case, *, sample: bool = False) -> YearRecord:
        """Adds a year as one step and opens it. Raises StorageError for lack of an id."""
        self._check_writable()
        record = YearRecord(self._records.new_id(), case, sample=sample)
        self.do(name, [YearChange(None, record)])
        return record

    def archive_year(self, year_id: int, archived: bool) -> bool:
        """Puts a year out of the way or back as one step. Raises StorageError."""
        record = self.record(year_id)
        name = "เก็บปีเข้าคลัง" if archived else "นำปีออกจากคลัง"
        return self.do(name, [YearChange(record, record._replace(archived=archived))])

    def delete_year(self, year_id: int) -> bool:
        """Takes a year away as one step. Raises StorageError."""
        return self.do("ลบปี", [YearChange(self.record(year_id), None)])

    def do(self, name: str, changes: Iterable[Change], place: CasePath = ()) -> bool:
        """Does several changes as one step; False where nothing changed."""
        real = tuple(change for change in changes if change.before != change.after)
        if not real:
            return False
        self._check_writable()
        self._make(real)
        self._history.did(HistoryStep(name, real, place))
        return True

    def undo(self) -> HistoryStep | None:
        """Takes the last step back and returns it; None where there is none."""
        step = self._history.to_undo
        if step is not None:
            self._check_writable()
            self._make_and_show(step.reversed().changes)
            self._history.undid()
        return step

    def redo(self) -> HistoryStep | None:
        """Does again what was last taken back and returns it; None where there is nothing."""
        step = self._history.to_redo
        if step is not None:
            self._check_writable()
            self._make_and_show(step.changes)
            self._history.redid()
        return step

    def save_again(self) -> bool:
        """Tries to store what could not be stored; True when nothing is left unsaved."""
        if self._unsaved:
            self._store()
        return not self._unsaved

    def unsaved_years(self) -> tuple[YearRecord, ...]:
        """The years that have changes which could not be stored yet."""
        changes = [change for change in self._unsaved.values() if isinstance(change, YearChange)]
        return tuple(change.after for change in changes if change.after is not None)

    # --- how it is done ----------------------------------------------------------------

    def _check_writable(self) -> None:
        if self.read_only:
            raise ReadOnlyWorkspaceError

    def _make(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self._wait_for(change)
            if isinstance(change, OfficeChange):
                self._shared = change.after
            elif change.after is not None:
                self._open = self._to_open(change.after, is_new=change.before is None)
            elif self._open is not None and change.before is not None:
                self._open = None if self._open.id == change.before.id else self._open
        self._store()

    def _make_and_show(self, changes: Sequence[Change]) -> None:
        """Makes changes and opens the year that they are about, so that they can be seen."""
        self._make(changes)
        for change in changes:
            if isinstance(change, YearChange) and change.after is not None:
                self._open = change.after

    def _to_open(self, changed: YearRecord, *, is_new: bool) -> YearRecord | None:
        """A new year is opened, the open one is renewed, another one stays closed."""
        if is_new or (self._open is not None and self._open.id == changed.id):
            return changed
        return self._open

    def _wait_for(self, change: Change) -> None:
        """Puts a change among those that wait, together with what waits for the same."""
        key = _key(change)
        waiting = self._unsaved.pop(key, None)
        if waiting is not None:
            change = _joined(waiting, change)
        if change.before != change.after:
            self._unsaved[key] = change

    def _store(self) -> None:
        if not self._unsaved:  # what could not be stored was taken back
            self._saving = self._saving._replace(problem=None)
            return
        try:
            self._saving = Saving(self._records.apply(tuple(self._unsaved.values())))
        except StorageError as error:
            self._saving = self._saving._replace(problem=error)
        else:
            self._unsaved.clear()


_SHARED_KEY = 0
"""No year has it: ids begin with 1."""


def _key(change: Change) -> int:
    if isinstance(change, OfficeChange):
        return _SHARED_KEY
    record = change.after or change.before
    assert record is not None, "a change has one side at least"  # noqa: S101 - for the type checker
    return record.id


def _joined(first: Change, then: Change) -> Change:
    """One change that does what the two do; both are of the same thing."""
    if isinstance(first, OfficeChange) and isinstance(then, OfficeChange):
        return OfficeChange(first.before, then.after)
    if isinstance(first, YearChange) and isinstance(then, YearChange):
        return YearChange(first.before, then.after)
    raise TypeError("changes of different things")
