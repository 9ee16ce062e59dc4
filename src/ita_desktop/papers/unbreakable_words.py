"""The words of one case that no line may break inside: names of agencies, places, persons."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.domain.case import Case, Paper
from ita_desktop.papers.wording import district, kind_and_place, province

_TITLES = ("นางสาว", "นาง", "นาย")
_LABELS = ("ตำบล", "จังหวัด", "เมือง", "นคร")

_SHORT = 5
"""Names with fewer letters (เลย, ปัว) are also parts of common words, so a label goes with them."""


def unbreakable_words(case: Case, paper: Paper) -> tuple[str, ...]:
    """Names and the user's own words, each once, as they stand in the printed texts.

    The agency's full name may break between its kind and its place
    (องค์การบริหารส่วนตำบล|…), a cell being narrower than the whole; positions may
    break like other text. Case and paper are normalised.
    """
    return tuple(dict.fromkeys(word for word in _words(case, paper) if word))


def _words(case: Case, paper: Paper) -> Iterator[str]:
    agency = case.agency
    kind, place = kind_and_place(agency.name)
    label = next((label for label in _LABELS if kind.endswith(label)), "")
    yield place if len(place) >= _SHORT else label + place
    yield agency.short_name
    if agency.district:
        yield agency.district if len(agency.district) >= _SHORT else district(agency)
    if agency.province:
        yield agency.province if len(agency.province) >= _SHORT else province(agency)
    for signatory in paper.signatories:
        yield from _person(signatory.name)
    yield from case.words


def _person(name: str) -> Iterator[str]:
    """The whole name, its parts, and the given name without its title."""
    yield name
    for part in name.split():
        title = next((title for title in _TITLES if part.startswith(title)), "")
        if part != title:
            yield part
        if len(part) - len(title) >= _SHORT:
            yield part[len(title) :]
