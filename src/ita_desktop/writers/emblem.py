"""Vector drawings as forms that PDF pages show."""

from __future__ import annotations

import zlib
from functools import lru_cache

from ita_desktop.typesetting.emblem import Drawing
from ita_desktop.writers.reportlab_base import PDFArray, PDFDictionary, PDFName, PDFStream

_FAST = 1
"""Compression level: the drawing is large, and better levels gain little."""


@lru_cache(maxsize=4)
def _operators(drawing: Drawing) -> bytes:
    """Compressed operators that fill the drawing."""
    drawn = [f"{line[1:]} {line[0].lower()}" for line in drawing.path.split("\n")]
    operators = "0 g\n" + "\n".join(drawn).replace(" z", "h") + "\nf*"
    return zlib.compress(operators.encode("ascii"), _FAST)


def emblem_form(drawing: Drawing) -> PDFStream:
    """The drawing as a form XObject in its own units, y down."""
    dictionary = PDFDictionary(
        {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([-10, -10, drawing.width + 10, drawing.height + 10]),
            "Filter": PDFName("FlateDecode"),
        }
    )
    return PDFStream(dictionary, _operators(drawing))


def emblem_operators(name: str, drawing: Drawing, x: float, y: float, height: float) -> str:
    """Shows the form ``name`` ``height`` pt high with its top left at ``x``, ``y`` (y up)."""
    scale = height / drawing.height
    return f"q {scale:.6f} 0 0 {-scale:.6f} {x:.3f} {y:.3f} cm /{name} Do Q"
