"""The charts of a year for the screen: the same drawings as in the memo's annex."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ita_desktop.domain.analysis import YearAnalysis
from ita_desktop.papers.annex import charts
from ita_desktop.papers.options import DEFAULT_FONT
from ita_desktop.papers.page_form import MEMO_FORM
from ita_desktop.thai.words import standard_dictionary
from ita_desktop.typesetting.charts import ChartDrawer
from ita_desktop.typesetting.lines import LineBreaker
from ita_desktop.typesetting.shaping import load_fonts
from ita_desktop.writers.svg import picture_svg


class ScreenChart(NamedTuple):
    """A chart to show: its Thai title, its SVG file, and its size in pt."""

    title: str
    svg: bytes
    width: float
    height: float


class ScreenCharts:
    """Draws charts; keeps what it set, so that the next drawing is fast. For one thread."""

    def __init__(self, font: str = DEFAULT_FONT) -> None:
        self._setter = LineBreaker(standard_dictionary())
        self._fonts = load_fonts(font)
        self._drawer = ChartDrawer(self._setter, self._fonts)

    def draw(
        self, analysis: YearAnalysis, earlier: Sequence[YearAnalysis] = ()
    ) -> tuple[ScreenChart, ...]:
        """The charts that the scores allow; *earlier* years may come in any order."""
        self._setter.next_generation()
        self._fonts.next_generation()
        before = sorted(earlier, key=lambda past: past.year)
        pictures = [
            self._drawer.draw(chart, MEMO_FORM.text_width) for chart in charts(analysis, before)
        ]
        return tuple(
            ScreenChart(picture.title, picture_svg(picture), picture.width, picture.height)
            for picture in pictures
        )
