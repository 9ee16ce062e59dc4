"""The memo's tab as a clerk uses it: fields, composed texts, the preview that follows."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.memos import a_memo, changed_memo
from tests.ui.finding import child
from tests.ui.keys import type_text
from tests.ui.papers.conftest import Opening
from tests.ui.papers.making import SAMPLE, SMALL, Opened
from tests.ui.session import EMPTY
from tests.writers.reading import by_pdfium

from ita_desktop.domain.case import Agency, Paper, Round
from ita_desktop.domain.case_paths import CasePath, value_at
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.services.paper_texts import composed_texts
from ita_desktop.services.papers import MadePaper
from ita_desktop.ui.papers.view import MemoView
from ita_desktop.ui.widgets.editors import ChoiceBox, LineEdit, TextEdit
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.list_editor import ListEditor
from ita_desktop.ui.widgets.thai_date import ThaiDateEdit


def button(opened: Opened, name: str) -> QToolButton:
    return child(opened.tab, QToolButton, name)


def editor(opened: Opened, name: str) -> TextEdit:
    return child(opened.tab, TextEdit, name)


def view(opened: Opened) -> MemoView:
    return child(opened.tab, MemoView, "memo_view")


def seen(qtbot: QtBot, opened: Opened) -> None:
    """Waits until the memo is there at all."""
    qtbot.waitUntil(lambda: view(opened).page_count() > 0)


# --- the preview ---------------------------------------------------------------------------


def test_the_memo_is_there_without_asking(qtbot: QtBot, opened: Opened) -> None:
    seen(qtbot, opened)


def test_what_is_typed_is_seen_before_it_is_stored(qtbot: QtBot, opened: Opened) -> None:
    seen(qtbot, opened)
    stored: list[object] = []
    opened.session.case_changed.connect(lambda *_: stored.append(1))
    subject = editor(opened, "memo_subject")
    subject.setFocus()
    with qtbot.waitSignal(opened.parts.maker.made) as made:
        type_text(subject, "ขอรายงานเรื่องใหม่")
    memo = made.args[0]
    assert isinstance(memo, MadePaper)
    assert memo_of(memo.order.case).text("subject") == "ขอรายงานเรื่องใหม่"
    assert "ขอรายงานเรื่องใหม่" in "".join(by_pdfium(memo.pdf))
    assert not stored
    # When it is stored, there is nothing new to be made.
    opened.session.commit()
    assert memo_of(opened.case).text("subject") == "ขอรายงานเรื่องใหม่"
    with qtbot.assertNotEmitted(opened.parts.maker.made, wait=100):
        opened.parts.maker.finish()


def test_page_and_zoom_stay_while_the_memo_is_changed(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(SAMPLE)
    seen(qtbot, opened)
    pages = view(opened)
    pages.set_zoom(0.7)
    pages.go_to_page(3)
    place = pages.verticalScrollBar().value()
    with qtbot.waitSignal(opened.parts.maker.made):
        type_text(child(opened.tab, LineEdit, "memo_number"), "๑")
    assert (pages.verticalScrollBar().value(), pages.zoom()) == (place, 0.7)


def test_another_year_is_shown_from_its_first_page(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(SAMPLE)
    seen(qtbot, opened)
    view(opened).go_to_page(3)
    with qtbot.waitSignal(opened.parts.maker.made):
        opened.session.add_year("ปีใหม่", SAMPLE._replace(fiscal_year=2569))
    assert view(opened).current_page() == 0


def test_what_the_font_lacks_is_told_calmly_above_the_preview(qtbot: QtBot, opened: Opened) -> None:
    seen(qtbot, opened)
    warnings = child(opened.tab, WrappingLabel, "preview_warnings")
    assert not warnings.isVisible()
    opened.session.edit("แก้", lambda case: changed_memo(case, subject="เรื่อง 漢"))
    qtbot.waitUntil(warnings.isVisible)
    assert "漢" in warnings.plain_text()
    opened.session.undo()
    qtbot.waitUntil(lambda: not warnings.isVisible())


def test_while_the_tab_is_out_of_sight_no_memo_is_made(qtbot: QtBot, opened: Opened) -> None:
    seen(qtbot, opened)
    opened.window.go_to_tab(1)
    with qtbot.assertNotEmitted(opened.parts.maker.made):
        opened.session.edit("แก้", lambda case: case._replace(fiscal_year=2570))
        opened.parts.maker.finish()
    with qtbot.waitSignal(opened.parts.maker.made):
        opened.window.go_to_tab(0)


def test_options_are_seen_at_once_and_kept(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(SAMPLE)
    seen(qtbot, opened)
    annex = child(opened.tab, QCheckBox, "option_annex")
    opened.tab.findChild(QToolButton, "options_toggle").setChecked(True)
    with qtbot.waitSignal(opened.parts.maker.made) as made:
        annex.click()
    assert "ภาคผนวก" in "".join(by_pdfium(made.args[0].pdf))
    again = opening(SAMPLE, kept=opened.kept)
    assert child(again.tab, QCheckBox, "option_annex").isChecked()


# --- composed texts ------------------------------------------------------------------------


def test_empty_fields_show_what_will_be_printed(opened: Opened) -> None:
    texts = composed_texts(SMALL, memo_of(SMALL))
    subject = editor(opened, "memo_subject")
    assert subject.placeholderText().replace("\u200b", "") == texts["subject"]
    assert subject.toPlainText() == ""
    assert button(opened, "memo_subject_compose").text() == "แก้"


def test_the_composed_text_follows_the_round(opened: Opened) -> None:
    rounds = child(opened.tab, ChoiceBox, "memo_round")
    rounds.setCurrentIndex(2)
    rounds.activated.emit(2)
    opened.session.commit()
    assert memo_of(opened.case).round is Round.TWELVE_MONTHS
    shown = editor(opened, "memo_subject").placeholderText().replace("\u200b", "")
    assert "รอบ ๑๒ เดือน" in shown


def test_one_click_makes_the_text_ones_own_and_one_gives_it_back(
    qtbot: QtBot, opened: Opened
) -> None:
    own = button(opened, "memo_subject_compose")
    qtbot.mouseClick(own, Qt.MouseButton.LeftButton)
    composed = composed_texts(SMALL, memo_of(SMALL))["subject"]
    assert memo_of(opened.case).text("subject") == composed
    assert own.text() == "คืนค่า"
    type_text(editor(opened, "memo_subject"), " ก")
    qtbot.mouseClick(own, Qt.MouseButton.LeftButton)
    assert memo_of(opened.case).text("subject") == ""
    assert own.text() == "แก้"
    opened.session.undo()
    assert composed in memo_of(opened.case).text("subject")


def test_enter_in_the_subject_makes_no_line(qtbot: QtBot, opened: Opened) -> None:
    subject = editor(opened, "memo_subject")
    subject.setFocus()
    type_text(subject, "ก")
    qtbot.keyClick(subject, Qt.Key.Key_Return)
    assert memo_of(opened.case).text("subject") == "ก"
    assert not subject.hasFocus()


# --- the other fields ----------------------------------------------------------------------


def test_every_field_reaches_its_place(qtbot: QtBot, opened: Opened) -> None:
    for place, text in (
        (("papers", 0, "number"), "ศก ๑/๒"),
        (("papers", 0, "texts", "division"), "กองคลัง"),
        (("papers", 0, "texts", "recipient"), "นายก"),
        (("papers", 0, "texts", "measures_heading"), "มาตรการของเรา"),
        (("papers", 0, "texts", "results_intro"), "ขอรายงาน"),
        (("papers", 0, "texts", "closing"), "จึงเรียนมา"),
        (("agency", "short_name"), "อบต.ต"),
        (("agency", "district"), "ใหม่"),
        (("agency", "province"), "เลย"),
        (("agency", "division"), "สำนักปลัด"),
    ):
        opened.tab.show_place(place)
        focused = QApplication.focusWidget()
        assert focused is not None
        part = "memo" if place[0] == "papers" else place[0]
        assert focused.objectName() == f"{part}_{place[-1]}"
        type_text(focused, text)
        opened.session.commit()
        assert value_at(opened.case, place) == text
        step = opened.session.history.to_undo
        assert step is not None
        assert step.place == place


def test_a_year_without_a_memo_gets_one_with_the_first_word(qtbot: QtBot, opening: Opening) -> None:
    letter = Paper("letter")  # of a kind that only a newer program knows
    opened = opening(EMPTY._replace(papers=(letter,)))
    opened.tab.show_place(("papers", 1, "texts", "subject"))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "memo_subject"
    type_text(focused, "เรื่องแรก")
    opened.session.commit()
    assert opened.case.papers == (letter, a_memo(subject="เรื่องแรก"))
    step = opened.session.history.to_undo
    assert step is not None
    assert step.place == ("papers", 1, "texts", "subject")
    opened.session.undo()
    assert opened.case.papers == (letter,)


def test_the_date_is_typed_in_the_buddhist_era(qtbot: QtBot, opened: Opened) -> None:
    day = child(opened.tab, ThaiDateEdit, "memo_date")
    day.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, "9 เม.ย. 2569")
    opened.session.commit()
    assert memo_of(opened.case).date == date(2026, 4, 9)


def test_words_are_one_a_line(qtbot: QtBot, opened: Opened) -> None:
    opened.tab.show_place(("words",))
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, "ลานไผ่\nธารทอง")
    opened.session.commit()
    assert opened.case.words == ("ลานไผ่", "ธารทอง")
    assert child(opened.tab, ListEditor, "words").value() == opened.case.words


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (("papers", 0, "texts", "subject"), "memo_subject"),
        (("papers", 0, "date"), "memo_date"),
        (("papers", 0), "memo_subject"),
        (("papers", 0, "signatories", 1, "name"), "person_name"),
        (("papers", 0, "signatories", 2, "position"), "person_position"),
        (("papers", 0, "signatories"), "signing_list"),
        (("agency", "name"), "agency_name"),
        (("agency",), "agency_name"),
        (("words", 0), "words"),
    ],
)
def test_a_place_is_brought_into_sight_and_focus(
    opened: Opened, place: CasePath, name: str
) -> None:
    assert opened.tab.show_place(place)
    focused = QApplication.focusWidget()
    target = child(opened.tab, QWidget, name)
    assert focused is not None
    assert focused is target or target.isAncestorOf(focused)
    assert focused.visibleRegion().boundingRect().height() > 0


def test_places_of_others_are_left_to_them(opened: Opened) -> None:
    for place in ((), ("measures", 0, "name"), ("analysis", "opening"), ("fiscal_year",)):
        assert not opened.tab.show_place(place)


def test_the_right_person_is_chosen(opened: Opened) -> None:
    opened.tab.show_place(("papers", 0, "signatories", 2, "name"))
    assert child(opened.tab, LineEdit, "person_name").text() == "นางมาลี ศรีสุข"


def test_undo_shows_where(qtbot: QtBot, opened: Opened) -> None:
    opened.tab.show_place(("agency", "province"))
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, "เลย")
    opened.tab.show_place(("papers", 0, "number"))
    opened.session.undo()
    assert opened.case.agency.province == ""
    undone = QApplication.focusWidget()
    assert undone is not None
    assert undone.objectName() == "agency_province"


def test_sections_stay_as_they_were_left(opening: Opening, opened: Opened) -> None:
    words = child(opened.tab, QWidget, "words_box")
    assert not words.isVisible()
    button(opened, "words_toggle").click()
    button(opened, "head_toggle").click()
    assert words.isVisible()
    again = opening(kept=opened.kept)
    assert child(again.tab, QWidget, "words_box").isVisible()
    assert not child(again.tab, QWidget, "head_box").isVisible()


def test_what_is_opened_comes_into_sight(qtbot: QtBot, opened: Opened) -> None:
    area = child(opened.tab, QScrollArea, "fields_area")
    words = child(opened.tab, QWidget, "words_box")
    area.verticalScrollBar().setValue(0)
    button(opened, "words_toggle").click()

    def is_in_sight() -> bool:
        last = words.mapTo(area.viewport(), words.rect().bottomLeft()).y()
        return 0 < last < area.viewport().height()

    qtbot.waitUntil(is_in_sight)


def test_reading_only_changes_nothing(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(read_only=True)
    seen(qtbot, opened)
    subject = editor(opened, "memo_subject")
    type_text(subject, "ก")
    qtbot.keyClick(subject, Qt.Key.Key_A)
    opened.session.commit()
    assert opened.case == SMALL
    for name in ("memo_subject_compose", "memo_closing_compose"):
        assert not button(opened, name).isEnabled()


def test_markup_is_shown_as_it_was_typed(qtbot: QtBot, opening: Opening) -> None:
    hostile = "<b>หนา</b>&lt;"
    opened = opening(SMALL._replace(agency=Agency(hostile)))
    shown = editor(opened, "memo_recipient").placeholderText().replace("\u200b", "")
    assert hostile in shown
    seen(qtbot, opened)


def test_a_larger_font_makes_room_for_grey_texts(qtbot: QtBot, opened: Opened) -> None:
    subject = editor(opened, "memo_subject")
    before = subject.height()
    font = subject.font()
    font.setPointSize(font.pointSize() * 2)
    subject.setFont(font)
    QApplication.sendEvent(subject, QEvent(QEvent.Type.FontChange))
    assert subject.height() > before * 1.5
