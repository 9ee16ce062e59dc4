"""Texts of absurd length: rules look at their beginning only, and say so."""

from __future__ import annotations

from typing import NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath, with_value
from ita_desktop.domain.record_walk import texts_in


class Cut(NamedTuple):
    """A text that was cut, and after how many letters."""

    place: CasePath
    longest: int


def shortened(case: Case) -> tuple[Case, tuple[Cut, ...]]:
    """``case`` with its overlong texts cut, and where they stand; the same case without any."""
    cuts = []
    for place, described, text in texts_in(case):
        longest = described.field.longest
        if len(text) > longest:
            cuts.append(Cut(place, longest))
            case = with_value(case, place, text[:longest])
    return case, tuple(cuts)
