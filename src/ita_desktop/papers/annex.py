"""The annex of a memo: the year's scores as a table, what they mean, and the pictures.

Everything here is computed; what is not known is printed as ``-`` and said in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ita_desktop.domain.analysis import YearAnalysis
from ita_desktop.domain.improvement import Change, changes
from ita_desktop.domain.scores import TOTAL, part_name
from ita_desktop.papers.document import (
    Annex,
    Block,
    Cell,
    Chart,
    ChartKind,
    Heading,
    ListItem,
    Paragraph,
    Series,
    Table,
    TableColumn,
    TableRow,
)
from ita_desktop.papers.normalise import normalised_line
from ita_desktop.thai.digits import thai_number, thai_score

_ASSESSMENT = "ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
_TOTAL_NAME = "คะแนนรวม"
_NOT_KNOWN = "-"
_FEWEST_AXES = 3
"""A radar of fewer known values is no shape."""
_MOST_AXES = 18
"""Of more axes the values would lie on each other."""
_MOST_BARS = 24
"""So many, each of two years, have room on a page."""
_MOST_YEARS = 8
"""So many years stand side by side in the trend, the latest ones."""
_MOST_NAMED = 6
"""So many missing parts are named; of more, only the number is told."""


def compose_annex(agency: str, report: YearAnalysis, earlier: Sequence[YearAnalysis] = ()) -> Annex:
    """The annex for the year of *report*; *earlier* years in any order.

    The latest of them is the one that the year is compared with; the trend shows all.
    ``agency`` is printed as it is; names of a framework are cleaned up first.
    """
    before = sorted(earlier, key=lambda other: other.year)
    last = before[-1] if before else None
    changed = _changes(report, last)
    title = f"ภาคผนวก\n{_ASSESSMENT}\nประจำปีงบประมาณ พ.ศ. {thai_number(report.year)} ของ{agency}"
    return Annex(
        title,
        (
            Heading("๑. ตารางคะแนน"),
            _table(report, last, changed),
            *_findings(report, last, changed),
            *_pictures(report, before),
        ),
    )


def _changes(report: YearAnalysis, last: YearAnalysis | None) -> dict[str, Change]:
    """How each part differs from the year before, by number."""
    if last is None:
        return {}
    found = changes(report.scores, report.framework, last.scores, last.framework)
    return {change.number: change for change in found}


# --- the table ----------------------------------------------------------------


def _table(report: YearAnalysis, last: YearAnalysis | None, changed: dict[str, Change]) -> Table:
    target = thai_number(f"{report.framework.target.normalize():f}")
    columns = [
        TableColumn("เครื่องมือ / ตัวชี้วัด / ตัวชี้วัดย่อย", minimum=0.4, maximum=0.62),
        TableColumn("น้ำหนัก (ร้อยละ)", minimum=0.1, maximum=0.13, numeric=True),
    ]
    if last is not None:
        columns += [
            TableColumn(f"ปี {thai_number(last.year)}", minimum=0.11, maximum=0.13, numeric=True),
            TableColumn(f"ปี {thai_number(report.year)}", minimum=0.11, maximum=0.13, numeric=True),
            TableColumn("เพิ่มขึ้น / ลดลง", minimum=0.11, maximum=0.13, numeric=True),
        ]
    else:
        columns.append(
            TableColumn(f"ปี {thai_number(report.year)}", minimum=0.13, maximum=0.16, numeric=True)
        )
    columns.append(TableColumn(f"เทียบกับ {target}", minimum=0.11, maximum=0.15, numeric=True))
    rows = tuple(_row(part, report, last, changed) for part in _parts(report))
    return Table("ตารางคะแนน", tuple(columns), rows)


class _PartRow(NamedTuple):
    """A row of the table: what the part is called, and its share of the total in %."""

    number: str
    item: ListItem
    weight: str
    strong: bool = False
    level: int = 0


def _parts(report: YearAnalysis) -> Iterator[_PartRow]:
    """The parts that the table shows, in order; sub-indicators only where one is known."""
    for instrument in report.framework.instruments:
        name = ListItem(normalised_line(f"{instrument.code} {instrument.name}"))
        yield _PartRow(instrument.code, name, _percent(instrument.weight), strong=True)
        for indicator in instrument.indicators:
            number = str(indicator.number)
            share = _percent(report.framework.weight(indicator.number) * 100)
            name = ListItem(normalised_line(indicator.name), f"{thai_number(number)}.")
            yield _PartRow(number, name, share, level=1)
            subs = indicator.sub_indicators
            if any(report.scores.of(sub.number) is not None for sub in subs):
                for sub in subs:
                    name = ListItem(normalised_line(sub.name), thai_number(sub.number))
                    yield _PartRow(sub.number, name, "", level=2)
    whole = sum((i.weight for i in report.framework.instruments), Decimal(0))
    yield _PartRow(TOTAL, ListItem(_TOTAL_NAME), _percent(whole), strong=True)


def _row(
    part: _PartRow, report: YearAnalysis, last: YearAnalysis | None, changed: dict[str, Change]
) -> TableRow:
    score = report.scores.of(part.number)
    texts = [part.weight]
    if last is not None:
        change = changed.get(part.number)
        texts += [
            _score(change.before if change else None),
            _score(score),
            _signed(change.difference) if change else _NOT_KNOWN,
        ]
    else:
        texts.append(_score(score))
    texts.append(_NOT_KNOWN if score is None else _signed(score - report.framework.target))
    cells = [Cell((ListItem(text),)) if text else Cell() for text in texts]
    return TableRow(
        (Cell((part.item,), part.level), *cells), key=part.item.text, strong=part.strong
    )


def _percent(weight: Decimal) -> str:
    """A share of the total without needless zeros: ``๓๐``, ``๖``, ``๑๓.๓๓``."""
    text = f"{weight.quantize(Decimal('0.01')):f}"
    return thai_number(text.rstrip("0").rstrip("."))


def _score(score: Decimal | None) -> str:
    return _NOT_KNOWN if score is None else thai_score(score)


def _signed(difference: Decimal) -> str:
    """``+๑.๒๕``, ``-๐.๕๐``; nothing stands before ``๐.๐๐``."""
    sign = "+" if difference > 0 else "-" if difference < 0 else ""
    return sign + thai_score(abs(difference))


# --- what the table says ------------------------------------------------------


def _findings(
    report: YearAnalysis, last: YearAnalysis | None, changed: dict[str, Change]
) -> Iterator[Block]:
    """Level, changes, and whatever a reader must know before trusting the numbers."""
    yield Heading("๒. ความหมายของคะแนน")
    texts = [_level_words(report)]
    if last is not None:
        texts.append(_change_words(last, changed))
    for text in map(normalised_line, [*texts, *report.notes]):
        if text:
            yield Paragraph(text)


def _level_words(report: YearAnalysis) -> str:
    if report.level is None:
        missing = report.scores.missing
        if 0 < len(missing) <= _MOST_NAMED:
            names = " ".join(part_name(number) for number in missing)
            return f"ยังสรุปคะแนนรวมและระดับไม่ได้ เพราะยังไม่มีคะแนนของ{names}"
        count = f" {thai_number(len(missing))} รายการ" if missing else ""
        return f"ยังสรุปคะแนนรวมและระดับไม่ได้ เพราะคะแนนยังไม่ครบ{count}"
    level = report.level
    if level.official is None:
        return level.reason
    also = [name for name in (level.letter, level.word) if name and name != level.official]
    beside = f" (เทียบได้กับระดับ {' และ '.join(also)})" if also else ""
    return f"ผลการประเมินอยู่ในระดับ {level.official}{beside} เนื่องจาก{level.cause}"


def _change_words(last: YearAnalysis, changed: dict[str, Change]) -> str:
    """What has become of the total, and which indicators rose and fell the most."""
    year = thai_number(last.year)
    parts = []
    total = changed.get(TOTAL)
    if total is not None:
        parts.append(f"คะแนนรวม{_moved(total)}")
    indicators = [c for number, c in changed.items() if number.isdigit()]
    rises = [change for change in indicators if change.difference > 0]
    falls = [change for change in indicators if change.difference < 0]
    if rises:
        best = max(rises, key=lambda change: change.difference)
        parts.append(f"ตัวชี้วัดที่เพิ่มขึ้นมากที่สุด คือ {part_name(best.number)} {best.name} {_moved(best)}")
    if falls:
        worst = min(falls, key=lambda change: change.difference)
        parts.append(f"ตัวชี้วัดที่ลดลงมากที่สุด คือ {part_name(worst.number)} {worst.name} {_moved(worst)}")
    elif indicators:
        parts.append("ไม่มีตัวชี้วัดใดลดลง")
    return f"เมื่อเทียบกับปี {year} {' '.join(parts)}" if parts else ""


def _moved(change: Change) -> str:
    before, now = thai_score(change.before), thai_score(change.now)
    if change.difference == 0:
        return f"เท่าเดิม คือ {now}"
    word = "เพิ่มขึ้น" if change.difference > 0 else "ลดลง"
    return f"{word} {thai_score(abs(change.difference))} จาก {before} เป็น {now}"


# --- the pictures -------------------------------------------------------------


def _pictures(report: YearAnalysis, before: Sequence[YearAnalysis]) -> Iterator[Block]:
    for number, chart in enumerate(charts(report, before), start=1):
        yield Heading(f"แผนภาพที่ {thai_number(number)} {chart.title}")
        yield chart


def charts(report: YearAnalysis, before: Sequence[YearAnalysis] = ()) -> tuple[Chart, ...]:
    """The charts that the known scores allow: radar, bars, and a trend from two years on.

    *before* are earlier years, the latest last.
    """
    made = []
    shown = [report, *before[-1:]]
    years = tuple(_indicator_series(year, report) for year in shown)
    labels = tuple(
        normalised_line(f"{thai_number(i.number)} {i.name}") for i in report.framework.indicators
    )
    known = sum(value is not None for value in years[0].values)
    against = f"เทียบกับปี {thai_number(before[-1].year)} และ" if before else "เทียบกับ"
    if known >= _FEWEST_AXES and len(labels) <= _MOST_AXES:
        made.append(_chart(ChartKind.RADAR, "ภาพรวมคะแนนรายตัวชี้วัด", labels, years, report))
    if known:
        title = f"คะแนนรายตัวชี้วัด{against}เป้าหมาย"
        made += _bars(title, *_known_only(labels, years), report)
    trend = [*before, report][-_MOST_YEARS:]
    lines = _trend_series(trend, report)
    if lines:
        places = tuple(thai_number(year.year) for year in trend)
        title = f"แนวโน้มคะแนน ปี {thai_number(trend[0].year)}–{thai_number(report.year)}"
        made.append(_chart(ChartKind.TREND, title, places, lines, report))
    return tuple(made)


def _chart(
    kind: ChartKind,
    title: str,
    labels: tuple[str, ...],
    series: tuple[Series, ...],
    report: YearAnalysis,
) -> Chart:
    target = report.framework.target
    name = f"เป้าหมาย {thai_number(f'{target.normalize():f}')}"
    return Chart(kind, title, labels, series, target, name)


def _indicator_series(year: YearAnalysis, report: YearAnalysis) -> Series:
    """The indicators of *report*'s framework in *year*; one that was another then is unknown."""
    values = [
        year.scores.indicator(indicator.number)
        if year.framework.name_of(str(indicator.number)) == indicator.name
        else None
        for indicator in report.framework.indicators
    ]
    return Series(f"ปี {thai_number(year.year)}", tuple(values))


def _known_only(
    labels: tuple[str, ...], series: tuple[Series, ...]
) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    """Labels and series without the places where nothing is known: an empty bar says nothing."""
    places = [p for p in range(len(labels)) if any(s.values[p] is not None for s in series)]
    kept = tuple(s._replace(values=tuple(s.values[p] for p in places)) for s in series)
    return tuple(labels[p] for p in places), kept


def _bars(
    title: str, labels: tuple[str, ...], series: tuple[Series, ...], report: YearAnalysis
) -> Iterator[Chart]:
    """The bars in one chart, or in as few as they have room in, evenly."""
    count = -(-len(labels) // _MOST_BARS)
    each = -(-len(labels) // count)
    for number in range(count):
        part = slice(number * each, (number + 1) * each)
        shown = tuple(s._replace(values=s.values[part]) for s in series)
        which = f" ({thai_number(number + 1)}/{thai_number(count)})" if count > 1 else ""
        yield _chart(ChartKind.BARS, title + which, labels[part], shown, report)


def _trend_series(years: Sequence[YearAnalysis], report: YearAnalysis) -> tuple[Series, ...]:
    """Total and instruments over the years, each where two years at least are known."""
    numbers = [(TOTAL, _TOTAL_NAME)]
    numbers += [(i.code, normalised_line(i.code)) for i in report.framework.instruments]
    found = [Series(name, tuple(y.scores.of(number) for y in years)) for number, name in numbers]
    return tuple(s for s in found if sum(value is not None for value in s.values) > 1)
