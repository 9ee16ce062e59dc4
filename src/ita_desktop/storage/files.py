"""Files that belong to the data, such as evidence: copied into the data folder, then left alone."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from ita_desktop.domain.case import EVIDENCE_FOLDER
from ita_desktop.domain.records import StoredFile
from ita_desktop.files import numbered, safe_name, whole_file
from ita_desktop.quoting import quoted, quoted_path
from ita_desktop.storage.errors import StorageError, translated

MAX_BYTES = 200_000_000
"""A photo or a scan is far smaller; a film belongs behind a link."""

_CHUNK = 1 << 20


class SourceFileError(StorageError):
    """A file cannot be copied into the data folder; nothing of it was."""

    def __init__(self, file: Path, problem: str) -> None:
        super().__init__(f"เก็บไฟล์ {quoted_path(file)} ไม่ได้: {problem}", file=file)


class StoredPathError(StorageError):
    """A text names no place in the data folder."""

    def __init__(self, path: str) -> None:
        super().__init__(f"“{quoted(path)}” ไม่ใช่ไฟล์ในโฟลเดอร์ข้อมูล โปรดแนบไฟล์ใหม่")
        self.path = path


class FileKeeper:
    """Copies files into ``data_folder`` and finds them there."""

    def __init__(self, data_folder: Path) -> None:
        self._root = data_folder

    def keep(self, source: Path, folder: str = EVIDENCE_FOLDER) -> StoredFile:
        """Copy ``source`` under its own name, or with ``(2)`` where that is another file's.

        A file that is there already with the same content is taken as it is. Raises
        SourceFileError for a file that cannot be read or is larger than
        :data:`MAX_BYTES`, and :class:`~ita_desktop.files.OutputFileError` or a
        StorageError when the copy cannot be written; nothing is left then.
        """
        with translated():
            place = self.path_of(folder)
            place.mkdir(parents=True, exist_ok=True)
            with _opened(source) as stream:
                known = _digest(_chunks(stream, source))
                names = (
                    f"{folder}/{path.name}" for path in numbered(place / safe_name(source.name))
                )
                stored = StoredFile(next(name for name in names if self._fits(name, known)), *known)
                if self.path_of(stored).exists():
                    return stored
                stream.seek(0)
                return _copied(stream, source, self.path_of(stored), stored.path)

    def path_of(self, stored: StoredFile | str) -> Path:
        """Where a stored file lies; raises StoredPathError for what would lie elsewhere."""
        text = stored if isinstance(stored, str) else stored.path
        inside = PurePosixPath(text)
        # what Windows would take for a drive, a stream or a step upwards is no name either
        if not inside.parts or inside.is_absolute() or ".." in inside.parts:
            raise StoredPathError(text)
        if any(sign in text for sign in "\\:\0") or not text.isprintable():
            raise StoredPathError(text)
        path = self._root / inside
        # a link in the folder may lead out of it
        if not path.resolve().is_relative_to(self._root.resolve()):
            raise StoredPathError(text)
        return path

    def verify(self, stored: StoredFile) -> bool:
        """Whether the file is there and still what was kept."""
        path = self.path_of(stored)
        try:
            if path.stat().st_size != stored.size:
                return False
            with path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest() == stored.sha256
        except OSError:
            return False

    def _fits(self, name: str, known: tuple[str, int]) -> bool:
        """Whether a file can be kept under this name: it is free, or has the same content."""
        return not self.path_of(name).exists() or self.verify(StoredFile(name, *known))


def _opened(source: Path) -> BinaryIO:
    try:
        state = source.stat()
        if stat.S_ISDIR(state.st_mode):
            raise SourceFileError(source, "เป็นโฟลเดอร์ โปรดเลือกไฟล์")
        if not stat.S_ISREG(state.st_mode):
            raise SourceFileError(source, "ไม่ใช่ไฟล์ธรรมดา โปรดเลือกไฟล์อื่น")
        if state.st_size > MAX_BYTES:
            raise _too_large(source)
        return source.open("rb")
    except FileNotFoundError:
        raise SourceFileError(source, "ไม่พบไฟล์นี้ โปรดตรวจชื่อและโฟลเดอร์") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(source, error) from error


def _copied(stream: BinaryIO, source: Path, path: Path, stored: str) -> StoredFile:
    # hashed again: it may have changed since it was looked at
    with whole_file(path) as temporary, temporary.open("xb") as copy:
        return StoredFile(stored, *_digest(_written(copy, _chunks(stream, source))))


def _chunks(stream: BinaryIO, source: Path) -> Iterator[bytes]:
    """The content in pieces; the file may grow or go while it is read."""
    left = MAX_BYTES
    while True:
        try:
            chunk = stream.read(_CHUNK)
        except OSError as error:
            raise _unreadable(source, error) from error
        if not chunk:
            return
        left -= len(chunk)
        if left < 0:
            raise _too_large(source)
        yield chunk


def _written(copy: BinaryIO, chunks: Iterator[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        copy.write(chunk)
        yield chunk


def _digest(chunks: Iterator[bytes]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        digest.update(chunk)
        size += len(chunk)
    return digest.hexdigest(), size


def _too_large(source: Path) -> SourceFileError:
    most = MAX_BYTES // 1_000_000
    return SourceFileError(source, f"ใหญ่เกิน {most} MB โปรดย่อไฟล์ หรือวางไว้ที่อื่นแล้วใส่ลิงก์แทน")


def _unreadable(source: Path, error: Exception) -> SourceFileError:
    return SourceFileError(source, f"อ่านไม่ได้ ({quoted(error)}) โปรดตรวจสิทธิ์และสื่อบันทึก แล้วลองใหม่")
