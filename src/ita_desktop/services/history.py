"""The steps that can be taken back, and those that can be done again."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.changes import Change

MOST_STEPS = 1000
"""Steps that are kept; each holds the rows that differ, so they are small."""


class HistoryStep(NamedTuple):
    """A change as the user sees it; ``name`` is Thai (``แก้ชื่อมาตรการ``).

    ``place`` is where in the open year it happened, so that taking it back can be shown.
    """

    name: str
    changes: tuple[Change, ...]
    place: CasePath = ()

    def reversed(self) -> HistoryStep:
        """The step that takes this one back."""
        return self._replace(changes=tuple(change.reversed() for change in reversed(self.changes)))


class History:
    """Steps in the order in which they were done. Of this run of the program only."""

    def __init__(self) -> None:
        self._done: deque[HistoryStep] = deque(maxlen=MOST_STEPS)
        self._undone: list[HistoryStep] = []

    def did(self, step: HistoryStep) -> None:
        """Adds a step that was just done; what was taken back before cannot come again."""
        self._done.append(step)
        self._undone.clear()

    @property
    def to_undo(self) -> HistoryStep | None:
        """The step that would be taken back next."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> HistoryStep | None:
        """The step that would be done again next."""
        return self._undone[-1] if self._undone else None

    def undid(self) -> None:
        """Notes that :attr:`to_undo` was taken back."""
        self._undone.append(self._done.pop())

    def redid(self) -> None:
        """Notes that :attr:`to_redo` was done again."""
        self._done.append(self._undone.pop())
