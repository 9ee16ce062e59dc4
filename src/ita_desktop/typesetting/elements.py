"""Which element of the document a piece of a page belongs to: what tagging and links need."""

from enum import Enum
from typing import NamedTuple


class Role(Enum):
    """What an element is in the document."""

    TITLE = "title"
    HEAD_LABEL = "head label"
    HEAD_VALUE = "head value"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_LABEL = "list label"
    LIST_BODY = "list body"
    CELL = "cell"
    FIGURE = "figure"
    SIGNATURE = "signature"
    ORNAMENT = "ornament"
    """Not of the document: page numbers, continuation words, dots, what is repeated."""


class CellPlace(NamedTuple):
    """A cell of a table: counted from 0, the head's rows first, spans included."""

    row: int
    column: int
    header: bool = False
    row_span: int = 1
    column_span: int = 1


class Element(NamedTuple):
    """An element: all its lines carry the same one.

    ``block`` counts the document's blocks in reading order, the head being 0; ``part`` the
    fields of a head, the items of a list or cell, the lines of a signature. ``level`` is a
    heading's, 1 the outermost. What stands in a table has its ``cell``, list items in it
    too. ``alternative`` says a figure in words.
    """

    role: Role
    block: int = 0
    part: int = 0
    level: int = 0
    cell: CellPlace | None = None
    alternative: str = ""


ORNAMENT = Element(Role.ORNAMENT)
