"""What a year's scores say and what to do next, in sentences for the screen."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ita_desktop.domain.analysis import YearAnalysis
from ita_desktop.domain.improvement import Gain
from ita_desktop.domain.score_parts import PartKind, walk
from ita_desktop.domain.scores import part_name
from ita_desktop.services.assessment import YearView
from ita_desktop.thai.digits import thai_number, thai_score

_MOST_NAMED = 4


class Advice(NamedTuple):
    """Thai texts; one that has nothing to say is empty.

    ``level`` is a headline, ``reason`` its sentence; ``steps`` belong to ``plan``;
    ``items`` are those that are known to be missing, the most worth first.
    """

    level: str
    reason: str = ""
    lowest: tuple[str, ...] = ()
    plan: str = ""
    steps: tuple[str, ...] = ()
    items: tuple[Gain, ...] = ()
    missing: str = ""
    compared: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def advice_of(view: YearView) -> Advice:
    """The advice for the year in *view*."""
    analysis = view.analysis
    if analysis is None:
        return Advice("ยังคิดคะแนนรวมและระดับไม่ได้", "ปีนี้ยังไม่มีเกณฑ์การประเมิน คะแนนที่พิมพ์ไว้จะนำมาคิดเมื่อมีเกณฑ์")
    headline, reason = _level(analysis)
    plan = analysis.plan
    return Advice(
        headline,
        reason,
        tuple(_lowest(analysis)),
        plan.in_words() if plan is not None else "",
        tuple(step.in_words() for step in plan.steps) if plan is not None else (),
        tuple(gain for gain in analysis.gains if not gain.number.isdigit()),
        _missing(analysis),
        tuple(_compared(view)),
        analysis.notes,
    )


def _level(analysis: YearAnalysis) -> tuple[str, str]:
    total = analysis.scores.total
    if analysis.level is None or total is None:
        if not analysis.scores.exact:
            return "ยังไม่มีคะแนน", "พิมพ์คะแนนในตาราง วางตารางที่คัดลอกมา หรือเปิดไฟล์คะแนน"
        return "ยังบอกระดับไม่ได้", "เพราะยังไม่ทราบคะแนนรวม"
    names = dict.fromkeys(name for name in (analysis.level.official, analysis.level.letter) if name)
    level = f"ระดับ {' / '.join(names)}" if names else "ยังบอกระดับไม่ได้"
    return f"{level}   คะแนนรวม {thai_score(total)}", analysis.level.reason


def _lowest(analysis: YearAnalysis) -> Iterator[str]:
    names = analysis.framework.names()
    for number in (*map(str, analysis.lowest), *analysis.lowest_subs):
        score = analysis.scores.of(number)
        known = f" {thai_score(score)}" if score is not None else ""
        yield f"{part_name(number)} {names[number]}{known}"


def _missing(analysis: YearAnalysis) -> str:
    missing = analysis.scores.missing
    if not missing or not analysis.scores.exact:
        return ""
    if len(missing) > _MOST_NAMED:
        return f"ยังไม่มีคะแนน {thai_number(len(missing))} รายการ"
    return f"ยังไม่มีคะแนน {' '.join(map(part_name, missing))}"


def _compared(view: YearView) -> Iterator[str]:
    """The total beside that of the earlier year, then what has changed most."""
    if view.before is None:
        return
    changes: dict[str, Decimal] = {
        part.number: change
        for part in walk(view.parts)
        if part.kind in (PartKind.INDICATOR, PartKind.TOTAL)
        and (change := view.scores[part.number].change) is not None
    }
    names = {part.number: part.name for part in walk(view.parts)}
    total = changes.pop("total", None)
    if total is not None:
        yield f"คะแนนรวม{_moved(total)}"
    best = max(changes, key=lambda number: changes[number], default=None)
    worst = min(changes, key=lambda number: changes[number], default=None)
    if best is not None and changes[best] > 0:
        yield f"เพิ่มขึ้นมากที่สุด {part_name(best)} {names[best]}{_moved(changes[best])}"
    if worst is not None and changes[worst] < 0:
        yield f"ลดลงมากที่สุด {part_name(worst)} {names[worst]}{_moved(changes[worst])}"


def _moved(change: Decimal) -> str:
    if not change:
        return " เท่าเดิม"
    return f" {'เพิ่มขึ้น' if change > 0 else 'ลดลง'} {thai_score(abs(change))}"
