"""Tables and trees that are typed into as in a spreadsheet: keys, blocks by clipboard, refusals.

A model that is shown here tells by :class:`GridModel` what a cell takes and stores many
cells as one step. What it refuses is said beside the cell and never stored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLabel,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
    QWidget,
)

from ita_desktop.exchange.tsv import Block, block_of, block_text
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.labels import WrappingLabel

AnyIndex = QModelIndex | QPersistentModelIndex

COPY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""What a cell puts on the clipboard where that is not the shown text: digits that a
spreadsheet can read."""

KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""A text that stands for a row of a tree when the rows are made anew."""

PAUSE = 1500
"""Milliseconds without a key after which an open cell is stored; a number is short, so
that most are finished before."""

_DARK = 128
"""Lightness (of 255) below which a ground is dark."""

_PADDING = 8
"""Pixels above and below a line of text together: marks above and below need them."""


class GridModel(Protocol):
    """What a grid needs of its model beside what Qt needs."""

    def problem(self, index: AnyIndex, text: str) -> str:
        """Why the cell does not take *text*, a Thai sentence; ``""`` when it does."""

    def store(self, cells: Sequence[tuple[AnyIndex, str]]) -> None:
        """Stores texts that :meth:`problem` has nothing against, as one step."""


class Cell(NamedTuple):
    """A cell of a grid that takes texts."""

    at: QModelIndex
    text: str


class _Open(NamedTuple):
    """An open cell, and what stood in it when it was opened."""

    at: QPersistentModelIndex
    text: str


class _Note(WrappingLabel):
    """Says beside a cell why its text is not taken; goes away with the next key."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view.viewport())
        self._room = view.viewport()
        self.setObjectName("grid_note")
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setAutoFillBackground(True)
        self.setFrameShape(QLabel.Shape.Box)
        self.setMargin(4)
        self.hide()

    def say(self, text: str, below: QPoint, above: int) -> None:
        """Shows *text* under a cell, or over it where there is no room below."""
        self.setText(text)
        room = self._room.rect()
        width = min(320, room.width() - 8)
        self.resize(width, self.heightForWidth(width))
        left = max(4, min(below.x(), room.width() - width - 4))
        fits = below.y() + self.height() <= room.height()
        self.move(left, below.y() if fits else max(0, above - self.height()))
        self.raise_()
        self.show()


class CellDelegate(QStyledItemDelegate):
    """Edits a cell's text by the keys of a spreadsheet.

    Enter and Tab store and go on, so do the arrows where the cell was typed over; Escape
    leaves the cell as it was. What is typed is stored after a pause as well. A text that
    is refused keeps the cell open.
    """

    def __init__(self, view: GridTable | GridTree) -> None:
        super().__init__(view)
        self._view = view

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = LineEdit(parent)
        editor.setFrame(False)
        editor.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or 0))
        # Painted under the editor too, and two texts in one place cannot be read.
        editor.setAutoFillBackground(True)
        self._view.keys.opened(editor, index)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802 - Qt's name
        if isinstance(editor, LineEdit) and not editor.isModified():
            editor.setText(_edited(index))

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, _model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        if isinstance(editor, LineEdit) and editor.isModified():
            self._view.keys.store_typed(index, editor.text())

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex
    ) -> None:
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        dark = option.palette.color(QPalette.ColorRole.Base).lightness() < _DARK
        if dark and index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            self._outline_box(painter, option, index)

    def _outline_box(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """Draws the edge of a box to tick, which Fusion draws dark on dark."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = self._view.style().subElementRect(element, drawn, self._view)
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        metrics = option.fontMetrics
        return QSize(size.width(), max(size.height(), metrics.height() + _PADDING))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            isinstance(editor, LineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
        ):
            way = self._view.keys.way_out(event)
            if event.key() == Qt.Key.Key_Escape:
                self._view.keys.leave_as_it_was()
            if way is not None:
                if self._close(editor):
                    self._view.keys.go(way)
                return True
        return super().eventFilter(editor, event)

    def _close(self, editor: LineEdit) -> bool:
        """Stores and closes; False, and said why, when the text is refused."""
        index = self._view.currentIndex()
        if editor.isModified() and self._view.keys.refuses(index, editor.text()):
            return False
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return True


class Way(NamedTuple):
    """Where to go from a cell, in cells: down, right, or on (by Tab)."""

    rows: int = 0
    columns: int = 0
    on: int = 0


class GridKeys:
    """What tables and trees have in common; each grid has one as ``keys``."""

    def __init__(self, view: GridTable | GridTree) -> None:
        self._view = view
        self._note: _Note | None = None
        self._editor: LineEdit | None = None
        self._open: _Open | None = None
        self._pause = QTimer(view)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._store_after_pause)
        self._typed_over = False
        self._may_write = True
        self.take_paste: Callable[[QMimeData], bool] | None = None
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        view.setTabKeyNavigation(True)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    # --- editing -----------------------------------------------------------------------------

    def opened(self, editor: LineEdit, index: AnyIndex) -> None:
        """Notes the editor of a cell that was just opened."""
        self._editor = editor
        self._open = _Open(QPersistentModelIndex(index), _edited(index))
        editor.textEdited.connect(self._on_typed)
        self.forget_refusal()

    def _on_typed(self) -> None:
        self.forget_refusal()
        self._pause.start()

    def _store_after_pause(self) -> None:
        """Stores a text that is taken while its cell stays open: the user may have gone."""
        if self._editor is None or self._open is None:
            return
        text = self._editor.text()
        if text.strip() and not self._model.problem(self._open.at, text):
            self._model.store([(self._open.at, text)])

    def leave_as_it_was(self) -> None:
        """Puts back what stood in the open cell, where a pause has stored something else."""
        self._pause.stop()
        self.forget_refusal()
        if self._open is not None and _edited(self._open.at) != self._open.text:
            self._model.store([(self._open.at, self._open.text)])

    def closed(self, editor: QWidget) -> None:
        """Notes that an editor is closed; another may be open already."""
        if editor is self._editor:
            self._editor = self._open = None
            self._pause.stop()

    def open_at_end(self) -> None:
        """Opens the current cell with the cursor behind its text, as F2 does."""
        index = self._view.currentIndex()
        if _editable(index):
            self._typed_over = False
            self._view.edit(index)
            if self._editor is not None:
                self._editor.end(False)

    def commit(self) -> None:
        """Stores what is being typed and closes the cell; what is refused is dropped, and said."""
        if self._editor is not None:
            editor = self._editor
            self._view.commitData(editor)
            self._view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def store_typed(self, index: AnyIndex, text: str) -> None:
        """Stores what was typed into a cell; nothing, and said why, when it is refused."""
        if not self.refuses(index, text):
            self._model.store([(index, text)])

    def refuses(self, index: AnyIndex, text: str) -> bool:
        """Whether the cell does not take *text*, which is then said beside it."""
        problem = self._model.problem(index, text)
        if problem:
            self.say(index, problem)
        return bool(problem)

    def say(self, index: AnyIndex, text: str) -> None:
        """Says something beside a cell until the next key."""
        if self._note is None:
            self._note = _Note(self._view)
        rect = self._view.visualRect(index)
        self._note.say(text, rect.bottomLeft() + QPoint(0, 2), rect.top() - 2)
        self._view.refused.emit(text)

    def forget_refusal(self) -> None:
        """Takes away what was said beside a cell."""
        if self._note is not None:
            self._note.hide()

    # --- keys --------------------------------------------------------------------------------

    def way_out(self, event: QKeyEvent) -> Way | None:
        """Where a key in an open cell leads to; None for keys of the text itself."""
        way = _way(event)
        if way is not None:
            return way
        arrows = _ARROWS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if arrows is None or not plain or (arrows.columns and not self._typed_over):
            return None
        return arrows

    def press(self, event: QKeyEvent) -> bool:
        """Does what a key means in a closed cell; False for keys that Qt knows better."""
        self.forget_refusal()
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy):
            self.copy()
        elif event.matches(keys.Cut):
            self.cut()
        elif event.matches(keys.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif event.key() == Qt.Key.Key_Space and _editable(self._view.currentIndex()):
            pass  # a space would open the cell and empty it
        elif event.key() == Qt.Key.Key_F2:
            self.open_at_end()
        elif (way := _way(event)) is not None:
            # Tab goes on to the next widget after the last cell.
            event.setAccepted(self.go(way))
        else:
            self._typed_over = True
            return False
        return True

    def go(self, way: Way) -> bool:
        """Goes to the next cell that can be typed into; False where there is none."""
        current = self._view.currentIndex()
        rows = self._view.shown_rows()
        row = _position(rows, current)
        if row is None:
            return False
        if way.columns:
            target = _beside(self._view, current, way.columns)
        elif way.on:
            target = self._next_cell(rows, row, current.column(), way.on)
        else:
            target = self._next_below(rows, row, current.column(), way.rows)
        if target is None:
            return False
        self._view.setCurrentIndex(target)
        self._view.scrollTo(target)
        return True

    def _next_below(
        self, rows: Sequence[QModelIndex], row: int, column: int, step: int
    ) -> QModelIndex | None:
        """The next cell in the column that can be typed into, in a column of none the next."""
        cells = [first.siblingAtColumn(column) for first in _onwards(rows, row, step)]
        return next((cell for cell in cells if _editable(cell)), cells[0] if cells else None)

    def _next_cell(
        self, rows: Sequence[QModelIndex], row: int, column: int, step: int
    ) -> QModelIndex | None:
        columns = _columns(self._view)
        here = columns.index(column) if column in columns else 0
        rest = columns[here + 1 :] if step > 0 else columns[:here][::-1]
        cells = [rows[row].siblingAtColumn(at) for at in rest]
        for first in _onwards(rows, row, step):
            cells += [first.siblingAtColumn(at) for at in columns[::step]]
        return next((cell for cell in cells if _editable(cell)), None)

    # --- blocks of cells -----------------------------------------------------------------------

    def copy(self) -> None:
        """Puts the block around the selected cells on the clipboard."""
        block = self._selected_block()
        if block:
            QGuiApplication.clipboard().setText(block_text(block))

    def cut(self) -> None:
        """Copies, then clears."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Empties the selected cells, as one step; those that cannot be empty say why."""
        cells = [Cell(index, "") for index in self._selected() if _editable(index)]
        self._store_all(cells)

    def paste(self) -> None:
        """Puts the clipboard's block into the cells from the current one on, as one step.

        One value goes into every selected cell. The owner of the grid may take it first.
        """
        # An empty clipboard may have no data object at all.
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        if not self._may_write or (self.take_paste is not None and self.take_paste(mime)):
            return
        if mime.hasText():
            self.paste_block(block_of(mime.text()))

    def paste_block(self, block: Block) -> None:
        """Puts a block into the cells from the first selected one on, as one step."""
        selected = [index for index in self._selected() if _editable(index)]
        if len(block) == 1 and len(block[0]) == 1:
            cells = [Cell(index, block[0][0].strip()) for index in selected]
        else:
            cells = self._cells_for(block, selected)
        self._store_all(cells)

    def _cells_for(self, block: Block, selected: Sequence[QModelIndex]) -> list[Cell]:
        start = selected[0] if selected else self._view.currentIndex()
        rows = self._view.shown_rows()
        row = _position(rows, start)
        if row is None:
            return []
        shown = _columns(self._view)
        columns = shown[shown.index(start.column()) :]
        # Rows that take nothing (headings) are passed over: a list from elsewhere has none.
        targets = [r for r in rows[row:] if any(_editable(r.siblingAtColumn(c)) for c in columns)]
        return [
            Cell(target.siblingAtColumn(column), text.strip())
            for target, line in zip(targets, block, strict=False)
            for column, text in zip(columns, line, strict=False)
            if _editable(target.siblingAtColumn(column))
        ]

    def _store_all(self, cells: Sequence[Cell]) -> None:
        refused = [(cell, why) for cell in cells if (why := self._model.problem(*cell))]
        wrong = {id(cell) for cell, _ in refused}
        taken = [(cell.at, cell.text) for cell in cells if id(cell) not in wrong]
        if taken:
            self._model.store(taken)
        if refused:
            (index, text), why = refused[0]
            rest = len(refused) - 1
            more = f" (และอีก {thai_number(rest)} ช่อง)" if rest else ""
            self.say(index, f"“{text}” {why}{more}" if text else f"{why}{more}")

    def _selected(self) -> list[QModelIndex]:
        """The selected cells in sight, in the order in which they are read."""
        chosen = self._view.selectionModel()
        columns = _columns(self._view)
        return [
            index
            for first in self._view.shown_rows()
            for column in columns
            if chosen.isSelected(index := first.siblingAtColumn(column))
        ]

    def _selected_block(self) -> list[list[str]]:
        chosen = self._selected()
        if not chosen:
            return []
        held = {(_key(index), index.column()) for index in chosen}
        used = {index.column() for index in chosen}
        columns = [column for column in _columns(self._view) if column in used]
        keys = {_key(index) for index in chosen}
        rows = [first for first in self._view.shown_rows() if _key(first) in keys]
        return [
            [
                _copied(first.siblingAtColumn(column)) if (_key(first), column) in held else ""
                for column in columns
            ]
            for first in rows
        ]

    # --- the rest ----------------------------------------------------------------------------

    def set_writable(self, writable: bool) -> None:
        """Whether pasting and clearing may be tried; the model's flags say it for each cell."""
        self._may_write = writable

    def show_menu(self, event: QContextMenuEvent) -> None:
        """The menu of the right button, in Thai."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        some = bool(self._selected())
        can_write = self._may_write and any(map(_editable, self._selected()))
        for text, slot, possible in (
            ("ตัด\tCtrl+X", self.cut, can_write),
            ("คัดลอก\tCtrl+C", self.copy, some),
            ("วาง\tCtrl+V", self.paste, self._may_write),
            ("ล้าง\tDel", self.clear, can_write),
            ("เลือกทั้งหมด\tCtrl+A", self._view.selectAll, True),
        ):
            menu.addAction(text, slot).setEnabled(possible)
        menu.popup(event.globalPos())

    @property
    def _model(self) -> GridModel:
        return cast("GridModel", self._view.model())


class GridTable(QTableView):
    """A table with the keys of a spreadsheet. ``refused`` tells what was not taken."""

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = GridKeys(self)
        self.setItemDelegate(CellDelegate(self))
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)

    def shown_rows(self) -> list[QModelIndex]:
        """The first cell of every row that is shown, from the top."""
        model = self.model()
        return [model.index(row, 0) for row in range(model.rowCount()) if not self.isRowHidden(row)]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        self.keys.closed(editor)
        super().closeEditor(editor, hint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        self.keys.show_menu(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        self.keys.forget_refusal()


class GridTree(QTreeView):
    """A tree with the keys of a spreadsheet. ``refused`` tells what was not taken.

    In the first column right and left open and close; in the others they go from cell
    to cell.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = GridKeys(self)
        self.setItemDelegate(CellDelegate(self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(False)
        self.setExpandsOnDoubleClick(True)

    def shown_rows(self) -> list[QModelIndex]:
        """The first cell of every row that is open to sight, from the top."""
        rows = []
        index = self.model().index(0, 0) if self.model() is not None else QModelIndex()
        while index.isValid():
            rows.append(index)
            index = self.indexBelow(index)
        return rows

    def open_keys(self) -> list[str]:
        """The keys of the rows that are open, for :meth:`open_by_keys`."""
        rows = [row for row in self.shown_rows() if self.model().hasChildren(row)]
        return [str(row.data(KEY_ROLE)) for row in rows if self.isExpanded(row)]

    def open_by_keys(self, keys: Sequence[str]) -> None:
        """Opens the rows with these keys, and closes the others."""
        wanted = set(keys)
        self.collapseAll()
        waiting = [QModelIndex()]
        while waiting:
            above = waiting.pop()
            for row in range(self.model().rowCount(above)):
                index = self.model().index(row, 0, above)
                if index.data(KEY_ROLE) in wanted:
                    self.setExpanded(index, True)
                    waiting.append(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        current = self.currentIndex()
        actions = QAbstractItemView.CursorAction
        if action not in (actions.MoveLeft, actions.MoveRight) or not current.isValid():
            return super().moveCursor(action, modifiers)
        step = 1 if action is actions.MoveRight else -1
        first = current.column() == _columns(self)[0]
        opens = first and self.model().hasChildren(current)
        if opens and self.isExpanded(current) is (step < 0):
            self.setExpanded(current, step > 0)
            return current
        if first and step < 0:
            above = current.parent()
            return above if above.isValid() else current
        return _beside(self, current, step) or current

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        self.keys.closed(editor)
        super().closeEditor(editor, hint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        self.keys.show_menu(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        self.keys.forget_refusal()


_ARROWS = {
    Qt.Key.Key_Down: Way(rows=1),
    Qt.Key.Key_Up: Way(rows=-1),
    Qt.Key.Key_Right: Way(columns=1),
    Qt.Key.Key_Left: Way(columns=-1),
}


def _way(event: QKeyEvent) -> Way | None:
    """Where Enter and Tab lead to, with Shift backwards."""
    back = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return Way(rows=back)
    if event.key() == Qt.Key.Key_Tab:
        return Way(on=1)
    if event.key() == Qt.Key.Key_Backtab:
        return Way(on=-1)
    return None


def _editable(index: AnyIndex) -> bool:
    wanted = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsEnabled
    return index.isValid() and index.flags() & wanted == wanted


def _edited(index: AnyIndex) -> str:
    """What an open cell begins with."""
    return str(index.data(Qt.ItemDataRole.EditRole) or "")


def _columns(view: GridTable | GridTree) -> list[int]:
    """The columns in sight, from the left."""
    header = view.horizontalHeader() if isinstance(view, GridTable) else view.header()
    logical = [header.logicalIndex(place) for place in range(header.count())]
    return [column for column in logical if not header.isSectionHidden(column)]


def _beside(view: GridTable | GridTree, index: QModelIndex, step: int) -> QModelIndex | None:
    columns = _columns(view)
    place = columns.index(index.column()) + step if index.column() in columns else -1
    return index.siblingAtColumn(columns[place]) if 0 <= place < len(columns) else None


def _onwards(rows: Sequence[QModelIndex], row: int, step: int) -> Sequence[QModelIndex]:
    return rows[row + 1 :] if step > 0 else rows[:row][::-1]


def _position(rows: Sequence[QModelIndex], index: AnyIndex) -> int | None:
    wanted = _key(index)
    return next((at for at, row in enumerate(rows) if _key(row) == wanted), None)


def _key(index: AnyIndex) -> tuple[Any, ...]:
    """What tells a row from others, whatever the column."""
    steps: list[int] = []
    while index.isValid():
        steps.append(index.row())
        index = index.parent()
    return tuple(steps)


def _copied(index: QModelIndex) -> str:
    text = index.data(COPY_ROLE)
    return str((index.data(Qt.ItemDataRole.DisplayRole) if text is None else text) or "")
