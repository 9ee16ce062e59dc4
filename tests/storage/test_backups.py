"""A backup is real, whole, kept long enough, and comes back (D9, D10)."""

from __future__ import annotations

import datetime
import random
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.storage.making import (
    NAME,
    TIME,
    FixedClock,
    add_year,
    as_left_by_a_crash,
    opened,
    read_all,
    sample,
    with_signed,
)

from ita_desktop.domain.changes import difference
from ita_desktop.domain.records import YearRecord
from ita_desktop.files import OutputFileError
from ita_desktop.storage import backups as module
from ita_desktop.storage.backups import (
    DAYS,
    MONTHS,
    NEWEST,
    WEEKS,
    Backup,
    backup_folder,
    backups,
    check_backup,
    finish_restore,
    make_backup,
    restore,
    restore_is_pending,
    thin,
)
from ita_desktop.storage.connection import Mode, engine_for
from ita_desktop.storage.errors import (
    DatabaseCorruptError,
    DatabaseInUseError,
    DatabaseTooNewError,
    ForeignDatabaseError,
    StorageError,
)
from ita_desktop.storage.schema import VERSION, examine
from ita_desktop.storage.store import Store, utc_now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / NAME


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = opened(path)
    record = add_year(store)
    store.apply([difference(record, with_signed(store, record))])
    yield store
    store.close()


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for (name,) in names
        }


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


# --- making -----------------------------------------------------------------------------------


def test_a_backup_has_every_row_and_is_one_file(store: Store, path: Path, tmp_path: Path) -> None:
    backup = make_backup(store, "daily", clock=FixedClock())

    elsewhere = tmp_path / "elsewhere" / NAME
    elsewhere.parent.mkdir()
    shutil.copyfile(backup.path, elsewhere)
    assert backup.path.parent == backup_folder(path)
    assert names(backup.path.parent) == {backup.path.name}
    assert backup == Backup(backup.path, TIME, elsewhere.stat().st_size, "daily")
    copy = opened(elsewhere)
    assert read_all(copy) == read_all(store)
    assert [copy.content(final.pdf) for final in read_all(copy)[0].signed] == [b"%PDF"]
    copy.close()
    expected = rows(path)
    assert rows(elsewhere) == expected
    assert sum(map(len, expected.values())) > 80


def test_backups_are_listed_the_newest_first(store: Store, path: Path) -> None:
    made = [make_backup(store, reason, clock=FixedClock()) for reason in ("a", "b2", "c-d")]
    folder = backup_folder(path)
    (folder / "notes.txt").write_text("not a backup", encoding="utf-8")
    (folder / "000009-20269999T999999Z-daily.sqlite3").write_bytes(b"")

    assert backups(folder) == tuple(reversed(made))
    assert backups(path.parent / "none") == ()


@pytest.mark.parametrize("reason", ["", "../x", "A", "ก", "a b", "a.sqlite3"])
def test_a_reason_that_is_no_name_is_a_bug(store: Store, reason: str) -> None:
    with pytest.raises(ValueError, match="reason"):
        make_backup(store, reason, clock=FixedClock())


def test_a_backup_while_writing_is_of_one_moment(store: Store) -> None:
    written: list[YearRecord] = []
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            written.append(add_year(store))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [make_backup(store, "daily", clock=utc_now) for _ in range(5)]
    finally:
        stop.set()
        writer.join()

    counts = []
    for backup in made:
        check_backup(backup)
        found = rows(backup.path)
        counts.append(len(found["years"]))
        assert len(found["measures"]) == len(found["years"]) * len(sample().measures)
    assert counts == sorted(counts)
    assert len(read_all(store)) == len(written) + 1


def test_one_that_is_interrupted_leaves_nothing(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "examine", interrupted)

    with pytest.raises(KeyboardInterrupt):
        make_backup(store, "daily", clock=utc_now)

    assert names(backup_folder(path)) == set()
    monkeypatch.undo()
    add_year(store)  # and the connection is as before


def test_what_a_dead_program_left_unfinished_is_removed(store: Store, path: Path) -> None:
    folder = backup_folder(path)
    folder.mkdir()
    for name in (".ita-123-abc.tmp", ".ita-123-abc.tmp-journal"):
        (folder / name).write_bytes(b"half")
    assert backups(folder) == ()

    backup = make_backup(store, "daily", clock=utc_now)

    assert names(folder) == {backup.path.name}


@pytest.mark.parametrize("ends", [(4096, 8192), (-8192, -1)])
def test_none_is_made_of_a_corrupt_file(store: Store, path: Path, ends: tuple[int, int]) -> None:
    make_backup(store, "daily", clock=utc_now)
    store.close()
    data = bytearray(path.read_bytes())
    data[slice(*ends)] = b"\xa5" * len(data[slice(*ends)])
    path.write_bytes(data)
    damaged = Store(path, engine_for(path, Mode.WRITE))  # as if it came while it was open

    with pytest.raises(DatabaseCorruptError) as caught:
        make_backup(damaged, "daily", clock=utc_now)

    assert caught.value.file == path
    assert len(names(backup_folder(path))) == 1
    damaged.close()


def test_the_copy_is_examined_too(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []

    def corrupt_copy(connection: sqlite3.Connection, file: Path) -> int:
        seen.append(file)
        if file != path:
            raise DatabaseCorruptError(file=file)
        return examine(connection, file)

    monkeypatch.setattr(module, "examine", corrupt_copy)

    with pytest.raises(DatabaseCorruptError):
        make_backup(store, "daily", clock=utc_now)

    assert [file.parent for file in seen] == [path.parent, backup_folder(path)]
    assert names(backup_folder(path)) == set()


def test_a_folder_that_cannot_be_made_is_told(store: Store, path: Path) -> None:
    backup_folder(path).write_text("in the way", encoding="utf-8")

    with pytest.raises(StorageError, match="โปรด"):
        make_backup(store, "daily", clock=utc_now)


# --- clocks (D10) -----------------------------------------------------------------------------


def test_a_clock_that_is_set_back_neither_reorders_nor_overwrites(store: Store, path: Path) -> None:
    clock = FixedClock()
    made = []
    for days in (0, 30, -400, 0, 0.00001):
        clock.advance(days=days)
        made.append(make_backup(store, "daily", clock=clock))

    assert backups(backup_folder(path)) == tuple(reversed(made))
    assert [backup.made_at for backup in made] != sorted(backup.made_at for backup in made)
    assert thin(backup_folder(path)) == ()


def test_times_of_other_zones_are_labelled_in_utc(store: Store) -> None:
    bangkok = datetime.timezone(datetime.timedelta(hours=7))

    backup = make_backup(store, "daily", clock=lambda: TIME.astimezone(bangkok))

    assert backup.made_at == TIME
    assert "20260331T100000Z" in backup.path.name


# --- thinning ---------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "many"


def put(folder: Path, times: list[datetime.datetime]) -> None:
    """Empty files with the names of backups of these times, in this order."""
    folder.mkdir(exist_ok=True)
    for number, time in enumerate(times, 1):
        (folder / f"{number:06}-{time:%Y%m%dT%H%M%S}Z-daily.sqlite3").touch()


def days_ago(days: float) -> datetime.datetime:
    return TIME - datetime.timedelta(days=days)


def test_newer_ones_stand_for_older_ones(folder: Path) -> None:
    # three a day for two years
    times = [days_ago(days / 3) for days in range(3 * 730, -1, -1)]
    put(folder, times)

    removed = thin(folder)

    kept = backups(folder)
    assert len(removed) + len(kept) == len(times)
    made = [backup.made_at for backup in kept]
    assert made[:NEWEST] == sorted(times, reverse=True)[:NEWEST]
    assert len({time.date() for time in made if time > days_ago(DAYS)}) == DAYS
    assert len({time.isocalendar()[:2] for time in made if time > days_ago(7 * WEEKS)}) >= WEEKS
    assert len({(time.year, time.month) for time in made}) == MONTHS
    assert len(kept) <= NEWEST + DAYS + WEEKS + MONTHS
    assert thin(folder) == ()


def test_few_are_all_kept_however_old(folder: Path) -> None:
    put(folder, [days_ago(5000 - n) for n in range(NEWEST)])

    assert thin(folder) == ()
    assert len(backups(folder)) == NEWEST


def test_of_a_day_the_newest_stays(folder: Path) -> None:
    put(folder, [days_ago(20 - n / 100) for n in range(5)] + [days_ago(0)] * NEWEST)

    removed = thin(folder)

    assert [backup.number for backup in removed] == [4, 3, 2, 1]


def test_thinning_each_time_leaves_what_thinning_once_would(folder: Path) -> None:
    """Years of use: one backup a day, thinned each time, clock set back in between."""
    chance = random.Random(2569)
    now = days_ago(900)
    made: list[datetime.datetime] = []
    for _ in range(900):
        now += datetime.timedelta(days=1 if chance.random() > 0.01 else -30)
        made.append(now)
        number = len(made)
        folder.mkdir(exist_ok=True)
        (folder / f"{number:06}-{now:%Y%m%dT%H%M%S}Z-daily.sqlite3").touch()
        thin(folder)
        newest = [backup.number for backup in backups(folder)][:NEWEST]
        assert newest == list(range(number, max(0, number - NEWEST), -1))

    months = {(time.year, time.month) for time in made}
    kept = {(backup.made_at.year, backup.made_at.month) for backup in backups(folder)}
    assert len(kept) == min(MONTHS, len(months))


def test_other_files_are_let_alone(folder: Path) -> None:
    put(folder, [days_ago(0)] * (NEWEST + 5))
    (folder / "000000-mine.sqlite3").touch()

    assert len(thin(folder)) == 5
    assert "000000-mine.sqlite3" in names(folder)


# --- restoring --------------------------------------------------------------------------------


def test_a_restore_brings_everything_back_and_keeps_the_present(store: Store, path: Path) -> None:
    before = read_all(store)
    backup = make_backup(store, "daily", clock=utc_now)
    add_year(store)
    after = read_all(store)
    store.close()

    kept = restore(backup, path, clock=FixedClock())

    assert kept is not None
    assert kept.name.startswith("ita-ก่อนกู้คืน-2026")
    for file, expected in ((path, before), (kept, after)):
        found = opened(file)
        assert read_all(found) == expected
        found.close()
    assert backup in backups(backup_folder(path))
    kept_again = restore(backup, path, clock=FixedClock())
    assert kept_again is not None
    assert kept_again.name == f"{kept.stem} (2).sqlite3"


def test_the_log_of_the_present_is_kept_and_does_not_reach_the_restored(
    store: Store, path: Path, tmp_path: Path
) -> None:
    before = read_all(store)
    backup = make_backup(store, "daily", clock=utc_now)
    add_year(store)
    after = read_all(store)
    crashed = tmp_path / "crashed" / NAME
    crashed.parent.mkdir()
    as_left_by_a_crash(path, crashed)
    assert crashed.with_name(f"{NAME}-wal").stat().st_size > 0

    kept = restore(backup, crashed)

    assert kept is not None
    for file, expected in ((crashed, before), (kept, after)):
        found = opened(file)
        assert read_all(found) == expected
        found.close()


def test_a_restore_in_the_place_of_damage_or_of_nothing(store: Store, path: Path) -> None:
    expected = read_all(store)
    backup = make_backup(store, "daily", clock=utc_now)
    store.close()
    path.write_bytes(b"damage")

    kept = restore(backup, path)

    assert kept is not None
    assert kept.read_bytes() == b"damage"
    path.unlink()
    assert restore(backup, path) is None
    found = opened(path)
    assert read_all(found) == expected
    found.close()


def broken_in_the_middle(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096:12288] = bytes(8192)
    file.write_bytes(data)


def pragma(statement: str) -> Callable[[Path], None]:
    def execute(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(f"PRAGMA {statement}")

    return execute


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (lambda file: file.write_bytes(b""), DatabaseCorruptError),
        (broken_in_the_middle, DatabaseCorruptError),
        (lambda file: file.write_bytes(file.read_bytes()[:-1]), DatabaseCorruptError),
        (pragma(f"user_version={VERSION + 1}"), DatabaseTooNewError),
        (pragma("application_id=1"), ForeignDatabaseError),
        (Path.unlink, StorageError),
    ],
)
def test_a_bad_backup_is_refused_and_the_present_stays(
    store: Store, path: Path, damage: Callable[[Path], None], error: type[StorageError]
) -> None:
    backup = make_backup(store, "daily", clock=utc_now)
    store.close()
    damage(backup.path)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}

    with pytest.raises(error, match="โปรด"):
        restore(backup, path)

    after = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    assert after == before


def test_an_open_database_is_not_replaced(store: Store, path: Path) -> None:
    backup = make_backup(store, "daily", clock=utc_now)

    with pytest.raises(DatabaseInUseError):
        restore(backup, path)

    add_year(store)
    assert not restore_is_pending(path)


def test_a_restore_that_stops_half_way_is_finished_by_the_next_opening(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_all(store)
    backup = make_backup(store, "daily", clock=utc_now)
    add_year(store)
    crashed = path.parent / "crashed" / NAME
    crashed.parent.mkdir()
    as_left_by_a_crash(path, crashed)
    calls = [0]

    def stopped_before_it(database: Path) -> None:
        calls[0] += 1
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "finish_restore", stopped_before_it)
    with pytest.raises(KeyboardInterrupt):
        restore(backup, crashed)
    monkeypatch.undo()
    assert calls == [1]
    assert restore_is_pending(crashed)

    found = opened(crashed)

    assert read_all(found) == before
    found.close()
    assert not restore_is_pending(crashed)


def test_one_that_stops_after_the_log_went_is_finished_too(store: Store, path: Path) -> None:
    backup = make_backup(store, "daily", clock=utc_now)
    expected = read_all(store)
    crashed = path.parent / "crashed" / NAME
    crashed.parent.mkdir()
    add_year(store)
    as_left_by_a_crash(path, crashed)
    crashed.with_name(f"{NAME}-wal").unlink()
    shutil.copyfile(backup.path, f"{crashed}.restoring")

    found = opened(crashed)

    assert read_all(found) == expected
    found.close()


def test_a_file_that_is_held_open_cancels_the_restore(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = make_backup(store, "daily", clock=utc_now)
    add_year(store)
    expected = read_all(store)
    store.close()

    def held(self: Path, target: Path) -> Path:
        if self.name.endswith(".restoring"):
            raise PermissionError(13, "held open")
        return replace(self, target)

    replace = Path.replace
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises((StorageError, OutputFileError), match="โปรด"):
        restore(backup, path)
    monkeypatch.undo()

    assert not restore_is_pending(path)
    found = opened(path)
    assert read_all(found) == expected
    found.close()


def test_finishing_takes_the_backup_as_it_is(tmp_path: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        (tmp_path / f"a{end}").write_bytes(b"old")
    (tmp_path / "a.restoring").write_bytes(b"new")

    finish_restore(tmp_path / "a")

    assert names(tmp_path) == {"a"}
    assert (tmp_path / "a").read_bytes() == b"new"
