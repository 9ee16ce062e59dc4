"""Rows of a list with room for the marks above and below Thai letters."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

_PADDING = QSize(12, 8)
"""Pixels around the text of a row, both sides together."""


class RoomyRows(QStyledItemDelegate):
    """Draws rows as the style does, a little larger."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + _PADDING
