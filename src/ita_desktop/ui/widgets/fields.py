"""Ties an editor to a place of the open case: what is typed is stored when the editor is
left, after a pause in typing, and whenever the session asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath, value_at, with_value
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.editors import Editor

PAUSE = 700
"""Milliseconds without a key after which what was typed is stored."""


def _as_is(value: Any) -> Any:
    return value


class Field(QObject):
    """An editor and its place; with no place the editor is empty and cannot be used.

    ``step`` is the Thai name of the change for the undo menu. ``shown`` and ``kept``
    turn a value of the case into one of the editor and back. ``edited`` is sent for every
    key, long before the change is stored.
    """

    edited = Signal()

    def __init__(
        self,
        session: Session,
        editor: Editor,
        step: str,
        place: CasePath | None = None,
        *,
        empty: Any = "",
        shown: Callable[[Any], Any] = _as_is,
        kept: Callable[[Any], Any] = _as_is,
    ) -> None:
        assert isinstance(editor, QWidget)  # noqa: S101 - editors are widgets, which no protocol says
        super().__init__(editor)
        self._session = session
        self._editor = editor
        self._widget: QWidget = editor
        self._step = step
        self._place = place
        self._empty, self._shown, self._kept = empty, shown, kept
        self._typed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.commit)
        editor.edited.connect(self._on_edited)
        editor.left.connect(self.commit)
        session.commit_requested.connect(self.commit)
        session.case_changed.connect(self.refresh)
        session.year_opened.connect(self.refresh)
        self.refresh()

    @property
    def place(self) -> CasePath | None:
        """Where in the case the editor's value stands."""
        return self._place

    @property
    def widget(self) -> QWidget:
        """The editor."""
        return self._widget

    def set_place(self, place: CasePath | None) -> None:
        """Stores what is being typed, then shows what stands at another place."""
        self.commit()
        self._place = place
        self.refresh()

    def commit(self) -> None:
        """Stores what is being typed."""
        self._pause.stop()
        if not self._typed or self.place is None:
            return
        self._typed = False
        value = self._kept(self._editor.value())
        self._session.edit(self._step, self.writing(value), self.place)
        self.refresh()

    def reading(self, case: Case) -> Any:
        """The value that stands in *case*. Raises LookupError where it has no place."""
        if self._place is None:
            raise LookupError
        return value_at(case, self._place)

    def writing(self, value: Any) -> Callable[[Case], Case]:
        """The change that puts a value into its place, as it is now."""
        place = self._place or ()
        return lambda case: _put(case, place, value)

    def typed_in(self, case: Case) -> Case:
        """*case* with what is being typed and not stored yet, as a preview wants it."""
        if not self._typed or self.place is None:
            return case
        return self.writing(self._kept(self._editor.value()))(case)

    def refresh(self, *_: object) -> None:
        """Shows what stands in the case, unless the user is typing something newer."""
        if self._typed:
            return
        case = self._session.case
        try:
            if case is None:
                raise LookupError
            value = self._shown(self.reading(case))
        except LookupError:
            self._editor.set_value(self._empty)
            self._widget.setEnabled(False)
            return
        self._widget.setEnabled(True)
        self._editor.set_writable(not self._session.read_only)
        self._editor.set_value(value)

    def _on_edited(self) -> None:
        self._typed = True
        self._pause.start()
        self.edited.emit()


def _put(case: Case, place: CasePath, value: object) -> Case:
    """The value in its place; a place that has gone takes nothing."""
    try:
        return with_value(case, place, value)
    except LookupError:
        return case
