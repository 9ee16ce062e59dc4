"""A session on records in memory, for tests of what stands on it."""

from __future__ import annotations

from tests.records import MemoryRecords

from ita_desktop.domain.case import Agency, Assessment, Case
from ita_desktop.domain.records import YearRecord
from ita_desktop.services.workspace import Workspace
from ita_desktop.ui.session import Session

EMPTY = Case(Agency("อบต.ตัวอย่าง"), 2569, Assessment(2568))


def desk_with(case: Case | None = EMPTY, *, read_only: bool = False) -> Session:
    """A session with this one year open, or with no year at all."""
    records = MemoryRecords(*([] if case is None else [YearRecord("1", case)]), read_only=read_only)
    session = Session(Workspace(records))
    if case is not None:
        session.open_year("1")
    return session
