"""Finds words in the whole open year: a line to type in, and the places as a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ita_desktop.domain.search import MOST_HITS, Hit, find, where
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.forms.find_panel import FindPanelUi
from ita_desktop.ui.session import Session

PAUSE = 120
"""Milliseconds after a key before the search: fast typing does not search every letter."""
_ROWS = 6


class HitRows(QAbstractListModel):
    """The places, one a row: what it is called and the words in their surroundings."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Shows other hits."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(  # noqa: N802 - Qt's name
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008
    ) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            hit = self.hits[index.row()]
            return f"{hit.label}  —  {hit.excerpt}"
        return None


class FindPanel(QFrame):
    """Hidden until it is asked for. Enter goes to the chosen place, F3 to the next one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = FindPanelUi(self)
        self._session = session
        self._words = self._ui.words
        self._count = self._ui.count
        self._list = self._ui.hits
        self._hits = HitRows(self)
        self._list.setModel(self._hits)
        self._visited = -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._search)
        self._words.textChanged.connect(lambda _: self._pause.start())
        self._words.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.clicked.connect(lambda index: self._go(index.row()))
        self._ui.close_find.clicked.connect(self.leave)
        for key, step in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda step=step: self._go_on(step))
        session.case_changed.connect(self._on_changed)
        session.year_opened.connect(self._on_changed)
        self._show_count()
        self.hide()

    def begin(self) -> None:
        """Shows the panel, ready to type; what was looked for before is chosen."""
        self._session.commit()
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()
        self._search()

    def leave(self) -> None:
        """Takes the panel away."""
        self._pause.stop()
        self.hide()

    def _on_changed(self, *_: object) -> None:
        if self.isVisible():
            self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        case = self._session.case
        hits = find(case, self._words.text()) if case is not None else ()
        if hits != self._hits.hits:
            self._visited = -1
            self._hits.show(hits)
            self._list.setCurrentIndex(self._hits.index(0))
        self._show_count()

    def _show_count(self) -> None:
        count = len(self._hits.hits)
        more = " ขึ้นไป" if count == MOST_HITS else ""
        if count:
            self._count.setText(f"พบ {thai_number(count)} จุด{more}")
        else:
            self._count.setText("ไม่พบ" if self._words.text().strip() else "")
        self._list.setVisible(count > 0)
        self._fit()

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._hits.hits):
            self._visited = row
            self._list.setCurrentIndex(self._hits.index(row))
            self._session.show_place(self._hits.hits[row].place)
            _mark(QApplication.focusWidget(), self._words.text())

    def _go_on(self, step: int) -> None:
        """Goes to the chosen place or, where that is in sight already, to the next one."""
        self._search()
        count = len(self._hits.hits)
        if count:
            row = max(0, self._list.currentIndex().row())
            self._go((row + step) % count if row == self._visited else row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(watched, event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on(1)
        elif watched is self._words and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        """Chooses the next or the former place, without leaving the line."""
        count = len(self._hits.hits)
        if count:
            row = min(max(self._list.currentIndex().row() + step, 0), count - 1)
            self._list.setCurrentIndex(self._hits.index(row))

    def _fit(self) -> None:
        """As high as its rows, some of them at most: the tab above needs the room."""
        rows = min(max(len(self._hits.hits), 1), _ROWS)
        height = max(self._list.sizeHintForRow(0), self.fontMetrics().height())
        self._list.setFixedHeight(rows * height + 2 * self._list.frameWidth() + 2)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_list"):
            self._fit()


def _mark(editor: QWidget | None, words: str) -> None:
    """Selects the words in the editor that has the focus now."""
    if isinstance(editor, QLineEdit):
        span = where(editor.text(), words)
        if span is not None:
            editor.setSelection(span[0], span[1] - span[0])
    elif isinstance(editor, QPlainTextEdit):
        span = where(editor.toPlainText(), words)
        if span is not None:
            cursor = editor.textCursor()
            cursor.setPosition(span[0])
            cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
