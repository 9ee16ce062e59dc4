"""Reading a year's scores from a file or from what was pasted, ready for looking through."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.frameworks import CHECK_THE_MANUAL, Framework
from ita_desktop.domain.scores import Contradiction, part_name
from ita_desktop.exchange.scores.labels import Labels
from ita_desktop.exchange.scores.read import parse_score_text, read_score_file
from ita_desktop.exchange.scores.sheet import ScoreSheet, UnitScores
from ita_desktop.exchange.scores.transfer import contradictions
from ita_desktop.quoting import quoted
from ita_desktop.services.frameworks import framework
from ita_desktop.thai.digits import thai_score

__all__ = ["ScoreSheet", "UnitScores", "paste_scores", "read_scores"]

_MOST_NOTED = 50
"""Units whose contradictions are told one by one; a sheet with more has one cause for all."""

_MOST_NAMED = 6


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
    return sheet._replace(notes=(*sheet.notes, *found[:_MOST_NOTED], *rest, *_doubts(sheet, rules)))


def _doubts(sheet: ScoreSheet, rules: Framework) -> list[str]:
    """One note where the year's rules, or those of the parts that were read, are uncertain."""
    if rules.uncertain:
        return [f"เกณฑ์ปี {rules.year} ยังไม่แน่นอน {CHECK_THE_MANUAL}"]
    read = {part for unit in sheet.units for part in (*unit.sub_indicators, *unit.items)}
    doubtful = [part for part in rules.names() if part in read & rules.uncertain_parts]
    if not doubtful:
        return []
    more = f" และอีก {len(doubtful) - _MOST_NAMED} ข้อ" if len(doubtful) > _MOST_NAMED else ""
    named = ", ".join(doubtful[:_MOST_NAMED])
    return [f"เกณฑ์ปี {rules.year} ข้อ {quoted(named, 80)}{more} ยังไม่แน่นอน {CHECK_THE_MANUAL}"]


def _contradictions(unit: UnitScores, rules: Framework) -> list[str]:
    name = f"{quoted(unit.name)}: " if unit.name else ""
    return [f"{name}{_in_words(found)}" for found in contradictions(unit, rules)]


def _in_words(found: Contradiction) -> str:
    """A contradiction while nothing has been decided yet: a sheet holds what was written."""
    name, given, other = part_name(found.number), thai_score(found.given), thai_score(found.other)
    if found.used is None:
        return found.in_words()
    return f"{name} ระบุไว้ {given} แต่คำนวณจากส่วนย่อยได้ {other} โปรดตรวจ"
