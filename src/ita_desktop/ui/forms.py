"""Puts the widgets of a Designer file into a window of ours.

Forms lie in ``resources/ui/`` and are read at run time, so that a form can be
changed in Designer with nothing to compile. Widgets of ours are promoted ones there:
the form names the class and, as its header, the module that has it
(``ita_desktop.ui.widgets.labels``), so that only what a window needs is imported.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TypeVar

from PySide6.QtCore import QBuffer, QObject
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QWidget

from ita_desktop.resources import MissingResourceError, resource_path
from ita_desktop.ui.widgets.labels import Label, WrappingLabel

_PROMOTED = re.compile(
    r"<customwidget>.*?<class>(\w+)</class>.*?<header[^>]*>([\w.]+)</header>.*?</customwidget>",
    re.DOTALL,
)

_OURS = {"QLabel": Label.__name__}
"""Widgets of Qt's in whose place forms get one of ours."""

Found = TypeVar("Found", bound=QObject)


class _Loader(QUiLoader):
    """Takes ``window`` for the form's outermost widget instead of making one."""

    def __init__(self, window: QWidget, form: str) -> None:
        super().__init__(window)
        self._window = window
        for kind in (Label, *promoted_in(form)):
            self.registerCustomWidget(kind)

    def createWidget(  # noqa: N802 - Qt's name
        self, class_name: str, parent: QWidget | None = None, name: str = ""
    ) -> QWidget:
        if parent is None:
            return self._window
        return super().createWidget(_OURS.get(class_name, class_name), parent, name)


def load_form(window: QWidget, name: str) -> None:
    """Fills ``window`` from ``resources/ui/<name>``.

    Raises MissingResourceError when the form is not there or cannot be read.
    """
    try:
        form = resource_path("ui", name).read_bytes()
    except OSError as error:
        raise MissingResourceError(f"resources/ui/{name}") from error
    source = QBuffer()
    source.setData(form)
    _Loader(window, form.decode("utf-8")).load(source)
    for label in window.findChildren(WrappingLabel):
        label.setText(label.text())  # a form sets texts past Python, unwrapped


def promoted_in(form: str) -> list[type[QWidget]]:
    """The widgets of ours that a form names. Raises ImportError or AttributeError: a bug."""
    return [getattr(import_module(header), name) for name, header in _PROMOTED.findall(form)]


def child(window: QObject, kind: type[Found], name: str) -> Found:
    """The form's widget or action of this kind and name.

    Raises LookupError: the form and the code do not fit together, which is a bug.
    """
    found = window.findChild(kind, name)
    if found is None:
        raise LookupError(f"{kind.__name__} {name} is not in the form")
    return found
