"""From the bytes of a score file, or a pasted text, to a score sheet, whatever kind it is.

The reader of each kind is imported when a file of that kind comes, so that none waits
for what another one needs.
"""

from __future__ import annotations

import re
from pathlib import Path

from ita_desktop.exchange.input_file import UnreadableFileError, first_bytes
from ita_desktop.exchange.scores.decoding import decode
from ita_desktop.exchange.scores.errors import ScoreFileError
from ita_desktop.exchange.scores.labels import Labels
from ita_desktop.exchange.scores.sheet import ScoreSheet
from ita_desktop.exchange.scores.understanding import best_understood, understand

MAX_BYTES = 16_000_000
"""Of a file; a table of all agencies of the country takes about two."""

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")
_SAVE_AS_XLSX = "โปรดเปิดในโปรแกรมตารางแล้วบันทึกเป็น .xlsx หรือ .csv"


_WEB_PAGE = re.compile(
    r"\s*<(?:!doctype html|html|head|body|table|meta|div|\?xml)\b", re.IGNORECASE
)


def read_score_file(path: Path, labels: Labels, year: int) -> ScoreSheet:
    """Return the scores of *year* (BE) in a file. Raises :class:`ScoreFileError`.

    A file without any score that was understood is an error too; the first lines that
    were not understood are told.
    """
    try:
        return _with_scores(parse_scores(_bytes_of(path), labels, year))
    except ScoreFileError as error:
        raise ScoreFileError(error.problem, path) from error


def parse_scores(data: bytes, labels: Labels, year: int) -> ScoreSheet:
    """Return the scores in the bytes of a file. Raises :class:`ScoreFileError`."""
    if len(data) > MAX_BYTES:
        raise _too_large()
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise ScoreFileError("ไฟล์ว่างเปล่า โปรดเลือกไฟล์ที่มีตารางคะแนน")
    _refuse_other_kinds(data)
    if data.startswith(_ZIP):
        from ita_desktop.exchange.scores.workbook import workbook_grids  # only workbooks need it

        return understand(workbook_grids(data), labels, year)
    text = decode(data)
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        from ita_desktop.exchange.scores.sheet_json import sheet_from_json

        return sheet_from_json(text.encode("utf-8", errors="replace"), year)
    return parse_score_text(text, labels, year)


def parse_score_text(text: str, labels: Labels, year: int) -> ScoreSheet:
    """Return the scores in a text as it was pasted. Raises :class:`ScoreFileError`."""
    if _WEB_PAGE.match(text):
        from ita_desktop.exchange.scores.web_page import page_grids

        return understand(page_grids(text), labels, year)
    from ita_desktop.exchange.scores.text_grids import text_grids

    return best_understood(text_grids(text), labels, year)


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(_OLE):
        # Directory entries of a compound file are named in UTF-16.
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ScoreFileError("ไฟล์มีรหัสผ่าน โปรดเปิดในโปรแกรมตารางแล้วบันทึกใหม่โดยไม่ใส่รหัส")
        raise ScoreFileError(f"เป็นไฟล์ Excel รุ่นเก่า (.xls) {_SAVE_AS_XLSX}")
    if data.startswith(_PDF):
        raise ScoreFileError("เป็นไฟล์ PDF โปรดคัดลอกตารางคะแนนจาก PDF ไปไว้ในไฟล์ข้อความ (.txt)")
    if data.startswith(_PICTURES):
        raise ScoreFileError("เป็นไฟล์ภาพ โปรดพิมพ์คะแนนลงในไฟล์ .xlsx, .csv หรือ .txt")


def _with_scores(sheet: ScoreSheet) -> ScoreSheet:
    if sheet.units:
        return sheet
    if sheet.other_years:
        years = ", ".join(map(str, sheet.other_years))
        raise ScoreFileError(f"ไม่มีคะแนนของปี {sheet.year} มีแต่ของปี {years} โปรดเลือกปีให้ตรง")
    told = f" ({sheet.not_understood[0].in_words()})" if sheet.not_understood else ""
    raise ScoreFileError(f"ไม่พบคะแนนที่เข้าใจได้{told} โปรดตรวจว่ามีชื่อตัวชี้วัดและคะแนนอยู่ในไฟล์")


def _bytes_of(path: Path) -> bytes:
    """What :func:`parse_scores` is to judge: one byte above the cap tells that it is too large."""
    try:
        return first_bytes(
            path,
            MAX_BYTES + 1,
            folder="เป็นโฟลเดอร์ โปรดระบุไฟล์ .xlsx, .csv หรือ .txt",
            refused="ไม่มีสิทธิ์อ่าน หรือโปรแกรมอื่นใช้อยู่ โปรดปิดไฟล์ในโปรแกรมนั้นแล้วลองใหม่",
        )
    except UnreadableFileError as error:
        raise ScoreFileError(str(error)) from None


def _too_large() -> ScoreFileError:
    return ScoreFileError(
        f"ใหญ่เกิน {MAX_BYTES // 1_000_000} MB โปรดคัดลอกเฉพาะตารางคะแนนไปไว้ในไฟล์ใหม่"
    )
