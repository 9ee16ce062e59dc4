"""The year's parts with their scores as a tree for Qt; changes are asked for by signals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from ita_desktop.domain.score_parts import Part, PartKind
from ita_desktop.domain.score_values import Refused, typed_score
from ita_desktop.services.assessment import PartScores, YearView
from ita_desktop.thai.digits import thai_number, thai_score
from ita_desktop.ui.widgets.grid import COPY_ROLE, KEY_ROLE, AnyIndex
from ita_desktop.ui.widgets.labels import tooltip


class ScoreColumn(IntEnum):
    """The columns, from the left."""

    NAME = 0
    SCORE = 1
    BEFORE = 2
    CHANGE = 3
    GAIN = 4
    FOCUS = 5


_HEADERS = {
    ScoreColumn.NAME: ("ตัวชี้วัด", ""),
    ScoreColumn.SCORE: (
        "คะแนน",
        "พิมพ์คะแนนเต็ม ๑๐๐ ได้เลย ตัวเอียงคือคะแนนที่คำนวณจากส่วนย่อย ≠ คือคะแนนที่ใส่ไม่ตรงกับที่คำนวณได้",
    ),
    ScoreColumn.BEFORE: ("ปีก่อน", "คะแนนของปีก่อนที่เก็บไว้ในโปรแกรม"),
    ScoreColumn.CHANGE: ("เพิ่ม/ลด", "คะแนนปีนี้ลบด้วยคะแนนปีก่อน"),
    ScoreColumn.GAIN: ("เพิ่มได้อีก", "คะแนนรวมจะเพิ่มเท่านี้ หากส่วนนี้ได้คะแนนเต็ม"),
    ScoreColumn.FOCUS: ("พัฒนา", "ติ๊กตัวชี้วัดหรือตัวชี้วัดย่อยที่เลือกจะพัฒนา"),
}

_WRONG = "≠"
"""Stands before a score that does not follow from the parts."""

_FAINT = 165
"""Opacity (of 255) of what was not entered but follows: readable, yet apart."""


class _Row(NamedTuple):
    part: Part
    above: int | None
    """The row around it, by its place in the list of all rows."""
    position: int
    """Its place among those beside it."""
    inside: list[int]


class ScoresModel(QAbstractItemModel):
    """The tree of one year.

    ``scores_typed(dict)`` asks to store scores (or None) by number, ``focus_set(str,
    bool)`` to take a part into the choice of what to improve, or out of it.
    """

    scores_typed = Signal(object)
    focus_set = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._tops: list[int] = []
        self._view = YearView((), {})
        self._focus: frozenset[str] = frozenset()
        self._writable = True

    # --- what is shown -----------------------------------------------------------------------

    def would_rebuild(self, view: YearView) -> bool:
        """Whether :meth:`show` with this view makes the rows anew."""
        return _shape(view.parts) != _shape(self._view.parts)

    def show(self, view: YearView, focus: Sequence[str], *, writable: bool) -> None:
        """Shows a year; rows stay what they are where the parts are the same."""
        rebuild = self.would_rebuild(view)
        if rebuild:
            self.beginResetModel()
        self._view, self._focus, self._writable = view, frozenset(focus), writable
        rows: list[_Row] = []
        self._tops = _add(rows, view.parts, None)
        self._rows = rows
        if rebuild:
            self.endResetModel()
        else:
            self._tell_changed(QModelIndex())
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(ScoreColumn) - 1)

    def _tell_changed(self, above: QModelIndex) -> None:
        count = self.rowCount(above)
        if count:
            last = self.index(count - 1, len(ScoreColumn) - 1, above)
            self.dataChanged.emit(self.index(0, 0, above), last)
        for row in range(count):
            self._tell_changed(self.index(row, 0, above))

    def number_at(self, index: AnyIndex) -> str:
        """The number of the part in a row; ``""`` for no row."""
        return self._row(index).part.number if index.isValid() else ""

    def index_of(self, number: str, column: int = ScoreColumn.SCORE) -> QModelIndex:
        """The cell of a part; an invalid index where there is no such part."""
        for at, row in enumerate(self._rows):
            if row.part.number == number:
                return self.createIndex(row.position, column, at)
        return QModelIndex()

    # --- a grid's model ----------------------------------------------------------------------

    def problem(self, index: AnyIndex, text: str) -> str:
        """Why a score is not taken."""
        is_item = self._row(index).part.kind is PartKind.ITEM
        score = typed_score(text, is_item=is_item)
        return score.reason if isinstance(score, Refused) else ""

    def store(self, cells: Sequence[tuple[AnyIndex, str]]) -> None:
        """Asks to store scores as one step."""
        new: dict[str, Decimal | None] = {}
        for index, text in cells:
            score = typed_score(text, is_item=self._row(index).part.kind is PartKind.ITEM)
            if not isinstance(score, Refused):
                new[self.number_at(index)] = score
        self.scores_typed.emit(new)

    # --- Qt's own ----------------------------------------------------------------------------

    def index(
        self,
        row: int,
        column: int,
        parent: AnyIndex = QModelIndex(),  # noqa: B008 - Qt's own
    ) -> QModelIndex:
        inside = self._inside(parent)
        if not 0 <= row < len(inside) or not 0 <= column < len(ScoreColumn):
            return QModelIndex()
        return self.createIndex(row, column, inside[row])

    def parent(self, index: AnyIndex = QModelIndex()) -> Any:  # noqa: B008 - Qt's own
        if not index.isValid():
            return QModelIndex()
        above = self._row(index).above
        return (
            QModelIndex()
            if above is None
            else self.createIndex(self._rows[above].position, 0, above)
        )

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own
        return len(self._inside(parent))

    def columnCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own
        return len(ScoreColumn)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self._writable:
            part = self._row(index).part
            if index.column() == ScoreColumn.SCORE and part.is_entered:
                flags |= Qt.ItemFlag.ItemIsEditable
            if index.column() == ScoreColumn.FOCUS and _can_be_chosen(part):
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(ScoreColumn):
            return None
        text, tip = _HEADERS[ScoreColumn(section)]
        if role == Qt.ItemDataRole.DisplayRole:
            before = self._view.before
            is_before = section == ScoreColumn.BEFORE and before is not None
            return f"ปี {thai_number(before or 0)}" if is_before else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(tip)
        if role == Qt.ItemDataRole.TextAlignmentRole and section not in (
            ScoreColumn.NAME,
            ScoreColumn.FOCUS,
        ):
            return int(_RIGHT)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = _ANSWERS.get(Qt.ItemDataRole(role)) if role < COPY_ROLE else None
        if answer is not None:
            return answer(self, self._row(index).part, ScoreColumn(index.column()))
        if role == COPY_ROLE:
            return self._copied(self._row(index).part, ScoreColumn(index.column()))
        return self._row(index).part.number if role == KEY_ROLE else None

    def setData(  # noqa: N802 - Qt's name
        self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != ScoreColumn.FOCUS:
            return False
        self.focus_set.emit(self.number_at(index), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    # --- how a cell looks ----------------------------------------------------------------------

    def _scores(self, part: Part) -> PartScores:
        return self._view.scores.get(part.number, PartScores())

    def _text(self, part: Part, column: ScoreColumn) -> str | None:
        scores = self._scores(part)
        if column is ScoreColumn.NAME:
            return _label(part)
        if column is ScoreColumn.SCORE:
            return _shown_score(scores)
        if column is ScoreColumn.BEFORE:
            return _score(scores.before)
        if column is ScoreColumn.CHANGE:
            return _signed(scores.change)
        return _score(scores.gain) if column is ScoreColumn.GAIN and scores.gain else ""

    def _edited(self, part: Part, column: ScoreColumn) -> str | None:
        score = self._scores(part).entered
        return f"{score:f}" if column is ScoreColumn.SCORE and score is not None else ""

    def _copied(self, part: Part, column: ScoreColumn) -> str:
        scores = self._scores(part)
        if column is ScoreColumn.NAME:
            return f"{part.number} {part.name}" if part.kind is not PartKind.TOTAL else part.name
        if column is ScoreColumn.FOCUS:
            return "✓" if part.number in self._focus else ""
        if column is ScoreColumn.SCORE and scores.entered is not None:
            return f"{scores.entered:f}"
        values = (None, scores.known, scores.before, scores.change, scores.gain)
        value = values[column]
        return "" if value is None else f"{value:f}"

    def _font(self, part: Part, column: ScoreColumn) -> QFont | None:
        follows = column is ScoreColumn.SCORE and self._scores(part).entered is None
        strong = not part.is_entered
        if not follows and not strong:
            return None
        font = QGuiApplication.font()
        font.setItalic(follows)
        font.setBold(strong)
        return font

    def _colour(self, part: Part, column: ScoreColumn) -> Any:
        faint = column in (ScoreColumn.BEFORE, ScoreColumn.CHANGE, ScoreColumn.GAIN) or (
            column is ScoreColumn.SCORE and part.is_entered and self._scores(part).entered is None
        )
        if not faint and not part.foreign:
            return None
        colour = QGuiApplication.palette().color(QPalette.ColorRole.Text)
        colour.setAlpha(_FAINT)
        return colour

    def _tip(self, part: Part, column: ScoreColumn) -> str:
        scores = self._scores(part)
        lines = [_label(part)] if column is ScoreColumn.NAME else []
        if column is ScoreColumn.SCORE and scores.entered is None and scores.known is not None:
            lines.append("คำนวณจากส่วนย่อย")
        if scores.note:
            lines.append(scores.note)
        return tooltip("\n".join(lines))

    def _aligned(self, _part: Part, column: ScoreColumn) -> int | None:
        return None if column in (ScoreColumn.NAME, ScoreColumn.FOCUS) else int(_RIGHT)

    def _checked(self, part: Part, column: ScoreColumn) -> Any:
        if column is not ScoreColumn.FOCUS or not _can_be_chosen(part):
            return None
        if part.number in self._focus:
            return Qt.CheckState.Checked
        # What is ticked inside a closed row can be seen from outside.
        inside = any(below.number in self._focus for below in part.parts)
        return Qt.CheckState.PartiallyChecked if inside else Qt.CheckState.Unchecked

    def _spoken(self, part: Part, column: ScoreColumn) -> str:
        """What is read aloud to those who do not see the column."""
        return f"{_HEADERS[column][0]} {self._text(part, column) or ''}".rstrip()

    # --- rows ----------------------------------------------------------------------------------

    def _row(self, index: AnyIndex) -> _Row:
        return self._rows[index.internalId()]

    def _inside(self, parent: AnyIndex) -> list[int]:
        if not parent.isValid():
            return self._tops
        return self._row(parent).inside if parent.column() == 0 else []


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_ANSWERS: dict[Qt.ItemDataRole, Callable[[ScoresModel, Part, ScoreColumn], Any]] = {
    Qt.ItemDataRole.DisplayRole: ScoresModel._text,
    Qt.ItemDataRole.EditRole: ScoresModel._edited,
    Qt.ItemDataRole.FontRole: ScoresModel._font,
    Qt.ItemDataRole.ForegroundRole: ScoresModel._colour,
    Qt.ItemDataRole.ToolTipRole: ScoresModel._tip,
    Qt.ItemDataRole.TextAlignmentRole: ScoresModel._aligned,
    Qt.ItemDataRole.CheckStateRole: ScoresModel._checked,
    Qt.ItemDataRole.AccessibleTextRole: ScoresModel._spoken,
}


def _add(rows: list[_Row], parts: Sequence[Part], above: int | None) -> list[int]:
    """Adds the rows of *parts* and of all inside them; returns the places of the first."""
    places = []
    for position, part in enumerate(parts):
        at = len(rows)
        places.append(at)
        inside: list[int] = []
        rows.append(_Row(part, above, position, inside))
        inside += _add(rows, part.parts, at)
    return places


def _shape(parts: Sequence[Part]) -> tuple[Any, ...]:
    return tuple((part.number, _shape(part.parts)) for part in parts)


def _can_be_chosen(part: Part) -> bool:
    return part.kind in (PartKind.INDICATOR, PartKind.SUB_INDICATOR)


def _label(part: Part) -> str:
    if part.kind is PartKind.TOTAL:
        return part.name
    number = thai_number(part.number) if part.number[:1].isdigit() else part.number
    return f"{number}  {part.name}".rstrip()


def _shown_score(scores: PartScores) -> str:
    if scores.entered is None:
        return _score(scores.known)
    if scores.follows is not None:
        return f"{_WRONG} {thai_score(scores.entered)}"
    # Given and yet not used: two values that contradict each other.
    return (
        f"{_WRONG} {thai_score(scores.entered)}"
        if scores.known is None
        else thai_score(scores.entered)
    )


def _score(score: Decimal | None) -> str:
    return "" if score is None else thai_score(score)


def _signed(difference: Decimal | None) -> str:
    if difference is None:
        return ""
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return sign + thai_score(abs(difference))
