"""Draws the program's icon for Windows from its SVG: resources/icons/ita-desktop.ico.

A sheet with lines and a growing row of bars, made for this project. Run it after a
change of the SVG:

    python tools/make_icon.py
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

import ita_desktop.ui  # noqa: F401 - before Qt

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF  # isort: skip
from PySide6.QtGui import QImage, QImageWriter, QPainter  # isort: skip
from PySide6.QtSvg import QSvgRenderer  # isort: skip

FOLDER = Path(__file__).parents[1] / "resources" / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels: what Windows asks for at 100, 125, 150, 200 and 250 per cent, and the largest."""


def drawn(renderer: QSvgRenderer, size: int) -> QImage:
    """The picture at one size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def as_png(image: QImage) -> bytes:
    """Compressed, as Windows knows it for the largest size."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def as_bitmap(image: QImage) -> bytes:
    """Rows from the bottom up, blue green red alpha, then a mask that nobody reads any more."""
    size = image.width()
    head = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    pixels = cast("memoryview", image.constBits()).tobytes()  # four bytes a pixel: no gaps
    rows = [pixels[row * size * 4 :][: size * 4] for row in reversed(range(size))]
    mask = bytes((size + 31) // 32 * 4 * size)
    return head + b"".join(rows) + mask


def icon(images: list[QImage]) -> bytes:
    """An ICO file: a table of contents and the pictures after it."""
    pictures = [as_png(i) if i.width() == 256 else as_bitmap(i) for i in images]
    place = 6 + 16 * len(images)
    table = struct.pack("<HHH", 0, 1, len(images))
    for image, picture in zip(images, pictures, strict=True):
        side = image.width() % 256  # 0 stands for 256
        table += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return table + b"".join(pictures)


def main() -> None:
    renderer = QSvgRenderer(str(FOLDER / "ita-desktop.svg"))
    data = icon([drawn(renderer, size) for size in SIZES])
    (FOLDER / "ita-desktop.ico").write_bytes(data)
    print(f"{len(data)} bytes in {FOLDER / 'ita-desktop.ico'}")


if __name__ == "__main__":
    main()
