"""Records kept in memory: what a workspace needs of the storage, for tests about other things."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ita_desktop.domain.records import Change, Office, OfficeChange, YearRecord, YearSummary
from ita_desktop.storage.errors import StorageError

NOON = datetime.datetime(2026, 11, 23, 5, 0, tzinfo=datetime.UTC)


class MemoryRecords:
    """Keeps changes; ``failing`` is raised instead of keeping, as a full disk would."""

    def __init__(self, *records: YearRecord, read_only: bool = False) -> None:
        self.read_only = read_only
        self.failing: StorageError | None = None
        self.kept = {record.id: record for record in records}
        self.kept_shared = Office()
        self.applied: list[tuple[Change, ...]] = []
        self._last_id = max(self.kept, default=0)
        self._contents: dict[str, bytes] = {}

    def years(self) -> tuple[YearSummary, ...]:
        records = sorted(self.kept.values(), key=lambda r: (-r.case.fiscal_year, -r.id))
        return tuple(
            YearSummary(
                r.id, r.case.fiscal_year, r.case.assessment.year, r.case.agency.name,
                r.archived, r.sample, NOON,
            )
            for r in records
        )  # fmt: skip

    def year(self, id: int) -> YearRecord:  # noqa: A002 - the protocol's name
        return self.kept[id]

    def shared(self) -> Office:
        return self.kept_shared

    def new_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def apply(self, changes: Sequence[Change]) -> datetime.datetime:
        if self.failing is not None:
            raise self.failing
        for change in changes:
            if isinstance(change, OfficeChange):
                assert change.before == self.kept_shared
                self.kept_shared = change.after
            elif change.after is None:
                assert change.before is not None
                assert self.kept.pop(change.before.id) == change.before
            else:
                assert self.kept.get(change.after.id) == change.before
                self.kept[change.after.id] = change.after
        self.applied.append(tuple(changes))
        return NOON + datetime.timedelta(minutes=len(self.applied))
