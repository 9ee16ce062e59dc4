"""The overview, the form beside it, and the ways between them, as a person goes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import child
from tests.ui.keys import type_text
from tests.ui.results.making import CASE, SIX, TWELVE, Bench

from ita_desktop.domain.case import Measure, Result, Round, Status
from ita_desktop.domain.progress import Shown
from ita_desktop.domain.result_slots import Slot
from ita_desktop.ui.results.choice_tabs import ChoiceTabs
from ita_desktop.ui.results.overview import PLAIN_ROLE
from ita_desktop.ui.results.summary import RoundSummary
from ita_desktop.ui.widgets.editors import ChoiceBox, TextEdit
from ita_desktop.ui.widgets.labels import WrappingLabel

MakeBench = Callable[..., Bench]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def table_of(bench: Bench) -> QTableView:
    return child(bench.tab, QTableView, "results_overview")


def cell(bench: Bench, row: int, column: int) -> str:
    return str(table_of(bench).model().index(row, column).data(PLAIN_ROLE))


def names(bench: Bench) -> list[str]:
    return [cell(bench, row, 0) for row in range(table_of(bench).model().rowCount(QModelIndex()))]


def click(qtbot: QtBot, bench: Bench, row: int, column: int) -> None:
    table = table_of(bench)
    place = table.visualRect(table.model().index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def text(bench: Bench, name: str) -> TextEdit:
    return child(bench.tab, TextEdit, name)


def press(qtbot: QtBot, bench: Bench, name: str) -> None:
    qtbot.mouseClick(child(bench.tab, QPushButton, name), Qt.MouseButton.LeftButton)


def trigger(bench: Bench, words: str) -> None:
    """Chooses from the menu of the form."""
    menu = child(bench.tab, QPushButton, "more").menu()
    (action,) = [action for action in menu.actions() if words in action.text()]
    assert action.isEnabled()
    action.trigger()


def choose(qtbot: QtBot, bench: Bench, name: str, value: object) -> None:
    """Chooses from a box by keys."""
    box = child(bench.tab, ChoiceBox, name)
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.value() == value:
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.value() == value


def summary(bench: Bench, months: Round) -> str:
    return child(bench.tab, RoundSummary, f"summary_{months.value}").words()


def head(bench: Bench) -> str:
    return child(bench.tab, WrappingLabel, "measure_name").plain_text()


# --- at a glance -----------------------------------------------------------------------------


def test_what_is_done_in_progress_and_missing_is_said_in_words(bench: Bench) -> None:
    assert names(bench) == [measure.name for measure in CASE.measures]
    assert cell(bench, 0, 1) == "แล้วเสร็จ\nหลักฐาน ๑"
    assert cell(bench, 1, 1) == "ยังไม่รายงาน"
    assert cell(bench, 2, 1) == "อยู่ระหว่างดำเนินการ\nไม่มีหลักฐาน"
    assert cell(bench, 0, 2) == "ยังไม่รายงาน"
    said = summary(bench, SIX)
    assert "แล้วเสร็จ ๑ จาก ๓" in said
    assert "อยู่ระหว่างดำเนินการ ๑" in said
    assert "ยังไม่รายงาน ๑" in said
    assert "แล้วเสร็จ ๐ จาก ๓" in summary(bench, TWELVE)


def test_days_are_counted_by_the_clock_of_now(bench: Bench) -> None:
    assert "เหลือ ๓๙ วัน ถึง ๓๑ มีนาคม ๒๕๖๙" in summary(bench, SIX)
    assert "เหลือ ๒๒๒ วัน ถึง ๓๐ กันยายน ๒๕๖๙" in summary(bench, TWELVE)
    (clock,) = bench.tab.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for today, said in (
        (date(2026, 9, 30), "ครบกำหนดวันนี้ ๓๐ กันยายน ๒๕๖๙"),
        (date(2026, 10, 1), "ครบกำหนดแล้วเมื่อ ๓๐ กันยายน ๒๕๖๙ ผ่านมา ๑ วัน"),
        (date(2025, 9, 30), "เหลือ ๓๖๕ วัน"),  # set back into the year before
    ):
        bench.today = today
        clock.timeout.emit()
        assert said in summary(bench, TWELVE)


def test_the_round_at_which_one_works_is_chosen_first(make_bench: MakeBench) -> None:
    assert make_bench().tab.form.slot == Slot(0, SIX)


def test_results_without_a_round_get_a_column_only_where_there_are_any(
    make_bench: MakeBench,
) -> None:
    without = Measure("มาตรการเดิม", results=(Result(None, "ทำแล้ว", status=Status.DONE),))
    case = CASE._replace(measures=(without, CASE.measures[1]))
    bench = make_bench(case)
    assert cell(bench, 0, 3) == "แล้วเสร็จ\nไม่มีหลักฐาน"
    assert cell(bench, 0, 1) == "มีผลที่ไม่ระบุรอบ"
    assert cell(bench, 1, 3) == ""
    assert "มีผลที่ไม่ระบุรอบ ๑" in summary(bench, SIX)
    assert not table_of(bench).isColumnHidden(3)
    assert table_of(make_bench()).isColumnHidden(3)


def test_a_name_of_markup_is_text(make_bench: MakeBench) -> None:
    bench = make_bench(CASE._replace(measures=(Measure("<b>หนา</b> & <img src=x>"),)))
    assert cell(bench, 0, 0) == "<b>หนา</b> & <img src=x>"
    assert head(bench).endswith("<b>หนา</b> & <img src=x>")
    label = child(bench.tab, WrappingLabel, "measure_name")
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_name_of_a_megabyte_is_cut(make_bench: MakeBench) -> None:
    bench = make_bench(
        CASE._replace(measures=(Measure("ก" * 1_000_000, steps=("ข" * 1_000_000,)),))
    )
    assert len(cell(bench, 0, 0)) < 400
    assert len(head(bench)) < 400
    assert "…" in head(bench)


def test_tab_goes_through_the_form_in_its_order(qtbot: QtBot, bench: Bench) -> None:
    child(bench.tab, ChoiceBox, "status").setFocus()
    reached = []
    for _ in range(9):
        widget = bench.tab.focusWidget()
        assert widget is not None
        reached.append(widget.accessibleName() or widget.objectName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert reached == [
        "สถานะการดำเนินการ",
        "ผลการดำเนินการ",
        "ระยะเวลาที่ดำเนินการ",
        "เลือกระยะเวลา",
        "ผลผลิต",
        "ผลลัพธ์",
        "หมายเหตุ",
        "add_file",
        "ชื่อหลักฐานที่ ๑",
    ]


def test_cells_are_copied_for_a_sheet(qtbot: QtBot, bench: Bench) -> None:
    table_of(bench).setFocus()
    table_of(bench).selectAll()
    qtbot.keyClick(table_of(bench), Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 3
    assert lines[0] == "มาตรการเผยแพร่ข้อมูล\tแล้วเสร็จ หลักฐาน ๑\tยังไม่รายงาน"


# --- writing ---------------------------------------------------------------------------------


def test_a_cell_leads_to_its_form(qtbot: QtBot, bench: Bench) -> None:
    click(qtbot, bench, 2, 1)
    assert bench.tab.form.slot == Slot(2, SIX)
    assert head(bench) == "มาตรการที่ ๓ จาก ๓  มาตรการป้องกันสินบน"
    assert text(bench, "details").value() == "กำลังทำ"
    click(qtbot, bench, 0, 2)
    assert bench.tab.form.slot == Slot(0, TWELVE)
    assert text(bench, "details").value() == ""
    click(qtbot, bench, 1, 0)
    assert bench.tab.form.slot == Slot(1, TWELVE)


def test_looking_at_every_form_leaves_nothing_behind(qtbot: QtBot, bench: Bench) -> None:
    for row in range(3):
        for column in (1, 2):
            click(qtbot, bench, row, column)
            for name in ("details", "output", "outcome", "remark"):
                text(bench, name).setFocus()
    assert bench.case == CASE
    assert bench.session.history.to_undo is None


def test_the_first_word_makes_a_result_and_the_last_takes_it_away(
    qtbot: QtBot, bench: Bench
) -> None:
    click(qtbot, bench, 1, 2)
    type_text(text(bench, "output"), "คู่มือ")
    bench.session.commit()
    assert bench.results(1) == (Result(TWELVE, output="คู่มือ"),)
    assert cell(bench, 1, 2) == "ไม่ได้ระบุสถานะ\nไม่มีหลักฐาน"
    text(bench, "output").selectAll()
    qtbot.keyClick(text(bench, "output"), Qt.Key.Key_Delete)
    bench.session.commit()
    assert bench.case == CASE
    assert cell(bench, 1, 2) == "ยังไม่รายงาน"


def test_every_field_is_stored_where_it_belongs(qtbot: QtBot, bench: Bench) -> None:
    click(qtbot, bench, 1, 1)
    choose(qtbot, bench, "status", Status.DONE)
    words = {"details": "ประชุม", "output": "รายงาน", "outcome": "พอใจ ๙๐%", "remark": "ไม่มี"}
    for name, typed in words.items():
        text(bench, name).setFocus()
        type_text(text(bench, name), typed)
    period = child(bench.tab, QWidget, "period").findChildren(TextEdit)[0]
    period.setFocus()
    type_text(period, "ต.ค. ๖๘")
    bench.session.commit()
    expected = Result(SIX, "ประชุม", "ต.ค. ๖๘", "รายงาน", "พอใจ ๙๐%", "ไม่มี", status=Status.DONE)
    assert bench.results(1) == (expected,)


def test_undo_and_redo_show_where(qtbot: QtBot, bench: Bench) -> None:
    click(qtbot, bench, 1, 1)
    type_text(text(bench, "details"), "ประชุม")
    click(qtbot, bench, 0, 2)
    bench.session.place_requested.connect(bench.tab.show_place)
    bench.session.undo()
    assert bench.case == CASE
    assert bench.tab.form.slot is not None
    assert bench.tab.form.slot.measure == 1
    bench.session.redo()
    assert bench.tab.form.slot == Slot(1, SIX)
    assert text(bench, "details").value() == "ประชุม"


def test_what_is_being_typed_survives_a_change_elsewhere(qtbot: QtBot, bench: Bench) -> None:
    click(qtbot, bench, 1, 1)
    text(bench, "details").setFocus()
    type_text(text(bench, "details"), "ประ")
    bench.session.edit("อื่น", lambda case: case._replace(words=("คำ",)))
    type_text(text(bench, "details"), "ชุม")
    bench.session.commit()
    assert bench.results(1)[0].details == "ประชุม"


# --- from one to the next --------------------------------------------------------------------


def test_the_next_measure_is_reached_without_leaving_the_field(qtbot: QtBot, bench: Bench) -> None:
    outcome = text(bench, "outcome")
    outcome.setFocus()
    for typed in ("ก", "ข", "ค"):
        type_text(outcome, typed)
        qtbot.keyClick(outcome, Qt.Key.Key_PageDown, CONTROL)
    assert [bench.results(at)[0].outcome for at in range(3)] == ["ก", "ข", "ค"]
    assert outcome.hasFocus()
    assert bench.tab.form.slot == Slot(2, SIX)
    qtbot.keyClick(outcome, Qt.Key.Key_PageUp, CONTROL)
    assert bench.tab.form.slot == Slot(1, SIX)
    assert table_of(bench).currentIndex().row() == 1
    press(qtbot, bench, "previous")
    assert bench.tab.form.slot == Slot(0, SIX)


def test_rounds_are_changed_by_key(qtbot: QtBot, bench: Bench) -> None:
    text(bench, "details").setFocus()
    qtbot.keyClick(text(bench, "details"), Qt.Key.Key_2, ALT)
    assert bench.tab.form.slot == Slot(0, TWELVE)
    assert table_of(bench).currentIndex().column() == 2
    qtbot.keyClick(text(bench, "details"), Qt.Key.Key_6, ALT)
    assert bench.tab.form.slot == Slot(0, SIX)


def test_moving_stays_among_what_the_filter_shows(qtbot: QtBot, bench: Bench) -> None:
    choose(qtbot, bench, "unit", "สำนักปลัด")
    qtbot.keyClick(text(bench, "details"), Qt.Key.Key_PageDown, CONTROL)
    assert bench.tab.form.slot == Slot(1, SIX)
    qtbot.keyClick(text(bench, "details"), Qt.Key.Key_PageDown, CONTROL)
    assert bench.tab.form.slot == Slot(1, SIX)


# --- what is shown ---------------------------------------------------------------------------


def test_only_what_is_missing(qtbot: QtBot, bench: Bench) -> None:
    choose(qtbot, bench, "shown", Shown.MISSING_SIX)
    assert names(bench) == ["มาตรการรับฟังความคิดเห็น"]
    assert bench.tab.form.slot == Slot(1, SIX)
    type_text(text(bench, "details"), "ประชุม")
    bench.session.commit()
    # what one works at stays in sight
    assert names(bench) == ["มาตรการรับฟังความคิดเห็น"]
    assert child(bench.tab, WrappingLabel, "nothing_shown").isVisible()
    choose(qtbot, bench, "shown", Shown.ALL)
    assert len(names(bench)) == 3
    assert not child(bench.tab, WrappingLabel, "nothing_shown").isVisible()


def test_only_those_of_a_unit(qtbot: QtBot, bench: Bench) -> None:
    choose(qtbot, bench, "unit", "กองช่าง")
    assert names(bench) == ["มาตรการป้องกันสินบน"]
    assert head(bench).endswith("มาตรการป้องกันสินบน")


def test_a_unit_that_is_gone_hides_nothing(qtbot: QtBot, bench: Bench) -> None:
    choose(qtbot, bench, "unit", "กองช่าง")
    bench.session.edit("ลบ", lambda case: case._replace(measures=case.measures[:2]))
    assert len(names(bench)) == 2


# --- several results, rounds and copies ------------------------------------------------------


def test_six_months_are_copied_to_twelve_as_one_step(qtbot: QtBot, bench: Bench) -> None:
    button = child(bench.tab, QPushButton, "copy_round")
    assert not button.isVisible()
    click(qtbot, bench, 1, 2)
    assert not button.isVisible()
    click(qtbot, bench, 0, 2)
    press(qtbot, bench, "copy_round")
    (six, twelve) = bench.results(0)
    assert twelve == six._replace(round=TWELVE)
    assert text(bench, "details").value() == "เผยแพร่แล้ว ๕ เรื่อง"
    assert not button.isVisible()
    bench.session.undo()
    assert bench.case == CASE


def test_the_menu_copies_as_well_and_shows_the_copy(bench: Bench) -> None:
    trigger(bench, "เฉพาะมาตรการนี้")
    assert [result.round for result in bench.results(0)] == [SIX, TWELVE]
    assert bench.tab.form.slot == Slot(0, TWELVE)


def test_all_six_months_are_copied_where_there_is_room(bench: Bench) -> None:
    trigger(bench, "ทุกมาตรการ")
    assert [len(bench.results(at)) for at in range(3)] == [2, 0, 2]
    bench.session.undo()
    assert bench.case == CASE


def test_several_results_of_a_round(qtbot: QtBot, bench: Bench) -> None:
    several = child(bench.tab, ChoiceTabs, "several")
    assert not several.isVisible()
    trigger(bench, "เพิ่มผลอีกรายการ")
    assert several.isVisible()
    assert bench.tab.form.slot == Slot(0, SIX, 1)
    assert len(bench.results(0)) == 1
    type_text(text(bench, "details"), "อีกเรื่อง")
    bench.session.commit()
    assert [result.details for result in bench.results(0)] == ["เผยแพร่แล้ว ๕ เรื่อง", "อีกเรื่อง"]
    several.setFocus()
    qtbot.keyClick(several, Qt.Key.Key_Left)
    assert text(bench, "details").value() == "เผยแพร่แล้ว ๕ เรื่อง"
    trigger(bench, "ลบผลนี้")
    assert [result.details for result in bench.results(0)] == ["อีกเรื่อง"]
    assert bench.done == ["ลบผลนี้แล้ว"]
    assert text(bench, "details").value() == "อีกเรื่อง"
    bench.session.undo()
    assert len(bench.results(0)) == 2


def test_a_result_without_a_round_stays_such_until_it_is_moved(make_bench: MakeBench) -> None:
    old = Result(None, "ทำแล้ว")
    bench = make_bench(CASE._replace(measures=(Measure("เดิม", results=(old,)),)))
    assert bench.tab.show_place(("measures", 0, "results", 0, "details"))
    type_text(text(bench, "remark"), "ครบ")
    bench.session.commit()
    assert bench.results(0) == (old._replace(remark="ครบ"),)
    trigger(bench, "ย้ายผลนี้ไปรอบ ๖")
    assert bench.results(0) == (Result(SIX, "ทำแล้ว", remark="ครบ"),)
    assert bench.tab.form.slot == Slot(0, SIX)


# --- places ----------------------------------------------------------------------------------


def test_a_place_is_shown_with_its_field(bench: Bench) -> None:
    assert bench.tab.show_place(("measures", 2, "results", 0, "remark"))
    assert bench.tab.form.slot == Slot(2, SIX)
    assert text(bench, "remark").hasFocus()
    assert bench.tab.show_place(("measures", 1, "results"))
    assert bench.tab.form.slot == Slot(1, SIX)
    assert text(bench, "details").hasFocus()
    assert bench.tab.show_place(("measures", 0, "results", 0, "evidence", 0, "url"))
    assert bench.tab.form.slot == Slot(0, SIX)
    focused = bench.tab.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "ลิงก์ของหลักฐานที่ ๑"


@pytest.mark.parametrize(
    "place", [(), ("papers", 0, "date"), ("measures", 0, "name"), ("measures", 9, "results", 0)]
)
def test_places_of_others_are_left_to_them(bench: Bench, place: tuple[str | int, ...]) -> None:
    assert not bench.tab.show_place(place)


# --- the year around it ------------------------------------------------------------------------


def test_a_measure_that_is_moved_elsewhere_stays_chosen(qtbot: QtBot, bench: Bench) -> None:
    click(qtbot, bench, 2, 1)
    bench.session.edit("ย้าย", lambda case: case._replace(measures=case.measures[::-1]))
    assert bench.tab.form.slot == Slot(0, SIX)
    assert text(bench, "details").value() == "กำลังทำ"
    bench.session.edit("ลบ", lambda case: case._replace(measures=case.measures[1:]))
    assert bench.tab.form.slot is not None
    assert head(bench).startswith("มาตรการที่ ๑ จาก ๒")


def test_a_year_without_measures_says_what_to_do(make_bench: MakeBench) -> None:
    bench = make_bench(CASE._replace(measures=()))
    assert "โปรดเพิ่มมาตรการ" in child(bench.tab, WrappingLabel, "nothing_shown").plain_text()
    assert not bench.tab.form.isEnabled()
    bench.session.edit("เพิ่ม", lambda case: case._replace(measures=CASE.measures))
    assert bench.tab.form.isEnabled()
    assert bench.tab.form.slot == Slot(0, SIX)
    bench.session.edit("ลบ", lambda case: case._replace(measures=()))
    assert not bench.tab.form.isEnabled()


def test_no_year_at_all(make_bench: MakeBench) -> None:
    bench = make_bench(None)
    assert not bench.tab.form.isEnabled()
    assert not bench.tab.show_place(("measures", 0, "results"))


def test_one_who_may_only_read_changes_nothing(qtbot: QtBot, make_bench: MakeBench) -> None:
    bench = make_bench(read_only=True)
    type_text(text(bench, "details"), "x")
    assert text(bench, "details").isReadOnly()
    assert not child(bench.tab, QPushButton, "copy_round").isVisible()
    assert not child(bench.tab, QPushButton, "add_file").isEnabled()
    assert bench.case == CASE


def test_sixty_measures_are_not_built_again_for_a_word(qtbot: QtBot, make_bench: MakeBench) -> None:
    many = tuple(
        Measure(f"มาตรการที่ {at}", results=(Result(SIX, "ก"), Result(TWELVE, "ข")))
        for at in range(60)
    )
    bench = make_bench(CASE._replace(measures=many))
    model = table_of(bench).model()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        choose(qtbot, bench, "status", Status.DONE)
        bench.session.commit()
    assert changed.args is not None
    assert [index.row() for index in changed.args[:2]] == [0, 0]
