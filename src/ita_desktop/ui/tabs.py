"""The four tabs of the window; each one's modules are imported when it is first seen."""

from __future__ import annotations

from ita_desktop.ui.desk import Desk
from ita_desktop.ui.main_window import TabMaker
from ita_desktop.ui.memo.parts import MemoParts
from ita_desktop.ui.tab import Tab


def tabs(memo: MemoParts) -> tuple[tuple[str, TabMaker], ...]:
    """Titles and makers, in the order of a year's work."""

    def memo_tab(desk: Desk) -> Tab:
        from ita_desktop.ui.memo.tab import MemoTab

        return MemoTab(desk, memo)

    return (("วิเคราะห์ตัวชี้วัด", _analysis_tab), ("มาตรการ", _measures_tab), ("บันทึกข้อความ", memo_tab))


def _analysis_tab(desk: Desk) -> Tab:
    from ita_desktop.ui.analysis.tab import AnalysisTab

    return AnalysisTab(desk)


def _measures_tab(desk: Desk) -> Tab:
    from ita_desktop.ui.measures.tab import MeasuresTab

    return MeasuresTab(desk)
