"""Habits are kept; those that cannot be are no error."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop.services.settings import FILE_NAME, Settings


def test_what_is_set_is_there_in_the_next_run(tmp_path: Path) -> None:
    file, notes = tmp_path / FILE_NAME, list[str]()
    first = Settings(file, notes.append)
    first.set_text("สี", "dark")
    first.set_number("ขนาด", 130)
    first.set_data("ที่", b"\x00\xff")
    first.set_text("โฟลเดอร์", "/tmp/\udc80")
    second = Settings(file, notes.append)
    assert second.text("สี") == "dark"
    assert second.number("ขนาด", 100) == 130
    assert second.data("ที่") == b"\x00\xff"
    assert second.text("โฟลเดอร์") == "/tmp/\udc80"
    assert notes == []
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_what_was_never_set_or_is_no_number_is_the_default(tmp_path: Path) -> None:
    settings = Settings(tmp_path / FILE_NAME, print)
    settings.set_text("ขนาด", "ใหญ่")
    assert settings.number("ขนาด", 100) == 100
    assert settings.data("ขนาด") == b""
    assert settings.text("อื่น", "ตามระบบ") == "ตามระบบ"


@pytest.mark.parametrize("content", [b"", b"\xff", b"{", b"[1]", b'{"a": 1', b"[" * 200_000])
def test_a_file_that_is_none_of_ours_is_noted_and_begun_anew(
    tmp_path: Path, content: bytes
) -> None:
    file, notes = tmp_path / FILE_NAME, list[str]()
    file.write_bytes(content)
    settings = Settings(file, notes.append)
    assert settings.text("สี", "light") == "light"
    assert len(notes) == 1
    settings.set_text("สี", "dark")
    assert Settings(file, notes.append).text("สี") == "dark"


def test_a_value_of_another_kind_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    file.write_text('{"a": 1, "b": "2"}', encoding="utf-8")
    settings = Settings(file, print)
    assert (settings.text("a", "-"), settings.text("b")) == ("-", "2")


def test_a_place_that_fails_is_noted_and_the_habit_counts_in_this_run(tmp_path: Path) -> None:
    notes = list[str]()
    settings = Settings(tmp_path / "missing" / FILE_NAME, notes.append)
    settings.set_number("ขนาด", 130)
    assert settings.number("ขนาด", 100) == 130
    assert len(notes) == 1


def test_nothing_is_written_to_what_can_only_be_read(tmp_path: Path) -> None:
    Settings(tmp_path / FILE_NAME, print).set_number("ขนาด", 120)
    settings = Settings(tmp_path / FILE_NAME, print, read_only=True)
    settings.set_number("ขนาด", 130)
    assert settings.number("ขนาด", 100) == 130
    assert Settings(tmp_path / FILE_NAME, print).number("ขนาด", 100) == 120
