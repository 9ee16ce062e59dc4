"""Reading a year's scores from a file or from what was pasted, ready for looking through."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.frameworks import Framework
from ita_desktop.domain.score_labels import Labels
from ita_desktop.domain.score_sheet import ScoreSheet, UnitScores
from ita_desktop.domain.score_transfer import contradictions
from ita_desktop.exchange.scores.read import parse_score_text, read_score_file
from ita_desktop.quoting import quoted
from ita_desktop.services.frameworks import framework

_MOST_NOTED = 50
"""Units whose contradictions are told one by one; a sheet with more has one cause for all."""


def read_scores(path: Path, year: int) -> ScoreSheet:
    """Return the scores of *year* (BE) in a file, with notes on what does not add up.

    Raises :class:`~ita_desktop.exchange.scores.errors.ScoreFileError` for a file that
    holds none, and what :func:`~ita_desktop.services.frameworks.framework` raises.
    """
    rules = framework(year)
    return _checked(read_score_file(path, Labels(rules), year), rules)


def paste_scores(text: str, year: int) -> ScoreSheet:
    """Return the scores of *year* (BE) in a text from the clipboard; it may hold none.

    Raises :class:`~ita_desktop.exchange.scores.errors.ScoreFileError` for too much text.
    """
    rules = framework(year)
    return _checked(parse_score_text(text, Labels(rules), year), rules)


def _checked(sheet: ScoreSheet, rules: Framework) -> ScoreSheet:
    """The sheet with a note for everything that does not follow from its parts."""
    found = [note for unit in sheet.units for note in _contradictions(unit, rules)]
    more = len(found) - _MOST_NOTED
    rest = (f"และอีก {more} แห่งที่คะแนนไม่สอดคล้องกัน",) if more > 0 else ()
    return sheet._replace(notes=(*sheet.notes, *found[:_MOST_NOTED], *rest))


def _contradictions(unit: UnitScores, rules: Framework) -> list[str]:
    name = f"{quoted(unit.name)}: " if unit.name else ""
    return [f"{name}{found.in_words()}" for found in contradictions(unit, rules)]
