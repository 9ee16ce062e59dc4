"""Framework files (format ``ita-framework``, version 1): a year's rules that users may edit.

The tables below are the format. What they cannot say, such as weights that sum up to
100, is checked after reading, since a wrong framework would give wrong totals in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from ita_desktop.domain.case import Round
from ita_desktop.domain.frameworks import (
    NUMBERS,
    Framework,
    IndicatorSpec,
    InstrumentSpec,
    ItemSpec,
    LevelRule,
    ReportingRule,
    Scale,
    SubIndicatorSpec,
)
from ita_desktop.domain.scores import TOTAL, item_code
from ita_desktop.errors import ItaError
from ita_desktop.exchange.json_schema import (
    BuddhistYear,
    ListOf,
    Number,
    Record,
    Required,
    Score,
    Shape,
    ShapeError,
    TextShape,
    WholeNumber,
    members_of,
)
from ita_desktop.exchange.json_text import Json, JsonTextError, format_json, parse_json
from ita_desktop.quoting import quoted, quoted_path

FORMAT = "ita-framework"
VERSION = 1

MAX_BYTES = 2_000_000
"""A hundred times a real year's file."""

OFFICIAL_SCALES = ("letters", "words")


class _Flag(Shape[bool]):
    """True or false; a missing one is false."""

    def empty(self) -> bool:
        return False

    def read(self, value: Json, at: str) -> bool:
        if not isinstance(value, bool):
            raise ShapeError(at, "ต้องเป็น true หรือ false โปรดแก้ค่านี้")
        return value

    def write(self, value: bool) -> Json:
        return value


class _OfficialScale(TextShape):
    """The name of the scale that decides."""

    def read(self, value: Json, at: str) -> str:
        text = super().read(value, at)
        if text not in OFFICIAL_SCALES:
            raise ShapeError(at, f"ต้องเป็น {' หรือ '.join(OFFICIAL_SCALES)} โปรดแก้ค่านี้")
        return text


class _Rounds(Shape["tuple[Round, ...]"]):
    """Rounds by their months: ``[6]``, ``[12]`` or both."""

    def empty(self) -> tuple[Round, ...]:
        return ()

    def read(self, value: Json, at: str) -> tuple[Round, ...]:
        months = ListOf(WholeNumber(range(1, 13))).read(value, at)
        for index, month in enumerate(months):
            if month not in {*Round}:
                raise ShapeError(f"{at}[{index}]", "รอบต้องเป็น 6 หรือ 12 เดือน")
        return tuple(Round(month) for month in months)

    def write(self, value: tuple[Round, ...]) -> Json:
        return [int(round_) for round_ in value]


class _WithDefault(Shape[Any]):
    """A key that means *default* when it is left out."""

    def __init__(self, shape: Shape[Any], default: object) -> None:
        self._shape = shape
        self._default = default

    def empty(self) -> Any:
        return self._default

    def read(self, value: Json, at: str) -> Any:
        return self._shape.read(value, at)

    def write(self, value: Any) -> Json:
        return self._shape.write(value)


_TEXT = TextShape()
_NAME = Required(_TEXT)
_FLAG = _Flag()
_PERCENT = Required(Score())

_ITEM = Record(ItemSpec, code=_NAME, name=_TEXT, uncertain=_FLAG)
_SUB_INDICATOR = Record(
    SubIndicatorSpec,
    number=Required(Number(sub_only=True)),
    name=_TEXT,
    uncertain=_FLAG,
    items=ListOf(_ITEM),
)
_INDICATOR = Record(
    IndicatorSpec,
    number=Required(WholeNumber(NUMBERS)),
    name=_NAME,
    uncertain=_FLAG,
    sub_indicators=ListOf(_SUB_INDICATOR),
)
_INSTRUMENT = Record(
    InstrumentSpec,
    code=_NAME,
    name=_TEXT,
    weight=_PERCENT,
    indicators=Required(ListOf(_INDICATOR)),
)
_LEVEL = Record(LevelRule, name=_NAME, total=_PERCENT, each=Score(), uncertain=_FLAG)
_SCALE = Record(Scale, uncertain=_FLAG, levels=ListOf(_LEVEL))
_REPORTING = Record(
    ReportingRule,
    measure_items=ListOf(_TEXT),
    execution_items=ListOf(_TEXT),
    rounds=_Rounds(),
    years_before=_WithDefault(WholeNumber(range(2)), 0),
    uncertain=_FLAG,
)
_FRAMEWORK = Record(
    Framework,
    year=Required(BuddhistYear()),
    uncertain=_FLAG,
    note=_TEXT,
    target=_WithDefault(Score(), Decimal(85)),
    official=Required(_OfficialScale()),
    letters=_SCALE,
    words=_SCALE,
    reporting=_REPORTING,
    instruments=Required(ListOf(_INSTRUMENT)),
)


class FrameworkFileError(ItaError):
    """A framework file cannot be used.

    ``file`` is the file or None, ``path`` the place inside it
    (``instruments[0].weight``; ``""`` for the whole), ``problem`` what is wrong
    and what to do.
    """

    def __init__(self, problem: str, *, path: str = "", file: Path | None = None) -> None:
        name = f"ไฟล์เกณฑ์ {quoted_path(file)}" if file else "เกณฑ์ชุดนี้"
        place = f" ที่ {path}" if path else ""
        super().__init__(f"{name} ใช้ไม่ได้{place}: {problem}")
        self.problem = problem
        self.path = path
        self.file = file


def read_framework(path: Path) -> Framework:
    """Return the framework that a file holds or raise :class:`FrameworkFileError`."""
    try:
        return parse_framework(_read_bytes(path))
    except FrameworkFileError as error:
        raise FrameworkFileError(error.problem, path=error.path, file=path) from None


def parse_framework(data: bytes) -> Framework:
    """Return the framework that a file's bytes hold or raise :class:`FrameworkFileError`."""
    if len(data) > MAX_BYTES:
        raise FrameworkFileError(f"ใหญ่เกิน {MAX_BYTES // 1_000_000} MB จึงไม่ใช่ไฟล์เกณฑ์ โปรดเลือกไฟล์อื่น")
    try:
        return _framework_of(parse_json(data))
    except JsonTextError as error:
        raise FrameworkFileError(str(error)) from None
    except ShapeError as error:
        raise FrameworkFileError(error.problem, path=error.path) from None


def framework_to_json(framework: Framework) -> bytes:
    """Return the file of *framework*: every key, in the format's order."""
    return format_json((("format", FORMAT), ("version", VERSION), *_FRAMEWORK.write(framework)))


def _framework_of(tree: Json) -> Framework:
    members = members_of(tree, "")
    if members.pop("format", None) != FORMAT:
        raise ShapeError("format", f'ไม่ใช่ไฟล์เกณฑ์ของโปรแกรมนี้ (ต้องเป็น "{FORMAT}") โปรดเลือกไฟล์อื่น')
    version = members.pop("version", None)
    if version != VERSION or isinstance(version, bool):
        raise ShapeError("version", f"ต้องเป็นเลข {VERSION} โปรดแก้หรือปรับปรุงโปรแกรมก่อน")
    framework = _FRAMEWORK.build(members, "")
    for check in _CHECKS:
        check(framework)
    return framework


def _check_weights(framework: Framework) -> None:
    for index, instrument in enumerate(framework.instruments):
        if not instrument.weight:
            raise ShapeError(f"instruments[{index}].weight", "น้ำหนักต้องมากกว่า 0")
        if not instrument.indicators:
            raise ShapeError(f"instruments[{index}].indicators", "ต้องมีตัวชี้วัดอย่างน้อยหนึ่งข้อ")
    total = sum((instrument.weight for instrument in framework.instruments), Decimal(0))
    if total != 100:
        raise ShapeError("instruments", f"น้ำหนักรวมกันได้ {quoted(total, 20)} ต้องได้ 100 โปรดแก้ weight")


def _check_numbers(framework: Framework) -> None:
    _check_unique(_places(framework))
    for number, path in _places(framework):
        # Indicators are told from codes by their first sign; cases write items as O42.
        if path.endswith(".code") and (number[0].isdigit() or number == TOTAL):
            raise ShapeError(path, f"ใช้รหัส {quoted(number)} ไม่ได้ โปรดขึ้นต้นด้วยตัวอักษร เช่น O1")
        if item_code(number) != number:
            raise ShapeError(path, f"โปรดเขียนรหัส {quoted(number)} เป็น {quoted(item_code(number))}")
    for sub_number, indicator, path in _sub_places(framework):
        if sub_number.partition(".")[0] != str(indicator):
            raise ShapeError(path, f"“{sub_number}” ไม่ได้อยู่ใต้ตัวชี้วัดที่ {indicator} โปรดแก้เลขหรือย้ายที่")


def _places(framework: Framework) -> Iterator[tuple[str, str]]:
    """Every number of the framework with the place where it stands."""
    for i, instrument in enumerate(framework.instruments):
        yield instrument.code, f"instruments[{i}].code"
        for j, indicator in enumerate(instrument.indicators):
            at = f"instruments[{i}].indicators[{j}]"
            yield str(indicator.number), f"{at}.number"
            for k, sub in enumerate(indicator.sub_indicators):
                yield sub.number, f"{at}.sub_indicators[{k}].number"
                for m, item in enumerate(sub.items):
                    yield item.code, f"{at}.sub_indicators[{k}].items[{m}].code"


def _sub_places(framework: Framework) -> Iterator[tuple[str, int, str]]:
    for i, instrument in enumerate(framework.instruments):
        for j, indicator in enumerate(instrument.indicators):
            for k, sub in enumerate(indicator.sub_indicators):
                at = f"instruments[{i}].indicators[{j}].sub_indicators[{k}].number"
                yield sub.number, indicator.number, at


def _check_unique(places: Iterable[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for number, path in places:
        if number in seen:
            raise ShapeError(path, f"“{quoted(number)}” ซ้ำกับที่ {seen[number]} โปรดแก้เลข")
        seen[number] = path


def _check_scales(framework: Framework) -> None:
    if not framework.official_scale.levels:
        raise ShapeError(framework.official, "ปีนี้ตัดสินด้วยระดับชุดนี้ จึงต้องมีรายการ levels")
    for name in OFFICIAL_SCALES:
        scale: Scale = getattr(framework, name)
        _check_levels(scale, f"{name}.levels")


def _check_levels(scale: Scale, at: str) -> None:
    levels = scale.levels
    for index in range(1, len(levels)):
        if levels[index].total > levels[index - 1].total:
            raise ShapeError(f"{at}[{index}].total", "ต้องเรียงจากระดับสูงสุดลงมา โปรดสลับลำดับหรือแก้คะแนน")
    _check_unique((level.name, f"{at}[{index}].name") for index, level in enumerate(levels))
    # Every total has a level: the last one asks for nothing.
    if levels and (levels[-1].total or levels[-1].each):
        raise ShapeError(f"{at}[{len(levels) - 1}]", 'ระดับสุดท้ายต้องเริ่มที่ 0 และไม่มี "each"')


def _check_reporting(framework: Framework) -> None:
    codes = {item.code for item in framework.items}
    for key in ("measure_items", "execution_items"):
        for index, code in enumerate(getattr(framework.reporting, key)):
            if code not in codes:
                raise ShapeError(
                    f"reporting.{key}[{index}]", f"ไม่มีข้อ {quoted(code)} ในเกณฑ์ปีนี้ โปรดแก้รหัส"
                )


_CHECKS: tuple[Callable[[Framework], None], ...] = (
    _check_weights,
    _check_numbers,
    _check_scales,
    _check_reporting,
)


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FrameworkFileError("ไม่พบไฟล์นี้ โปรดตรวจชื่อและโฟลเดอร์") from None
    except IsADirectoryError:
        raise FrameworkFileError("เป็นโฟลเดอร์ โปรดระบุไฟล์เกณฑ์ .json") from None
    except (OSError, ValueError) as error:
        raise FrameworkFileError(f"อ่านไม่ได้ ({quoted(error)}) โปรดตรวจสิทธิ์ของไฟล์และสื่อบันทึก") from None
