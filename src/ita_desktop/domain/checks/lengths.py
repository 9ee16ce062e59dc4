"""Texts of absurd length: rules look at their beginning only, and say so."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.description import TEXT_LIST_TYPES, TEXT_TYPES, DescribedField
from ita_desktop.domain.record_walk import Change, mapped, texts_in


class Cut(NamedTuple):
    """A text that was cut, and after how many letters."""

    place: CasePath
    longest: int


def shortened(case: Case) -> tuple[Case, tuple[Cut, ...]]:
    """``case`` with its overlong texts cut, and where they stand; the same case without any."""
    short = mapped(case, _cutting)
    if short is case:
        return case, ()
    found = ((place, described.field.longest, text) for place, described, text in texts_in(case))
    return short, tuple([Cut(place, most) for place, most, text in found if len(text) > most])


def _cutting(described: DescribedField) -> Change | None:
    field = described.field
    if field.type in TEXT_TYPES:
        return lambda text: text[: field.longest]
    if field.type in TEXT_LIST_TYPES:
        return partial(_cut_list, field.longest)
    return None


def _cut_list(longest: int, texts: tuple[str, ...]) -> tuple[str, ...]:
    if all(len(text) <= longest for text in texts):
        return texts
    return tuple([text[:longest] for text in texts])
