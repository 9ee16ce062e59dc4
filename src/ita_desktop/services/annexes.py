"""The annex of a memo, from the year's case and those of earlier years."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.case import Assessment, Case
from ita_desktop.errors import ItaError
from ita_desktop.papers.annex import compose_annex
from ita_desktop.papers.document import Annex
from ita_desktop.papers.normalise import normalised_line
from ita_desktop.services.analysis import analyse_case
from ita_desktop.thai.digits import Digits, thai_number


class NoScoresError(ItaError):
    """There is nothing to show in an annex."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"ข้อมูลปี {thai_number(year)} ยังไม่มีคะแนน จึงทำภาคผนวกไม่ได้"
            " โปรดเติมคะแนนหรือทำบันทึกโดยไม่แนบภาคผนวก"
        )
        self.year = year


class EarlierYearError(ItaError):
    """A case that is to be compared with is not of an earlier year, or a year comes twice."""

    def __init__(self, year: int, assessed: int) -> None:
        super().__init__(
            f"ไฟล์ปีก่อนเป็นผลประเมินปี {thai_number(year)} ซึ่งซ้ำหรือไม่ก่อนปี {thai_number(assessed)}"
            " โปรดเลือกไฟล์ของปีก่อน ปีละหนึ่งไฟล์"
        )
        self.year = year


def annex_of(case: Case, earlier: Sequence[Case] = (), digits: Digits = Digits.THAI) -> Annex:
    """The annex that shows the scores of *case*, compared with *earlier* years in any order.

    ``digits`` counts for the agency's name; all else is in Thai digits.

    Raises :class:`NoScoresError`, :class:`EarlierYearError`, and what
    :func:`~ita_desktop.services.analysis.analyse_case` raises.
    """
    assessed = case.assessment.year
    if not _has_scores(case.assessment):
        raise NoScoresError(assessed)
    seen = {assessed}
    for past in earlier:
        year = past.assessment.year
        if year in seen or year > assessed:
            raise EarlierYearError(year, assessed)
        seen.add(year)
    past_years = [analyse_case(past) for past in earlier]
    name = normalised_line(case.agency.name, digits)
    return compose_annex(name, analyse_case(case), past_years)


def _has_scores(assessment: Assessment) -> bool:
    for indicator in assessment.indicators:
        scores = [indicator.score, *(sub.score for sub in indicator.sub_indicators)]
        scores += [item.score for sub in indicator.sub_indicators for item in sub.items]
        if any(score is not None for score in scores):
            return True
    return False
