"""A year's framework: shipped, the user's own instead, copied to be edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop.exchange.framework_json import FrameworkFileError
from ita_desktop.files import OutputFileError
from ita_desktop.services.folders import user_folder
from ita_desktop.services.frameworks import (
    FrameworkExistsError,
    NoFrameworkError,
    copy_framework,
    framework,
    framework_years,
)


def test_a_shipped_year_is_found() -> None:
    assert framework(2563).year == 2563


def test_a_year_without_a_framework_says_what_to_do() -> None:
    with pytest.raises(NoFrameworkError, match=r"2561.*2562–2569.*คัดลอก"):
        framework(2561)


def test_a_copied_year_is_at_hand_and_marked() -> None:
    file = copy_framework(2568, 2570)
    assert file == user_folder("frameworks", "2570.json")
    assert framework(2570) == framework(2568)._replace(year=2570, uncertain=True)
    assert framework_years() == (*range(2562, 2570), 2570)


def test_an_edited_copy_counts_instead_of_the_shipped_year() -> None:
    file = copy_framework(2563, 2563)
    assert not framework(2563).uncertain
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("การปฏิบัติหน้าที่", "งานประจำ"), encoding="utf-8")
    assert framework(2563).name_of("1") == "งานประจำ"


def test_a_copy_replaces_nothing() -> None:
    file = copy_framework(2568, 2570)
    before = file.read_bytes()
    with pytest.raises(FrameworkExistsError, match=r"2570\.json"):
        copy_framework(2563, 2570)
    assert file.read_bytes() == before


def test_a_copy_that_cannot_be_written_is_told() -> None:
    in_the_way = user_folder()
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    in_the_way.write_bytes(b"")
    with pytest.raises(OutputFileError, match="สร้างโฟลเดอร์ไม่ได้"):
        copy_framework(2568, 2570)


def own(name: str, text: str) -> Path:
    folder = user_folder("frameworks")
    folder.mkdir(parents=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_bad_file_of_the_users_is_not_passed_over() -> None:
    file = own("2563.json", "{")
    with pytest.raises(FrameworkFileError) as caught:
        framework(2563)
    assert caught.value.file == file
    assert framework(2564).year == 2564


def test_a_file_that_holds_another_year_is_refused() -> None:
    file = copy_framework(2568, 2570)
    file.rename(file.with_name("2571.json"))
    with pytest.raises(FrameworkFileError, match=r"2571.*2570"):
        framework(2571)


def test_other_files_in_the_folder_are_no_frameworks() -> None:
    own("notes.json", "{")
    assert framework_years() == tuple(range(2562, 2570))
