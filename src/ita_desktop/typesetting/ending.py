"""A paper's end: the last of the text, the closing and the signatures, none of them alone."""

from collections.abc import Sequence

from ita_desktop.papers.page_form import PageForm
from ita_desktop.typesetting.flow import Flow, Lines
from ita_desktop.typesetting.pages import PageMark, Pages
from ita_desktop.typesetting.signatures import SignatureBlock

_THIN = 0.3
"""A page filled to less than this share of its height is thin."""


class Ending:
    """What is set last: ``last`` is the text's last flow, ``closing`` its last words.

    ``full`` and ``tight`` are the same signatures, the latter with a line less for
    each pen.
    """

    def __init__(
        self,
        last: Flow | None,
        closing: Sequence[Lines],
        full: Sequence[SignatureBlock],
        tight: Sequence[SignatureBlock],
        form: PageForm,
    ) -> None:
        self._form = form
        self._last = last
        self._closing = closing
        self._full = full
        self._tight = tight
        self._closing_height = sum(block.height for block in closing)
        self._closing_lines = sum(len(block.lines) for block in closing)

    def place(self, pages: Pages) -> None:
        """Sets it all.

        Signatures stay together on the last page with at least two lines of text.
        Where they do not fit under the text, its end goes with them to a fresh page;
        if it cannot be parted well there, or would leave a page nearly empty, the
        pens get a line less. Only signatures of more than a page are parted.
        """
        before = pages.mark()
        ways = ((self._full, True), (self._tight, True), (self._full, False), (self._tight, False))
        for signatures, well in ways:
            if self._together(pages, before, signatures, well=well):
                if signatures is self._full and self._leaves_thin_page(pages):
                    self._save_page(pages, before, well=well)
                return
        self._parted(pages, before)

    def _together(
        self, pages: Pages, before: PageMark, signatures: Sequence[SignatureBlock], *, well: bool
    ) -> bool:
        """Sets closing and signatures on one page with some text; whether that went.

        ``well`` asks for good ways to part the text only.
        """
        height = self._closing_height + sum(block.height for block in signatures)
        if not self._try_under_text(pages, before, height, bool(signatures), well=well):
            return False
        self._put_closing(pages, final=True)
        for block in signatures:
            block.place(pages)
        return True

    def _try_under_text(
        self, pages: Pages, before: PageMark, height: float, signed: bool, *, well: bool
    ) -> bool:
        """Sets the text so that ``height`` pt fit after it on the last page, if it can."""
        least = self._form.ending.text_lines - self._closing_lines if signed else 0
        carries = self._last.carries(well=well) if self._last else ()
        for carry in (0, *carries) if well else carries:
            self._put_text(pages, before, carry)
            if height <= pages.room(final=True) + 0.01 and pages.page.text_lines >= least:
                return True
        if well and least <= 0 and self._closing and height <= self._form.full_room:
            self._put_text(pages, before, 0)
            pages.turn(self._closing[0].openings[0])
            return True
        return False

    def _leaves_thin_page(self, pages: Pages) -> bool:
        if not self._full or len(pages.pages) < 2:
            return False
        filled = pages.pages[-2].bottom - self._form.top
        return filled < _THIN * self._form.full_room

    def _save_page(self, pages: Pages, before: PageMark, *, well: bool) -> None:
        """Sets the end with less room for the pens if that makes a page less.

        ``well`` is how the text was parted with all the room.
        """
        count = len(pages.pages)
        if not self._together(pages, before, self._tight, well=True) or len(pages.pages) >= count:
            self._together(pages, before, self._full, well=well)

    def _parted(self, pages: Pages, before: PageMark) -> None:
        """Sets signatures of more than a page, each where it fits."""
        self._put_text(pages, before, 0)
        self._put_closing(pages, final=not self._full)
        for number, block in enumerate(self._full):
            # a page that goes on needs the line that announces the next
            final = number == len(self._full) - 1
            if block.height > pages.room(final=final):
                pages.turn(block.opening)
            block.place(pages)

    def _put_text(self, pages: Pages, before: PageMark, carry: int) -> None:
        pages.rewind(before)
        if self._last:
            self._last.place(pages, carry)

    def _put_closing(self, pages: Pages, *, final: bool) -> None:
        for block in self._closing:
            if block.height <= pages.room(final=final) + 0.01:
                block.put(pages)
            else:
                block.place(pages)
