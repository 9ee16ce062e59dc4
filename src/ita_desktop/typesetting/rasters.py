"""Pictures of pixels for pages: upright, as they are to be seen, and no finer than print shows."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from ita_desktop.errors import ItaError

if TYPE_CHECKING:
    from PIL import Image

RESOLUTION = 200
"""Pixels an inch on paper; what is finer is made smaller."""
_MOST_PIXELS = 100_000_000
"""A picture of more pixels is refused: it would take gigabytes."""


class RasterError(ItaError):
    """A picture cannot be read."""

    def __init__(self) -> None:
        super().__init__("อ่านรูปภาพไม่ได้ โปรดใช้ไฟล์ JPEG หรือ PNG ที่เปิดดูได้")


class RasterImage(NamedTuple):
    """Pixels in rows from the top: ``grey`` with a byte each, else red, green and blue.

    ``photo`` where the picture was a photograph (JPEG), so that a writer may store it so.
    """

    width: int
    height: int
    grey: bool
    pixels: bytes
    photo: bool


def load_raster(data: bytes, width: float, height: float) -> RasterImage:
    """The picture of a JPEG or PNG file that is shown in at most ``width`` × ``height`` pt.

    Turned as its EXIF data say; what is transparent is white. Raises :class:`RasterError`.
    """
    # Pillow takes its time to import, and most papers hold no pictures.
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise RasterError
            photo = opened.format == "JPEG"
            picture = ImageOps.exif_transpose(opened)
            picture = _flat(picture)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise RasterError from error
    most = (round(width * RESOLUTION / 72), round(height * RESOLUTION / 72))
    picture.thumbnail((max(most[0], 1), max(most[1], 1)), Image.Resampling.LANCZOS)
    grey = picture.mode == "L"
    return RasterImage(picture.width, picture.height, grey, picture.tobytes(), photo)


def _flat(picture: Image.Image) -> Image.Image:
    """``picture`` in grey or in red, green and blue, on white."""
    from PIL import Image

    if picture.mode in ("I;16", "I"):
        # sixteen bits a pixel: converting alone would cut them off, not make them smaller
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("L", "1") and "transparency" not in picture.info:
        return picture.convert("L")
    if "A" in picture.getbands() or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        paper = Image.new("RGB", layer.size, (255, 255, 255))
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    return picture.convert("RGB")
