"""A score as people write it: Thai digits, a comma, %, คะแนน, 28.5/30, a level behind it.

Only what leaves no doubt is read; a doubtful number is refused with its reason.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ita_desktop.thai.cleanup import normalise
from ita_desktop.thai.digits import thai_number, to_ascii_digits

_WHOLE = Decimal(100)
LONGEST = 120
"""Characters; a longer cell is no score, and no pattern should have to search it."""

LEVELS = ("AA", "A", "B", "C", "D", "E", "F")
LEVEL_WORDS = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุงโดยด่วน", "ต้องปรับปรุง", "ไม่ผ่าน")

_BLANK_WORDS = """
    - – — _ . … ... n/a na null none nan x ไม่มี ไม่มีข้อมูล ไม่มีคะแนน ไม่ประเมิน ไม่ได้ประเมิน
    ไม่ได้รับการประเมิน ไม่ปรากฏ ว่าง รอผล
"""
_BLANKS = frozenset(_BLANK_WORDS.split()) | {""}
LEADING_OVER = r"\s|[:=]|ซึ่ง|ได้รับ|ได้|มี|ผล|ค่า|คะแนน|ร้อยละ|เท่ากับ|เฉลี่ย|อยู่ที่|คือ|score"
"""What may stand between a label and its score, as alternatives of a pattern."""

_LEVEL = "|".join((*LEVEL_WORDS, *LEVELS))
_CALLED = "ระด(?:ับ|บั)"
"""ระดับ, also as PDF readers copy it."""
_MORE_THAN_SPREADSHEETS_GIVE = 20


class Value(NamedTuple):
    """A number that was read; ``out_of`` where it was written (``28.5/30``), ``level`` likewise.

    ``why`` says in Thai what had to be understood: ``เลขไทย``, ``จุลภาคเป็นจุดทศนิยม``.
    """

    number: Decimal
    out_of: Decimal | None = None
    level: str = ""
    why: tuple[str, ...] = ()


class Refused(NamedTuple):
    """Something with a number in it that is no score; ``reason`` is Thai."""

    reason: str


def is_blank(text: str) -> bool:
    """Whether a cell says that there is no score: empty, a dash, ``N/A``, ``ไม่มีข้อมูล``."""
    return len(text) <= LONGEST and normalise(text).strip(" *").lower() in _BLANKS


def is_level(text: str) -> bool:
    """Whether a cell is a level: ``AA``, ``ระดับ A``, ``ผ่านดี``."""
    return len(text) <= LONGEST and _level_pattern().fullmatch(normalise(text).strip()) is not None


def level_of(text: str) -> str:
    """The level that :func:`is_level` saw: ``AA``."""
    found = _level_pattern().fullmatch(normalise(text).strip())
    return found["level"].upper() if found else ""


@lru_cache(maxsize=4096)
def read_value(text: str) -> Value | Refused | None:
    """The score that a cell or line holds, None where it holds no number in a score's place.

    A comma before one or two digits is a decimal point; one before three a thousand,
    which no score has. What is outside 0–100 is refused, as is a number beside others.
    """
    if len(text) > LONGEST:
        return None
    plain = to_ascii_digits(normalise(text)).strip()
    found = _pattern().fullmatch(plain)
    if found is None:
        return _refusal(plain)
    digits = found["number"]
    why = ["เลขไทย"] if plain != normalise(text).strip() else []
    number = re.sub(r"\s", "", digits)
    if number != digits:
        why.append("ตัดช่องว่างในตัวเลข")
    if "," in number:
        if re.search(r",\d{3}(?!\d)", number):
            return Refused("มีจุลภาคแบบหลักพัน คะแนนต้องไม่เกิน 100")
        number = number.replace(",", ".")
        why.append("อ่านจุลภาคเป็นจุดทศนิยม")
    return _checked(Decimal(number), found, why)


def _checked(score: Decimal, found: re.Match[str], why: list[str]) -> Value | Refused:
    out_of = found["out_of"]
    most = Decimal(out_of) if out_of else Decimal(100)
    if not 0 < most <= 100:
        return Refused(f"คะแนนเต็ม {out_of} ใช้ไม่ได้")
    if not 0 <= score <= most:
        return Refused(f"คะแนนต้องอยู่ระหว่าง 0 ถึง {most}")
    if int(score.as_tuple().exponent) < -_MORE_THAN_SPREADSHEETS_GIVE:
        return Refused("มีทศนิยมยาวเกินไป")
    if found["unit"]:
        why.append("ตัดหน่วย (คะแนน, %)")
    level = (found["level"] or "").upper()
    return Value(score, most if out_of else None, level, tuple(why))


def _refusal(plain: str) -> Refused | None:
    if re.fullmatch(r"[-−–]\s*\d[\d.,]*\s*(?:%|คะแนน)?", plain):
        return Refused("คะแนนติดลบไม่ได้")
    if re.fullmatch(r"[\d.,\s]{1,40}(?:%|คะแนน)?", plain) and re.search(r"\d", plain):
        return Refused("ไม่ใช่ตัวเลขคะแนนที่แน่ชัด")
    return None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    number = r"\d{1,4}(?:\s?[.,]\s?\d{1,40})?"
    return re.compile(
        rf"(?:{LEADING_OVER})*(?P<number>{number})\s*\*{{0,3}}\s*"
        r"(?P<unit>(?:คะแนน|%|เปอร์เซ็นต์|percent|points?|pts?)?)\.?\s*"
        r"(?:\(?\s*(?:/|จาก(?:คะแนนเต็ม)?|(?:คะแนน)?เต็ม)\s*(?P<out_of>\d{1,3}(?:\.\d{1,2})?)"
        r"\s*(?:คะแนน|%)?\s*\)?)?\s*"
        rf"(?:[(\[/,]?\s*(?:(?:อยู่ใน)?{_CALLED}|เกรด|level|grade)?\s*[:=]?\s*(?P<level>{_LEVEL})\s*[)\]]?)?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _level_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:ผลการประเมิน)?(?:(?:อยู่ใน)?{_CALLED}(?:ผลการประเมิน|คะแนน)?|เกรด|level|grade)?\s*[:=]?\s*"
        rf"[(\[“\"]?\s*(?P<level>{_LEVEL})\s*[)\]”\"]?(?:\s*\(?(?:{_LEVEL})\)?)?",
        re.IGNORECASE,
    )


# --- one score as a clerk types it into a cell ----------------------------------------------


def typed_score(text: str, *, is_item: bool = False) -> Decimal | Refused | None:
    """The score (0–100) in *text*, None where it says that there is none.

    ``is_item`` is for an OIT item, which has 100 or 0. Digits stay as they were typed:
    ``100.0`` is not ``100``.
    """
    if is_blank(text):
        return None
    value = read_value(text)
    if value is None:
        return Refused("ไม่ใช่คะแนน โปรดใส่ตัวเลข ๐ ถึง ๑๐๐")
    if isinstance(value, Refused):
        return Refused(thai_number(value.reason))
    return _entered(value, is_item)


def _entered(value: Value, is_item: bool) -> Decimal | Refused:
    if value.out_of is not None and value.out_of != _WHOLE:
        return Refused("โปรดใส่คะแนนที่คิดจากคะแนนเต็ม ๑๐๐")
    if is_item and value.number not in (0, 100):
        return Refused("ข้อ OIT ได้ ๑๐๐ หรือ ๐ เท่านั้น")
    return value.number
