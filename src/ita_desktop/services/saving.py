"""Keeps changes in the storage: one queue for each year, and one for what years share.

A version that could not be stored yet waits with the version that is stored. Where the
storage has another one by now, that is read, both are laid together, and what both sides
changed differently waits for the clerk's choice: nothing that was typed is dropped, and
no year waits for another.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from ita_desktop.domain.changes import Change, difference
from ita_desktop.domain.loggable import loggable
from ita_desktop.domain.merging import Conflict, merge, place_of, settled
from ita_desktop.domain.records import Office, YearRecord, YearSummary
from ita_desktop.domain.rows import OFFICE_KEY
from ita_desktop.storage.errors import ChangeConflictError, NoYearError, StorageError

_log = logging.getLogger(__name__)

Version = YearRecord | Office | None
"""A year, what years share, or None for a year that is not there."""

ATTEMPTS = 3
"""How often a version is laid over a newer one before it waits for the next time."""

MERGED = "ข้อมูลถูกแก้ไขจากที่อื่นระหว่างนี้ จึงอ่านข้อมูลใหม่แล้วรวมการแก้ไขของทั้งสองฝ่ายไว้ด้วยกัน"
RESTORED = "สิ่งที่ฝ่ายหนึ่งลบแต่อีกฝ่ายแก้ไข ยังเก็บไว้"
KEPT_YEAR = "ปีที่ลบถูกแก้ไขจากที่อื่นระหว่างนี้ จึงยังเก็บไว้ หากต้องการลบ โปรดลบอีกครั้ง"
TO_CHOOSE = "บางช่องแก้ไม่เหมือนกัน โปรดเลือกข้อความที่ต้องการ"


class Records(Protocol):
    """What is needed of the storage; :class:`~ita_desktop.storage.store.Store` has it."""

    @property
    def read_only(self) -> bool: ...
    def years(self) -> tuple[YearSummary, ...]: ...
    def year(self, id: str) -> YearRecord: ...  # noqa: A002 - the record's own word
    def shared(self) -> Office: ...
    def apply(self, changes: Sequence[Change]) -> datetime.datetime: ...


class Saving(NamedTuple):
    """How the storing stands: when it was last done (aware, UTC), and what keeps it back.

    ``to_choose`` tells that something is kept back until the clerk has chosen.
    """

    saved_at: datetime.datetime | None = None
    problem: StorageError | None = None
    to_choose: bool = False


class Waiting(NamedTuple):
    """A version that is not stored, or not all of it, and the one that is.

    ``conflicts`` are the values that wait for the clerk's choice; ``now`` has what was
    typed here.
    """

    stored: Version
    now: Version
    conflicts: tuple[Conflict, ...] = ()
    problem: StorageError | None = None


class SavingQueues:
    """What waits to be stored, by the year's id or :data:`OFFICE_KEY`. For one thread."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._waiting: dict[str, Waiting] = {}
        self._news: list[str] = []
        self.state = Saving()

    @property
    def waiting(self) -> Mapping[str, Waiting]:
        """What is not stored yet, or not all of it."""
        return self._waiting

    def take_news(self) -> tuple[str, ...]:
        """What the clerk is to be told once of how versions were laid together."""
        news = tuple(dict.fromkeys(self._news))
        self._news.clear()
        return news

    def put(self, key: str, stored: Version, now: Version) -> None:
        """A new version waits; ``stored`` counts only where none waits already."""
        standing = self._waiting.get(key)
        if standing is None:
            self._waiting[key] = Waiting(stored, now)
            return
        standing = standing._replace(conflicts=_still_there(now, standing.conflicts))
        if not standing.conflicts and _is_same(standing.stored, now):  # taken back meanwhile
            del self._waiting[key]
        else:
            self._waiting[key] = standing._replace(now=now)

    def chose(self, key: str, asked: Sequence[Conflict] | None = None) -> None:
        """The clerk has chosen: what was asked, None for all that waits, is meant as it is."""
        if key in self._waiting:
            waiting = self._waiting[key]
            left = [one for one in waiting.conflicts if asked is not None and one not in asked]
            self._waiting[key] = waiting._replace(conflicts=tuple(left))

    def store(self) -> Mapping[str, Version]:
        """Tries to store everything that waits, each year for itself.

        Returns what was laid together with a newer version, as it is now.
        """
        merged: dict[str, Version] = {}
        for key in list(self._waiting):
            before = self._waiting[key]
            waiting = self._stored(key, before._replace(problem=None))
            if waiting.problem is None and not waiting.conflicts:
                del self._waiting[key]
            else:
                self._waiting[key] = waiting
            if waiting.now is not before.now:
                merged[key] = waiting.now
            _log_problem(before, waiting)
        problems = (one.problem for one in self._waiting.values() if one.problem is not None)
        to_choose = any(one.conflicts for one in self._waiting.values())
        self.state = self.state._replace(problem=next(problems, None), to_choose=to_choose)
        return merged

    def _stored(self, key: str, waiting: Waiting) -> Waiting:
        for _ in range(ATTEMPTS):
            try:
                return self._written(waiting)
            except ChangeConflictError as error:
                waiting = self._laid_together(key, waiting._replace(problem=error))
            except StorageError as error:
                return waiting._replace(problem=error)
        return waiting

    def _written(self, waiting: Waiting) -> Waiting:
        """Stores all but what waits for a choice. Raises StorageError."""
        target = waiting.now
        if target is not None and waiting.conflicts:
            target = settled(target, waiting.conflicts, theirs=True)
        if target is not waiting.stored:
            change = difference(waiting.stored, target)
            if change.rows:
                self.state = Saving(self._records.apply([change]))
        return waiting._replace(stored=target, problem=None)

    def _laid_together(self, key: str, waiting: Waiting) -> Waiting:
        """What waits, laid over the version that is stored now."""
        try:
            theirs = self._read(key)
        except StorageError as error:
            return waiting._replace(problem=error)
        mine = waiting.now
        if _is_same(waiting.stored, theirs):
            return waiting
        if theirs is None:  # removed there, changed here: it is stored whole
            return self._told(waiting._replace(stored=None), RESTORED)
        if mine is None:  # removed here, changed there
            self._news.append(KEPT_YEAR)
            return Waiting(theirs, theirs)
        merged = merge(waiting.stored, mine, theirs)
        fields = {one[:3] for one in merged.conflicts}
        older = tuple(one for one in waiting.conflicts if one[:3] not in fields)
        laid = Waiting(theirs, merged.record, (*older, *merged.conflicts))
        laid = self._told(laid, RESTORED if merged.restored else "")
        if laid.conflicts:
            self._news.append(TO_CHOOSE)
        return laid

    def _told(self, waiting: Waiting, more: str) -> Waiting:
        self._news += [MERGED, more] if more else [MERGED]
        return waiting

    def _read(self, key: str) -> Version:
        if key == OFFICE_KEY:
            return self._records.shared()
        try:
            return self._records.year(key)
        except NoYearError:
            return None


def _log_problem(before: Waiting, after: Waiting) -> None:
    """Notes once what keeps a version back, and how much waits: never what it says."""
    if after.problem is not None and type(after.problem) is not type(before.problem):
        shape = loggable(after.now) if after.now is not None else "removed"
        _log.warning("not stored (%s): %s", type(after.problem).__name__, shape)


def _still_there(now: Version, conflicts: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """Without the conflicts about what has been removed: there is nothing to choose."""
    return tuple(one for one in conflicts if now is not None and place_of(now, one))


def _is_same(first: Version, second: Version) -> bool:
    if first is None or second is None:
        return first is second
    return first is second or not difference(first, second).rows
