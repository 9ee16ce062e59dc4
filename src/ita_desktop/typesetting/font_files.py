"""Font files in memory: read once, never changed afterwards, so that any thread may use them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from ita_desktop.quoting import quoted_path
from ita_desktop.typesetting.fonts import FontError

_NEEDED_TABLES = ("head", "maxp", "cmap", "hhea", "hmtx", "loca", "glyf")

OutlineStep = tuple[str, tuple[tuple[float, float], ...]]
"""A step of a path as SVG names it (``M L Q C Z``), with its points."""


class _OutlinePen:
    """Takes a glyph's outline as HarfBuzz draws it, in thousandths of the size."""

    def __init__(self, unit: float) -> None:
        self.steps: list[OutlineStep] = []
        self._unit = unit

    def _add(self, step: str, *points: tuple[float, float]) -> None:
        self.steps.append((step, tuple([(x * self._unit, y * self._unit) for x, y in points])))

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the pens' protocol
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def closePath(self) -> None:  # noqa: N802
        self._add("Z")


class FontFile:
    """A TrueType file; lengths are in thousandths of the font size.

    Raises :class:`FontError` when the file cannot be read or is no usable TrueType font.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            data = path.read_bytes()
        except OSError as error:
            raise FontError(
                f"อ่านไฟล์แบบอักษร {quoted_path(path)} ไม่ได้ โปรดตรวจไฟล์แล้วลองใหม่"
            ) from error
        self.hb_face = hb.Face(hb.Blob(data))
        # by content: a damaged directory has names that no list of them can be made of
        whole = all(len(self.hb_face.reference_table(tag)) for tag in _NEEDED_TABLES)
        if not whole or not self.hb_face.glyph_count:
            raise FontError(
                f"ไฟล์ {quoted_path(path)} ไม่ใช่แบบอักษร TrueType ที่ใช้ได้ โปรดเลือกไฟล์ .ttf อื่น"
            )
        self.unit = 1000.0 / self.hb_face.upem
        self.moves_marks = b"mark" in self.hb_face.reference_table("GPOS").data
        """Whether shaping moves marks from where their outlines stand."""
        self._font = hb.Font(self.hb_face)

    def advance(self, glyph: int) -> float:
        """The glyph's own advance."""
        return float(self._font.get_glyph_h_advance(glyph) * self.unit)

    def outline(self, glyph: int) -> list[OutlineStep]:
        """The glyph's shape as steps of a path, y up, from its origin."""
        pen = _OutlinePen(self.unit)
        self._font.draw_glyph_with_pen(glyph, pen)
        return pen.steps


@lru_cache(maxsize=8)
def font_file(path: Path) -> FontFile:
    """The file at *path*, read when it is first asked for."""
    return FontFile(path)
