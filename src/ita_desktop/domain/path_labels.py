"""What people call a place of a case: ``มาตรการที่ ๒ › ขั้นตอนที่ ๑``."""

from __future__ import annotations

from ita_desktop.domain.case import Case, Paper, Round
from ita_desktop.domain.case_paths import CasePath, value_at
from ita_desktop.domain.paper_kinds import kind_of
from ita_desktop.thai.digits import thai_number

_NAMES = {
    "agency": "หน่วยงาน",
    "analysis": "วิเคราะห์ตัวชี้วัด",
    "assessment": "ผลประเมิน",
    "words": "คำของหน่วยงาน",
    "fiscal_year": "ปีงบประมาณ",
    "year": "ปีที่ประเมิน",
    "name": "ชื่อ",
    "short_name": "ชื่อย่อ",
    "district": "อำเภอ",
    "province": "จังหวัด",
    "division": "ส่วนราชการ",
    "opening": "ย่อหน้าวิเคราะห์",
    "focus": "ตัวชี้วัดที่เลือก",
    "score": "คะแนน",
    "indicators": "ตัวชี้วัด",
    "guidelines": "แนวทาง",
    "steps": "ขั้นตอน",
    "responsible": "ผู้รับผิดชอบ",
    "monitoring": "การกำกับติดตาม",
    "details": "ผลการดำเนินการ",
    "period": "ระยะเวลา",
    "output": "ผลผลิต",
    "outcome": "ผลลัพธ์",
    "remark": "หมายเหตุ",
    "status": "สถานะ",
    "round": "รอบ",
    "title": "ชื่อหลักฐาน",
    "url": "ที่อยู่เว็บ",
    "file": "ไฟล์หลักฐาน",
    "number": "เลขที่หนังสือ",
    "date": "วันที่",
    "position": "ตำแหน่ง",
    "rank": "ยศ",
    "acting_position": "ตำแหน่งที่รักษาการ",
    "note": "หมายเหตุท้ายตำแหน่ง",
    "opinion_heading": "หัวข้อความเห็น",
}
_COUNTED = {
    "measures": "มาตรการที่",
    "guidelines": "แนวทางที่",
    "steps": "ขั้นตอนที่",
    "responsible": "ผู้รับผิดชอบลำดับที่",
    "evidence": "หลักฐานที่",
    "signatories": "ผู้ลงนามลำดับที่",
    "words": "คำของหน่วยงานลำดับที่",
    "items": "ข้อที่",
    "results": "ผลรายการที่",
}
_ROUNDS = {Round.SIX_MONTHS: "รอบ ๖ เดือน", Round.TWELVE_MONTHS: "รอบ ๑๒ เดือน"}
_SCORED = {"indicators": "ตัวชี้วัดที่", "sub_indicators": "ตัวชี้วัดย่อยที่"}


def path_label(case: Case, place: CasePath) -> str:
    """The name of a place from outside inwards; numbers count from one."""
    words: list[str] = []
    for at, key in enumerate(place):
        if at > 0 and place[at - 1] == "texts":
            words.append(_slot_label(case, place[: at + 1]))
        elif isinstance(key, int):
            words.append(_counted(case, place[: at + 1]))
        elif key in _NAMES and not _is_counted_next(place, at):
            words.append(_NAMES[key])
    return " › ".join(words)


def _is_counted_next(place: CasePath, at: int) -> bool:
    return at + 1 < len(place) and isinstance(place[at + 1], int)


def _counted(case: Case, place: CasePath) -> str:
    """A part of a list: results by their round, indicators by their own numbers."""
    kind, index = place[-2], place[-1]
    assert isinstance(index, int)  # noqa: S101 - for the type checker
    try:
        value = value_at(case, place)
    except LookupError:
        value = None
    if isinstance(value, Paper) and (known := kind_of(value)):
        return known.label
    if kind == "results" and getattr(value, "round", None) in _ROUNDS:
        return _ROUNDS[value.round]
    if kind in _SCORED:
        number = getattr(value, "number", index + 1)
        return f"{_SCORED[str(kind)]} {thai_number(number)}"
    return f"{_COUNTED.get(str(kind), 'รายการที่')} {thai_number(index + 1)}"


def _slot_label(case: Case, place: CasePath) -> str:
    """What an own text of a paper is called by the paper's kind."""
    try:
        kind = kind_of(value_at(case, place[:-2]))
    except LookupError:
        kind = None
    slot = kind.slot(str(place[-1])) if kind else None
    return slot.field.label if slot else "ข้อความ"
