"""Scores as pictures: radar, bars and trend, drawn once for paper and screen.

A picture is made of the same items as a page, so that its Thai labels are shaped,
searched and copied as all text is. Every value is printed beside its mark, and lines
differ by their dashes too: a copy in black and white says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, cycle
from math import cos, pi, sin
from typing import NamedTuple

from ita_desktop.papers.document import Chart, ChartKind, Series
from ita_desktop.typesetting.elements import ORNAMENT, Element, Role
from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.typesetting.lines import LineBreaker, TextStyle
from ita_desktop.typesetting.pages import Colour, Path, Text
from ita_desktop.typesetting.shaping import FontSet

Mark = Path | Text
Point = tuple[float, float]

_SIZE = 13.0
_SMALL = 12.0
_LINE = _SIZE * 1.15
"""Pitch of a label's lines: tighter than text, since labels are short."""
_RISE = 0.27
"""Half the height of a digit over the size: lifts a baseline so that the text is centred."""
_GAP = 5.0
_ASCENT = 0.844
"""Of a label's baseline under its line's top, over the size."""
_NO_WIDTH = 1e6
"""Labels of one line are not broken."""

_INK = Colour(0.11, 0.28, 0.52)
_TINT = Colour(0.86, 0.91, 0.97)
_PALE = Colour(0.66, 0.72, 0.80)
_GRID = Colour(0.83, 0.83, 0.83)
_FRAME = Colour(0.45, 0.45, 0.45)
_GOAL = Colour(0.76, 0.20, 0.14)
_WHITE = Colour(1, 1, 1)


class Pen(NamedTuple):
    """How the line of a series is drawn."""

    colour: Colour
    width: float
    dash: tuple[float, ...] = ()


_PENS = (
    Pen(_INK, 1.6),
    Pen(Colour(0.42, 0.42, 0.42), 1.1, (4, 2.2)),
    Pen(Colour(0.20, 0.49, 0.33), 1.1, (7, 2, 1.5, 2)),
    Pen(Colour(0.60, 0.35, 0.10), 1.1, (1.5, 2)),
    Pen(Colour(0.47, 0.24, 0.54), 1.1, (9, 2.5)),
    Pen(Colour(0.10, 0.45, 0.52), 1.1, (5, 1.5, 1.5, 1.5, 1.5, 1.5)),
    Pen(Colour(0.52, 0.14, 0.24), 1.1, (2.5, 3.5)),
)
"""The first is that of the line that matters; so many others differ by colour and dashes."""
_GOAL_PEN = Pen(_GOAL, 0.9, (2.4, 1.8))

_FILLS = (_INK, _PALE)
"""Of the bars: the year that matters, and the one before."""

_RINGS = (20, 40, 60, 80, 100)
_RADIUS = 108.0
_RADAR_HEIGHT = 2 * _RADIUS + 76.0

_NAME_SHARE = 0.36
"""The part of a bar chart's width that is for the names at most."""
_VALUE_ROOM = 46.0
"""The width of a column of values beside the bars."""
_BAR = 8.5
_GROUP_GAP = 7.0

_TREND_HEIGHT = 150.0
_END_NAMES = 104.0
"""Room for the names and last values of lines at their right ends."""


class Picture(NamedTuple):
    """A drawing; positions in pt from its top left corner, y down.

    ``title`` says in words what it shows, ``description`` all its labels and values.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    title: str
    description: str = ""

    def at(self, x: float, y: float, element: Element = ORNAMENT) -> Iterator[Mark]:
        """The marks of ``element`` with the picture's corner at ``x``, ``y`` of a page."""
        for mark in self.marks:
            if isinstance(mark, Text):
                yield Text(mark.x + x, mark.y + y, mark.run, element)
            else:
                points = tuple([(px + x, py + y) for px, py in mark.points])
                yield mark._replace(points=points, element=element)

    def element(self, block: int) -> Element:
        """The picture as a figure of a document: ``block`` is its number there."""
        return Element(Role.FIGURE, block, alternative=f"{self.title}: {self.description}")


class ChartDrawer:
    """Draws charts with the fonts and the line breaker of a document."""

    def __init__(self, setter: LineBreaker, fonts: FontSet) -> None:
        self._setter = setter
        self._label = TextStyle(fonts.regular, _SIZE)
        self._strong = TextStyle(fonts.bold, _SIZE)
        self._small = TextStyle(fonts.regular, _SMALL)

    def draw(self, chart: Chart, width: float) -> Picture:
        """The picture of ``chart``, ``width`` pt wide, its legend at the foot."""
        draw = {
            ChartKind.RADAR: self._radar,
            ChartKind.BARS: self._bars,
            ChartKind.TREND: self._trend,
        }[chart.kind]
        marks, height = draw(chart, width)
        legend = self._legend(chart, width, height + _LINE)
        labels = " · ".join(mark.run.text for mark in marks if isinstance(mark, Text))
        return Picture(width, height + 1.6 * _LINE, (*marks, *legend), chart.title, labels)

    # --- the radar ----------------------------------------------------------

    def _radar(self, chart: Chart, width: float) -> tuple[list[Mark], float]:
        centre = (width / 2, _RADAR_HEIGHT / 2)
        count = len(chart.labels)

        def place(axis: int, value: float) -> Point:
            angle = 2 * pi * axis / count - pi / 2
            reach = _RADIUS * value / 100
            return centre[0] + reach * cos(angle), centre[1] + reach * sin(angle)

        def ring(value: float) -> tuple[Point, ...]:
            return tuple([place(axis, value) for axis in range(count)])

        marks: list[Mark] = []
        first = chart.series[0].values
        if None not in first:
            shape = [place(axis, float(value or 0)) for axis, value in enumerate(first)]
            marks.append(Path(tuple(shape), fill=_TINT, closed=True))
        marks += [Path((centre, end), _GRID, 0.5) for end in ring(100)]
        marks += [Path(ring(value), _GRID, 0.6, closed=True) for value in _RINGS[:-1]]
        marks.append(Path(ring(100), _FRAME, 0.6, closed=True))
        marks.append(_path(ring(float(chart.target)), _GOAL_PEN, closed=True))
        marks += self._ring_values(chart, place)
        for series, pen in reversed(list(zip(chart.series, _pens(), strict=False))):
            points = [
                None if v is None else place(a, float(v)) for a, v in enumerate(series.values)
            ]
            marks += _line(points, pen, closed=True)
        ends = ring(100)
        told = [chart.unknown if v is None else chart.score_text(v) for v in first]
        labels = self._axis_labels(chart.labels, told, ends, centre)
        if not _apart_from_each_other(labels, width):
            # The number alone calls an indicator: table and bars have its name.
            numbers = [name.partition(" ")[0] for name in chart.labels]
            labels = self._axis_labels(numbers, told, ends, centre)
        return [*marks, *chain.from_iterable(labels)], _RADAR_HEIGHT

    def _axis_labels(
        self, names: Sequence[str], told: Sequence[str], ends: Sequence[Point], centre: Point
    ) -> list[list[Text]]:
        return [
            self._axis_label(name, value, end, centre)
            for name, value, end in zip(names, told, ends, strict=True)
        ]

    def _ring_values(self, chart: Chart, place: Callable[[int, float], Point]) -> list[Mark]:
        """The values of the rings, beside the first axis."""
        marks: list[Mark] = []
        for value in _RINGS[:-1]:
            x, y = place(0, value)
            line = self._set(chart.scale_text(value), self._small)
            marks.append(Text(x + 2.5, y + _SMALL * _RISE + 4, line))
        return marks

    def _axis_label(self, name: str, value: str, end: Point, centre: Point) -> list[Text]:
        """The name and the value at the end of an axis, on the outer side of it."""
        dx, dy = end[0] - centre[0], end[1] - centre[1]
        above_or_below = abs(dx) < 1
        room = 2 * _RADIUS if above_or_below else centre[0] - abs(dx) - 2 * _GAP
        lines = list(self._setter.set(name, self._label, room))
        lines.append(self._set(value, self._strong))
        height = len(lines) * _LINE
        top = end[1] - height / 2 + dy / _RADIUS * 10
        if above_or_below:
            top = end[1] - height - _GAP if dy < 0 else end[1] + _GAP
        marks: list[Text] = []
        for number, line in enumerate(lines):
            x = end[0] - line.width / 2
            if not above_or_below:
                x = end[0] + 2 * _GAP if dx > 0 else end[0] - 2 * _GAP - line.width
            marks.append(Text(x, top + number * _LINE + _SIZE * _ASCENT, line))
        return marks

    # --- bars ---------------------------------------------------------------

    def _bars(self, chart: Chart, width: float) -> tuple[list[Mark], float]:
        """Names at the left, bars, and the values in a column for each series.

        At the bars' ends the values would lie on the line of the target.
        """
        shown = chart.series[:2]
        widest = max(self._set(name, self._label).width for name in chart.labels) + _GAP
        left = min(width * _NAME_SHARE, widest)
        span = width - left - len(shown) * _VALUE_ROOM - 2 * _GAP
        group = max(len(shown) * _BAR, _LINE) + _GROUP_GAP
        top = _LINE + 3.0
        bottom = top + len(chart.labels) * group

        def across(value: float) -> float:
            return left + span * value / 100

        marks: list[Mark] = []
        for value in (0, *_RINGS):
            x = across(value)
            marks.append(Path(((x, top), (x, bottom)), _FRAME if value == 0 else _GRID, 0.6))
            line = self._set(chart.scale_text(value), self._small)
            marks.append(Text(x - line.width / 2, bottom + _SMALL * _ASCENT, line))
        for number, name in enumerate(chart.labels):
            middle = top + (number + 0.5) * group
            marks += self._bar_name(name, left - _GAP, middle)
            y = middle - len(shown) * _BAR / 2
            for column, series in enumerate(shown):
                score = series.values[number]
                if score is not None:
                    corners = _box(left, y, across(float(score)), y + _BAR - 1)
                    marks.append(Path(corners, fill=_FILLS[column], closed=True))
                marks.append(self._cell(chart.score_text(score), width, len(shown), column, middle))
                y += _BAR
        for column, series in enumerate(shown):
            marks.append(self._cell(series.name, width, len(shown), column, top - _LINE / 2 - 1))
        x = across(float(chart.target))
        marks.append(_path(((x, top - 3), (x, bottom)), _GOAL_PEN))
        goal = self._set(chart.scale_text(chart.target), self._small)
        marks.append(Text(x - goal.width / 2, top - 5, goal))
        return marks, bottom + _LINE

    def _cell(self, text: str, width: float, columns: int, column: int, middle: float) -> Text:
        """A value, or its head, in one of the columns at the right edge."""
        line = self._set(text, self._label if column else self._strong)
        right = width - (columns - 1 - column) * _VALUE_ROOM
        return Text(right - line.width, middle + _SIZE * _RISE, line)

    def _bar_name(self, name: str, right: float, middle: float) -> list[Mark]:
        lines = self._setter.set(name, self._label, right)
        pitch = _LINE if len(lines) == 1 else _LINE * 0.86
        first = middle - (len(lines) - 1) * pitch / 2 + _SIZE * _RISE
        return [
            Text(right - line.width, first + number * pitch, line)
            for number, line in enumerate(lines)
        ]

    # --- the trend ----------------------------------------------------------

    def _trend(self, chart: Chart, width: float) -> tuple[list[Mark], float]:
        known = [value for series in chart.series for value in series.values if value is not None]
        low = _floor(min([*known, chart.target]))
        left, right = 26.0, width - _END_NAMES
        top, bottom = 8.0, 8.0 + _TREND_HEIGHT
        inset = 26.0

        def across(place: int) -> float:
            steps = max(len(chart.labels) - 1, 1)
            return left + inset + (right - left - 2 * inset) * place / steps

        def down(value: float) -> float:
            return bottom - (bottom - top) * (value - low) / (100 - low)

        marks: list[Mark] = []
        for value in range(low, 101, 10 if low >= 40 else 20):
            y = down(value)
            marks.append(Path(((left, y), (right, y)), _GRID, 0.6))
            number = self._set(chart.scale_text(value), self._small)
            marks.append(Text(left - 4 - number.width, y + _SMALL * _RISE, number))
        marks.append(Path(((left, top), (left, bottom), (right, bottom)), _FRAME, 0.6))
        y = down(float(chart.target))
        marks.append(_path(((left, y), (right, y)), _GOAL_PEN))
        for place, name in enumerate(chart.labels):
            # under the year, where no line passes, the value of the first line
            below = self._set(chart.score_text(chart.series[0].values[place]), self._strong)
            for row, line in enumerate((self._set(name, self._label), below), start=1):
                marks.append(Text(across(place) - line.width / 2, bottom + row * _LINE, line))
        lines: list[list[Point | None]] = [
            [None if v is None else (across(p), down(float(v))) for p, v in enumerate(s.values)]
            for s in chart.series
        ]
        for points, pen in reversed(list(zip(lines, _pens(), strict=False))):
            marks += _line(points, pen)
        marks += self._ends([_with_last(chart, series) for series in chart.series], lines, right)
        return marks, bottom + 2.4 * _LINE

    def _ends(
        self, names: Sequence[str], lines: Sequence[Sequence[Point | None]], right: float
    ) -> list[Mark]:
        """Each line's name at the height where it ends, moved apart where they would touch."""
        ends = []
        for name, points, pen in zip(names, lines, _pens(), strict=False):
            last = next((point for point in reversed(points) if point is not None), None)
            if last is not None:
                ends.append((last[1], name, pen, last))
        ends.sort(key=lambda end: end[0])
        heights = _apart([end[0] for end in ends], _LINE * 0.92, highest=_SIZE / 2)
        marks: list[Mark] = []
        for (_, name, pen, last), y in zip(ends, heights, strict=True):
            marks.append(Path((last, (right - 6, y), (right + 2, y)), _GRID, 0.5))
            marks.append(_path(((right + 2, y), (right + 18, y)), pen))
            style = self._strong if name == names[0] else self._label
            marks.append(Text(right + 22, y + _SIZE * _RISE, self._set(name, style)))
        return marks

    # --- what all share -----------------------------------------------------

    def _legend(self, chart: Chart, width: float, y: float) -> list[Mark]:
        """What each line or bar means, in one centred row."""
        entries = [] if chart.kind is ChartKind.TREND else _keys(chart)
        entries.append((chart.target_name, _GOAL_PEN, None))
        texts = [self._set(name, self._label) for name, _, _ in entries]
        key, after, between = 22.0, 5.0, 22.0
        total = sum(key + after + text.width for text in texts) + between * (len(texts) - 1)
        x = (width - total) / 2
        marks: list[Mark] = []
        for (_, pen, fill), text in zip(entries, texts, strict=True):
            middle = y - _SIZE * _RISE
            if fill is not None:
                box = _box(x, middle - 4, x + key, middle + 4)
                marks.append(Path(box, fill=fill, closed=True))
            else:
                marks.append(_path(((x, middle), (x + key, middle)), pen))
            marks.append(Text(x + key + after, y, text))
            x += key + after + text.width + between
        return marks

    def _set(self, text: str, style: TextStyle) -> GlyphRun:
        return self._setter.set(text, style, _NO_WIDTH)[0]


def _pens() -> Iterator[Pen]:
    """A pen for each series; that of the first never comes again."""
    return chain(_PENS, cycle(_PENS[1:]))


def _keys(chart: Chart) -> list[tuple[str, Pen, Colour | None]]:
    """The legend's entries: name, line, and the bar's colour where bars are drawn."""
    fills: tuple[Colour | None, ...] = (None,) * len(_PENS)
    if chart.kind is ChartKind.BARS:
        fills = _FILLS
    return [
        (series.name, pen, fill)
        for series, pen, fill in zip(chart.series, _PENS, fills, strict=False)
    ]


def _with_last(chart: Chart, series: Series) -> str:
    """A line's name with its last known value."""
    known = [value for value in series.values if value is not None]
    return f"{series.name} {chart.score_text(known[-1])}" if known else series.name


def _box(left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _path(points: tuple[Point, ...], pen: Pen, *, closed: bool = False) -> Path:
    return Path(points, pen.colour, pen.width, closed=closed, dash=pen.dash)


def _line(points: Sequence[Point | None], pen: Pen, *, closed: bool = False) -> list[Mark]:
    """A line with a dot at each point; where one is not known, the line is broken."""
    whole = [point for point in points if point is not None]
    marks: list[Mark] = []
    if closed and len(whole) == len(points):
        marks.append(_path(tuple(whole), pen, closed=True))
    else:
        around = [*points, points[0]] if closed else points
        run: list[Point] = []
        for point in [*around, None]:
            if point is not None:
                run.append(point)
                continue
            if len(run) > 1:
                marks.append(_path(tuple(run), pen))
            run = []
    for point in whole:
        marks.append(Path((point,), pen.colour, pen.width + 3.4))
        if pen.dash:
            marks.append(Path((point,), _WHITE, pen.width + 1.6))
    return marks


def _floor(value: Decimal) -> int:
    """The ten under ``value`` with some room, but at most 50: a small fall is not a cliff."""
    return max(0, min(50, int((value - 5) // 10) * 10))


def _apart_from_each_other(labels: Sequence[Sequence[Text]], width: float) -> bool:
    """Whether no label of the radar touches another one or leaves the picture."""
    boxes = [_around(label) for label in labels]
    inside = all(
        left >= 0 and top >= 0 and right <= width and bottom <= _RADAR_HEIGHT
        for left, top, right, bottom in boxes
    )
    return inside and not any(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for one, other in combinations(boxes, 2)
    )


def _around(label: Sequence[Text]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the letters of a label."""
    return (
        min(text.x for text in label),
        label[0].y - _SIZE * 2 * _RISE,
        max(text.x + text.run.width for text in label),
        label[-1].y,
    )


def _apart(heights: Sequence[float], least: float, highest: float) -> list[float]:
    """Ascending ``heights`` moved so that each is at least ``least`` from the next.

    Neighbours that touch share the shift around their common middle, but none goes
    above ``highest``.
    """
    clusters: list[tuple[float, int]] = []  # the sum of the wanted heights, and how many
    for height in heights:
        clusters.append((height, 1))
        while len(clusters) > 1:
            (upper, above), (lower, below) = clusters[-2:]
            space = (above + below) * least / 2
            if lower / below - upper / above >= space:
                break
            clusters[-2:] = [(upper + lower, above + below)]
    moved: list[float] = []
    for total, count in clusters:
        first = total / count - (count - 1) * least / 2
        for number in range(count):
            above_all = moved[-1] + least if moved else highest
            moved.append(max(first + number * least, above_all))
    return moved
