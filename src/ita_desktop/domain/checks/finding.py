"""What a check says: where, how grave, in one Thai sentence, and how it could be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.domain.checks.context import CheckContext
from ita_desktop.thai.digits import thai_number


class Severity(Enum):
    """How grave a finding is; the values are those of the command line's JSON."""

    ERROR = "error"
    """The paper would be wrong."""
    WARNING = "warning"
    """The paper would be weak, or something was probably not meant."""
    INFO = "info"
    """Worth a look."""


SEVERITY_WORDS = {Severity.ERROR: "ผิด", Severity.WARNING: "ควรแก้", Severity.INFO: "ควรดู"}
"""How grave a finding is, in Thai."""

NO_FINDINGS = "ไม่พบข้อที่ควรแก้"


class Fix(NamedTuple):
    """A mending that the user may apply; ``label`` is Thai and says what it does.

    ``apply`` leaves a case as it is whose text has changed since it was checked.
    """

    label: str
    apply: Callable[[Case], Case]


class Remark(NamedTuple):
    """What a rule yields; ``severity`` None means that of the rule.

    ``path`` is that of the case file, ``measures[0].steps``; ``message`` a Thai sentence.
    """

    path: str
    message: str
    fix: Fix | None = None
    severity: Severity | None = None


class Finding(NamedTuple):
    """A remark with the rule that made it."""

    rule: str
    severity: Severity
    path: str
    message: str
    fix: Fix | None = None


class Rule(NamedTuple):
    """A rule of the table; ``summary`` says in Thai what it looks for."""

    id: str
    severity: Severity
    summary: str
    check: Callable[[CheckContext], Iterator[Remark]]


def findings_count(findings: Sequence[Finding]) -> str:
    """``พบ ๓ ข้อ: ผิด ๑ ควรแก้ ๒``, or that nothing was found."""
    if not findings:
        return NO_FINDINGS
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    told = [
        f"{SEVERITY_WORDS[kind]} {thai_number(count)}" for kind, count in counts.items() if count
    ]
    return f"พบ {thai_number(len(findings))} ข้อ: {' '.join(told)}"
