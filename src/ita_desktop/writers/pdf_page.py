"""What stands on a page as the operators of its content stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.typesetting.emblem import Drawing
from ita_desktop.typesetting.fonts import BOLD_STROKE, Font
from ita_desktop.typesetting.pages import Colour, Emblem, Leader, Page, Path, Raster, Rule, Text
from ita_desktop.typesetting.rasters import RasterImage
from ita_desktop.writers.pdf_fonts import EmbeddedFont, utf16
from ita_desktop.writers.pdf_text import shown

if TYPE_CHECKING:
    from typing import Protocol

    class Names(Protocol):
        """What a page refers to in its document."""

        def font(self, font: Font) -> EmbeddedFont:
            """The font as this document holds it."""

        def drawing(self, drawing: Drawing) -> str:
            """The resource name of a drawing."""

        def image(self, image: RasterImage) -> str:
            """The resource name of a picture."""


def page_operators(page: Page, names: Names) -> str:
    """The whole content stream of *page*; bookmarks and links stand outside it."""
    top = page.height
    operators: list[str] = ["0 g 0 G"]
    rules: dict[float, list[str]] = {}
    for item in page.items:
        if isinstance(item, Text):
            operators.append(_text(item, top, names))
        elif isinstance(item, Rule):
            drawn = f"{item.x1:.2f} {top - item.y1:.2f} m {item.x2:.2f} {top - item.y2:.2f} l"
            rules.setdefault(item.width, []).append(drawn)
        elif isinstance(item, Leader):
            operators.append(_leader(item, top))
        elif isinstance(item, Path):
            operators.append(f"/Artifact BMC {_path(item, top)} EMC")
        elif isinstance(item, Emblem):
            operators.append(f"/Artifact BMC {_emblem(item, top, names)} EMC")
        elif isinstance(item, Raster):
            operators.append(f"/Artifact BMC {_raster(item, top, names)} EMC")
    for width, lines in rules.items():
        operators.append(f"/Artifact BMC q {width:g} w 2 J {' '.join(lines)} S Q EMC")
    return "\n".join(operators) + "\n"


def _text(item: Text, top: float, names: Names) -> str:
    run = item.run
    font = names.font(run.font)
    bold = f"2 Tr {run.size * BOLD_STROKE:.3f} w " if run.font.synthetic_bold else ""
    plain = " 0 Tr" if bold else ""
    return (
        f"/Span<</ActualText<FEFF{utf16(run.text)}>>>BDC BT {bold}/{font.name} {run.size:g} Tf "
        f"1 0 0 1 {item.x:.2f} {top - item.y:.2f} Tm {shown(run, font.numbers)}{plain} ET EMC"
    )


def _leader(item: Leader, top: float) -> str:
    """Round dots at even distances: a dash of no length with a round cap."""
    y = f"{top - item.y:.2f}"
    return (
        f"/Artifact BMC q 1 J {item.dot:g} w [0 {item.pitch:g}] 0 d "
        f"{item.x1:.2f} {y} m {item.x2:.2f} {y} l S Q EMC"
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


def _emblem(item: Emblem, top: float, names: Names) -> str:
    """The form of a drawing, in its own units and y down, with its corner at the item's."""
    scale = item.height / item.drawing.height
    name = names.drawing(item.drawing)
    return f"q {scale:.6f} 0 0 {-scale:.6f} {item.x:.3f} {top - item.y:.3f} cm /{name} Do Q"


def _raster(item: Raster, top: float, names: Names) -> str:
    low = top - item.y - item.height
    name = names.image(item.image)
    return f"q {item.width:.3f} 0 0 {item.height:.3f} {item.x:.3f} {low:.3f} cm /{name} Do Q"
