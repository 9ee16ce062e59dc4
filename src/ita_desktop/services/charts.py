"""The charts of a year for the screen: the same drawings as in the memo's annex."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ita_desktop.domain.analysis import YearAnalysis
from ita_desktop.papers.annex import charts
from ita_desktop.thai.words import standard_dictionary
from ita_desktop.typesetting.charts import ChartDrawer
from ita_desktop.typesetting.fonts import DEFAULT_PROFILE
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

    def __init__(self, font: str = DEFAULT_PROFILE) -> None:
        self._drawer = ChartDrawer(LineBreaker(standard_dictionary()), load_fonts(font))

    def draw(
        self, analysis: YearAnalysis, earlier: Sequence[YearAnalysis] = ()
    ) -> tuple[ScreenChart, ...]:
        """The charts that the scores allow; *earlier* years may come in any order."""
        before = sorted(earlier, key=lambda past: past.year)
        pictures = [self._drawer.draw(chart) for chart in charts(analysis, before)]
        return tuple(
            ScreenChart(picture.title, picture_svg(picture), picture.width, picture.height)
            for picture in pictures
        )
