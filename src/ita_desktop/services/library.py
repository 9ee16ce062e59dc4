"""The library of measures as a user has it: what ships, and what the user added."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ita_desktop.domain.case import Measure
from ita_desktop.domain.library import EntryKind, LibraryMeasure, entry_of, search, serving
from ita_desktop.domain.text_match import folded
from ita_desktop.errors import ItaError
from ita_desktop.exchange.library_json import LibraryFileError, library_to_json, read_library
from ita_desktop.files import OutputFileError, write_atomically
from ita_desktop.quoting import quoted
from ita_desktop.resources import resource_path
from ita_desktop.services.folders import user_folder

_FOLDER = "measures"
_SHIPPED = ("standard.json", "indicators.json")
_OWN_ID = "own-{}"


class ShippedEntryError(ItaError):
    """Only the user's own entries can be changed or removed."""

    def __init__(self, entry: LibraryMeasure) -> None:
        super().__init__(f"“{entry.name}” มากับโปรแกรม จึงแก้หรือลบไม่ได้ โปรดเพิ่มเป็นมาตรการของหน่วยงานแทน")


class NoEntryError(ItaError):
    """No entry has this id."""

    def __init__(self, entry_id: str) -> None:
        super().__init__(f"ไม่มีมาตรการรหัส “{quoted(entry_id)}” โปรดค้นจากรายการก่อน")


class Library(NamedTuple):
    """The entries, the user's own last; ``problems`` are Thai sentences on files left out.

    A broken file of the user's hides no other entry.
    """

    entries: tuple[LibraryMeasure, ...]
    problems: tuple[str, ...] = ()

    def entry(self, entry_id: str) -> LibraryMeasure:
        """The entry of that id. Raises :class:`NoEntryError`."""
        for entry in self.entries:
            if entry.id == entry_id:
                return entry
        raise NoEntryError(entry_id)

    def search(self, question: str) -> tuple[LibraryMeasure, ...]:
        """The entries that answer *question*, the best first."""
        return search(self.entries, question)

    def serving(self, number: str) -> tuple[LibraryMeasure, ...]:
        """The entries for an indicator (``10``) or sub-indicator (``10.1``)."""
        return serving(self.entries, number)


def load_library(folder: Path | None = None) -> Library:
    """Return what ships and what lies in *folder* (by default the user's own).

    Raises :class:`~ita_desktop.errors.ItaError` only where the program's own files are
    missing.
    """
    entries = [entry for name in _SHIPPED for entry in read_library(resource_path(_FOLDER, name))]
    ids = {entry.id for entry in entries}
    problems: list[str] = []
    for file in _own_files(folder):
        try:
            own = read_library(file)
        except LibraryFileError as error:
            problems.append(str(error))
            continue
        for entry in own:
            if entry.id in ids:
                problems.append(
                    f"รหัส {entry.id} ใน {file.name} ซ้ำกับมาตรการอื่น จึงไม่แสดง โปรดตั้งรหัสใหม่"
                )
                continue
            ids.add(entry.id)
            entries.append(entry._replace(kind=EntryKind.OWN))
    return Library(tuple(entries), tuple(problems))


def add_own(measure: Measure | LibraryMeasure, folder: Path | None = None) -> LibraryMeasure:
    """Keep a measure as an entry of the user's own and return it with its id.

    Raises :class:`~ita_desktop.files.OutputFileError` and
    :class:`~ita_desktop.exchange.library_json.LibraryFileError`.
    """
    place = _place(folder)
    taken = {entry.id for entry in load_library(folder).entries}
    taken |= {file.stem for file in _own_files(folder)}
    number = next(n for n in range(1, len(taken) + 2) if _OWN_ID.format(n) not in taken)
    entry_id = _OWN_ID.format(number)
    if isinstance(measure, Measure):
        entry = entry_of(measure, entry_id)
    else:
        entry = measure._replace(id=entry_id, kind=EntryKind.OWN)
    data = library_to_json((entry,))
    _make_folder(place)
    write_atomically(place / f"{entry_id}.json", data)
    return entry


def keep_own(measure: Measure, folder: Path | None = None) -> tuple[LibraryMeasure, bool]:
    """Keep a measure as an entry; it takes the place of the user's own one of the same name.

    What only entries have (purpose, keywords) stays. Return the entry, and whether one
    was replaced. Raises as :func:`add_own` does.
    """
    name = folded(measure.name)
    for old in load_library(folder).entries:
        if old.kind is EntryKind.OWN and folded(old.name) == name:
            entry = entry_of(measure, old.id)._replace(purpose=old.purpose, keywords=old.keywords)
            change_own(entry, folder)
            return entry, True
    return add_own(measure, folder), False


def change_own(entry: LibraryMeasure, folder: Path | None = None) -> None:
    """Put *entry* in the place of the one with its id. Raises as :func:`add_own` does."""
    file, entries = _file_of(entry, folder)
    changed = tuple(entry if old.id == entry.id else old for old in entries)
    write_atomically(file, library_to_json(changed))


def remove_own(entry: LibraryMeasure, folder: Path | None = None) -> None:
    """Take *entry* out of the user's own. Raises as :func:`add_own` does."""
    file, entries = _file_of(entry, folder)
    write_atomically(file, library_to_json(tuple(old for old in entries if old.id != entry.id)))


def _file_of(entry: LibraryMeasure, folder: Path | None) -> tuple[Path, tuple[LibraryMeasure, ...]]:
    """The file of the user's that holds *entry*, and all that it holds."""
    for file in _own_files(folder):
        try:
            entries = read_library(file)
        except LibraryFileError:
            continue  # told when the library was loaded; the entry is not in it
        if any(old.id == entry.id for old in entries):
            return file, entries
    raise ShippedEntryError(entry)


def _place(folder: Path | None) -> Path:
    return folder or user_folder(_FOLDER)


def _own_files(folder: Path | None) -> Sequence[Path]:
    """The files in the user's folder, ``own-2`` before ``own-10``."""
    try:
        return sorted(_place(folder).glob("*.json"), key=_natural)
    except OSError:  # no rights to look: nothing of the user's can be shown
        return ()


def _natural(file: Path) -> list[tuple[int, str]]:
    return [(int(part or 0), text) for text, part in re.findall(r"(\D*)(\d*)", file.name.lower())]


def _make_folder(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputFileError(place, "สร้างโฟลเดอร์นี้ไม่ได้ โปรดตรวจสิทธิ์หรือย้ายที่เก็บข้อมูล") from error
