"""Places to sign: opinion heading, dotted lines, (ลงชื่อ), name and position, never parted."""

from collections.abc import Sequence
from typing import NamedTuple

from ita_desktop.papers.document import Signature
from ita_desktop.papers.page_form import PageForm
from ita_desktop.typesetting.elements import ORNAMENT, Element, Role
from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.typesetting.lines import LineBreaker, TextStyle
from ita_desktop.typesetting.pages import Pages, Text
from ita_desktop.typesetting.shaping import FontSet


class SignatureLine(NamedTuple):
    """A line with its x and the distance of its top from the block's top."""

    x: float
    top: float
    run: GlyphRun
    element: Element


class SignatureBlock(NamedTuple):
    """A set signature."""

    lines: tuple[SignatureLine, ...]
    height: float
    opening: str
    """The words that a page beginning with this block begins with."""
    form: PageForm

    def place(self, pages: Pages) -> None:
        top = pages.y
        for x, offset, run, element in self.lines:
            pages.add(Text(x, self.form.baseline(top + offset, self.form.size), run, element))
        pages.y += self.height


class SignatureLayout:
    """Sets signature blocks."""

    def __init__(self, setter: LineBreaker, fonts: FontSet, form: PageForm) -> None:
        self._setter = setter
        self._form = form
        self._style = TextStyle(fonts.regular, form.size)
        self._heading = TextStyle(fonts.bold, form.size)
        # the widest line that can be centred on the axis
        self._axis_room = 2 * (form.right_edge - form.ending.axis)

    def set_all(
        self, signatures: Sequence[tuple[int, Signature]], *, tight: bool
    ) -> list[SignatureBlock]:
        """Sets numbered blocks of a document; ``tight`` leaves a line less for the pen."""
        pen_lines = self._form.ending.pen_lines - tight
        return [self._set(block, signature, pen_lines) for block, signature in signatures]

    def _set(self, block: int, signature: Signature, pen_lines: int) -> SignatureBlock:
        form, ending = self._form, self._form.ending
        lines: list[SignatureLine] = []
        y = form.paragraph_space
        if signature.opinion_heading:
            heading = Element(Role.HEADING, block, level=1)
            for run in self._setter.set(signature.opinion_heading, self._heading, form.text_width):
                lines.append(SignatureLine(form.left, y, run, heading))
                y += form.pitch
            dots = self._dots(signature.dot, form.text_width)
            for _ in range(signature.opinion_lines):
                y += ending.opinion_pitch - form.pitch
                lines.append(SignatureLine(form.left, y, dots, ORNAMENT))
                y += form.pitch
        # the last of the pen's lines bears the label, left of where the pen goes
        y += (pen_lines - 1) * form.pitch
        y = self._label(lines, y, Element(Role.SIGNATURE, block), signature.label_line)
        for part, text in enumerate((signature.name_line, *signature.positions), start=1):
            element = Element(Role.SIGNATURE, block, part)
            for run in self._setter.set(text, self._style, self._axis_room):
                lines.append(SignatureLine(ending.axis - run.width / 2, y, run, element))
                y += form.pitch
        opening = signature.opinion_heading or signature.name
        return SignatureBlock(tuple(lines), y, opening, form)

    def _label(self, lines: list[SignatureLine], y: float, element: Element, text: str) -> float:
        """Adds the label, or leaves its line empty; returns where the name stands."""
        if not text:
            return y + self._form.pitch
        end = self._form.ending.axis - self._form.ending.label_end
        for run in self._setter.set(text, self._style, end - self._form.left):
            lines.append(SignatureLine(end - run.width, y, run, element))
            y += self._form.pitch
        return y

    def _dots(self, dot: str, width: float) -> GlyphRun:
        one = self._setter.set(dot * 10, self._style, width)[0].width / 10
        return self._setter.set(dot * int(width / one), self._style, width)[0]
