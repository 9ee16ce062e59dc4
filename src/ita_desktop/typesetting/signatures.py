"""Places to sign: opinion heading, dotted lines, (ลงชื่อ), name and position, never parted."""

from collections.abc import Sequence
from typing import NamedTuple

from ita_desktop.papers.document import Signature
from ita_desktop.typesetting import form
from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.typesetting.lines import LineBreaker, TextStyle
from ita_desktop.typesetting.pages import Pages, Text
from ita_desktop.typesetting.shaping import FontSet

_AXIS_ROOM = 2 * (form.LEFT + form.TEXT_WIDTH - form.SIGNATURE_AXIS)
"""The widest line that can be centred on the axis."""


class SignatureBlock(NamedTuple):
    """A set signature: lines with x and the distance of their tops from the block's top."""

    lines: tuple[tuple[float, float, GlyphRun], ...]
    height: float
    opening: str
    """The words that a page beginning with this block begins with."""

    def place(self, pages: Pages) -> None:
        top = pages.y
        for x, offset, line in self.lines:
            pages.add(Text(x, form.baseline(top + offset, form.SIZE), line))
        pages.y += self.height


class SignatureLayout:
    """Sets signature blocks."""

    def __init__(self, setter: LineBreaker, fonts: FontSet) -> None:
        self._setter = setter
        self._style = TextStyle(fonts.regular, form.SIZE)
        self._heading = TextStyle(fonts.bold, form.SIZE)

    def set_all(self, signatures: Sequence[Signature], *, tight: bool) -> list[SignatureBlock]:
        """Sets the blocks; ``tight`` leaves a line less for the pen."""
        pen_lines = form.SIGNATURE_PEN_LINES - tight
        return [self._set(signature, pen_lines) for signature in signatures]

    def _set(self, signature: Signature, pen_lines: int) -> SignatureBlock:
        lines: list[tuple[float, float, GlyphRun]] = []
        y = form.PARAGRAPH_SPACE
        if signature.opinion_heading:
            for line in self._setter.set(signature.opinion_heading, self._heading, form.TEXT_WIDTH):
                lines.append((form.LEFT, y, line))
                y += form.PITCH
            dots = self._dots(form.TEXT_WIDTH)
            for _ in range(form.OPINION_LINES):
                y += form.OPINION_PITCH - form.PITCH
                lines.append((form.LEFT, y, dots))
                y += form.PITCH
        y += (pen_lines - 1) * form.PITCH
        # the last of the pen's lines bears (ลงชื่อ), left of where the pen goes
        label_text = f"{form.SIGNATURE_LABEL} {signature.rank}".rstrip()
        label_end = form.SIGNATURE_AXIS - form.SIGNATURE_LABEL_END
        for label in self._setter.set(label_text, self._style, label_end - form.LEFT):
            lines.append((label_end - label.width, y, label))
            y += form.PITCH
        bracketed = f"({signature.name})" if signature.name else f"({'.' * 50})"
        for text in (bracketed, *signature.positions):
            for line in self._setter.set(text, self._style, _AXIS_ROOM):
                lines.append((form.SIGNATURE_AXIS - line.width / 2, y, line))
                y += form.PITCH
        return SignatureBlock(tuple(lines), y, signature.opinion_heading or signature.name)

    def _dots(self, width: float) -> GlyphRun:
        one = self._setter.set("." * 10, self._style, width)[0].width / 10
        return self._setter.set("." * int(width / one), self._style, width)[0]
