"""The library on a terminal."""

from __future__ import annotations

from ita_desktop.domain.library import EntryKind, LibraryMeasure
from ita_desktop.exchange.library_text import entries_text, entry_text
from ita_desktop.thai.terminal import cells

ENTRY = LibraryMeasure(
    id="queue",
    name="มาตรการคิว",
    kind=EntryKind.STANDARD,
    indicators=("1", "6"),
    purpose="ผู้มาก่อนได้ก่อน",
    guidelines=("แจกบัตรคิว",),
    steps=("พิมพ์บัตร", "แจกบัตร"),
    responsible=("สำนักปลัด", "กองคลัง"),
    monitoring="ทุกเดือน",
    outputs=("บัตร ๑ ชุด",),
    outcomes=("เวลารอลดลง ๕ นาที",),
)


def test_a_list_is_in_columns() -> None:
    other = ENTRY._replace(id="a", name="มาตรการที่นั่ง", kind=EntryKind.OWN, indicators=("10",))

    head, *lines = entries_text([ENTRY, other]).splitlines()

    names = ["มาตรการคิว", "มาตรการที่นั่ง"]
    starts = {cells(line[: line.index(name)]) for line, name in zip(lines, names, strict=True)}
    assert starts == {cells(head[: head.rindex("มาตรการ")])}
    assert "ของหน่วยงาน" in lines[1]


def test_an_empty_list_says_what_to_do() -> None:
    assert "โปรดลองคำ" in entries_text([])


def test_an_entry_is_told_whole() -> None:
    told = entry_text(ENTRY)

    for text in (ENTRY.name, *ENTRY.guidelines, "๑. พิมพ์บัตร", "๒. แจกบัตร", *ENTRY.outcomes):
        assert text in told
    assert "๑, ๖" in told


def test_empty_parts_are_left_out() -> None:
    assert entry_text(LibraryMeasure("a", "ชื่อ")).splitlines() == ["ชื่อ", "ของหน่วยงาน รหัส a"]


def test_terminal_codes_in_a_users_text_are_not_passed_on() -> None:
    hostile = ENTRY._replace(name="ก\x1b[2J", steps=("ข\x07",))

    assert "\x1b" not in entries_text([hostile]) + entry_text(hostile)
    assert "\x07" not in entry_text(hostile)
