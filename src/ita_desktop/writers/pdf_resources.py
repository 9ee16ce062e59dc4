"""Drawings, pictures and links as objects of a PDF."""

from __future__ import annotations

import io
import zlib
from functools import lru_cache
from typing import Any

from ita_desktop.typesetting.emblem import Drawing
from ita_desktop.typesetting.pages import Link
from ita_desktop.typesetting.rasters import RasterImage
from ita_desktop.writers.reportlab_base import (
    PDFArray,
    PDFArrayCompact,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
)

_FAST = 1
"""Compression level: the drawing is large, and better levels gain little."""
_PHOTO_QUALITY = 85
"""Of JPEG: no loss can be seen on paper."""


@lru_cache(maxsize=4)
def _operators(drawing: Drawing) -> bytes:
    """Compressed operators that fill the drawing."""
    drawn = [f"{line[1:]} {line[0].lower()}" for line in drawing.path.split("\n")]
    operators = "0 g\n" + "\n".join(drawn).replace(" z", "h") + "\nf*"
    return zlib.compress(operators.encode("ascii"), _FAST)


def drawing_form(drawing: Drawing) -> PDFStream:
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


def image_stream(image: RasterImage) -> PDFStream:
    """The picture as an image XObject; a photograph as JPEG, anything else without loss."""
    data = _jpeg(image) if image.photo else zlib.compress(image.pixels)
    dictionary = PDFDictionary(
        {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": image.width,
            "Height": image.height,
            "BitsPerComponent": 8,
            "ColorSpace": PDFName("DeviceGray" if image.grey else "DeviceRGB"),
            "Filter": PDFName("DCTDecode" if image.photo else "FlateDecode"),
        }
    )
    return PDFStream(dictionary, data)


def _jpeg(image: RasterImage) -> bytes:
    from PIL import Image  # only papers with photographs wait for it

    picture = Image.frombytes(
        "L" if image.grey else "RGB", (image.width, image.height), image.pixels
    )
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_PHOTO_QUALITY, optimize=True)
    return out.getvalue()


def link_annotation(link: Link, top: float) -> Any:
    """A link to an address; ``top`` is the page's height."""
    low, high = top - link.y - link.height, top - link.y
    corners = [round(place, 2) for place in (link.x, low, link.x + link.width, high)]
    action = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link.uri)})
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArrayCompact(corners),
            "Border": PDFArrayCompact([0, 0, 0]),
            "A": action,
        }
    )
