"""Writes the Garuda of a font's glyph as an SVG outline; run once, kept to show the source.

The glyph ``karuda`` of ``THCharmofAU-Regular.ttf`` has no code point, so it is
reached by its name. The font is no part of this repository; it is in the PyPI
wheel ``odoo-addon-l10n-th-base-utils`` (19.0.2.0.0) under
``static/fonts/thai/THCharmofAU/``. How the file in ``resources/`` was made, with
``pyclipper`` 1.4 installed beside the tools of the tests::

    python tools/extract_emblem.py THCharmofAU-Regular.ttf resources/emblem/garuda.svg

The glyph's hairlines would break up in print, so every line is made :data:`HEAVIER`.
That weight is part of the outline and no stroke: screens draw strokes at least a pixel
wide, and the emblem would be a blot there.

The SVG holds one path with absolute ``M``, ``L`` and ``Z`` only, to be filled by the
even-odd rule, each command on a line of its own. Units are the font's (1000 in an em),
y points down, the viewBox is that of the glyph.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyclipper
from fontTools.pens.basePen import BasePen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from ita_desktop.papers.page_form import MEMO_FORM

GLYPH = "karuda"

HEAVIER = 0.16
"""pt that a line gains in width at the emblem's printed height: 0.18 becomes 0.34."""

FLAT = 0.55
"""Units that the outline may be off the true one: 0.025 pt in print."""

_FINE = 1000
"""Clipping counts in whole numbers: so many to a unit."""
_CURVE_STEPS = 12
_SPECK = 2.0
"""Square units below which an area is no part of the drawing."""

Point = tuple[float, float]


class ContourPen(BasePen):
    """Collects a glyph's contours as polygons, shifted and with y turned down."""

    def __init__(self, glyphs: Any, left: float, top: float) -> None:
        super().__init__(glyphs)
        self.contours: list[list[Point]] = []
        self._left = left
        self._top = top

    def _place(self, point: Point) -> Point:
        return point[0] - self._left, self._top - point[1]

    def _moveTo(self, pt: Point) -> None:  # noqa: N802 - fontTools' name
        self.contours.append([self._place(pt)])

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self.contours[-1].append(self._place(pt))

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        contour = self.contours[-1]
        contour.extend(_on_curve(contour[-1], self._place(pt1), self._place(pt2), self._place(pt3)))

    def _closePath(self) -> None:  # noqa: N802
        pass


def _on_curve(start: Point, one: Point, two: Point, end: Point) -> list[Point]:
    """Points of a cubic curve, the start left out."""
    points = []
    for step in range(1, _CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        corners = (start, one, two, end)
        points.append(
            (
                sum(w * x for w, (x, _) in zip(weights, corners, strict=True)),
                sum(w * y for w, (_, y) in zip(weights, corners, strict=True)),
            )
        )
    return points


def heavier(contours: Sequence[Sequence[Point]], by: float) -> Iterator[list[Point]]:
    """The outline of what the contours fill, with every line ``by`` units wider."""
    clipper = pyclipper.Pyclipper()
    whole = [[(round(x * _FINE), round(y * _FINE)) for x, y in contour] for contour in contours]
    clipper.AddPaths(whole, pyclipper.PT_SUBJECT, True)  # leaves out what has no area
    filled = clipper.Execute(pyclipper.CT_UNION, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO)
    offset = pyclipper.PyclipperOffset(2, _FINE * 0.2)
    offset.AddPaths(filled, pyclipper.JT_ROUND, pyclipper.ET_CLOSEDPOLYGON)
    for path in offset.Execute(by / 2 * _FINE):
        if abs(pyclipper.Area(path)) >= _SPECK * _FINE**2:
            yield _simple([(x / _FINE, y / _FINE) for x, y in path])


def _simple(ring: list[Point]) -> list[Point]:
    """A ring with the points left out that lie on their neighbours' line (Douglas-Peucker)."""
    far = max(range(len(ring)), key=lambda at: math.dist(ring[0], ring[at]))
    there, back = ring[: far + 1], [*ring[far:], ring[0]]
    return [*_simple_line(there)[:-1], *_simple_line(back)[:-1]]


def _simple_line(line: list[Point]) -> list[Point]:
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        between = range(first + 1, last)
        at = max(between, key=lambda i: _off_line(line[i], line[first], line[last]), default=None)
        if at is not None and _off_line(line[at], line[first], line[last]) > FLAT:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return [line[at] for at in sorted(kept)]


def _off_line(point: Point, start: Point, end: Point) -> float:
    """How far ``point`` lies from the straight way from ``start`` to ``end``."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if not length:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def svg_of(font: TTFont, glyph: str) -> str:
    """The glyph as an SVG document."""
    glyphs = font.getGlyphSet()
    bounds = BoundsPen(glyphs)
    glyphs[glyph].draw(bounds)
    left, bottom, right, top = bounds.bounds
    pen = ContourPen(glyphs, left, top)
    glyphs[glyph].draw(pen)
    by = HEAVIER * (top - bottom) / MEMO_FORM.emblem.height
    lines = []
    for ring in heavier(pen.contours, by):
        lines += [f"{'L' if at else 'M'}{x:.0f} {y:.0f}" for at, (x, y) in enumerate(ring)] + ["Z"]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg"'
        f' viewBox="0 0 {right - left:.1f} {top - bottom:.1f}">\n'
        f"<title>ครุฑ (outline of glyph {glyph} of {font['name'].getDebugName(4)})</title>\n"
        f'<path fill-rule="evenodd" d="{chr(10).join(lines)}"/>\n'
        "</svg>\n"
    )


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    source, target = map(Path, arguments)
    with TTFont(source) as font:
        target.write_text(svg_of(font, GLYPH), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
