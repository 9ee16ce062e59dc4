"""A row of choices of which one is in sight, as the tabs of a form are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTabBar, QWidget


class ChoiceTabs(QTabBar):
    """``chosen(int)``: by the user only, never by :meth:`show_choices`."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self.chosen)

    def show_choices(self, texts: Sequence[str], current: int) -> None:
        """Shows these choices, one of them chosen."""
        blocker = QSignalBlocker(self)
        while self.count() > len(texts):
            self.removeTab(self.count() - 1)
        for at, text in enumerate(texts):
            if at == self.count():
                self.addTab(text)
            elif self.tabText(at) != text:
                self.setTabText(at, text)
        self.setCurrentIndex(current)
        blocker.unblock()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Ignores the wheel: scrolling a form shall not choose."""
        event.ignore()
