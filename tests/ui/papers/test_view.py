"""The view of a PDF: pages, zoom, and that another PDF changes nothing but the pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.papers.making import pdf_of

from ita_desktop.ui.papers.view import (
    LARGEST_ZOOM,
    SMALLEST_ZOOM,
    Fit,
    MemoView,
    UnreadablePdfError,
)


@pytest.fixture
def view(qtbot: QtBot) -> MemoView:
    view = MemoView()
    qtbot.addWidget(view)
    view.resize(500, 600)
    with qtbot.waitExposed(view):
        view.show()
    view.show_pdf(pdf_of(5))
    return view


def ink(view: MemoView) -> int:
    """Dark dots in the picture of the view."""
    picture = view.viewport().grab().toImage()
    dots = [
        picture.pixelColor(x, y).lightness()
        for x in range(picture.width())
        for y in range(0, picture.height(), 2)
    ]
    return sum(1 for light in dots if light < 60)


def test_pages_are_drawn(view: MemoView) -> None:
    with_text = ink(view)
    view.clear()
    assert with_text > ink(view) + 10


def test_the_page_in_sight_is_told(qtbot: QtBot, view: MemoView) -> None:
    assert (view.current_page(), view.page_count()) == (0, 5)
    with qtbot.waitSignal(view.page_changed) as told:
        view.go_to_next_page()
    assert told.args == [1, 5]
    view.go_to_previous_page()
    assert view.current_page() == 0
    view.go_to_page(99)
    assert view.current_page() == 0


def test_keys_go_to_the_ends_and_by_screens(qtbot: QtBot, view: MemoView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_page() == 4
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current_page() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def test_another_pdf_is_seen_at_the_same_place_and_zoom(view: MemoView) -> None:
    view.set_zoom(0.9)
    view.verticalScrollBar().setValue(1234)
    view.horizontalScrollBar().setValue(7)
    view.show_pdf(pdf_of(6, "other"))
    assert view.verticalScrollBar().value() == 1234
    assert view.horizontalScrollBar().value() == 7
    assert view.zoom() == pytest.approx(0.9)
    assert (view.current_page(), view.page_count()) == (1, 6)


def test_another_pdf_does_not_blink(view: MemoView) -> None:
    # The next picture of the view has the new pages: nothing is drawn later.
    before = ink(view)
    view.show_pdf(pdf_of(5))
    assert ink(view) == before


def test_fewer_pages_leave_the_last_one_in_sight(view: MemoView) -> None:
    view.go_to_page(4)
    view.show_pdf(pdf_of(2))
    assert (view.current_page(), view.page_count()) == (1, 2)


def test_another_year_begins_at_its_first_page(view: MemoView) -> None:
    view.go_to_page(3)
    view.show_pdf(pdf_of(5), from_start=True)
    assert view.current_page() == 0


def test_what_is_no_pdf_leaves_what_was_shown(view: MemoView) -> None:
    with pytest.raises(UnreadablePdfError):
        view.show_pdf(b"no pdf")
    assert view.page_count() == 5
    assert ink(view) > 10


def test_zoom_keeps_what_is_in_the_middle(qtbot: QtBot, view: MemoView) -> None:
    view.go_to_page(2)
    with qtbot.waitSignal(view.zoom_changed) as told:
        view.zoom_in()
    assert told.args == [pytest.approx(view.zoom())]
    assert view.current_page() == 2
    assert view.fit is Fit.NONE
    view.zoom_out()
    view.zoom_out()
    assert view.current_page() == 2


@pytest.mark.parametrize("end", [LARGEST_ZOOM, SMALLEST_ZOOM])
def test_zoom_ends_somewhere(view: MemoView, end: float) -> None:
    step = view.zoom_in if end == LARGEST_ZOOM else view.zoom_out
    for _ in range(20):
        step()
    assert view.zoom() == end


def test_the_width_is_fitted_also_when_the_window_changes(view: MemoView) -> None:
    narrow = view.zoom()
    view.resize(800, 600)
    assert view.zoom() > narrow
    assert view.horizontalScrollBar().maximum() == 0


def test_a_whole_page_fits(view: MemoView) -> None:
    view.set_fit(Fit.PAGE)
    view.go_to_page(1)
    assert view.zoom() * view.logicalDpiY() / 72 * 842 <= view.viewport().height()
    assert view.fit is Fit.PAGE


def test_the_wheel_zooms_with_ctrl_only(view: MemoView) -> None:
    def wheel(modifiers: Qt.KeyboardModifier) -> None:
        event = QWheelEvent(
            QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)

    before = view.zoom()
    wheel(Qt.KeyboardModifier.NoModifier)
    assert view.zoom() == before
    assert view.verticalScrollBar().value() > 0
    wheel(Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() < before
