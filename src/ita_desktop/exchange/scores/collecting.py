"""The units of a source while it is being read, and the account of every line."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ita_desktop.domain.score_values import Value
from ita_desktop.exchange.scores.labels import Labels, Target
from ita_desktop.exchange.scores.sheet import (
    NotUnderstood,
    Points,
    ScoreSheet,
    Understood,
    UnitScores,
)
from ita_desktop.exchange.scores.words import CellKind
from ita_desktop.quoting import quoted
from ita_desktop.thai.digits import two_decimals

SHOWN = 80
"""Characters of a line that are shown back."""

_ROUNDING = Decimal("0.06")
"""An instrument's mean against what was printed with one or two decimals."""

_ROUNDING_OF_ONE = Decimal("0.01")
"""What each indicator's points, and the total, may add to the difference of sum and total."""

_HUNDRED = Decimal(100)
_MANY = 3


class _Unit:
    """A unit while its scores come in; ``None`` stands for two values that disagree."""

    def __init__(self) -> None:
        self.name = ""
        self.scores: dict[Target, Value | None] = {}
        self.level = ""

    @property
    def indicators(self) -> dict[int, Decimal]:
        """The indicators that are known, by number."""
        found = {int(key): score for key, score in self.of(CellKind.INDICATOR).items()}
        return dict(sorted(found.items()))

    def of(self, kind: CellKind) -> dict[str, Decimal]:
        """The scores of one kind, by key."""
        return {
            target.key: value.number
            for target, value in self.scores.items()
            if target.kind is kind and value is not None
        }


class Collector:
    """Takes what readers of tables and lines found and makes the score sheet of it."""

    def __init__(self, labels: Labels, year: int) -> None:
        self.labels = labels
        self.year = year
        self.notes: list[str] = []
        self.other_years: dict[int, int] = {}
        # Keys only: a dictionary keeps the order in which the units came.
        self._units: dict[_Unit, None] = {}
        self._current: _Unit | None = None
        self._by_name: dict[str, _Unit] = {}
        self._understood: list[Understood] = []
        self._not_understood: list[NotUnderstood] = []

    @property
    def unit(self) -> _Unit:
        """The unit that is being read; one without a name where none was begun."""
        if self._current is None:
            self._current = _Unit()
            self._units[self._current] = None
        return self._current

    def begin(self, name: str, *, new: bool = False) -> None:
        """Go on with the unit of that name, or a new one; with *new* always a new one."""
        known = None if new or not name else self._by_name.get(name)
        self._current = known or self._nameless() or _Unit()
        self._current.name = name
        if known is None:
            if name in self._by_name:
                self.notes.append(f"มีหน่วยงานชื่อ “{quoted(name)}” มากกว่าหนึ่งแถว โปรดตรวจว่าเป็นคนละแห่ง")
            self._units[self._current] = None
        if name:
            self._by_name.setdefault(name, self._current)

    def _nameless(self) -> _Unit | None:
        """The current unit where nothing is known of it yet."""
        unit = self._current
        return unit if unit is not None and not unit.name and not unit.scores else None

    def has(self, target: Target) -> bool:
        """Whether the current unit has a score for *target*."""
        return self._current is not None and target in self._current.scores

    def begins_anew(self, target: Target) -> bool:
        """Whether *target*, found again, is the first of a further unit without a name."""
        if target.kind in (CellKind.INSTRUMENT, CellKind.TOTAL) or not self.has(target):
            return False
        parts = [known for known in self.unit.scores if known.kind is target.kind]
        return len(parts) >= _MANY and parts[0] == target

    def put(self, target: Target, value: Value, place: str, text: str, why: str = "") -> bool:
        """Take a score of the current unit; a second one that differs cancels both.

        Without a reason *why* the caller accounts for it. Returns whether it was taken.
        """
        score = self._as_score(target, value, place)
        scores, name = self.unit.scores, self.labels.name_of(target)
        if target.kind is CellKind.ITEM and score.number not in (0, _HUNDRED):
            self.puzzle(place, text, f"{name} ได้เพียง 0 หรือ 100 โปรดตรวจว่าเป็นคะแนนของข้อนี้")
            return False
        if target in scores:
            known = scores[target]
            if known is None or known.number != score.number:
                scores[target] = None
                self.puzzle(place, text, f"{name} มีหลายค่าที่ไม่เท่ากัน จึงไม่ใช้ค่าใด โปรดเหลือไว้ค่าเดียว")
                return False
        scores[target] = score
        if value.level and target.kind is CellKind.TOTAL:
            self.unit.level = value.level
        if why:
            self.saw(place, text, f"{name} = {score.number}", ", ".join((why, *value.why)))
        return True

    def _as_score(self, target: Target, value: Value, place: str) -> Value:
        """The value on the scale of its target; points out of less than 100 are converted."""
        if target.kind is CellKind.INSTRUMENT or value.out_of is None or value.out_of == _HUNDRED:
            return value
        score = two_decimals(value.number / value.out_of * 100)
        self.notes.append(
            f"{place}: {self.labels.name_of(target)} คิดกลับจาก {value.number}/{value.out_of}"
            f" เป็น {score} ซึ่งคลาดเคลื่อนได้ โปรดใช้คะแนนเต็ม 100 ถ้ามี"
        )
        return value._replace(number=score, out_of=None)

    def saw(self, place: str, text: str, meaning: str, why: str = "") -> None:
        """Account for something that was understood."""
        self._understood.append(Understood(place, quoted(text, SHOWN), meaning, why))

    def puzzle(self, place: str, text: str, reason: str) -> None:
        """Account for something that was not."""
        self._not_understood.append(NotUnderstood(place, quoted(text, SHOWN), reason))

    def skip_year(self, year: int, count: int = 1) -> None:
        """Account for a row or column of another year."""
        self.other_years[year] = self.other_years.get(year, 0) + count

    def sheet(self, notes: Iterable[str] = ()) -> ScoreSheet:
        """What was read."""
        units = [self._finished(unit) for unit in self._units]
        skipped = [
            f"ไม่ได้นำคะแนนของปี {year} มา ({count} แถวหรือคอลัมน์) เพราะขอปี {self.year}"
            for year, count in sorted(self.other_years.items())
        ]
        return ScoreSheet(
            self.year,
            tuple(unit for unit in units if not unit.is_empty),
            tuple(self._understood),
            tuple(self._not_understood),
            tuple(dict.fromkeys((*notes, *skipped, *self.notes))),
            tuple(sorted(self.other_years)),
        )

    def _finished(self, unit: _Unit) -> UnitScores:
        self._scale_up(unit)
        return UnitScores(
            name=unit.name,
            indicators=unit.indicators,
            total=unit.of(CellKind.TOTAL).get(""),
            instruments=self._instruments(unit),
            sub_indicators=unit.of(CellKind.SUB_INDICATOR),
            items=unit.of(CellKind.ITEM),
            level=unit.level,
        )

    def _scale_up(self, unit: _Unit) -> None:
        """Take indicators that are all within their weights for points, where their sum says so.

        Of real scores the total is a mean, of points the sum.
        """
        weights = {
            n: self.labels.weight_of(Target(CellKind.INDICATOR, str(n))) for n in unit.indicators
        }
        small = [n for n, score in unit.indicators.items() if score <= weights[n]]
        whole = len(small) == len(weights) == len(self.labels.framework.indicators)
        if not whole or not any(unit.indicators.values()):
            return
        named = f" ของ{quoted(unit.name)}" if unit.name else ""
        total = unit.of(CellKind.TOTAL).get("")
        most = _ROUNDING_OF_ONE * (len(weights) + 1)
        if total is None or abs(sum(unit.indicators.values(), Decimal(0)) - total) > most:
            self.notes.append(f"คะแนนทุกตัวชี้วัด{named}ไม่เกินค่าน้ำหนัก อาจเป็นคะแนนถ่วงน้ำหนัก โปรดตรวจ")
            return
        for number, score in unit.indicators.items():
            target = Target(CellKind.INDICATOR, str(number))
            unit.scores[target] = Value(two_decimals(score / weights[number] * 100))
        self.notes.append(
            f"คะแนนทุกตัวชี้วัด{named}เป็นคะแนนถ่วงน้ำหนัก จึงคิดกลับเป็นเต็ม 100 ซึ่งคลาดเคลื่อนได้ โปรดตรวจ"
        )

    def _instruments(self, unit: _Unit) -> dict[str, Points]:
        """The instruments with the scale that each was written on."""
        points = {}
        for code, number in unit.of(CellKind.INSTRUMENT).items():
            value = unit.scores[Target(CellKind.INSTRUMENT, code)]
            weight = self.labels.weights[code]
            if value is not None and value.out_of is not None and number <= value.out_of:
                points[code] = Points(number, value.out_of)
            elif number > weight:
                points[code] = Points(number)
            else:
                points[code] = Points(number, self._scale(unit, code, number, weight))
        return points

    def _scale(self, unit: _Unit, code: str, number: Decimal, weight: Decimal) -> Decimal:
        """What a number that may be a score or weighted points is out of; doubt is noted."""
        instrument = self.labels.framework.instrument(code)
        numbers = [i.number for i in instrument.indicators] if instrument else []
        known = [unit.indicators[n] for n in numbers if n in unit.indicators]
        if known and len(known) == len(numbers):
            mean = sum(known, Decimal(0)) / len(known)
            if abs(mean - number) <= _ROUNDING:
                return _HUNDRED
            if abs(mean * weight / 100 - number) <= _ROUNDING:
                return weight
        others = unit.of(CellKind.INSTRUMENT)
        if any(score > self.labels.weights[other] for other, score in others.items()):
            return _HUNDRED
        total = unit.of(CellKind.TOTAL).get("")
        if total is None or abs(sum(others.values(), Decimal(0)) - total) > _ROUNDING:
            name = f" ของ{unit.name}" if unit.name else ""
            self.notes.append(f"{code}{name} {number} ถือเป็นคะแนนถ่วงน้ำหนัก (เต็ม {weight:f}) โปรดตรวจ")
        return weight
