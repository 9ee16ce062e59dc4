"""The memo of a case as the window shows, prints and keeps it: always the PDF itself."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ita_desktop.files import write_atomically
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import Annex
from ita_desktop.services.annexes import EarlierYearError, NoScoresError, annex_of
from ita_desktop.services.known_scores import known_case
from ita_desktop.services.memo_orders import MemoOrder
from ita_desktop.writers.render import MemoRenderer, RenderOptions


class MadeMemo(NamedTuple):
    """A memo's PDF with what it was made of; ``warnings`` are Thai sentences."""

    order: MemoOrder
    pdf: bytes
    pages: int
    warnings: tuple[str, ...] = ()


class MemoPreview:
    """Makes memos and keeps the renderer, which makes every next memo faster.

    For one thread at a time.
    """

    def __init__(self) -> None:
        self._renderer = MemoRenderer()

    def make(self, order: MemoOrder) -> MadeMemo:
        """The memo as PDF; without its annex, and warned of, where there can be none.

        Raises :class:`~ita_desktop.errors.ItaError`.
        """
        options = order.options
        annexes, warnings = _annexes(order)
        memo = self._renderer.render(
            compose(known_case(order.case), digits=options.digits, annexes=annexes),
            RenderOptions(
                font=options.font,
                continuation_words=options.continuation_words,
                table_size=options.table_size,
                repeat_names=options.repeat_names,
            ),
        )
        return MadeMemo(order, memo.pdf, memo.pages, (*warnings, *memo.warnings))


def _annexes(order: MemoOrder) -> tuple[tuple[Annex, ...], tuple[str, ...]]:
    if not order.options.annex:
        return (), ()
    try:
        return (annex_of(order.case, order.earlier, order.options.digits),), ()
    except (NoScoresError, EarlierYearError) as error:
        return (), (str(error),)


def export_file(data: bytes, file: Path) -> Path:
    """Writes a PDF as it is shown, or other data, in place of what stood there.

    Returns ``file``.

    Raises OutputFileError; the file is then as it was before.
    """
    write_atomically(file, data)
    return file
