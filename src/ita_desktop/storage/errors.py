"""What can go wrong with the stored data through no fault of the program, as typed errors.

Everything else that a database library raises is a bug and passes through untouched.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted, quoted_path


class StorageError(ItaError):
    """The stored data cannot be used as asked; ``file`` is the database or None."""

    problem = "ใช้ฐานข้อมูลไม่ได้ โปรดปิดแล้วเปิดโปรแกรมใหม่"

    def __init__(self, problem: str = "", *, file: Path | None = None) -> None:
        super().__init__(problem or self.problem)
        self.file = file


class DatabaseFullError(StorageError):
    """There is no room left; nothing of what was asked has been written."""

    problem = "ที่เก็บข้อมูลเต็ม จึงยังบันทึกไม่ได้ ข้อมูลเดิมยังอยู่ครบ โปรดลบไฟล์ที่ไม่ใช้ แล้วลองใหม่"


class DatabaseDiskError(StorageError):
    """The disk, or the way to it, fails while reading or writing."""

    problem = (
        "อ่านหรือเขียนที่เก็บข้อมูลไม่สำเร็จ (อาจเต็ม ถูกถอด หรือเครือข่ายหลุด) ข้อมูลเดิมยังอยู่"
        " โปรดตรวจที่เก็บข้อมูล แล้วลองใหม่"
    )


class DatabaseInUseError(StorageError):
    """Another program, or this one elsewhere, holds the database; ``holder`` says who."""

    problem = "โปรแกรมอื่นกำลังใช้ฐานข้อมูลนี้อยู่ โปรดปิดโปรแกรมนั้น แล้วลองใหม่"

    def __init__(self, problem: str = "", *, file: Path | None = None, holder: str = "") -> None:
        told = f"ฐานข้อมูลนี้กำลังเปิดใช้อยู่ที่ {quoted(holder)} โปรดปิดที่นั่นก่อน แล้วลองใหม่" if holder else ""
        super().__init__(problem or told, file=file)
        self.holder = holder


class DatabaseReadOnlyError(StorageError):
    """A change was asked of a database that can only be read."""

    problem = "ฐานข้อมูลนี้เปิดได้เพื่ออ่านอย่างเดียว จึงบันทึกไม่ได้ โปรดตรวจสิทธิ์ของโฟลเดอร์แล้วเปิดโปรแกรมใหม่"


class DatabaseUnreachableError(StorageError):
    """The file or its folder is not there, or may not be opened."""

    problem = "เปิดฐานข้อมูลไม่ได้ โปรดตรวจว่าโฟลเดอร์ยังอยู่และมีสิทธิ์ใช้ แล้วลองใหม่"


class DatabaseMovedError(StorageError):
    """The open file was removed, moved or replaced: what is written into it would be lost."""

    problem = (
        "ไฟล์ข้อมูลถูกลบ ย้าย หรือเปลี่ยนเป็นไฟล์อื่นระหว่างใช้งาน จึงยังบันทึกไม่ได้"
        " โปรดนำไฟล์เดิมกลับมาไว้ที่เดิม หรือส่งออกไฟล์ข้อมูลเก็บไว้ที่อื่น"
    )


class DatabaseCorruptError(StorageError):
    """The file is damaged; it is left as it is."""

    problem = "ไฟล์ฐานข้อมูลเสียหาย โปรแกรมไม่ได้แก้ไขไฟล์นั้น โปรดกู้คืนจากข้อมูลสำรอง"


class DatabaseTooNewError(StorageError):
    """A newer version of the program wrote the file; it is left as it is."""

    problem = "ฐานข้อมูลนี้มาจากโปรแกรมรุ่นใหม่กว่า และไม่ได้ถูกแก้ไข โปรดปรับปรุงโปรแกรมก่อน"


class ForeignDatabaseError(StorageError):
    """The file is another program's database; it is left as it is."""

    problem = "ไฟล์นี้เป็นฐานข้อมูลของโปรแกรมอื่น และไม่ได้ถูกแก้ไข โปรดเลือกไฟล์อื่น"


class NoYearError(StorageError):
    """There is no year with this ``id``."""

    def __init__(self, id: str) -> None:  # noqa: A002 - the record's own name for it
        super().__init__("ไม่มีข้อมูลปีนี้แล้ว โปรดเลือกปีอื่นจากรายการ")
        self.id = id


class ChangeConflictError(StorageError):
    """What is stored is not what a change starts from; nothing has been written."""

    problem = "ข้อมูลที่เก็บไว้ไม่ตรงกับที่แสดงอยู่ จึงยังไม่บันทึกทับ โปรดปิดแล้วเปิดปีนี้ใหม่"


class NoContentError(StorageError):
    """No content with this SHA-256 is kept."""

    problem = "ไม่พบสำเนาที่เก็บไว้ โปรดกู้คืนจากข้อมูลสำรอง"


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_MISSING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO})

_BY_CODE: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_FULL: DatabaseFullError,
    sqlite3.SQLITE_IOERR: DatabaseDiskError,
    sqlite3.SQLITE_BUSY: DatabaseInUseError,
    sqlite3.SQLITE_LOCKED: DatabaseInUseError,
    sqlite3.SQLITE_PROTOCOL: DatabaseInUseError,
    sqlite3.SQLITE_READONLY: DatabaseReadOnlyError,
    sqlite3.SQLITE_PERM: DatabaseUnreachableError,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnreachableError,
    sqlite3.SQLITE_CORRUPT: DatabaseCorruptError,
    sqlite3.SQLITE_NOTADB: DatabaseCorruptError,
}


@contextmanager
def translated(file: Path | None = None) -> Iterator[None]:
    """Turns what SQLite and the system raise in here into the errors above.

    A bug of the program (a wrong statement, a constraint that it should have kept)
    is no such thing and passes through.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        # The driver's own words of damage have the damaged names in them.
        raise DatabaseCorruptError(file=file) from error
    except (sqlite3.Error, OSError) as error:
        known = known_error(error, file)
        if known is None:
            raise
        raise known from error
    except Exception as error:
        # SQLAlchemy wraps the driver's error; it is not imported for its name alone.
        inner = getattr(error, "orig", None)
        known = known_error(inner, file) if isinstance(inner, sqlite3.Error) else None
        if known is None:
            raise
        raise known from error


def known_error(error: BaseException, file: Path | None = None) -> StorageError | None:
    """The typed error for one of the driver's or the system's, None for a bug."""
    if isinstance(error, OSError):
        return _of_system(error, file)
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Raised by the driver itself: bytes that are no UTF-8 stand where a text should.
        undecodable = isinstance(error, sqlite3.OperationalError) and "UTF-8" in str(error)
        return DatabaseCorruptError(file=file) if undecodable else None
    kind = _BY_CODE.get(code & 0xFF)
    return kind(file=file) if kind else None


def _of_system(error: OSError, file: Path | None) -> StorageError:
    if error.errno in _FULL:
        return DatabaseFullError(file=file)
    if error.errno in _FORBIDDEN:
        return DatabaseReadOnlyError(
            f"ไม่มีสิทธิ์ใช้ {quoted_path(error.filename)} หรือโปรแกรมอื่นเปิดค้างอยู่ โปรดปิดโปรแกรมนั้นหรือตรวจสิทธิ์"
            if error.filename
            else "",
            file=file,
        )
    if error.errno in _MISSING:
        return DatabaseUnreachableError(file=file)
    return DatabaseDiskError(file=file)
