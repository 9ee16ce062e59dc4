"""One writer: a lock of the operating system beside the database.

The system frees it when the program that holds it dies. The file says who that is and
stays there; it is nothing without the lock on it.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from pathlib import Path

from ita_desktop.storage.errors import DatabaseInUseError

_LONGEST = 1000
# Windows forbids others to read what is locked: a byte far behind the text is.
_LOCKED_BYTE = 1 << 30

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:  # its number is not the same everywhere
            return False
        return True
else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class DatabaseLock:
    """The right to write the database at ``path``, from now until :meth:`release`.

    Raises DatabaseInUseError when another has it, and OSError where the lock's file
    cannot be written.
    """

    def __init__(self, path: Path) -> None:
        file = path.with_name(path.name + ".lock")
        self._descriptor: int | None = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if not _take(self._descriptor):
                raise DatabaseInUseError(file=path, holder=_holder(file))
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.ftruncate(self._descriptor, 0)
            os.write(self._descriptor, _about_us())
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Let another have it; releasing twice is no harm."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _about_us() -> bytes:
    user = os.environ.get("USERNAME") or os.environ.get("USER") or ""
    about = {"host": platform.node(), "user": user, "pid": os.getpid()}
    return json.dumps(about, ensure_ascii=False).encode("utf-8", "replace")


def _holder(file: Path) -> str:
    """Who holds the lock, as far as the file tells: ``เครื่อง PC-7 (somchai)``."""
    try:
        about = json.loads(file.read_bytes()[:_LONGEST])
        host, user = str(about["host"]), str(about["user"])
    except (OSError, ValueError, TypeError, KeyError):
        return ""
    return f"เครื่อง {host}" + (f" ({user})" if user else "") if host else user
