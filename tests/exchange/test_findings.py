"""What the checker found: in columns, and for other programs."""

from __future__ import annotations

import json

from ita_desktop.domain.checks.finding import Finding, Severity
from ita_desktop.exchange.findings import findings_text, findings_to_json


def test_nothing_found_is_said() -> None:
    assert findings_text(()) == "ไม่พบข้อที่ควรแก้"


def test_findings_stand_in_columns_and_are_counted() -> None:
    findings = (
        Finding("addressee-misspelt", Severity.ERROR, "memo.recipient", "ผู้รับไม่ตรง"),
        Finding("duplicated-steps", Severity.WARNING, "measures[0].steps", "ขั้นตอนซ้ำ"),
        Finding("round-missing", Severity.WARNING, "memo.round", "ไม่ระบุรอบ"),
        Finding("date-not-a-workday", Severity.INFO, "memo.date", "เป็นวันหยุด"),
    )

    assert findings_text(findings).split("\n") == [
        "ผิด     ผู้รับไม่ตรงกับหน่วยงาน   memo.recipient     ผู้รับไม่ตรง",
        "ควรแก้  ขั้นตอนซ้ำกับมาตรการอื่น  measures[0].steps  ขั้นตอนซ้ำ",
        "ควรแก้  ไม่ระบุรอบ            memo.round         ไม่ระบุรอบ",
        "ควรดู   ลงวันที่ในวันหยุด        memo.date          เป็นวันหยุด",
        "",
        "พบ ๔ ข้อ: ผิด ๑ ควรแก้ ๒ ควรดู ๑",
    ]


def test_a_finding_has_four_keys() -> None:
    finding = Finding("round-missing", Severity.WARNING, "memo.round", 'ไม่ระบุ "รอบ"')

    assert json.loads(findings_to_json((finding,))) == [
        {
            "rule": "round-missing",
            "severity": "warning",
            "path": "memo.round",
            "message": 'ไม่ระบุ "รอบ"',
        }
    ]


def test_nothing_found_is_an_empty_list() -> None:
    assert json.loads(findings_to_json(())) == []
