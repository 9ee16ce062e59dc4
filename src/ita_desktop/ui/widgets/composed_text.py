"""A text that the program composes as long as the user has written none of his own.

What is composed stands in grey where the user would write. One click makes it the user's
own, to be changed; another click gives it back to the program.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QAbstractButton

from ita_desktop.thai.screen import breakable
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.editors import TextEdit
from ita_desktop.ui.widgets.fields import Field
from ita_desktop.ui.widgets.labels import set_tooltip

_OWN = ("แก้", "เขียนเอง โดยเริ่มจากข้อความที่โปรแกรมแต่งให้")
_BACK = ("คืนค่า", "กลับไปใช้ข้อความที่โปรแกรมแต่งให้ (เลิกทำได้)")


class ComposedText(QObject):
    """Ties a field's editor and a button to a text whose absence means the composed one."""

    def __init__(
        self,
        session: Session,
        editor: TextEdit,
        button: QAbstractButton,
        name: str,
        field: Field,
    ) -> None:
        super().__init__(editor)
        self._session = session
        self._editor = editor
        self._button = button
        self._name = name
        self._field = field
        self._composed = ""
        self._most = editor.most_lines
        button.clicked.connect(self._on_clicked)
        editor.textChanged.connect(self._reflect)
        editor.installEventFilter(self)

    def show(self, composed: str) -> None:
        """Shows what the program would write."""
        self._composed = composed
        self._editor.setPlaceholderText(breakable(composed))
        self._reflect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._make_room()
        return super().eventFilter(watched, event)

    def _reflect(self) -> None:
        empty = not self._editor.toPlainText()
        text, tip = _OWN if empty else _BACK
        if self._button.text() != text:
            self._button.setText(text)
            set_tooltip(self._button, tip)
            self._button.setAccessibleName(f"{text} {self._name}")
        possible = bool(self._composed) or not empty
        self._button.setEnabled(possible and not self._session.read_only)
        self._make_room()

    def _make_room(self) -> None:
        """The grey text is seen whole as well."""
        lines = 1
        if not self._editor.toPlainText() and self._composed:
            margin = 2 * int(self._editor.document().documentMargin())
            room = QRect(0, 0, max(1, self._editor.viewport().width() - margin), 10_000)
            metrics = self._editor.fontMetrics()
            text = self._editor.placeholderText()
            wrap = Qt.TextFlag.TextWordWrap
            height = metrics.boundingRect(room, wrap, text).height()
            one = metrics.boundingRect(room, wrap, "ก").height()
            lines = min(max(1, round(height / one)), self._most)
        if (self._editor.fewest_lines, self._editor.most_lines) != (lines, self._most):
            self._editor.set_lines(lines, self._most)

    def _on_clicked(self) -> None:
        self._session.commit()
        case = self._session.case
        if case is None:
            return
        own = bool(self._field.reading(case))
        name = f"คืนค่า{self._name}" if own else f"เขียน{self._name}เอง"
        text = "" if own else self._composed
        self._session.edit(name, self._field.writing(text), self._field.place or ())
        self._editor.setFocus()
