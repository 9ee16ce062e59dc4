"""Memos as the program makes them, for tests that look at the finished file."""

from __future__ import annotations

from typing import Any

from ita_desktop.domain.case import Case
from ita_desktop.papers.options import PaperOptions
from ita_desktop.services.paper_orders import PaperOrder
from ita_desktop.services.papers import PaperMaker


def make(case: Case, earlier: tuple[Case, ...] = (), **look: Any) -> bytes:
    """The PDF of a case; ``look`` are options by name."""
    return PaperMaker().make(PaperOrder(case, PaperOptions(**look), earlier)).pdf
