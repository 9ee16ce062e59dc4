"""The user's data, opened, and the services that work on it.

The window gets everything that it does with stored data from a :class:`Database`; how
and where things are kept is not its business.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ita_desktop.services.settings import FILE_NAME, Settings
from ita_desktop.services.workspace import Workspace
from ita_desktop.storage.backups import Backup, restore
from ita_desktop.storage.database import OpeningState, open_database
from ita_desktop.storage.files import FileKeeper
from ita_desktop.storage.store import Store

if TYPE_CHECKING:
    from ita_desktop.services.backups import BackupKeeper
    from ita_desktop.services.evidence import EvidenceFiles
    from ita_desktop.services.signed_papers import SignedPapers

__all__ = ["DATABASE", "Backup", "Database", "Opening", "OpeningState", "open_data", "restore"]

DATABASE = "ita-desktop.sqlite3"
"""The database file's name in the data folder."""


class Database:
    """An open database and the services on it. To be closed with :meth:`close`.

    Services that the window needs late are imported when they are asked for.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._store.path.parent

    @property
    def read_only(self) -> bool:
        """Whether nothing can be stored."""
        return self._store.read_only

    @property
    def on_network(self) -> bool:
        """Whether it lies on another computer."""
        return self._store.on_network

    def workspace(self) -> Workspace:
        """A workspace on the years that are stored."""
        return Workspace(self._store)

    def settings(self, note: Callable[[str], object]) -> Settings:
        """The user's habits; ``note`` gets the reason where one cannot be kept."""
        return Settings(self.folder / FILE_NAME, note, read_only=self.read_only)

    def backups(self) -> BackupKeeper:
        """What makes and finds backups."""
        from ita_desktop.services.backups import BackupKeeper

        return BackupKeeper(self._store)

    def evidence(self) -> EvidenceFiles:
        """The files of evidence."""
        from ita_desktop.services.evidence import EvidenceFiles

        return EvidenceFiles(self._files, self._store)

    def signed_papers(self) -> SignedPapers:
        """The frozen copies of what was signed."""
        from ita_desktop.services.signed_papers import SignedPapers

        return SignedPapers(self._store, self._files)

    def close(self) -> None:
        """Closes the database; nothing on it works any more."""
        self._store.close()

    @cached_property
    def _files(self) -> FileKeeper:
        return FileKeeper(self.folder)


class Opening(NamedTuple):
    """What came of opening; as :class:`~ita_desktop.storage.database.Opened`."""

    state: OpeningState
    database: Database | None
    message: str
    backups: tuple[Backup, ...]
    upgraded_from: int | None


def open_data(file: Path) -> Opening:
    """Opens a database file, which is made where there is none; never raises ItaError."""
    opened = open_database(file)
    database = Database(opened.store) if opened.store is not None else None
    return Opening(opened.state, database, opened.message, opened.backups, opened.upgraded_from)
