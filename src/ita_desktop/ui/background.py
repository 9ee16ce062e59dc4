"""Runs work beside the window, so that it never freezes.

Each :class:`Background` is a queue with one thread of its own: its pieces of work run one
after the other, those of several queues at once. Work must therefore share nothing that
changes with other queues; a paper's maker or the drawer of charts belongs to one queue.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal
from shiboken6 import isValid

from ita_desktop.errors import ItaError

Result = TypeVar("Result")


class _Quiet:
    """Keeps Python's collector of garbage still as long as anything works beside the window.

    It runs in whatever thread asks for memory, and there it would take away widgets that
    are in a cycle: Qt's objects die in the window's thread or lock up with it. Called in
    the window's thread only.
    """

    _held = 0
    _was_on = False

    def __init__(self) -> None:
        self._own = 0

    def hold(self) -> None:
        """Before work begins."""
        if _Quiet._held == 0:
            _Quiet._was_on = gc.isenabled()
            gc.disable()
        _Quiet._held += 1
        self._own += 1

    def release(self) -> None:
        """After its outcome has arrived."""
        _Quiet._held -= 1
        self._own -= 1
        if _Quiet._held == 0 and _Quiet._was_on:
            gc.enable()

    def drop(self) -> None:
        """When no outcome can arrive any more."""
        while self._own:
            self.release()


class Background(QObject):
    """A queue of work whose outcomes arrive in the thread of the window.

    ``busy`` tells when the queue begins to work and when it is empty again.
    """

    busy = Signal(bool)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._open = 0
        self._quiet = _Quiet()
        self.destroyed.connect(self._quiet.drop)
        self._ended = False
        # The signal is sent from the pool's thread, so Qt queues it to this object's.
        self._finished.connect(self._deliver)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[ItaError], None],
    ) -> None:
        """Queues ``work``; later calls ``done`` or, for an expected failure, ``failed``.

        Any other exception is raised in the thread of the window, as a bug.
        """
        if self._ended:
            return

        def job() -> None:
            try:
                result = work()
            except ItaError as error:
                self._finished.emit(lambda error=error: failed(error))
            except Exception as error:  # noqa: BLE001 - not swallowed: raised again by _deliver
                self._finished.emit(lambda error=error: _raise(error))
            else:
                self._finished.emit(lambda: done(result))

        self._open += 1
        self._quiet.hold()
        if self._open == 1:
            self.busy.emit(True)
        self._pool.start(job)

    def run_for(
        self,
        owner: QObject,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[ItaError], None],
    ) -> None:
        """As :meth:`run` for who may have gone by then, such as a dialog: then nobody is told."""
        self.run(work, _while_there(owner, done), _while_there(owner, failed))

    def _deliver(self, outcome: Callable[[], Any]) -> None:
        self._open -= 1
        self._quiet.release()
        if self._open == 0:
            self.busy.emit(False)
        outcome()

    def finish(self) -> None:
        """Returns when the queue is empty and every outcome has arrived."""
        while self._open:  # an outcome may ask for more
            self._pool.waitForDone()
            QCoreApplication.sendPostedEvents(self)

    def end(self) -> None:
        """Finishes, and takes no more work: nobody will be there for its outcome."""
        self.finish()
        self._ended = True


def _while_there(owner: QObject, call: Callable[[Any], None]) -> Callable[[Any], None]:
    def when_there(outcome: Any) -> None:
        if isValid(owner):
            call(outcome)

    return when_there


def _raise(error: Exception) -> None:
    raise error
