"""What one year's assessment consists of: a framework that is data, never code.

The assessment changes nearly every year, so nothing here knows a year: instruments,
weights, indicators, public-information (OIT) items, scales of levels and the items
that ask for measures all come from a file that users may copy and edit. What no
official text confirmed is ``uncertain`` and is shown with :data:`CHECK_THE_MANUAL`.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ita_desktop.domain.case import Round

CHECK_THE_MANUAL = "โปรดตรวจกับคู่มือ ป.ป.ช."
"""What stands beside everything uncertain."""

UNCERTAIN_MARK = "?"
"""What stands beside it in tables, where :data:`MARK_MEANING` stands below them."""

MARK_MEANING = f"{UNCERTAIN_MARK} หมายถึงยังไม่แน่นอน {CHECK_THE_MANUAL}"

NUMBERS = range(1, 100)
"""What an indicator may be numbered, and what may follow the dot of a sub-indicator's number."""

NUMBER_PATTERN = r"[1-9][0-9]?(?:\.[1-9][0-9]?)?"
"""The number of an indicator (``10``) or a sub-indicator (``10.1``) as a regular expression."""


def number_order(number: str) -> tuple[tuple[int, str], ...]:
    """The sorting key of numbers by value: 2 before 11, and 10.2 before 10.10."""
    # Longer is larger without leading zeros; unlike int(), this sorts any text.
    return tuple([(len(part), part) for part in number.split(".")])


class ItemSpec(NamedTuple):
    """A public-information item (``O42``): it scores 100 or 0."""

    code: str
    name: str = ""
    uncertain: bool = False


class SubIndicatorSpec(NamedTuple):
    """A sub-indicator (``10.1``): the mean of its items."""

    number: str
    name: str = ""
    items: tuple[ItemSpec, ...] = ()
    uncertain: bool = False


class IndicatorSpec(NamedTuple):
    """An indicator: the mean of its sub-indicators, or given where it has none."""

    number: int
    name: str
    sub_indicators: tuple[SubIndicatorSpec, ...] = ()
    uncertain: bool = False

    @property
    def items(self) -> tuple[ItemSpec, ...]:
        """All items, in order."""
        return tuple(item for sub in self.sub_indicators for item in sub.items)


class InstrumentSpec(NamedTuple):
    """An instrument (``IIT``): the mean of its indicators; ``weight`` is in % of the total."""

    code: str
    name: str
    weight: Decimal
    indicators: tuple[IndicatorSpec, ...]


class LevelRule(NamedTuple):
    """A level and what it takes: at least ``total`` and, where set, ``each`` instrument so much.

    Both are 0–100 and compared at two decimals, as they are published.
    """

    name: str
    total: Decimal
    each: Decimal | None = None
    uncertain: bool = False


class Scale(NamedTuple):
    """Levels from the best to the one that asks for nothing."""

    levels: tuple[LevelRule, ...] = ()
    uncertain: bool = False


class ReportingRule(NamedTuple):
    """Which items ask for measures and for their execution, and of which rounds.

    ``years_before`` says whose execution is the evidence: 0 that of the framework's
    own year, 1 that of the year before.
    """

    measure_items: tuple[str, ...] = ()
    execution_items: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    years_before: int = 0
    uncertain: bool = False


class Framework(NamedTuple):
    """One year's (BE) framework; ``target`` is the national target of the total.

    ``letters`` is the scale AA–F and ``words`` that from ผ่านดีเยี่ยม; a scale that the
    year does not print has no levels. ``official`` is ``"letters"`` or ``"words"``.
    """

    year: int
    instruments: tuple[InstrumentSpec, ...]
    letters: Scale = Scale()
    words: Scale = Scale()
    official: str = "letters"
    target: Decimal = Decimal(85)
    reporting: ReportingRule = ReportingRule()
    uncertain: bool = False
    note: str = ""

    @property
    def official_scale(self) -> Scale:
        """The scale by which the year's level is decided."""
        return self.words if self.official == "words" else self.letters

    @property
    def indicators(self) -> tuple[IndicatorSpec, ...]:
        """The indicators of all instruments, in order."""
        return tuple(i for instrument in self.instruments for i in instrument.indicators)

    @property
    def sub_indicators(self) -> tuple[SubIndicatorSpec, ...]:
        """The sub-indicators of all indicators, in order."""
        return tuple(sub for indicator in self.indicators for sub in indicator.sub_indicators)

    @property
    def items(self) -> tuple[ItemSpec, ...]:
        """The public-information items, in order."""
        return tuple(item for sub in self.sub_indicators for item in sub.items)

    def instrument(self, code: str) -> InstrumentSpec | None:
        """The instrument of that code (``IIT``), None where the year has none."""
        return next((i for i in self.instruments if i.code == code), None)

    def indicator(self, number: int) -> IndicatorSpec | None:
        """The indicator of that number, None where the year has none."""
        return next((i for i in self.indicators if i.number == number), None)

    def sub_indicator(self, number: str) -> SubIndicatorSpec | None:
        """The sub-indicator of that number (``10.1``), None where the year has none."""
        return next((sub for sub in self.sub_indicators if sub.number == number), None)

    def item(self, code: str) -> ItemSpec | None:
        """The item of that code (``O42``), None where the year has none."""
        return next((item for item in self.items if item.code == code), None)

    def name_of(self, number: str) -> str:
        """The name of what *number* calls: ``10``, ``10.1``, ``O42`` or ``IIT``; ``""`` unknown."""
        return self.names().get(number, "")

    @property
    def uncertain_parts(self) -> frozenset[str]:
        """The numbers and codes of the parts that are uncertain themselves."""
        return frozenset(
            [str(indicator.number) for indicator in self.indicators if indicator.uncertain]
            + [sub.number for sub in self.sub_indicators if sub.uncertain]
            + [item.code for item in self.items if item.uncertain]
        )

    def rests_on_doubt(self, number: str) -> bool:
        """Whether an indicator or sub-indicator, or anything inside it, is uncertain."""
        inside = {number}
        for indicator in self.indicators:
            for sub in indicator.sub_indicators:
                if number in (sub.number, str(indicator.number)):
                    inside |= {sub.number, *(item.code for item in sub.items)}
        return self.uncertain or not inside.isdisjoint(self.uncertain_parts)

    def names(self) -> dict[str, str]:
        """All names by number: instruments, indicators, sub-indicators and items."""
        return dict(self._named())

    def weight(self, number: int) -> Decimal:
        """The share (0–1) of the total that an indicator has; 0 where the year has none."""
        for instrument in self.instruments:
            if any(indicator.number == number for indicator in instrument.indicators):
                return instrument.weight / 100 / len(instrument.indicators)
        return Decimal(0)

    def _named(self) -> Iterator[tuple[str, str]]:
        for instrument in self.instruments:
            yield instrument.code, instrument.name
        for indicator in self.indicators:
            yield str(indicator.number), indicator.name
        for sub in self.sub_indicators:
            yield sub.number, sub.name
        for item in self.items:
            yield item.code, item.name
