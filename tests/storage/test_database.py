"""Whatever lies where the database should: told calmly, and left as it is (D4, D5, D7, D11)."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.storage.making import (
    NAME,
    add_year,
    as_left_by_a_crash,
    edited,
    filled,
    opened,
    read_all,
    refused,
)

from ita_desktop.domain.changes import difference
from ita_desktop.storage import upgrades  # noqa: F401 - before the rights to its parts go
from ita_desktop.storage.backups import make_backup
from ita_desktop.storage.database import OpeningState, open_database
from ita_desktop.storage.errors import DatabaseReadOnlyError, StorageError
from ita_desktop.storage.schema import APPLICATION_ID, VERSION
from ita_desktop.storage.store import Store, utc_now

posix = pytest.mark.skipif(os.name == "nt", reason="rights as POSIX has them")


@pytest.fixture(scope="module")
def sound() -> Iterator[bytes]:
    """The bytes of a closed database with the sample year."""
    with tempfile.TemporaryDirectory() as folder:
        filled(Path(folder) / NAME)
        yield (Path(folder) / NAME).read_bytes()


@pytest.fixture
def path(tmp_path: Path, sound: bytes) -> Path:
    path = tmp_path / NAME
    path.write_bytes(sound)
    return path


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix != ".lock"}


# --- the usual --------------------------------------------------------------------------------


def test_a_new_database_is_empty_and_ready(tmp_path: Path) -> None:
    path = tmp_path / "ข้อมูล" / "ปี" / NAME

    store = opened(path)

    assert store.path == path
    assert store.years() == ()
    assert store.read_only is False
    store.close()
    store.close()
    assert files(path.parent) == {NAME}


def test_without_create_nothing_is_made(tmp_path: Path) -> None:
    message = refused(open_database(tmp_path / "none" / NAME, create=False), OpeningState.FAILED)

    assert "เปิดฐานข้อมูลไม่ได้" in message
    assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_is_taken_up(tmp_path: Path, path: Path) -> None:
    store = opened(path)
    record = add_year(store)
    crashed = tmp_path / "crashed" / NAME
    crashed.parent.mkdir()
    as_left_by_a_crash(path, crashed)
    store.close()

    store = opened(crashed)

    assert record in read_all(store)
    store.close()


def test_a_journal_that_a_crash_left_is_taken_back(tmp_path: Path, path: Path) -> None:
    before = path.read_bytes()
    crashed = tmp_path / "crashed" / NAME
    crashed.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA cache_size=1")  # so that the file is written before the commit
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM evidence")
        connection.execute("DELETE FROM results")
        connection.execute("UPDATE measures SET name = 'lost'")
        for end in ("", "-journal"):
            shutil.copyfile(f"{path}{end}", f"{crashed}{end}")
        connection.execute("ROLLBACK")
    assert b"lost" in crashed.read_bytes()
    path.write_bytes(before)
    store = opened(path)
    expected = read_all(store)
    store.close()

    store = opened(crashed)

    assert read_all(store) == expected
    store.close()


def test_reading_only_on_request(path: Path) -> None:
    found = open_database(path, read_only=True)

    assert found.state is OpeningState.READ_ONLY
    assert found.message
    assert found.store
    assert len(read_all(found.store)) == 1
    found.store.close()


# --- damage (D4) ------------------------------------------------------------------------------


def whatever_can_be_done(store: Store) -> None:
    """What the window does in a day; typed errors are allowed, others are not."""
    with suppress(StorageError):
        store.years()
    with suppress(StorageError):
        shared = store.shared()
        store.apply([difference(shared, shared._replace(units=("กองช่าง",)))])
    for summary in store.years():
        with suppress(StorageError):
            record = store.year(summary.id)
            changed = record.case._replace(words=("ใหม่",), measures=record.case.measures[1:])
            store.apply([difference(record, edited(record, changed))])
    with suppress(StorageError):
        store.put_content(b"b")
    with suppress(StorageError):
        add_year(store)


def opens_calmly(path: Path) -> OpeningState:
    """Open what may be damaged, use it, and see that it was left alone if refused."""
    before = path.read_bytes()
    found = open_database(path)
    if found.store:
        with suppress(StorageError):
            whatever_can_be_done(found.store)
        found.store.close()
    else:
        assert found.message.isprintable()
        assert "โปรด" in found.message
        assert path.read_bytes() == before
        assert files(path.parent) == {NAME}
    return found.state


def test_a_byte_flipped_anywhere_is_no_traceback(path: Path, sound: bytes) -> None:
    chance = random.Random(2569)
    offsets = [*range(0, 100, 3), *(chance.randrange(len(sound)) for _ in range(70))]
    states = set()
    for offset in offsets:
        broken = bytearray(sound)
        broken[offset] ^= 1 << chance.randrange(8)
        path.write_bytes(broken)
        states.add(opens_calmly(path))

    assert OpeningState.CORRUPT in states
    assert OpeningState.READY in states  # a letter of a text became another


def test_a_byte_flipped_in_the_structure_is_recognised(path: Path, sound: bytes) -> None:
    chance = random.Random(7)
    # the first bytes of a page say what it is and how it is filled
    starts = range(4096, len(sound), 4096)
    unseen = []
    for start in starts:
        broken = bytearray(sound)
        broken[start + chance.choice([0, 3, 4])] ^= 0xFF
        path.write_bytes(broken)
        if opens_calmly(path) is not OpeningState.CORRUPT:
            unseen.append(start)

    # overflow pages hold text from their fifth byte on
    assert len(unseen) < len(starts) / 4


@pytest.mark.parametrize("filling", [b"\0", b"\xff", b"lorem ipsum "])
def test_an_overwritten_page_is_recognised(path: Path, sound: bytes, filling: bytes) -> None:
    page = (filling * 4096)[:4096]
    for start in range(0, len(sound), 4096):
        path.write_bytes(sound[:start] + page + sound[start + 4096 :])

        assert opens_calmly(path) is OpeningState.CORRUPT, start


@pytest.mark.parametrize("left", [0, 1, 15, 16, 99, 100, 101, 4095, 4096, 5000, 40_960, -4096, -1])
def test_a_truncated_file_is_recognised(path: Path, sound: bytes, left: int) -> None:
    path.write_bytes(sound[:left])

    assert opens_calmly(path) is OpeningState.CORRUPT


def test_other_files_under_the_name(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "x" * 1000)
    assert opens_calmly(path) is OpeningState.CORRUPT

    path.write_text("ข้อความ" * 1000, encoding="utf-8")
    assert opens_calmly(path) is OpeningState.CORRUPT


def test_a_folder_under_the_name(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()

    refused(open_database(tmp_path / NAME), OpeningState.FAILED)


def read_everything(store: Store) -> None:
    """Reads every year and what they share."""
    assert read_all(store)
    store.shared()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE years SET changed_at = 'yesterday'",
        "UPDATE papers SET date = '2569-13-40'",
        "UPDATE indicators SET score = 'high'",
        "UPDATE measures SET steps = '[]]'",
        "UPDATE years SET words = '[1]'",
        "UPDATE measures SET monitoring = CAST(x'ff' AS TEXT)",
        "DELETE FROM office",
    ],
)
def test_values_that_cannot_be_are_damage(path: Path, damage: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(damage)
    store = opened(path)

    with pytest.raises(StorageError, match=r"เสียหาย.*โปรด"):
        read_everything(store)
    store.close()


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE people",
        "ALTER TABLE people RENAME COLUMN note TO letters",
        "ALTER TABLE people ADD COLUMN extra TEXT",
        "PRAGMA user_version=0",
        "PRAGMA user_version=-1",
        "PRAGMA foreign_keys=OFF; DELETE FROM measures",
    ],
)
def test_tables_that_are_not_as_ours_are_damage(path: Path, damage: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(damage)

    assert opens_calmly(path) is OpeningState.CORRUPT


@pytest.mark.parametrize("offset", [0, 8, 24, 32, 40, 1000, 5000])
def test_a_damaged_log_is_no_traceback(tmp_path: Path, path: Path, offset: int) -> None:
    store = opened(path)
    for _ in range(3):
        add_year(store)
    crashed = tmp_path / "crashed" / NAME
    crashed.parent.mkdir()
    as_left_by_a_crash(path, crashed)
    store.close()
    log = crashed.with_name(f"{NAME}-wal")
    broken = bytearray(log.read_bytes())
    broken[offset] ^= 0xFF
    log.write_bytes(broken)

    store = opened(crashed)  # SQLite takes of a log what is whole

    assert read_all(store)
    store.close()


def test_backups_are_offered_where_the_file_is_damaged_or_gone(path: Path) -> None:
    store = opened(path)
    backup = make_backup(store, "daily", clock=utc_now)
    store.close()
    assert opened_and_closed(path) == ()
    path.write_bytes(b"")

    assert open_database(path).backups == (backup,)

    path.unlink()
    found = open_database(path)
    assert found.backups == (backup,)
    assert "backups" in refused(found, OpeningState.FAILED)
    assert not path.exists()


def opened_and_closed(path: Path) -> tuple[object, ...]:
    found = open_database(path)
    if found.store:
        found.store.close()
    return found.backups


# --- not ours, not yet ours (D7, D11) ---------------------------------------------------------


def with_pragma(path: Path, pragma: str, *, log: bool = False) -> dict[str, bytes]:
    """Set it and return every file of the folder."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA journal_mode={'WAL' if log else 'DELETE'}")
    connection.execute(f"PRAGMA {pragma}")
    if log:
        as_left_by_a_crash(path, path.with_name("copy"))
        connection.close()
        for end in ("", "-wal"):
            path.with_name(f"copy{end}").replace(f"{path}{end}")
    connection.close()
    return contents(path)


def contents(path: Path) -> dict[str, bytes]:
    found = {end: Path(f"{path}{end}") for end in ("", "-wal", "-journal")}
    return {end: file.read_bytes() for end, file in found.items() if file.exists()}


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_database_is_refused_untouched(path: Path, read_only: bool) -> None:
    before = with_pragma(path, f"user_version={VERSION + 1}")

    message = refused(open_database(path, read_only=read_only), OpeningState.TOO_NEW)

    assert "รุ่นใหม่กว่า" in message
    assert contents(path) == before
    assert {file.name for file in path.parent.iterdir()} == {NAME}


def test_a_newer_version_that_stands_in_the_log_only_is_refused_too(path: Path) -> None:
    before = with_pragma(path, f"user_version={VERSION + 1}", log=True)
    assert before["-wal"]

    refused(open_database(path), OpeningState.TOO_NEW)

    assert contents(path) == before


@pytest.mark.parametrize("number", [0, 1, -1, APPLICATION_ID + 1])
@pytest.mark.parametrize("version", [0, 1, VERSION, 99])
def test_a_foreign_database_is_refused_untouched(tmp_path: Path, number: int, version: int) -> None:
    path = tmp_path / NAME
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
        connection.execute(f"PRAGMA application_id={number}")
        connection.execute(f"PRAGMA user_version={version}")
    before = contents(path)

    message = refused(open_database(path), OpeningState.FOREIGN)

    assert "โปรแกรมอื่น" in message
    assert contents(path) == before
    assert {file.name for file in tmp_path.iterdir()} == {NAME}


# --- read only (D5) ---------------------------------------------------------------------------


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users reach too, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """Rights count: a test run as root takes another user's for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@posix
@pytest.mark.parametrize("what", ["folder", "file", "both"])
@pytest.mark.parametrize("left", ["closed", "log", "log and index", "journal mode"])
def test_what_may_not_be_written_is_read(
    open_folder: Path, sound: bytes, what: str, left: str, request: pytest.FixtureRequest
) -> None:
    records = prepare(open_folder / NAME, sound, left)
    path = open_folder / "data" / NAME
    if what in ("file", "both"):
        for file in path.parent.iterdir():
            file.chmod(0o444)
    path.parent.chmod(0o555 if what in ("folder", "both") else 0o777)
    before = contents(path)
    request.getfixturevalue("ordinary_user")

    found = open_database(path)

    assert found.state is OpeningState.READ_ONLY
    assert "โปรด" in found.message
    assert found.store
    assert found.store.read_only
    assert sorted(read_all(found.store)) == records
    with pytest.raises(DatabaseReadOnlyError):
        found.store.put_content(b"b")
    found.store.close()
    assert contents(path) == before


def prepare(work: Path, sound: bytes, left: str) -> list[object]:
    """A database in ``data`` beside ``work``, left so, and what is in it."""
    path = work.parent / "data" / NAME
    path.parent.mkdir()
    work.write_bytes(sound)
    store = opened(work)
    add_year(store)
    records = sorted(read_all(store))
    if left.startswith("log"):
        as_left_by_a_crash(work, path)
        if left == "log and index":
            shutil.copyfile(f"{work}-shm", f"{path}-shm")
    store.close()
    if not left.startswith("log"):
        path.write_bytes(work.read_bytes())
    if left == "journal mode":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    return list(records)


@posix
def test_an_older_database_is_read_where_it_cannot_be_upgraded(
    open_folder: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = open_folder / NAME
    temporary = open_folder / "temporary"  # of its own: other programs use the common one
    temporary.mkdir()
    temporary.chmod(0o777)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    old = Path(__file__).parents[1] / "old_databases" / "version-1.sqlite3"
    path.write_bytes(old.read_bytes())
    open_folder.chmod(0o555)
    request.getfixturevalue("ordinary_user")

    found = open_database(path)

    assert found.state is OpeningState.READ_ONLY
    assert found.store
    assert len(read_all(found.store)) == 1
    found.store.close()
    assert path.read_bytes() == old.read_bytes()
    assert list(temporary.iterdir()) == []


@posix
def test_a_file_that_may_not_be_read_is_told(
    open_folder: Path, sound: bytes, request: pytest.FixtureRequest
) -> None:
    path = open_folder / NAME
    path.write_bytes(sound)
    path.chmod(0)
    request.getfixturevalue("ordinary_user")

    refused(open_database(path), OpeningState.FAILED)


@posix
def test_a_folder_where_nothing_can_be_made_is_told(
    open_folder: Path, request: pytest.FixtureRequest
) -> None:
    open_folder.chmod(0o555)
    request.getfixturevalue("ordinary_user")

    refused(open_database(open_folder / NAME), OpeningState.FAILED)
    refused(open_database(open_folder / "new" / NAME), OpeningState.FAILED)
