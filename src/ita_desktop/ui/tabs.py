"""The four tabs of the window; each one's modules are imported when it is first seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.case_paths import CasePath
from ita_desktop.services.database import Database
from ita_desktop.services.settings import Settings
from ita_desktop.ui.main_window import TabEntry
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab

if TYPE_CHECKING:
    from ita_desktop.ui.papers.parts import MemoParts


class Tabs:
    """Makes the tabs of one window, and what its menu shares with the memo's tab."""

    def __init__(self, data: Database, settings: Settings) -> None:
        self._data = data
        self._settings = settings
        self._memo_parts: MemoParts | None = None

    def entries(self) -> tuple[TabEntry, ...]:
        """The tabs in the order of a year's work."""
        return (
            TabEntry("วิเคราะห์ตัวชี้วัด", self._analysis, _is_of_scores),
            TabEntry("มาตรการ", self._measures, _is_of_measures),
            TabEntry("ผลการดำเนินการ", self._results, _is_of_results),
            TabEntry("บันทึกข้อความ", self._memo),
        )

    def memo_parts(self, session: Session) -> MemoParts:
        """What makes, prints and exports the memo; made when it is first needed."""
        if self._memo_parts is None:
            from ita_desktop.ui.papers.parts import memo_parts

            signed = self._data.signed_papers()
            self._memo_parts = memo_parts(session, self._settings, signed)
        return self._memo_parts

    def finish(self) -> None:
        """Returns when nothing is being made any more."""
        if self._memo_parts is not None:
            self._memo_parts.maker.finish()

    def _analysis(self, session: Session) -> Tab:
        from ita_desktop.ui.analysis.tab import AnalysisTab

        return AnalysisTab(session)

    def _measures(self, session: Session) -> Tab:
        from ita_desktop.ui.measures.tab import MeasuresTab

        return MeasuresTab(session)

    def _results(self, session: Session) -> Tab:
        from ita_desktop.ui.results.tab import ResultsTab

        return ResultsTab(session, files=self._data.evidence())

    def _memo(self, session: Session) -> Tab:
        from ita_desktop.ui.papers.tab import MemoTab

        return MemoTab(session, self.memo_parts(session))


def _is_of_scores(place: CasePath) -> bool:
    return place[:1] in (("assessment",), ("analysis",), ("fiscal_year",))


def _is_of_measures(place: CasePath) -> bool:
    return place[:1] == ("measures",) and not _is_of_results(place)


def _is_of_results(place: CasePath) -> bool:
    return place[:1] == ("measures",) and place[2:3] == ("results",)
