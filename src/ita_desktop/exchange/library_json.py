"""Files of the library of measures (format ``ita-measures``, version 1), read and written."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.library import EntryKind, LibraryMeasure
from ita_desktop.errors import ItaError
from ita_desktop.exchange.json_schema import (
    Choice,
    ListOf,
    Number,
    Record,
    Required,
    ShapeError,
    TextShape,
    members_of,
)
from ita_desktop.exchange.json_text import Json, JsonTextError, format_json, parse_json
from ita_desktop.quoting import quoted, quoted_path

FORMAT = "ita-measures"
VERSION = 1
MAX_BYTES = 4_000_000
"""A thousand long entries; what is larger is no library of anyone's."""

_ID_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_LONGEST_ID = 60


class LibraryFileError(ItaError):
    """A file of measures cannot be used; ``path`` is the place inside it, as in a case file."""

    def __init__(self, problem: str, *, path: str = "", file: Path | None = None) -> None:
        name = f"คลังมาตรการ {quoted_path(file)}" if file else "คลังมาตรการ"
        place = f" ที่ {path}" if path else ""
        super().__init__(f"{name} ใช้ไม่ได้{place}: {problem}")
        self.problem = problem
        self.path = path
        self.file = file


class _Id(TextShape):
    """A name that can be a file's everywhere."""

    def read(self, value: Json, at: str) -> str:
        text = super().read(value, at)
        if not text or len(text) > _LONGEST_ID or not _ID_SIGNS.issuperset(text):
            raise ShapeError(
                at,
                f"รหัส “{quoted(text)}” ใช้ไม่ได้ โปรดใช้ a-z 0-9 และ - ไม่เกิน {_LONGEST_ID} ตัว",
            )
        return text


_TEXT = TextShape()
_TEXTS = ListOf(_TEXT)
_ENTRY = Record(
    LibraryMeasure,
    id=Required(_Id()),
    name=Required(_TEXT),
    kind=Choice(EntryKind),
    indicators=ListOf(Number()),
    purpose=_TEXT,
    keywords=_TEXTS,
    guidelines=_TEXTS,
    steps=_TEXTS,
    responsible=_TEXTS,
    monitoring=_TEXT,
    outputs=_TEXTS,
    outcomes=_TEXTS,
)
_ENTRIES = ListOf(_ENTRY)


def read_library(path: Path) -> tuple[LibraryMeasure, ...]:
    """Return the entries of a file.

    Raises :class:`LibraryFileError` for a file that cannot be read, is too large or is
    not of the format.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = quoted(getattr(error, "strerror", None) or error)
        raise LibraryFileError(f"อ่านไม่ได้ ({reason}) โปรดตรวจไฟล์", file=path) from None
    try:
        return parse_library(data)
    except LibraryFileError as error:
        raise LibraryFileError(error.problem, path=error.path, file=path) from None


def parse_library(data: bytes) -> tuple[LibraryMeasure, ...]:
    """Return the entries that *data*, a file's bytes, holds or raise :class:`LibraryFileError`."""
    if len(data) > MAX_BYTES:
        raise LibraryFileError(f"ใหญ่เกิน {MAX_BYTES // 1_000_000} MB โปรดเลือกไฟล์อื่น")
    try:
        return _entries_of(parse_json(data))
    except JsonTextError as error:
        raise LibraryFileError(str(error)) from None
    except ShapeError as error:
        raise LibraryFileError(error.problem, path=error.path) from None


def library_to_json(entries: tuple[LibraryMeasure, ...]) -> bytes:
    """Return the file of *entries*; what is written can be read again and gives the same.

    Raises :class:`LibraryFileError` for what the format cannot hold.
    """
    tree: Json = (("format", FORMAT), ("version", VERSION), ("measures", _ENTRIES.write(entries)))
    try:
        _entries_of(tree)
    except ShapeError as error:
        raise LibraryFileError(error.problem, path=error.path) from None
    return format_json(tree)


def _entries_of(tree: Json) -> tuple[LibraryMeasure, ...]:
    members = members_of(tree, "")
    if members.pop("format", None) != FORMAT:
        raise ShapeError("format", f'ไม่ใช่แฟ้มคลังมาตรการ (ต้องเป็น "{FORMAT}") โปรดเลือกไฟล์อื่น')
    version = members.pop("version", None)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ShapeError("version", f"ต้องเป็นเลข {VERSION} โปรดตรวจว่าเลือกไฟล์ถูก")
    if version > VERSION:
        raise ShapeError("version", f"ไฟล์เป็นรุ่น {quoted(version)} ใหม่กว่าโปรแกรมนี้ โปรดปรับปรุงโปรแกรม")
    entries = members.pop("measures", None)
    for key in members:
        raise ShapeError(quoted(key), "ไม่รู้จักคีย์นี้ โปรดลบออกหรือแก้ชื่อคีย์")
    read = _ENTRIES.read(entries if entries is not None else [], "measures")
    seen: set[str] = set()
    for number, entry in enumerate(read):
        if entry.id in seen:
            raise ShapeError(f"measures[{number}].id", f"รหัส {entry.id} ซ้ำ โปรดตั้งรหัสใหม่")
        seen.add(entry.id)
    return read
