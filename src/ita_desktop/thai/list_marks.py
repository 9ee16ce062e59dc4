"""Lists as people type them: finds the marks in a text so that none prints twice."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ita_desktop.thai.digits import thai_number

BULLET = "-"


class ListItem(NamedTuple):
    """``mark`` (``-``, ``๑.`` or ``""``) stands before the text, which hangs."""

    text: str
    mark: str = ""


_D = "[0-9๐-๙]"
# ``1.5`` is a number and ``1.pdf`` a file's name; ``1.1`` is a mark only where
# words follow that are no unit of measure.
_MARKED = re.compile(
    rf"(?:(?P<bullet>[-–—•▪●·\uf0b7])(?![-–—])"
    rf"|(?P<number>\({_D}{{1,2}}\)|{_D}{{1,2}}(?:\.\)?|\))(?![0-9๐-๙a-z])"
    rf"|{_D}{{1,2}}(?:\.(?:[1-9๑-๙]|[1๑]{_D}))+\.?(?= +[ก-ไ])(?! +(?:น\.|บาท|ล้าน|คะแนน)))"
    r") *(?=\S)"
)


_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""The letters of lists in their order, which leaves out ฃ ฅ and ฆ."""
_ENDS = {2: ".)", 3: ")"}
"""How a letter's mark of so many characters may end."""


def lines(text: str) -> tuple[ListItem, ...]:
    """An item for each line of ``text`` that holds anything, with the mark it was typed with."""
    return tuple(_items(_lines_of(text)))


def bullets(texts: Iterable[str]) -> tuple[ListItem, ...]:
    """``texts`` as a list with ``-``, unless they came with marks of their own."""
    return tuple([item for entry in _entries(texts) for item in _marked(entry, BULLET)])


def numbered(texts: Iterable[str]) -> tuple[ListItem, ...]:
    """``texts`` as a list with ``๑.`` and on, unless they came with marks of their own.

    An entry without a mark goes on from the last one of the list itself, in its
    form: after ``(๒)`` comes ``(๓)``, after ``ข.`` ``ค.``.
    """
    items: list[ListItem] = []
    form, last = "", 0
    for entry in _entries(texts):
        marked = _marked(entry, _mark(form, last + 1))
        form, last = _counted(marked, form, last)
        items += marked
    return tuple(items)


def _lines_of(text: str) -> list[str]:
    return [line for line in map(str.strip, text.split("\n")) if line]


def _entries(texts: Iterable[str]) -> list[list[ListItem]]:
    """The items of each text; letters may run over all of them."""
    typed = [_lines_of(text) for text in texts]
    items = iter(_items([line for entry in typed for line in entry]))
    return [[next(items) for _ in entry] for entry in typed]


def _items(typed: list[str]) -> list[ListItem]:
    letters = _letter_marks(typed)
    return [_item(line, letters.get(index, "")) for index, line in enumerate(typed)]


def _item(line: str, letter: str) -> ListItem:
    if letter:
        return ListItem(line[len(letter) :].lstrip(" "), letter)
    match = _MARKED.match(line)
    if match is None:
        return ListItem(line)
    return ListItem(line[match.end() :], mark=match["number"] or BULLET)


def _letter_marks(typed: list[str]) -> dict[int, str]:
    """The lines' marks ``ก.``, ``ก)`` or ``(ก)``, by index, where such run in order from ก.

    One alone may be an abbreviation, a name or a time (``น.``).
    """
    marks: dict[int, str] = {}
    run: dict[int, str] = {}
    running = ""
    for index, line in enumerate(typed):
        mark = _letter_mark(line)
        if not mark:
            continue
        form, number = _ordinal(mark)
        if number == 1:
            run, running = {index: mark}, form
        elif form == running and number == len(run) + 1:
            run[index] = mark
            marks |= run
        else:
            run, running = {}, ""
    return marks


def _letter_mark(line: str) -> str:
    """What may be a list mark with a letter at a line's start, or ``""``."""
    end = 3 if line[0] == "(" else 2
    mark, rest = line[:end], line[end:]
    if not rest or mark[end - 2] not in _LETTERS or mark[-1] not in _ENDS[end]:
        return ""
    # ก.พ., ก.ล.ต., ก.พร.: an abbreviation goes on at once.
    return "" if rest[0] == ")" or "." in rest.partition(" ")[0][1:3] else mark


def _ordinal(mark: str) -> tuple[str, int]:
    """A mark's form (``(1)``, ``ก.``) and number; ``("", 0)`` for one that counts nothing."""
    core = mark.strip("().")
    if core.isdecimal():
        return mark.replace(core, "1"), int(core)
    number = _LETTERS.find(core) + 1
    return (mark.replace(core, "ก"), number) if core and number else ("", 0)


def _mark(form: str, number: int) -> str:
    """The mark of ``number`` in a form that :func:`_ordinal` gave."""
    if "ก" in form and number <= len(_LETTERS):
        return form.replace("ก", _LETTERS[number - 1])
    return (form or "1.").replace("ก", "1").replace("1", thai_number(number))


def _counted(entry: list[ListItem], form: str, last: int) -> tuple[str, int]:
    """The form of the list's own marks, and its last number, behind ``entry``.

    Marks of another form, and what begins again from below, are lists within it.
    """
    for position, item in enumerate(entry):
        found, number = _ordinal(item.mark)
        if not form:
            form, last = found, number
        elif found == form:
            if position and number <= last:
                break
            last = number
    return form, last


def _marked(entry: list[ListItem], mark: str) -> list[ListItem]:
    """One entry of a list: its first line takes ``mark`` if it has none.

    Later lines with a mark are items of their own, as in a list that was pasted
    into one field; those without one go on in the item before.
    """
    items: list[ListItem] = []
    for item in entry:
        if item.mark:
            items.append(item)
        elif items:
            before = items[-1]
            items[-1] = ListItem(f"{before.text}\n{item.text}", before.mark)
        else:
            items.append(ListItem(item.text, mark))
    return items
