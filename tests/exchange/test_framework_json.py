"""Framework files: what ships is sound, what is edited is read exactly, faults are named."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.domain.made_frameworks import LETTER_YEAR, WORD_YEAR

from ita_desktop.domain.case import Round
from ita_desktop.domain.frameworks import Framework, ReportingRule
from ita_desktop.exchange.framework_json import (
    FrameworkFileError,
    framework_to_json,
    parse_framework,
    read_framework,
)
from ita_desktop.resources import resource_path

SHIPPED = sorted(resource_path("frameworks").glob("*.json"))


@pytest.mark.parametrize("framework", [LETTER_YEAR, WORD_YEAR])
def test_what_is_written_is_read_again(framework: Framework) -> None:
    assert parse_framework(framework_to_json(framework)) == framework


def test_every_year_that_is_promised_ships() -> None:
    assert [int(file.stem) for file in SHIPPED] == list(range(2562, 2570))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_shipped_year_is_sound(file: Path) -> None:
    framework = read_framework(file)
    assert framework.year == int(file.stem)
    assert {i.code: i.weight for i in framework.instruments} == {"IIT": 30, "EIT": 30, "OIT": 40}
    assert [i.number for i in framework.indicators] == list(range(1, 11))
    codes = [item.code for item in framework.items]
    assert codes == [f"O{number}" for number in range(1, len(codes) + 1)]
    assert all(item.name for item in framework.items)
    assert framework.reporting.measure_items


@pytest.mark.parametrize(
    ("year", "items", "official", "rule"),
    [
        (2562, 48, "letters", ReportingRule(tuple(f"O{n}" for n in range(42, 49)), uncertain=True)),
        (2563, 43, "letters", ReportingRule(("O42",), ("O43",), (Round.SIX_MONTHS,))),
        (2566, 43, "words", ReportingRule(("O42",), ("O43",), (Round.SIX_MONTHS,))),
        (2568, 28, "words", ReportingRule(("O27",), ("O28",), (Round.TWELVE_MONTHS,), 1, True)),
        (2569, 26, "words", ReportingRule(("O25",), ("O26",), (Round.TWELVE_MONTHS,), 1)),
    ],
)
def test_years_differ_as_the_assessment_did(
    year: int, items: int, official: str, rule: ReportingRule
) -> None:
    framework = read_framework(resource_path("frameworks", f"{year}.json"))
    assert (len(framework.items), framework.official) == (items, official)
    assert framework.reporting == rule


def test_a_short_file_means_the_usual() -> None:
    framework = parse_framework(_file(lambda tree: tree.pop("reporting")))
    assert framework.reporting == ReportingRule()
    assert framework.target == Decimal(85)
    assert not framework.uncertain


def _file(change: Callable[[dict[str, Any]], object]) -> bytes:
    tree = json.loads(framework_to_json(WORD_YEAR))
    change(tree)
    return json.dumps(tree).encode("utf-8")


def _set(*path: str | int, to: object) -> Callable[[dict[str, Any]], None]:
    def change(tree: dict[str, Any]) -> None:
        place: Any = tree
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


SUB = ("instruments", 2, "indicators", 0, "sub_indicators", 0)
FAULTS = [
    (_set("format", to="ita-case"), "format", "ita-framework"),
    (_set("version", to=2), "version", "1"),
    (_set("version", to=True), "version", "1"),
    (_set("year", to=2025), "year", "2568"),
    (_set("yaer", to=2568), "yaer", "year"),
    (_set("official", to="grades"), "official", "letters"),
    (_set("instruments", 0, "weight", to=31), "instruments", "101"),
    (_set("instruments", 0, "weight", to=0), "instruments[0].weight", "มากกว่า 0"),
    (_set("instruments", 1, "indicators", to=[]), "instruments[1].indicators", "อย่างน้อย"),
    (_set("instruments", 1, "code", to="IN"), "instruments[1].code", "instruments[0].code"),
    (_set("instruments", 1, "code", to="total"), "instruments[1].code", "ตัวอักษร"),
    (_set("instruments", 1, "indicators", 0, "number", to=1), "indicators[0].number", "ซ้ำ"),
    (_set("instruments", 0, "uncertain", to=1), "instruments[0].uncertain", "ไม่รู้จัก"),
    (_set("uncertain", to=1), "uncertain", "true"),
    (_set(*SUB, "number", to="9.1"), "sub_indicators[0].number", "ตัวชี้วัดที่ 4"),
    (_set(*SUB, "number", to="4.01"), "sub_indicators[0].number", "10.1"),
    (_set(*SUB, "number", to="4.100"), "sub_indicators[0].number", "1 ถึง 99"),
    (_set("instruments", 0, "indicators", 0, "number", to=100), "[0].number", "1 ถึง 99"),
    (_set(*SUB, "number", to="๔.๑"), "sub_indicators[0].number", "10.1"),
    (_set(*SUB, "items", 0, "code", to="O5"), "items[0].code", "ซ้ำ"),
    (_set(*SUB, "items", 0, "code", to="1"), "items[0].code", "ซ้ำ"),
    (_set(*SUB, "items", 0, "code", to="99"), "items[0].code", "ตัวอักษร"),
    (_set(*SUB, "items", 0, "code", to="o99"), "items[0].code", "O99"),
    (_set("words", "levels", to=[]), "words", "levels"),
    (_set("words", "levels", 1, "total", to=96), "words.levels[1].total", "สูงสุด"),
    (_set("words", "levels", 1, "name", to="พอใช้"), "words.levels[2].name", "ซ้ำ"),
    (_set("words", "levels", 4, "total", to=1), "words.levels[4]", "0"),
    (_set("letters", "levels", 4, "each", to=1), "letters.levels[4]", "each"),
    (_set("reporting", "rounds", to=[6, 9]), "reporting.rounds[1]", "6 หรือ 12"),
    (_set("reporting", "years_before", to=2), "reporting.years_before", "1"),
    (_set("reporting", "measure_items", to=["O42"]), "reporting.measure_items[0]", "O42"),
    (_set("reporting", "execution_items", to=["O7", "X"]), "reporting.execution_items[1]", "X"),
]


@pytest.mark.parametrize(("change", "path", "hint"), FAULTS)
def test_a_fault_is_named_with_its_place(
    change: Callable[[dict[str, Any]], None], path: str, hint: str
) -> None:
    with pytest.raises(FrameworkFileError) as caught:
        parse_framework(_file(change))
    assert caught.value.path.endswith(path)
    assert hint in caught.value.problem


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b"[" * 10_000, b" " * 2_000_001])
def test_what_is_no_framework_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(FrameworkFileError, match="เกณฑ์ชุดนี้ ใช้ไม่ได้"):
        parse_framework(data)


def test_the_message_names_the_file(tmp_path: Path) -> None:
    file = tmp_path / "2570.json"
    file.write_bytes(_file(_set("year", to="2570")))
    with pytest.raises(FrameworkFileError, match=r"2570\.json ใช้ไม่ได้ ที่ year") as caught:
        read_framework(file)
    assert caught.value.file == file


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(FrameworkFileError, match="ไม่พบ"):
        read_framework(tmp_path / "2570.json")
    with pytest.raises(FrameworkFileError, match="โฟลเดอร์"):
        read_framework(tmp_path)
    with pytest.raises(FrameworkFileError, match="อ่านไม่ได้"):
        read_framework(Path("a\0b"))
