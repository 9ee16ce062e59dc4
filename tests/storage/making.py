"""Databases and years for the tests of the storage."""

from __future__ import annotations

import datetime
import shutil
from functools import cache
from pathlib import Path

from ita_desktop.domain.case import Case
from ita_desktop.domain.changes import difference
from ita_desktop.domain.identity import identified, new_year
from ita_desktop.domain.records import SignedPaper, StoredFile, YearRecord
from ita_desktop.services.samples import sample_case
from ita_desktop.storage.database import Opened, OpeningState, open_database
from ita_desktop.storage.store import Store

NAME = "ita.sqlite3"
TIME = datetime.datetime(2026, 3, 31, 10, 0, tzinfo=datetime.UTC)
SCAN = StoredFile("scans/ลงนาม.pdf", "0" * 64, 12)


class FixedClock:
    """A clock that stands still until it is set."""

    def __init__(self, time: datetime.datetime = TIME) -> None:
        self.time = time

    def __call__(self) -> datetime.datetime:
        return self.time

    def advance(self, **how: float) -> None:
        self.time += datetime.timedelta(**how)


@cache
def sample() -> Case:
    return sample_case()


def opened(path: Path) -> Store:
    """The store of a database that opens as usual."""
    found = open_database(path)
    assert found.state is OpeningState.READY, found.message
    assert found.message == ""
    assert found.store
    return found.store


def add_year(store: Store, case: Case | None = None) -> YearRecord:
    """One more year, the sample where no case is given."""
    record = new_year(case or sample())
    store.apply([difference(None, record)])
    return record


def edited(record: YearRecord, case: Case) -> YearRecord:
    """The year with another case, whose new entries have got their ids."""
    return identified(record, record._replace(case=case))


def with_signed(store: Store, record: YearRecord) -> YearRecord:
    """The year with a signed memo, not yet stored; its contents are."""
    pdf, case = store.put_content(b"%PDF"), store.put_content(b"{}")
    final = SignedPaper(pdf, case, TIME, "ลผ ๕๖๐๐๑/๑๒๓", scan=SCAN)
    return identified(record, record._replace(signed=(final,)))


def filled(path: Path, years: int = 1) -> tuple[YearRecord, ...]:
    """A closed database at ``path`` and what is in it, the newest year first."""
    store = opened(path)
    records = [add_year(store, sample()._replace(fiscal_year=2560 + n)) for n in range(years)]
    store.close()
    return tuple(reversed(records))


def read_all(store: Store) -> tuple[YearRecord, ...]:
    """Every year, as the list of years has them."""
    return tuple(store.year(summary.id) for summary in store.years())


def as_left_by_a_crash(path: Path, target: Path) -> None:
    """Copy an open database with its log, as if its program had died now."""
    for end in ("", "-wal"):
        shutil.copyfile(f"{path}{end}", f"{target}{end}")


def refused(found: Opened, state: OpeningState) -> str:
    """The message of a database that was not opened."""
    assert found.state is state, found
    assert found.store is None
    assert found.message.isprintable()
    assert "โปรด" in found.message
    return found.message


def close(found: Opened) -> None:
    if found.store:
        found.store.close()
