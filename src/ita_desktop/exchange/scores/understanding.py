"""From grids to a score sheet: tells wide tables from lists and lines, and reads each its way."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.score_values import Value, read_value
from ita_desktop.exchange.scores.collecting import Collector
from ita_desktop.exchange.scores.grid import Grid
from ita_desktop.exchange.scores.labels import (
    Labels,
    common_era_years,
    looks_like_agency,
    year_in,
)
from ita_desktop.exchange.scores.long import read_long
from ita_desktop.exchange.scores.sheet import ScoreSheet
from ita_desktop.exchange.scores.side_by_side import one_below_another
from ita_desktop.exchange.scores.wide import find_wide_tables, read_wide
from ita_desktop.thai.dates import BUDDHIST_ERA

_ENOUGH = 400
"""Rows that tell how a text is cut into cells."""

_LONGEST_PREFACE = 5_000
"""Rows before the first score; a text that has none in them has none at all."""

_LONGEST_TITLE = 200


def understand(grids: Sequence[Grid], labels: Labels, year: int) -> ScoreSheet:
    """Read all *grids*, the sheets of one workbook or the tables of one page."""
    into = Collector(labels, year)
    titled = {year_in(grid.title) for grid in grids}
    for grid in grids:
        sheet_year = year_in(grid.title)
        if year in titled and sheet_year not in (None, year):
            into.skip_year(sheet_year or 0, len(grid.rows))
            continue
        if looks_like_agency(grid.title):
            into.begin(grid.title)
        _read(grid, into)
    notes = [note for grid in grids for note in grid.notes]
    return into.sheet([*notes, *_common_era(grids, {year, *into.other_years})])


def _common_era(grids: Sequence[Grid], years: set[int]) -> list[str]:
    """A note where *years* (BE) of the scores were written in the common era."""
    beginnings = [cell for grid in grids for row in grid.rows[:_ENOUGH] for cell in row.cells]
    texts = [*(grid.title for grid in grids), *(c for c in beginnings if len(c) <= _LONGEST_TITLE)]
    written = {year for text in texts if "20" in text for year in common_era_years(text)}
    read = sorted(year for year in written if year + BUDDHIST_ERA in years)
    if not read:
        return []
    common, buddhist = (", ".join(str(year + more) for year in read) for more in (0, BUDDHIST_ERA))
    return [f"ปี {common} ในตารางเป็น ค.ศ. จึงถือเป็น พ.ศ. {buddhist}"]


def best_understood(candidates: Sequence[Grid], labels: Labels, year: int) -> ScoreSheet:
    """Read the one of several ways to cut a text into cells that makes the most sense of it.

    The first of equals wins; of a long text its beginning decides.
    """
    best, most, sheet = candidates[0], (False, -1, 0), None
    for grid in candidates:
        beginning = grid._replace(rows=grid.rows[:_ENOUGH])
        tried = understand([beginning], labels, year)
        if _worth(tried) > most:
            best, most, sheet = grid, _worth(tried), tried
        if _is_wholly_read(beginning, tried):
            break
    if sheet is not None and len(best.rows) <= _ENOUGH:
        return sheet
    if sheet is None or not (sheet.scores_read or sheet.other_years):
        best = best._replace(rows=best.rows[:_LONGEST_PREFACE])
    return understand([best], labels, year)


def _is_wholly_read(grid: Grid, sheet: ScoreSheet) -> bool:
    """Whether every score in a table's cells was read: no other way to cut it reads more."""
    cells = [cell for row in grid.rows for cell in row.cells if cell]
    numbers = sum(isinstance(read_value(cell), Value) for cell in cells if "." in cell)
    return bool(numbers) and not sheet.not_understood and sheet.scores_read >= numbers


def _worth(sheet: ScoreSheet) -> tuple[bool, int, int]:
    # One that overlooks the years over the columns reads more, all of it wrong.
    return bool(sheet.other_years), sheet.scores_read, -len(sheet.not_understood)


def _read(grid: Grid, into: Collector) -> None:
    rows = one_below_another(grid.rows, into.labels)
    at = 0
    for table in find_wide_tables(rows, into.labels):
        read_long(rows[at : table.first], into)
        read_wide(rows, table, into)
        at = table.end
    read_long(rows[at:], into)
