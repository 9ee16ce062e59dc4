"""Labels whose Thai wraps on every system and whose text is never markup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ita_desktop.thai.screen import breakable, unbroken

_HIGH_AND_DEEP = "ชี้ปิ๊ฐู"
"""Letters with marks as high, and as deep, as Thai has them."""


class Label(QLabel):
    """A label whose marks stay whole; every ``QLabel`` of a form is made one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_room()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        # Qt draws anew inside the margins only, and marks of the old text would stay there.
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        """Keeps marks over marks (ชี้) whole, which stand higher than Qt takes a line to be."""
        metrics = self.fontMetrics()
        ink = metrics.tightBoundingRect(_HIGH_AND_DEEP)
        above, below = -ink.top() - metrics.ascent(), ink.bottom() - metrics.descent()
        self.setContentsMargins(0, max(0, above), 0, max(0, below))


class WrappingLabel(Label):
    """A plain text that wraps between Thai words; :meth:`plain_text` gives it back as it was."""

    def __init__(self, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(breakable(unbroken(text)))

    def plain_text(self) -> str:
        """The text without what makes it wrap."""
        return unbroken(self.text())


def tooltip(text: str) -> str:
    """A plain Thai text as a tooltip's.

    Qt takes a tooltip that looks like markup for markup; with its signs written out it
    is rich text, which wraps.
    """
    # Broken first: a break inside of "&lt;" would show its letters.
    safe = breakable(text).replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<qt>{safe}</qt>" if text else ""


def set_tooltip(widget: QWidget, text: str) -> None:
    """A tooltip of plain Thai text, and the same in the status bar."""
    widget.setToolTip(tooltip(text))
    widget.setStatusTip(text)
