"""What the checker found: as Thai text in columns, and as JSON for other programs."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.checks.finding import NO_FINDINGS, SEVERITY_WORDS, Finding, findings_count
from ita_desktop.domain.checks.table import RULES
from ita_desktop.exchange.json_text import Json, format_json
from ita_desktop.thai.terminal import aligned


def findings_text(findings: Sequence[Finding]) -> str:
    """Return *findings* as lines of text, the count last, without a final line feed."""
    if not findings:
        return NO_FINDINGS
    names = {rule.id: rule.summary for rule in RULES}
    rows = [
        (SEVERITY_WORDS[found.severity], names[found.rule], found.path, found.message)
        for found in findings
    ]
    return "\n".join([*aligned(rows), "", findings_count(findings)])


def findings_to_json(findings: Sequence[Finding]) -> bytes:
    """Return the JSON list of *findings*; ``severity`` is error, warning or info."""
    return format_json([_finding(finding) for finding in findings])


def _finding(finding: Finding) -> Json:
    return (
        ("rule", finding.rule),
        ("severity", finding.severity.value),
        ("path", finding.path),
        ("message", finding.message),
    )
