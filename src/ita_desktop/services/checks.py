"""Checking a case before it goes to the chief executive, and mending what can be mended."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.case import Case
from ita_desktop.domain.checks.finding import Finding
from ita_desktop.domain.checks.table import check
from ita_desktop.exchange.case_json import read_case
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
    """What the checker says of a case file; raises what reading it raises."""
    return check_case(read_case(path))


def mended(case: Case, finding: Finding) -> Case:
    """``case`` with the finding's fix applied; as it was where there is none."""
    return finding.fix.apply(case) if finding.fix is not None else case
