"""What the checker found, for other programs."""

from __future__ import annotations

import json

from ita_desktop.domain.checks.finding import Finding, Severity
from ita_desktop.exchange.findings_json import findings_to_json


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
