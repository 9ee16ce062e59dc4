"""What the form of a measure offers to choose from: indicators and units."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ita_desktop.domain.case import Assessment, Case
from ita_desktop.domain.frameworks import Framework
from ita_desktop.domain.records import Office
from ita_desktop.errors import ItaError
from ita_desktop.services.frameworks import framework
from ita_desktop.thai.digits import thai_score

COMMON_UNITS = (
    "สำนักปลัด",
    "กองคลัง",
    "กองช่าง",
    "กองการศึกษา ศาสนาและวัฒนธรรม",
    "กองสาธารณสุขและสิ่งแวดล้อม",
    "กองสวัสดิการสังคม",
    "กองยุทธศาสตร์และงบประมาณ",
    "หน่วยตรวจสอบภายใน",
)
"""What most agencies have; offered to one that has not told its own units yet."""


class IndicatorChoice(NamedTuple):
    """An indicator (``10``) or sub-indicator (``10.1``) to tick; ``note`` tells more of it."""

    number: str
    name: str
    note: str = ""


def indicator_choices(case: Case) -> tuple[IndicatorChoice, ...]:
    """The indicators of the year that is analysed, each followed by its sub-indicators.

    The framework says which there are; for a year without a usable one the case does.
    """
    known: Framework | Assessment
    try:
        known = framework(case.assessment.year)
    except ItaError:  # told where scores are entered
        known = case.assessment
    scores = _scores(case)
    focus = set(case.analysis.focus)
    return tuple(
        IndicatorChoice(number, name, _note(scores.get(number, ""), number in focus))
        for number, name in _names(known).items()
    )


def units_at_hand(case: Case, shared: Office) -> tuple[str, ...]:
    """The units to pick from: the agency's own, then those that this year names."""
    own = (*(shared.units or COMMON_UNITS), case.agency.division)
    used = (unit for measure in case.measures for unit in measure.responsible)
    return tuple(dict.fromkeys(unit.strip() for unit in (*own, *used) if unit.strip()))


def _names(of: Framework | Assessment) -> dict[str, str]:
    names: dict[str, str] = {}
    for indicator in of.indicators:
        names[str(indicator.number)] = indicator.name
        names |= {sub.number: sub.name for sub in indicator.sub_indicators}
    return names


def _scores(case: Case) -> dict[str, str]:
    scores = {str(i.number): i.score for i in case.assessment.indicators}
    for indicator in case.assessment.indicators:
        scores |= {sub.number: sub.score for sub in indicator.sub_indicators}
    return {number: thai_score(score) for number, score in scores.items() if score is not None}


def _note(score: str, focus: bool) -> str:
    told: Iterable[str] = (f"ได้ {score}" if score else "", "จุดเน้นของปีนี้" if focus else "")
    said = " · ".join(filter(None, told))
    return f"({said})" if said else ""
