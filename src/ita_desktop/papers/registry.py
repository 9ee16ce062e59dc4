"""How each kind of paper is made: who composes it, and the form of its pages.

The kinds themselves, as data, are in :mod:`ita_desktop.domain.paper_kinds`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.domain.paper_kinds import MEMO_RESULTS, PaperKind
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import Annex, Document
from ita_desktop.papers.options import PaperOptions
from ita_desktop.papers.page_form import MEMO_FORM, PageForm

Compose = Callable[[Case, PaperOptions, tuple[Annex, ...]], Document]


class Recipe(NamedTuple):
    """How a kind of paper is made."""

    kind: PaperKind
    compose: Compose
    form: PageForm


def _memo_of_results(case: Case, options: PaperOptions, annexes: tuple[Annex, ...]) -> Document:
    return compose(case, digits=options.digits, annexes=annexes)


_RECIPES = {
    recipe.kind.key: recipe for recipe in (Recipe(MEMO_RESULTS, _memo_of_results, MEMO_FORM),)
}


def recipe_for(key: str) -> Recipe:
    """How papers of this kind are made; raises KeyError for a kind that nobody composes."""
    return _RECIPES[key]
