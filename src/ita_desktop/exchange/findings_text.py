"""What the checker found as Thai text in columns, for the command line."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.checks.finding import Finding, Severity
from ita_desktop.domain.checks.table import RULES
from ita_desktop.thai.digits import thai_number
from ita_desktop.thai.terminal import aligned

_NOTHING = "ไม่พบข้อที่ควรแก้"
SEVERITY_WORDS = {Severity.ERROR: "ผิด", Severity.WARNING: "ควรแก้", Severity.INFO: "ควรดู"}
"""How grave a finding is, in Thai."""


def findings_text(findings: Sequence[Finding]) -> str:
    """Return *findings* as lines of text, the count last, without a final line feed."""
    if not findings:
        return _NOTHING
    names = {rule.id: rule.summary for rule in RULES}
    rows = [
        (SEVERITY_WORDS[found.severity], names[found.rule], found.path, found.message)
        for found in findings
    ]
    return "\n".join([*aligned(rows), "", findings_count(findings)])


def findings_count(findings: Sequence[Finding]) -> str:
    """``พบ ๓ ข้อ: ผิด ๑ ควรแก้ ๒``, or that nothing was found."""
    if not findings:
        return _NOTHING
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    told = [
        f"{SEVERITY_WORDS[kind]} {thai_number(count)}" for kind, count in counts.items() if count
    ]
    return f"พบ {thai_number(len(findings))} ข้อ: {' '.join(told)}"
