"""Tables with one row an indicator: lists, merged-cell sheets, units or years side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ita_desktop.domain.score_labels import Label, Labels, Target, year_in
from ita_desktop.domain.score_values import Value, is_blank, is_level, level_of, read_value
from ita_desktop.domain.score_words import REMARKS, SCORED, TITLES, Kind
from ita_desktop.exchange.scores.collecting import Collector
from ita_desktop.exchange.scores.grid import Row
from ita_desktop.exchange.scores.header import Column, columns_of, holds_value, label_of
from ita_desktop.exchange.scores.lines import put_label, read_lines
from ita_desktop.exchange.scores.wide import reason_of

_NOT_SCORES = frozenset(
    (Kind.FULL, Kind.RANK, Kind.OTHER, Kind.LEVEL, Kind.YEAR, Kind.UNIT, Kind.PLACE, Kind.LABEL)
)
_MOST_HEADINGS = 3
_ROUNDING = Decimal("0.02")


class _Layout(NamedTuple):
    """Which column of a list holds what; ``scores`` are (column, name of its unit)."""

    label: int
    scores: tuple[tuple[int, str], ...]
    points: int | None = None
    unit: int | None = None
    year: int | None = None
    headings: int = 0
    weighted: bool = False
    """Whether only weighted points are given for the indicators."""


def read_long(rows: Sequence[Row], into: Collector) -> None:
    """Read rows of which most name one indicator each; the others are read as lines."""
    rows = [row for row in rows if row.filled]
    label_column = _label_column(rows, into.labels)
    if label_column is None:
        read_lines([_joined(row) for row in rows], into)
        return
    _Long(rows, label_column, into).read()


def _joined(row: Row) -> Row:
    """A row as one line: what stands side by side belongs together."""
    return row if len(row.filled) <= 1 else Row(row.place, (" ".join(filter(None, row.cells)),))


def _scored_label(cell: str, labels: Labels) -> Label | None:
    label = label_of(cell, labels)
    return label if label is not None and label.target.kind in SCORED else None


def _label_column(rows: Sequence[Row], labels: Labels) -> int | None:
    """The column that names the most indicators beside numbers."""
    seen: Counter[int] = Counter()
    for row in rows:
        if len(row.filled) < 2:
            continue
        for index in row.filled:
            label = _scored_label(row.cell(index), labels)
            if label is not None:
                # Instruments often stand before the indicators, in a column of their own.
                seen[index] += 1 if label.target.kind in (Kind.INSTRUMENT, Kind.TOTAL) else 3
    return min(seen, key=lambda index: (-seen[index], index)) if seen else None


class _Long:
    """The reading of one list."""

    def __init__(self, rows: Sequence[Row], label_column: int, into: Collector) -> None:
        self.rows = rows
        self.into = into
        self.labels = into.labels
        self.label_column = label_column
        self.records = [row for row in rows if self._is_record(row)]
        self.heads = self._headings()
        self.columns = columns_of(self.heads, self.labels) if self.heads else ()
        self.layout = self._layout()
        self.unit_name = ""
        self.row_year: int | None = None
        self.lines: list[Row] = []

    def _is_record(self, row: Row) -> bool:
        return _scored_label(row.cell(self.label_column), self.labels) is not None

    def _headings(self) -> list[Row]:
        """The rows of headings, right above the first that names an indicator."""
        first = self.rows.index(self.records[0])
        # The name of an instrument over the list is no heading of its columns.
        heads: list[Row] = []
        for row in reversed(self.rows[:first]):
            if len(row.filled) < 2 or holds_value(row) or len(heads) >= _MOST_HEADINGS:
                break
            if all(_scored_label(row.cell(i), self.labels) for i in row.filled):
                break
            heads.insert(0, row)
        return heads

    def _column(self, index: int) -> Column:
        return self.columns[index] if index < len(self.columns) else Column(index)

    def _of_kind(self, kind: Kind) -> int | None:
        return next(
            (c.at for c in self.columns if c.kind is kind and c.at != self.label_column), None
        )

    # --- which column holds the scores ------------------------------------------------------

    def _layout(self) -> _Layout:
        numeric = [i for i in range(self._width()) if i != self.label_column and self._values(i)]
        points = self._points_column(numeric)
        known = [i for i in numeric if i != points and not self._is_aside(i)]
        scores, weighted = self._scores(known)
        return _Layout(
            self.label_column,
            scores,
            points,
            self._unit_column(),
            self._of_kind(Kind.YEAR),
            len(self.heads),
            weighted,
        )

    def _width(self) -> int:
        return max(len(row.cells) for row in self.rows)

    def _values(self, index: int) -> dict[int, Value]:
        """The scores in a column, by the position of their record."""
        found = ((at, read_value(row.cell(index))) for at, row in enumerate(self.records))
        return {at: value for at, value in found if isinstance(value, Value)}

    def _is_aside(self, index: int) -> bool:
        """Whether a column's numbers are numbering, full marks or of another year."""
        column = self._column(index)
        if column.year not in (None, self.into.year):
            self.into.skip_year(column.year or 0)
            return True
        if column.kind in _NOT_SCORES and column.year is None:
            return True
        values = self._values(index)
        numbering = all(
            value.number == at + 1 or str(value.number) == self._key(at)
            for at, value in values.items()
        )
        return numbering and len(values) > 1 and column.kind is None

    def _key(self, at: int) -> str:
        label = _scored_label(self.records[at].cell(self.label_column), self.labels)
        return label.target.key if label else ""

    def _points_column(self, numeric: Sequence[int]) -> int | None:
        """The column with an instrument's points in the first row of its block only."""
        for index in numeric:
            values = self._values(index)
            firsts = {at for at, row in enumerate(self.records) if self._instrument(row)}
            indicators = sum(self._key(at)[:1].isdigit() for at in range(len(self.records)))
            sparse = len(values) < indicators
            if firsts and sparse and set(values) <= firsts | self._totals():
                return index
            if self._column(index).kind is Kind.WEIGHTED and sparse and len(numeric) > 1:
                return index
        return None

    def _totals(self) -> set[int]:
        """The positions of the records that name the total."""
        return {at for at, row in enumerate(self.records) if Kind.TOTAL in self._kinds(row)}

    def _kinds(self, row: Row) -> set[Kind]:
        """What the labels of a row are of."""
        labels = (_scored_label(row.cell(index), self.labels) for index in row.filled)
        return {label.target.kind for label in labels if label is not None}

    def _instrument(self, row: Row) -> Label | None:
        """The instrument named in a row beside an indicator."""
        for index in row.filled:
            if index != self.label_column:
                label = _scored_label(row.cell(index), self.labels)
                if label is not None and label.target.kind is Kind.INSTRUMENT:
                    return label
        return None

    def _scores(self, known: list[int]) -> tuple[tuple[tuple[int, str], ...], bool]:
        """The columns with the scores, each with its unit's name where units stand side by side."""
        dated = [i for i in known if self._column(i).year == self.into.year]
        known = dated or known
        plain = [i for i in known if self._column(i).kind is not Kind.WEIGHTED]
        named = [i for i in plain if self._column(i).kind in (Kind.SCORE, Kind.TOTAL)]
        if not plain:
            return tuple((i, "") for i in known[:1]), bool(known)
        chosen = named or plain
        if len(chosen) > 1 and not named:
            chosen = self._without_shares(chosen)
        if len(chosen) == 1:
            return ((chosen[0], ""),), False
        names = [self._column(i).text for i in chosen]
        if not named and all(names) and len(set(names)) == len(names):
            return tuple(zip(chosen, names, strict=True)), False
        return (), False

    def _without_shares(self, columns: list[int]) -> list[int]:
        """The columns without full marks and without those that are another's weighted points."""
        kept = []
        for index in columns:
            values = self._values(index)
            others = [self._values(other) for other in columns if other != index]
            full = len({v.number for v in values.values()}) == 1 and len(values) > 2
            if not full and not any(self._is_share(values, other) for other in others):
                kept.append(index)
        return kept

    def _is_share(self, values: dict[int, Value], other: dict[int, Value]) -> bool:
        both = [at for at in values if at in other and self._key(at).isdigit()]
        shares = (
            other[at].number * self.labels.weight_of(Target(Kind.INDICATOR, self._key(at))) / 100
            for at in both
        )
        return len(both) > 1 and all(
            abs(share - values[at].number) <= _ROUNDING
            for share, at in zip(shares, both, strict=True)
        )

    def _unit_column(self) -> int | None:
        known = self._of_kind(Kind.UNIT)
        return self._of_kind(Kind.PLACE) if known is None else known

    # --- row by row ------------------------------------------------------------------------

    def read(self) -> None:
        for row in self.rows:
            if row in self.heads:
                self._flush()
                self._head(row)
            elif self._is_record(row) or self._is_side_label(row):
                self._flush()
                self._record(row)
            elif not self._level_or_unit(row):
                self.lines.append(_joined(row))
        self._flush()

    def _flush(self) -> None:
        if self.lines:
            read_lines(self.lines, self.into)
            self.lines = []

    def _head(self, row: Row) -> None:
        year = year_in(row.text)
        why = f"ปี {year}" if year else ""
        self.into.saw(row.place, row.text, "หัวตาราง", why)

    def _is_side_label(self, row: Row) -> bool:
        """Whether a row without an indicator names an instrument or the total elsewhere."""
        return len(row.filled) > 1 and bool(self._kinds(row))

    def _level_or_unit(self, row: Row) -> bool:
        """Take a row such as ``ระดับ | AA`` or ``หน่วยงาน | อบต.…``; False for any other."""
        if len(row.filled) < 2:
            return False
        first, rest = row.cell(row.filled[0]), [row.cell(i) for i in row.filled[1:]]
        label = label_of(first, self.labels)
        kind = label.target.kind if label is not None else None
        levels = [cell for cell in rest if is_level(cell)]
        if kind is Kind.LEVEL and levels:
            self.into.unit.level = level_of(levels[0])
            self.into.saw(row.place, row.text, f"ระดับ {level_of(levels[0])}", "เป็นชื่อระดับ")
        elif kind is Kind.UNIT and len(rest) == 1:
            self.into.begin(rest[0])
            self.into.saw(row.place, row.text, f"หน่วยงาน {rest[0]}", "เป็นชื่อหน่วยงาน")
        elif kind is Kind.FULL or first.startswith(REMARKS) or any(w in first for w in TITLES):
            self.into.saw(row.place, row.text, "หัวข้อหรือคำอธิบาย", "ไม่มีคะแนน")
        else:
            return False
        return True

    def _record(self, row: Row) -> None:
        if not self._of_this_year(row):
            self.into.skip_year(self.row_year or 0)
            self.into.saw(row.place, row.text, f"คะแนนของปี {self.row_year}", "ไม่นำมา")
            return
        self._enter_unit(row)
        label = _scored_label(row.cell(self.label_column), self.labels)
        instrument = self._instrument(row)
        side = self._side_total(row) if label is None else None
        if instrument is not None:
            self._put_points(row, instrument, has_label=label is not None)
        named = label or side
        if named is not None:
            self._put_scores(row, named)

    def _side_total(self, row: Row) -> Label | None:
        for index in row.filled:
            label = _scored_label(row.cell(index), self.labels)
            if label is not None and label.target.kind is not Kind.INSTRUMENT:
                return label
        return None

    def _of_this_year(self, row: Row) -> bool:
        if self.layout.year is not None and row.cell(self.layout.year):
            self.row_year = year_in(row.cell(self.layout.year))
        return self.row_year in (None, self.into.year)

    def _enter_unit(self, row: Row) -> None:
        if self.layout.unit is None:
            return
        name = row.cell(self.layout.unit)
        if name and name != self.unit_name and _scored_label(name, self.labels) is None:
            self.unit_name = name
            self.into.begin(name)

    def _put_points(self, row: Row, instrument: Label, *, has_label: bool) -> None:
        """Take an instrument's points from the first row of its block, or a row of its own."""
        columns = [] if self.layout.points is None else [self.layout.points]
        if not has_label:
            columns += [index for index, _ in self.layout.scores]
        for index in columns:
            value = read_value(row.cell(index))
            if isinstance(value, Value):
                self._put(row, instrument, value, index, "คะแนนของทั้งเครื่องมือ")
                return

    def _put_scores(self, row: Row, label: Label) -> None:
        if not self.layout.scores:
            self._ambiguous(row, label)
            return
        for index, unit in self.layout.scores:
            if unit:
                self.into.begin(unit)
            self._put_score(row, label, index, lone=len(self.layout.scores) == 1)
        self._level_beside(row, label)

    def _put_score(self, row: Row, label: Label, index: int, *, lone: bool) -> None:
        cell = row.cell(index)
        value = read_value(cell)
        of_indicator = label.target.kind not in (Kind.INSTRUMENT, Kind.TOTAL)
        if is_blank(cell) and lone and not of_indicator and self.layout.points is not None:
            index = self.layout.points
            cell = row.cell(index)
            value = read_value(cell)
        if isinstance(value, Value):
            self._put(row, label, value, index, label.why)
        elif is_blank(cell):
            heads = label.target.kind is Kind.INSTRUMENT
            name = self.labels.name_of(label.target)
            self.into.saw(row.place, row.text, name, "เป็นหัวข้อ" if heads else "ไม่มีคะแนน")
        else:
            self.into.puzzle(row.place, row.text, reason_of(cell, value))

    def _put(self, row: Row, label: Label, value: Value, index: int, why: str) -> None:
        weighted = self._column(index).kind is Kind.WEIGHTED
        weight = self.labels.weight_of(label.target)
        if weighted and value.out_of is None and value.number <= weight:
            value = value._replace(out_of=weight)
        put_label(self.into, label, value, row, why)

    def _level_beside(self, row: Row, label: Label) -> None:
        """The level beside the total."""
        if label.target.kind is Kind.TOTAL:
            levels = [row.cell(i) for i in row.filled if is_level(row.cell(i))]
            if levels:
                self.into.unit.level = level_of(levels[0])

    def _ambiguous(self, row: Row, label: Label) -> None:
        """Account for a row of a list where no one column is that of the scores."""
        values = [i for i in row.filled if isinstance(read_value(row.cell(i)), Value)]
        if values:
            self.into.puzzle(row.place, row.text, "มีตัวเลขหลายคอลัมน์และหัวตารางไม่บอกว่าคอลัมน์ใดเป็นคะแนน")
        else:
            self.into.saw(row.place, row.text, self.labels.name_of(label.target), "ไม่มีคะแนน")
