"""Runs of glyphs as the text operators of a PDF page."""

from __future__ import annotations

from collections.abc import Iterable

from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.writers.pdf_fonts import GlyphNumbers

_LEAST_SPACING = 0.05
"""In thousandths: less is written as nothing."""


def shown(run: GlyphRun, numbers: GlyphNumbers) -> str:
    """The operators that show *run* at the pen's place, between ``Tf`` and ``ET``."""
    if not run.clusters:
        return ""
    codes = map(numbers.__getitem__, run.clusters)
    joined = _spaced(codes, run) if run.spacing else "".join(codes)
    if "@" not in joined:
        return _array(joined)
    pieces = joined.split("@")
    operators = []
    for index, piece in enumerate(pieces):
        if index % 2:
            operators.append(f"{float(piece) * run.size / 1000:g} Ts")
        elif piece:
            operators.append(_array(piece))
    return " ".join(operators)


def _array(codes: str) -> str:
    return f"[<{codes}>]TJ".replace("<>", "")


def _spaced(codes: Iterable[str], run: GlyphRun) -> str:
    """The codes with what justification adds between them: few values, many times."""
    gaps = {
        space: f">{-space:.1f}<" if space >= _LEAST_SPACING else "" for space in set(run.spacing)
    }
    pairs = zip(codes, run.spacing, strict=True)
    return "".join([part for code, space in pairs for part in (code, gaps[space])])
