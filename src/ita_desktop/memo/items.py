"""Lists as people type them: finds the marks in a text so that none prints twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ita_desktop.memo.document import ListItem
from ita_desktop.thai.digits import thai_number

BULLET = "-"

_D = "[0-9๐-๙]"
# ``1.5`` is a number and ``1.pdf`` a file's name; ``1.1`` is a mark only where
# words follow that are no unit of measure.
_MARKED = re.compile(
    rf"(?:(?P<bullet>[-–—•▪●·\uf0b7])(?![-–—])"
    rf"|(?P<number>\({_D}{{1,2}}\)|{_D}{{1,2}}(?:\.\)?|\))(?![0-9๐-๙a-z])"
    rf"|{_D}{{1,2}}(?:\.(?:[1-9๑-๙]|[1๑]{_D}))+\.?(?= +[ก-ไ])(?! +(?:น\.|บาท|ล้าน|คะแนน)))"
    r") *(?=\S)"
)


def lines(text: str) -> tuple[ListItem, ...]:
    """An item for each line of ``text`` that holds anything, with the mark it was typed with."""
    if not text:
        return ()
    return tuple([_item(line) for line in map(str.strip, text.split("\n")) if line])


def bullets(texts: Iterable[str]) -> tuple[ListItem, ...]:
    """``texts`` as a list with ``-``, unless they came with marks of their own."""
    return tuple([item for text in texts for item in _marked(text, BULLET)])


def numbered(texts: Iterable[str]) -> tuple[ListItem, ...]:
    """``texts`` as a list with ``๑.`` and on, unless they came with marks of their own."""
    items: list[ListItem] = []
    for number, text in enumerate(texts, start=1):
        items += _marked(text, f"{thai_number(number)}.")
    return tuple(items)


def _item(line: str) -> ListItem:
    match = _MARKED.match(line)
    if match is None:
        return ListItem(line)
    return ListItem(line[match.end() :], mark=match["number"] or BULLET)


def _marked(text: str, mark: str) -> list[ListItem]:
    """One entry of a list: its first line takes ``mark`` if it has none.

    Later lines with a mark are items of their own, as in a list that was pasted
    into one field; those without one go on in the item before.
    """
    items: list[ListItem] = []
    for item in lines(text):
        if item.mark:
            items.append(item)
        elif items:
            before = items[-1]
            items[-1] = ListItem(f"{before.text}\n{item.text}", before.mark)
        else:
            items.append(ListItem(item.text, mark))
    return items
