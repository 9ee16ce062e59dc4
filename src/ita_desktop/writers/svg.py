"""Pictures as SVG, for the screen and other programs: letters as shapes, as they are printed."""

from __future__ import annotations

from xml.sax.saxutils import escape

from ita_desktop.typesetting.charts import Picture
from ita_desktop.typesetting.font_files import font_file
from ita_desktop.typesetting.fonts import BOLD_STROKE
from ita_desktop.typesetting.pages import Colour, Path, Text


def picture_svg(picture: Picture) -> bytes:
    """The SVG file of ``picture``: it needs no font and shows Thai right anywhere.

    Its title is the picture's; every label stands in it as text too, for those who
    search or have it read to them.
    """
    width, height = f"{picture.width:.2f}", f"{picture.height:.2f}"
    labels = [mark.run.text for mark in picture.marks if isinstance(mark, Text)]
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt"'
        f' viewBox="0 0 {width} {height}" role="img">',
        f"<title>{_plain(picture.title)}</title>",
        f"<desc>{_plain(' · '.join(labels))}</desc>",
        *[_text(mark) if isinstance(mark, Text) else _path(mark) for mark in picture.marks],
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _plain(text: str) -> str:
    """``text`` as XML may hold it: no control characters, markup escaped."""
    return escape("".join(sign for sign in text if sign.isprintable()))


def _path(mark: Path) -> str:
    points = [f"{x:.2f} {y:.2f}" for x, y in mark.points]
    drawn = f"M{points[0]} L{' '.join(points[1:] or points)}{' Z' if mark.closed else ''}"
    look = [f'fill="{_rgb(mark.fill)}"' if mark.fill else 'fill="none"']
    if mark.stroke:
        cap = "butt" if mark.dash else "round"
        look.append(f'stroke="{_rgb(mark.stroke)}" stroke-width="{mark.width:g}"')
        look.append(f'stroke-linecap="{cap}" stroke-linejoin="round"')
    if mark.dash:
        look.append(f'stroke-dasharray="{" ".join(f"{length:g}" for length in mark.dash)}"')
    return f'<path d="{drawn}" {" ".join(look)}/>'


def _text(mark: Text) -> str:
    run = mark.run
    scale = run.size / 1000
    file = font_file(run.font.path)
    drawn: list[str] = []
    pen = 0.0
    for glyph in run.glyphs():
        x0, y0 = mark.x + (pen + glyph.x_offset) * scale, mark.y - glyph.y_offset * scale
        for step, points in file.outline(glyph.number):
            places = [f"{x0 + x * scale:.2f} {y0 - y * scale:.2f}" for x, y in points]
            drawn.append(step + " ".join(places))
        pen += glyph.x_advance
    bold = ""
    if run.font.synthetic_bold:
        bold = f' stroke="#000" stroke-width="{run.size * BOLD_STROKE:.3f}"'
    return f'<path d="{"".join(drawn)}"{bold}/>'


def _rgb(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
