"""The text of a file whose encoding nobody wrote down: UTF-8, UTF-16 or Thai Windows."""

from __future__ import annotations

import codecs

from ita_desktop.exchange.scores.errors import ScoreFileError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # UTF-32 first: its mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 4096
_HIGH_BYTES = frozenset((0x00, 0x0E))
"""High bytes of ASCII and of Thai letters in UTF-16."""


def decode(data: bytes) -> str:
    """Return the text of *data*. Raises :class:`ScoreFileError` for what is no text.

    A byte order mark decides; then UTF-16 by its high bytes; then UTF-8 if it is that
    throughout; else CP874, what Thai Windows calls ANSI.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(data, encoding)
    wide = _wide_encoding(data[:_LOOKED_AT])
    if wide is not None:
        return _as(data, wide)
    if b"\0" in data:
        raise ScoreFileError("ไม่ใช่ไฟล์ข้อความ โปรดเลือกไฟล์ .xlsx, .csv หรือ .txt")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _as(data, "cp874")


def _as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise ScoreFileError(
            "ข้อความในไฟล์เสียหายหรือเข้ารหัสแบบที่ไม่รู้จัก โปรดบันทึกใหม่โดยเลือกการเข้ารหัส UTF-8"
        ) from None


def _wide_encoding(head: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte is 00 or 0E."""
    if len(head) < 4 or b"\0" not in head:
        return None
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        every_other = head[offset::2]
        if sum(byte in _HIGH_BYTES for byte in every_other) > 0.9 * len(every_other):
            return encoding
    return None
