"""From scores as they were read to the typed assessment of a case, and what contradicts there."""

from ita_desktop.domain.case import Assessment, Indicator, OitItem, SubIndicator
from ita_desktop.domain.frameworks import Framework, IndicatorSpec, SubIndicatorSpec
from ita_desktop.domain.scores import Contradiction, Published, compute
from ita_desktop.exchange.scores.sheet import UnitScores


def assessment_of(unit: UnitScores, framework: Framework) -> Assessment:
    """Return a unit's scores as an assessment with the framework's names.

    It holds every indicator of the framework; parts below it only where they were read.
    """
    indicators = tuple(_indicator(spec, unit) for spec in framework.indicators)
    return Assessment(framework.year, indicators)


def published_of(unit: UnitScores) -> Published:
    """Return what was written of a unit beside its indicators."""
    points = {code: p.value for code, p in unit.instruments.items() if p.is_weighted}
    scores = {code: p.value for code, p in unit.instruments.items() if not p.is_weighted}
    return Published(scores, points, unit.total)


def contradictions(unit: UnitScores, framework: Framework) -> tuple[Contradiction, ...]:
    """Return where a unit's scores do not follow from one another."""
    return compute(assessment_of(unit, framework), framework, published_of(unit)).contradictions


def _indicator(spec: IndicatorSpec, unit: UnitScores) -> Indicator:
    subs = tuple(_sub_indicator(sub, unit) for sub in spec.sub_indicators if _is_read(sub, unit))
    return Indicator(spec.number, spec.name, unit.indicators.get(spec.number), subs)


def _sub_indicator(spec: SubIndicatorSpec, unit: UnitScores) -> SubIndicator:
    items = tuple(
        OitItem(item.code, item.name, unit.items[item.code])
        for item in spec.items
        if item.code in unit.items
    )
    return SubIndicator(spec.number, spec.name, unit.sub_indicators.get(spec.number), items)


def _is_read(spec: SubIndicatorSpec, unit: UnitScores) -> bool:
    return spec.number in unit.sub_indicators or any(i.code in unit.items for i in spec.items)
