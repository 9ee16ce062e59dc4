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

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            # A byte that another has is all that can stop it; not every C library says so.
            raise PermissionError(*error.args) from error
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class DatabaseLock:
    """The right to write the database at ``path``, from now until :meth:`release`.

    Raises DatabaseInUseError when another has it, and OSError where the lock's file
    cannot be written.
    """

    def __init__(self, path: Path) -> None:
        file = path.with_name(path.name + ".lock")
        self._descriptor: int | None = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _take(self._descriptor)
        except (BlockingIOError, PermissionError) as error:  # POSIX says the one, Windows the other
            self.release()
            raise DatabaseInUseError(file=path, holder=_holder(file)) from error
        except BaseException:
            self.release()
            raise
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, _about_us())

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
