"""Pages to a PDF file, through ReportLab's document layer.

Text is written by glyph numbers, each typeset line as one marked-content span
with its own Unicode text (``/Span << /ActualText … >>``), so that search, copy
and screen readers get exactly what was typed, whatever the shaping did.
ReportLab's canvas adds only colours, shapes and fonts of its own to the layer
used here, and half as much again to the time of a cold start.

With a fixed date the bytes depend on the pages alone, whatever was written before.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from ita_desktop.typesetting.emblem import Drawing
from ita_desktop.typesetting.fonts import Font
from ita_desktop.typesetting.pages import Bookmark, Emblem, Item, Link, Page, Raster
from ita_desktop.typesetting.rasters import RasterImage
from ita_desktop.writers.pdf_fonts import EmbeddedFont, GlyphNumbers, SubsetCache
from ita_desktop.writers.pdf_outline import Outline
from ita_desktop.writers.pdf_page import page_operators
from ita_desktop.writers.pdf_resources import drawing_form, image_stream, link_annotation
from ita_desktop.writers.reportlab_base import (
    BasicFonts,
    Deflate,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    rl_config,
    xObjectName,
)

_PRODUCER = "ita-desktop"

_Numbering = tuple[tuple[Font, int], ...]
"""The fonts of a document so far, and how many glyphs of each are numbered."""


class _WrittenPage(NamedTuple):
    """A page as it was written: the numbering before and after, and its compressed content.

    ``names`` are those of the drawings and pictures in it, in order.
    """

    size: tuple[float, float]
    items: Sequence[Item]
    before: _Numbering
    after: _Numbering
    names: Sequence[str]
    content: bytes


class _LastDocument(NamedTuple):
    """What is kept of a document for the next one."""

    pages: Sequence[_WrittenPage] = ()
    numbers: Mapping[Font, GlyphNumbers] = {}


class PdfWriter:
    """Writes pages as PDF. For one thread at a time.

    Keeps the last document's font subsets and pages: a page that comes again, with its
    glyphs numbered as before, is not written again.
    """

    def __init__(self) -> None:
        self._subsets = SubsetCache()
        self._last = _LastDocument()

    def write(
        self, pages: Sequence[Page], title: str, author: str, created: datetime | None = None
    ) -> bytes:
        """The PDF file of ``pages``.

        ``created`` (CE, UTC) fixes the date in the file, whose bytes then depend on
        the input alone; otherwise it is the present time.
        """
        # ReportLab asks its global setting while it formats: text armour only adds bulk
        rl_config.useA85 = 0
        document = PDFDocument(
            compression=1, invariant=0 if created is None else 1, pdfVersion=(1, 7), lang="th"
        )
        if created is not None:
            document._timeStamp.YMDhms = created.timetuple()[:6]
        info = document.info
        info.title = info.subject = title
        info.author = author
        info.creator = _PRODUCER
        document.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        written = _PdfPages(document, self._subsets, self._last)
        for page in pages:
            written.add(page)
        written.finish()
        self._last = written.kept()
        data: bytes = document.GetPDFData(None)
        return data


class _PdfPages:
    """The pages of one document, and what they refer to."""

    def __init__(self, document: PDFDocument, subsets: SubsetCache, last: _LastDocument) -> None:
        self._document = document
        self._subsets = subsets
        self._last = last
        self._outline = Outline()
        self._fonts: dict[Font, EmbeddedFont] = {}
        self._pages: list[_WrittenPage] = []
        self._xobjects: list[str] = []
        self._drawings: dict[Drawing, str] = {}
        self._images: dict[int, tuple[RasterImage, str]] = {}

    # --- what pages refer to ----------------------------------------------------------------

    def font(self, font: Font) -> EmbeddedFont:
        """The font as this document holds it."""
        embedded = self._fonts.get(font)
        if embedded is None:
            embedded = EmbeddedFont(font, f"F{len(self._fonts) + 1}", self._subsets)
            self._fonts[font] = embedded
        return embedded

    def drawing(self, drawing: Drawing) -> str:
        """The resource name of a drawing, which stands in the document once."""
        name = self._drawings.get(drawing)
        if name is None:
            name = self._drawings[drawing] = f"drawing{len(self._drawings) + 1}"
            self._document.Reference(drawing_form(drawing), xObjectName(name))
        self._xobjects.append(name)
        return str(xObjectName(name))

    def image(self, image: RasterImage) -> str:
        """The resource name of a picture, which stands in the document once."""
        kept = self._images.get(id(image))
        if kept is None:
            kept = self._images[id(image)] = (image, f"image{len(self._images) + 1}")
            self._document.Reference(image_stream(image), xObjectName(kept[1]))
        self._xobjects.append(kept[1])
        return str(xObjectName(kept[1]))

    # --- pages ------------------------------------------------------------------------------

    def add(self, page: Page) -> None:
        """Writes a page."""
        document = self._document
        document.inPage()
        self._xobjects = []
        content = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), self._content(page))
        resources = {"Font": PDFObjectReference(BasicFonts)}
        if self._xobjects:
            resources["XObject"] = document.xobjDict(self._xobjects)
        entries = {
            "Type": PDFName("Page"),
            "Parent": document.Reference(document.Pages),
            "MediaBox": f"[0 0 {page.width:.3f} {page.height:.3f}]",
            "Resources": PDFDictionary(resources),
            "Contents": document.Reference(content),
        }
        links = [item for item in page.items if isinstance(item, Link)]
        if links:
            entries["Annots"] = PDFArray([link_annotation(link, page.height) for link in links])
        for item in page.items:
            if isinstance(item, Bookmark):
                reference = document.thisPageRef()
                self._outline.add(item.title, item.level, reference, page.height - item.y)
        document.addPage(PDFDictionary(entries))

    def finish(self) -> None:
        """Adds the fonts and the outline."""
        self._document.delayedFonts.extend(self._fonts.values())
        self._outline.attach(self._document)

    def kept(self) -> _LastDocument:
        """What the next document may use again."""
        numbers = {font: held.numbers for font, held in self._fonts.items()}
        return _LastDocument(self._pages, numbers)

    def _content(self, page: Page) -> bytes:
        """The page's compressed content: that of the last document where it is the same."""
        kept = self._kept(page)
        if kept is None:
            before = self._numbering()
            content = Deflate.encode(page_operators(page, self))
            size = (page.width, page.height)
            names = tuple(self._xobjects)
            kept = _WrittenPage(size, page.items, before, self._numbering(), names, content)
        self._pages.append(kept)
        return kept.content

    def _numbering(self) -> _Numbering:
        return tuple([(font, len(held.numbers.glyphs)) for font, held in self._fonts.items()])

    def _kept(self, page: Page) -> _WrittenPage | None:
        """The same page of the last document, if all it refers to has the same names."""
        number = len(self._pages)
        if number >= len(self._last.pages):
            return None
        kept = self._last.pages[number]
        if kept.size != (page.width, page.height) or kept.items != page.items:
            return None
        if kept.before != self._numbering() or not self._numbered_as_last():
            return None
        for item in page.items:
            if isinstance(item, Emblem):
                self.drawing(item.drawing)
            elif isinstance(item, Raster):
                self.image(item.image)
        if tuple(self._xobjects) != kept.names:
            self._xobjects = []
            return None
        for font, count in kept.after:
            self.font(font).numbers.take_over(self._last.numbers[font], count)
        return kept

    def _numbered_as_last(self) -> bool:
        """Whether all glyphs numbered so far have the numbers that they had there."""
        numbers = self._last.numbers
        return all(
            font in numbers and held.numbers.begins(numbers[font])
            for font, held in self._fonts.items()
        )
