"""The cheapest way to the next level: an exact small optimisation, explained in words.

What is cheap: an item of the public-information instrument is work that an agency can
order, what people answer in a survey (perception) is not. So the plan asks for as few
points of perception as can be and, with those, for as few items as can be. Every item
costs the same; thus for any number of items the dearest-paying ones are best, and taking
them in that order is exact. Where an indicator's items are not known, their average
worth stands for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from ita_desktop.domain.frameworks import (
    CHECK_THE_MANUAL,
    Framework,
    IndicatorSpec,
    InstrumentSpec,
    LevelRule,
    SubIndicatorSpec,
)
from ita_desktop.domain.improvement import shares, with_changes
from ita_desktop.domain.levels import better_rule, meets, reached
from ita_desktop.domain.scores import FULL, TOTAL, Scores, part_name, rounded
from ita_desktop.thai.digits import thai_number, thai_score

# Scores are rounded before they are given: less than this part of an item is no item.
_ROUNDING = Fraction(1, 100)


class PlanStep(NamedTuple):
    """One thing to do: bring a part from ``before`` to ``after`` (0–100).

    ``items`` is how many items it takes, 0 where it is a matter of perception; ``gain``
    is in points of the total. ``number`` is that of an item, or of a sub-indicator or
    indicator where it is not known which of its items are missing.
    """

    number: str
    name: str
    before: Decimal
    after: Decimal
    gain: Decimal
    items: int = 0

    def in_words(self) -> str:
        """A Thai sentence for the user."""
        rise = f"จาก {thai_score(self.before)} เป็น {thai_score(self.after)}"
        added = f"คะแนนรวมเพิ่ม {thai_score(self.gain)}"
        if not self.number[:1].isdigit():
            return f"ทำข้อ {self.number} {self.name} ให้ได้คะแนน ({added})"
        part = f"{part_name(self.number)} {self.name}".rstrip()
        if self.items:
            # What an indicator's items are worth differs; here it is their average.
            about = "" if "." in self.number else "ราว "
            count = f"{about}{thai_number(self.items)} ข้อ"
            return f"ทำข้อที่ยังขาดใน{part} อีก {count} ให้ขึ้น{rise} ({added})"
        return f"ยกผลการรับรู้ใน{part} {rise} ({added})"


class Plan(NamedTuple):
    """The cheapest steps to ``target``, the next level; None and no steps at the top.

    ``total`` is what the total would then be.
    """

    target: LevelRule | None
    steps: tuple[PlanStep, ...]
    total: Decimal

    def in_words(self) -> str:
        """A Thai sentence that introduces the steps."""
        if self.target is None:
            return "อยู่ในระดับสูงสุดแล้ว ให้รักษาผลไว้"
        items = sum(step.items for step in self.steps)
        perception = sum(not step.items for step in self.steps)
        ways = []
        if items:
            ways.append(f"ทำข้อมูลสาธารณะที่ยังขาดอีก {thai_number(items)} ข้อ")
        if perception:
            ways.append(f"ยกผลการรับรู้ {thai_number(perception)} ตัวชี้วัด")
        return (
            f"ทางที่ลงแรงน้อยที่สุดสู่ระดับ {self.target.name}: {' และ'.join(ways)}"
            f" คะแนนรวมจะเป็น {thai_score(self.total)}"
            f"{f' ({CHECK_THE_MANUAL})' if self.target.uncertain else ''}"
        )


def steps_to_next_level(scores: Scores, framework: Framework) -> Plan | None:
    """Return the cheapest plan, None where the level or too many of the scores are not known."""
    rule = reached(scores, framework.official_scale)
    if rule is None:
        return None
    target = better_rule(framework.official_scale, rule)
    if target is None:
        return Plan(None, (), scores.total or Decimal(0))
    doubtful = target.uncertain or framework.official_scale.uncertain
    return _Planning(scores, framework, target._replace(uncertain=doubtful)).plan()


class _Unit(NamedTuple):
    """One missing item, or one item's worth of a part whose items are not known.

    ``part`` is what it raises by ``points`` of its own; ``gain`` is in points of the total.
    """

    part: str
    instrument: str
    points: Fraction
    gain: Fraction


class _Planning:
    """The state of making one plan; all scores are exact."""

    def __init__(self, scores: Scores, framework: Framework, target: LevelRule) -> None:
        self.scores = scores
        self.framework = framework
        self.target = target
        self.share = shares(framework)
        self.units = sorted(self._all_units(), key=lambda unit: -unit.gain)

    def plan(self) -> Plan | None:
        perception = self._perception()
        base = with_changes(self.scores, self.framework, perception)
        chosen = self._chosen(base)
        new = {**self._raised(chosen), **perception}
        after = with_changes(self.scores, self.framework, new)
        if not meets(after, self.target):
            return None  # too little is known to get there
        counts = Counter(unit.part for unit in chosen)
        steps = [self._step(part, score, counts[part]) for part, score in new.items()]
        return Plan(self.target, tuple(steps), after.total or Decimal(0))

    def _step(self, part: str, score: Fraction, items: int) -> PlanStep:
        before = self.scores.exact[part]
        gain = rounded((score - before) * self.share[part])
        name = self.framework.name_of(part)
        return PlanStep(part, name, rounded(before), rounded(score), gain, items)

    # Which items can be done

    def _all_units(self) -> Iterator[_Unit]:
        for instrument in self.framework.instruments:
            for indicator in instrument.indicators:
                if indicator.items and str(indicator.number) in self.scores.exact:
                    yield from self._units_of(indicator, instrument.code)

    def _units_of(self, indicator: IndicatorSpec, instrument: str) -> Iterator[_Unit]:
        """An indicator's missing items, as deep as they are known, then what is left over."""
        number = str(indicator.number)
        left = (FULL - self.scores.exact[number]) * self.share[number]
        for sub in indicator.sub_indicators:
            for unit in self._units_of_sub(sub, instrument):
                left -= unit.gain
                yield unit
        yield from self._pieces(number, instrument, left, len(indicator.items))

    def _units_of_sub(self, sub: SubIndicatorSpec, instrument: str) -> Iterator[_Unit]:
        left = (FULL - self.scores.exact.get(sub.number, FULL)) * self.share[sub.number]
        for item in sub.items:
            if self.scores.exact.get(item.code) == 0:
                gain = FULL * self.share[item.code]
                left -= gain
                yield _Unit(item.code, instrument, FULL, gain)
        yield from self._pieces(sub.number, instrument, left, len(sub.items))

    def _pieces(self, part: str, instrument: str, left: Fraction, items: int) -> Iterator[_Unit]:
        """As many average items of *part* as *left* (of the total) holds."""
        worth = self.share[part] * FULL / max(items, 1)
        while left > worth * _ROUNDING:
            gain = min(left, worth)
            yield _Unit(part, instrument, gain / self.share[part], gain)
            left -= gain

    def _raised(self, units: Iterable[_Unit]) -> dict[str, Fraction]:
        """The new scores of the parts that *units* raise."""
        new: dict[str, Fraction] = {}
        for unit in units:
            new[unit.part] = new.get(unit.part, self.scores.exact[unit.part]) + unit.points
        return {part: _up(score) for part, score in new.items()}

    # What must come from perception, whatever else is done

    def _perception(self) -> dict[str, Fraction]:
        """The new scores of perception that the target asks even when every item is done."""
        best = with_changes(self.scores, self.framework, self._raised(self.units))
        new: dict[str, Fraction] = {}
        for instrument in self.framework.instruments:
            need = _need(best, instrument.code, self.target.each)
            self._raise(new, [instrument], need * len(instrument.indicators))
        for group in self._by_worth():
            best = with_changes(best, self.framework, new)
            need = _need(best, TOTAL, self.target.total)
            self._raise(new, group, need / self._worth(group[0]))
        return new

    def _by_worth(self) -> list[list[InstrumentSpec]]:
        """The instruments in groups whose indicators weigh the same, the heaviest first."""
        groups: dict[Fraction, list[InstrumentSpec]] = {}
        for instrument in self.framework.instruments:
            groups.setdefault(self._worth(instrument), []).append(instrument)
        return [groups[worth] for worth in sorted(groups, reverse=True)]

    def _worth(self, instrument: InstrumentSpec) -> Fraction:
        return self.share[instrument.code] / len(instrument.indicators)

    def _raise(
        self, new: dict[str, Fraction], instruments: Iterable[InstrumentSpec], points: Fraction
    ) -> None:
        """Add *points* of perception to *new*, or as many as there is room for."""
        if points <= 0:
            return
        perceived = {
            str(indicator.number): new.get(str(indicator.number), score)
            for instrument in instruments
            for indicator in instrument.indicators
            if not indicator.items
            and (score := self.scores.exact.get(str(indicator.number))) is not None
        }
        level = _filled(list(perceived.values()), points)
        new |= {number: level for number, score in perceived.items() if score < level}

    # Which of the items to do

    def _chosen(self, base: Scores) -> list[_Unit]:
        """The fewest units that bring *base* to the target, in the framework's order.

        For each number of units those that give the most are best, so taking them by
        their gain, first where an instrument needs them, wastes none.
        """
        chosen: list[_Unit] = []
        rest = list(self.units)
        needs = [(instrument.code, self.target.each) for instrument in self.framework.instruments]
        for number, threshold in [*needs, (TOTAL, self.target.total)]:
            for unit in [u for u in rest if number in (TOTAL, u.instrument)]:
                now = with_changes(base, self.framework, self._raised(chosen))
                if not _need(now, number, threshold):
                    break
                chosen.append(unit)
                rest.remove(unit)
        return chosen


def _need(scores: Scores, number: str, threshold: Decimal | None) -> Fraction:
    """What a part lacks to a threshold; nothing where it is reached at two decimals."""
    score = scores.of(number)
    if threshold is None or score is None or score >= threshold:
        return Fraction(0)
    return Fraction(threshold) - scores.exact[number]


def _filled(scores: list[Fraction], points: Fraction) -> Fraction:
    """The level up to which *points* lift the lowest of *scores*, as water fills a basin."""
    ordered = sorted(scores)
    for count in range(1, len(ordered) + 1):
        level = (sum(ordered[:count], Fraction(0)) + points) / count
        if count == len(ordered) or level <= ordered[count]:
            return min(_up(level), FULL)
    return FULL


def _up(score: Fraction) -> Fraction:
    """*score* at two decimals, rounded up, so that what is printed suffices; at most 100."""
    return min(Fraction(ceil(score * 100), 100), FULL)
