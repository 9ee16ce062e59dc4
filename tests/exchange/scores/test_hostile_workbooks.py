"""Workbooks that someone made to do harm, or that are none: a calm message or a right reading."""

from __future__ import annotations

import io
import re
import struct
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from tests.exchange.scores.making import SCORES, labelled, read, read_unit, with_part, workbook

from ita_desktop.exchange.scores import workbook as limits
from ita_desktop.exchange.scores.errors import ScoreFileError
from ita_desktop.exchange.scores.sheet import ScoreSheet

HEADS = ("ตัวชี้วัด", "คะแนน")
GOOD = workbook(HEADS, *labelled())
SHEET = "xl/worksheets/sheet1.xml"
MUCH = 120_000_000
"""Bytes that no reading of a small file may take; a bomb below holds several times as much."""


def refusal(data: bytes) -> str:
    """What is said of bytes that cannot be read."""
    with pytest.raises(ScoreFileError) as caught:
        read(data)
    assert str(caught.value).isprintable()
    assert "โปรด" in caught.value.problem
    return caught.value.problem


def memory_of(reading: Callable[[], object]) -> int:
    """The most bytes that Python held at once while it read."""
    tracemalloc.start()
    try:
        reading()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def with_rows(rows: bytes) -> bytes:
    """The good workbook with further rows below."""
    return with_part(GOOD, SHEET, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))


# --- XML --------------------------------------------------------------------------------------


def laughs(xml: bytes, entity: bytes = b"&e9;") -> bytes:
    """A part whose first text is an entity of 10^9 times ten letters."""
    nested = [b'<!ENTITY e0 "aaaaaaaaaa">'] + [
        b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10)
    ]
    row = b'<row r="99"><c r="A99" t="inlineStr"><is><t>%s</t></is></c></row>' % entity
    body = re.sub(rb"^<\?xml.*?\?>", b"", xml).replace(b"</sheetData>", row + b"</sheetData>")
    return b'<?xml version="1.0"?><!DOCTYPE a [' + b"".join(nested) + b"]>" + body


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml"])
def test_entities_are_refused_in_every_part(part: str) -> None:
    assert "ไม่ปลอดภัย" in refusal(with_part(GOOD, part, laughs))


def test_an_entity_bomb_is_not_unpacked() -> None:
    bomb = with_part(GOOD, SHEET, laughs)

    assert memory_of(lambda: refusal(bomb)) < MUCH


def test_a_file_is_not_drawn_in_through_an_entity() -> None:
    def outside(xml: bytes) -> bytes:
        declared = b'<!DOCTYPE a [<!ENTITY e9 SYSTEM "file:///etc/hostname">]>'
        return re.sub(rb"<!DOCTYPE.*?\]>", declared, laughs(xml), flags=re.DOTALL)

    assert "ไม่ปลอดภัย" in refusal(with_part(GOOD, SHEET, outside))


def test_xml_that_nests_without_end_is_refused_or_passed_over() -> None:
    deep = with_part(GOOD, SHEET, lambda xml: b"<a>" * 100_000 + xml)

    assert "เสียหาย" in refusal(deep)


# --- sizes ------------------------------------------------------------------------------------


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = with_part(GOOD, "xl/media/image1.png", lambda _: bytes(300_000_000))
    assert len(bomb) < 1_000_000

    said: list[str] = []
    assert memory_of(lambda: said.append(refusal(bomb))) < MUCH
    assert "ใหญ่" in said[0]


def lying(data: bytes, name: bytes) -> bytes:
    """A workbook that says of one part that it unpacks to ten bytes."""
    changed = bytearray(data)
    # Places in the headers of a part and of the directory: signature, size, name's length, name.
    for signature, size, length, start in (
        (b"PK\x03\x04", 22, 26, 30),
        (b"PK\x01\x02", 24, 28, 46),
    ):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            (count,) = struct.unpack_from("<H", data, at + length)
            if data[at + start : at + start + count] == name:
                struct.pack_into("<I", changed, at + size, 10)
    return bytes(changed)


def test_a_zip_bomb_that_lies_about_its_size_is_refused_too() -> None:
    cell = b'<row r="99"><c r="A99"><v>' + b"1" * 150_000_000 + b"</v></c></row>"
    bomb = lying(with_rows(cell), SHEET.encode())

    assert memory_of(lambda: refusal(bomb)) < MUCH


def test_too_many_parts_are_refused() -> None:
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(limits.MAX_PARTS):
            archive.writestr(f"{number}", b"")

    assert "ใหญ่" in refusal(stream.getvalue())


def test_a_sheet_may_claim_to_fill_every_cell() -> None:
    claim = b'<dimension ref="A1:XFD1048576"'
    huge = with_part(GOOD, SHEET, lambda xml: re.sub(rb'<dimension ref="[^"]*"', claim, xml))
    assert claim in zipfile.ZipFile(io.BytesIO(huge)).read(SHEET)

    assert read_unit(huge).indicators == SCORES
    assert memory_of(lambda: read(huge)) < MUCH


def test_a_cell_in_the_last_corner_costs_nothing() -> None:
    far = b'<c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'
    corner = with_rows(b'<row r="1048576">' + far + b"</row>")
    sheets: list[ScoreSheet] = []

    assert memory_of(lambda: sheets.append(read(corner))) < MUCH
    assert sheets[0].units[0].indicators == SCORES
    assert any("ใหญ่เกิน" in note for note in sheets[0].notes)


def test_merged_cells_over_the_whole_sheet_cost_nothing() -> None:
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A20:XFD1048576"/></mergeCells>'
    huge = with_part(GOOD, SHEET, lambda xml: xml.replace(b"</sheetData>", merged))

    assert read_unit(huge).indicators == SCORES
    assert memory_of(lambda: read(huge)) < MUCH


def test_rows_beyond_the_limit_are_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ROWS", 6)

    sheet = read(GOOD)

    assert sheet.units[0].indicators == {n: SCORES[n] for n in range(1, 6)}
    assert any("ใหญ่เกิน 6 แถว" in note for note in sheet.notes)


# --- formulas and links -----------------------------------------------------------------------


def test_formulas_without_results_are_never_computed() -> None:
    rows = [(label, f"={score}+0") for label, score in labelled()]

    sheet = read(workbook(HEADS, *rows))

    assert sheet.units == ()
    assert len(sheet.not_understood) == len(rows)
    assert all("สูตร" in trouble.reason for trouble in sheet.not_understood)


def test_the_stored_result_of_a_formula_is_read() -> None:
    def result(xml: bytes) -> bytes:
        return re.sub(rb"<f>1\+1</f><v ?(?:/>|></v>)", b"<f>1+1</f><v>88.48</v>", xml)

    data = with_part(workbook(HEADS, *labelled(), ("คะแนนรวม", "=1+1")), SHEET, result)

    assert str(read_unit(data).total) == "88.48"


def test_a_formula_that_failed_is_told() -> None:
    data = workbook(HEADS, *labelled(), ("คะแนนรวม", "#DIV/0!"))

    (trouble,) = read(data).not_understood

    assert "คำนวณไม่ได้" in trouble.reason


@pytest.mark.parametrize(
    "formula",
    ["='[http://example.invalid/x.xlsx]S'!A1", "=cmd|'/c calc'!A0", '=HYPERLINK("file:///x",1)'],
)
def test_what_reaches_outside_is_only_a_text(formula: str) -> None:
    sheet = read(workbook(HEADS, *labelled(), ("คะแนนรวม", formula)))

    assert sheet.units[0].indicators == SCORES
    assert sheet.units[0].total is None
    assert len(sheet.not_understood) == 1


def test_links_to_other_workbooks_are_not_followed() -> None:
    def link(xml: bytes) -> bytes:
        target = b'Target="http://example.invalid/other.xlsx" TargetMode="External"'
        kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
        relation = b'<Relationship Id="rId99" Type="%s" %s/>' % (kind, target)
        return xml.replace(b"</Relationships>", relation + b"</Relationships>")

    linked = with_part(GOOD, "xl/_rels/workbook.xml.rels", link)

    assert read_unit(linked).indicators == SCORES


def test_hidden_sheets_are_left_out_and_told() -> None:
    def hide(book: Workbook) -> None:
        hidden = book.create_sheet("เก่า")
        hidden.sheet_state = "hidden"
        hidden.append(("คะแนนรวม", 1))

    sheet = read(workbook(HEADS, *labelled(), edit=hide))

    assert sheet.units[0].total is None
    assert any("ซ่อน" in note for note in sheet.notes)


# --- what only calls itself a workbook ----------------------------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (OLE + "Workbook".encode("utf-16-le") + bytes(4096), ".xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(4096), "รหัสผ่าน"),
        (GOOD[: len(GOOD) // 2], "เสียหาย"),
        (GOOD[:-30], "เสียหาย"),
        (b"PK\x03\x04" + bytes(100), "เสียหาย"),
        (with_part(GOOD, SHEET, lambda _: b""), "เสียหาย"),
        (with_part(GOOD, SHEET, lambda _: b"\x00\xff" * 500), "เสียหาย"),
        (with_part(GOOD, "[Content_Types].xml", lambda _: b"<Types/>"), "เสียหาย"),
    ],
)
def test_other_files_are_refused_by_what_they_are(data: bytes, told: str) -> None:
    assert told in refusal(data)


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("คะแนน.txt", "97.68")

    assert "Excel" in refusal(stream.getvalue())


def test_a_zip_with_a_password_is_refused() -> None:
    locked = bytearray(GOOD)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := GOOD.find(signature, at + 1)) >= 0:
            locked[at + flags] |= 1

    assert "รหัสผ่าน" in refusal(bytes(locked))
