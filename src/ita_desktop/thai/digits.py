"""Thai digits: where they are written, where they never are, and how scores print."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from functools import lru_cache

_ASCII, _THAI = "0123456789", "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(_ASCII, _THAI)
_TO_ASCII = str.maketrans(f"{_THAI}０１２３４５６７８９．，％／（）", f"{_ASCII}{_ASCII}.,%/()")
_HUNDREDTH = Decimal("0.01")

_ASCII_DIGITS = frozenset(_ASCII)
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"

# What may follow a host or a scheme: printable ASCII, brackets only in pairs, and
# Thai letters only where a path or a query goes on, since a sentence may follow
# an address without a space.
_ADDRESS_REST = r"(?:[!#-'*-;=?-Z\\^-z|~]|\([!#-'*-;=?-Z\\^-z|~]*\)|(?<=[/=_\-])[\u0e00-\u0e7f]+)*"


@lru_cache(maxsize=1)
def _tokens() -> re.Pattern[str]:
    """Addresses, and runs of Latin letters and digits; a text without digits needs none."""
    # bounded repeats keep one megabyte of letters and dots linear
    return re.compile(
        rf"(?P<address>(?:[A-Za-z]{{2,10}}://|www\.){_ADDRESS_REST}"
        rf"|(?:[A-Za-z0-9][A-Za-z0-9-]{{0,62}}\.){{1,8}}[A-Za-z]{{2,24}}[/?#:]{_ADDRESS_REST}"
        r"|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]+)"
        rf"|[{_LATIN}0-9]+(?:(?:[-_\u2010-\u2013]+|[./])[{_LATIN}0-9]+)*"
    )


class Digits(Enum):
    """How the user's own texts print; the program's texts always use Thai digits."""

    THAI = "thai"
    AS_TYPED = "as-typed"


def to_thai_digits(text: str) -> str:
    """``text`` with its ASCII digits in Thai, except where they belong to Latin.

    Left alone are addresses (``www.x.go.th/p?id=3``, ``a1@x.go.th``) and every
    group of digits that Latin letters touch directly or over ``- . / _``:
    ``COVID-19``, ``O42``, ``a_1.pdf``, ``v1.2``. A space ends such a group, so
    ``ITA 2564`` becomes ``ITA ๒๕๖๔`` and ``ISO 9001`` becomes ``ISO ๙๐๐๑``.
    """
    if _ASCII_DIGITS.isdisjoint(text):
        return text
    return _tokens().sub(_token, text)


def _token(match: re.Match[str]) -> str:
    token = match[0]
    if match["address"] is not None or re.search(f"[{_LATIN}]", token) is not None:
        return token
    return token.translate(_TO_THAI)


def as_printed(text: str, digits: Digits) -> str:
    """A text of the user's with the digits of the setting."""
    return to_thai_digits(text) if digits is Digits.THAI else text


def thai_number(number: int | str) -> str:
    """A whole number, a year or a label such as ``10.1`` in Thai digits, no separators."""
    return str(number).translate(_TO_THAI)


def to_ascii_digits(text: str) -> str:
    """``text`` with Thai and full-width digits and signs in ASCII, sign for sign."""
    return text.translate(_TO_ASCII)


def two_decimals(score: Decimal) -> Decimal:
    """The score at the precision of the assessment: two decimals, half up."""
    return score.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP)


def thai_score(score: Decimal) -> str:
    """A score of 0–100 as agencies print it: ``๖.๒๕``, ``๑๐๐.๐๐``."""
    return f"{two_decimals(score):f}".translate(_TO_THAI)
