"""Makes papers: one operation for the command line, the window's preview, export and self-test."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from ita_desktop.domain.paper_kinds import MEMO_RESULTS
from ita_desktop.exchange.case_json import read_case
from ita_desktop.files import OutputFileError, write_atomically
from ita_desktop.papers.document import Annex
from ita_desktop.papers.options import PaperOptions
from ita_desktop.papers.registry import recipe_for
from ita_desktop.services.case_files import read_complete_case
from ita_desktop.services.known_scores import known_case
from ita_desktop.services.paper_orders import PaperOrder
from ita_desktop.writers.render import PaperRenderer


class MadePaper(NamedTuple):
    """A paper's PDF with what it was made of; ``warnings`` are Thai sentences."""

    order: PaperOrder
    pdf: bytes
    pages: int
    warnings: tuple[str, ...] = ()


class WrittenPaper(NamedTuple):
    """A paper that was written to a file."""

    file: Path
    pages: int
    warnings: tuple[str, ...] = ()


class PaperMaker:
    """Makes papers and keeps the renderer, which makes every next paper faster.

    Any number of makers may work at once, each for one thread at a time.
    """

    def __init__(self) -> None:
        self._renderer = PaperRenderer()

    def make(
        self, order: PaperOrder, *, strict: bool = False, created: datetime | None = None
    ) -> MadePaper:
        """The paper as PDF; without its annex, and warned of, where there can be none.

        ``strict`` raises instead; ``created`` (CE, UTC) fixes the date inside the file.
        Raises :class:`~ita_desktop.errors.ItaError`, and KeyError for a kind that no
        recipe is registered for.
        """
        recipe = recipe_for(order.kind)
        annexes, warnings = _annexes(order, strict=strict)
        document = recipe.compose(known_case(order.case), order.paper, order.options, annexes)
        paper = self._renderer.render(document, order.options, recipe.form, created=created)
        return MadePaper(order, paper.pdf, paper.pages, (*warnings, *paper.warnings))


def make_paper(
    order: PaperOrder, *, strict: bool = False, created: datetime | None = None
) -> MadePaper:
    """One paper, by a maker of its own: see :meth:`PaperMaker.make`."""
    return PaperMaker().make(order, strict=strict, created=created)


def _annexes(order: PaperOrder, *, strict: bool) -> tuple[tuple[Annex, ...], tuple[str, ...]]:
    if not order.options.annex:
        return (), ()
    # a paper without an annex does not wait for the import
    from ita_desktop.services.annexes import EarlierYearError, NoScoresError, annex_of

    try:
        return (annex_of(order.case, order.earlier, order.options.digits),), ()
    except (NoScoresError, EarlierYearError) as error:
        if strict:
            raise
        return (), (str(error),)


def export_paper(
    case_path: Path,
    output_path: Path,
    options: PaperOptions,
    earlier: Sequence[Path] = (),
    kind: str = MEMO_RESULTS.key,
) -> WrittenPaper:
    """Reads a case file and writes its paper as a PDF, replacing what stood there.

    An annex compares with the cases of the *earlier* files.

    Raises :class:`~ita_desktop.errors.ItaError` (a bad case, an unknown font, an
    output that cannot be written); the output is then as it was before.
    """
    case = read_complete_case(case_path)
    if _same_file(output_path, case_path):
        raise OutputFileError(output_path, "เป็นไฟล์ข้อมูลที่อ่านเข้ามาเอง โปรดตั้งชื่อ PDF เป็นชื่ออื่น")
    before = tuple([read_case(file) for file in earlier]) if options.annex else ()
    paper = make_paper(PaperOrder(case, options, before, kind), strict=True)
    write_atomically(output_path, paper.pdf)
    return WrittenPaper(output_path, paper.pages, paper.warnings)


def _same_file(output_path: Path, case_path: Path) -> bool:
    try:
        return output_path.samefile(case_path)
    except (OSError, ValueError):  # no file yet, or a path that the writing will refuse
        return False


def export_file(data: bytes, file: Path) -> Path:
    """Writes a PDF as it is shown, or other data, in place of what stood there.

    Returns ``file``.

    Raises OutputFileError; the file is then as it was before.
    """
    write_atomically(file, data)
    return file
