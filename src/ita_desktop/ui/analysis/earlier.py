"""The earlier years of the open one's agency, each read from the storage once."""

from __future__ import annotations

from ita_desktop.domain.case import Case
from ita_desktop.domain.records import YearRecord
from ita_desktop.services.paper_orders import earlier_years
from ita_desktop.ui.session import Session


class EarlierYears:
    """Reads when asked; :meth:`forget` when another year may have changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids: dict[tuple[object, ...], tuple[str, ...]] = {}
        self._cases: dict[str, Case | None] = {}

    def forget(self) -> None:
        """Reads everything anew the next time."""
        self._ids.clear()
        self._cases.clear()

    def cases(self, most: int | None = None) -> tuple[Case, ...]:
        """The earlier years of the open one, the latest first, at *most* so many."""
        record = self._session.record
        if record is None:
            return ()
        found = [self._case(year_id) for year_id in self._ids_of(record)[:most]]
        return tuple(case for case in found if case is not None)

    def _ids_of(self, record: YearRecord) -> tuple[str, ...]:
        case = record.case
        key = (record.id, record.sample, case.agency.name, case.assessment.year)
        if key not in self._ids:
            self._ids[key] = earlier_years(self._session.years(), record)
        return self._ids[key]

    def _case(self, year_id: str) -> Case | None:
        if year_id not in self._cases:
            record = self._session.record_of(year_id)
            self._cases[year_id] = record.case if record is not None else None
        return self._cases[year_id]
