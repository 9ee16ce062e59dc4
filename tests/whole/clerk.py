"""A clerk at the keyboard and the mouse.

Every key and click goes to the window that the system has in front, as it would come from
the system: which editor gets it is up to the program, and a focus that is elsewhere than a
person sees it, a shortcut in the way or a widget out of sight fail the test.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QWidget

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

PATIENCE = 20_000
"""Milliseconds after which nothing is waited for any longer."""

MOST_PRESSES = 80
"""Fields and rows that a person would go through by one key, at the very most."""

Kind = TypeVar("Kind", bound=QWidget)


class Clerk:
    """Works at whatever window is in front."""

    # --- what a person sees ------------------------------------------------------------------

    @property
    def window(self) -> QWindow:
        """The window in front, which gets the keys."""
        QApplication.processEvents()
        asking, front = QApplication.activeModalWidget(), QGuiApplication.focusWindow()
        if front is None or (asking is not None and front is not asking.windowHandle()):
            # Without a screen nobody brings a dialog to the front, or the window behind one.
            wanted = asking or self.sees(QMainWindow)
            wanted.activateWindow()
            self.wait_for(lambda: QGuiApplication.focusWindow() is wanted.windowHandle())
        window = QGuiApplication.focusWindow()
        assert window is not None
        return window

    def is_at(self, name: str) -> bool:
        """Whether the cursor is in the widget of this name or in a part of it."""
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None and widget.objectName() != name:
            widget = widget.parentWidget()
        return widget is not None

    def sees(self, kind: type[Kind], name: str = "") -> Kind:
        """The widget of this kind and name that is in sight."""
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        found = [
            widget
            for top in tops
            for widget in [top, *top.findChildren(kind)]
            if isinstance(widget, kind) and widget.isVisible() and name in ("", widget.objectName())
        ]
        assert found, f"no {kind.__name__} {name} in sight"
        return found[0]

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Waits as a person does: until something is to be seen."""
        patience = QDeadlineTimer(PATIENCE)
        while not condition():
            assert not patience.hasExpired(), "waited in vain"
            QTest.qWait(1)  # lets events happen; a look every millisecond

    # --- what a person does --------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Types letter by letter; Enter for a new line."""
        for letter in text:
            if letter == "\n":
                self.press(Key.Key_Return)
            else:
                QTest.sendKeyEvent(
                    QTest.KeyAction.Click, self.window, Key.Key_unknown, letter, NONE
                )
                QApplication.processEvents()

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Presses a key."""
        for _ in range(times):
            QTest.keyClick(self.window, key, modifiers)
            QApplication.processEvents()

    def press_until(self, condition: Callable[[], bool], key: Key) -> None:
        """Presses a key again and again until a person sees what is wanted."""
        for _ in range(MOST_PRESSES):
            if condition():
                return
            self.press(key)
        raise AssertionError(f"{key.name} leads nowhere from {QApplication.focusWidget()}")

    def tab_to(self, name: str) -> None:
        """Goes on by Tab until the cursor is in the widget of this name."""
        self.press_until(lambda: self.is_at(name), Key.Key_Tab)

    def write(self, text: str) -> None:
        """Types a text in the place of the one that the field has."""
        self.press(Key.Key_A, CONTROL)
        self.type(text) if text else self.press(Key.Key_Delete)

    def choose_file(self, file: Path) -> None:
        """Types a file's whole name into the dialog that asks for one."""
        self.wait_for(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
        self.write(str(file))
        self.press(Key.Key_Return)

    def click(self, widget: QWidget) -> None:
        """Clicks into the middle of a widget as soon as it is there to be clicked at."""
        top = widget.window()
        self.wait_for(lambda: _is_under(widget, top, _middle(widget)))
        window = top.windowHandle()
        assert window is not None
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, NONE, _middle(widget))
        QApplication.processEvents()


def _middle(widget: QWidget) -> QPoint:
    """In the window's coordinates."""
    return widget.mapTo(widget.window(), widget.rect().center())


def _is_under(widget: QWidget, top: QWidget, place: QPoint) -> bool:
    """Whether the widget is in sight at a place of its window, and nothing covers it."""
    under = top.childAt(place)
    return under is not None and (under is widget or widget.isAncestorOf(under))
