"""Running text on pages: paragraphs, headings and list items that break between lines."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from ita_desktop.papers.page_form import PageForm
from ita_desktop.typesetting.elements import ORNAMENT, Element
from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.typesetting.pages import Item, Pages, Text


class Flow(Protocol):
    """What can be set on pages, breaking where it must."""

    def place(self, pages: Pages, carry: int = 0) -> None:
        """Sets it; ``carry`` (of :meth:`carries`) sends its end to a fresh page."""

    def first_height(self) -> float:
        """The least height that its beginning needs on a page (pt)."""

    def carries(self, *, well: bool) -> Iterator[int]:
        """The ways of sending its end to a fresh page, the best first.

        Those that read well, or the other ones.
        """


class RunningLine(NamedTuple):
    """A line with the place of its start, and the mark that stands before it."""

    x: float
    run: GlyphRun
    element: Element = ORNAMENT
    mark: GlyphRun | None = None
    mark_x: float = 0.0
    mark_element: Element = ORNAMENT

    def repeated(self) -> "RunningLine":
        """The same line once more, as ornament."""
        return self._replace(element=ORNAMENT, mark_element=ORNAMENT)

    def put(self, items: list[Item], x: float, y: float) -> None:
        """Adds it at the baseline ``y``, ``x`` further right, in reading order."""
        if self.mark:
            items.append(Text(self.mark_x + x, y, self.mark, self.mark_element))
        if self.run.text:
            items.append(Text(self.x + x, y, self.run, self.element))


class Lines(NamedTuple):
    """A paragraph, heading or list item.

    ``openings`` are, for each line, the words that a page beginning with it begins with.
    """

    lines: tuple[RunningLine, ...]
    openings: tuple[str, ...]
    form: PageForm
    space_before: float = 0.0

    @property
    def height(self) -> float:
        return self.space_before + len(self.lines) * self.form.pitch

    def first_height(self) -> float:
        """Two lines, or all of a paragraph that would leave one line alone."""
        return self.space_before + _fitting_start(len(self.lines)) * self.form.pitch

    def carries(self, *, well: bool) -> Iterator[int]:
        """Numbers of lines to carry: no line stays or goes alone."""
        if not well:
            return
        count = len(self.lines)
        most = int(self.form.full_room // self.form.pitch)
        yield from range(2, min(count - 1, most + 1))
        if count <= most:
            yield count

    def place(self, pages: Pages, carry: int = 0) -> None:
        stay = len(self.lines) - carry
        self._flow(pages, 0, stay)
        if carry:
            if not pages.at_top:
                pages.turn(self.openings[stay])
            self._flow(pages, stay, len(self.lines))

    def _flow(self, pages: Pages, start: int, end: int) -> None:
        """Sets the lines from ``start`` to ``end``, over as many pages as they need."""
        at = start
        while at < end:
            space = 0.0 if at or pages.at_top else self.space_before
            fit = int((pages.room() - space + 0.01) // self.form.pitch)
            take = _split(end - at, fit, at == 0)
            if take == 0 and pages.at_top:
                take = max(1, min(fit, end - at))
            if take == 0:
                pages.turn(self.openings[at])
                continue
            self._put(pages, at, at + take)
            at += take
            if at < end:
                pages.turn(self.openings[at])

    def put(self, pages: Pages) -> None:
        """Sets all lines here, without turning the page."""
        self._put(pages, 0, len(self.lines))

    def _put(self, pages: Pages, start: int, end: int) -> None:
        form, items = self.form, pages.page.items
        if start == 0 and not pages.at_top:
            pages.y += self.space_before
        for line in self.lines[start:end]:
            line.put(items, 0.0, form.baseline(pages.y, form.size))
            pages.y += form.pitch
            pages.page.text_lines += 1


class Led(NamedTuple):
    """A heading and the text under it, whose beginning never stands on another page."""

    heading: Lines
    text: Lines

    def first_height(self) -> float:
        return self.heading.height + self.text.first_height()

    def carries(self, *, well: bool) -> Iterator[int]:
        return self.text.carries(well=well)

    def place(self, pages: Pages, carry: int = 0) -> None:
        whole = carry == len(self.text.lines)
        if not pages.at_top and (whole or self.first_height() > pages.room() + 0.01):
            pages.turn(self.heading.openings[0])
        self.heading.put(pages)
        self.text.place(pages, 0 if whole else carry)


def _fitting_start(count: int) -> int:
    """How many lines of ``count`` the beginning needs: none may stand alone."""
    return count if count <= 3 else 2


def _split(left: int, fit: int, beginning: bool) -> int:
    """How many of ``left`` lines to set where ``fit`` fit: no widow, no orphan."""
    if left <= fit:
        return left
    take = min(fit, left - 2)
    least = 2 if beginning else 1
    return take if take >= least else 0
