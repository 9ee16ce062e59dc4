"""Opens the database whatever state it is in, and says so calmly."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from ita_desktop.storage.backups import Backup
from ita_desktop.storage.connecting import Mode, engine_for
from ita_desktop.storage.creating import create_database
from ita_desktop.storage.store import Clock, Store, utc_now


class OpeningState(Enum):
    """How the database was found."""

    READY = auto()
    READ_ONLY = auto()
    IN_USE = auto()
    TOO_NEW = auto()
    CORRUPT = auto()
    FOREIGN = auto()
    FAILED = auto()


class Opened(NamedTuple):
    """What came of opening: ``store`` is None where nothing can be shown.

    ``message`` is one calm Thai sentence, empty when all is as usual; ``backups`` are
    what a restore can be offered from, the newest first; ``upgraded_from`` is the
    older version that the database was brought up from.
    """

    state: OpeningState
    store: Store | None
    message: str = ""
    backups: tuple[Backup, ...] = ()
    upgraded_from: int | None = None


def open_database(
    path: Path, *, create: bool = True, read_only: bool = False, clock: Clock = utc_now
) -> Opened:
    """Open the database at ``path``, made where there is none and ``create`` says so."""
    if create and not path.exists():
        create_database(path)
    mode = Mode.READ if read_only else Mode.WRITE
    store = Store(path, engine_for(path, mode), read_only=read_only, clock=clock)
    return Opened(OpeningState.READY, store)
