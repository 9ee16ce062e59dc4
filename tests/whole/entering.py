"""How a clerk enters a whole year: tab by tab, by the keys that each tab offers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QListView,
    QPushButton,
    QTableView,
    QToolButton,
    QTreeWidget,
)
from tests.whole.clerk import ALT, CONTROL, SHIFT, Clerk, Key

from ita_desktop.domain.case import Agency, Case, Evidence, Measure, Result, Round, Signatory
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.domain.result_slots import ROUNDS
from ita_desktop.thai.dates import long_date
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.analysis.scores_model import ScoreColumn
from ita_desktop.ui.papers.tab import ROUNDS as MEMO_ROUNDS
from ita_desktop.ui.results.evidence import EvidenceList
from ita_desktop.ui.results.words import STATUS_CHOICES
from ita_desktop.ui.widgets.grid import KEY_ROLE, GridTree

ROUND_COLUMNS = {months: column for column, months in enumerate(ROUNDS, start=1)}
STATUS_TEXTS = dict(STATUS_CHOICES)
TICK = Qt.ItemDataRole.CheckStateRole


def enter_year(clerk: Clerk, case: Case, folder: Path) -> None:
    """Enters everything of a year into an empty one; files of evidence come from *folder*."""
    enter_scores(clerk, case)
    if case.analysis.focus:
        choose_what_to_improve(clerk, case)
    if case.analysis.opening:
        write_opening(clerk, case.analysis.opening)
    enter_measures(clerk, case)
    enter_results(clerk, case, folder)
    enter_memo(clerk, case)


# --- the first start -------------------------------------------------------------------------


def answer_first_questions(clerk: Clerk, agency: Agency) -> None:
    """Answers the three questions and the optional one; the year of today is there then."""
    clerk.wait_for(lambda: QApplication.activeModalWidget() is not None)
    clerk.wait_for(lambda: clerk.window.isActive() and clerk.is_at("agency"))
    for name, text in (
        ("agency", agency.name),
        ("division", agency.division),
        ("province", agency.province),
        ("district", agency.district),
    ):
        clerk.tab_to(name)
        clerk.type(text)
    clerk.press(Key.Key_Return)


# --- วิเคราะห์ตัวชี้วัด ---------------------------------------------------------------------------


def enter_scores(clerk: Clerk, case: Case) -> None:
    """Enters the years, the scores and what was chosen to improve."""
    clerk.press(Key.Key_1, CONTROL)
    clerk.press(Key.Key_S, ALT)  # from the scores, Tab goes from one to the next
    assert clerk.is_at("assessment_year")
    clerk.write(str(case.assessment.year))
    clerk.tab_to("fiscal_year")
    clerk.write(str(case.fiscal_year))
    clerk.tab_to("scores")
    for indicator in case.assessment.indicators:
        enter_score(clerk, str(indicator.number), indicator.score, bool(indicator.sub_indicators))
        for sub in indicator.sub_indicators:
            enter_score(clerk, sub.number, sub.score, bool(sub.items))
            for item in sub.items:
                enter_score(clerk, item.code, item.score)


def row_in_sight(clerk: Clerk) -> str:
    """The number of the part whose row is marked."""
    return str(clerk.sees(GridTree, "scores").currentIndex().data(KEY_ROLE))


def enter_score(clerk: Clerk, number: str, score: Decimal | None, opens: bool = False) -> None:
    """Types a score into its row, where Enter mostly has led to; ``opens``: and what is in it."""
    clerk.press_until(lambda: row_in_sight(clerk) == number, Key.Key_Down)
    if opens:  # in the column of names
        clerk.press(Key.Key_Left)
        clerk.press(Key.Key_Right, times=2)
    if score is not None:
        clerk.type(str(score))
    clerk.press(Key.Key_Return)


def choose_what_to_improve(clerk: Clerk, case: Case) -> None:
    """Ticks what is to be improved and nothing else, from the last row upwards.

    The program has ticked the lowest by itself.
    """
    rows = clerk.sees(GridTree, "scores").shown_rows()
    for row in reversed(rows):
        number, tick = row.data(KEY_ROLE), row.siblingAtColumn(ScoreColumn.FOCUS)
        ticked = tick.data(TICK) == Qt.CheckState.Checked
        if ticked != (number in case.analysis.focus):
            go_to_row(clerk, number)
            clerk.press(Key.Key_Space)


def go_to_row(clerk: Clerk, number: str) -> None:
    """Goes up to a row's box by the arrows."""
    tree = clerk.sees(GridTree, "scores")
    clerk.press_until(lambda: row_in_sight(clerk) == number, Key.Key_Up)
    clerk.press_until(lambda: tree.currentIndex().column() == ScoreColumn.FOCUS, Key.Key_Right)


def write_opening(clerk: Clerk, text: str) -> None:
    """Writes the opening paragraph in one's own words."""
    clerk.press(Key.Key_N, ALT)
    clerk.tab_to("opening")
    clerk.write(text)


# --- มาตรการ ----------------------------------------------------------------------------------


def enter_measures(clerk: Clerk, case: Case) -> None:
    """Enters the measures one after the other, without their results."""
    clerk.press(Key.Key_2, CONTROL)
    for at, measure in enumerate(case.measures):
        if at == 0:
            clerk.click(clerk.sees(QPushButton, "add_first"))
        else:
            clerk.press(Key.Key_N, CONTROL | SHIFT)
        enter_measure(clerk, measure)


def enter_measure(clerk: Clerk, measure: Measure) -> None:
    """Fills in the form, whose first field has the cursor."""
    assert clerk.is_at("name")
    clerk.type(measure.name)
    clerk.tab_to("indicators")
    if measure.indicators:
        clerk.press(Key.Key_Space)
        tick_indicators(clerk, measure.indicators)
    for name, items in (
        ("guidelines", measure.guidelines),
        ("steps", measure.steps),
        ("responsible", measure.responsible),
    ):
        clerk.tab_to(name)
        clerk.type("\n".join(items))
    clerk.tab_to("monitoring")
    clerk.type(measure.monitoring)


def tick_indicators(clerk: Clerk, numbers: Sequence[str]) -> None:
    """Ticks indicators in the list that has dropped down."""
    tree = clerk.sees(QTreeWidget)
    for number in numbers:
        clerk.press_until(
            lambda n=number: tree.currentItem().text(0).split()[0] == thai_number(n), Key.Key_Down
        )
        clerk.press(Key.Key_Space)
    clerk.press(Key.Key_Escape)


# --- ผลการดำเนินการ ---------------------------------------------------------------------------


def enter_results(clerk: Clerk, case: Case, folder: Path) -> None:
    """Enters what was done; files of evidence come from *folder*."""
    clerk.press(Key.Key_3, CONTROL)
    for row, measure in enumerate(case.measures):
        for nth, result in enumerate(measure.results):
            begin_result(clerk, row, measure.results[:nth], result.round)
            enter_result(clerk, result, folder)
            if result.round is None:  # seldom: it is entered elsewhere and moved
                choose_more(clerk, "0")


def begin_result(clerk: Clerk, row: int, before: Sequence[Result], months: Round | None) -> None:
    """Goes to the empty form for a result; one of no stated round begins in the second round."""
    place = months or Round.TWELVE_MONTHS
    go_to_cell(clerk, row, ROUND_COLUMNS[place])
    if any(result.round == place for result in before):
        choose_more(clerk, "A")


def choose_more(clerk: Clerk, letter: str) -> None:
    """Opens the menu of what else can be done with a result, and chooses by a letter."""
    clerk.press(Key.Key_M, ALT)
    clerk.wait_for(lambda: QApplication.activePopupWidget() is not None)
    clerk.type(letter)
    clerk.wait_for(lambda: QApplication.activePopupWidget() is None)


def go_to_cell(clerk: Clerk, row: int, column: int) -> None:
    """Chooses a measure and a round in the overview."""
    table = clerk.sees(QTableView, "results_overview")
    clerk.tab_to("results_overview")
    down = Key.Key_Down if table.currentIndex().row() < row else Key.Key_Up
    right = Key.Key_Right if table.currentIndex().column() < column else Key.Key_Left
    clerk.press_until(lambda: table.currentIndex().row() == row, down)
    clerk.press_until(lambda: table.currentIndex().column() == column, right)


def enter_result(clerk: Clerk, result: Result, folder: Path) -> None:
    """Fills in the form of one result, field by field."""
    clerk.tab_to("status")
    choose(clerk, "status", STATUS_TEXTS[result.status])
    for name, text in (
        ("details", result.details),
        ("period", result.period),
        ("output", result.output),
        ("outcome", result.outcome),
        ("remark", result.remark),
    ):
        clerk.tab_to(name)
        clerk.type(text)
    for evidence in result.evidence:
        enter_evidence(clerk, evidence, folder)


def enter_evidence(clerk: Clerk, evidence: Evidence, folder: Path) -> None:
    """Types a title and a link into the empty row, or attaches a file and names it."""
    if evidence.file:
        attach(clerk, folder / evidence.file_name)
    rows = clerk.sees(EvidenceList, "evidence").rows()
    row = rows[-2] if evidence.file else rows[-1]  # the last one is for what is new
    clerk.press_until(row.title.hasFocus, Key.Key_Tab)
    clerk.write(evidence.title)
    if evidence.url:
        clerk.press_until(row.link.hasFocus, Key.Key_Tab)
        clerk.type(evidence.url)
        clerk.press(Key.Key_Backtab)  # left, it is stored, and a row for the next one is there


def attach(clerk: Clerk, file: Path) -> None:
    """Chooses a file in the system's dialog and waits until it is a row of the list."""
    rows = len(clerk.sees(EvidenceList, "evidence").rows())
    clerk.press_until(lambda: clerk.is_at("add_file"), Key.Key_Tab)
    clerk.press(Key.Key_Space)
    clerk.choose_file(file)
    clerk.wait_for(lambda: len(clerk.sees(EvidenceList, "evidence").rows()) > rows)


def choose(clerk: Clerk, name: str, text: str) -> None:
    """Goes down in a box of choices until it shows *text*."""
    box = clerk.sees(QComboBox, name)
    clerk.press_until(lambda: box.currentText() == text, Key.Key_Down)


# --- บันทึกข้อความ ----------------------------------------------------------------------------


def enter_memo(clerk: Clerk, case: Case) -> None:
    """Enters the head, who signs, texts, what is still missing of the agency, and words."""
    memo = memo_of(case)
    clerk.press(Key.Key_4, CONTROL)
    clerk.tab_to("memo_round")
    choose(clerk, "memo_round", dict(MEMO_ROUNDS)[memo.round])
    for name, text in (
        ("memo_division", memo.text("division")),
        ("memo_number", memo.number),
        ("memo_date", long_date(memo.date) if memo.date is not None else ""),
        ("memo_subject", memo.text("subject")),
        ("memo_recipient", memo.text("recipient")),
    ):
        clerk.tab_to(name)
        clerk.type(text)
    for person in memo.signatories:
        enter_person(clerk, person)
    open_section(clerk, "texts")
    for name in ("measures_heading", "results_intro", "closing"):
        clerk.tab_to(f"memo_{name}")
        clerk.type(memo.text(name))
    open_section(clerk, "agency")
    clerk.tab_to("agency_short_name")
    clerk.type(case.agency.short_name)
    open_section(clerk, "words")
    clerk.tab_to("words")
    clerk.type("\n".join(case.words))


def enter_person(clerk: Clerk, person: Signatory) -> None:
    """Adds one who signs, behind the one who was added before."""
    others = clerk.sees(QListView, "signing_list").model().rowCount()
    # Behind the fields of the one before, the button is nearer backwards.
    way = Key.Key_Backtab if others else Key.Key_Tab
    clerk.press_until(lambda: clerk.is_at("signing_new"), way)
    clerk.press(Key.Key_Space)
    clerk.press(Key.Key_Backtab)  # the name has the cursor; the rank stands before it
    for name, text in (
        ("person_rank", person.rank),
        ("person_name", person.name),
        ("person_position", person.position),
        ("person_acting", person.acting_position),
        ("person_note", person.note),
        ("person_opinion", person.opinion_heading),
    ):
        clerk.tab_to(name)
        clerk.type(text)


def open_section(clerk: Clerk, name: str) -> None:
    """Opens a part of the form that is closed at first."""
    clerk.tab_to(f"{name}_toggle")
    if not clerk.sees(QToolButton, f"{name}_toggle").isChecked():
        clerk.press(Key.Key_Space)
