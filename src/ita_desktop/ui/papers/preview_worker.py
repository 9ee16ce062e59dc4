"""Makes the open year's memo beside the window, the newest state first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ita_desktop.domain.case import Case
from ita_desktop.errors import ItaError
from ita_desktop.services.paper_options import PaperOptions, Texts, keep_options, kept_options
from ita_desktop.services.paper_orders import PaperOrder, earlier_years
from ita_desktop.ui.background import Background
from ita_desktop.ui.latest_only import LatestOnly
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.services.papers import MadePaper, PaperMaker


class MemoMaker(QObject):
    """The memo of a session's open year as PDF.

    ``made(MadePaper)`` follows :meth:`request`, ``failed(str)`` where it could not be
    made; ``options_changed()`` when another look was chosen.
    """

    made = Signal(object)
    failed = Signal(str)
    options_changed = Signal()

    def __init__(self, session: Session, settings: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._options = kept_options(settings)
        self._background = Background(self)
        self._newest: LatestOnly[MadePaper] = LatestOnly(self._background, self)
        self._preview: PaperMaker | None = None
        self._earlier: tuple[Case, ...] | None = None
        self._asked: PaperOrder | None = None
        self._last: MadePaper | None = None
        session.years_changed.connect(self._forget_earlier)
        session.year_opened.connect(self._forget_earlier)

    @property
    def background(self) -> Background:
        """Where memos are made, one piece of work after the other."""
        return self._background

    @property
    def options(self) -> PaperOptions:
        """How memos are set."""
        return self._options

    def set_options(self, options: PaperOptions) -> None:
        """Sets memos otherwise from now on; kept for the next time."""
        if options == self._options:
            return
        self._options = options
        keep_options(self._settings, options)
        self.options_changed.emit()

    def request(self, case: Case) -> None:
        """Makes the memo of *case*; nothing when it was the last one asked for."""
        order = self._order(case)
        if order == self._asked:
            return
        self._asked = order
        self._newest.ask(partial(self._make, order), self._on_made, self._on_failed)

    def make(
        self,
        owner: QObject,
        case: Case,
        done: Callable[[MadePaper], None],
        failed: Callable[[ItaError], None],
    ) -> None:
        """Makes the memo of exactly this case and calls *done*, as long as *owner* is there."""
        order = self._order(case)
        last = self._last
        if last is not None and last.order == order:
            done(last)
        else:
            self._background.run_for(owner, partial(self._make, order), done, failed)

    def finish(self) -> None:
        """Returns when nothing is being made any more."""
        self._background.finish()

    # --- how it is done --------------------------------------------------------------------

    def _order(self, case: Case) -> PaperOrder:
        return PaperOrder(case, self._options, self._earlier_cases())

    def _earlier_cases(self) -> tuple[Case, ...]:
        record = self._session.record
        if not self._options.annex or record is None:
            return ()
        if self._earlier is None:
            ids = earlier_years(self._session.years(), record)
            found = [self._session.record_of(year_id) for year_id in ids]
            self._earlier = tuple(one.case for one in found if one is not None)
        return self._earlier

    def _forget_earlier(self, *_: object) -> None:
        self._earlier = None

    def _make(self, order: PaperOrder) -> MadePaper:
        # Here, beside the window: what sets text takes its time to import.
        from ita_desktop.services.papers import PaperMaker

        if self._preview is None:
            self._preview = PaperMaker()
        return self._preview.make(order)

    def _on_made(self, memo: MadePaper) -> None:
        self._last = memo
        self.made.emit(memo)

    def _on_failed(self, error: ItaError) -> None:
        self._asked = None
        self.failed.emit(str(error))
