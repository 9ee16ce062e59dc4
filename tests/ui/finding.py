"""Widgets by their names, as one finds them on the screen."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject

Found = TypeVar("Found", bound=QObject)


def child(inside: QObject, kind: type[Found], name: str) -> Found:
    """The widget or action of this kind and name."""
    found = inside.findChild(kind, name)
    assert found is not None, f"{kind.__name__} {name} is not there"
    return found
