"""The measures of a year as rows of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ita_desktop.domain.case import Measure
from ita_desktop.domain.measures import lacking
from ita_desktop.domain.text_match import folded
from ita_desktop.quoting import quoted
from ita_desktop.thai.digits import thai_number
from ita_desktop.thai.screen import breakable

ROW = Qt.ItemDataRole.UserRole
"""The :class:`MeasureRow` that a delegate paints."""

NAMELESS = "(ยังไม่มีชื่อ)"
_MOST = 300
"""Letters of a name that are shown; a megabyte would take seconds to draw."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class MeasureRow(NamedTuple):
    """What is shown of a measure; ``lacks`` is ``""`` where nothing does."""

    number: str
    name: str
    served: str
    lacks: str


def in_short(text: str) -> str:
    """A text as one printable line, cut where it is far too long to be shown."""
    return quoted(" ".join(text[: 4 * _MOST].split()), _MOST)


def row_of(index: int, measure: Measure, namesakes: int = 0) -> MeasureRow:
    """The row of the measure at *index* (from 0); *namesakes* others have its name."""
    missing = [f"ยังไม่มี{', '.join(names)}"] if (names := lacking(measure)) else []
    missing += ["ชื่อซ้ำกับมาตรการอื่น"] if namesakes else []
    served = in_short(thai_number(", ".join(measure.indicators)))
    return MeasureRow(
        f"{thai_number(index + 1)}.",
        breakable(in_short(measure.name) or NAMELESS),
        f"ตัวชี้วัด {served}" if served else "",
        breakable(" · ".join(missing)),
    )


class MeasureListModel(QAbstractListModel):
    """Rows that are made once for each change of the year, not when they are painted."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MeasureRow, ...] = ()

    def show(self, measures: Sequence[Measure]) -> None:
        """Shows other measures; with as many as before, only what differs is touched."""
        names = [folded(measure.name) for measure in measures]
        count = Counter(name for name in names if name)
        rows = tuple(
            row_of(index, measure, max(0, count[name] - 1))
            for index, (measure, name) in enumerate(zip(measures, names, strict=True))
        )
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(filter(None, row))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Something is dropped between rows, never on one.
        flag = Qt.ItemFlag
        return flag.ItemIsDropEnabled if not index.isValid() else _ROW_FLAGS

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        return Qt.DropAction.MoveAction


_ROW_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
)
