"""Of many requests for the same kind of work, the newest: what nobody waits for is not begun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject

from ita_desktop.errors import ItaError
from ita_desktop.ui.background import Background

Result = TypeVar("Result")


class _Request(NamedTuple):
    work: Callable[[], object]
    done: Callable[..., None]
    failed: Callable[[ItaError], None]


class LatestOnly(Generic[Result]):
    """One piece of work at a time; while it runs, only the last request is remembered.

    When the owner has gone, nobody is told.
    """

    def __init__(self, background: Background, owner: QObject) -> None:
        self._background = background
        self._owner = owner
        self._running = False
        self._waiting: _Request | None = None

    @property
    def running(self) -> bool:
        """Whether work is under way."""
        return self._running

    def ask(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[ItaError], None],
    ) -> None:
        """Does ``work`` beside the window as soon as the work under way is done."""
        request = _Request(work, done, failed)
        if self._running:
            self._waiting = request
        else:
            self._start(request)

    def _start(self, request: _Request) -> None:
        self._running = True

        def done(result: object) -> None:
            self._next()
            request.done(result)

        def failed(error: ItaError) -> None:
            self._next()
            request.failed(error)

        self._background.run_for(self._owner, request.work, done, failed)

    def _next(self) -> None:
        self._running = False
        if self._waiting is not None:
            request, self._waiting = self._waiting, None
            self._start(request)
