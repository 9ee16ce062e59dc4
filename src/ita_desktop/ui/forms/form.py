"""Puts the widgets of a Designer file into a window of ours.

Forms lie in ``resources/ui/`` and are read at run time. For each there is a class in
this package with its widgets and actions as typed attributes, written by
``tools/make_forms.py``: after a change in Designer, run it again. Widgets of ours are
promoted ones there: the form names the class and, as its header, the module that has it
(``ita_desktop.ui.widgets.labels``).
"""

from __future__ import annotations

from typing import ClassVar, TypeVar

from PySide6.QtCore import QBuffer, QObject
from PySide6.QtGui import QAction
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QLayout, QWidget

from ita_desktop.resources import MissingResourceError, resource_path
from ita_desktop.ui.widgets.labels import Label, WrappingLabel

REPLACED: dict[str, type[QWidget]] = {"QLabel": Label}
"""Widgets of Qt's in whose place forms get one of ours."""

Found = TypeVar("Found", bound=QObject)


class Form:
    """The widgets, layouts and actions of one Designer file, by their names there.

    Raises MissingResourceError when the file is not there or cannot be read.
    """

    FILE: ClassVar[str]
    PROMOTED: ClassVar[tuple[type[QWidget], ...]] = ()
    """The widgets of ours that the file names."""

    def __init__(self, window: QWidget) -> None:
        """Fills ``window``, which stands for the file's outermost widget."""
        self.outer = window
        try:
            source = resource_path("ui", self.FILE).read_bytes()
        except OSError as error:
            raise MissingResourceError(f"resources/ui/{self.FILE}") from error
        loader = _Loader(window, self.PROMOTED)
        buffer = QBuffer()
        buffer.setData(source)
        loader.load(buffer)
        for name in type(self).__annotations__:
            setattr(self, name, loader.made[name])
        for widget in loader.made.values():
            if isinstance(widget, WrappingLabel):
                widget.setText(widget.text())  # a form sets texts past Python, unwrapped

    def named(self, kind: type[Found], name: str) -> Found:
        """The widget or action with a name that is put together.

        Raises LookupError: the form and the code do not fit together, which is a bug.
        """
        found = getattr(self, name, None)
        if not isinstance(found, kind):
            raise LookupError(f"{kind.__name__} {name} is not in {self.FILE}")
        return found


class _Loader(QUiLoader):
    """Takes ``window`` for the form's outermost widget instead of making one."""

    def __init__(self, window: QWidget, promoted: tuple[type[QWidget], ...]) -> None:
        super().__init__(window)
        self._window = window
        self.made: dict[str, QObject] = {}
        for kind in (*REPLACED.values(), *promoted):
            self.registerCustomWidget(kind)

    def createWidget(  # noqa: N802 - Qt's name
        self, class_name: str, parent: QWidget | None = None, name: str = ""
    ) -> QWidget:
        if parent is None:
            return self._window
        kind = REPLACED[class_name].__name__ if class_name in REPLACED else class_name
        widget = super().createWidget(kind, parent, name)
        self.made[name] = widget
        return widget

    def createLayout(  # noqa: N802 - Qt's name
        self, class_name: str, parent: QObject | None = None, name: str = ""
    ) -> QLayout:
        layout = super().createLayout(class_name, parent, name)
        self.made[name] = layout
        return layout

    def createAction(self, parent: QObject | None = None, name: str = "") -> QAction:  # noqa: N802
        action = super().createAction(parent, name)
        self.made[name] = action
        return action
