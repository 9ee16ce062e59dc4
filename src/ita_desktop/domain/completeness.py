"""What a year must say before a paper is made of it; a draft may leave it open."""

from collections.abc import Iterator
from typing import NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.description import Need
from ita_desktop.domain.record_walk import walk
from ita_desktop.thai.cleanup import prints_nothing

MISSING = "ต้องมีค่า โปรดเติมค่านี้"


class Missing(NamedTuple):
    """A text that is needed and shows nothing; ``problem`` is a Thai sentence."""

    place: CasePath
    problem: str = MISSING


def missing_for_paper(case: Case) -> Iterator[Missing]:
    """What is missing, in the order of the case."""
    for place, described, value in walk(case):
        if described.field.need is Need.PAPER and prints_nothing(value):
            yield Missing(place)
