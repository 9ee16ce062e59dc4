"""The analysis of a case's year, from its file and those of earlier years."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ita_desktop.domain.analysis import YearAnalysis, YearScores, analyse
from ita_desktop.domain.case import Case
from ita_desktop.errors import ItaError
from ita_desktop.exchange.case_json import read_case
from ita_desktop.services.frameworks import framework


class NotEarlierError(ItaError):
    """A case to compare with is not of an earlier year; both years are BE."""

    def __init__(self, year: int, now: int) -> None:
        super().__init__(f"ข้อมูลที่จะเทียบเป็นผลปี {year} ซึ่งไม่ก่อนปี {now} โปรดเลือกไฟล์ของปีก่อนหน้า")
        self.year = year


def analyse_file(path: Path, earlier: Sequence[Path] = ()) -> YearAnalysis:
    """Return the analysis of the case in *path*, compared with the cases in *earlier*.

    Raises :class:`NotEarlierError`, and what reading a case and
    :func:`~ita_desktop.services.frameworks.framework` raise.
    """
    return analyse_case(read_case(path), [read_case(file) for file in earlier])


def analyse_case(case: Case, earlier: Sequence[Case] = ()) -> YearAnalysis:
    """Return the analysis of *case*'s assessment; raises as :func:`analyse_file` does."""
    for past in earlier:
        if past.assessment.year >= case.assessment.year:
            raise NotEarlierError(past.assessment.year, case.assessment.year)
    return analyse(
        case.assessment,
        framework(case.assessment.year),
        [YearScores(past.assessment, framework(past.assessment.year)) for past in earlier],
    )
