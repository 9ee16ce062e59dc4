"""The analysis of a case's year, from its file and those of earlier years."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ita_desktop.domain.analysis import YearAnalysis, YearScores, analyse
from ita_desktop.domain.case import Case
from ita_desktop.exchange.case_json import read_case
from ita_desktop.services.frameworks import framework


def analyse_file(path: Path, earlier: Sequence[Path] = ()) -> YearAnalysis:
    """Return the analysis of the case in *path*, compared with the cases in *earlier*.

    Raises :class:`~ita_desktop.errors.ItaError` for a bad case or framework file and a
    year without a framework.
    """
    return analyse_case(read_case(path), [read_case(file) for file in earlier])


def analyse_case(case: Case, earlier: Sequence[Case] = ()) -> YearAnalysis:
    """Return the analysis of *case*'s assessment; raises as :func:`analyse_file` does."""
    return analyse(
        case.assessment,
        framework(case.assessment.year),
        [YearScores(past.assessment, framework(past.assessment.year)) for past in earlier],
    )
