"""From a case file to the memo's PDF on disk, in one operation."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.exchange.case_json import read_case
from ita_desktop.files import OutputFileError, write_atomically
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import Annex
from ita_desktop.services.case_files import read_complete_case
from ita_desktop.services.known_scores import known_case
from ita_desktop.thai.digits import Digits
from ita_desktop.writers.render import MemoRenderer, RenderOptions


class ExportedMemo(NamedTuple):
    """A memo that was written; ``warnings`` are Thai sentences for the user."""

    file: Path
    pages: int
    warnings: tuple[str, ...] = ()


def export_memo(
    case_path: Path,
    output_path: Path,
    options: RenderOptions | None = None,
    digits: Digits = Digits.THAI,
    *,
    annex: bool = False,
    earlier: Sequence[Path] = (),
) -> ExportedMemo:
    """Read a case file and write its memo as a PDF, replacing what stood there.

    With *annex* the scores follow as a table and pictures, compared with the cases of
    the *earlier* files.

    Raises :class:`~ita_desktop.errors.ItaError` (a bad case, an unknown font, an
    output that cannot be written); the output is then as it was before.
    """
    case = read_complete_case(case_path)
    if _same_file(output_path, case_path):
        raise OutputFileError(output_path, "เป็นไฟล์ข้อมูลที่อ่านเข้ามาเอง โปรดตั้งชื่อ PDF เป็นชื่ออื่น")
    annexes = (_annex(case, earlier, digits),) if annex else ()
    document = compose(known_case(case), digits=digits, annexes=annexes)
    memo = MemoRenderer().render(document, options or RenderOptions())
    write_atomically(output_path, memo.pdf)
    return ExportedMemo(output_path, memo.pages, memo.warnings)


def _annex(case: Case, earlier: Sequence[Path], digits: Digits) -> Annex:
    from ita_desktop.services.annexes import annex_of  # a memo without one does not wait for it

    return annex_of(case, [read_case(file) for file in earlier], digits)


def _same_file(output_path: Path, case_path: Path) -> bool:
    try:
        return output_path.samefile(case_path)
    except (OSError, ValueError):  # no file yet, or a path that the writing will refuse
        return False
