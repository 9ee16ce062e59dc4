"""What was told as stored survives the death of the program (D1), and another waits for it (D6)."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.storage.children import Child, hold, write_years
from tests.storage.making import NAME, add_year, filled, opened, read_all

from ita_desktop.storage.database import OpeningState, open_database
from ita_desktop.storage.errors import DatabaseReadOnlyError

ROUNDS = 25


@pytest.mark.whole
def test_every_commit_that_was_told_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / NAME
    chance = random.Random(2569)
    told: dict[int, str] = {}
    for number in range(ROUNDS):
        child = Child(write_years, path, f"รอบ {number}")
        assert child.receive() == "ready"
        # it goes on writing while this reads: the kill comes at any moment of a later commit
        told.update(child.receive() for _ in range(chance.randrange(20)))
        told.update(child.kill())

        store = opened(path)  # ready, and checked whole by that

        stored = {year.id: year.case.measures[0].name for year in read_all(store)}
        store.close()
        assert told.keys() <= stored.keys()
        for year, name in told.items():
            # one commit may have been made and not yet told
            assert stored[year] in (name, f"{name} แก้")
        told = stored
    assert len(told) > ROUNDS


def test_a_database_in_use_is_read_until_the_other_dies(tmp_path: Path) -> None:
    path = tmp_path / NAME
    records = filled(path, years=2)
    child = Child(hold, path)
    assert child.receive() is False

    found = open_database(path)

    assert found.state is OpeningState.IN_USE
    assert "โปรด" in found.message
    assert found.store
    assert found.store.read_only
    assert read_all(found.store) == records
    with pytest.raises(DatabaseReadOnlyError, match="โปรด"):
        found.store.put_content(b"b")
    found.store.close()
    child.kill()
    store = opened(path)
    assert read_all(store) == records
    store.close()


def test_the_reader_sees_what_the_writer_commits(tmp_path: Path) -> None:
    path = tmp_path / NAME
    writer = opened(path)
    reader = open_database(path).store
    assert reader

    record = add_year(writer)

    assert reader.year(record.id) == record
    reader.close()
    writer.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == [NAME, f"{NAME}.lock"]


def test_who_has_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.node", lambda: "PC-พัสดุ")
    monkeypatch.setenv("USERNAME", "somchai")
    store = opened(tmp_path / NAME)

    found = open_database(tmp_path / NAME)

    assert "PC-พัสดุ" in found.message
    assert "somchai" in found.message
    if found.store:
        found.store.close()
    store.close()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"host": 1}', "\xff" * 2000])
def test_a_lock_that_tells_nothing_is_a_lock_all_the_same(tmp_path: Path, text: str) -> None:
    store = opened(tmp_path / NAME)
    (tmp_path / f"{NAME}.lock").write_text(text, encoding="latin-1")

    found = open_database(tmp_path / NAME)

    assert found.state is OpeningState.IN_USE
    if found.store:
        found.store.close()
    store.close()
