"""Habits are kept; those that cannot be are no error."""

from __future__ import annotations

from ita_desktop.services.settings import Settings
from ita_desktop.storage.errors import DatabaseDiskError


class Kept:
    def __init__(self) -> None:
        self.read_only = False
        self.failing = False
        self.values: dict[str, str | None] = {}

    def setting(self, key: str) -> str | None:
        if self.failing:
            raise DatabaseDiskError
        return self.values.get(key)

    def set_setting(self, key: str, value: str | None) -> None:
        if self.failing:
            raise DatabaseDiskError
        self.values[key] = value


def test_what_is_set_is_there_in_the_next_run() -> None:
    store, notes = Kept(), list[str]()
    first = Settings(store, notes.append)
    first.set_text("สี", "dark")
    first.set_number("ขนาด", 130)
    first.set_data("ที่", b"\x00\xff")
    second = Settings(store, notes.append)
    assert second.text("สี") == "dark"
    assert second.number("ขนาด", 100) == 130
    assert second.data("ที่") == b"\x00\xff"
    assert notes == []


def test_what_was_never_set_or_is_no_number_is_the_default() -> None:
    settings = Settings(Kept(), print)
    settings.set_text("ขนาด", "ใหญ่")
    assert settings.number("ขนาด", 100) == 100
    assert settings.data("ขนาด") == b""
    assert settings.text("อื่น", "ตามระบบ") == "ตามระบบ"


def test_a_store_that_fails_is_noted_and_the_habit_counts_in_this_run() -> None:
    store, notes = Kept(), list[str]()
    settings = Settings(store, notes.append)
    store.failing = True
    settings.set_number("ขนาด", 130)
    assert settings.number("ขนาด", 100) == 130
    assert len(notes) == 2


def test_nothing_is_written_to_what_can_only_be_read() -> None:
    store = Kept()
    store.read_only = True
    settings = Settings(store, print)
    settings.set_number("ขนาด", 130)
    assert settings.number("ขนาด", 100) == 130
    assert store.values == {}
