"""A paper as a list of blocks, independent of any file format.

Composed once from the case, then set on pages by :mod:`ita_desktop.typesetting` and, later,
by other writers. Every text that is printed stands here and is final: cleaned up, digits as
they are to be printed, literal. ``\\n`` inside a text is a forced line.
"""

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from ita_desktop.thai.digits import thai_number, thai_score
from ita_desktop.thai.list_marks import ListItem as ListItem


class Labelled(NamedTuple):
    """A field of a head; an empty ``text`` is left to the pen."""

    label: str
    text: str


class MemoHead(NamedTuple):
    """A memo's head. The date's label stands under what follows ``before_date`` in the title."""

    title: str
    before_date: str
    division: Labelled
    number: Labelled
    date: Labelled
    subject: Labelled
    recipient: Labelled


class CentredHead(NamedTuple):
    """An announcement's head: title lines, each broken into lines of much the same width."""

    lines: tuple[str, ...]
    rule: bool = True

    @property
    def title(self) -> str:
        """The first line."""
        return self.lines[0] if self.lines else ""


Head = MemoHead | CentredHead


class Paragraph(NamedTuple):
    """Body text with the first line indented; ``closing`` marks จึงเรียนมาเพื่อ…"""

    text: str
    closing: bool = False


class DateLine(NamedTuple):
    """ประกาศ ณ วันที่ …, a line of its own before the signature."""

    text: str


class Heading(NamedTuple):
    """A line of its own in bold that stays with what follows it; ``level`` 1 is the outermost."""

    text: str
    level: int = 1


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


SIGNED = "(ลงชื่อ)"


class Signature(NamedTuple):
    """A place to sign. ``positions`` are the lines under the name.

    With ``opinion_heading`` the block begins with that heading and ``opinion_lines`` dotted
    lines to write on. ``rank`` stands at the ``label``, outside the brackets; without a
    label the name alone does. ``blank`` stands where there is no name, ``dot`` makes the
    dotted lines.
    """

    name: str
    positions: tuple[str, ...]
    rank: str = ""
    opinion_heading: str = ""
    label: str = SIGNED
    blank: str = "." * 50
    opinion_lines: int = 2
    dot: str = "."

    @property
    def label_line(self) -> str:
        """What stands left of where the pen goes."""
        return f"{self.label} {self.rank}".strip()

    @property
    def name_line(self) -> str:
        """The name in its brackets."""
        return f"({self.name or self.blank})"


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
    unknown: str = "ไม่มีข้อมูล"
    """What stands for a score that the picture's main series lacks."""

    @staticmethod
    def score_text(value: Decimal | None) -> str:
        """A score as it is printed beside its mark."""
        return "-" if value is None else thai_score(value)

    @staticmethod
    def scale_text(value: int | Decimal) -> str:
        """A value of the scale, or the target's."""
        return thai_number(value if isinstance(value, int) else f"{value.normalize():f}")


Block = Paragraph | Heading | ItemList | Table | Chart | DateLine | Signature


class Annex(NamedTuple):
    """What follows the signatures, from a fresh page on; ``title`` is centred at its top.

    Forced lines of the title stay lines.
    """

    title: str
    blocks: tuple[Block, ...]


class RunningTexts(NamedTuple):
    """What pages say outside the text: the page's number, and how the next one begins."""

    number: str = "- {} -"
    next_words: str = "/{}..."

    def page_number(self, number: int) -> str:
        """The number of a page, from the second one on."""
        return self.number.format(thai_number(number))

    def continuation(self, words: str) -> str:
        """What stands at the foot of a page before one that begins with ``words``."""
        return self.next_words.format(words)


class Document(NamedTuple):
    """A whole paper.

    ``words`` are the names and terms that no line may break inside.
    """

    title: str
    author: str
    head: Head
    blocks: tuple[Block, ...]
    words: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    running: RunningTexts = RunningTexts()
