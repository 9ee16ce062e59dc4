"""The store gives back what it was given, and writes only what differs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from tests.strategies import cases

from ita_desktop.domain.case import Case
from ita_desktop.domain.records import YearChange, YearRecord
from ita_desktop.exchange.case_json import case_to_json
from ita_desktop.storage.opening import open_database
from ita_desktop.storage.store import Store


def opened(path: Path) -> Store:
    store = open_database(path).store
    assert store
    return store


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        one = opened(Path(folder) / "data.sqlite3")
        yield one
        one.close()


@given(case=cases)
def test_a_case_comes_back_byte_for_byte(store: Store, case: Case) -> None:
    record = YearRecord(store.new_id(), case)

    store.apply([YearChange(None, record)])

    stored = store.year(record.id)
    assert stored == record
    assert case_to_json(stored.case) == case_to_json(case)


@given(before=cases, after=cases)
def test_a_change_of_everything_comes_back(store: Store, before: Case, after: Case) -> None:
    old = YearRecord(store.new_id(), before)
    new = old._replace(case=after)
    store.apply([YearChange(None, old)])

    store.apply([YearChange(old, new)])

    assert store.year(old.id) == new
    assert case_to_json(store.year(old.id).case) == case_to_json(after)
    store.apply([YearChange(new, None)])
    assert old.id not in [year.id for year in store.years()]
