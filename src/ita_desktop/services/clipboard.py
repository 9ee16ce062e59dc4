"""What the clipboard holds as text: cells of a spreadsheet, scores, measures, items of a list."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.score_values import Refused, typed_score
from ita_desktop.exchange.measure_rows import items_of, measures_of, rows_of
from ita_desktop.exchange.tsv import Block, block_of, block_text

__all__ = ["Block", "block_of", "block_text", "holds_scores", "items_of", "measures_of", "rows_of"]


def holds_scores(text: str) -> bool:
    """Whether every cell of a pasted text is a score or empty, and some are scores."""
    cells = [cell for row in block_of(text) for cell in row]
    scores = [typed_score(cell) for cell in cells]
    return any(score is not None for score in scores) and all(
        score is None or _looks_like_a_number(cell, score)
        for cell, score in zip(cells, scores, strict=True)
    )


def _looks_like_a_number(cell: str, score: Decimal | Refused) -> bool:
    """A number that is refused (105) is for the grid to refuse; a name is no number."""
    return isinstance(score, Decimal) or not any(letter.isalpha() for letter in cell)
