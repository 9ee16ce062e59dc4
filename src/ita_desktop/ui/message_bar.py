"""The one door through which the window tells the user something that must be read.

A bar above the tabs instead of a box in front of them: nothing has to be clicked
away before work can go on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ita_desktop.ui.widgets.labels import WrappingLabel


class HasMessageBar(Protocol):
    """A form with the parts of the bar."""

    outer: QWidget
    message_bar: QFrame
    message_text: WrappingLabel
    message_action: QPushButton
    message_close: QPushButton


class MessageBar(QObject):
    """Drives the form's ``message_bar``. Texts are shown as they are, never as markup."""

    def __init__(self, form: HasMessageBar) -> None:
        super().__init__(form.outer)
        self._bar = form.message_bar
        self._text = form.message_text
        self._button = form.message_action
        self._act: Callable[[], object] | None = None
        self._more: list[QPushButton] = []
        self._button.clicked.connect(self._on_action)
        form.message_close.clicked.connect(self.clear)
        self.clear()

    def tell(
        self,
        text: str,
        button: str = "",
        act: Callable[[], object] | None = None,
        *more: tuple[str, Callable[[], object]],
    ) -> None:
        """Shows ``text`` until it is closed or replaced; with a button when there is an act.

        ``more`` are further buttons and what they do.
        """
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(act is not None)
        self._act = act
        self._drop_more()
        for name, other in more:
            self._add_button(name, other)
        self._bar.show()

    def text(self) -> str:
        """What is shown; ``""`` when nothing is."""
        return self._text.plain_text()

    def clear(self) -> None:
        """Takes the bar away."""
        self._bar.hide()
        self._text.setText("")
        self._act = None
        self._drop_more()

    def _add_button(self, name: str, act: Callable[[], object]) -> None:
        button = QPushButton(name, self._bar)
        button.clicked.connect(lambda: self._do(act))
        layout = self._bar.layout()
        assert isinstance(layout, QHBoxLayout)  # noqa: S101 - the form's own
        at = layout.indexOf(self._button) + 1 + len(self._more)
        layout.insertWidget(at, button, 0, Qt.AlignmentFlag.AlignTop)
        self._more.append(button)

    def _drop_more(self) -> None:
        for button in self._more:
            button.hide()
            button.deleteLater()
        self._more.clear()

    def _on_action(self) -> None:
        if self._act is not None:
            self._do(self._act)

    def _do(self, act: Callable[[], object]) -> None:
        self.clear()
        act()
