"""Pages and what stands on them, in reading order: the setter's result, the writer's input.

Positions are in pt from the paper's top left corner, y down; a text's y is its
baseline.
"""

from typing import NamedTuple

from ita_desktop.typesetting import form
from ita_desktop.typesetting.glyphs import GlyphRun


class Text(NamedTuple):
    """A typeset line at its place; one span of the text layer."""

    x: float
    y: float
    run: GlyphRun


class Rule(NamedTuple):
    """A thin straight line."""

    x1: float
    y1: float
    x2: float
    y2: float


class Leader(NamedTuple):
    """A row of dots from ``x1`` to ``x2``: ornament, not text."""

    x1: float
    x2: float
    y: float


class Colour(NamedTuple):
    """Red, green and blue, 0–1."""

    red: float
    green: float
    blue: float


class Path(NamedTuple):
    """Straight lines through ``points``, drawn with round ends; a single point is a dot.

    ``closed`` leads back to the first point; ``fill`` colours the inside. ``width`` and
    ``dash`` (on, off) are in pt. Ornament, not text.
    """

    points: tuple[tuple[float, float], ...]
    stroke: Colour | None = None
    width: float = 1.0
    fill: Colour | None = None
    closed: bool = False
    dash: tuple[float, ...] = ()


class Emblem(NamedTuple):
    """The Garuda, ``height`` pt high, proportions kept."""

    x: float
    y: float
    height: float


class Bookmark(NamedTuple):
    """An entry of the outline; ``level`` 0 is the outermost."""

    title: str
    level: int
    y: float


Item = Text | Rule | Leader | Path | Emblem | Bookmark


class Page:
    """One page.

    ``text_lines`` counts the lines of running text and tables on it;
    ``next_words`` are the words that the page after it begins with, ``""`` on
    the last; ``bottom`` is where what stands on a page that goes on ends (pt).
    """

    __slots__ = ("bottom", "items", "next_words", "text_lines")

    def __init__(self) -> None:
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
    """The pages being filled, one after the other.

    ``reserve`` is the height (pt) kept free at the foot of a page that goes on.
    """

    def __init__(self, reserve: float) -> None:
        self.pages = [Page()]
        self.y = 0.0
        self._reserve = reserve

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def room(self, *, final: bool = False) -> float:
        """The height that is left; the last page needs no continuation word."""
        reserve = 0.0 if final else self._reserve
        return form.PAGE_HEIGHT - form.BOTTOM - reserve - self.y

    @staticmethod
    def full_room() -> float:
        """The height of a fresh page that is the last."""
        return form.PAGE_HEIGHT - form.BOTTOM - form.NEXT_PAGE_TOP

    @property
    def at_top(self) -> bool:
        """Whether nothing stands on the present page yet."""
        return len(self.pages) > 1 and self.y <= form.NEXT_PAGE_TOP

    def add(self, *items: Item) -> None:
        self.page.items.extend(items)

    def turn(self, next_words: str) -> None:
        """Ends the page; the next one begins with ``next_words``."""
        self.page.next_words = next_words
        self.page.bottom = self.y
        self.pages.append(Page())
        self.y = form.NEXT_PAGE_TOP

    def mark(self) -> PageMark:
        return PageMark(len(self.pages), len(self.page.items), self.page.text_lines, self.y)

    def rewind(self, place: PageMark) -> None:
        """Takes back all that was set since ``place``."""
        del self.pages[place.page :]
        del self.page.items[place.items :]
        self.page.text_lines = place.text_lines
        self.page.next_words = ""
        self.y = place.y
