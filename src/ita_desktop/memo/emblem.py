"""The Garuda as a vector path, from its SVG to the operators of a PDF page."""

from __future__ import annotations

import re
from functools import lru_cache

from ita_desktop.memo import form
from ita_desktop.resources import resource_path


@lru_cache(maxsize=1)
def _outline() -> tuple[float, float, str]:
    """Width and height of the drawing in its own units, and its path in PDF operators."""
    svg = resource_path("emblem", "garuda.svg").read_text(encoding="utf-8")
    box = re.search(r'viewBox="([\d.\s-]+)"', svg)
    path = re.search(r'\sd="([^"]+)"', svg)
    if box is None or path is None:
        raise ValueError("garuda.svg has no viewBox or no path")
    _, _, width, height = map(float, box[1].split())
    # only M, L, C and Z with absolute coordinates, as the extraction writes them
    operators = re.sub(r"([MLC])([^MLCZ]+)", _operator, path[1]).replace("Z", "h\n")
    return width, height, operators


def _operator(match: re.Match[str]) -> str:
    return f"{' '.join(match[2].split())} {match[1].lower()}\n"


def emblem_operators(x: float, y: float, height: float) -> str:
    """Draws the emblem ``height`` pt high with its top left at ``x``, ``y`` (y up).

    Filled and stroked, since its hairlines alone would break up in print.
    """
    _, own_height, path = _outline()
    scale = height / own_height
    return (
        f"q {scale:.6f} 0 0 {-scale:.6f} {x:.3f} {y:.3f} cm "
        f"{form.EMBLEM_STROKE / scale:.3f} w 1 j\n{path}B Q"
    )
