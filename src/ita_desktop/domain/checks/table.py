"""The table of all rules, and the check that runs them."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.domain.case import Case
from ita_desktop.domain.checks import assessment, heads, measures, periods, results, spelling
from ita_desktop.domain.checks.context import CheckContext
from ita_desktop.domain.checks.finding import Finding, Rule, Severity
from ita_desktop.domain.frameworks import Framework

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: tuple[Rule, ...] = (
    Rule("addressee-misspelt", _ERROR, "ผู้รับไม่ตรงกับหน่วยงาน", heads.addressee),
    Rule("round-missing", _WARNING, "ไม่ระบุรอบ", heads.round_missing),
    Rule("round-differs", _WARNING, "รอบในเรื่องไม่ตรงกับที่ตั้งไว้", heads.round_differs),
    Rule("round-not-over", _WARNING, "รายงานรอบที่ยังไม่สิ้นสุด", heads.round_not_over),
    Rule("date-not-a-workday", _INFO, "ลงวันที่ในวันหยุด", heads.workday),
    Rule("date-before-year", _ERROR, "ลงวันที่ก่อนปีงบประมาณ", heads.date_before_year),
    Rule("subject-year", _WARNING, "ปีในเรื่องไม่ตรงกับข้อมูล", heads.subject_year),
    Rule("letter-closing", _WARNING, "คำลงท้ายของหนังสือในบันทึก", heads.letter_closing),
    Rule("signatory-missing", _ERROR, "ผู้ลงนามไม่ครบ", heads.signatories),
    Rule("position-misspelt", _WARNING, "ตำแหน่งสะกดไม่ตรง", heads.position),
    Rule("scores-incomplete", _WARNING, "คะแนนไม่ครบ", assessment.incomplete),
    Rule("total-mismatch", _ERROR, "คะแนนไม่ตรงกับส่วนย่อย", assessment.mismatch),
    Rule("score-told-otherwise", _ERROR, "คะแนนในข้อความไม่ตรง", assessment.told_otherwise),
    Rule("score-listed-twice", _ERROR, "รายการคะแนนซ้ำหรือผิดที่", assessment.listed_twice),
    Rule("indicator-name", _WARNING, "ชื่อตัวชี้วัดไม่ตรงกับเลข", assessment.name_of_another),
    Rule("assessment-year", _WARNING, "ปีของผลการประเมินไม่น่าใช่", assessment.year_unlikely),
    Rule("year-looks-ce", _ERROR, "ปี ค.ศ. ในที่ของปี พ.ศ.", periods.common_era),
    Rule(
        "focus-without-measure", _WARNING, "ไม่มีมาตรการสำหรับจุดที่เลือก", measures.focus_without_measure
    ),
    Rule("indicator-unknown", _WARNING, "เลขตัวชี้วัดไม่มีในปีนั้น", measures.unknown_indicator),
    Rule("measure-without-name", _ERROR, "มาตรการไม่มีชื่อ", measures.without_name),
    Rule("duplicated-measure", _WARNING, "มาตรการซ้ำ", measures.duplicated_measure),
    Rule("duplicated-steps", _WARNING, "ขั้นตอนซ้ำกับมาตรการอื่น", measures.duplicated_steps),
    Rule("repeated-item", _WARNING, "ข้อซ้ำในมาตรการเดียว", measures.repeated_item),
    Rule("measure-without-owner", _WARNING, "ไม่มีผู้รับผิดชอบ", measures.without_owner),
    Rule("measure-without-guidelines", _WARNING, "ไม่มีแนวทาง", measures.without_guidelines),
    Rule("measure-without-steps", _WARNING, "ไม่มีขั้นตอน", measures.without_steps),
    Rule("measure-without-monitoring", _WARNING, "ไม่มีการกำกับติดตาม", measures.without_monitoring),
    Rule("unknown-unit", _INFO, "ไม่รู้จักส่วนราชการ", measures.unknown_unit),
    Rule("no-result-for-measure", _WARNING, "มาตรการไม่มีผล", results.no_result),
    Rule("period-outside-fiscal-year", _ERROR, "ระยะเวลานอกปีงบประมาณ", periods.outside_fiscal_year),
    Rule("period-after-memo", _ERROR, "ระยะเวลาหลังวันที่บันทึก", periods.after_memo),
    Rule("period-outside-round", _WARNING, "ระยะเวลาหลังสิ้นรอบ", periods.outside_round),
    Rule("period-reversed", _ERROR, "ระยะเวลาสิ้นสุดก่อนเริ่ม", periods.reversed_period),
    Rule("date-impossible", _ERROR, "วันที่ไม่มีในปฏิทิน", periods.impossible_day),
    Rule("weekday-wrong", _WARNING, "ชื่อวันไม่ตรงกับวันที่", periods.wrong_weekday),
    Rule("outcome-is-a-report", _WARNING, "ผลลัพธ์เป็นเพียงเอกสาร", results.outcome_is_report),
    Rule("outcome-repeats-output", _WARNING, "ผลลัพธ์เหมือนผลผลิต", results.outcome_repeats_output),
    Rule("outcome-missing", _WARNING, "แล้วเสร็จแต่ไม่มีผลลัพธ์", results.outcome_missing),
    Rule("status-contradicted", _WARNING, "สถานะขัดกับข้อความ", results.status_contradicted),
    Rule("duplicated-result", _WARNING, "ผลซ้ำกับมาตรการอื่น", results.copied_result),
    Rule("measure-named-differently", _WARNING, "เรียกมาตรการสองชื่อ", results.named_differently),
    Rule("evidence-link", _WARNING, "ลิงก์หลักฐานเปิดไม่ได้", results.bad_link),
    Rule("unfinished-text", _WARNING, "ข้อความจบค้าง", spelling.unfinished),
    Rule("placeholder-left", _WARNING, "ที่ว่างที่ยังไม่ได้เติม", spelling.placeholder),
    Rule("text-too-long", _WARNING, "ข้อความยาวเกินไป", spelling.overlong),
    Rule("word-misspelt", _INFO, "คำสะกดผิด", spelling.misspelt),
    Rule("broken-spacing", _INFO, "ช่องว่างกลางคำ", spelling.broken_spacing),
    Rule("mixed-digits", _INFO, "เลขไทยปนเลขอารบิก", spelling.mixed_digits),
)
"""In the order in which findings on one place are told."""


def check(case: Case, framework: Framework | None = None) -> tuple[Finding, ...]:
    """What the rules say of ``case``, the gravest first, then in the order of the table.

    ``framework`` is that of the assessment's year; without one, rules on scores are
    silent. A rule speaks of one place once.
    """
    matter = CheckContext(case, framework)
    found = list(_findings(matter))
    if matter.cut:
        # Of a text that was cut nothing can be put back whole.
        found = [_without_idle_fix(finding, case) for finding in found]
    grave = list(Severity)
    return tuple(sorted(found, key=lambda finding: grave.index(finding.severity)))


def _without_idle_fix(finding: Finding, case: Case) -> Finding:
    is_idle = finding.fix is not None and finding.fix.apply(case) == case
    return finding._replace(fix=None) if is_idle else finding


def _findings(matter: CheckContext) -> Iterator[Finding]:
    for rule in RULES:
        seen: set[str] = set()
        for remark in rule.check(matter):
            if remark.path not in seen:
                seen.add(remark.path)
                severity = remark.severity or rule.severity
                yield Finding(rule.id, severity, remark.path, remark.message, remark.fix)
