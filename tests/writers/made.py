"""Memos as the program makes them, for tests that look at the finished file."""

from __future__ import annotations

from typing import Any

from ita_desktop.domain.case import Case
from ita_desktop.services.memo_options import MemoOptions
from ita_desktop.services.memo_orders import MemoOrder
from ita_desktop.services.preview import MemoPreview


def make(case: Case, earlier: tuple[Case, ...] = (), **look: Any) -> bytes:
    """The PDF of a case; ``look`` are options by name."""
    return MemoPreview().make(MemoOrder(case, MemoOptions(**look), earlier)).pdf
