"""The head of a paper's first page: the emblem, titles, labelled lines on dotted leaders."""

from __future__ import annotations

from ita_desktop.papers.document import CentredHead, Head, Labelled, MemoHead
from ita_desktop.papers.page_form import CentredHeadForm, EmblemForm, MemoHeadForm, PageForm
from ita_desktop.typesetting.elements import Element, Role
from ita_desktop.typesetting.emblem import garuda
from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.typesetting.lines import LineBreaker, TextStyle
from ita_desktop.typesetting.pages import Bookmark, Emblem, Leader, Pages, Rule, Text
from ita_desktop.typesetting.shaping import FontSet

_BALANCING = 12
"""Steps in which the width of balanced title lines is found: to a hundredth of a point."""


class HeadLayout:
    """Sets the head at the top of the first page."""

    def __init__(self, setter: LineBreaker, fonts: FontSet, form: PageForm) -> None:
        self._setter = setter
        self._fonts = fonts
        self._form = form

    def place(self, head: Head, pages: Pages) -> None:
        """Sets ``head``; afterwards ``pages.y`` is under it.

        Raises TypeError where the form is that of another kind of head.
        """
        form = self._form.head
        pages.add(Bookmark(head.title, 0, 0.0), _emblem(self._form.emblem, self._form))
        if isinstance(head, MemoHead) and isinstance(form, MemoHeadForm):
            _MemoHeadLayout(self._setter, self._fonts, self._form, form).place(head, pages)
        elif isinstance(head, CentredHead) and isinstance(form, CentredHeadForm):
            self._centred(head, form, pages)
        else:
            raise TypeError(f"{type(head).__name__} does not go with {type(form).__name__}")

    def _centred(self, head: CentredHead, form: CentredHeadForm, pages: Pages) -> None:
        style = TextStyle(self._fonts.bold, form.title_size)
        pages.y = self._form.emblem.top + self._form.emblem.height + form.space
        for part, text in enumerate(head.lines):
            element = Element(Role.TITLE, part=part)
            for run in self._balanced(text, style):
                y = self._form.baseline(pages.y, form.title_size)
                pages.add(Text(self._form.middle - run.width / 2, y, run, element))
                pages.y += form.title_size * self._form.line_ratio
        if head.rule:
            pages.y += form.rule_space
            left = self._form.middle - form.rule_width / 2
            pages.add(Rule(left, pages.y, left + form.rule_width, pages.y, form.rule))

    def _balanced(self, text: str, style: TextStyle) -> tuple[GlyphRun, ...]:
        """The fewest lines of ``text``, all as narrow as that allows."""
        wide = self._form.text_width
        best = self._setter.set(text, style, wide)
        low, high = wide / len(best), wide
        for _ in range(_BALANCING if len(best) > 1 else 0):
            middle = (low + high) / 2
            lines = self._setter.set(text, style, middle)
            if len(lines) == len(best) and all(line.width <= middle for line in lines):
                best, high = lines, middle
            else:
                low = middle
        return best


class _MemoHeadLayout:
    """Sets a memo's head: title, ส่วนราชการ, ที่ and วันที่, เรื่อง, เรียน."""

    def __init__(
        self, setter: LineBreaker, fonts: FontSet, page: PageForm, form: MemoHeadForm
    ) -> None:
        self._setter = setter
        self._page = page
        self._form = form
        self._title = TextStyle(fonts.bold, form.title_size)
        self._label = TextStyle(fonts.bold, form.label_size)
        self._value = TextStyle(fonts.regular, page.size)

    def place(self, head: MemoHead, pages: Pages) -> None:
        page, form = self._page, self._form
        title = self._single(head.title, self._title)
        title_x = page.left + (page.text_width - title.width) / 2
        pages.add(Text(title_x, form.title_baseline, title, Element(Role.TITLE)))
        date_x = title_x + self._single(head.before_date, self._title).width

        first, second, third = form.baselines
        left, right = page.left, page.right_edge
        extra = self._labelled(pages, 0, head.division, left, right, first)
        y = second + extra
        below = self._labelled(pages, 1, head.number, left, date_x - form.label_gap, y)
        below = max(below, self._labelled(pages, 2, head.date, date_x, right, y))
        y = third + extra + below
        y += self._labelled(pages, 3, head.subject, left, right, y)
        # the box of the last line with a label ends under its baseline
        pages.y = y + form.label_size * (page.line_ratio - page.ascent_ratio) + form.address_space
        self._address(pages, head.recipient)

    def _single(self, text: str, style: TextStyle) -> GlyphRun:
        return self._setter.set(text, style, self._page.no_width)[0]

    def _labelled(
        self, pages: Pages, part: int, field: Labelled, left: float, right: float, y: float
    ) -> float:
        """Sets a label, its value and the dots under it; returns the extra height."""
        name = self._single(field.label, self._label)
        pages.add(Text(left, y, name, Element(Role.HEAD_LABEL, part=part)))
        after_label = left + name.width
        value_x = after_label + self._form.label_gap
        lines = self._setter.set(field.text, self._value, right - value_x)
        value, leader = Element(Role.HEAD_VALUE, part=part), self._page.leader
        for number, run in enumerate(lines):
            baseline = y + number * self._form.next_line
            if run.text:
                pages.add(Text(value_x, baseline, run, value))
            start = after_label + 2 if number == 0 else value_x
            pages.add(Leader(start, right, baseline + leader.drop, leader.pitch, leader.dot))
        return (len(lines) - 1) * self._form.next_line

    def _address(self, pages: Pages, field: Labelled) -> None:
        page = self._page
        label = self._single(field.label, self._value)
        x = page.left + label.width + 2 * self._form.label_gap
        baseline = page.baseline(pages.y, page.size)
        pages.add(Text(page.left, baseline, label, Element(Role.HEAD_LABEL, part=4)))
        value = Element(Role.HEAD_VALUE, part=4)
        for run in self._setter.set(field.text, self._value, page.right_edge - x):
            if run.text:
                pages.add(Text(x, page.baseline(pages.y, page.size), run, value))
            pages.y += page.pitch


def _emblem(form: EmblemForm, page: PageForm) -> Emblem:
    drawing = garuda()
    width = form.height * drawing.width / drawing.height
    x = page.middle - width / 2 if form.centred else page.left
    return Emblem(x, form.top, form.height, drawing)
