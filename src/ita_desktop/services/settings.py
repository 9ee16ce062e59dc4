"""The user's habits (size of text, places of windows): a JSON file beside the database.

They are no part of the data: losing them costs nothing but habits.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from pathlib import Path

from ita_desktop.files import OutputFileError, write_atomically

FILE_NAME = "settings.json"
"""In the folder of the database; texts by their keys, in one JSON object."""


class Settings:
    """Settings as texts, numbers and bytes; without a file, of this run only.

    One that cannot be kept or read is no error, the program then has its own habit;
    ``note`` gets the reason.
    """

    def __init__(
        self, file: Path | None, note: Callable[[str], object], *, read_only: bool = False
    ) -> None:
        self._file = None if read_only else file
        self._note = note
        self._kept = _read(file, note) if file is not None else {}

    def text(self, key: str, default: str = "") -> str:
        """The setting's text."""
        return self._kept.get(key, default)

    def set_text(self, key: str, value: str) -> None:
        """Keeps a text; in this run it counts also where it cannot be stored."""
        if self._kept.get(key) == value:
            return
        self._kept[key] = value
        if self._file is None:
            return
        try:
            text = json.dumps(self._kept, ensure_ascii=True, indent=1, sort_keys=True)
            write_atomically(self._file, text.encode("ascii"))
        except (OutputFileError, OSError) as error:
            self._note(f"setting {key}: {type(error).__name__}")

    def number(self, key: str, default: int) -> int:
        """The setting's whole number."""
        try:
            return int(self.text(key))
        except ValueError:
            return default

    def set_number(self, key: str, value: int) -> None:
        """Keeps a whole number."""
        self.set_text(key, str(value))

    def data(self, key: str) -> bytes:
        """The setting's bytes; ``b""`` where there are none."""
        try:
            return base64.b64decode(self.text(key), validate=True)
        except (binascii.Error, ValueError):
            return b""

    def set_data(self, key: str, value: bytes) -> None:
        """Keeps bytes."""
        self.set_text(key, base64.b64encode(value).decode("ascii"))


def _read(file: Path, note: Callable[[str], object]) -> dict[str, str]:
    """What the file says, nothing where it is not there or is none of ours."""
    try:
        found = json.loads(file.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:  # JSON's own are ValueErrors
        note(f"settings: {type(error).__name__}")
        return {}
    if not isinstance(found, dict):
        note(f"settings: {type(found).__name__}")
        return {}
    return {key: value for key, value in found.items() if isinstance(value, str)}
