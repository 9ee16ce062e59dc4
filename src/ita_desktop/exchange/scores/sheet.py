"""What was read from someone's score table: units with their scores, and what it is not sure of.

Everything read says where it stood and why it was taken for what it is, so that a
clerk can look through it before it counts; nothing is taken in silence.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple


class Points(NamedTuple):
    """An instrument's score as it was written: 28.5 of 30, or 95 of 100."""

    value: Decimal
    out_of: Decimal = Decimal(100)

    @property
    def is_weighted(self) -> bool:
        """Whether the instrument's share of the total was written, not its score."""
        return self.out_of != 100


class UnitScores(NamedTuple):
    """The scores of one unit (an agency, or an average of several), each 0–100.

    ``name`` is ``""`` where the table does not tell it. ``total`` and the ``instruments``
    are what was written there, never computed; ``level`` likewise. ``sub_indicators``
    are by number (``10.1``), ``items`` by code (``O42``).
    """

    name: str = ""
    indicators: Mapping[int, Decimal] = {}
    total: Decimal | None = None
    instruments: Mapping[str, Points] = {}
    sub_indicators: Mapping[str, Decimal] = {}
    items: Mapping[str, Decimal] = {}
    level: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no score at all was read."""
        parts = (self.indicators, self.instruments, self.sub_indicators, self.items)
        return self.total is None and not any(parts)


class Understood(NamedTuple):
    """A line or cell of the source, what it means and why; ``place`` is ``บรรทัด 3``."""

    place: str
    text: str
    meaning: str
    why: str = ""


class NotUnderstood(NamedTuple):
    """A line or cell that was left out, and why."""

    place: str
    text: str
    reason: str

    def in_words(self) -> str:
        """One Thai sentence for the user."""
        quoted = f" “{self.text}”" if self.text else ""
        return f"{self.place}{quoted}: {self.reason}"


class ScoreSheet(NamedTuple):
    """What one source holds for a year (BE).

    ``notes`` are Thai sentences on what was understood but should be looked at: rows of
    another year, a total that does not follow from its parts. ``other_years`` (BE) are
    those of which scores were left out.
    """

    year: int
    units: tuple[UnitScores, ...] = ()
    understood: tuple[Understood, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    notes: tuple[str, ...] = ()
    other_years: tuple[int, ...] = ()

    @property
    def scores_read(self) -> int:
        """How many single scores were read."""
        return sum(
            len(unit.indicators)
            + len(unit.instruments)
            + len(unit.sub_indicators)
            + len(unit.items)
            + (unit.total is not None)
            for unit in self.units
        )
