"""Which column of a list names the indicators, and which hold the scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ita_desktop.domain.score_values import Value, read_value
from ita_desktop.exchange.scores.grid import GridRow
from ita_desktop.exchange.scores.header import (
    HeaderColumn,
    columns_of,
    holds_value,
    label_of,
    numbered,
)
from ita_desktop.exchange.scores.labels import Label, Labels, Target
from ita_desktop.exchange.scores.words import SCORED, CellKind
from ita_desktop.thai.digits import to_ascii_digits

_NOT_SCORES = frozenset(
    (
        CellKind.FULL,
        CellKind.RANK,
        CellKind.OTHER,
        CellKind.LEVEL,
        CellKind.YEAR,
        CellKind.UNIT,
        CellKind.PLACE,
        CellKind.LABEL,
    )
)
_MOST_HEADINGS = 3
_FEWEST_NUMBERS = 3
_ROUNDING = Decimal("0.02")


class LabelColumn(NamedTuple):
    """The column that names what each row is of; ``numbers`` where it only numbers it."""

    at: int
    numbers: bool = False


class Layout(NamedTuple):
    """Which column of a list holds what.

    ``scores`` are (column, name of its unit where units stand side by side), ``points``
    the columns with an instrument's score beside its first indicator, ``numeric`` all
    columns with scores of the year; ``skipped`` are the other years (BE) of columns,
    ``aside`` (column, what its numbers are; ``""`` unknown) those that are not read.
    ``full`` is the column with each row's full marks where the scores are out of those.
    """

    label: LabelColumn
    heads: tuple[GridRow, ...] = ()
    columns: tuple[HeaderColumn, ...] = ()
    scores: tuple[tuple[int, str], ...] = ()
    points: tuple[int, ...] = ()
    numeric: tuple[int, ...] = ()
    unit: int | None = None
    year: int | None = None
    skipped: tuple[int, ...] = ()
    aside: tuple[tuple[int, str], ...] = ()
    full: int | None = None

    def column(self, at: int) -> HeaderColumn:
        """What the headings tell of a column."""
        return self.columns[at] if at < len(self.columns) else HeaderColumn(at)


def scored_label(cell: str, labels: Labels) -> Label | None:
    """What a cell names, if that can have a score."""
    label = label_of(cell, labels)
    return label if label is not None and label.target.kind in SCORED else None


def row_label(row: GridRow, column: LabelColumn, labels: Labels) -> Label | None:
    """What a row names in the column of labels."""
    cell = row.cell(column.at)
    return _bare_number(cell, labels) if column.numbers else scored_label(cell, labels)


def side_instrument(row: GridRow, column: LabelColumn, labels: Labels) -> Label | None:
    """The instrument that a row names beside its indicator."""
    for index in row.filled:
        label = scored_label(row.cell(index), labels) if index != column.at else None
        if label is not None and label.target.kind is CellKind.INSTRUMENT:
            return label
    return None


def kinds_of(row: GridRow, labels: Labels) -> set[CellKind]:
    """What the labels of a row are of."""
    found = (scored_label(row.cell(index), labels) for index in row.filled)
    return {label.target.kind for label in found if label is not None}


def find_label_column(rows: Sequence[GridRow], labels: Labels) -> LabelColumn | None:
    """The column that names the most indicators beside other cells; None where rows are lines."""
    seen: Counter[int] = Counter()
    for row in rows:
        for index in row.filled if len(row.filled) > 1 else ():
            label = scored_label(row.cell(index), labels)
            if label is not None:
                # Instruments often stand before the indicators, in a column of their own.
                seen[index] += (
                    1 if label.target.kind in (CellKind.INSTRUMENT, CellKind.TOTAL) else 3
                )
    if seen:
        return LabelColumn(min(seen, key=lambda index: (-seen[index], index)))
    numbers = _number_column(rows, labels)
    return None if numbers is None else LabelColumn(numbers, numbers=True)


def _number_column(rows: Sequence[GridRow], labels: Labels) -> int | None:
    """A column headed ตัวชี้วัดที่ with nothing but the numbers of indicators, each once."""
    for at, row in enumerate(rows):
        for index in row.filled if len(row.filled) > 1 else ():
            head = label_of(row.cell(index), labels)
            if head is None or head.target.kind is not CellKind.LABEL:
                continue
            below = [_bare_number(other.cell(index), labels) for other in rows[at + 1 :]]
            keys = [label.target.key for label in below if label is not None]
            if len(keys) >= _FEWEST_NUMBERS and len(set(keys)) == len(keys):
                return index
    return None


def _bare_number(cell: str, labels: Labels) -> Label | None:
    """The indicator or sub-indicator that a cell calls by its number alone."""
    number = to_ascii_digits(cell).strip(" .()")
    target = labels.target_of(number)
    if target is not None and target.kind in (CellKind.INDICATOR, CellKind.SUB_INDICATOR):
        return Label(target, "ตามเลข")
    return scored_label(cell, labels)


def find_layout(rows: Sequence[GridRow], column: LabelColumn, labels: Labels, year: int) -> Layout:
    """Tell the columns of a list apart, for the scores of *year* (BE)."""
    return _Finder(rows, column, labels, year).layout()


class _Finder:
    """The telling apart of one list's columns."""

    def __init__(
        self, rows: Sequence[GridRow], column: LabelColumn, labels: Labels, year: int
    ) -> None:
        self.labels = labels
        self.year = year
        self.label = column
        self.shares: set[int] = set()
        self.records = [
            row for row in rows if len(row.filled) > 1 and row_label(row, column, labels)
        ]
        self.heads = self._headings(rows)
        self.columns = columns_of(self.heads, labels) if self.heads else ()
        self.width = max(len(row.cells) for row in rows)
        self.keys = [self._key(row) for row in self.records]
        self.instruments = [side_instrument(row, column, labels) for row in self.records]

    def layout(self) -> Layout:
        layout = Layout(self.label, tuple(self.heads), self.columns)
        filled = [i for i in range(self.width) if i != self.label.at and self._values(i)]
        numeric = [i for i in filled if not self._is_aside(layout.column(i))]
        points = [i for i in numeric if self._is_points(i, layout, numeric)]
        rest = [i for i in numeric if i not in points]
        unit = self._of_kind(CellKind.UNIT)
        others = [layout.column(i).year for i in filled]
        scores = self._scores(rest, layout)
        read = {at for at, _ in scores}.union(points)
        unread = [i for i in filled if scores and i not in read]
        return layout._replace(
            scores=scores,
            aside=tuple((i, self._meaning(layout.column(i), i in numeric)) for i in unread),
            points=tuple(points),
            numeric=tuple(numeric),
            unit=self._of_kind(CellKind.PLACE) if unit is None else unit,
            year=self._of_kind(CellKind.YEAR),
            full=self._full_marks([at for at, _ in scores]),
            skipped=tuple(y for y in others if y not in (None, self.year) and y is not None),
        )

    def _full_marks(self, scores: Sequence[int]) -> int | None:
        """The column of weights that no score is above: the scores are points out of them."""
        full = self._of_kind(CellKind.FULL)
        if full is None or not scores:
            return None
        marks = {at: v.number for at, v in self._values(full).items() if self.keys[at].isdigit()}
        weighed = [
            mark == self.labels.weight_of(Target(CellKind.INDICATOR, self.keys[at]))
            for at, mark in marks.items()
        ]
        points = [self._values(column) for column in scores]
        fits = all(at not in v or v[at].number <= marks[at] for v in points for at in marks)
        return full if fits and len(marks) >= _FEWEST_NUMBERS and all(weighed) else None

    def _meaning(self, column: HeaderColumn, could_be_scores: bool) -> str:
        """What the numbers of a column are that is not read, ``""`` unknown."""
        if column.year not in (None, self.year):
            return f"คะแนนของปี {column.year}"
        if column.kind is not None:
            return column.kind.value
        if not could_be_scores:
            return CellKind.RANK.value
        return CellKind.WEIGHTED.value if column.at in self.shares else ""

    def _key(self, row: GridRow) -> str:
        label = row_label(row, self.label, self.labels)
        return label.target.key if label else ""

    def _headings(self, rows: Sequence[GridRow]) -> list[GridRow]:
        """The rows of headings, right above the first that names an indicator."""
        heads: list[GridRow] = []
        for row in reversed(rows[: rows.index(self.records[0])]):
            if len(row.filled) < 2 or self._has_numbers(row) or len(heads) >= _MOST_HEADINGS:
                break
            # The name of an instrument over the list is no heading of its columns.
            if all(scored_label(row.cell(i), self.labels) for i in row.filled):
                break
            heads.insert(0, row)
        return heads

    def _has_numbers(self, row: GridRow) -> bool:
        """Whether a row holds scores, and not only the numbers over columns."""
        cells = [row.cell(index) for index in row.filled]
        return holds_value(row, self.labels) or any(
            isinstance(read_value(cell), Value) and not numbered(row, self.labels) for cell in cells
        )

    def _of_kind(self, kind: CellKind) -> int | None:
        found = (c.at for c in self.columns if c.kind is kind and c.at != self.label.at)
        return next(found, None)

    def _values(self, index: int) -> dict[int, Value]:
        """The scores in a column, by the position of their record."""
        found = ((at, read_value(row.cell(index))) for at, row in enumerate(self.records))
        return {at: value for at, value in found if isinstance(value, Value)}

    def _is_aside(self, column: HeaderColumn) -> bool:
        """Whether a column's numbers are numbering, full marks or of another year."""
        if column.year is not None:
            return column.year != self.year
        values = self._values(column.at)
        if column.kind is CellKind.LEVEL:
            # ผล is over levels as often as over scores.
            return len(values) * 2 < len(self.records)
        if column.kind in _NOT_SCORES:
            return True
        numbering = all(
            value.number == at + 1 or str(value.number) == self.keys[at]
            for at, value in values.items()
        )
        return numbering and len(values) > 1 and column.kind is None

    def _is_points(self, index: int, layout: Layout, numeric: Sequence[int]) -> bool:
        """Whether a column holds the instruments' scores, not the indicators'."""
        values = self._values(index)
        firsts = {at for at, label in enumerate(self.instruments) if label is not None}
        totals = {
            at
            for at, row in enumerate(self.records)
            if CellKind.TOTAL in kinds_of(row, self.labels)
        }
        sparse = len(values) < sum(key[:1].isdigit() for key in self.keys)
        if sparse and len(numeric) > 1 and layout.column(index).kind is CellKind.WEIGHTED:
            return True
        if sparse:
            return bool(firsts) and set(values) <= firsts | totals
        return len(numeric) > 1 and self._is_constant(values)

    def _is_constant(self, values: dict[int, Value]) -> bool:
        """Whether a column repeats one number in all rows of an instrument, and not one in all."""
        by_code: dict[str, set[Decimal]] = {}
        for at, value in values.items():
            label = self.instruments[at]
            if label is None:
                return False
            by_code.setdefault(label.target.key, set()).add(value.number)
        many = len(values) > len(by_code) > 1
        return many and all(len(numbers) == 1 for numbers in by_code.values())

    def _scores(self, known: list[int], layout: Layout) -> tuple[tuple[int, str], ...]:
        """The columns with the scores; none where nothing tells which they are."""
        dated = [i for i in known if layout.column(i).year == self.year]
        known = dated or known
        kinds = {i: layout.column(i).kind for i in known}
        plain = [i for i in known if kinds[i] is not CellKind.WEIGHTED]
        named = [i for i in plain if kinds[i] in (CellKind.SCORE, CellKind.TOTAL)]
        named = named or [i for i in plain if kinds[i] is CellKind.LEVEL]
        chosen = named or plain or known[:1]
        if len(chosen) > 1 and not named:
            chosen = self._without_shares(chosen)
        if len(chosen) == 1:
            return ((chosen[0], ""),)
        names = [layout.column(i).text for i in chosen]
        if not named and all(names) and len(set(names)) == len(names):
            return tuple(zip(chosen, names, strict=True))
        return ()

    def _without_shares(self, columns: list[int]) -> list[int]:
        """The columns without full marks and without those that are another's weighted points."""
        kept = []
        for index in columns:
            values = self._values(index)
            others = [self._values(other) for other in columns if other != index]
            full = len({v.number for v in values.values()}) == 1 and len(values) > 2
            if full or any(self._is_share(values, other) for other in others):
                self.shares.add(index)
            else:
                kept.append(index)
        return kept

    def _is_share(self, values: dict[int, Value], other: dict[int, Value]) -> bool:
        both = [at for at in values if at in other and self.keys[at].isdigit()]
        shares = (
            other[at].number
            * self.labels.weight_of(Target(CellKind.INDICATOR, self.keys[at]))
            / 100
            for at in both
        )
        return len(both) > 1 and all(
            abs(share - values[at].number) <= _ROUNDING
            for share, at in zip(shares, both, strict=True)
        )
