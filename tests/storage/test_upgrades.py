"""Every older version upgrades, and a kill on the way leaves one version or the other (D8)."""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.storage.children import Child, die_in_upgrade, upgrade_copies
from tests.storage.making import NAME, opened, with_signed

from ita_desktop.domain.changes import difference
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.domain.rows import rows_of
from ita_desktop.exchange.case_json import read_case
from ita_desktop.services.settings import FILE_NAME, Settings
from ita_desktop.storage.backups import backup_folder, backups, restore
from ita_desktop.storage.connection import Mode, engine_for
from ita_desktop.storage.database import UPGRADE, OpeningState, open_database
from ita_desktop.storage.schema import VERSION
from ita_desktop.storage.store import Store
from ita_desktop.storage.tables import metadata
from ita_desktop.storage.upgrades import STEPS

OLD = Path(__file__).parents[1] / "old_databases"
VERSIONS = range(1, VERSION + 1)


def stored(version: int, path: Path) -> Path:
    """A copy of the stored database of a version."""
    shutil.copyfile(OLD / f"version-{version}.sqlite3", path)
    return path


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def schema_of(path: Path) -> dict[str, str]:
    """Every table and index with its statement, whatever its spaces."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_master").fetchall()
    # versions 1 and 2 counted ids; what SQLite kept the count in cannot be dropped
    # a column that is added to a table with rows needs a default, one of a new table none
    return {
        name: re.sub(r"\s+", " ", sql).replace(" DEFAULT ''", "")
        for name, sql in rows
        if name != "sqlite_sequence"
    }


def check_content(store: Store, version: int) -> None:
    """What the stored database of a version has in it."""
    (summary,) = store.years()
    record = store.year(summary.id)
    assert without_ids(record.case) == without_ids(read_case(OLD / f"version-{version}.json"))
    rows = list(rows_of(record))
    assert len({(row.table, row.key) for row in rows}) == len(rows)
    assert all(row.key for row in rows)
    assert record.sample
    assert len(record.signed) == (version > 1)
    shared = store.shared()
    signatories = memo_of(record.case).signatories
    assert shared.agency == record.case.agency
    assert without_ids(shared).people == tuple(map(without_ids, signatories))
    assert (len(shared.units) > 0) is (version > 1)
    if version < 3:
        settings = Settings(store.path.with_name(FILE_NAME), print)
        assert settings.text("window") == "made for the tests"


def test_there_is_a_stored_database_and_a_step_of_each_version() -> None:
    assert {path.name for path in OLD.glob("*.sqlite3")} == {
        f"version-{version}.sqlite3" for version in VERSIONS
    }
    assert sorted(STEPS) == list(VERSIONS[:-1])
    for version in VERSIONS:
        assert version_of(OLD / f"version-{version}.sqlite3") == version


@pytest.mark.parametrize("version", VERSIONS)
def test_an_older_database_is_brought_up_with_all_its_content(tmp_path: Path, version: int) -> None:
    path = stored(version, tmp_path / NAME)

    found = open_database(path)

    assert found.state is OpeningState.READY
    assert found.upgraded_from == (version if version < VERSION else None)
    store = found.store
    assert store
    check_content(store, version)
    (summary,) = store.years()
    signed = with_signed(store, store.year(summary.id))
    before = store.shared()
    store.apply([difference(before, before._replace(units=("กองช่าง",)))])
    store.close()
    assert signed.signed
    assert version_of(path) == VERSION
    store = opened(path)
    assert store.shared().units == ("กองช่าง",)
    store.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_its_tables_are_those_of_a_new_one(tmp_path: Path, version: int) -> None:
    opened(tmp_path / "new.sqlite3").close()
    path = stored(version, tmp_path / NAME)

    opened_store = open_database(path).store
    assert opened_store
    opened_store.close()

    assert schema_of(path) == schema_of(tmp_path / "new.sqlite3")
    engine = engine_for(path, Mode.READ)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_backup_of_the_old_version_is_made_first(tmp_path: Path) -> None:
    path = stored(1, tmp_path / NAME)
    found = open_database(path)
    assert found.store
    found.store.close()

    (backup,) = backups(backup_folder(path))

    assert backup.reason == UPGRADE
    assert version_of(backup.path) == 1
    restore(backup, path)
    assert version_of(path) == 1
    found = open_database(path)
    assert found.upgraded_from == 1
    assert found.store
    check_content(found.store, 1)
    found.store.close()


def test_an_upgrade_that_cannot_be_backed_up_is_not_made(tmp_path: Path) -> None:
    path = stored(1, tmp_path / NAME)
    backup_folder(path).write_text("in the way", encoding="utf-8")

    found = open_database(path)

    assert found.state is OpeningState.FAILED
    assert found.store is None
    assert path.read_bytes() == (OLD / "version-1.sqlite3").read_bytes()


def check_old_or_new(path: Path) -> int:
    """The version that a killed upgrade left; the next opening makes it the present one."""
    with closing(sqlite3.connect(path)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert ("final_memos" in names) is ("units" in names) is (version == 2)
    assert ("signed_papers" in names) is ("office" in names) is (version >= 3)
    assert ("settings" in names) is (version < 3)
    found = open_database(path)
    assert found.state is OpeningState.READY, found.message
    assert found.store
    check_content(found.store, 1)
    found.store.close()
    return version


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot kill itself so there")
@pytest.mark.parametrize("start", VERSIONS[:-1])
@pytest.mark.parametrize(
    ("moment", "steps"),
    [("before the number", 0), ("before the commit", 0), ("after the commit", 1)],
)
def test_a_death_about_a_step_leaves_old_or_new(
    tmp_path: Path, start: int, moment: str, steps: int
) -> None:
    path = stored(1, tmp_path / NAME)
    child = Child(die_in_upgrade, path, start, moment)
    assert child.receive() == "stepped"
    child.wait_for_death()

    assert check_old_or_new(path) == start + steps


@pytest.mark.whole
def test_a_kill_at_any_moment_leaves_old_or_new(tmp_path: Path) -> None:
    chance = random.Random(2569)
    seen = set()
    for number in range(8):
        folder = tmp_path / str(number)
        folder.mkdir()
        child = Child(upgrade_copies, OLD / "version-1.sqlite3", folder)
        last = chance.randrange(4)
        while child.receive() != last:
            pass
        child.kill()
        for copy in folder.iterdir():
            path = copy / NAME
            # of the last one, the test's own copying may have been cut off
            if path.exists() and path.stat().st_size >= (OLD / "version-1.sqlite3").stat().st_size:
                seen.add(check_old_or_new(path))

    assert VERSION in seen
