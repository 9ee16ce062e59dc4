"""Grids, by the keys and the clipboard of someone who knows spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.keys import type_text

from ita_desktop.ui.widgets.grid import COPY_ROLE, KEY_ROLE, AnyIndex, GridTable, GridTree
from ita_desktop.ui.widgets.grid.editing import PAUSE
from ita_desktop.ui.widgets.labels import WrappingLabel

KEY = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NO_EDIT = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Numbers(QStandardItemModel):
    """Cells that take whole numbers up to 99, or nothing; each storing is one step."""

    def __init__(self, *shape: int) -> None:
        super().__init__(*shape)
        self.steps: list[list[str]] = []

    def problem(self, index: AnyIndex, text: str) -> str:
        return "" if not text or (text.isdigit() and int(text) < 100) else "ไม่เกิน ๙๙"

    def store(self, cells: Sequence[tuple[AnyIndex, str]]) -> None:
        self.steps.append([text for _, text in cells])
        for index, text in cells:
            self.setData(index, text)


def table_model() -> Numbers:
    """Three rows; the first column and the last row cannot be typed into."""
    model = Numbers(4, 3)
    for row in range(4):
        for column in range(3):
            item = QStandardItem(f"{row}{column}")
            item.setData(f"{row}.{column}", COPY_ROLE)
            if column == 0 or row == 2:
                item.setFlags(NO_EDIT)
            model.setItem(row, column, item)
    return model


def tree_model() -> Numbers:
    """Two groups of two; the groups' own scores cannot be typed."""
    model = Numbers(0, 2)
    for group in range(2):
        head, total = QStandardItem(f"กลุ่ม {group}"), QStandardItem("")
        head.setData(f"g{group}", KEY_ROLE)
        total.setFlags(NO_EDIT)
        head.setFlags(NO_EDIT)
        for row in range(2):
            name = QStandardItem(f"แถว {group}{row}")
            name.setFlags(NO_EDIT)
            head.appendRow([name, QStandardItem(f"{group}{row}")])
        model.appendRow([head, total])
    return model


class Stage:
    """A grid beside another field, in an active window."""

    def __init__(self, qtbot: QtBot, grid: GridTable | GridTree, model: Numbers) -> None:
        self.qtbot, self.grid, self.model = qtbot, grid, model
        self.window = QWidget()
        self.other = QLineEdit()
        layout = QVBoxLayout(self.window)
        layout.addWidget(grid)
        layout.addWidget(self.other)
        grid.setModel(model)
        self.refused: list[str] = []
        grid.refused.connect(self.refused.append)
        qtbot.addWidget(self.window)
        self.window.resize(400, 300)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        grid.setFocus()

    def go(self, row: int, column: int, parent: QModelIndex | None = None) -> None:
        above = QModelIndex() if parent is None else parent
        self.grid.setCurrentIndex(self.model.index(row, column, above))

    def press(self, key: KEY, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus, key, modifier)

    def type(self, text: str) -> None:
        for letter in text:  # the first one opens the cell, which takes the others
            type_text(self.focus, letter)

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def here(self) -> tuple[int, int]:
        index = self.grid.currentIndex()
        return index.row(), index.column()

    @property
    def is_open(self) -> bool:
        return self.focus is not self.grid and self.grid.isAncestorOf(self.focus)

    def text(self, row: int, column: int) -> str:
        return str(self.model.index(row, column).data())

    def note(self) -> str:
        note = self.grid.findChild(WrappingLabel, "grid_note")
        return note.plain_text() if note is not None and note.isVisible() else ""


@pytest.fixture
def table(qtbot: QtBot) -> Stage:
    stage = Stage(qtbot, GridTable(), table_model())
    stage.go(0, 1)
    return stage


@pytest.fixture
def tree(qtbot: QtBot) -> Stage:
    grid = GridTree()
    stage = Stage(qtbot, grid, tree_model())
    grid.expandAll()
    stage.go(0, 1, stage.model.index(0, 0))
    return stage


# --- typing -------------------------------------------------------------------------------------


def test_typing_replaces_and_enter_goes_down(table: Stage) -> None:
    table.type("45")
    assert table.is_open
    table.press(KEY.Key_Return)
    assert (table.text(0, 1), table.here, table.is_open) == ("45", (1, 1), False)
    assert table.model.steps == [["45"]]


def test_enter_passes_over_what_cannot_be_typed_into_and_stops_at_the_end(table: Stage) -> None:
    table.go(1, 1)
    table.press(KEY.Key_Enter)
    assert table.here == (3, 1)
    table.press(KEY.Key_Return)
    assert table.here == (3, 1)
    table.press(KEY.Key_Return, SHIFT)
    assert table.here == (1, 1)


def test_tab_goes_right_then_to_the_next_row_then_out(table: Stage) -> None:
    table.type("1")
    table.press(KEY.Key_Tab)
    assert (table.text(0, 1), table.here) == ("1", (0, 2))
    table.press(KEY.Key_Tab)
    assert table.here == (1, 1)
    table.press(KEY.Key_Backtab)
    assert table.here == (0, 2)
    table.go(3, 2)
    table.press(KEY.Key_Tab)
    assert table.focus is table.other


def test_arrows_leave_a_cell_that_was_typed_over_but_move_in_one_that_is_edited(
    table: Stage,
) -> None:
    table.type("5")
    table.press(KEY.Key_Right)
    assert (table.text(0, 1), table.here, table.is_open) == ("5", (0, 2), False)
    table.press(KEY.Key_F2)
    table.press(KEY.Key_Left)
    assert table.is_open
    table.press(KEY.Key_Delete)
    table.press(KEY.Key_Down)
    assert (table.text(0, 2), table.here) == ("0", (1, 2))


def test_f2_opens_at_the_end_of_the_text(table: Stage) -> None:
    table.press(KEY.Key_F2)
    assert table.is_open
    table.press(KEY.Key_Backspace)
    table.type("7")
    table.press(KEY.Key_Return)
    assert table.text(0, 1) == "07"


def test_escape_leaves_the_cell_as_it_was(table: Stage) -> None:
    table.type("77")
    table.press(KEY.Key_Escape)
    assert (table.text(0, 1), table.is_open, table.model.steps) == ("01", False, [])


def test_a_cell_that_is_left_by_the_mouse_is_stored(table: Stage) -> None:
    table.type("88")
    table.other.setFocus()
    assert table.text(0, 1) == "88"


def test_a_cell_that_cannot_be_typed_into_stays_closed(table: Stage) -> None:
    table.go(2, 1)
    table.type("5")
    table.press(KEY.Key_F2)
    assert not table.is_open
    assert table.model.steps == []


def test_a_space_does_not_empty_a_cell(table: Stage) -> None:
    table.press(KEY.Key_Space)
    assert (table.text(0, 1), table.is_open) == ("01", False)


def test_looking_into_a_cell_changes_nothing(table: Stage) -> None:
    table.press(KEY.Key_F2)
    table.press(KEY.Key_Return)
    assert table.model.steps == []


# --- refusals -----------------------------------------------------------------------------------


def test_a_refused_text_stays_in_its_cell_and_is_explained_there(table: Stage) -> None:
    table.type("105")
    table.press(KEY.Key_Return)
    assert table.is_open
    assert table.note() == "ไม่เกิน ๙๙"
    assert table.refused == ["ไม่เกิน ๙๙"]
    table.press(KEY.Key_Backspace)
    assert table.note() == ""
    table.press(KEY.Key_Return)
    assert (table.text(0, 1), table.here) == ("10", (1, 1))


def test_escape_takes_the_refusal_away(table: Stage) -> None:
    table.type("105")
    table.press(KEY.Key_Return)
    table.press(KEY.Key_Escape)
    assert (table.note(), table.is_open, table.text(0, 1)) == ("", False, "01")


def test_a_refused_text_that_is_left_is_dropped_and_told(table: Stage) -> None:
    table.type("105")
    table.other.setFocus()
    assert table.text(0, 1) == "01"
    assert table.note() == "ไม่เกิน ๙๙"


# --- storing without leaving -----------------------------------------------------------------


def test_a_pause_stores_and_leaves_the_cell_open(table: Stage) -> None:
    table.type("45")
    pause = table.grid.keys.editing.pause
    assert pause.isActive()
    assert pause.interval() == PAUSE
    pause.timeout.emit()
    assert table.is_open
    assert table.text(0, 1) == "45"
    table.press(KEY.Key_Escape)
    assert (table.text(0, 1), table.model.steps) == ("01", [["45"], ["01"]])


def test_a_pause_stores_neither_what_is_refused_nor_nothing(table: Stage) -> None:
    for text in ("105", " "):
        table.type(text)
        table.grid.keys.editing.pause.timeout.emit()
        table.press(KEY.Key_Escape)
    assert table.model.steps == []


def test_what_is_typed_can_be_asked_for(table: Stage) -> None:
    table.type("66")
    table.grid.keys.commit()
    assert (table.text(0, 1), table.is_open) == ("66", False)
    table.grid.keys.commit()
    assert table.model.steps == [["66"]]


# --- blocks -------------------------------------------------------------------------------------


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def select(stage: Stage, *cells: tuple[int, int]) -> None:
    stage.grid.clearSelection()
    for row, column in cells:
        stage.grid.selectionModel().select(
            stage.model.index(row, column), stage.grid.selectionModel().SelectionFlag.Select
        )


def test_a_block_is_copied_as_a_spreadsheet_takes_it(table: Stage) -> None:
    table.press(KEY.Key_Down, SHIFT)
    table.press(KEY.Key_Right, SHIFT)
    table.press(KEY.Key_C, CONTROL)
    assert clipboard() == "0.1\t0.2\n1.1\t1.2\n"


def test_cells_that_are_not_beside_each_other_keep_their_places(table: Stage) -> None:
    select(table, (0, 0), (1, 2))
    table.press(KEY.Key_C, CONTROL)
    assert clipboard() == "0.0\t\n\t1.2\n"


def test_a_block_is_pasted_as_one_step_past_rows_that_take_nothing(table: Stage) -> None:
    QGuiApplication.clipboard().setText("1\t2\r\n3\t4\r\n5\t6\r\n7\t8\r\n")
    table.press(KEY.Key_V, CONTROL)
    assert table.model.steps == [["1", "2", "3", "4", "5", "6"]]
    assert [table.text(row, 2) for row in range(4)] == ["2", "4", "22", "6"]


def test_one_value_goes_into_every_selected_cell(table: Stage) -> None:
    select(table, (0, 1), (0, 2), (2, 1), (3, 1))
    QGuiApplication.clipboard().setText("9\n")
    table.press(KEY.Key_V, CONTROL)
    assert table.model.steps == [["9", "9", "9"]]


def test_what_is_refused_in_a_block_is_told_and_the_rest_pasted(table: Stage) -> None:
    QGuiApplication.clipboard().setText("1\n<b>x\n300\n")
    table.press(KEY.Key_V, CONTROL)
    assert table.model.steps == [["1"]]
    assert table.note() == "“<b>x” ไม่เกิน ๙๙ (และอีก ๑ ช่อง)"


def test_delete_empties_and_cut_copies_first(table: Stage) -> None:
    select(table, (0, 0), (0, 1))
    table.press(KEY.Key_Delete)
    assert (table.text(0, 0), table.text(0, 1)) == ("00", "")
    select(table, (1, 1))
    table.press(KEY.Key_X, CONTROL)
    assert clipboard() == "1.1\n"
    assert table.model.steps == [[""], [""]]


def test_the_owner_may_take_a_paste_and_a_grid_to_read_takes_none(table: Stage) -> None:
    QGuiApplication.clipboard().setText("ตาราง")
    taken: list[str] = []
    table.grid.keys.set_take_paste(lambda mime: not taken.append(mime.text()))
    table.press(KEY.Key_V, CONTROL)
    assert taken == ["ตาราง"]
    table.grid.keys.set_writable(False)
    table.press(KEY.Key_V, CONTROL)
    assert taken == ["ตาราง"]
    assert table.model.steps == []


def test_the_menu_does_the_same(table: Stage) -> None:
    QGuiApplication.clipboard().setText("33")
    place = table.grid.visualRect(table.grid.currentIndex()).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, table.grid.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(table.grid.viewport(), event)
    menu = table.grid.findChild(QMenu)
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert list(actions) == ["ตัด", "คัดลอก", "วาง", "ล้าง", "เลือกทั้งหมด"]
    actions["วาง"].trigger()
    menu.close()
    assert table.text(0, 1) == "33"


# --- trees --------------------------------------------------------------------------------------


def test_enter_goes_through_open_rows_past_headings(tree: Stage) -> None:
    values = []
    for number in ("1", "2", "3"):
        values.append(tree.grid.currentIndex().data())
        tree.type(number)
        tree.press(KEY.Key_Return)
    assert values == ["00", "01", "10"]
    assert tree.grid.currentIndex().data() == "11"


def test_closed_rows_take_no_block(tree: Stage) -> None:
    grid = tree.grid
    assert isinstance(grid, GridTree)
    grid.collapse(tree.model.index(1, 0))
    QGuiApplication.clipboard().setText("1\n2\n3\n")
    tree.press(KEY.Key_V, CONTROL)
    assert tree.model.steps == [["1", "2"]]


def test_right_and_left_open_and_close_in_the_first_column_only(tree: Stage) -> None:
    grid = tree.grid
    assert isinstance(grid, GridTree)
    first = tree.model.index(0, 0)
    tree.press(KEY.Key_Left)
    assert tree.grid.currentIndex().column() == 0
    tree.press(KEY.Key_Left)
    assert tree.grid.currentIndex() == first
    tree.press(KEY.Key_Left)
    assert not grid.isExpanded(first)
    tree.press(KEY.Key_Left)
    assert tree.grid.currentIndex() == first
    tree.press(KEY.Key_Right)
    assert grid.isExpanded(first)
    tree.press(KEY.Key_Right)
    assert tree.here == (0, 1)
    tree.press(KEY.Key_Left)
    assert grid.isExpanded(first)


def test_home_and_end_go_along_the_row_and_with_control_to_its_ends(tree: Stage) -> None:
    tree.press(KEY.Key_Home)
    assert (tree.here, tree.grid.currentIndex().data()) == ((0, 0), "แถว 00")
    tree.press(KEY.Key_End)
    assert tree.grid.currentIndex().data() == "00"
    tree.press(KEY.Key_Home, CONTROL)
    assert not tree.grid.currentIndex().parent().isValid()


def test_open_rows_are_remembered_by_their_keys(tree: Stage) -> None:
    grid = tree.grid
    assert isinstance(grid, GridTree)
    grid.collapse(tree.model.index(0, 0))
    keys = grid.open_keys()
    assert keys == ["g1"]
    grid.setModel(tree_model())
    grid.open_by_keys(keys)
    assert grid.open_keys() == ["g1"]


def test_select_all_and_copy_take_the_open_rows(tree: Stage) -> None:
    tree.press(KEY.Key_A, CONTROL)
    tree.press(KEY.Key_C, CONTROL)
    assert clipboard().splitlines() == [
        "กลุ่ม 0\t", "แถว 00\t00", "แถว 01\t01", "กลุ่ม 1\t", "แถว 10\t10", "แถว 11\t11",
    ]  # fmt: skip
