"""Checking a case before it goes to the chief executive, and mending what can be mended."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.case import Case
from ita_desktop.domain.checks.finding import Finding
from ita_desktop.domain.checks.table import check
from ita_desktop.exchange.case_json import read_versioned
from ita_desktop.exchange.case_version_1 import old_path
from ita_desktop.services.case_files import require_complete
from ita_desktop.services.frameworks import NoFrameworkError, framework


def check_case(case: Case) -> tuple[Finding, ...]:
    """What the checker says of ``case``, the gravest first.

    A year without a framework is checked without the rules that need one. Raises
    :class:`~ita_desktop.exchange.framework_json.FrameworkFileError` for the user's own
    framework that cannot be used.
    """
    try:
        rules_of_year = framework(case.assessment.year)
    except NoFrameworkError:
        rules_of_year = None
    return check(case, rules_of_year)


def check_file(path: Path) -> tuple[Finding, ...]:
    """What the checker says of a case file; the paths are those of the file's version.

    Raises CaseFileError, also for a draft that lacks what a paper needs.
    """
    case, version = read_versioned(path)
    require_complete(case, path)
    findings = check_case(case)
    if version > 1:
        return findings
    return tuple([finding._replace(path=old_path(finding.path)) for finding in findings])


def mended(case: Case, finding: Finding) -> Case:
    """``case`` with the finding's fix applied; as it was where there is none."""
    return finding.fix.apply(case) if finding.fix is not None else case
