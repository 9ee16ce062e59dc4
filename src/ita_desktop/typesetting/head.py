"""The memo's head: Garuda, title, labelled lines on dotted leaders, and เรียน."""

from __future__ import annotations

from ita_desktop.papers.document import Head
from ita_desktop.typesetting import form
from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.typesetting.lines import LineBreaker, TextStyle
from ita_desktop.typesetting.pages import Bookmark, Emblem, Leader, Pages, Text
from ita_desktop.typesetting.shaping import FontSet

_RIGHT_EDGE = form.LEFT + form.TEXT_WIDTH


class HeadLayout:
    """Sets the head at the top of the first page."""

    def __init__(self, setter: LineBreaker, fonts: FontSet) -> None:
        self._setter = setter
        self._title = TextStyle(fonts.bold, form.TITLE_SIZE)
        self._label = TextStyle(fonts.bold, form.LABEL_SIZE)
        self._value = TextStyle(fonts.regular, form.SIZE)

    def place(self, head: Head, pages: Pages) -> None:
        """Sets ``head``; afterwards ``pages.y`` is under เรียน."""
        pages.add(
            Bookmark(form.TITLE, 0, 0.0),
            Emblem(form.LEFT, form.EMBLEM_TOP, form.EMBLEM_HEIGHT),
        )
        title = self._single(form.TITLE, self._title)
        title_x = form.LEFT + (form.TEXT_WIDTH - title.width) / 2
        pages.add(Text(title_x, form.TITLE_BASELINE, title))
        date_x = title_x + self._single(form.TITLE_PART_BEFORE_DATE, self._title).width

        first, second, third = form.HEAD_BASELINES
        extra = self._labelled(pages, "ส่วนราชการ", head.division, form.LEFT, _RIGHT_EDGE, first)
        y = second + extra
        below = self._labelled(pages, "ที่", head.number, form.LEFT, date_x - form.LABEL_GAP, y)
        below = max(below, self._labelled(pages, "วันที่", head.date, date_x, _RIGHT_EDGE, y))
        y = third + extra + below
        y += self._labelled(pages, "เรื่อง", head.subject, form.LEFT, _RIGHT_EDGE, y)
        # the box of the last 20 pt line ends under its baseline
        pages.y = y + form.LABEL_SIZE * (form.LINE_RATIO - form.ASCENT_RATIO) + form.ADDRESS_SPACE
        self._address(pages, head.recipient)

    def _single(self, text: str, style: TextStyle) -> GlyphRun:
        return self._setter.set(text, style, form.PAGE_WIDTH * 4)[0]

    def _labelled(
        self, pages: Pages, label: str, value: str, left: float, right: float, y: float
    ) -> float:
        """Sets a label, its value and the dots under it; returns the extra height."""
        name = self._single(label, self._label)
        pages.add(Text(left, y, name))
        after_label = left + name.width
        value_x = after_label + form.LABEL_GAP
        lines = self._setter.set(value, self._value, right - value_x)
        for number, line in enumerate(lines):
            baseline = y + number * form.HEAD_NEXT_LINE
            if line.text:
                pages.add(Text(value_x, baseline, line))
            start = after_label + 2 if number == 0 else value_x
            pages.add(Leader(start, right, baseline + form.LEADER_DROP))
        return (len(lines) - 1) * form.HEAD_NEXT_LINE

    def _address(self, pages: Pages, recipient: str) -> None:
        label = self._single("เรียน", self._value)
        x = form.LEFT + label.width + 2 * form.LABEL_GAP
        baseline = form.baseline(pages.y, form.SIZE)
        pages.add(Text(form.LEFT, baseline, label))
        for line in self._setter.set(recipient, self._value, _RIGHT_EDGE - x):
            if line.text:
                pages.add(Text(x, form.baseline(pages.y, form.SIZE), line))
            pages.y += form.PITCH
