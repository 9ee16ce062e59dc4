"""Records kept in memory: what a workspace needs of the storage, for tests about other things."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ita_desktop.domain.changes import Change, applied
from ita_desktop.domain.identity import identified
from ita_desktop.domain.records import Office, YearRecord, YearSummary
from ita_desktop.domain.rows import rows_of
from ita_desktop.storage.errors import ChangeConflictError, NoYearError, StorageError

NOON = datetime.datetime(2026, 11, 23, 5, 0, tzinfo=datetime.UTC)


class MemoryRecords:
    """Keeps changes; ``failing`` is raised instead of keeping, as a full disk would.

    Years without ids get them; a row that is not as a change expects is a conflict.
    """

    def __init__(self, *records: YearRecord, read_only: bool = False) -> None:
        self.read_only = read_only
        self.failing: StorageError | None = None
        self.kept = {record.id: identified(None, record, keep_ids=True) for record in records}
        self.kept_shared = Office()
        self.applied: list[tuple[Change, ...]] = []
        self._contents: dict[str, bytes] = {}

    def years(self) -> tuple[YearSummary, ...]:
        records = sorted(self.kept.values(), key=lambda r: (r.case.fiscal_year, r.id), reverse=True)
        return tuple(
            YearSummary(
                r.id, r.case.fiscal_year, r.case.assessment.year, r.case.agency.name,
                r.archived, r.sample, NOON,
            )
            for r in records
        )  # fmt: skip

    def year(self, id: str) -> YearRecord:  # noqa: A002 - the protocol's name
        if id not in self.kept:
            raise NoYearError(id)
        return self.kept[id]

    def shared(self) -> Office:
        return self.kept_shared

    def apply(self, changes: Sequence[Change]) -> datetime.datetime:
        if self.failing is not None:
            raise self.failing
        for change in changes:
            if change.is_of_office:
                _check(self.kept_shared, change)
                office = applied(Office, self.kept_shared, change)
                assert office is not None
                self.kept_shared = office
                continue
            before = self.kept.get(change.key)
            _check(before, change)
            after = applied(YearRecord, before, change)
            if after is None:
                del self.kept[change.key]
            else:
                self.kept[change.key] = after
        self.applied.append(tuple(changes))
        return NOON + datetime.timedelta(minutes=len(self.applied))


def _check(record: YearRecord | Office | None, change: Change) -> None:
    """Every row that changes is there as the change expects."""
    rows = {} if record is None else {(row.table, row.key): row for row in rows_of(record)}
    for one in change.rows:
        if rows.get((one.row.table, one.row.key)) != one.before:
            raise ChangeConflictError
