"""Puts the widgets of a Designer file into a window of ours.

Forms lie in ``resources/ui/`` and are read at run time, so that a form can be
changed in Designer with nothing to compile.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QFile, QIODevice, QObject
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QWidget

from ita_desktop.resources import MissingResourceError, resource_path
from ita_desktop.ui.memo_view import MemoView
from ita_desktop.ui.widgets.editors import ChoiceBox, LineEdit, TextEdit
from ita_desktop.ui.widgets.labels import WrappingLabel

CUSTOM_WIDGETS: tuple[type[QWidget], ...] = (ChoiceBox, LineEdit, MemoView, TextEdit, WrappingLabel)
"""Our own widgets that forms may name as promoted ones."""

Found = TypeVar("Found", bound=QObject)


class _Loader(QUiLoader):
    """Takes ``window`` for the form's outermost widget instead of making one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        for kind in CUSTOM_WIDGETS:
            self.registerCustomWidget(kind)

    def createWidget(  # noqa: N802 - Qt's name
        self, class_name: str, parent: QWidget | None = None, name: str = ""
    ) -> QWidget:
        if parent is None:
            return self._window
        return super().createWidget(class_name, parent, name)


def load_form(window: QWidget, name: str) -> None:
    """Fills ``window`` from ``resources/ui/<name>``.

    Raises MissingResourceError when the form is not there or cannot be read.
    """
    file = QFile(str(resource_path("ui", name)))
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise MissingResourceError(f"resources/ui/{name}")
    try:
        _Loader(window).load(file)
    finally:
        file.close()


def child(window: QObject, kind: type[Found], name: str) -> Found:
    """The form's widget or action of this kind and name.

    Raises LookupError: the form and the code do not fit together, which is a bug.
    """
    found = window.findChild(kind, name)
    if found is None:
        raise LookupError(f"{kind.__name__} {name} is not in the form")
    return found
