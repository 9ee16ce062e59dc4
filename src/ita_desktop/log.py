"""Python's logging into one file, for whoever mends the program; and without personal data.

What a clerk has typed never comes into it. Of an error there stand its type and where it
arose, never its message, which may quote anything. Messages of libraries are written
without what is quoted in them, without Thai, and without long numbers; the user's home
folder is ``~``. The program's own messages must hold none of it: they name states,
settings and numbers.

Nothing here raises: a log that cannot be written must never stop the work it tells of.
"""

from __future__ import annotations

import errno
import faulthandler
import logging
import platform
import re
import sqlite3
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TextIO, TypeAlias

from ita_desktop import __version__

LARGEST = 500_000
"""Bytes after which a log begins anew; the one before it is kept as ``program.1.log``."""

_ENCODING = "utf-8"
_OURS = __package__
_log = logging.getLogger(__name__)

_ErrorInfo: TypeAlias = (
    "tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]"
)


@contextmanager
def writing_to(file: Path, *, largest: int = 0) -> Iterator[None]:
    """Logs to a file: the program's notes, the libraries' warnings, and Python's own.

    ``largest`` is in bytes, 0 for without end.
    """
    handler = _LogFile(file, largest)
    root, ours = logging.getLogger(), logging.getLogger(_OURS)
    root.addHandler(handler)
    before = ours.level
    ours.setLevel(logging.INFO)
    logging.captureWarnings(True)
    try:
        yield
    finally:
        logging.captureWarnings(False)
        ours.setLevel(before)
        root.removeHandler(handler)
        handler.close()


@contextmanager
def program_log(folder: Path) -> Iterator[Path]:
    """The log of the window in the data's log folder, with which program begins on what."""
    file = folder / "program.log"
    with writing_to(file, largest=LARGEST):
        python, system = platform.python_version(), platform.platform()
        _log.info("start %s, Python %s, %s", __version__, python, system)
        yield file


def add_error(file: Path, error: BaseException) -> bool:
    """Adds an error to a log of its own; whether it could be written."""
    handler = _LogFile(file, 0)
    info = (type(error), error, error.__traceback__)
    handler.handle(_log.makeRecord(_log.name, logging.ERROR, "", 0, "unexpected", (), info))
    handler.close()
    return not handler.failed


class CrashLog:
    """``crash.log``: where Python was when the process died at once."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "crash.log"
        self._stream: TextIO | None = None

    def watch(self) -> None:
        """Makes Python write it from now on; what it wrote the last time goes to the log."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if self._file.exists():
                before = self._file.read_text(_ENCODING, errors="replace")
                if before.strip():
                    _log.error("the last run died:\n%s", before)
            self._stream = self._file.open("w", encoding=_ENCODING)
            faulthandler.enable(self._stream)

    def end(self) -> None:
        """Stops watching: the run ends as it should."""
        if self._stream is not None:
            faulthandler.disable()
            self._stream.close()
            self._stream = None
            with suppress(OSError):
                self._file.unlink(missing_ok=True)


class _LogFile(logging.FileHandler):
    """Makes its folder; gives up in silence and remembers that it ``failed``.

    Not logging's own rotating handler: its module imports sockets and pickle, which a
    start of the window would wait for.
    """

    def __init__(self, file: Path, largest: int) -> None:
        super().__init__(file, encoding=_ENCODING, delay=True, errors="backslashreplace")
        self._file = file
        self._largest = largest
        self.failed = False
        self.setFormatter(_Formatter())

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self._largest:
                self._begin_anew_when_long()
            super().emit(record)
        except OSError:
            self.handleError(record)

    def _begin_anew_when_long(self) -> None:
        # a folder for a log that a user asks for is the user's own matter
        self._file.parent.mkdir(parents=True, exist_ok=True)
        if self._file.exists() and self._file.stat().st_size > self._largest:
            self.close()  # opened again by the next record
            self._file.replace(self._file.with_suffix(".1.log"))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - logging's
        """Instead of telling on the screen."""
        self.failed = True


class _Formatter(logging.Formatter):
    """``2026-11-23T05:00:00Z ERROR name: message`` (UTC), free of personal data."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%SZ"
    default_msec_format = ""

    def format(self, record: logging.LogRecord) -> str:
        """Not by way of ``record.exc_text``, where another handler's words may stand."""
        ours = record.name.partition(".")[0] == _OURS
        text = record.getMessage() if ours else _masked(record.getMessage())
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {text.rstrip()}"
        if record.exc_info:
            line += f"\n{self.formatException(record.exc_info)}"
        return line.replace(str(Path.home()), "~")

    def formatException(self, ei: _ErrorInfo) -> str:  # noqa: N802 - logging's name
        parts: list[str] = []
        seen: set[int] = set()
        error = ei[1]
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            place = "".join(traceback.format_tb(error.__traceback__))
            parts.insert(0, f"Traceback (most recent call last):\n{place}{_kind(error)}")
            hidden = None if error.__suppress_context__ else error.__context__
            error = error.__cause__ or hidden
        return "\n\n".join(parts)


def _kind(error: BaseException) -> str:
    """``PermissionError EACCES``: an error's type with its code, where that says more."""
    code = errno.errorcode.get(error.errno or 0, "") if isinstance(error, OSError) else ""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorname", "")
    return f"{type(error).__qualname__} {code}".rstrip()


_PERSONAL = re.compile(r"""'[^'\n]*'|"[^"\n]*"|[^\s@]+@[^\s@]+|\d{6,}|[^\x00-\x7f]+""")


def _masked(text: str) -> str:
    return _PERSONAL.sub("…", text)
