"""What the tests see of a produced PDF: other people's readers, not the program's own values.

Positions are in pt from the paper's top left corner, y down, as in the program.
"""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
import zlib
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

PAGE_HEIGHT = 29.7 * 72 / 2.54

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="Poppler's pdftotext is not installed"
)


class Span(NamedTuple):
    """A marked-content span of the text layer, as PDFium found it.

    ``y`` is the baseline, ``left`` to ``right`` the extent of the ink, ``top``
    its highest point; ``font`` the base font's name without its subset tag.
    """

    text: str
    x: float
    y: float
    size: float
    font: str
    left: float
    right: float
    top: float
    bottom: float


class Stroke(NamedTuple):
    """A straight line of a path, with the width of its pen."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


def squeezed(text: str) -> str:
    """``text`` without white space, by which no two readers agree."""
    return "".join(text.split())


def _font_name(text_object: ctypes.c_void_p) -> str:
    font = raw.FPDFTextObj_GetFont(text_object)
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, buffer, 200)
    return buffer.value.decode("ascii").rpartition("+")[2]


def _actual_texts(page_object: ctypes.c_void_p) -> list[tuple[int, str]]:
    """The address and ActualText of each mark around an object."""
    found = []
    for index in range(raw.FPDFPageObj_CountMarks(page_object)):
        mark = raw.FPDFPageObj_GetMark(page_object, index)
        size = ctypes.c_ulong()
        buffer = (ctypes.c_ubyte * (1 << 18))()
        if raw.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, len(buffer), size):
            address = ctypes.addressof(mark.contents)
            found.append((address, bytes(buffer[: size.value]).decode("utf-16")))
    return found


def spans(pdf: bytes) -> list[list[Span]]:
    """The spans of each page that show something, in order; every text object is in just one."""
    with pdfium.PdfDocument(pdf) as document:
        return [_page_spans(page) for page in document]


def _page_spans(page: pdfium.PdfPage) -> list[Span]:
    found: list[tuple[int, Span]] = []
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        marks = _actual_texts(thing.raw)
        assert len(marks) == 1, "a text object outside every span, or in more than one"
        address, text = marks[0]
        left, low, right, high = thing.get_bounds()
        top, bottom = PAGE_HEIGHT - high, PAGE_HEIGHT - low
        if found and found[-1][0] == address:
            span = found[-1][1]
            span = span._replace(
                left=min(left, span.left),
                right=max(right, span.right),
                top=min(top, span.top),
                bottom=max(bottom, span.bottom),
            )
            found[-1] = (address, span)
            continue
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(thing.raw, size)
        _, _, _, _, x, y = thing.get_matrix().get()
        span = Span(
            text,
            x,
            PAGE_HEIGHT - y,
            size.value,
            _font_name(thing.raw),
            left,
            right,
            top,
            bottom,
        )
        found.append((address, span))
    return [span for _, span in found]


def strokes(pdf: bytes, page_number: int = 0) -> list[Stroke]:
    """The straight lines that a page draws: rules and leaders, not what is only filled."""
    found: list[Stroke] = []
    with pdfium.PdfDocument(pdf) as document:
        for thing in document[page_number].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            found += _path_strokes(thing.raw)
    return found


def _path_strokes(path: ctypes.c_void_p) -> list[Stroke]:
    found: list[Stroke] = []
    width, x, y = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroked)
    if not stroked.value:
        return []
    raw.FPDFPageObj_GetStrokeWidth(path, width)
    before = (0.0, 0.0)
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return []
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, PAGE_HEIGHT - y.value)
        if kind == raw.FPDF_SEGMENT_LINETO:
            found.append(Stroke(*before, *point, width.value))
        before = point
    return found


def ink(
    pdf: bytes, page_number: int, left: float, top: float, right: float, bottom: float
) -> tuple[float, float, float, float] | None:
    """The bounds of what is printed in a part of a page, to a sixth of a point; None: blank."""
    scale = 6
    with pdfium.PdfDocument(pdf) as document:
        picture = document[page_number].render(scale=scale, grayscale=True).to_pil()
    area = tuple(int(edge * scale) for edge in (left, top, right, bottom))
    box = picture.crop(area).point(lambda value: 255 if value < 160 else 0).getbbox()
    if box is None:
        return None
    x1, y1, x2, y2 = (edge / scale for edge in box)
    return left + x1, top + y1, left + x2, top + y2


def by_poppler(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page as Poppler reads it, in content order."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    result = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True
    )
    return result.stdout.decode("utf-8").split("\f")[:-1]


def by_pdfium(pdf: bytes) -> list[str]:
    """The text of each page as PDFium reads it."""
    with pdfium.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def by_qtpdf(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page as Qt's reader, that of the preview, reads it."""
    from PySide6.QtPdf import QPdfDocument

    path = folder / "read-by-qt.pdf"
    path.write_bytes(pdf)
    document = QPdfDocument(None)
    assert document.load(str(path)) == QPdfDocument.Error.None_
    return [document.getAllText(page).text() for page in range(document.pageCount())]


def pictures(pdf: bytes) -> list[bytes]:
    """The pixels of each page at 72 dpi."""
    with pdfium.PdfDocument(pdf) as document:
        return [bytes(page.render(scale=1).buffer) for page in document]


def opened(pdf: bytes) -> str:
    """The whole file with its streams unpacked, for looking for what must not be in it."""

    def unpacked(match: re.Match[bytes]) -> bytes:
        if b"/FlateDecode" not in match[1]:
            return match[0]
        return match[1] + b"stream\n" + zlib.decompressobj().decompress(match[2]) + b"\nendstream"

    whole = re.compile(rb"(<<(?:(?!endobj).)*?)stream\r?\n(.*?)endstream", re.DOTALL)
    return whole.sub(unpacked, pdf).decode("latin-1")


def contents(pdf: bytes) -> list[str]:
    """The content stream of each page, unpacked, in order."""
    objects = opened(pdf).split("endobj")
    return [text.partition("stream\n")[2] for text in objects if "/Span<<" in text]
