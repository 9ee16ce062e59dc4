"""Pages to a PDF file, through ReportLab's document layer.

Text is written by glyph numbers, each typeset line as one marked-content span
with its own Unicode text (``/Span << /ActualText … >>``), so that search, copy
and screen readers get exactly what was typed, whatever the shaping did.
ReportLab's canvas adds only colours, shapes and fonts of its own to the layer
used here, and half as much again to the time of a cold start.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ita_desktop.typesetting.fonts import BOLD_STROKE, Font
from ita_desktop.typesetting.pages import Bookmark, Colour, Emblem, Leader, Page, Path, Rule, Text
from ita_desktop.writers.emblem import emblem_form, emblem_operators
from ita_desktop.writers.pdf_fonts import EmbeddedFont, SubsetCache, utf16
from ita_desktop.writers.pdf_outline import Outline
from ita_desktop.writers.pdf_text import shown
from ita_desktop.writers.reportlab_base import (
    BasicFonts,
    Deflate,
    PDFArrayCompact,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    rl_config,
    xObjectName,
)

_PRODUCER = "ita-desktop"
_EMBLEM = "garuda"


class PdfWriter:
    """Writes pages as PDF; keeps font subsets from one document to the next."""

    def __init__(self) -> None:
        self._subsets = SubsetCache()

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
        fonts = _Fonts(self._subsets)
        outline = Outline()
        for page in pages:
            self._page(document, page, fonts, outline)
        document.delayedFonts.extend(fonts.embedded)
        outline.attach(document)
        data: bytes = document.GetPDFData(None)
        return data

    def _page(self, document: PDFDocument, page: Page, fonts: _Fonts, outline: Outline) -> None:
        operators: list[str] = ["0 g 0 G"]
        rules: dict[float, list[str]] = {}
        forms: list[str] = []
        document.inPage()
        top = page.height
        for item in page.items:
            if isinstance(item, Text):
                operators.append(_text(item, top, fonts))
            elif isinstance(item, Rule):
                drawn = f"{item.x1:.2f} {top - item.y1:.2f} m {item.x2:.2f} {top - item.y2:.2f} l"
                rules.setdefault(item.width, []).append(drawn)
            elif isinstance(item, Leader):
                operators.append(_leader(item, top))
            elif isinstance(item, Path):
                operators.append(f"/Artifact BMC {_path(item, top)} EMC")
            elif isinstance(item, Emblem):
                operators.append(f"/Artifact BMC {_emblem(document, item, top)} EMC")
                forms = [_EMBLEM]
            elif isinstance(item, Bookmark):
                outline.add(item.title, item.level, document.thisPageRef(), top - item.y)
        for width, lines in rules.items():
            operators.append(f"/Artifact BMC q {width:g} w 2 J {' '.join(lines)} S Q EMC")
        stream = PDFStream(content="\n".join(operators) + "\n", filters=[Deflate])
        resources = {"Font": PDFObjectReference(BasicFonts)}
        if forms:
            resources["XObject"] = document.xobjDict(forms)
        size = [0, 0, round(page.width, 3), round(page.height, 3)]
        document.addPage(
            PDFDictionary(
                {
                    "Type": PDFName("Page"),
                    "Parent": document.Reference(document.Pages),
                    "MediaBox": PDFArrayCompact(size),
                    "Resources": PDFDictionary(resources),
                    "Contents": document.Reference(stream),
                }
            )
        )


class _Fonts:
    """The fonts of one document, each named when it is first used."""

    def __init__(self, subsets: SubsetCache) -> None:
        self._subsets = subsets
        self._by_font: dict[Font, EmbeddedFont] = {}

    @property
    def embedded(self) -> list[EmbeddedFont]:
        return list(self._by_font.values())

    def of(self, font: Font) -> EmbeddedFont:
        """The font as this document holds it."""
        embedded = self._by_font.get(font)
        if embedded is None:
            embedded = EmbeddedFont(font, f"F{len(self._by_font) + 1}", self._subsets)
            self._by_font[font] = embedded
        return embedded


def _text(item: Text, top: float, fonts: _Fonts) -> str:
    run = item.run
    font = fonts.of(run.font)
    bold = f"2 Tr {run.size * BOLD_STROKE:.3f} w " if run.font.synthetic_bold else ""
    plain = " 0 Tr" if bold else ""
    return (
        f"/Span<</ActualText<FEFF{utf16(run.text)}>>>BDC BT {bold}/{font.name} {run.size:g} Tf "
        f"1 0 0 1 {item.x:.2f} {top - item.y:.2f} Tm {shown(run, font.numbers)}{plain} ET EMC"
    )


def _leader(item: Leader, top: float) -> str:
    """Round dots at even distances: a dash of no length with a round cap."""
    return (
        f"/Artifact BMC q 1 J {item.dot:g} w [0 {item.pitch:g}] 0 d "
        f"{item.x1:.2f} {top - item.y:.2f} m {item.x2:.2f} {top - item.y:.2f} l S Q EMC"
    )


def _path(item: Path, top: float) -> str:
    places = [f"{x:.2f} {top - y:.2f}" for x, y in item.points]
    # a dot is a line of no length: only its round ends show
    lines = [f"{place} l" for place in places[1:] or places]
    state = []
    if item.fill:
        state.append(f"{_rgb(item.fill)} rg")
    if item.stroke:
        state.append(f"{_rgb(item.stroke)} RG {item.width:g} w 1 J 1 j")
    if item.dash:
        state.append(f"[{' '.join(f'{length:g}' for length in item.dash)}] 0 d 0 J")
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}
    end = paint.get((item.fill is not None, item.stroke is not None), "n")
    closing = " h" if item.closed else ""
    return f"q {' '.join(state)} {places[0]} m {' '.join(lines)}{closing} {end} Q"


def _rgb(colour: Colour) -> str:
    return f"{colour.red:.3g} {colour.green:.3g} {colour.blue:.3g}"


def _emblem(document: PDFDocument, item: Emblem, top: float) -> str:
    name = xObjectName(_EMBLEM)
    if name not in document.idToObject:
        document.Reference(emblem_form(item.drawing), name)
    return emblem_operators(name, item.drawing, item.x, top - item.y, item.height)
