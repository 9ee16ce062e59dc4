"""Scores from a table that someone else made, to look through before they are entered."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ita_desktop.domain.case import Agency, Case
from ita_desktop.domain.score_parts import Part, PartKind, entered, walk, with_scores
from ita_desktop.domain.text_match import folded
from ita_desktop.exchange.scores.sheet import ScoreSheet, UnitScores
from ita_desktop.services.scores import paste_scores


class Entry(NamedTuple):
    """One score to enter: what stands there and what will, None for nothing."""

    part: Part
    old: Decimal | None
    new: Decimal | None

    @property
    def is_change(self) -> bool:
        """Whether the number differs; ``95`` and ``95.00`` do not."""
        return self.old != self.new


class Offer(NamedTuple):
    """What one unit's scores would change, in the order of the year's parts.

    ``left_out`` are numbers that were read and cannot be entered: an item's score that
    is neither 100 nor 0, a part that the year does not have.
    """

    entries: tuple[Entry, ...]
    left_out: tuple[str, ...] = ()

    @property
    def changes(self) -> int:
        """How many scores would be different."""
        return sum(entry.is_change for entry in self.entries)


def read_pasted(texts: Sequence[str], year: int) -> ScoreSheet:
    """The scores (of *year*, BE) in what was pasted, in the form that gives the most.

    *texts* are forms of the same thing (plain, web page), the one to prefer first.
    Raises as :func:`~ita_desktop.services.scores.paste_scores` does.
    """
    sheets = [paste_scores(text, year) for text in texts]
    return max(sheets, key=lambda sheet: sheet.scores_read, default=ScoreSheet(year))


def likely_unit(sheet: ScoreSheet, agency: Agency) -> int:
    """The unit of the sheet that is most likely the agency, by its place; 0 in doubt."""
    own = [folded(name) for name in (agency.name, agency.short_name) if name]
    names = [folded(unit.name) for unit in sheet.units]
    for fits in (
        lambda name, mine: name == mine,
        lambda name, mine: bool(name) and (mine in name or name in mine),
    ):
        for at, name in enumerate(names):
            if any(fits(name, mine) for mine in own):
                return at
    return 0


def offer_of(case: Case, parts: Sequence[Part], unit: UnitScores, *, replace: bool) -> Offer:
    """What entering a unit's scores would do; with *replace* other scores are taken away."""
    read = _by_number(unit)
    old = entered(case.assessment)
    entries: list[Entry] = []
    for part in walk(parts):
        number = part.number
        new = read.get(number)
        if new is not None and part.kind is PartKind.ITEM and new not in (0, 100):
            continue
        if part.is_entered and (new is not None or (replace and number in old)):
            entries.append(Entry(part, old.get(number), new))
    taken = {entry.part.number for entry in entries}
    return Offer(tuple(entries), tuple(number for number in read if number not in taken))


def enter(case: Case, parts: Sequence[Part], offer: Offer) -> Case:
    """*case* with the scores of an offer; one that stands there already stays as it is written."""
    new = {entry.part.number: entry.new for entry in offer.entries if entry.is_change}
    return with_scores(case, parts, new)


def _by_number(unit: UnitScores) -> dict[str, Decimal]:
    indicators = {str(number): score for number, score in unit.indicators.items()}
    return {**indicators, **unit.sub_indicators, **unit.items}
