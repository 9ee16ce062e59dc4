"""JSON bytes to a tree and back, exactly: nothing is lost, rounded or guessed.

The standard decoder forgives a lot (duplicate keys, ``NaN``, rounding of
decimals). Here an object stays a tuple of its pairs, so that duplicates can be
refused where they stand, and a number with a fraction is a :class:`Decimal`.
``NaN`` and the infinities become the Decimals of that name: whoever reads a
number refuses them with their path.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from ita_desktop.errors import ItaError

Json: TypeAlias = "bool | int | Decimal | str | list[Json] | Members | None"
Members: TypeAlias = "tuple[tuple[str, Json], ...]"

_INDENT = "  "
# Longer runs of digits would take int() quadratic time; no whole number of a
# file of ours is that long, so they stay Decimals and fail as "not whole".
_LONGEST_INT = 18

_SAVE_AS_UTF8 = "โปรดบันทึกไฟล์ใหม่โดยเลือกการเข้ารหัส UTF-8"
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


class JsonTextError(ItaError):
    """The bytes are no JSON text in UTF-8."""


def parse_json(data: bytes) -> Json:
    """Return the tree of a UTF-8 JSON text, with or without a byte order mark.

    Raises :class:`JsonTextError` for another encoding, for what is not JSON
    (RFC 8259) and for nesting that is too deep to be meant.
    """
    text = _decode(data)
    if not text.strip():
        raise JsonTextError("ไฟล์ว่างเปล่า โปรดเลือกไฟล์อื่นหรือส่งออกไฟล์นี้ใหม่")
    try:
        tree: Json = json.loads(
            text,
            object_pairs_hook=tuple,
            parse_float=_decimal,
            parse_int=_whole,
            parse_constant=Decimal,
        )
    except json.JSONDecodeError as error:
        raise JsonTextError(
            f"ไม่ใช่ JSON ที่ถูกต้อง ผิดที่บรรทัด {error.lineno} ตัวอักษรที่ {error.colno}"
            " โปรดแก้ตรงนั้นหรือส่งออกไฟล์นี้ใหม่"
        ) from None
    except RecursionError:
        raise JsonTextError("ข้อมูลซ้อนกันลึกเกินไป โปรดส่งออกไฟล์นี้ใหม่จากโปรแกรม") from None
    return tree


def format_json(tree: Json) -> bytes:
    """Return *tree* as indented UTF-8 JSON that ends with a newline.

    Decimals are written as plain numbers (``97.60``, never ``9.76E+1``).
    Raises :class:`UnicodeEncodeError` for a lone surrogate, which no reader of
    ours lets in.
    """
    return ("".join(_pieces(tree, "\n")) + "\n").encode("utf-8")


def _decode(data: bytes) -> str:
    if data.startswith(_WIDE_MARKS) or b"\0" in data[:4]:
        raise JsonTextError(f"ไฟล์เข้ารหัสแบบ UTF-16 หรือเป็นไฟล์ชนิดอื่น {_SAVE_AS_UTF8}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise JsonTextError(
            f"ไฟล์ไม่ได้เข้ารหัสแบบ UTF-8 (อาจเป็น ANSI, CP874 หรือ TIS-620) {_SAVE_AS_UTF8}"
        ) from None


def _decimal(digits: str) -> Decimal:
    try:
        return Decimal(digits)
    except InvalidOperation:  # an exponent beyond any number that a Decimal can hold
        return Decimal("Infinity")


def _whole(digits: str) -> int | Decimal:
    return int(digits) if len(digits) <= _LONGEST_INT else Decimal(digits)


_encode = json.JSONEncoder(ensure_ascii=False).encode


def _pieces(value: Json, newline: str) -> Iterator[str]:
    inner = newline + _INDENT
    if isinstance(value, Decimal):
        yield format(value, "f")
    elif isinstance(value, list):
        yield from _bracketed("[]", (("", item) for item in value), newline, inner)
    elif isinstance(value, tuple):
        yield from _bracketed("{}", ((f"{_encode(k)}: ", v) for k, v in value), newline, inner)
    else:
        yield _encode(value)


def _bracketed(
    brackets: str, entries: Iterator[tuple[str, Json]], newline: str, inner: str
) -> Iterator[str]:
    yield brackets[0]
    separator, last = inner, ""
    for label, value in entries:
        yield separator
        yield label
        yield from _pieces(value, inner)
        separator, last = "," + inner, newline
    yield last + brackets[1]
