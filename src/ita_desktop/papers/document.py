"""The memo as a list of blocks, independent of any file format.

Composed once from the case (:mod:`ita_desktop.papers.compose`), then written by
the PDF setter and, later, by other writers. Every text is final: cleaned up,
digits as they are to be printed, literal. ``\\n`` inside a text is a forced line.
"""

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from ita_desktop.thai.list_marks import ListItem as ListItem


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


class ItemList(NamedTuple):
    """A list in the body; ``closing`` where it belongs to จึงเรียนมาเพื่อ…"""

    items: tuple[ListItem, ...]
    closing: bool = False


class TableColumn(NamedTuple):
    """A table column; ``group`` is the head above it that neighbours may share.

    ``minimum`` and ``maximum`` bound the width as shares of the table (0–1).
    ``numeric`` sets its cells against the right edge.
    """

    title: str
    group: str = ""
    minimum: float = 0.1
    maximum: float = 0.5
    numeric: bool = False


class Cell(NamedTuple):
    """The paragraphs of one cell, in order; an empty cell has none.

    ``level`` indents it: 1 under a row of level 0.
    """

    items: tuple[ListItem, ...] = ()
    level: int = 0


class TableRow(NamedTuple):
    """One row. ``key`` names it where it goes on (continuation word).

    ``joined`` says that the row goes on with the subject of the row above it
    (a second result of one measure): its first cell is empty and no rule is
    drawn above that cell. ``strong`` sets it in bold (a sum).
    """

    cells: tuple[Cell, ...]
    key: str
    joined: bool = False
    strong: bool = False


class Table(NamedTuple):
    """A ruled table over the full text width; ``title`` is its bookmark."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]


class Signature(NamedTuple):
    """A place to sign. ``positions`` are the lines under the name.

    With ``opinion_heading`` the block begins with that heading and two dotted
    lines to write on. ``rank`` stands at (ลงชื่อ), outside the brackets.
    """

    name: str
    positions: tuple[str, ...]
    rank: str = ""
    opinion_heading: str = ""


class ChartKind(Enum):
    """How scores are drawn."""

    RADAR = "radar"
    BARS = "bars"
    TREND = "trend"


class Series(NamedTuple):
    """The values of one colour, 0–100, one for each label; None where none is known."""

    name: str
    values: tuple[Decimal | None, ...]


class Chart(NamedTuple):
    """A picture of scores from 0 to 100, as wide as the text.

    ``labels`` name the axes of the radar, the groups of bars or the places of the trend,
    in order; ``series`` begin with the one that matters most. ``target`` is the line
    that is to be reached and ``target_name`` what the legend calls it.
    """

    kind: ChartKind
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    target: Decimal
    target_name: str


Block = Paragraph | Heading | ItemList | Table | Chart | Signature


class Annex(NamedTuple):
    """What follows the signatures, from a fresh page on; ``title`` is centred at its top.

    Forced lines of the title stay lines.
    """

    title: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A whole memo.

    ``words`` are the names and terms that no line may break inside.
    """

    title: str
    author: str
    head: Head
    blocks: tuple[Block, ...]
    words: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
