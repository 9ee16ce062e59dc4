"""How the window looks: a Thai font, the size of text, light or dark."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ita_desktop.resources import resource_path
from ita_desktop.services.settings import Settings
from ita_desktop.ui.thai_qt import use_thai_style

SMALLEST_THAI = 11
"""Points: below that the marks above and below the letters run together on a screen."""

SMALLEST, USUAL, LARGEST, STEP = 100, 100, 160, 10
"""The size of text in percent of the system's."""

_SIZE_KEY, _THEME_KEY = "text size", "theme"


_FUSION = "fusion"
_LIGHT_STYLES = frozenset({"windows", "windowsvista"})


class Theme(Enum):
    """Light or dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


def use_thai_font() -> None:
    """Takes the shipped Sarabun for the window where the system has no Thai font at all.

    Bare Debian has none; Windows always has one, and its own looks best there.
    """
    if QFontDatabase.families(QFontDatabase.WritingSystem.Thai):
        return
    for style in ("Regular", "Bold"):
        path = resource_path("fonts", "sarabun", f"Sarabun-{style}.ttf")
        QFontDatabase.addApplicationFont(str(path))
    font = QApplication.font()
    font.setFamilies(["Sarabun"])
    font.setPointSize(max(font.pointSize(), SMALLEST_THAI))
    QApplication.setFont(font)


class Appearance:
    """The look of all windows, kept in the settings."""

    def __init__(self, settings: Settings, usual: QFont) -> None:
        self._settings = settings
        self._usual = QFont(usual)
        self._size = USUAL
        self._style = QApplication.style().objectName().lower()

    @property
    def text_size(self) -> int:
        """Percent of the system's."""
        return self._size

    @property
    def theme(self) -> Theme:
        """What was chosen."""
        kept = self._settings.text(_THEME_KEY)
        return Theme(kept) if kept in {theme.value for theme in Theme} else Theme.SYSTEM

    def restore(self) -> None:
        """Looks as the last time."""
        self._show_size(self._settings.number(_SIZE_KEY, USUAL))
        self._show_theme(self.theme)

    def text_size_after(self, steps: int) -> int:
        """The size so many steps above the present one."""
        return self._size + steps * STEP

    def set_text_size(self, percent: int) -> None:
        """Shows and keeps a size; one out of bounds is the bound."""
        self._show_size(percent)
        self._settings.set_number(_SIZE_KEY, self._size)

    def set_theme(self, theme: Theme) -> None:
        """Shows and keeps a theme."""
        self._show_theme(theme)
        self._settings.set_text(_THEME_KEY, theme.value)

    def _show_size(self, percent: int) -> None:
        self._size = min(max(percent, SMALLEST), LARGEST)
        font = QFont(self._usual)
        if font.pointSizeF() > 0:
            font.setPointSizeF(self._usual.pointSizeF() * self._size / 100)
        else:  # a system that counts in pixels
            font.setPixelSize(self._usual.pixelSize() * self._size // 100)
        if font != QApplication.font():
            QApplication.setFont(font)

    def _show_theme(self, theme: Theme) -> None:
        hints = QGuiApplication.styleHints()
        scheme = _SCHEMES[theme]
        self._show_style(theme)
        if scheme is Qt.ColorScheme.Unknown:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(scheme)
        if theme is Theme.DARK and hints.colorScheme() is not scheme:
            QApplication.setPalette(dark_palette())
        elif QApplication.palette() != QApplication.style().standardPalette():
            QApplication.setPalette(QPalette())

    def _show_style(self, theme: Theme) -> None:
        """The style of Windows before 11 knows no dark: then Qt's own is taken."""
        wanted = _FUSION if theme is Theme.DARK and self._style in _LIGHT_STYLES else self._style
        if QApplication.style().objectName().lower() != wanted:
            use_thai_style(wanted)


def dark_palette() -> QPalette:
    """Dark colours where the system has none to give."""
    palette = QPalette(QColor(45, 45, 48))  # Qt derives shades and light text from it
    roles = QPalette.ColorRole
    palette.setColor(roles.Base, QColor(30, 30, 32))
    palette.setColor(roles.AlternateBase, QColor(38, 38, 41))
    palette.setColor(roles.ToolTipBase, QColor(60, 60, 64))
    palette.setColor(roles.ToolTipText, QColor(240, 240, 240))
    palette.setColor(roles.Highlight, QColor(42, 110, 187))
    palette.setColor(roles.HighlightedText, QColor(255, 255, 255))
    palette.setColor(roles.Link, QColor(110, 170, 255))
    palette.setColor(roles.LinkVisited, QColor(180, 150, 255))
    palette.setColor(roles.PlaceholderText, QColor(150, 150, 155))
    return palette
