"""The memo of one case to look at and to export: what the window does with it."""

from pathlib import Path
from typing import NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.exchange.case_json import read_case
from ita_desktop.files import write_atomically
from ita_desktop.memo.compose import compose
from ita_desktop.memo.render import MemoRenderer, RenderedMemo, RenderOptions
from ita_desktop.services.samples import sample_case
from ita_desktop.thai.digits import Digits


class OpenMemo(NamedTuple):
    """A case with its memo; ``file`` None is the built-in sample."""

    file: Path | None
    case: Case
    memo: RenderedMemo


class MemoPreview:
    """Opens cases and keeps the renderer, which makes every next memo faster.

    For one thread at a time.
    """

    def __init__(self) -> None:
        self._renderer = MemoRenderer()

    def open_case(self, file: Path) -> OpenMemo:
        """Reads a case file and sets its memo. Raises ItaError."""
        return self._set(file, read_case(file))

    def open_sample(self) -> OpenMemo:
        """Sets the memo of the built-in sample. Raises ItaError."""
        return self._set(None, sample_case())

    def _set(self, file: Path | None, case: Case) -> OpenMemo:
        document = compose(case, digits=Digits.THAI)
        return OpenMemo(file, case, self._renderer.render(document, RenderOptions()))


def export_pdf(memo: RenderedMemo, file: Path) -> Path:
    """Writes the memo as it is shown, replacing what stood there; returns ``file``.

    Raises OutputFileError; the file is then as it was before.
    """
    write_atomically(file, memo.pdf)
    return file
