"""A year's analysis as JSON, for other programs; what cannot be known is ``null``."""

from __future__ import annotations

from ita_desktop.domain.analysis import YearAnalysis
from ita_desktop.domain.improvement import Change, Gain
from ita_desktop.domain.levels import Level
from ita_desktop.domain.next_level import Plan
from ita_desktop.exchange.json_text import Json, format_json


def analysis_to_json(analysis: YearAnalysis) -> bytes:
    """Return the JSON of *analysis*.

    Scores are 0–100 at two decimals, a weight is a share of the total (0–1). Indicators
    are whole numbers as in a case file, sub-indicators (``"10.1"``) and items (``"O42"``)
    texts. The steps are ``null`` where the level is not known, ``[]`` at the highest.
    ``changes`` stands there only where earlier years were given.
    """
    scores = analysis.scores
    members: list[tuple[str, Json]] = [
        ("year", analysis.year),
        ("instruments", tuple(scores.instruments.items())),
        ("total", scores.total),
        ("level", _level(analysis.level)),
        ("lowest", list(analysis.lowest)),
        ("missing", [_number(number) for number in scores.missing]),
        ("gains", [_gain(gain) for gain in analysis.gains]),
        ("steps_to_next_level", _steps(analysis.plan)),
    ]
    if analysis.changes:
        members.append(("changes", [_change(change) for change in analysis.changes]))
    return format_json(tuple(members))


def _number(number: str) -> Json:
    return int(number) if number.isdigit() else number


def _level(level: Level | None) -> Json:
    return level and (
        ("official", level.official),
        ("letter", level.letter),
        ("word", level.word),
        ("reason", level.reason),
    )


def _gain(gain: Gain) -> Json:
    return (
        ("number", _number(gain.number)),
        ("gap", gain.gap),
        ("weight", gain.weight),
        ("gain", gain.gain),
    )


def _steps(plan: Plan | None) -> Json:
    return plan and [
        (
            ("number", _number(step.number)),
            ("name", step.name),
            ("from", step.before),
            ("to", step.after),
            ("gain", step.gain),
            ("text", step.in_words()),
        )
        for step in plan.steps
    ]


def _change(change: Change) -> Json:
    return (
        ("number", _number(change.number)),
        ("year", change.year),
        ("before", change.before),
        ("now", change.now),
        ("difference", change.difference),
    )
