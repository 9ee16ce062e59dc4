"""Pages and what stands on them, in reading order: the layout's result, the writers' input.

Positions are in pt from the paper's top left corner, y down; a text's y is its
baseline.
"""

from typing import NamedTuple

from ita_desktop.papers.page_form import PageForm
from ita_desktop.typesetting.elements import ORNAMENT, Element
from ita_desktop.typesetting.emblem import Drawing
from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.typesetting.rasters import RasterImage


class Text(NamedTuple):
    """A set line at its place; one span of the text layer."""

    x: float
    y: float
    run: GlyphRun
    element: Element = ORNAMENT


class Rule(NamedTuple):
    """A thin straight line: ornament."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


class Leader(NamedTuple):
    """A row of dots from ``x1`` to ``x2``, ``pitch`` apart and ``dot`` wide: ornament."""

    x1: float
    x2: float
    y: float
    pitch: float
    dot: float


class Colour(NamedTuple):
    """Red, green and blue, 0–1."""

    red: float
    green: float
    blue: float


class Path(NamedTuple):
    """Straight lines through ``points``, drawn with round ends; a single point is a dot.

    ``closed`` leads back to the first point; ``fill`` colours the inside. ``width`` and
    ``dash`` (on, off) are in pt. Ornament, or part of a figure.
    """

    points: tuple[tuple[float, float], ...]
    stroke: Colour | None = None
    width: float = 1.0
    fill: Colour | None = None
    closed: bool = False
    dash: tuple[float, ...] = ()
    element: Element = ORNAMENT


class Emblem(NamedTuple):
    """A drawing, ``height`` pt high, proportions kept: ornament."""

    x: float
    y: float
    height: float
    drawing: Drawing


class Raster(NamedTuple):
    """A picture of pixels, ``width`` × ``height`` pt large."""

    x: float
    y: float
    width: float
    height: float
    image: RasterImage
    element: Element = ORNAMENT


class Link(NamedTuple):
    """A place, ``width`` × ``height`` pt large, that leads to an address when it is clicked."""

    x: float
    y: float
    width: float
    height: float
    uri: str


class Bookmark(NamedTuple):
    """An entry of the outline; ``level`` 0 is the outermost."""

    title: str
    level: int
    y: float


Item = Text | Rule | Leader | Path | Emblem | Raster | Link | Bookmark


class Page:
    """One page of ``width`` and ``height`` pt.

    ``text_lines`` counts the lines of running text and tables on it;
    ``next_words`` are the words that the page after it begins with, ``""`` on
    the last; ``bottom`` is where what stands on a page that goes on ends (pt).
    """

    __slots__ = ("bottom", "height", "items", "next_words", "text_lines", "width")

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.items: list[Item] = []
        self.text_lines = 0
        self.next_words = ""
        self.bottom = 0.0


class PageMark(NamedTuple):
    """Where setting stood: a page and a height to come back to."""

    page: int
    items: int
    text_lines: int
    y: float


class Pages:
    """The pages of a form being filled, one after the other.

    ``reserve`` is the height (pt) kept free at the foot of a page that goes on.
    """

    def __init__(self, form: PageForm, reserve: float) -> None:
        self._form = form
        self.pages = [Page(form.width, form.height)]
        self.y = 0.0
        self._reserve = reserve

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def room(self, *, final: bool = False) -> float:
        """The height that is left; the last page needs no continuation word."""
        reserve = 0.0 if final else self._reserve
        return self._form.height - self._form.bottom - reserve - self.y

    @property
    def at_top(self) -> bool:
        """Whether nothing stands on the present page yet."""
        return len(self.pages) > 1 and self.y <= self._form.top

    def add(self, *items: Item) -> None:
        self.page.items.extend(items)

    def turn(self, next_words: str) -> None:
        """Ends the page; the next one begins with ``next_words``."""
        self.page.next_words = next_words
        self.page.bottom = self.y
        self.pages.append(Page(self._form.width, self._form.height))
        self.y = self._form.top

    def mark(self) -> PageMark:
        return PageMark(len(self.pages), len(self.page.items), self.page.text_lines, self.y)

    def rewind(self, place: PageMark) -> None:
        """Takes back all that was set since ``place``."""
        del self.pages[place.page :]
        del self.page.items[place.items :]
        self.page.text_lines = place.text_lines
        self.page.next_words = ""
        self.y = place.y
