"""What to improve, beside the scores: the lowest, the way to the next level, missing items."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ita_desktop.services.advice import Advice
from ita_desktop.thai.digits import thai_number, thai_score
from ita_desktop.ui.widgets.grid import GridTable
from ita_desktop.ui.widgets.labels import WrappingLabel
from ita_desktop.ui.widgets.text_table import TextTableModel, set_row_height, set_up

_MOST_ROWS = 8
"""Rows of missing items that are in sight; of more, the table scrolls."""


class ImprovePanel(QObject):
    """Fills the page of advice. ``part_wanted(str)`` asks to show a part in the scores."""

    part_wanted = Signal(str)

    def __init__(self, contents: QWidget) -> None:
        super().__init__(contents)
        layout = contents.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - the form says so
        self._texts = {
            name: _Text(contents, layout, heading)
            for name, heading in (
                ("missing", ""),
                ("plan", "ทางไประดับถัดไป"),
                ("lowest", "คะแนนต่ำที่สุด"),
                ("compared", "เทียบกับปีก่อน"),
                ("notes", "ข้อควรตรวจ"),
                ("items", "ข้อ OIT ที่ยังไม่ได้คะแนน"),
            )
        }
        headings = ("ข้อ", "ชื่อ", "คะแนนรวมเพิ่ม")
        self._items = TextTableModel(headings, frozenset({2}), self)
        self._table = GridTable(contents)
        self._table.setObjectName("missing_items")
        self._table.setAccessibleName("ข้อ OIT ที่ยังไม่ได้คะแนน")
        set_up(self._table, self._items, wide=[1])
        self._table.activated.connect(self._on_chosen)
        layout.addWidget(self._table)
        layout.addStretch(1)

    def show(self, advice: Advice, before: int | None) -> None:
        """Shows the advice; ``before`` is the year (BE) that it compares with."""
        texts = self._texts
        texts["missing"].show(advice.missing)
        numbered = [f"{thai_number(n)}. {step}" for n, step in enumerate(advice.steps, 1)]
        texts["plan"].show("\n".join([advice.plan, *numbered]) if advice.plan else "")
        texts["lowest"].show("\n".join(advice.lowest))
        texts["compared"].head(f"เทียบกับปี {thai_number(before)}" if before else "")
        texts["compared"].show("\n".join(advice.compared))
        texts["notes"].show("\n".join(advice.notes))
        texts["items"].show("ดับเบิลคลิกหรือกด Enter เพื่อไปที่ข้อนั้นในตาราง" if advice.items else "")
        self._items.show([(g.number, g.name, f"+{thai_score(g.gain)}") for g in advice.items])
        self._table.setVisible(bool(advice.items))
        self._fit()

    def _fit(self) -> None:
        """As high as its rows, up to some; the page scrolls, the table seldom."""
        set_row_height(self._table)
        rows = min(self._items.rowCount(), _MOST_ROWS)
        line = self._table.verticalHeader().defaultSectionSize()
        frame = 2 * self._table.frameWidth()
        head = self._table.horizontalHeader().sizeHint().height()
        self._table.setFixedHeight(head + rows * line + frame)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.part_wanted.emit(self._items.rows[index.row()][0])


class _Text:
    """A heading and a text, neither in sight while there is nothing to say."""

    def __init__(self, contents: QWidget, layout: QLayout, heading: str) -> None:
        self._heading = WrappingLabel(contents, heading)
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self._text = WrappingLabel(contents)
        layout.addWidget(self._heading)
        layout.addWidget(self._text)

    def head(self, heading: str) -> None:
        self._heading.setText(heading)

    def show(self, text: str) -> None:
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._heading.setVisible(bool(text) and bool(self._heading.plain_text()))
