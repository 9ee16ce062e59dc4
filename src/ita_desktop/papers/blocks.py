"""Blocks that every kind of paper has: body text as it was typed, and places to sign."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.domain.case import Signatory
from ita_desktop.papers.document import Block, ItemList, ListItem, Paragraph, Signature
from ita_desktop.thai.list_marks import lines


def body(text: str, *, closing: bool = False) -> Iterator[Block]:
    """A text in the body: a paragraph a line, and lists where lines carry a mark."""
    marked: list[ListItem] = []
    for item in lines(text):
        if item.mark:
            marked.append(item)
            continue
        if marked:
            yield ItemList(tuple(marked), closing)
            marked = []
        yield Paragraph(item.text, closing=closing)
    if marked:
        yield ItemList(tuple(marked), closing)


def signatures(signatories: tuple[Signatory, ...]) -> Iterator[Signature]:
    """A place to sign for each signatory of whom anything is said."""
    for signatory in signatories:
        position = f"{signatory.position} {signatory.note}".strip()
        positions = f"{position}\n{signatory.acting_position}".split("\n")
        signature = Signature(
            name=signatory.name,
            positions=tuple([line.strip() for line in positions if line.strip()]),
            rank=signatory.rank,
            opinion_heading=signatory.opinion_heading,
        )
        # An entry without any text is one that nobody filled in, not a place to sign.
        if signature.name or signature.positions or signature.rank or signature.opinion_heading:
            yield signature
