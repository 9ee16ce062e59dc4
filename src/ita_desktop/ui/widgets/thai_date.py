"""The editor of a date: typed as clerks write it, in the Buddhist era, or picked."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ita_desktop.thai.dates import BUDDHIST_ERA, long_date
from ita_desktop.thai.typed_dates import EXAMPLE, doubtful_day, typed_day
from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.labels import WrappingLabel, set_tooltip
from ita_desktop.ui.widgets.thai_calendar import CalendarPopup

_MAY_GO_ON = re.compile("(?:^|[^0-9๐-๙])(?:2[05]|๒[๐๕])$|^[0-9๐-๙]{6}$")
"""The first half of 2569 or 2026: a year of two digits that is still being typed."""


class ThaiDateEdit(QWidget):
    """A date (Gregorian, ``datetime.date``) or None, shown as ``๑๒ พฤศจิกายน ๒๕๖๙``.

    An :class:`~ita_desktop.ui.widgets.editors.Editor`. What cannot be read stays as it was
    typed, with a hint below, and the value stays what it was. Alt+Down opens the calendar.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: date | None = None
        self._today: Callable[[], date] = date.today
        self._near: int | None = None
        self._popup: CalendarPopup | None = None
        self._line = LineEdit()
        self._button = QToolButton()
        self._hint = WrappingLabel()
        self._lay_out()
        self._line.edited.connect(self._on_typed)
        self._line.left.connect(self._on_left)
        self._line.returnPressed.connect(self._settle)
        self._line.installEventFilter(self)
        self._button.clicked.connect(self.open_calendar)
        self._show_hint("")

    # --- an editor -----------------------------------------------------------------------

    def value(self) -> date | None:
        """The date that was last understood; None where the field was cleared."""
        return self._value

    def set_value(self, value: date | None) -> None:
        """Shows a date. What is being typed for the same value stays."""
        if value == self._value:
            return
        self._value = value
        self._show_value()
        self._show_hint(doubtful_day(value) if value is not None else "")

    def set_writable(self, writable: bool) -> None:
        """Lets the user type and pick, or only read and copy."""
        self._line.set_writable(writable)
        self._button.setEnabled(writable)

    # --- besides ---------------------------------------------------------------------------

    def set_near(self, year: int | None) -> None:
        """The BE year that a year of two digits lies near; None for the present one."""
        self._near = year

    def set_today(self, today: Callable[[], date]) -> None:
        """The clock by which the calendar opens."""
        self._today = today

    def hint(self) -> str:
        """What is told below the field; empty where there is nothing to tell."""
        return self._hint.plain_text()

    def open_calendar(self) -> None:
        """Opens the calendar below the field."""
        if self._line.isReadOnly() or not self.isEnabled():
            return
        self._settle()
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.picked.connect(self._on_picked)
        self._popup.open_below(self._line, self._value, self._today())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() == Qt.Key.Key_Down and with_alt:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        # A form names the whole; what is focused, and read aloud, is the line.
        if not self._line.accessibleName():
            self._line.setAccessibleName(self.accessibleName())

    # --- how it is done ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._line.setPlaceholderText(f"เช่น {EXAMPLE}")
        self._button.setArrowType(Qt.ArrowType.DownArrow)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setAccessibleName("เลือกวันที่จากปฏิทิน")
        set_tooltip(self._button, "เลือกวันที่จากปฏิทิน (Alt+ลูกศรลง)")
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._hint)
        self.setFocusProxy(self._line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _near_year(self) -> int:
        return self._near if self._near is not None else self._today().year + BUDDHIST_ERA

    def _on_typed(self) -> None:
        """Takes what is surely a whole date at once; the rest waits until the field is left."""
        self._show_hint("")
        text = self._line.text().strip()
        typed = typed_day(text, self._near_year())
        if typed.understood and _MAY_GO_ON.search(text) is None:
            self._take(typed.day)

    def _on_left(self) -> None:
        self._settle()
        self.left.emit()

    def _settle(self) -> None:
        """Writes what was typed in full, or tells that it cannot be read."""
        if self._line.isReadOnly():
            return
        text = self._line.text()
        if text == self._shown():
            return
        typed = typed_day(text, self._near_year())
        if typed.understood:
            self._take(typed.day)
            self._show_value()
            self._show_hint(typed.hint)
        elif self._value is not None:
            self._show_hint(f"{typed.hint} ขณะนี้ยังใช้วันที่เดิมคือ {long_date(self._value)}")
        else:
            self._show_hint(typed.hint)

    def _take(self, day: date | None) -> None:
        if day != self._value:
            self._value = day
            self.edited.emit()

    def _on_picked(self, day: date | None) -> None:
        self._take(day)
        self._show_value()
        self._show_hint("")
        self._line.setFocus()
        self.left.emit()

    def _shown(self) -> str:
        return long_date(self._value) if self._value is not None else ""

    def _show_value(self) -> None:
        self._line.set_value(self._shown())

    def _show_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
