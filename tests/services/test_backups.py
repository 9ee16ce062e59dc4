"""Backups are made when they are due, tell what is in them, and can be carried away."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.domain.changes import difference
from ita_desktop.domain.identity import new_year
from ita_desktop.errors import ItaError
from ita_desktop.services.backups import (
    DAILY,
    BackupKeeper,
    backup_at,
    contents_of,
    reason_words,
)
from ita_desktop.services.samples import sample_case
from ita_desktop.storage.database import open_database
from ita_desktop.storage.store import Store

NOON = datetime.datetime(2026, 11, 23, 5, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = open_database(tmp_path / "ita.sqlite3", clock=clock)
    assert opened.store is not None
    yield opened.store
    opened.store.close()


def add_year(store: Store) -> None:
    store.apply([difference(None, new_year(sample_case()))])


def written(store: Store, at: datetime.datetime) -> None:
    """Makes the files look as if they were last written then."""
    for file in store.path.parent.glob(f"{store.path.name}*"):
        os.utime(file, (at.timestamp(), at.timestamp()))


def test_an_empty_database_needs_no_backup(store: Store, clock: Clock) -> None:
    assert not BackupKeeper(store, clock).is_due()


def test_the_first_backup_is_due_as_soon_as_there_is_a_year(store: Store, clock: Clock) -> None:
    add_year(store)
    keeper = BackupKeeper(store, clock)
    assert keeper.is_due()
    keeper.make(DAILY)
    written(store, NOON - HOUR)
    assert not keeper.is_due()


@pytest.mark.parametrize(
    ("later", "written_later", "due"),
    [(23, 22, False), (25, 22, True), (25, -1, False), (-48, -47, False), (-48, 1, True)],
    ids=["within a day", "a day and changed", "unchanged", "clock set back", "set back, changed"],
)
def test_a_backup_is_due_after_a_day_in_which_something_was_written(
    store: Store, clock: Clock, later: int, written_later: int, due: bool
) -> None:
    add_year(store)
    keeper = BackupKeeper(store, clock)
    keeper.make(DAILY)
    written(store, NOON + written_later * HOUR)
    clock.now = NOON + later * HOUR
    assert keeper.is_due() is due


def test_a_backup_tells_what_is_in_it_and_why_it_was_made(store: Store, clock: Clock) -> None:
    add_year(store)
    backup = BackupKeeper(store, clock).make(DAILY)
    contents = contents_of(backup)
    assert [year.agency for year in contents.years] == [sample_case().agency.name]
    assert contents.changed_at == NOON
    assert reason_words(backup) == "อัตโนมัติ ประจำวัน"
    assert reason_words(backup._replace(reason="x")) == "อื่น ๆ"


def test_a_copy_elsewhere_is_a_sound_backup(store: Store, clock: Clock, tmp_path: Path) -> None:
    add_year(store)
    stick = tmp_path / "แฟลชไดรฟ์"
    stick.mkdir()
    file = BackupKeeper(store, clock).make_in(stick)
    assert file.parent == stick
    assert contents_of(backup_at(file)).years == store.years()


def test_a_stick_that_has_gone_is_told(store: Store, clock: Clock, tmp_path: Path) -> None:
    with pytest.raises(ItaError, match="โปรด"):
        BackupKeeper(store, clock).make_in(tmp_path / "ไม่มี")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no database", None])
def test_a_file_that_is_no_backup_is_told(tmp_path: Path, data: bytes | None) -> None:
    file = tmp_path / "อื่น.sqlite3"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(ItaError, match="โปรด"):
        contents_of(backup_at(file))
