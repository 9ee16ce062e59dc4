"""The sheets of an XLSX workbook as grids, within limits that no hostile file gets past.

openpyxl reads the file as a stream; with ``defusedxml`` beside it, it refuses entities.
Formulas are never computed: their stored results are read, and one without a result
stands as ``=…`` for the user to see. Links to other files are not followed.
"""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ita_desktop.exchange.scores.errors import ScoreFileError
from ita_desktop.exchange.scores.grid import Grid, GridRow
from ita_desktop.exchange.scores.text_grids import clean_cell

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

MAX_UNPACKED = 24_000_000
"""Bytes of all parts together: a sheet of every agency of the country takes about 8 MB."""

MAX_PARTS = 2_000
MAX_SHEETS = 40
MAX_ROWS = 20_000
MAX_COLUMNS = 256

_NOISE = 10
"""Decimals; beyond them a binary fraction is only noise (97.67999999999999)."""

_LARGEST = 10**15

_BROKEN = "ไฟล์ .xlsx เสียหาย โปรดเปิดในโปรแกรมตารางแล้วบันทึกใหม่ หรือคัดลอกตารางมาวางเป็นข้อความ"
_UNSAFE = "ไฟล์ .xlsx มีส่วนที่ไม่ปลอดภัย (XML entity) จึงไม่เปิด โปรดคัดลอกตารางไปไว้ในไฟล์ใหม่"

# What openpyxl lets through when the parts of a workbook are not what they claim to be.
_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,  # also NotImplementedError, RecursionError and encrypted parts
    SyntaxError,  # also malformed XML
    TypeError,
    ValueError,  # also what defusedxml refuses
    zipfile.BadZipFile,
    zlib.error,
)


def workbook_grids(data: bytes) -> list[Grid]:
    """Return the visible sheets. Raises :class:`ScoreFileError`."""
    _check_parts(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of styles and extensions it leaves out
        try:
            return _grids(data)
        except _FAILURES as error:
            raise ScoreFileError(_UNSAFE if _is_refusal(error) else _BROKEN) from error


def _is_refusal(error: Exception) -> bool:
    """Whether the XML was refused for entities, by which a small file can fill a computer."""
    from defusedxml.common import DefusedXmlException

    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, DefusedXmlException):
        cause = cause.__cause__ or cause.__context__  # openpyxl wraps what it meets
    return cause is not None


def _check_parts(data: bytes) -> None:
    """Refuse what unpacks to more than any score sheet, before anything is unpacked.

    ``zipfile`` never unpacks more of a part than its entry says, so the entries can be
    believed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError) as error:
        raise ScoreFileError(_BROKEN) from error
    names = {part.filename for part in parts}
    if any(part.flag_bits & 0x1 for part in parts):
        raise ScoreFileError("ไฟล์มีรหัสผ่าน โปรดเปิดในโปรแกรมตารางแล้วบันทึกใหม่โดยไม่ใส่รหัส")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise ScoreFileError("ไฟล์ใหญ่ผิดปกติเมื่อคลายออก จึงไม่เปิด โปรดคัดลอกเฉพาะตารางคะแนนไปไว้ในไฟล์ใหม่")
    if "[Content_Types].xml" not in names:
        raise ScoreFileError("ไม่ใช่ไฟล์ Excel (.xlsx) โปรดบันทึกตารางเป็น .xlsx หรือ .csv แล้วลองใหม่")


def _grids(data: bytes) -> list[Grid]:
    formulas = _load(data, results=False)
    results: Workbook | None = None
    grids = []
    for number, sheet in enumerate(formulas.worksheets[:MAX_SHEETS]):
        if sheet.sheet_state != "visible":
            note = f"ไม่ได้อ่านแผ่นงาน “{sheet.title[:40]}” เพราะถูกซ่อนไว้"
            grids.append(Grid((), sheet.title, (note,)))
            continue
        rows = list(_rows(sheet))
        if any(_is_formula(cell) for _, row in rows for cell in row):
            results = results or _load(data, results=True)
            computed = dict(_rows(results.worksheets[number]))
            rows = [(at, _with_results(row, computed.get(at, ()))) for at, row in rows]
        grids.append(_grid(sheet.title, rows, len(formulas.worksheets) > 1))
    return grids


def _load(data: bytes, *, results: bool) -> Workbook:
    from openpyxl import load_workbook  # slow to import, and only workbooks need it
    from openpyxl.xml import DEFUSEDXML

    if not DEFUSEDXML:
        raise ScoreFileError("โปรแกรมติดตั้งไม่ครบ (ขาด defusedxml) โปรดติดตั้งโปรแกรมใหม่")
    return load_workbook(io.BytesIO(data), read_only=True, data_only=results, keep_links=False)


def _rows(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """The rows that hold anything, by number; of those beyond the limits only the first."""
    sheet.reset_dimensions()  # the size that a file claims may be a lie
    rows = sheet.iter_rows(max_col=MAX_COLUMNS + 1)
    blank: tuple[Any, ...] | None = None
    for number, cells in enumerate(rows, 1):
        if cells is blank:
            continue  # openpyxl hands out one and the same row for all that are missing
        last = next((at for at in reversed(range(len(cells))) if cells[at].value is not None), -1)
        if last >= 0:
            yield number, list(cells[: last + 1])
            if number > MAX_ROWS:
                return  # one is enough to tell that there are more
        else:
            blank = cells


def _is_formula(cell: Any) -> bool:
    return getattr(cell, "data_type", "") == "f"


def _with_results(row: list[Any], computed: Any) -> list[Any]:
    """A row with the stored results of its formulas, where there are any."""
    return [
        computed[at]
        if _is_formula(cell) and at < len(computed) and computed[at].value is not None
        else cell
        for at, cell in enumerate(row)
    ]


def _grid(title: str, rows: list[tuple[int, list[Any]]], several: bool) -> Grid:
    prefix = f"{title[:30]} " if several else ""
    kept = []
    notes = []
    for number, cells in rows:
        texts = tuple([clean_cell(_text(cell)) for cell in cells])
        if number > MAX_ROWS or any(texts[MAX_COLUMNS:]):
            limits = f"{MAX_ROWS:,} แถวหรือ {MAX_COLUMNS} คอลัมน์"
            notes = [f"แผ่นงาน “{title[:40]}” ใหญ่เกิน {limits} ส่วนที่เกินไม่ได้อ่าน"]
        if number <= MAX_ROWS and any(texts[:MAX_COLUMNS]):
            last = max(index for index, text in enumerate(texts) if text)
            kept.append(GridRow(f"{prefix}แถว {number}", texts[: min(last + 1, MAX_COLUMNS)]))
    return Grid(tuple(kept), title, tuple(notes))


def _text(cell: Any) -> str:
    """A cell as a person sees it, as far as scores are concerned."""
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "จริง" if value else "เท็จ"
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return f"={value!s:.60}"  # an array formula or a table of data


def _number(value: int | float, number_format: str) -> str:
    # Compared before it is converted: a long integer is no float.
    if not -_LARGEST < value < _LARGEST:
        return "#NUM!"
    exact = Decimal(value) if isinstance(value, int) else Decimal(repr(round(value, _NOISE)))
    if "%" in number_format:
        return f"{(exact * 100).normalize():f}%"
    plain = f"{exact:f}"
    return plain[:-2] if plain.endswith(".0") else plain
