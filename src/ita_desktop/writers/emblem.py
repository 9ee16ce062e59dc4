"""The Garuda as a vector drawing, from its SVG to a form that PDF pages show."""

import re
import zlib
from functools import lru_cache
from typing import NamedTuple

from ita_desktop.resources import MissingResourceError, resource_path
from ita_desktop.writers.reportlab_base import PDFArray, PDFDictionary, PDFName, PDFStream

_FAST = 1
"""Compression level: the drawing is large, and better levels gain little."""


class Drawing(NamedTuple):
    """An outline: its size in its own units, and compressed PDF operators that draw it."""

    width: float
    height: float
    operators: bytes


@lru_cache(maxsize=1)
def garuda() -> Drawing:
    """The emblem that ships with the program, to be filled.

    Its lines have their weight in the outline: a stroke would be drawn at least a pixel
    wide on a screen, and turn the emblem into a blot there.
    """
    svg = resource_path("emblem", "garuda.svg").read_text(encoding="utf-8")
    box = re.search(r'viewBox="([^"]+)"', svg)
    path = svg.partition(' d="')[2].partition('"')[0]
    if box is None or not path:
        raise MissingResourceError("resources/emblem/garuda.svg")
    _, _, width, height = map(float, box[1].split())
    # one command a line, absolute M, L and Z only, as the extraction writes them
    drawn = [f"{line[1:]} {line[0].lower()}" for line in path.split("\n")]
    operators = "0 g\n" + "\n".join(drawn).replace(" z", "h") + "\nf*"
    return Drawing(width, height, zlib.compress(operators.encode("ascii"), _FAST))


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
    return PDFStream(dictionary, drawing.operators)


def emblem_operators(name: str, drawing: Drawing, x: float, y: float, height: float) -> str:
    """Shows the form ``name`` ``height`` pt high with its top left at ``x``, ``y`` (y up)."""
    scale = height / drawing.height
    return f"q {scale:.6f} 0 0 {-scale:.6f} {x:.3f} {y:.3f} cm /{name} Do Q"
