"""A window whose memos are small PDFs made on the spot, so that the tests are about the window."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ita_desktop.domain.case import Agency, Assessment, Case
from ita_desktop.errors import ItaError
from ita_desktop.memo.render import RenderedMemo
from ita_desktop.services.preview import OpenMemo
from ita_desktop.ui.main_window import MainWindow


def pdf_of(pages: int) -> bytes:
    """A PDF of this many empty A4 pages."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for page in range(pages):
        canvas.drawString(72, 700, f"page {page + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class Bench:
    """Stands for the services: what it opens is what a test has put in."""

    def __init__(self) -> None:
        self.files: dict[str, Callable[[], RenderedMemo]] = {}
        self.sample = RenderedMemo(pdf_of(3), 3, ())

    def put(self, name: str, pages: int = 1, warnings: tuple[str, ...] = ()) -> None:
        memo = RenderedMemo(pdf_of(pages), pages, warnings)
        self.files[name] = lambda: memo

    def open_case(self, file: Path) -> OpenMemo:
        if file.name not in self.files:
            raise ItaError(f"ไม่พบ {file.name} <b>เลือกไฟล์อื่น</b>")
        return self._open(file, self.files[file.name]())

    def open_sample(self) -> OpenMemo:
        return self._open(None, self.sample)

    def _open(self, file: Path | None, memo: RenderedMemo) -> OpenMemo:
        return OpenMemo(file, Case(Agency("อบต.ทดลอง"), 2569, Assessment(2568)), memo)


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def window(qtbot: QtBot, bench: Bench) -> Iterator[MainWindow]:
    window = MainWindow(bench)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window
