"""Tables with one row an indicator: lists, merged-cell sheets, units or years side by side."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.score_values import Value, is_blank, is_level, level_of, read_value
from ita_desktop.exchange.scores.collecting import Collector
from ita_desktop.exchange.scores.grid import GridRow
from ita_desktop.exchange.scores.header import label_of
from ita_desktop.exchange.scores.labels import Label, year_in
from ita_desktop.exchange.scores.lines import put_label, read_lines
from ita_desktop.exchange.scores.long_layout import (
    Layout,
    find_label_column,
    find_layout,
    kinds_of,
    row_label,
    scored_label,
    side_instrument,
)
from ita_desktop.exchange.scores.wide import reason_of
from ita_desktop.exchange.scores.words import REMARKS, TITLES, CellKind

_OF_MANY = frozenset((CellKind.INSTRUMENT, CellKind.TOTAL))
"""What may have its score in another column than the indicators have theirs."""


def read_long(rows: Sequence[GridRow], into: Collector) -> None:
    """Read rows of which most name one indicator each; the others are read as lines."""
    rows = [row for row in rows if row.filled]
    column = find_label_column(rows, into.labels)
    if column is None:
        read_lines([_joined(row) for row in rows], into)
    else:
        _Long(rows, find_layout(rows, column, into.labels, into.year), into).read()


def _joined(row: GridRow) -> GridRow:
    """A row as one line: what stands side by side belongs together."""
    return row if len(row.filled) <= 1 else GridRow(row.place, (" ".join(filter(None, row.cells)),))


class _Long:
    """The reading of one list."""

    def __init__(self, rows: Sequence[GridRow], layout: Layout, into: Collector) -> None:
        self.rows = rows
        self.layout = layout
        self.into = into
        self.labels = into.labels
        self.unit_name = ""
        self.row_year: int | None = None
        self.lines: list[GridRow] = []

    def read(self) -> None:
        self._account_for_columns()
        for row in self.rows:
            if row in self.layout.heads:
                self._flush()
                self.into.saw(row.place, row.text, "หัวตาราง", self._head_why())
            elif len(row.filled) > 1 and (self._label(row) or kinds_of(row, self.labels)):
                self._flush()
                self._record(row)
            elif not self._level_or_unit(row):
                self.lines.append(_joined(row))
        self._flush()

    def _account_for_columns(self) -> None:
        """Tell of the columns whose numbers are not read."""
        for year in self.layout.skipped:
            self.into.skip_year(year)
        first = (self.layout.heads or self.rows)[0]
        for at, meaning in self.layout.aside:
            place, head = f"{first.place} คอลัมน์ {at + 1}", self.layout.column(at).text
            if meaning:
                self.into.saw(place, head, f"คอลัมน์{meaning}", "ไม่ใช่คะแนนที่ขอ")
            else:
                self.into.puzzle(place, head, "ไม่รู้จักหัวคอลัมน์นี้ จึงไม่ได้นำตัวเลขมา")

    def _flush(self) -> None:
        """Read the rows between records as lines."""
        if self.lines:
            read_lines(self.lines, self.into)
            self.lines = []

    def _label(self, row: GridRow) -> Label | None:
        return row_label(row, self.layout.label, self.labels)

    def _head_why(self) -> str:
        """Which columns the scores are taken from."""
        heads = [self.layout.column(at).text for at, _ in self.layout.scores]
        named = [head for head in heads if head]
        return f"คะแนนอยู่ในคอลัมน์ {', '.join(named)}" if named else ""

    def _level_or_unit(self, row: GridRow) -> bool:
        """Take a row such as ``ระดับ | AA`` or ``หน่วยงาน | อบต.…``; False for any other."""
        if len(row.filled) < 2:
            return False
        first, *rest = (row.cell(index) for index in row.filled)
        label = label_of(first, self.labels)
        kind = label.target.kind if label is not None else None
        levels = [cell for cell in rest if is_level(cell)]
        if kind is CellKind.LEVEL and levels:
            self._flush()
            self.into.unit.level = level_of(levels[0])
            self.into.saw(row.place, row.text, f"ระดับ {level_of(levels[0])}", "เป็นชื่อระดับ")
        elif kind is CellKind.UNIT and len(rest) == 1:
            self._flush()
            self.into.begin(rest[0])
            self.into.saw(row.place, row.text, f"หน่วยงาน {rest[0]}", "เป็นชื่อหน่วยงาน")
        elif kind is CellKind.FULL or first.startswith(REMARKS) or any(w in first for w in TITLES):
            self.into.saw(row.place, row.text, "หัวข้อหรือคำอธิบาย", "ไม่มีคะแนน")
        else:
            return False
        return True

    def _record(self, row: GridRow) -> None:
        if not self._of_this_year(row):
            self.into.skip_year(self.row_year or 0)
            self.into.saw(row.place, row.text, f"คะแนนของปี {self.row_year}", "ไม่นำมา")
            return
        self._enter_unit(row)
        label = self._label(row)
        instrument = side_instrument(row, self.layout.label, self.labels)
        if instrument is not None:
            self._put_instrument(row, instrument, alone=label is None)
        named = label or self._side_total(row)
        if named is not None:
            self._put_scores(row, named)

    def _of_this_year(self, row: GridRow) -> bool:
        if self.layout.year is not None and row.cell(self.layout.year):
            self.row_year = year_in(row.cell(self.layout.year))
        return self.row_year in (None, self.into.year)

    def _enter_unit(self, row: GridRow) -> None:
        """Go on to the unit that a row names; a blank cell means the one above."""
        if self.layout.unit is None:
            return
        name = row.cell(self.layout.unit)
        if name and name != self.unit_name and scored_label(name, self.labels) is None:
            self.unit_name = name
            self.into.begin(name)

    def _side_total(self, row: GridRow) -> Label | None:
        """The total named elsewhere than in the column of labels."""
        found = (scored_label(row.cell(index), self.labels) for index in row.filled)
        others = (
            label for label in found if label and label.target.kind is not CellKind.INSTRUMENT
        )
        return next(others, None)

    def _put_instrument(self, row: GridRow, instrument: Label, *, alone: bool) -> None:
        """Take an instrument's score from beside its first indicator, or a row of its own."""
        columns = self.layout.numeric if alone else self.layout.points
        found = self._first_value(row, columns)
        if found is not None:
            self._put(row, instrument, *found, "คะแนนของทั้งเครื่องมือ")
        elif alone:
            self.into.saw(row.place, row.text, instrument.target.key, "เป็นหัวข้อ")

    def _first_value(self, row: GridRow, columns: Sequence[int]) -> tuple[int, Value] | None:
        for at in columns:
            value = read_value(row.cell(at))
            if isinstance(value, Value):
                return at, value
        return None

    def _put_scores(self, row: GridRow, label: Label) -> None:
        scores = self.layout.scores
        if not scores:
            self._ambiguous(row, label)
            return
        for at, unit in scores:
            if unit:
                self.into.begin(unit)
            self._put_score(row, label, at, lone=len(scores) == 1)
        if label.target.kind is CellKind.TOTAL:
            levels = [row.cell(at) for at in row.filled if is_level(row.cell(at))]
            self.into.unit.level = level_of(levels[0]) if levels else self.into.unit.level

    def _put_score(self, row: GridRow, label: Label, at: int, *, lone: bool) -> None:
        cell = row.cell(at)
        value = read_value(cell)
        if is_blank(cell) and lone and label.target.kind in _OF_MANY:
            at, value = self._first_value(row, self.layout.numeric) or (at, value)
        if isinstance(value, Value):
            self._put(row, label, at, value, label.why)
        elif is_blank(cell):
            heads = label.target.kind is CellKind.INSTRUMENT
            name = self.labels.name_of(label.target)
            self.into.saw(row.place, row.text, name, "เป็นหัวข้อ" if heads else "ไม่มีคะแนน")
        else:
            self.into.puzzle(row.place, row.text, reason_of(cell, value))

    def _put(self, row: GridRow, label: Label, at: int, value: Value, why: str) -> None:
        weight = self.labels.weight_of(label.target)
        weighted = self.layout.column(at).kind is CellKind.WEIGHTED
        if weighted and value.out_of is None and value.number <= weight:
            value = value._replace(out_of=weight)
        full = None if self.layout.full is None else read_value(row.cell(self.layout.full))
        if isinstance(full, Value) and value.out_of is None and value.number <= full.number:
            value = value._replace(out_of=full.number)
        put_label(self.into, label, value, row, why)

    def _ambiguous(self, row: GridRow, label: Label) -> None:
        """Account for a row of a list where no one column is that of the scores."""
        if self._first_value(row, self.layout.numeric) is not None:
            reason = "มีตัวเลขหลายคอลัมน์และหัวตารางไม่บอกว่าคอลัมน์ใดเป็นคะแนน"
            self.into.puzzle(row.place, row.text, reason)
        elif formulas := [row.cell(at) for at in row.filled if row.cell(at).startswith("=")]:
            self.into.puzzle(row.place, row.text, reason_of(formulas[0], None))
        else:
            name = self.labels.name_of(label.target)
            self.into.saw(row.place, row.text, name, "ไม่มีคะแนน")
