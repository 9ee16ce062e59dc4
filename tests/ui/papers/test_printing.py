"""Pages on paper: their exact size and place, which ones, in which order."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from tests.ui.papers.making import pdf_of
from tests.writers.reading import ink

from ita_desktop.ui.papers.printing import (
    PrintingError,
    a4_printer,
    page_count,
    pages_to_print,
    print_pages,
)

A4 = (595.0, 841.0)


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    """A printer whose paper is a file."""
    printer = a4_printer("บันทึก")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    return printer


def paper(printer: QPrinter) -> bytes:
    return Path(printer.outputFileName()).read_bytes()


def bounds(pdf: bytes, page: int) -> tuple[float, float, float, float]:
    found = ink(pdf, page, 0, 0, *A4)
    assert found is not None
    return found


def test_the_paper_is_a4_at_600_dots(printer: QPrinter) -> None:
    assert printer.resolution() == 600
    whole = printer.pageLayout().fullRectPixels(600)
    assert (whole.width() / 600 * 25.4, whole.height() / 600 * 25.4) == (
        pytest.approx(210, abs=0.2),
        pytest.approx(297, abs=0.2),
    )


@pytest.mark.parametrize("resolution", [300, 720, 1200])
def test_nothing_is_scaled_or_moved(printer: QPrinter, resolution: int) -> None:
    printer.setResolution(resolution)
    pdf = pdf_of(1)
    assert print_pages(pdf, printer, [0], lambda done: True)
    assert bounds(paper(printer), 0) == pytest.approx(bounds(pdf, 0), abs=0.5)


def test_pages_come_in_the_order_that_is_asked_for(printer: QPrinter) -> None:
    printer.setResolution(75)
    assert print_pages(pdf_of(3), printer, [2, 0], lambda done: True)
    assert page_count(paper(printer)) == 2


def test_progress_is_told_and_can_stop_it(printer: QPrinter) -> None:
    printer.setResolution(75)
    told: list[int] = []

    def until_one(done: int) -> bool:
        told.append(done)
        return done < 1

    assert not print_pages(pdf_of(3), printer, [0, 1, 2], until_one)
    assert told == [0, 1]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "no folder" / "paper.pdf"))
    with pytest.raises(PrintingError, match="โปรด"):
        print_pages(pdf_of(1), printer, [0], lambda done: True)


def test_all_pages_unless_some_are_chosen(printer: QPrinter) -> None:
    assert pages_to_print(printer, 3, current=1) == [0, 1, 2]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert pages_to_print(printer, 3, current=1) == [1]


def test_ranges_of_pages(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3-4"))
    assert pages_to_print(printer, 5, current=0) == [0, 2, 3]
    printer.setPageRanges(QPageRanges())
    printer.setFromTo(2, 3)
    assert pages_to_print(printer, 5, current=0) == [1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_to_print(printer, 5, current=0) == [2, 1]


def test_copies_that_the_printer_cannot_make_itself(printer: QPrinter) -> None:
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    if printer.supportsMultipleCopies():
        pytest.skip("this printer makes copies itself")
    assert pages_to_print(printer, 2, current=0) == [0, 1, 0, 1]
    printer.setCollateCopies(False)
    assert pages_to_print(printer, 2, current=0) == [0, 0, 1, 1]
