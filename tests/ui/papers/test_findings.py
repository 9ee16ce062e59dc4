"""The checker's findings beside the memo: told, gone to, mended."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from tests.memos import changed_memo
from tests.ui.finding import child
from tests.ui.papers.conftest import Opening
from tests.ui.papers.making import SAMPLE, Opened

from ita_desktop.domain.case_paths import parse_path
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.services.checks import check_case
from ita_desktop.ui.papers.findings import FindingsList
from ita_desktop.ui.widgets.labels import WrappingLabel

WRONG = changed_memo(SAMPLE, recipient="นายกองค์การบริหารส่วนตำบลทุ่งพุดตาล", subject="รายงาน ท่ี่")


def findings(opened: Opened) -> FindingsList:
    return child(opened.tab, FindingsList, "findings_list")


def texts(opened: Opened) -> list[str]:
    model = findings(opened).model()
    return [model.index(row, 0).data().replace("\u200b", "") for row in range(model.rowCount())]


def summary(opened: Opened) -> str:
    return child(opened.tab, WrappingLabel, "findings_summary").plain_text()


def button(opened: Opened, name: str) -> QPushButton:
    return child(opened.tab, QPushButton, name)


def test_a_sound_case_says_so_and_shows_no_list(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(SAMPLE)
    qtbot.waitUntil(lambda: summary(opened) == "ไม่พบข้อที่ควรแก้")
    assert not findings(opened).isVisible()
    assert not button(opened, "findings_go").isVisible()


def test_findings_are_told_with_how_grave_they_are(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(WRONG)
    qtbot.waitUntil(lambda: bool(texts(opened)))
    found = check_case(WRONG)
    assert [text.partition(" · ")[2] for text in texts(opened)] == [one.message for one in found]
    assert texts(opened)[0].startswith("ผิด · ")
    assert summary(opened).startswith("พบ ")


def test_enter_goes_to_where_it_was_found(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(WRONG)
    qtbot.waitUntil(lambda: bool(texts(opened)))
    assert check_case(WRONG)[0].path == "papers[0].texts.recipient"
    qtbot.keyClick(findings(opened), Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "memo_recipient"


def test_the_way_to_another_tab_is_asked_of_the_window(qtbot: QtBot, opening: Opening) -> None:
    bare = SAMPLE._replace(measures=(SAMPLE.measures[0]._replace(steps=()), *SAMPLE.measures[1:]))
    opened = opening(bare)
    qtbot.waitUntil(lambda: bool(texts(opened)))
    place = parse_path(check_case(bare)[0].path)
    assert place[0] == "measures"
    with qtbot.waitSignal(opened.session.place_requested) as asked:
        qtbot.mouseClick(button(opened, "findings_go"), Qt.MouseButton.LeftButton)
    assert asked.args == [place]
    assert not opened.tab.isVisible()


def test_what_can_be_mended_is_mended_as_one_named_step(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(WRONG)
    qtbot.waitUntil(lambda: bool(texts(opened)))
    before = len(texts(opened))
    fix = button(opened, "findings_fix")
    assert fix.isEnabled()
    said = child(opened.tab, WrappingLabel, "findings_fix_text")
    assert said.plain_text() == f"แก้ให้: เปลี่ยนเป็น {memo_of(SAMPLE).text('recipient')}"
    qtbot.mouseClick(fix, Qt.MouseButton.LeftButton)
    assert memo_of(opened.case).text("recipient") == memo_of(SAMPLE).text("recipient")
    step = opened.session.history.to_undo
    assert step is not None
    assert step.name == "แก้ตามผลตรวจ (ผู้รับไม่ตรงกับหน่วยงาน)"
    # Until it is checked again, nothing else is mended by mistake.
    assert not fix.isEnabled()
    qtbot.waitUntil(lambda: len(texts(opened)) == before - 1)
    opened.session.undo()
    qtbot.waitUntil(lambda: len(texts(opened)) == before)


def test_what_cannot_be_mended_offers_no_mending(qtbot: QtBot, opening: Opening) -> None:
    nobody = changed_memo(SAMPLE, signatories=())
    opened = opening(nobody)
    qtbot.waitUntil(lambda: bool(texts(opened)))
    assert check_case(nobody)[0].fix is None
    assert not button(opened, "findings_fix").isEnabled()
    assert not child(opened.tab, WrappingLabel, "findings_fix_text").isVisible()


def test_the_view_can_be_put_away(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(WRONG)
    qtbot.waitUntil(findings(opened).isVisible)
    child(opened.tab, QToolButton, "findings_toggle").click()
    assert not findings(opened).isVisible()


def test_a_years_findings_follow_it(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(WRONG)
    qtbot.waitUntil(lambda: bool(texts(opened)))
    opened.session.add_year("ปีใหม่", SAMPLE)
    qtbot.waitUntil(lambda: not texts(opened))
