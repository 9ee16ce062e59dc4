"""The library as shipped, and the user's own entries beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop.domain.case import Measure
from ita_desktop.domain.library import EntryKind, LibraryMeasure
from ita_desktop.exchange.library_json import LibraryFileError, library_to_json, read_library
from ita_desktop.files import OutputFileError
from ita_desktop.resources import resource_path
from ita_desktop.services.folders import user_folder
from ita_desktop.services.library import (
    NoEntryError,
    ShippedEntryError,
    add_own,
    change_own,
    keep_own,
    load_library,
    remove_own,
)

DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")
SHIPPED = load_library(Path("no such folder")).entries


def own(folder: Path) -> list[LibraryMeasure]:
    return [entry for entry in load_library(folder).entries if entry.kind is EntryKind.OWN]


# --- what ships ---------------------------------------------------------------


def test_seven_measures_are_standard() -> None:
    assert sum(entry.kind is EntryKind.STANDARD for entry in SHIPPED) == 7


@pytest.mark.parametrize("number", [str(number) for number in range(1, 11)])
def test_each_indicator_has_a_measure_of_its_own(number: str) -> None:
    own_ones = [e for e in SHIPPED if e.kind is EntryKind.INDICATOR and e.indicators[0] == number]

    assert own_ones


@pytest.mark.parametrize("entry", SHIPPED, ids=lambda entry: entry.id)
def test_an_entry_tells_all_that_a_memo_needs(entry: LibraryMeasure) -> None:
    assert len(entry.guidelines) >= 3
    assert len(entry.steps) >= 3
    assert all(entry._replace(kind=EntryKind.STANDARD))
    assert len(set(entry.steps)) == len(entry.steps)


@pytest.mark.parametrize("entry", SHIPPED, ids=lambda entry: entry.id)
def test_an_outcome_is_a_number_and_a_change(entry: LibraryMeasure) -> None:
    for outcome in entry.outcomes:
        assert len(DIGITS.intersection(outcome)) >= 1
        assert any(word in outcome for word in ("เพิ่ม", "ลด"))
        assert not outcome.startswith("รายงาน")


def test_no_steps_are_copied_from_another_measure() -> None:
    steps = [step for entry in SHIPPED for step in entry.steps]

    assert len(set(steps)) == len(steps)


@pytest.mark.parametrize("name", ["standard.json", "indicators.json"])
def test_shipped_files_are_written_as_the_program_writes(name: str) -> None:
    path = resource_path("measures", name)

    assert path.read_bytes() == library_to_json(read_library(path))


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("สินบน", "anti-bribery"),
        ("ผลประโยชน์ทับซ้อน", "conflict-of-interest"),
        ("การใช้งบประมาณ", "budget-in-sight"),
        ("ยืมรถราชการ", "asset-borrowing"),
        ("ตัวชี้วัดที่ ๔", "asset-borrowing"),
        ("ของขวัญปีใหม่", "no-gift-policy"),
        ("จัดซิ้อจัดจ้าง", "open-procurement"),
    ],
)
def test_a_clerks_words_find_the_measure(question: str, best: str) -> None:
    assert load_library().search(question)[0].id == best


def test_an_entry_is_found_by_its_id() -> None:
    library = load_library()

    assert library.entry("anti-bribery").id == "anti-bribery"
    with pytest.raises(NoEntryError, match="none"):
        library.entry("none")


# --- the user's own -----------------------------------------------------------


def test_an_own_measure_is_kept_and_found(tmp_path: Path) -> None:
    kept = add_own(Measure(name="มาตรการสวนสมุนไพร", indicators=("6",)), tmp_path / "new")

    library = load_library(tmp_path / "new")

    assert kept.kind is EntryKind.OWN
    assert library.entries[-1] == kept
    assert library.search("สมุนไพร") == (kept,)
    assert kept in library.serving("6")
    assert library.problems == ()


def test_own_measures_are_kept_in_the_users_folder() -> None:
    kept = add_own(Measure(name="มาตรการคิว"))

    assert user_folder("measures", f"{kept.id}.json").is_file()
    assert kept in load_library().entries


def test_each_own_measure_has_an_id_of_its_own_in_the_order_they_came(tmp_path: Path) -> None:
    kept = [add_own(Measure(name=f"มาตรการ {number}"), tmp_path) for number in range(12)]

    assert own(tmp_path) == kept
    assert len({entry.id for entry in kept}) == 12


def test_a_shipped_entry_can_be_copied_to_ones_own(tmp_path: Path) -> None:
    kept = add_own(SHIPPED[0]._replace(name="มาตรการของเรา"), tmp_path)

    assert own(tmp_path) == [kept]
    assert kept.steps == SHIPPED[0].steps


def test_an_own_measure_is_changed(tmp_path: Path) -> None:
    first, second = (add_own(Measure(name=name), tmp_path) for name in ("ก", "ข"))

    change_own(first._replace(name="ค"), tmp_path)

    assert own(tmp_path) == [first._replace(name="ค"), second]


def test_keeping_a_measure_again_replaces_the_entry_of_its_name(tmp_path: Path) -> None:
    first = add_own(LibraryMeasure("", "มาตรการคิว", purpose="ไม่ต้องรอ"), tmp_path)
    kept, replaced = keep_own(Measure("มาตรการ คิว", monitoring="ทุกเดือน"), tmp_path)
    assert replaced
    assert own(tmp_path) == [kept]
    assert (kept.id, kept.purpose, kept.monitoring) == (first.id, "ไม่ต้องรอ", "ทุกเดือน")


def test_keeping_a_measure_of_another_name_adds_an_entry(tmp_path: Path) -> None:
    names = [SHIPPED[0].name, "มาตรการคิว"]
    for name in names:
        _, replaced = keep_own(Measure(name), tmp_path)
        assert not replaced
    assert [entry.name for entry in own(tmp_path)] == names


def test_an_own_measure_is_removed(tmp_path: Path) -> None:
    first, second = (add_own(Measure(name=name), tmp_path) for name in ("ก", "ข"))

    remove_own(first, tmp_path)

    assert own(tmp_path) == [second]


def test_a_shipped_measure_is_neither_changed_nor_removed(tmp_path: Path) -> None:
    with pytest.raises(ShippedEntryError):
        change_own(SHIPPED[0]._replace(name="ค"), tmp_path)
    with pytest.raises(ShippedEntryError):
        remove_own(SHIPPED[0], tmp_path)


def test_a_file_that_the_user_brings_may_hold_many(tmp_path: Path) -> None:
    entries = (LibraryMeasure("a", "ก"), LibraryMeasure("b", "ข", EntryKind.STANDARD))
    (tmp_path / "from a neighbour.json").write_bytes(library_to_json(entries))

    remove_own(entries[0], tmp_path)

    assert own(tmp_path) == [entries[1]._replace(kind=EntryKind.OWN)]


def test_a_broken_file_is_told_and_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{")
    kept = add_own(Measure(name="มาตรการคิว"), tmp_path)

    library = load_library(tmp_path)

    assert library.entries == (*SHIPPED, kept)
    assert len(library.problems) == 1
    assert "a.json" in library.problems[0]


def test_an_id_that_is_taken_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(library_to_json((LibraryMeasure(SHIPPED[0].id, "ก"),)))

    library = load_library(tmp_path)

    assert library.entries == SHIPPED
    assert SHIPPED[0].id in library.problems[0]


def test_a_measure_without_a_name_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(LibraryFileError, match="name"):
        add_own(Measure(name=""), tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(OutputFileError, match="โฟลเดอร์"):
        add_own(Measure(name="มาตรการคิว"), tmp_path / "file" / "measures")
