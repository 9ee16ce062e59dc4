"""A made-up agency's scores, and the ways in which people write such scores down."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

import openpyxl

from ita_desktop.exchange.scores.labels import Labels
from ita_desktop.exchange.scores.read import parse_scores
from ita_desktop.exchange.scores.sheet import ScoreSheet, UnitScores
from ita_desktop.services.frameworks import framework

YEAR = 2564
LABELS = Labels(framework(YEAR))
NAMES = {indicator.number: indicator.name for indicator in LABELS.framework.indicators}
INSTRUMENT = {
    indicator.number: instrument.code
    for instrument in LABELS.framework.instruments
    for indicator in instrument.indicators
}
FIRSTS = {1: "IIT", 6: "EIT", 9: "OIT"}
WEIGHTS = {"IIT": 30, "EIT": 30, "OIT": 40}

Scores = Mapping[int, Decimal]

SCORES: Scores = {
    number: Decimal(text)
    for number, text in enumerate(
        ["97.68", "86.39", "91.32", "86.55", "87.26", "93.93", "88.10", "85.77", "92.50", "81.25"],
        1,
    )
}
INSTRUMENTS = {"IIT": Decimal("89.84"), "EIT": Decimal("89.27"), "OIT": Decimal("86.88")}
POINTS = {"IIT": Decimal("26.95"), "EIT": Decimal("26.78"), "OIT": Decimal("34.75")}
TOTAL = Decimal("88.48")

UNIT = "อบต.ก้านแก้ว"
OTHER_UNIT = "เทศบาลตำบลดอกคูณ"

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def thai(text: str) -> str:
    """The text with Thai digits."""
    return text.translate(_TO_THAI)


def read(data: bytes | str, year: int = YEAR) -> ScoreSheet:
    """What is read from a file's bytes, or from a text in UTF-8."""
    labels = LABELS if year == YEAR else Labels(framework(year))
    return parse_scores(data.encode("utf-8") if isinstance(data, str) else data, labels, year)


def read_unit(data: bytes | str, year: int = YEAR) -> UnitScores:
    """The only unit of a source that is understood wholly."""
    sheet = read(data, year)
    assert sheet.not_understood == ()
    (unit,) = sheet.units
    return unit


def table(*rows: Sequence[object]) -> str:
    """CSV of rows."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(["" if c is None else c for c in row] for row in rows)
    return stream.getvalue()


def workbook(
    *rows: Sequence[object],
    merged: Sequence[str] = (),
    title: str = "Sheet1",
    edit: Callable[[openpyxl.Workbook], object] | None = None,
) -> bytes:
    """XLSX of one sheet of rows, with cells merged, and edited further."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append([float(c) if isinstance(c, Decimal) else c for c in row])
    for cells in merged:
        sheet.merge_cells(cells)
    if edit is not None:
        edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed, or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return stream.getvalue()


def labelled(scores: Scores = SCORES) -> list[tuple[str, Decimal]]:
    """``1 การปฏิบัติหน้าที่`` with its score, and so on."""
    return [(f"{number} {NAMES[number]}", score) for number, score in scores.items()]


# --- the shapes, each of one agency's ten scores ------------------------------------------------


def long_table(scores: Scores) -> str:
    return table(("ตัวชี้วัด", "คะแนน"), *labelled(scores))


def numbered_table(scores: Scores) -> str:
    rows = [(number, NAMES[number], score, "A") for number, score in scores.items()]
    return table(("ที่", "ตัวชี้วัด", "คะแนน", "ระดับ"), *rows)


def wide_table(scores: Scores) -> str:
    heads = [f"{number} {NAMES[number]}" for number in scores]
    return table(("หน่วยงาน", *heads), (UNIT, *scores.values()))


def wide_numbers(scores: Scores) -> str:
    rest = [None] * (len(scores) - 1)
    return table(
        ("ลำดับ", "หน่วยงาน", "ตัวชี้วัดที่", *rest),
        (None, None, *scores),
        (1, UNIT, *scores.values()),
    )


def years_as_rows(scores: Scores) -> str:
    heads = [f"ตัวชี้วัดที่ {number}" for number in scores]
    before = [Decimal("50.00")] * len(scores)
    return table(("ปีงบประมาณ", *heads), (YEAR - 1, *before), (YEAR, *scores.values()))


def years_as_columns(scores: Scores) -> str:
    rows = [(name, Decimal("50.00"), score) for name, score in labelled(scores)]
    return table(("ตัวชี้วัด", f"ปี {YEAR - 1}", f"ปี {YEAR}"), *rows)


def text_pairs(scores: Scores) -> str:
    return "".join(f"{n}. {NAMES[n]}\n{score} คะแนน\n" for n, score in scores.items())


def thai_pairs(scores: Scores) -> str:
    return thai(text_pairs(scores))


def value_above_label(scores: Scores) -> str:
    return "".join(f"{score}\n{NAMES[n]}\n" for n, score in scores.items())


def three_lines(scores: Scores) -> str:
    return "".join(f"{n}\n{NAMES[n]}\n{score}\n" for n, score in scores.items())


def one_line_each(scores: Scores) -> str:
    return "".join(f"{n}. {NAMES[n]} {score} คะแนน\n" for n, score in scores.items())


def without_spaces(scores: Scores) -> str:
    return "".join(f"{n}.{NAMES[n]}{score}คะแนน\n" for n, score in scores.items())


def one_line_in_all(scores: Scores) -> str:
    return " ".join(f"{n}. {NAMES[n]} {score}" for n, score in scores.items())


def tabs(scores: Scores) -> str:
    return "".join(f"{n}. {NAMES[n]}\t{score} คะแนน\n" for n, score in scores.items())


def columns_of_spaces(scores: Scores) -> str:
    return "".join(f"{n}. {NAMES[n]}      {score}\n" for n, score in scores.items())


def bars(scores: Scores) -> str:
    rows = "".join(f"| {n}. {NAMES[n]} | {score} |\n" for n, score in scores.items())
    return f"| ตัวชี้วัด | คะแนน |\n|---|---:|\n{rows}"


def semicolons_and_commas(scores: Scores) -> str:
    rows = "".join(f"{n} {NAMES[n]};{str(s).replace('.', ',')}\n" for n, s in scores.items())
    return f"ตัวชี้วัด;คะแนน\n{rows}"


def merged_sheet(scores: Scores) -> bytes:
    rows = [
        (FIRSTS.get(n), POINTS[FIRSTS[n]] if n in FIRSTS else None, f"{n}. {NAMES[n]}", score)
        for n, score in scores.items()
    ]
    heads = ("เครื่องมือ", "คะแนนถ่วงน้ำหนัก", "ตัวชี้วัด", "คะแนน")
    merged = [f"{c}{a}:{c}{b}" for a, b in ((2, 6), (7, 9), (10, 11)) for c in "AB"]
    return workbook(heads, *rows, merged=merged)


def percent_sheet(scores: Scores) -> bytes:
    def as_percent(book: openpyxl.Workbook) -> None:
        for cell in book.worksheets[0]["B"]:
            cell.number_format = "0.00%"

    rows = [(name, score / 100) for name, score in labelled(scores)]
    return workbook(("ตัวชี้วัด", "คะแนน"), *rows, edit=as_percent)


def web_page(scores: Scores) -> str:
    rows = "".join(f"<tr><td>{n}. {NAMES[n]}<td>{score}" for n, score in scores.items())
    return f"<html><head><title>1</title></head><table><tr><th>ตัวชี้วัด<th>คะแนน{rows}</table>"


SHAPES: tuple[Callable[[Scores], bytes | str], ...] = (
    long_table,
    numbered_table,
    wide_table,
    wide_numbers,
    years_as_rows,
    years_as_columns,
    text_pairs,
    thai_pairs,
    value_above_label,
    three_lines,
    one_line_each,
    without_spaces,
    one_line_in_all,
    tabs,
    columns_of_spaces,
    bars,
    semicolons_and_commas,
    merged_sheet,
    percent_sheet,
    web_page,
)
