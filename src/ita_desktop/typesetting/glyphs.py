"""Set text as plain values: glyphs with their places, and the text that they stand for.

Lengths inside a font are in thousandths of the font size, all others in pt.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ita_desktop.typesetting.fonts import Font

THAI = "th"
"""The language of set text (BCP 47); Latin words within it included."""


class Cluster:
    """The least piece of shaped text: some letters and the glyphs that show them together.

    ``advances`` are the glyphs' own; ``offsets`` (x, y) shift them from the pen's place, y
    up, and are empty where none is shifted; ``advance`` is their sum. ``missing`` where the
    font lacks the letters. Shared by all lines that hold it, never changed.

    Not a tuple: thousands are gathered in sets and dictionaries, by identity.
    """

    __slots__ = ("advance", "advances", "glyphs", "missing", "offsets", "text")

    def __init__(
        self,
        text: str,
        glyphs: tuple[int, ...],
        advances: tuple[float, ...],
        offsets: tuple[tuple[float, float], ...] = (),
    ) -> None:
        self.text = text
        self.glyphs = glyphs
        self.advances = advances
        self.offsets = offsets
        self.advance = sum(advances)
        self.missing = 0 in glyphs


class Glyph(NamedTuple):
    """A glyph of a run: its number in the font file, and what it does to the pen.

    ``x_advance`` holds what justification added. ``start`` is where in the run's text the
    letters of its cluster begin.
    """

    number: int
    x_advance: float
    x_offset: float
    y_offset: float
    start: int


class GlyphRun(NamedTuple):
    """A set line: what the page shows and what its text layer says.

    ``text`` is the line's own Unicode text, a space that hangs at its end included;
    ``width`` its visible width and ``size`` the font size, both in pt. ``clusters`` are what
    is shown and ``spacing`` what justification adds after each of them (empty: nothing).
    ``source`` is the whole text that was broken into lines, ``missing`` are the letters of
    it that the font lacks.
    """

    text: str
    width: float
    size: float
    font: Font
    clusters: Sequence[Cluster]
    spacing: Sequence[float] = ()
    source: str = ""
    missing: frozenset[str] = frozenset()
    language: str = THAI

    def glyphs(self) -> Iterator[Glyph]:
        """Every glyph in order; for writers that need no speed."""
        start = 0
        for index, cluster in enumerate(self.clusters):
            last = len(cluster.glyphs) - 1
            for place, number in enumerate(cluster.glyphs):
                advance = cluster.advances[place]
                if place == last and self.spacing:
                    advance += self.spacing[index]
                x, y = cluster.offsets[place] if cluster.offsets else (0.0, 0.0)
                yield Glyph(number, advance, x, y, start)
            start += len(cluster.text)
