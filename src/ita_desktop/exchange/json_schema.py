"""Shapes of JSON values: what a key may hold, as data that reads and writes it.

A file format is a table of these (:mod:`ita_desktop.exchange.case_json` holds
one). Each shape turns a JSON value into a domain value or refuses it with its
path, and turns the domain value back. A missing key, ``null`` and ``""`` mean
the same: the shape's empty value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Generic, TypeVar

from ita_desktop.domain.frameworks import NUMBERS
from ita_desktop.errors import ItaError
from ita_desktop.exchange.json_text import Json, Members
from ita_desktop.quoting import quoted
from ita_desktop.thai.cleanup import prints_nothing
from ita_desktop.thai.dates import BE_YEARS, BUDDHIST_ERA

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

_CE_LOOKALIKES = range(1900, 2201)
_BE_LOOKALIKES = range(2400, 2800)
_YEARS_OF_DATES = range(2400, 2700)
"""BE years of the dates that can be typed in the window: any of them is read again."""

_MAX_DECIMALS = 20
"""More places than any spreadsheet gives; beyond them lies only mischief (1e-999999)."""

_KIND_NAMES: Mapping[type, str] = {
    type(None): " null",  # a Latin word stands off the Thai before it
    bool: "ค่า true/false",
    int: "ตัวเลข",
    str: "ข้อความ",
    list: "รายการ [ ]",
    tuple: "กลุ่มข้อมูล { }",
}


class ShapeError(ItaError):
    """A value is not of its shape; ``path`` is that inside the file, ``""`` the whole."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path or 'ทั้งไฟล์'}: {problem}")
        self.path = path
        self.problem = problem


class Shape(Generic[T]):
    """What one value may be."""

    required = False

    def empty(self) -> T:
        """Return what a missing key means."""
        raise NotImplementedError

    def read(self, value: Json, at: str) -> T:
        """Return the domain's value or raise :class:`ShapeError` with the path *at*."""
        raise NotImplementedError

    def write(self, value: T) -> Json:
        """Return the JSON value that :meth:`read` turns into *value*."""
        raise NotImplementedError


def _unlike(wanted: str, value: Json, at: str) -> ShapeError:
    return ShapeError(at, f"ต้องเป็น{wanted} แต่พบ{_kind_of(value)} โปรดแก้ชนิดของค่านี้")


def _kind_of(value: Json) -> str:
    if not isinstance(value, Decimal):
        return _KIND_NAMES[type(value)]
    if not value.is_finite():
        return f"ค่า {value}"
    return "ตัวเลขที่มีทศนิยม" if int(value.as_tuple().exponent) < 0 else "ตัวเลข"


class TextShape(Shape[str]):
    """Any text that Unicode can carry, literally; no lone surrogates."""

    def empty(self) -> str:
        return ""

    def read(self, value: Json, at: str) -> str:
        if not isinstance(value, str):
            raise _unlike('ข้อความในเครื่องหมายคำพูด "…"', value, at)
        if not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
            raise ShapeError(at, "มีอักขระที่เสียหาย (surrogate เดี่ยว) โปรดพิมพ์ข้อความนี้ใหม่")
        return value

    def write(self, value: str) -> Json:
        return value


class Identity(TextShape):
    """What an entry is told by for good: a short token, given by the program (a UUID)."""

    _SIGNS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:")
    _LONGEST = 64

    def read(self, value: Json, at: str) -> str:
        text = super().read(value, at)
        if len(text) > self._LONGEST or not self._SIGNS.issuperset(text):
            raise ShapeError(
                at,
                f"รหัส “{quoted(text)}” ใช้ไม่ได้ โปรดลบออก โปรแกรมจะให้รหัสใหม่เอง"
                f" หรือใช้ A-Z a-z 0-9 - _ . : ไม่เกิน {self._LONGEST} ตัว",
            )
        return text


class Number(TextShape):
    """An indicator's number as text: ``10``, or ``10.1`` for a sub-indicator."""

    _PARTS = frozenset(map(str, NUMBERS))

    def __init__(self, *, sub_only: bool = False) -> None:
        self._sub_only = sub_only

    def read(self, value: Json, at: str) -> str:
        text = super().read(value, at)
        head, dot, tail = text.partition(".")
        if head in self._PARTS and (tail in self._PARTS if dot else not self._sub_only):
            return text
        wanted = '"10.1"' if self._sub_only else '"10" หรือ "10.1"'
        raise ShapeError(
            at,
            f"“{quoted(text)}” ไม่ใช่เลขตัวชี้วัด โปรดเขียนด้วยเลขอารบิก"
            f"ตั้งแต่ {NUMBERS[0]} ถึง {NUMBERS[-1]} เช่น {wanted}",
        )


class WholeNumber(Shape[int]):
    """A whole number within *allowed*."""

    def __init__(self, allowed: range) -> None:
        self._allowed = allowed
        self._range = f"{allowed[0]} ถึง {allowed[-1]}"

    def read(self, value: Json, at: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise _unlike(f"จำนวนเต็ม {self._range}", value, at)
        if value not in self._allowed:
            raise ShapeError(at, self._refusal(value))
        return value

    def write(self, value: int) -> Json:
        return value

    def _refusal(self, value: int) -> str:
        return f"{value} ใช้ไม่ได้ โปรดใส่ {self._range}"


class BuddhistYear(WholeNumber):
    """A year of the Buddhist era; one of the common era is refused with its BE year."""

    def __init__(self, allowed: range = BE_YEARS) -> None:
        super().__init__(allowed)

    def _refusal(self, value: int) -> str:
        if value in _CE_LOOKALIKES:
            return f"{value} เป็นปี ค.ศ. โปรดใส่ปี พ.ศ. คือ {value + BUDDHIST_ERA}"
        return f"ปี {value} ใช้ไม่ได้ โปรดใส่ปี พ.ศ. ระหว่าง {self._range}"


class Score(Shape["Decimal | None"]):
    """A score of 0–100, kept to the last decimal, or unknown."""

    def empty(self) -> None:
        return None

    def read(self, value: Json, at: str) -> Decimal:
        if not isinstance(value, int | Decimal) or isinstance(value, bool):
            raise _unlike("ตัวเลข 0 ถึง 100", value, at)
        score = Decimal(value)
        # Finite first: comparing NaN would raise.
        if not score.is_finite() or not 0 <= score <= 100:
            raise ShapeError(at, f"คะแนน {quoted(value, 20)} ใช้ไม่ได้ โปรดใส่ตัวเลข 0 ถึง 100 หรือ null")
        if int(score.as_tuple().exponent) < -_MAX_DECIMALS:
            raise ShapeError(at, f"คะแนนมีทศนิยมเกิน {_MAX_DECIMALS} ตำแหน่ง โปรดปัดเป็น 2 ตำแหน่ง")
        return score.copy_abs()  # -0 is 0

    def write(self, value: Decimal | None) -> Json:
        return value


class AllOrNothing(Score):
    """The score of an OIT item: 100, 0 or unknown."""

    def read(self, value: Json, at: str) -> Decimal:
        score = super().read(value, at)
        if score not in (0, 100):
            raise ShapeError(at, f"คะแนน {quoted(value, 20)} ใช้ไม่ได้ รายข้อ OIT ใส่ได้ 100, 0 หรือ null")
        return score


class Choice(Shape["E | None"]):
    """One value of an enumeration, or none."""

    def __init__(self, choices: type[E]) -> None:
        self._choices = choices

    def empty(self) -> None:
        return None

    def read(self, value: Json, at: str) -> E:
        for choice in self._choices:
            # The type as well: to Python, True and 1.0 equal 1.
            if choice.value == value and type(choice.value) is type(value):
                return choice
        wanted = ", ".join(format_choice(choice) for choice in self._choices)
        raise ShapeError(at, f"ใช้{_shown(value)} ไม่ได้ โปรดใส่อย่างใดอย่างหนึ่ง: {wanted} หรือ null")

    def write(self, value: E | None) -> Json:
        return None if value is None else value.value


def _shown(value: Json) -> str:
    """A value that was found where a choice is wanted; what holds others by its kind."""
    if isinstance(value, bool):
        return "ค่า true" if value else "ค่า false"
    if isinstance(value, int | Decimal):
        return f" {quoted(value, 20)}"
    return f" “{quoted(value)}”" if isinstance(value, str) else _kind_of(value)


def format_choice(choice: Enum) -> str:
    """Return an enumeration's value as it stands in JSON."""
    return f'"{choice.value}"' if isinstance(choice.value, str) else str(choice.value)


class Day(Shape["date | None"]):
    """A date ``YYYY-MM-DD`` of the common era (ISO 8601), or none."""

    def empty(self) -> None:
        return None

    def read(self, value: Json, at: str) -> date:
        if not isinstance(value, str):
            raise _unlike('วันที่แบบ "2025-04-09"', value, at)
        year, month, day = value[:4], value[5:7], value[8:]
        plain = value.isascii() and all(part.isdigit() for part in (year, month, day))
        if not plain or f"{year}-{month}-{day}" != value or len(value) != 10:
            raise ShapeError(
                at, f'“{quoted(value)}” ไม่ใช่วันที่ โปรดเขียน ปี ค.ศ.-เดือน-วัน เช่น "2025-04-09"'
            )
        # The year before the day: 29 February exists in 2567 BE but not in 2567 CE.
        if int(year) in _BE_LOOKALIKES:
            raise ShapeError(
                at,
                f'ปี {year} เป็นปี พ.ศ. โปรดใส่วันที่เป็น ค.ศ. คือ "{int(year) - BUDDHIST_ERA}{value[4:]}"',
            )
        if int(year) + BUDDHIST_ERA not in _YEARS_OF_DATES:
            raise ShapeError(at, f"ปี ค.ศ. {year} ใช้ไม่ได้ โปรดตรวจปีของวันที่นี้")
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            raise ShapeError(at, f"วันที่ {value} ไม่มีในปฏิทิน โปรดตรวจวันและเดือน") from None

    def write(self, value: date | None) -> Json:
        return None if value is None else value.isoformat()


class ListOf(Shape["tuple[T, ...]"]):
    """A list whose every item is of one shape."""

    def __init__(self, item: Shape[T]) -> None:
        self._item = item

    def empty(self) -> tuple[T, ...]:
        return ()

    def read(self, value: Json, at: str) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise _unlike("รายการ [ ]", value, at)
        return tuple(self._item.read(item, f"{at}[{index}]") for index, item in enumerate(value))

    def write(self, value: tuple[T, ...]) -> Json:
        return [self._item.write(item) for item in value]


class Required(Shape[T]):
    """A key that must be there and, where it is a text, show something when printed."""

    required = True

    def __init__(self, shape: Shape[T]) -> None:
        self._shape = shape

    def read(self, value: Json, at: str) -> T:
        missing = ShapeError(at, "ต้องมีค่า โปรดเติมค่านี้")
        if value is None or value == "":
            raise missing
        found = self._shape.read(value, at)
        if isinstance(value, str) and prints_nothing(value):
            raise missing
        return found

    def write(self, value: T) -> Json:
        return self._shape.write(value)


class TextsByKey(Shape["tuple[Any, ...]"]):
    """An object of texts by their keys: a tuple of *make*'s results, in the order of the keys."""

    def __init__(self, make: Callable[[str, str], Any]) -> None:
        self._make = make
        self._text = TextShape()

    def empty(self) -> tuple[Any, ...]:
        return ()

    def read(self, value: Json, at: str) -> tuple[Any, ...]:
        texts = {}
        for key, text in sorted(members_of(value, at).items()):
            if text is not None and text != "":
                texts[key] = self._text.read(text, f"{at}.{quoted(key)}")
        return tuple([self._make(self._text.read(key, at), texts[key]) for key in texts])

    def write(self, value: tuple[Any, ...]) -> Json:
        return tuple([(key, text) for key, text in value])


class Record(Shape[T]):
    """An object with exactly these keys, in this order: the fields of *make*'s result.

    An identity that was not given yet is left out.
    """

    def __init__(self, make: Callable[..., T], /, **keys: Shape[Any]) -> None:
        self._make = make
        self.keys = keys

    def empty(self) -> T:
        return self._make()

    def read(self, value: Json, at: str) -> T:
        return self.build(members_of(value, at), at)

    def build(self, members: Mapping[str, Json], at: str) -> T:
        """Return the value of an object whose keys are already known to be unique."""
        prefix = f"{at}." if at else ""
        for key in members:
            if key not in self.keys:
                raise unknown_key(key, at, self.keys)
        values = {}
        for key, shape in self.keys.items():
            member = members.get(key)
            missing = member is None or member == ""
            keep_empty = missing and not shape.required
            values[key] = shape.empty() if keep_empty else shape.read(member, prefix + key)
        return self._make(**values)

    def write(self, value: T) -> Members:
        return tuple(
            [
                (key, shape.write(getattr(value, key)))
                for key, shape in self.keys.items()
                if not (isinstance(shape, Identity) and getattr(value, key) == "")
            ]
        )


def unknown_key(key: str, at: str, known: Iterable[str]) -> ShapeError:
    """The refusal of a key that an object at *at* does not have, with the one that is meant."""
    from difflib import get_close_matches  # only a refusal needs it

    close = get_close_matches(key[:60], list(known), n=1)
    advice = f"หมายถึง {close[0]} หรือไม่ โปรดแก้ชื่อคีย์" if close else "โปรดลบออกหรือแก้ชื่อคีย์"
    return ShapeError(f"{at}.{quoted(key)}" if at else quoted(key), f"ไม่รู้จักคีย์นี้ {advice}")


def members_of(value: Json, at: str) -> dict[str, Json]:
    """Return an object's members by key; a value that is none, or a double key, is refused."""
    if not isinstance(value, tuple):
        raise _unlike("กลุ่มข้อมูล { }", value, at)
    members: dict[str, Json] = {}
    for key, member in value:
        if key in members:
            path = f"{at}.{quoted(key)}" if at else quoted(key)
            raise ShapeError(path, "คีย์นี้มีสองครั้ง โปรดเหลือไว้เพียงครั้งเดียว")
        members[key] = member
    return members
