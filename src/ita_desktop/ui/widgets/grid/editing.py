"""The open cell of a grid: stored when it is left and after a pause, refused beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, cast

from PySide6.QtCore import QPersistentModelIndex, QPoint, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLabel, QWidget

from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.grid.cells import AnyIndex, GridModel, edited_text, is_editable
from ita_desktop.ui.widgets.labels import WrappingLabel

PAUSE = 1500
"""Milliseconds without a key after which an open cell is stored; a number is short, so
that most are finished before."""


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


class GridEditing:
    """Knows the cell that is open; says beside it, and by ``refuse``, what is not taken."""

    def __init__(self, view: QAbstractItemView, refuse: Callable[[str], object]) -> None:
        self._view = view
        self._refuse = refuse
        self._note: _Note | None = None
        self._editor: LineEdit | None = None
        self._open: _Open | None = None
        self.pause = QTimer(view)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE)
        self.pause.timeout.connect(self._store_after_pause)

    def opened(self, editor: LineEdit, index: AnyIndex) -> None:
        """Notes the editor of a cell that was just opened."""
        self._editor = editor
        self._open = _Open(QPersistentModelIndex(index), edited_text(index))
        editor.textEdited.connect(self._on_typed)
        self.forget_refusal()

    def _on_typed(self) -> None:
        self.forget_refusal()
        self.pause.start()

    def _store_after_pause(self) -> None:
        """Stores a text that is taken while its cell stays open: the user may have gone."""
        if self._editor is None or self._open is None:
            return
        text = self._editor.text()
        if text.strip() and not self._model.problem(self._open.at, text):
            self._model.store([(self._open.at, text)])

    def leave_as_it_was(self) -> None:
        """Puts back what stood in the open cell, where a pause has stored something else."""
        self.pause.stop()
        self.forget_refusal()
        if self._open is not None and edited_text(self._open.at) != self._open.text:
            self._model.store([(self._open.at, self._open.text)])

    def closed(self, editor: QWidget) -> None:
        """Notes that an editor is closed; another may be open already."""
        if editor is self._editor:
            self._editor = self._open = None
            self.pause.stop()

    def open_at_end(self) -> None:
        """Opens the current cell with the cursor behind its text, as F2 does."""
        index = self._view.currentIndex()
        if is_editable(index):
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
        self._refuse(text)

    def forget_refusal(self) -> None:
        """Takes away what was said beside a cell."""
        if self._note is not None:
            self._note.hide()

    @property
    def _model(self) -> GridModel:
        return cast("GridModel", self._view.model())
