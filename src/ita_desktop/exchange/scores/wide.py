"""Tables with one row a unit or a year, and the indicators side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ita_desktop.domain.score_values import (
    Refused,
    Value,
    is_blank,
    is_level,
    level_of,
    read_value,
)
from ita_desktop.exchange.scores.collecting import Collector
from ita_desktop.exchange.scores.grid import GridRow
from ita_desktop.exchange.scores.header import (
    HeaderColumn,
    block_around,
    columns_of,
    holds_value,
    kinds_in,
    label_of,
    targets_in,
)
from ita_desktop.exchange.scores.labels import Label, Labels, Target, year_in
from ita_desktop.exchange.scores.words import REMARKS, SCORED, CellKind


class WideTable(NamedTuple):
    """Where a table stands in its grid: headings from ``first``, data from ``data`` to ``end``."""

    first: int
    data: int
    end: int
    columns: tuple[HeaderColumn, ...]


def find_wide_tables(rows: Sequence[GridRow], labels: Labels) -> list[WideTable]:
    """The tables of this shape, from the top."""
    tables: list[WideTable] = []
    at = 0
    while at < len(rows):
        table = _table_at(rows, at, labels)
        if table is None:
            at += 1
        else:
            if tables:
                tables[-1] = tables[-1]._replace(end=min(tables[-1].end, table.first))
            tables.append(table)
            at = table.data
    return tables


def _table_at(rows: Sequence[GridRow], at: int, labels: Labels) -> WideTable | None:
    row = rows[at]
    if len(row.filled) < 2 or holds_value(row, labels):
        return None
    targets = targets_in(row, labels)
    kinds = kinds_in(row, labels)
    named = bool(kinds & {CellKind.UNIT, CellKind.PLACE, CellKind.YEAR})
    if CellKind.LABEL in kinds and not targets:
        return None
    lone = named and CellKind.LABEL not in kinds and (targets or CellKind.SCORE in kinds)
    if len(targets) < 2 and not lone:
        return None
    first, data = block_around(rows, at, labels)
    columns = _as_totals(columns_of(rows[first:data], labels))
    if not _values_follow(rows[data:], columns, labels):
        return None
    return WideTable(first, data, len(rows), columns)


def _as_totals(columns: tuple[HeaderColumn, ...]) -> tuple[HeaderColumn, ...]:
    """A lone คะแนน beside the names of units is their total."""
    if any(column.target is not None for column in columns):
        return columns
    return tuple(
        c._replace(kind=CellKind.TOTAL, target=Target(CellKind.TOTAL))
        if c.kind is CellKind.SCORE
        else c
        for c in columns
    )


def _values_follow(
    rows: Sequence[GridRow], columns: Sequence[HeaderColumn], labels: Labels
) -> bool:
    """Whether scores, not further labels, stand under the headings."""
    scored = [column.at for column in columns if column.target is not None]
    for row in rows:
        cells = [row.cell(index) for index in scored]
        if any((label := label_of(c, labels)) and label.target.kind in SCORED for c in cells):
            return False
        if any(isinstance(read_value(cell), Value) for cell in cells if cell):
            return True
    return False


def read_wide(rows: Sequence[GridRow], table: WideTable, into: Collector) -> None:
    """Read one table's units."""
    _Wide(rows, table, into).read()


class _Wide:
    """The reading of one table."""

    def __init__(self, rows: Sequence[GridRow], table: WideTable, into: Collector) -> None:
        self.into = into
        self.labels = into.labels
        self.table = table
        self.data = [row for row in rows[table.data : table.end] if row.filled]
        self.head = rows[table.first : table.data]
        self.scored = self._scored_columns()
        self.year_column = self._first(CellKind.YEAR)
        self.name_column = self._name_column()
        self.last_name = ""

    def read(self) -> None:
        for row in self.head:
            if row.filled:
                self.into.saw(row.place, row.text, "หัวตาราง", "ช่องในแถวนี้เป็นชื่อตัวชี้วัดหรือหัวคอลัมน์")
        self._account_for_columns()
        plain = [row for row in self.data if not self.labels.is_summary(self._name(row))]
        readable = any(self._has_values(row) for row in plain)
        for row in self.data:
            self._row(row, summaries_count=not readable)

    def _first(self, kind: CellKind) -> int | None:
        return next((c.at for c in self.table.columns if c.kind is kind and not c.target), None)

    def _scored_columns(self) -> list[HeaderColumn]:
        """The columns to be read: of the year, and one for each instrument."""
        scored = [c for c in self.table.columns if c.target is not None]
        for column in scored:
            if column.year not in (None, self.into.year):
                self.into.skip_year(column.year or 0)
        scored = [c for c in scored if c.year in (None, self.into.year)]
        if any(c.year for c in scored):
            dated = {c.target for c in scored if c.year}
            scored = [c for c in scored if c.year or c.target not in dated]
        kept: dict[Target, HeaderColumn] = {}
        doubles = []
        for column in scored:
            target = column.target
            if target is None:
                continue
            known = kept.get(target)
            if known is None or (_is_weighted(known) and not _is_weighted(column)):
                kept[target] = column  # a score itself says more than its weighted points
            elif _is_weighted(known) == _is_weighted(column):
                doubles.append(column)
        return [*kept.values(), *doubles]

    def _name_column(self) -> int | None:
        known = self._first(CellKind.UNIT)
        known = self._first(CellKind.PLACE) if known is None else known
        if known is not None:
            return known
        words = self._unheaded_names()
        return self._label_column() if words is None else words

    def _unheaded_names(self) -> int | None:
        """The first column without a known heading that holds mostly words."""
        for column in self.table.columns:
            cells = [row.cell(column.at) for row in self.data]
            words = [c for c in cells if c and read_value(c) is None and not is_level(c)]
            if column.kind is None and not column.puzzle and len(words) * 2 > len(cells):
                return column.at
        return None

    def _label_column(self) -> int | None:
        """Under ตัวชี้วัด stand the units where the indicators stand side by side."""
        known = self._first(CellKind.LABEL)
        return self._first(CellKind.RANK) if known is None else known

    def _account_for_columns(self) -> None:
        for column in self.table.columns:
            cells = [row.cell(column.at) for row in self.data]
            filled = [cell for cell in cells if cell]
            place = f"{self.head[0].place} คอลัมน์ {column.at + 1}"
            if column in self.scored and column.target is not None:
                self.into.saw(place, column.text, self.labels.name_of(column.target), column.why)
            elif not filled:
                continue
            elif column.target is not None:
                meaning = self.labels.name_of(column.target)
                self.into.saw(place, column.text, meaning, "ไม่ใช้ เพราะเป็นของปีอื่นหรือมีคอลัมน์ที่ละเอียดกว่า")
            elif column.at == self.name_column:
                self.into.saw(place, column.text, "ชื่อหน่วยงาน")
            elif column.puzzle:
                self.into.puzzle(place, column.text, column.puzzle)
            elif column.kind is None and any(isinstance(read_value(c), Value) for c in filled):
                reason = "ไม่รู้จักหัวคอลัมน์นี้" if column.text else "คอลัมน์นี้ไม่มีหัว"
                self.into.puzzle(place, column.text, f"{reason} จึงไม่ได้นำตัวเลขมา")
            else:
                meaning = column.kind.value if column.kind else CellKind.OTHER.value
                self.into.saw(place, column.text, f"คอลัมน์{meaning}", "ไม่ใช่คะแนน")

    def _name(self, row: GridRow) -> str:
        """The name of a row's unit, ``""`` where the cell tells something else."""
        if self.name_column is None:
            return ""
        name = row.cell(self.name_column)
        label = label_of(name, self.labels)
        return (
            ""
            if label is not None and label.target.kind in (CellKind.SCORE, CellKind.YEAR)
            else name
        )

    def _has_values(self, row: GridRow) -> bool:
        return any(isinstance(read_value(row.cell(c.at)), Value) for c in self.scored)

    def _row(self, row: GridRow, *, summaries_count: bool) -> None:
        year = self._year(row)
        name = self._named(self._name(row))
        if len(row.filled) == 1 and not self._has_values(row):
            self._lone(row)
        elif year is not None and year != self.into.year:
            self.into.skip_year(year)
            why = f"ไม่นำมา เพราะขอปี {self.into.year}"
            self.into.saw(row.place, row.text, f"คะแนนของปี {year}", why)
        elif self._is_levels(row):
            self.into.saw(row.place, row.text, "ระดับของแต่ละคะแนน", "ไม่ใช่คะแนน")
        elif self._is_full_marks(row) or (self.labels.is_summary(name) and not summaries_count):
            self.into.saw(row.place, row.text, "แถวสรุปหรือคะแนนเต็ม", "ไม่ใช่คะแนนของหน่วยงาน")
        else:
            self._unit(row, name)

    def _lone(self, row: GridRow) -> None:
        if row.text.startswith(REMARKS):
            self.into.saw(row.place, row.text, "คำอธิบายตาราง")
        else:
            self.into.puzzle(row.place, row.text, "แถวนี้ไม่มีคะแนน")

    def _year(self, row: GridRow) -> int | None:
        """The year of a row: that of its year column, else that in the name's place."""
        if self.year_column is not None:
            return year_in(row.cell(self.year_column))
        if self.name_column is None:
            return None
        label = label_of(row.cell(self.name_column), self.labels)
        is_year = isinstance(label, Label) and label.target.kind is CellKind.YEAR
        return year_in(row.cell(self.name_column)) if is_year else None

    def _is_full_marks(self, row: GridRow) -> bool:
        known = (label_of(row.cell(index), self.labels) for index in row.filled[:2])
        return any(label is not None and label.target.kind is CellKind.FULL for label in known)

    def _is_levels(self, row: GridRow) -> bool:
        """Whether levels stand where the scores of a unit do: ``ระดับ | A | B``."""
        cells = [cell for column in self.scored if (cell := row.cell(column.at))]
        return bool(cells) and all(is_level(cell) for cell in cells)

    def _named(self, name: str) -> str:
        """The name that counts for a row: that above where years of one unit follow."""
        if not name and self.year_column is not None and self.year_column != self.name_column:
            return self.last_name
        self.last_name = name
        return name

    def _unit(self, row: GridRow, name: str) -> None:
        targets = [column.target for column in self.scored if column.target is not None]
        if name or any(self.into.has(target) for target in targets):
            self.into.begin(name, new=True)
        read = [column for column in self.scored if self._score(row, column)]
        meaning = f"{name or 'หน่วยงานที่ไม่มีชื่อ'}: {len(read)} คะแนน"
        if len(read) < len(self.scored):
            given = {column.at for column in read}
            absent = [c.text for c in self.scored if c.at not in given]
            meaning += f" ไม่มี {', '.join(absent)}"
        self.into.saw(row.place, row.text, meaning, self._why(row))
        for column in self.table.columns:
            if column.kind is CellKind.LEVEL and is_level(row.cell(column.at)):
                self.into.unit.level = level_of(row.cell(column.at))

    def _score(self, row: GridRow, column: HeaderColumn) -> bool:
        """Take the score in one cell; whether there was one."""
        cell = row.cell(column.at)
        value = read_value(cell)
        if isinstance(value, Value) and column.target is not None:
            return self.into.put(
                column.target, _weighed(value, column, self.labels), row.place, cell
            )
        if not is_blank(cell):
            place = f"{row.place} คอลัมน์ {column.at + 1}"
            self.into.puzzle(place, cell, reason_of(cell, value))
        return False

    def _why(self, row: GridRow) -> str:
        """What had to be understood in a row's cells, each thing once."""
        values = [read_value(row.cell(column.at)) for column in self.scored]
        whys = [why for value in values if isinstance(value, Value) for why in value.why]
        return ", ".join(("ตามหัวคอลัมน์", *dict.fromkeys(whys)))


def _is_weighted(column: HeaderColumn) -> bool:
    return column.out_of is not None or column.kind is CellKind.WEIGHTED


def _weighed(value: Value, column: HeaderColumn, labels: Labels) -> Value:
    """A value with the scale that its column's heading tells."""
    if value.out_of is not None or column.target is None or not _is_weighted(column):
        return value
    weight = labels.weight_of(column.target)
    told = column.kind is CellKind.WEIGHTED or column.out_of == weight
    return value._replace(out_of=weight) if told and value.number <= weight else value


def reason_of(cell: str, value: Value | Refused | None) -> str:
    """Why a cell in a score's place is no score."""
    if isinstance(value, Refused):
        return value.reason
    if cell.startswith("="):
        return "เป็นสูตรที่ยังไม่มีผลลัพธ์ โปรดเปิดไฟล์ในโปรแกรมตารางแล้วบันทึกใหม่ หรือพิมพ์ตัวเลขแทน"
    if cell.startswith("#"):
        return "สูตรในช่องนี้คำนวณไม่ได้ โปรดแก้ในโปรแกรมตาราง"
    return "ไม่ใช่คะแนน"
