"""Every connection keeps the promises for a power loss (D2), and writers take their right first."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest
from tests.storage.making import NAME, filled, opened

from ita_desktop.storage.connection import Mode, connect, engine_for, writing
from ita_desktop.storage.schema import VERSION


@pytest.fixture
def path(tmp_path: Path) -> Path:
    filled(tmp_path / NAME)
    return tmp_path / NAME


def pragmas(connection: sqlite3.Connection) -> dict[str, object]:
    names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "query_only")
    values = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}
    assert connection.execute("PRAGMA busy_timeout").fetchone()[0] >= 1000
    return values


DURABLE = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL
    "foreign_keys": 1,
    "trusted_schema": 0,
    "query_only": 0,
}


@pytest.mark.parametrize("on_network", [False, True])
def test_every_pooled_connection(path: Path, on_network: bool) -> None:
    engine = engine_for(path, Mode.WRITE, on_network=on_network)
    expected = {**DURABLE, "journal_mode": "delete" if on_network else "wal"}

    with contextlib.ExitStack() as stack:
        for _ in range(4):
            pooled = stack.enter_context(contextlib.closing(engine.raw_connection()))
            driver = pooled.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            assert pragmas(driver) == expected
    engine.dispose()


def test_the_stores_own_connection(path: Path) -> None:
    store = opened(path)

    with store.driver_connection() as connection:
        assert pragmas(connection) == DURABLE
    store.close()


def test_a_reader_cannot_write(path: Path) -> None:
    with contextlib.closing(connect(path, Mode.READ)) as connection:
        assert pragmas(connection)["query_only"] == 1
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM people")


def test_writers_begin_by_taking_the_right_to(path: Path) -> None:
    engine = engine_for(path, Mode.WRITE)
    with contextlib.closing(connect(path, Mode.WRITE)) as other:
        other.execute("PRAGMA busy_timeout=0")

        with writing(engine).begin() as connection:
            connection.exec_driver_sql("SELECT 1")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")

        with engine.begin() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM years")
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
    engine.dispose()


def test_a_transaction_is_taken_back_whole(path: Path) -> None:
    engine = engine_for(path, Mode.WRITE)

    with writing(engine).connect() as connection:
        connection.exec_driver_sql("CREATE TABLE extra (a)")
        connection.exec_driver_sql("PRAGMA user_version=99")
        connection.rollback()

    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == VERSION
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        assert "extra" not in names
    engine.dispose()


FORBIDDEN_ON_WINDOWS = ["?mode=memory", '"', "a\nb"]


@pytest.mark.parametrize(
    "name", ["ก ข", "#%41&", "a%20b", "';--", *(FORBIDDEN_ON_WINDOWS if os.name != "nt" else [])]
)
def test_any_name_of_a_folder_is_taken_literally(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / NAME
    if os.name == "nt" and set(name) & set('?"\n'):
        pytest.skip("no name on Windows")

    opened(path).close()

    assert sorted(file.name for file in path.parent.iterdir()) == [NAME, f"{NAME}.lock"]
