"""Writes the Garuda of a font's glyph as an SVG path; run once, kept to show the source.

The glyph ``karuda`` of ``THCharmofAU-Regular.ttf`` has no code point, so it is
reached by its name. The font is no part of this repository; it is in the PyPI
wheel ``odoo-addon-l10n-th-base-utils`` (19.0.2.0.0) under
``static/fonts/thai/THCharmofAU/``. How the file in ``resources/`` was made::

    python tools/extract_emblem.py THCharmofAU-Regular.ttf resources/emblem/garuda.svg

The SVG holds one path with absolute ``M``, ``L``, ``C`` and ``Z`` only: cubic
curves are what a PDF draws. Each command stands on a line of its own.
Units are the font's (1000 in an em), y points down, the viewBox is tight.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

GLYPH = "karuda"

FLAT = 1.0
"""A curve whose control points lie so near its chord is drawn straight (0.05 pt in print)."""

Point = tuple[float, float]


class CubicPathPen(BasePen):
    """Collects a glyph as SVG path commands, shifted and with y turned down.

    ``BasePen`` already turns quadratic curves into cubic ones.
    """

    def __init__(self, glyphs: Any, left: float, top: float) -> None:
        super().__init__(glyphs)
        self.commands: list[str] = []
        self._left = left
        self._top = top

    def _add(self, letter: str, *points: Point) -> None:
        numbers = (n for x, y in points for n in (x - self._left, self._top - y))
        # whole units are 0.05 pt at the emblem's size: finer than any printer
        self.commands.append(letter + " ".join(f"{n:.0f}" for n in numbers))

    def _moveTo(self, pt: Point) -> None:  # noqa: N802 - fontTools' name
        self._add("M", pt)

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self._add("L", pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        start = self._getCurrentPoint()
        if all(_off_line(point, start, pt3) < FLAT for point in (pt1, pt2)):
            self._add("L", pt3)
        else:
            self._add("C", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self.commands.append("Z")


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
    box = f"0 0 {right - left:.1f} {top - bottom:.1f}"
    pen = CubicPathPen(glyphs, left, top)
    glyphs[glyph].draw(pen)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">\n'
        f"<title>ครุฑ (outline of glyph {glyph} of {font['name'].getDebugName(4)})</title>\n"
        f'<path d="{chr(10).join(pen.commands)}"/>\n'
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
