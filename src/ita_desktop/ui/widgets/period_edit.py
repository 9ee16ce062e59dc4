"""The editor of a period: free text, and a button that composes it from dates."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ita_desktop.ui.widgets.editors import TextEdit
from ita_desktop.ui.widgets.labels import set_tooltip


class PeriodEdit(QWidget):
    """The text of a period, ``ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙``; any other text is as good.

    An :class:`~ita_desktop.ui.widgets.editors.Editor`. Alt+Down composes.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = 0
        self._text = TextEdit()
        self._text.set_lines(1, 4)
        self._choose = QPushButton("เลือก…")
        self._choose.setAutoDefault(False)
        self._choose.setAccessibleName("เลือกระยะเวลา")
        set_tooltip(self._choose, "เลือกเดือน วันที่ ไตรมาส หรือครึ่งปี (Alt+ลูกศรลง)")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self._text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text.installEventFilter(self)
        self._text.edited.connect(self.edited)
        self._text.left.connect(self.left)
        self._choose.clicked.connect(self.choose)

    def value(self) -> str:
        """The text as typed or composed."""
        return self._text.value()

    def set_value(self, value: str) -> None:
        """Shows a text."""
        self._text.set_value(value)

    def set_writable(self, writable: bool) -> None:
        """Lets the user type and choose, or only read and copy."""
        self._text.set_writable(writable)
        self._choose.setEnabled(writable)

    def set_year(self, year: int) -> None:
        """The fiscal year (BE) whose halves and quarters are offered."""
        self._year = year

    def choose(self) -> None:
        """Opens the dialog that composes; its words replace the text."""
        if self._text.isReadOnly() or not self.isEnabled():
            return
        # Only now: most periods are never composed, and forms name this widget.
        from ita_desktop.ui.dialogs.period import PeriodDialog

        dialog = PeriodDialog(self, self._year, self.value())
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() == Qt.Key.Key_Down and with_alt:
                self.choose()
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        # A form names the whole; what is focused, and read aloud, is the text.
        if not self._text.accessibleName():
            self._text.setAccessibleName(self.accessibleName())

    def _on_chosen(self, words: str) -> None:
        if words != self.value():
            self._text.set_value(words)
            self.edited.emit()
        self._text.setFocus()
        self.left.emit()
