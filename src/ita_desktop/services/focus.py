"""What the agency is to improve, and the opening paragraph that follows from it, as printed."""

from __future__ import annotations

from typing import NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.domain.focus import focus_points
from ita_desktop.papers import wording
from ita_desktop.papers.normalise import normalised_case
from ita_desktop.services.known_scores import known_case
from ita_desktop.thai.digits import Digits


class Opening(NamedTuple):
    """The beginning of the memo: the paragraph and the lines that follow it.

    ``composed`` is the program's own paragraph, whatever the user wrote instead.
    ``numbers`` are the parts to improve (``10``, ``10.1``), ``lines`` how they print.
    """

    composed: str
    numbers: tuple[str, ...]
    lines: tuple[str, ...]


def opening_of(case: Case, digits: Digits = Digits.THAI) -> Opening:
    """The opening that the memo of *case* has where the user wrote none."""
    case = known_case(case)
    # Of measures it says only that there are some: the others need not be printed.
    printed = normalised_case(case._replace(measures=case.measures[:1], papers=()), digits)
    points = focus_points(printed)
    return Opening(
        wording.opening(printed, points),
        tuple(point.number for point in points),
        tuple(wording.focus_line(point) for point in points),
    )
