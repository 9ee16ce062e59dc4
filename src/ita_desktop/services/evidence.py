"""Evidence that is a file: copied into the data folder, found there again, and checked."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import Protocol

from ita_desktop.domain.case import Evidence
from ita_desktop.domain.records import StoredFile
from ita_desktop.storage.files import FileKeeper, StoredPathError


class FileRegister(Protocol):
    """What knows the stored files; :class:`~ita_desktop.storage.store.Store` does."""

    def file(self, path: str) -> StoredFile | None: ...
    def register_file(self, stored: StoredFile) -> None: ...


class FileState(Enum):
    """How a file of evidence stands."""

    KEPT = "kept"
    """There, and what was stored."""
    CHANGED = "changed"
    """There, but another one than was stored."""
    MISSING = "missing"
    """Stored once, and not there any more."""
    UNKNOWN = "unknown"
    """There, but nobody noted what it was."""
    NAME_ONLY = "name_only"
    """A name that came with a case, and no file here."""


class EvidenceFiles:
    """The files of evidence of one data folder.

    :meth:`copied` and :meth:`state` read whole files and may run in any thread; the
    others belong to the thread of the store.
    """

    def __init__(self, keeper: FileKeeper, register: FileRegister) -> None:
        self._keeper = keeper
        self._register = register

    def copied(self, source: Path) -> StoredFile:
        """Copies a file into the data folder. Raises ItaError; then nothing is left of it."""
        return self._keeper.keep(source)

    def noted(self, source: Path, stored: StoredFile) -> Evidence:
        """Notes a copied file for good and returns it as evidence, with its name as title.

        Raises StorageError.
        """
        self._register.register_file(stored)
        return Evidence(title=source.stem, file=stored.path)

    def known(self, file: str) -> StoredFile | None:
        """What was noted of a file of evidence; None for one that is not ours.

        Raises StorageError.
        """
        return self._register.file(file)

    def state(self, file: str, known: StoredFile | None) -> FileState:
        """How a file stands, by its content; ``known`` is what :meth:`known` said."""
        path = self.path(file)
        is_there = path is not None and path.is_file()
        if known is None:
            return FileState.UNKNOWN if is_there else FileState.NAME_ONLY
        if not is_there:
            return FileState.MISSING
        return FileState.KEPT if self._keeper.verify(known) else FileState.CHANGED

    def path(self, file: str) -> Path | None:
        """Where a file of evidence lies; None for a text that is no place in the data folder."""
        try:
            return self._keeper.path_of(file)
        except StoredPathError:
            return None


def web_address(link: str) -> str:
    """The address that a browser may open for a link; empty where it is none.

    Only the web's own: a link of a case that came from elsewhere starts no program.
    """
    text = link.strip()
    if any(letter.isspace() for letter in text) or not text.isprintable():
        return ""
    scheme, found, rest = text.partition("://")
    if found:
        return text if scheme.lower() in ("http", "https") and rest else ""
    host = text.split("/")[0]
    return f"https://{text}" if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?", host) else ""


_SURE_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
"""Without either, ``แผนปี.pdf`` would be a link."""


def evidence_in(text: str) -> tuple[Evidence, ...]:
    """The evidence that pasted lines name: a link, or a title and a link from a table's row."""
    found = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
        links = [cell for cell in cells if _SURE_LINK.match(cell) and web_address(cell)]
        titles = [cell for cell in cells if cell not in links]
        if links:
            found.append(Evidence(" ".join(titles), links[0]))
    return tuple(found)
