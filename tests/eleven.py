"""A made-up year of eleven indicators in four instruments, and an agency's scores of it.

Nothing of it is in the program: the year is a file in the user's folder.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from ita_desktop.domain.case import Agency, Assessment, Case, Measure
from ita_desktop.domain.score_parts import with_focus, with_scores
from ita_desktop.services.assessment import parts_of
from ita_desktop.services.folders import user_folder

YEAR = 2571

NAMES = {
    1: "การปฏิบัติหน้าที่",
    2: "การใช้งบประมาณ",
    3: "การใช้อำนาจ",
    4: "การใช้ทรัพย์สินของราชการ",
    5: "คุณภาพการดำเนินงาน",
    6: "ประสิทธิภาพการสื่อสาร",
    7: "การปรับปรุงระบบการทำงาน",
    8: "ความรับผิดชอบต่อชุมชน",
    9: "การเปิดพื้นที่ให้ร่วมคิด",
    10: "การเปิดเผยข้อมูล",
    11: "การบริหารความเสี่ยงด้านทุจริต",
}
SUB_NAMES = {
    **{f"10.{number}": f"ชุดข้อมูลเรื่องที่ {number}" for number in range(1, 11)},
    "11.1": "การประเมินความเสี่ยง",
    "11.2": "การจัดการความเสี่ยง",
}
ITEMS = {
    **{f"10.{number}": [f"O{number}"] for number in range(1, 11)},
    "11.1": ["O11", "O12"],
    "11.2": ["R1", "R2"],
}
INSTRUMENTS: list[tuple[str, str, int, list[int]]] = [
    ("IIT", "แบบวัดผู้มีส่วนได้ส่วนเสียภายใน", 25, [1, 2, 3, 4]),
    ("EIT", "แบบวัดผู้มีส่วนได้ส่วนเสียภายนอก", 25, [5, 6, 7]),
    ("SIT", "แบบวัดชุมชน", 20, [8, 9]),
    ("OIT", "แบบตรวจการเปิดเผยข้อมูล", 30, [10, 11]),
]
GIVEN = {
    "1": "91.25",
    "2": "82.5",
    "3": "88.01",
    "4": "79.9",
    "5": "93",
    "6": "84.75",
    "7": "77.77",
    "8": "90.09",
    "9": "86.4",
    **{f"O{number}": "100" for number in range(1, 12)},
    "O10": "0",
    "O12": "0",
    "R1": "0",
    "R2": "100",
}
"""Perception as the year gives it, and the items; 10 and 11 follow: 90 and 50."""

TOTAL = Decimal("81.30")
"""25 % of 85.415, 25 % of 85.1733…, 20 % of 88.245 and 30 % of 70."""


def file_of(year: int = YEAR, **changed: Any) -> bytes:
    """The framework's file."""
    tree = {
        "format": "ita-framework",
        "version": 1,
        "year": year,
        "official": "letters",
        "letters": {
            "levels": [
                {"name": name, "total": total}
                for name, total in (("AA", 95), ("A", 85), ("B", 75), ("C", 65), ("F", 0))
            ]
        },
        "reporting": {"measure_items": ["O12"], "execution_items": ["R1"], "rounds": [6, 12]},
        "instruments": [
            {
                "code": code,
                "name": name,
                "weight": weight,
                "indicators": [_indicator(number) for number in numbers],
            }
            for code, name, weight, numbers in INSTRUMENTS
        ],
    }
    return json.dumps({**tree, **changed}, ensure_ascii=False).encode()


def _indicator(number: int) -> dict[str, Any]:
    subs = [sub for sub in SUB_NAMES if sub.startswith(f"{number}.")]
    return {
        "number": number,
        "name": NAMES[number],
        "sub_indicators": [
            {
                "number": sub,
                "name": SUB_NAMES[sub],
                "items": [{"code": code, "name": f"ข้อ {code}"} for code in ITEMS[sub]],
            }
            for sub in subs
        ],
    }


def install(data: bytes | None = None, year: int = YEAR) -> None:
    """Puts the file into the user's folder, where a clerk would."""
    folder = user_folder("frameworks")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{year}.json").write_bytes(data or file_of(year))


def scored_case(year: int = YEAR) -> Case:
    """The year's case with all scores, its lowest in focus, and measures for 11 and 11.2."""
    empty = Case(
        Agency("อบต.ตัวอย่าง", district="ทุ่งใหม่", province="ระยอง", division="สำนักปลัด"),
        year + 1,
        Assessment(year),
    )
    parts = parts_of(empty)
    case = with_scores(empty, parts, {number: Decimal(score) for number, score in GIVEN.items()})
    measures = (
        Measure(
            "มาตรการประเมินความเสี่ยง", ("2", "11"), ("สำรวจ",), ("ประกาศ",), ("สำนักปลัด",), "ทุกเดือน"
        ),
        Measure(
            "มาตรการจัดการความเสี่ยง", ("10.10", "11.2"), ("ตรวจ",), ("รายงาน",), ("กองคลัง",), "ทุกปี"
        ),
    )
    return with_focus(case, parts, ("11.2", "11.1", "10.10", "10.2", "2"))._replace(
        measures=measures
    )
