"""The number of the page in sight, in Thai digits."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from ita_desktop.thai.digits import thai_number, to_ascii_digits


class PageBox(QSpinBox):
    """Thai and other digits may be typed."""

    def textFromValue(self, value: int) -> str:  # noqa: N802 - Qt's name
        return thai_number(value)

    def valueFromText(self, text: str) -> int:  # noqa: N802 - Qt's name
        return int(to_ascii_digits(text).strip() or self.value())

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        plain = to_ascii_digits(text).strip()
        states = QValidator.State
        if not plain:
            return states.Intermediate, text, place
        is_page = plain.isascii() and plain.isdecimal() and int(plain) <= self.maximum()
        return (states.Acceptable if is_page else states.Invalid), text, place
