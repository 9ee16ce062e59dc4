"""The kinds of papers that the program makes: how each is composed, and its form."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import Annex, Document
from ita_desktop.papers.options import MEMO_OF_RESULTS, PaperOptions
from ita_desktop.papers.page_form import MEMO_FORM, PageForm

Compose = Callable[[Case, PaperOptions, tuple[Annex, ...]], Document]


class PaperKind(NamedTuple):
    """A kind of paper: ``key`` names it where papers are kept and asked for."""

    key: str
    compose: Compose
    form: PageForm


def _memo_of_results(case: Case, options: PaperOptions, annexes: tuple[Annex, ...]) -> Document:
    return compose(case, digits=options.digits, annexes=annexes)


KINDS = {kind.key: kind for kind in (PaperKind(MEMO_OF_RESULTS, _memo_of_results, MEMO_FORM),)}


def paper_kind(key: str) -> PaperKind:
    """The kind of this key; raises KeyError."""
    return KINDS[key]
