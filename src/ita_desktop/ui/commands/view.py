"""The menu's matters of looks: size of text, light or dark."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup, QKeySequence

from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.appearance import LARGEST, SMALLEST, USUAL, Appearance, Theme
from ita_desktop.ui.main_window import MainWindow


class ViewCommands(QObject):
    """Changes the look and shows in the menu how it is."""

    def __init__(self, window: MainWindow, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._larger = window.form.action_text_larger
        self._smaller = window.form.action_text_smaller
        # Ctrl and the key of + without Shift is what most people press
        self._larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._larger.triggered.connect(lambda: self._resize(appearance.text_size_after(1)))
        self._smaller.triggered.connect(lambda: self._resize(appearance.text_size_after(-1)))
        window.form.action_text_normal.triggered.connect(lambda: self._resize(USUAL))
        themes = QActionGroup(self)
        for theme in Theme:
            action = window.action(f"action_theme_{theme.value}")
            action.setChecked(theme is appearance.theme)
            action.triggered.connect(lambda _=False, theme=theme: appearance.set_theme(theme))
            themes.addAction(action)
        self._show_possible()

    def _resize(self, percent: int) -> None:
        self._appearance.set_text_size(percent)
        self._show_possible()
        size = thai_number(self._appearance.text_size)
        self._window.statusBar().showMessage(f"ขนาดตัวอักษร {size}%", 3000)

    def _show_possible(self) -> None:
        self._larger.setEnabled(self._appearance.text_size < LARGEST)
        self._smaller.setEnabled(self._appearance.text_size > SMALLEST)
