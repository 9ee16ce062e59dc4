"""Brings into sight what gets the focus: of itself Qt scrolls a form for Tab alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_MARGIN = 24
"""Pixels that are shown beyond it: the next field is a hint that there is more."""


class FocusFollower(QObject):
    """Works for the forms of one window, for keys, buttons and whatever goes somewhere.

    A click into a field leaves the form as it is: what one points at shall not move away.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        clicked = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not clicked and self._window.isAncestorOf(now):
            # When a part of the form that was just opened has its place.
            QTimer.singleShot(0, now, lambda: _bring_into_sight(now))


def _bring_into_sight(widget: QWidget) -> None:
    """Scrolls to the widget, of a long text to its cursor."""
    form = widget.parentWidget()
    while form is not None and not isinstance(form, QScrollArea):
        form = form.parentWidget()
    if isinstance(form, QScrollArea) and widget.hasFocus():
        form.ensureWidgetVisible(widget, 0, _MARGIN)
