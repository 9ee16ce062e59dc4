"""The program's diary for whoever mends it: one small file in the data folder.

Nothing here raises: a diary that cannot be written must never stop the work it tells of.
"""

from __future__ import annotations

import faulthandler
import platform
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from ita_desktop import __version__

LARGEST = 500_000
"""Bytes after which the diary begins anew; the one before it is kept."""

_ENCODING = "utf-8"


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Logbook:
    """Notes in ``program.log``; what Python itself notes when it dies in ``crash.log``."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = _utc_now) -> None:
        self.file = folder / "program.log"
        self._older = folder / "program.1.log"
        self._crash = folder / "crash.log"
        self._clock = clock
        self._watching: TextIO | None = None

    def note(self, text: str) -> None:
        """Writes a note with its time (UTC)."""
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._begin_anew_when_long()
            with self.file.open("a", encoding=_ENCODING, errors="backslashreplace") as stream:
                stream.write(f"{self._clock():%Y-%m-%dT%H:%M:%SZ} {text.rstrip()}\n")

    def note_start(self) -> None:
        """Notes which program begins on what."""
        self.note(f"start {__version__}, Python {platform.python_version()}, {platform.platform()}")

    def note_error(self, error: BaseException) -> None:
        """Notes an error with where it comes from."""
        self.note("".join(traceback.format_exception(error)))

    def watch(self) -> None:
        """Makes Python note where it was should the process die at once.

        What it noted the last time goes to the diary.
        """
        with suppress(OSError):
            self._crash.parent.mkdir(parents=True, exist_ok=True)
            if self._crash.exists():
                before = self._crash.read_text(_ENCODING, errors="replace")
                if before.strip():
                    self.note(f"the last run died:\n{before}")
            self._watching = self._crash.open("w", encoding=_ENCODING)
            faulthandler.enable(self._watching)

    def end(self) -> None:
        """Stops watching; further notes can be written all the same."""
        if self._watching is not None:
            faulthandler.disable()
            self._watching.close()
            self._watching = None
            with suppress(OSError):
                self._crash.unlink(missing_ok=True)

    def _begin_anew_when_long(self) -> None:
        if self.file.exists() and self.file.stat().st_size > LARGEST:
            self.file.replace(self._older)
