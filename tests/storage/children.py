"""Other processes for the tests: they write until they are killed, or meet a full disk."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ita_desktop.domain.case import Agency, Assessment, Case, Measure
from ita_desktop.domain.changes import difference
from ita_desktop.domain.identity import identified, new_year
from ita_desktop.errors import ItaError
from ita_desktop.storage.database import open_database
from ita_desktop.storage.store import Store

_PATIENCE = 60.0
"""Seconds after which a child that says nothing is a failure."""

if sys.platform == "win32":
    _CONTEXT = multiprocessing.get_context("spawn")
else:
    # One process imports everything, and the children are forked off it: a start in 10 ms.
    _CONTEXT = multiprocessing.get_context("forkserver")
    _CONTEXT.set_forkserver_preload(["tests.storage.children"])


class Child:
    """A process that runs ``action(tell, *arguments)``; what it tells is received here."""

    def __init__(self, action: Callable[..., None], *arguments: object) -> None:
        self._here, there = _CONTEXT.Pipe(duplex=False)
        self._process = _CONTEXT.Process(target=action, args=(there, *arguments), daemon=True)
        self._process.start()
        there.close()

    def receive(self) -> Any:
        """The next thing that it tells."""
        assert self._here.poll(_PATIENCE), "the child says nothing"
        return self._here.recv()

    def kill(self) -> list[Any]:
        """End it at once, as a power switch would, and return what it had told."""
        self._process.kill()
        self._process.join()
        return list(self._rest())

    def wait_for_death(self) -> None:
        """Wait until it has killed itself."""
        self._process.join(_PATIENCE)
        assert self._process.exitcode == -signal.SIGKILL
        self._here.close()

    def end(self) -> list[Any]:
        """Wait for its end and return what it told."""
        self._process.join(_PATIENCE)
        told = list(self._rest())
        assert self._process.exitcode == 0, told
        return told

    def _rest(self) -> Iterator[Any]:
        with self._here, contextlib.suppress(EOFError, ConnectionError):
            while True:
                yield self._here.recv()


def small_case(text: str) -> Case:
    return Case(Agency("อบต.ลานไผ่"), 2569, Assessment(2568), measures=(Measure(text),))


def _store(path: Path) -> Store:
    found = open_database(path)
    assert found.store, found.message
    return found.store


# --- actions ----------------------------------------------------------------------------------


def write_years(tell: Connection, path: Path, label: str) -> None:
    """Add years, and change each once, for ever; tell every commit."""
    store = _store(path)
    tell.send("ready")
    for count in itertools.count():
        record = new_year(small_case(f"{label} {count}"))
        store.apply([difference(None, record)])
        tell.send((record.id, record.case.measures[0].name))
        case = small_case(f"{label} {count} แก้")
        changed = identified(record, record._replace(case=case))
        store.apply([difference(record, changed)])
        tell.send((record.id, changed.case.measures[0].name))


def hold(tell: Connection, path: Path) -> None:
    """Open the database and keep it."""
    store = _store(path)
    tell.send(store.read_only)
    signal_wait()


def signal_wait() -> None:
    """Wait to be killed."""
    multiprocessing.get_context("spawn").Event().wait()


def upgrade_copies(tell: Connection, old: Path, folder: Path) -> None:
    """Copy the old database and open, that is upgrade, the copy; for ever."""
    for count in itertools.count():
        path = folder / str(count) / "ita.sqlite3"
        path.parent.mkdir()
        shutil.copyfile(old, path)
        tell.send(count)
        _store(path).close()


def die_in_upgrade(tell: Connection, path: Path, version: int, moment: str) -> None:
    """Open an old database and die after the step from *version*, about its commit."""
    from sqlalchemy import Engine, event

    from ita_desktop.storage import upgrades

    step = upgrades.STEPS[version]

    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def dying(operations: Any) -> None:
        step(operations)
        tell.send("stepped")
        if moment == "before the number":
            die()
        name = "commit" if moment == "before the commit" else "begin"
        event.listen(Engine, name, die)

    upgrades.STEPS = {**upgrades.STEPS, version: dying}
    _store(path).years()


def limit_files(size: int) -> None:
    """From now on no file of this process may grow beyond ``size`` bytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def fill_disk(tell: Connection, path: Path) -> None:
    """Write years until no file can grow, tell the error, and be able to write again."""
    import resource

    store = _store(path)
    limit_files(400_000)
    try:
        for count in itertools.count():
            record = new_year(small_case(f"{count} " + "ยาว" * 10_000))
            store.apply([difference(None, record)])
            tell.send(record.id)
    except ItaError as error:
        tell.send((type(error).__name__, str(error)))
    limit_files(resource.RLIM_INFINITY)
    tell.send(len(store.years()))
    store.put_content(b"it works again")
    os._exit(0)  # without closing: what was committed must last without it


def on_full_disk(tell: Connection, action: Callable[[Path], object], path: Path, size: int) -> None:
    """Tell the typed error of ``action(path)`` where files cannot grow beyond ``size``."""
    limit_files(size)
    try:
        tell.send(action(path))
    except ItaError as error:
        tell.send((type(error).__name__, str(error)))
