"""A case with the scores that follow from those that were entered, for texts that name scores."""

from __future__ import annotations

from ita_desktop.domain.case import Case
from ita_desktop.domain.scores import compute, with_known
from ita_desktop.errors import ItaError
from ita_desktop.services.frameworks import framework


def known_case(case: Case) -> Case:
    """*case* with every score that is known by its year's framework.

    A clerk who enters items alone has entered their indicators too. Without a framework
    that can be used nothing follows; that is told where the scores are entered.
    """
    try:
        rules = framework(case.assessment.year)
    except ItaError:
        return case
    known = with_known(case.assessment, compute(case.assessment, rules))
    return case._replace(assessment=known)
