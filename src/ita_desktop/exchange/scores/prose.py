"""Scores told in sentences: ``ตัวชี้วัดที่ 3 การใช้อำนาจ ได้คะแนนร้อยละ 91.32 ซึ่ง…``.

Only a number with decimals that follows คะแนน or ร้อยละ is one, and only where no other
number, year or comparison stands between it and the name.
"""

from __future__ import annotations

import re

from ita_desktop.domain.score_values import Value, read_value
from ita_desktop.exchange.scores.labels import Label, Labels, Target
from ita_desktop.exchange.scores.words import CellKind

LONGEST = 4_000
"""Characters of a paragraph that is searched."""

_SCORE = (
    r"(?:คะแนน|ร้อยละ)[ก-๎ ]{0,12}?(?<![0-9.,])(?P<score>\d{1,3}\.\d{1,2})(?![\d.])"
    r"\s*(?:คะแนน|%)?"
)
_PLAIN = r"\s*\(?(?<![0-9.,])(?P<plain>\d{1,3}\.\d{2})(?![\d.])\s*(?:คะแนน|%)"
_OTHER = re.compile(
    r"กว่า|ลดลง|เพิ่มขึ้น|เกณฑ์|เป้าหมาย|ค่าเฉลี่ยของ|ระดับประเทศ|ระดับจังหวัด|ปีก่อน|ปีที่ผ่านมา|ปี ?พ\.|ปี ?\d"
)
_TOTALS = ("คะแนนรวม", "คะแนนภาพรวม", "คะแนน ITA", "คะแนนเฉลี่ยรวม")
_ALONE = re.compile(_SCORE + r"[\s.]*\Z")


def told_scores(text: str, labels: Labels) -> tuple[tuple[Label, Value], ...]:
    """The scores that a sentence tells with the full names of their parts, each once."""
    if len(text) > LONGEST or not re.search(r"\d\.\d", text):
        return ()
    found: dict[Target, tuple[Label, Value]] = {}
    for target, name in _names(labels):
        values = {value.number: value for value in _told_of(name, text)}
        if len(values) == 1:  # of two scores of one part nothing tells which is meant
            found[target] = (Label(target, "จากประโยค"), next(iter(values.values())))
    return tuple(found.values())


def lone_score(text: str) -> Value | None:
    """The score with which a sentence ends that has no other number with decimals."""
    match = _ALONE.search(text) if len(text) <= LONGEST else None
    if match is None or len(re.findall(r"\d\.\d", text)) != 1 or _OTHER.search(text):
        return None
    return _value(match["score"])


def _names(labels: Labels) -> list[tuple[Target, str]]:
    named = [
        (target, str(indicator.name))
        for indicator in labels.framework.indicators
        if (target := labels.target_of(str(indicator.number))) is not None and indicator.name
    ]
    return [*named, *((Target(CellKind.TOTAL), name) for name in _TOTALS)]


def _told_of(name: str, text: str) -> list[Value]:
    """What follows each mention of a name, before the next number or part is spoken of."""
    after = rf"(?P<between>[^\d]{{0,60}}?){_SCORE}|{_PLAIN}"
    values = []
    for match in re.finditer(rf"{re.escape(name)}(?:{after})", text):
        between = match["between"] or ""
        if "ตัวชี้วัด" not in between and not _OTHER.search(match[0]):
            value = _value(match["score"] or match["plain"])
            values += [value] if value is not None else []
    # The total's own name ends in คะแนน: คะแนนรวม 88.48.
    for match in re.finditer(rf"{re.escape(name)}\s+(\d{{1,3}}\.\d{{1,2}})(?![\d.])", text):
        if name in _TOTALS and (value := _value(match[1])) is not None:
            values.append(value)
    return values


def _value(digits: str) -> Value | None:
    value = read_value(digits)
    return value if isinstance(value, Value) else None
