"""How each kind of paper is made: who composes it, and the form of its pages.

The kinds themselves, as data, are in :mod:`ita_desktop.domain.paper_kinds`.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ita_desktop.domain.case import Case, Paper
from ita_desktop.domain.paper_kinds import MEMO_RESULTS, PaperKind
from ita_desktop.errors import ItaError
from ita_desktop.papers.compose import compose, composed_texts
from ita_desktop.papers.document import Annex, Document
from ita_desktop.papers.options import PaperOptions
from ita_desktop.papers.page_form import MEMO_FORM, PageForm
from ita_desktop.quoting import quoted


class UnknownKindError(ItaError):
    """A paper is of a kind that this version cannot make."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"โปรแกรมรุ่นนี้ทำเอกสารชนิด “{quoted(kind)}” ไม่ได้ โปรดปรับปรุงโปรแกรม")
        self.kind = kind


Compose = Callable[[Case, Paper, PaperOptions, tuple[Annex, ...]], Document]
Texts = Callable[[Case, Paper], Mapping[str, str]]


class Recipe(NamedTuple):
    """How a kind of paper is made.

    ``texts`` tells what the program says in each of the kind's slots; it is given the
    case and the paper normalised.
    """

    kind: PaperKind
    compose: Compose
    texts: Texts
    form: PageForm


def _memo_of_results(
    case: Case, paper: Paper, options: PaperOptions, annexes: tuple[Annex, ...]
) -> Document:
    return compose(case, paper, digits=options.digits, annexes=annexes)


_RECIPES = {
    recipe.kind.key: recipe
    for recipe in (Recipe(MEMO_RESULTS, _memo_of_results, composed_texts, MEMO_FORM),)
}


def recipe_for(key: str) -> Recipe:
    """How papers of this kind are made. Raises :class:`UnknownKindError`."""
    recipe = _RECIPES.get(key)
    if recipe is None:
        raise UnknownKindError(key)
    return recipe
