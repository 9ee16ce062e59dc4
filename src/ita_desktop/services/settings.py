"""The user's habits (size of text, places of windows), kept with the data."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import Protocol

from ita_desktop.storage.errors import StorageError


class SettingStore(Protocol):
    """What keeps settings; :class:`~ita_desktop.storage.store.Store` does."""

    @property
    def read_only(self) -> bool: ...
    def setting(self, key: str) -> str | None: ...
    def set_setting(self, key: str, value: str | None) -> None: ...


class Settings:
    """Settings as texts, numbers and bytes.

    One that cannot be kept or read is no error, the program then has its own habit;
    ``note`` gets the reason.
    """

    def __init__(self, store: SettingStore, note: Callable[[str], object]) -> None:
        self._store = store
        self._note = note
        self._kept: dict[str, str | None] = {}

    def text(self, key: str, default: str = "") -> str:
        """The setting's text."""
        if key not in self._kept:
            try:
                self._kept[key] = self._store.setting(key)
            except StorageError as error:
                self._note(f"setting {key}: {type(error).__name__}")
                self._kept[key] = None
        kept = self._kept[key]
        return default if kept is None else kept

    def set_text(self, key: str, value: str) -> None:
        """Keeps a text; in this run it counts also where it cannot be stored."""
        if self.text(key, "\0") == value:
            return
        self._kept[key] = value
        if self._store.read_only:
            return
        try:
            self._store.set_setting(key, value)
        except StorageError as error:
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
