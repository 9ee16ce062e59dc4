"""Charts for the screen."""

from __future__ import annotations

from xml.etree import ElementTree

from ita_desktop.services.analysis import analyse_case
from ita_desktop.services.charts import ScreenCharts
from ita_desktop.services.samples import sample_case

NAMESPACE = "{http://www.w3.org/2000/svg}"


def test_each_chart_is_an_svg_with_its_title() -> None:
    shown = ScreenCharts().draw(analyse_case(sample_case()))

    assert len(shown) == 2
    for chart in shown:
        root = ElementTree.fromstring(chart.svg)
        assert root.findtext(f"{NAMESPACE}title") == chart.title
        assert root.attrib["width"] == f"{chart.width:.2f}pt"


def test_earlier_years_give_a_trend() -> None:
    now = sample_case()
    years = [
        now._replace(assessment=now.assessment._replace(year=now.assessment.year - n))
        for n in (1, 2)
    ]

    shown = ScreenCharts().draw(analyse_case(now), [analyse_case(year) for year in years])

    assert len(shown) == 3
    assert "๒๕๖๕–๒๕๖๗" in shown[2].title


def test_drawing_again_gives_the_same() -> None:
    charts, analysis = ScreenCharts(), analyse_case(sample_case())

    assert charts.draw(analysis) == charts.draw(analysis)
