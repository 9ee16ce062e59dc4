"""From a case file to the memo's PDF on disk, in one operation."""

from pathlib import Path
from typing import NamedTuple

from ita_desktop.exchange.case_json import read_case
from ita_desktop.exchange.files import OutputFileError, write_atomically
from ita_desktop.memo.compose import compose
from ita_desktop.memo.render import MemoRenderer, RenderOptions
from ita_desktop.thai.digits import Digits


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
) -> ExportedMemo:
    """Read a case file and write its memo as a PDF, replacing what stood there.

    Raises :class:`~ita_desktop.errors.ItaError` (a bad case, an unknown font, an
    output that cannot be written); the output is then as it was before.
    """
    case = read_case(case_path)
    if _same_file(output_path, case_path):
        raise OutputFileError(output_path, "เป็นไฟล์ข้อมูลที่อ่านเข้ามาเอง โปรดตั้งชื่อ PDF เป็นชื่ออื่น")
    memo = MemoRenderer().render(compose(case, digits=digits), options or RenderOptions())
    write_atomically(output_path, memo.pdf)
    return ExportedMemo(output_path, memo.pages, memo.warnings)


def _same_file(output_path: Path, case_path: Path) -> bool:
    try:
        return output_path.samefile(case_path)
    except (OSError, ValueError):  # no file yet, or a path that the writing will refuse
        return False
