"""Who is responsible: units that are picked from those at hand, or typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QMenu, QPushButton, QWidget

from ita_desktop.ui.widgets.labels import set_tooltip
from ita_desktop.ui.widgets.list_editor import ItemLines, ListEditor
from ita_desktop.ui.widgets.roomy_rows import RoomyRows

_TAKING = (Qt.Key.Key_Enter, Qt.Key.Key_Return, Qt.Key.Key_Tab)


class _CompletedLines(ItemLines):
    """Items that a list of usual texts opens for while they are typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual: tuple[str, ...] = ()
        self._offered = QStringListModel(self)
        self._completer = QCompleter(self._offered, self)
        self._popup = QListView(self)
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self._popup)
        self._popup.setItemDelegate(RoomyRows(self._popup))
        self._completer.setWidget(self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(8)
        self._completer.activated.connect(self._take)
        self.edited.connect(self._offer)

    def set_usual(self, texts: Iterable[str]) -> None:
        """Offers these texts, the likeliest first."""
        self._usual = tuple(dict.fromkeys(texts))

    @property
    def completer(self) -> QCompleter:
        """What offers texts while one is typed."""
        return self._completer

    def event(self, event: QEvent) -> bool:
        """Leaves the keys that take an offer to the list of offers, when one is chosen in it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if self._popup.isVisible() and event.key() == Qt.Key.Key_Escape:
                event.ignore()
                return False
            if self._popup.isVisible() and event.key() in _TAKING:
                if self._popup.currentIndex().isValid():
                    event.ignore()
                    return False
                self._popup.hide()
        return super().event(event)

    def _offer(self) -> None:
        cursor = self.textCursor()
        typed = cursor.block().text().strip()
        others = {item for row, item in enumerate(self.items()) if row != cursor.blockNumber()}
        self._offered.setStringList([text for text in self._usual if text not in others])
        self._completer.setCompletionPrefix(typed)
        found = self._completer.completionModel()
        certain = found.rowCount() == 1 and found.index(0, 0).data() == typed
        if not typed or not self.hasFocus() or certain or not found.rowCount():
            self._popup.hide()
            return
        place = self.cursorRect().translated(self.viewport().pos())
        place.setLeft(self.viewport().x())
        bar = self._popup.verticalScrollBar().sizeHint().width()
        place.setWidth(self._popup.sizeHintForColumn(0) + bar + 2 * self._popup.frameWidth())
        self._completer.complete(place)

    def _take(self, text: str) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self._popup.hide()


class OwnersEditor(ListEditor):
    """A list of units with those at hand in a menu; any other text may be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at_hand: tuple[str, ...] = ()
        self._button = QPushButton("เลือกหน่วยงาน(&U)…", self)
        self._button.setAutoDefault(False)
        set_tooltip(self._button, "เลือกจากส่วนราชการของหน่วยงาน เลือกซ้ำเพื่อนำออก")
        self._menu = QMenu(self._button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._on_chosen)
        self._button.setMenu(self._menu)
        layout = self.layout()
        assert layout is not None  # noqa: S101 - the list editor has one
        layout.addWidget(self._button)
        layout.setAlignment(self._button, Qt.AlignmentFlag.AlignLeft)

    def _make_lines(self) -> ItemLines:
        self._completed = _CompletedLines(self)
        return self._completed

    @property
    def completer(self) -> QCompleter:
        """What offers units while one is typed."""
        return self._completed.completer

    def set_units(self, at_hand: Iterable[str], usual: Iterable[str]) -> None:
        """Puts the agency's own units into the menu, and *usual* ones behind them when typing."""
        self._at_hand = tuple(dict.fromkeys(unit for unit in at_hand if unit.strip()))
        self._completed.set_usual((*self._at_hand, *usual))

    def set_writable(self, writable: bool) -> None:
        """Lets the user choose and type, or only read and copy."""
        super().set_writable(writable)
        self._button.setEnabled(writable)

    def _fill_menu(self) -> None:
        self._menu.clear()
        chosen = self.value()
        for unit in self._at_hand:
            # An ampersand of the user's would become an underlined letter.
            action = self._menu.addAction(unit.replace("&", "&&"))
            action.setData(unit)
            action.setCheckable(True)
            action.setChecked(unit in chosen)

    def _on_chosen(self, action: QAction) -> None:
        unit = action.data()
        chosen = self.value()
        without = tuple(other for other in chosen if other != unit)
        self._lines.show_items(without if unit in chosen else (*chosen, unit))
        self.edited.emit()
        self.left.emit()
