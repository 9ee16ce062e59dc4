"""The memo as a list of blocks, independent of any file format.

Composed once from the case (:mod:`ita_desktop.memo.compose`), then written by
the PDF setter and, later, by other writers. Every text is final: cleaned up,
digits as they are to be printed, literal. ``\\n`` inside a text is a forced line.
"""

from typing import NamedTuple


class Head(NamedTuple):
    """The fields of the memo's head, without their labels.

    ``date`` is the printed form (``๒๒ มีนาคม ๒๕๖๔``) or ``""`` when it is left
    to the pen; the same holds for every other field.
    """

    division: str
    number: str
    date: str
    subject: str
    recipient: str


class Paragraph(NamedTuple):
    """Body text with the first line indented; ``closing`` marks จึงเรียนมาเพื่อ…"""

    text: str
    closing: bool = False


class Heading(NamedTuple):
    """A line of its own in bold that stays with what follows it."""

    text: str


class ListItem(NamedTuple):
    """``mark`` (``-``, ``๑.`` or ``""``) stands before the text, which hangs."""

    text: str
    mark: str = ""


class ItemList(NamedTuple):
    """A list in the body; ``closing`` where it belongs to จึงเรียนมาเพื่อ…"""

    items: tuple[ListItem, ...]
    closing: bool = False


class Column(NamedTuple):
    """A table column; ``group`` is the head above it that neighbours may share.

    ``minimum`` and ``maximum`` bound the width as shares of the table (0–1).
    """

    title: str
    group: str = ""
    minimum: float = 0.1
    maximum: float = 0.5


class Cell(NamedTuple):
    """The paragraphs of one cell, in order; an empty cell has none."""

    items: tuple[ListItem, ...] = ()


class Row(NamedTuple):
    """One row. ``key`` names it where it goes on (continuation word).

    ``joined`` says that the row goes on with the subject of the row above it
    (a second result of one measure): its first cell is empty and no rule is
    drawn above that cell.
    """

    cells: tuple[Cell, ...]
    key: str
    joined: bool = False


class Table(NamedTuple):
    """A ruled table over the full text width; ``title`` is its bookmark."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Signature(NamedTuple):
    """A place to sign. ``positions`` are the lines under the name.

    With ``opinion_heading`` the block begins with that heading and two dotted
    lines to write on. ``rank`` stands at (ลงชื่อ), outside the brackets.
    """

    name: str
    positions: tuple[str, ...]
    rank: str = ""
    opinion_heading: str = ""


Block = Paragraph | Heading | ItemList | Table | Signature


class Document(NamedTuple):
    """A whole memo.

    ``words`` are the names and terms that no line may break inside.
    """

    title: str
    author: str
    head: Head
    blocks: tuple[Block, ...]
    words: tuple[str, ...] = ()
