"""A drawn chart on pages: never cut, its heading with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ita_desktop.typesetting.charts import Picture
from ita_desktop.typesetting.flow import Lines
from ita_desktop.typesetting.pages import Bookmark, Pages

_SPACE = 8.0


class LaidOutChart(NamedTuple):
    """A picture under the heading ``lead``, ready to be put on a page at ``left``.

    ``block`` is its number in the document."""

    picture: Picture
    left: float
    block: int
    lead: Lines | None = None

    def first_height(self) -> float:
        lead = self.lead.height if self.lead else 0.0
        return lead + _SPACE + self.picture.height

    def carries(self, *, well: bool) -> Iterator[int]:
        """Only the whole picture can go to a fresh page."""
        if well:
            yield 1

    def place(self, pages: Pages, carry: int = 0) -> None:
        if not pages.at_top and (carry or self.first_height() > pages.room()):
            pages.turn(self.lead.openings[0] if self.lead else "")
        if self.lead:
            self.lead.put(pages)
        pages.add(Bookmark(self.picture.title, 1, pages.y))
        pages.y += _SPACE
        pages.add(*self.picture.at(self.left, pages.y, self.picture.element(self.block)))
        pages.y += self.picture.height
        pages.page.text_lines += 1
