"""What the checker found as JSON, for other programs."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.checks.finding import Finding
from ita_desktop.exchange.json_text import Json, format_json


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
