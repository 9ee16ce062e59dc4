"""Who signs: chosen, typed, put in order by keys and by dragging, taken out, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import child
from tests.ui.keys import type_text
from tests.ui.papers.conftest import Opening
from tests.ui.papers.making import PEOPLE, Opened
from tests.ui.session import EMPTY

from ita_desktop.domain.case import Signatory
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.services.paper_texts import usual_signatories
from ita_desktop.ui.papers.signing import SigningList
from ita_desktop.ui.widgets.editors import LineEdit, TextEdit


def names(opened: Opened) -> list[str]:
    return [one.name for one in memo_of(opened.case).signatories]


def signing_list(opened: Opened) -> SigningList:
    return child(opened.tab, SigningList, "signing_list")


def button(opened: Opened, name: str) -> QPushButton:
    return child(opened.tab, QPushButton, name)


def choose(opened: Opened, row: int) -> None:
    opened.tab.show_place(("papers", 0, "signatories", row))


def rows(opened: Opened) -> list[str]:
    model = signing_list(opened).model()
    texts = [model.index(row, 0).data() for row in range(model.rowCount())]
    return [text.replace("\u200b", "") for text in texts]


A, B, C = (one.name for one in PEOPLE)


def test_the_list_shows_them_in_order_with_what_they_are(opened: Opened) -> None:
    assert rows(opened) == [
        f"๑. {A}\nนักวิเคราะห์นโยบายและแผน ผู้รายงาน",
        f"๒. {B}\nหัวหน้าสำนักปลัด",
        f"๓. {C}\nปลัด",
    ]


def test_alt_and_arrows_change_the_order(qtbot: QtBot, opened: Opened) -> None:
    choose(opened, 0)
    signs = signing_list(opened)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(signs, Qt.Key.Key_Down, alt)
    assert names(opened) == [B, A, C]
    qtbot.keyClick(signs, Qt.Key.Key_Down, alt)
    assert names(opened) == [B, C, A]
    qtbot.keyClick(signs, Qt.Key.Key_Down, alt)  # the last stays the last
    assert names(opened) == [B, C, A]
    assert signs.currentIndex().row() == 2
    qtbot.keyClick(signs, Qt.Key.Key_Up, alt)
    assert names(opened) == [B, A, C]
    assert signs.currentIndex().row() == 1
    assert child(opened.tab, LineEdit, "person_name").text() == A
    opened.session.undo()
    assert names(opened) == [B, C, A]


def test_the_buttons_change_the_order_as_well(qtbot: QtBot, opened: Opened) -> None:
    choose(opened, 1)
    qtbot.mouseClick(button(opened, "signing_up"), Qt.MouseButton.LeftButton)
    assert names(opened) == [B, A, C]
    assert not button(opened, "signing_up").isEnabled()
    qtbot.mouseClick(button(opened, "signing_down"), Qt.MouseButton.LeftButton)
    assert names(opened) == [A, B, C]


def drag(opened: Opened, row: int, to: QPoint) -> None:
    """Drags a row and lets go at a point of the list, as Qt tells it the list."""
    signs = signing_list(opened)
    data: QMimeData = signs.model().mimeData([signs.model().index(row, 0)])
    move = Qt.DropAction.MoveAction
    how = (move, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    viewport = signs.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(QPointF(to), *how))
    QApplication.sendEvent(viewport, QDragMoveEvent(QPointF(to), *how))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(to), *how))


def test_a_row_is_dragged_to_another_place(qtbot: QtBot, opened: Opened) -> None:
    signs = signing_list(opened)
    first = signs.visualRect(signs.model().index(0, 0))
    drag(opened, 2, first.topLeft() + QPoint(20, 1))
    qtbot.waitUntil(lambda: names(opened) == [C, A, B])
    assert signs.currentIndex().row() == 0
    last = signs.visualRect(signs.model().index(2, 0))
    drag(opened, 0, last.bottomLeft() + QPoint(20, -1))
    qtbot.waitUntil(lambda: names(opened) == [A, B, C])


def test_nothing_is_dropped_on_a_person(opened: Opened) -> None:
    model = signing_list(opened).model()
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDropEnabled
    assert model.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDropEnabled
    foreign = QMimeData()
    foreign.setText("อื่น")
    assert not model.dropMimeData(foreign, Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_a_new_one_is_typed(qtbot: QtBot, opened: Opened) -> None:
    choose(opened, 2)
    qtbot.mouseClick(button(opened, "signing_new"), Qt.MouseButton.LeftButton)
    focused = QApplication.focusWidget()
    assert isinstance(focused, LineEdit)
    type_text(focused, "นายใหม่ มาแล้ว")
    opinion = child(opened.tab, TextEdit, "person_opinion")
    opinion.setFocus()
    type_text(opinion, "ความเห็นของนายก")
    opened.session.commit()
    assert memo_of(opened.case).signatories[3] == Signatory(
        "นายใหม่ มาแล้ว", opinion_heading="ความเห็นของนายก"
    )
    assert rows(opened)[3] == "๔. นายใหม่ มาแล้ว"


@pytest.mark.parametrize("by_key", [True, False])
def test_one_is_taken_out_and_comes_back(qtbot: QtBot, opened: Opened, by_key: bool) -> None:
    choose(opened, 1)
    if by_key:
        qtbot.keyClick(signing_list(opened), Qt.Key.Key_Delete)
    else:
        qtbot.mouseClick(button(opened, "signing_remove"), Qt.MouseButton.LeftButton)
    assert names(opened) == [A, C]
    assert child(opened.tab, LineEdit, "person_name").text() == C
    opened.session.undo()
    assert names(opened) == [A, B, C]


def test_without_anybody_the_usual_four_are_offered(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(
        EMPTY, people=(Signatory("นายคนเดิม", usual_signatories(EMPTY.agency)[2].position),)
    )
    assert not child(opened.tab, QWidget, "person_box").isVisible()
    offer = button(opened, "signing_usual")
    assert offer.isVisible()
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    signs = memo_of(opened.case).signatories
    assert len(signs) == 4
    assert signs[2].name == "นายคนเดิม"  # whom the agency's list knows in that position
    assert not offer.isVisible()
    assert rows(opened)[0].startswith("๑. (ยังไม่ใส่ชื่อ)")


def test_who_comes_from_the_agencys_list_is_an_entry_of_its_own(
    qtbot: QtBot, opening: Opening
) -> None:
    named = Signatory("นายคนเดิม", usual_signatories(EMPTY.agency)[2].position)
    opened = opening(EMPTY, people=(named,))
    (known,) = opened.session.shared.people
    assert known.id
    qtbot.mouseClick(button(opened, "signing_usual"), Qt.MouseButton.LeftButton)
    assert memo_of(opened.case).signatories[2] == named
    assert memo_of(opened.session.case).signatories[2].id not in ("", known.id)
    choose(opened, 2)
    qtbot.mouseClick(button(opened, "person_keep"), Qt.MouseButton.LeftButton)
    assert opened.session.shared.people == (known,)


def test_the_agencys_people_are_in_the_menu(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(EMPTY, people=(PEOPLE[1], Signatory("นาย ก & ข", "ผู้ช่วย")))
    menu = button(opened, "signing_add").menu()
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == [f"{B} · หัวหน้าสำนักปลัด", "นาย ก && ข · ผู้ช่วย", "แก้รายชื่อของหน่วยงาน…"]
    menu.actions()[1].trigger()
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert names(opened) == ["นาย ก & ข", B]


def test_one_is_kept_for_the_years_to_come(qtbot: QtBot, opened: Opened) -> None:
    choose(opened, 0)
    qtbot.mouseClick(button(opened, "person_keep"), Qt.MouseButton.LeftButton)
    assert without_ids(opened.session.shared).people == (PEOPLE[0],)
    note = child(opened.tab, LineEdit, "person_note")
    note.clear()
    type_text(note, "ผู้จัดทำ")
    qtbot.mouseClick(button(opened, "person_keep"), Qt.MouseButton.LeftButton)
    assert [one.note for one in opened.session.shared.people] == ["ผู้จัดทำ"]
    opened.session.undo()
    assert without_ids(opened.session.shared).people == (PEOPLE[0],)


def test_reading_only_nobody_is_moved(qtbot: QtBot, opening: Opening) -> None:
    opened = opening(read_only=True)
    choose(opened, 0)
    qtbot.keyClick(signing_list(opened), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(signing_list(opened), Qt.Key.Key_Delete)
    assert names(opened) == [A, B, C]
    for name in ("signing_new", "signing_add", "signing_down", "signing_remove", "person_keep"):
        assert not button(opened, name).isEnabled()
