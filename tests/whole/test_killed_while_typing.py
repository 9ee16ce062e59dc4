"""Whoever is killed while typing loses nothing that the window had shown as saved."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from ita_desktop.domain.changes import difference
from ita_desktop.domain.identity import new_year
from ita_desktop.services.samples import sample_case
from ita_desktop.storage.database import OpeningState, open_database

pytestmark = pytest.mark.whole

ROUNDS = 25
TYPIST = Path(__file__).with_name("typist.py")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "ita.sqlite3"
    opened = open_database(path)
    assert opened.store is not None
    case = sample_case()._replace(measures=())
    opened.store.apply([difference(None, new_year(case))])
    opened.store.close()
    return path


def type_and_kill(database: Path, number: int, lines: int) -> list[str]:
    """The names that were shown as saved until the kill, which follows on so many of them."""
    with subprocess.Popen(
        [sys.executable, str(TYPIST), str(database), str(number)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as child:
        assert child.stdout is not None
        shown = [child.stdout.readline() for _ in range(lines)]
        child.kill()
        shown += child.stdout.readlines()
    # The very last line may be cut by the kill; then nobody saw it.
    return [line.removeprefix("saved\t").rstrip("\n") for line in shown if line.endswith("\n")]


def test_nothing_shown_as_saved_is_lost(database: Path) -> None:
    chance = random.Random(2569)
    for number in range(ROUNDS):
        shown = type_and_kill(database, number, chance.randrange(2, 13))
        opened = open_database(database)
        assert opened.state is OpeningState.READY, opened.message
        assert opened.store is not None
        (year,) = opened.store.years()
        names = [measure.name for measure in opened.store.year(year.id).case.measures]
        opened.store.close()
        stored = [name for name in names if name.startswith(f"r{number}n")]
        # Stored may be more than was shown, never less.
        assert len(stored) == 1
        assert stored[0].startswith(shown[-1]), (number, shown[-1], stored)
        assert len(stored) + number == len(names), "what was stored before is not there"
