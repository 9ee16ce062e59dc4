"""Fields: what is typed reaches the case when it should, and what changes reaches the editor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.memos import a_memo
from tests.ui.session import EMPTY, desk_with

from ita_desktop.domain.case import Measure, Round
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.ui.widgets.editors import ChoiceBox, LineEdit, TextEdit
from ita_desktop.ui.widgets.fields import PAUSE, Field

SUBJECT: CasePath = ("papers", 0, "texts", "subject")
CASE = EMPTY._replace(papers=(a_memo(subject="เรื่องเดิม"),), measures=(Measure("ก"), Measure("ข")))


class Form(QWidget):
    """Two editors, so that the focus can go from one to the other."""

    def __init__(self, editor: LineEdit | TextEdit | ChoiceBox) -> None:
        super().__init__()
        self.editor = editor
        self.other = LineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(editor)
        layout.addWidget(self.other)


@pytest.fixture(autouse=True)
def forms() -> list[Form]:
    """The forms of one test, which Qt would take away with their Python side."""
    return []


def shown(qtbot: QtBot, forms: list[Form], editor: LineEdit | TextEdit | ChoiceBox) -> Form:
    form = Form(editor)
    forms.append(form)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):  # only a window that is active has a focus to take
        form.show()
        form.activateWindow()
    editor.setFocus()
    return form


@pytest.fixture(params=[LineEdit, TextEdit])
def editor(request: pytest.FixtureRequest, qtbot: QtBot) -> LineEdit | TextEdit:
    return request.param()


def test_leaving_the_editor_stores(
    qtbot: QtBot, forms: list[Form], editor: LineEdit | TextEdit
) -> None:
    session = desk_with(CASE)
    form = shown(qtbot, forms, editor)
    Field(session, editor, "แก้เรื่อง", SUBJECT)
    editor.selectAll()
    qtbot.keyClicks(editor, "new")
    assert session.case is not None
    assert memo_of(session.case).text("subject") == "เรื่องเดิม"
    form.other.setFocus()
    assert memo_of(session.case).text("subject") == "new"
    step = session.history.to_undo
    assert step is not None
    assert (step.name, step.place) == ("แก้เรื่อง", SUBJECT)


def test_a_pause_in_typing_stores(
    qtbot: QtBot, forms: list[Form], editor: LineEdit | TextEdit
) -> None:
    session = desk_with(CASE)
    shown(qtbot, forms, editor)
    Field(session, editor, "แก้เรื่อง", SUBJECT)
    editor.selectAll()
    with qtbot.waitSignal(session.saving_changed, timeout=20 * PAUSE):
        qtbot.keyClicks(editor, "paused")
    assert session.case is not None
    assert memo_of(session.case).text("subject") == "paused"


def test_undo_in_the_editor_is_the_windows_undo(
    qtbot: QtBot, forms: list[Form], editor: LineEdit | TextEdit
) -> None:
    session = desk_with(CASE)
    shown(qtbot, forms, editor)
    Field(session, editor, "แก้เรื่อง", SUBJECT)
    editor.selectAll()
    qtbot.keyClicks(editor, "new")
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.value() == "new"  # the editor's own undo must not half undo a step
    session.undo()
    assert editor.value() == "เรื่องเดิม"
    session.redo()
    assert editor.value() == "new"


def test_a_change_from_elsewhere_is_shown(qtbot: QtBot, editor: LineEdit | TextEdit) -> None:
    session = desk_with(CASE)
    Field(session, editor, "แก้เรื่อง", SUBJECT)
    session.edit("แก้จากที่อื่น", lambda case: case._replace(papers=(a_memo(subject="จากที่อื่น"),)))
    assert editor.value() == "จากที่อื่น"


def test_what_is_being_typed_goes_to_its_own_place_before_another_is_shown(
    qtbot: QtBot, forms: list[Form], editor: LineEdit | TextEdit
) -> None:
    session = desk_with(CASE)
    shown(qtbot, forms, editor)
    field = Field(session, editor, "แก้ชื่อ", ("measures", 0, "name"))
    qtbot.keyClicks(editor, "1")
    field.set_place(("measures", 1, "name"))
    assert session.case is not None
    assert {measure.name for measure in session.case.measures} in ({"1ก", "ข"}, {"ก1", "ข"})
    assert editor.value() == "ข"


def test_a_place_that_goes_leaves_the_editor_empty_and_unusable(
    qtbot: QtBot, editor: LineEdit | TextEdit
) -> None:
    session = desk_with(CASE)
    Field(session, editor, "แก้ชื่อ", ("measures", 1, "name"))
    session.edit("ลบ", lambda case: case._replace(measures=case.measures[:1]))
    assert editor.value() == ""
    assert not editor.isEnabled()


def test_reading_only_lets_nobody_type(
    qtbot: QtBot, forms: list[Form], editor: LineEdit | TextEdit
) -> None:
    session = desk_with(CASE, read_only=True)
    shown(qtbot, forms, editor)
    Field(session, editor, "แก้เรื่อง", SUBJECT)
    qtbot.keyClicks(editor, "x")
    assert editor.value() == "เรื่องเดิม"


def test_pasted_text_is_cleaned_up(
    qtbot: QtBot, forms: list[Form], editor: LineEdit | TextEdit
) -> None:
    session = desk_with(CASE)
    form = shown(qtbot, forms, editor)
    Field(session, editor, "แก้เรื่อง", SUBJECT)
    QGuiApplication.clipboard().setText("นํ้าเเละ\u00a0ดี")
    editor.selectAll()
    qtbot.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Paste))
    form.other.setFocus()
    assert session.case is not None
    assert memo_of(session.case).text("subject") == "น้ำและ ดี"


def test_a_choice_is_stored_at_its_place(qtbot: QtBot, forms: list[Form]) -> None:
    session = desk_with(CASE)
    box = ChoiceBox()
    shown(qtbot, forms, box)
    box.set_choices([(None, "ทั้งปี"), (Round.SIX_MONTHS, "๖ เดือน"), (Round.TWELVE_MONTHS, "๑๒ เดือน")])
    field = Field(session, box, "เลือกรอบ", ("papers", 0, "round"), empty=None)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    field.commit()
    assert session.case is not None
    assert memo_of(session.case).round is Round.SIX_MONTHS
    session.undo()
    assert box.value() is None


def test_text_grows_with_its_lines(qtbot: QtBot) -> None:
    edit = TextEdit()
    qtbot.addWidget(edit)
    edit.resize(300, 40)
    edit.show()
    low = edit.height()
    edit.set_value("\n".join("บรรทัด" for _ in range(6)))
    assert edit.height() > low
    edit.set_lines(1, 3)
    assert edit.height() < low * 3
