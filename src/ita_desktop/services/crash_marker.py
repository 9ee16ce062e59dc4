"""Knows whether the last run of the program came to its end, by a mark beside the data."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

_NAME = "running.json"


class BrokenRun(NamedTuple):
    """A run that did not come to its end: when it began (aware), and its last bug if any."""

    began: datetime | None
    bug: str = ""


class CrashMarker:
    """The mark of this run. A folder that cannot be written to has none, which is no harm."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _NAME
        self._began = datetime.now(UTC)
        self._set = False

    def set(self) -> BrokenRun | None:
        """Sets the mark; returns what the last run left when it did not end well."""
        before = self._last()
        self._set = True
        self._write("")
        return before

    def note_bug(self, what: str) -> None:
        """Adds what went wrong, for the next start to tell should this run not end well."""
        if self._set:
            self._write(what)

    def clear(self) -> None:
        """Takes the mark away: this run has ended well."""
        self._set = False
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _write(self, bug: str) -> None:
        data = {"began": self._began.isoformat(), "bug": bug}
        with suppress(OSError):
            text = json.dumps(data, ensure_ascii=True)
            self._file.write_text(text, encoding="utf-8")

    def _last(self) -> BrokenRun | None:
        try:
            text = self._file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        try:
            data = json.loads(text)
            began = datetime.fromisoformat(data["began"])
            return BrokenRun(began if began.tzinfo else None, str(data["bug"])[:500])
        except (ValueError, TypeError, LookupError):
            return BrokenRun(None)  # it died while it wrote the mark
