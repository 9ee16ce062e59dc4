"""A full disk destroys nothing: a typed error, and what was stored is whole (D3)."""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

import pytest
from tests.storage.children import Child, fill_disk, on_full_disk
from tests.storage.making import NAME, add_year, edited, filled, opened, read_all, sample

from ita_desktop.domain.changes import difference
from ita_desktop.storage.backups import backup_folder, backups, make_backup, restore
from ita_desktop.storage.database import OpeningState, open_database
from ita_desktop.storage.errors import DatabaseFullError
from ita_desktop.storage.files import FileKeeper
from ita_desktop.storage.store import utc_now

OLD = Path(__file__).parents[1] / "old_databases" / "version-1.sqlite3"

limits = pytest.mark.skipif(sys.platform == "win32", reason="needs RLIMIT_FSIZE")


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` but the lock."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_database_that_may_not_grow_is_told_and_is_whole(tmp_path: Path) -> None:
    store = opened(tmp_path / NAME)
    record = add_year(store)
    with store.driver_connection() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + 2}")
    longer = edited(record, sample()._replace(words=("ยาว" * 100_000,)))

    with pytest.raises(DatabaseFullError, match=r"เต็ม.*โปรด"):
        store.apply([difference(record, longer)])
    with pytest.raises(DatabaseFullError):
        store.put_content(bytes(1_000_000))

    assert store.year(record.id) == record
    with store.driver_connection() as connection:
        connection.execute("PRAGMA max_page_count=1000000")
    store.apply([difference(record, longer)])
    assert store.year(record.id) == longer
    store.close()


@limits
def test_a_disk_that_fills_up_while_writing(tmp_path: Path) -> None:
    *ids, (error, message), count, _ = [*Child(fill_disk, tmp_path / NAME).end(), None]

    assert error in ("DatabaseFullError", "DatabaseDiskError")
    assert "โปรด" in message
    assert count == len(ids) > 0
    store = opened(tmp_path / NAME)
    assert sorted(year.id for year in read_all(store)) == ids
    assert store.content(hashlib.sha256(b"it works again").hexdigest())
    store.close()


def told_on_full_disk(action: object, path: Path, size: int) -> str:
    """The message of what ``action`` raises in a process whose files cannot grow."""
    ((error, message),) = Child(on_full_disk, action, path, size).end()
    assert error in ("DatabaseFullError", "DatabaseDiskError", "OutputFileError")
    assert "โปรด" in message
    return str(message)


def back_up(path: Path) -> None:
    store = open_database(path).store
    assert store
    make_backup(store, "daily", clock=utc_now)


@limits
def test_a_backup_leaves_nothing(tmp_path: Path) -> None:
    filled(tmp_path / NAME)
    before = everything(tmp_path)

    told_on_full_disk(back_up, tmp_path / NAME, 50_000)

    opened(tmp_path / NAME).close()
    assert everything(tmp_path) == before
    assert backups(backup_folder(tmp_path / NAME)) == ()


def restore_newest(path: Path) -> None:
    restore(backups(backup_folder(path))[0], path)


@limits
def test_a_restore_leaves_the_present_file(tmp_path: Path) -> None:
    store = opened(tmp_path / NAME)
    make_backup(store, "daily", clock=utc_now)
    add_year(store)
    store.close()
    before = everything(tmp_path)

    told_on_full_disk(restore_newest, tmp_path / NAME, 50_000)

    assert everything(tmp_path) == before


def describe_opening(path: Path) -> tuple[str, str]:
    found = open_database(path)
    return found.state.name, found.message


@limits
def test_a_new_database_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    ((state, message),) = Child(on_full_disk, describe_opening, tmp_path / NAME, 20_000).end()

    assert state == OpeningState.FAILED.name
    assert "โปรด" in message
    assert everything(tmp_path) == {}


@limits
def test_an_upgrade_that_finds_no_room_leaves_the_old_version(tmp_path: Path) -> None:
    path = tmp_path / NAME
    shutil.copyfile(OLD, path)

    ((state, message),) = Child(on_full_disk, describe_opening, path, 50_000).end()

    assert state == OpeningState.FAILED.name
    assert "โปรด" in message
    assert path.read_bytes() == OLD.read_bytes()
    found = open_database(path)
    assert found.state is OpeningState.READY
    assert found.upgraded_from == 1
    if found.store:
        found.store.close()


def keep(path: Path) -> None:
    FileKeeper(path).keep(path / "photo.jpg")


@limits
def test_a_stored_file_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(bytes(100_000))
    before = everything(tmp_path)

    told_on_full_disk(keep, tmp_path, 50_000)

    assert everything(tmp_path) == before
