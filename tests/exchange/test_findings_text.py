"""What the checker found, in columns."""

from __future__ import annotations

from ita_desktop.domain.checks.finding import Finding, Severity
from ita_desktop.exchange.findings_text import findings_text


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
