"""A box for a Buddhist-era year, in Thai digits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from ita_desktop.thai.dates import BE_YEARS
from ita_desktop.thai.digits import thai_number, to_ascii_digits
from ita_desktop.ui.widgets.editors import LineEdit

FIRST, LAST = BE_YEARS[0], BE_YEARS[-1]


class YearBox(QSpinBox):
    """A year (BE); Thai and other digits may be typed. An editor as fields need one."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLineEdit(LineEdit(self))  # which leaves the undo keys to the window
        self.setRange(FIRST, LAST)
        # A year half typed (2 of 2568) is no year yet.
        self.setKeyboardTracking(False)
        self._showing = False
        self.valueChanged.connect(self._on_changed)

    def set_value(self, value: int) -> None:
        """Shows a year."""
        self._showing = True
        self.setValue(value)
        self._showing = False

    def set_writable(self, writable: bool) -> None:
        """Lets the user change the year, or only read it."""
        self.setReadOnly(not writable)

    def textFromValue(self, value: int) -> str:  # noqa: N802 - Qt's name
        return thai_number(value)

    def valueFromText(self, text: str) -> int:  # noqa: N802 - Qt's name
        return int(to_ascii_digits(text).strip() or FIRST)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        plain = to_ascii_digits(text).strip()
        states = QValidator.State
        if plain.isascii() and plain.isdecimal() and int(plain) in BE_YEARS:
            return states.Acceptable, text, place
        begins = not plain or (
            plain.isascii()
            and plain.isdecimal()
            and any(str(year).startswith(plain) for year in BE_YEARS)
        )
        return (states.Intermediate if begins else states.Invalid), text, place

    def fixup(self, _text: str) -> str:
        return thai_number(self.value())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Ignores the wheel: scrolling past shall not change a year."""
        event.ignore()

    def _on_changed(self) -> None:
        if not self._showing:
            self.edited.emit()
