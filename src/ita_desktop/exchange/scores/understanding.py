"""From grids to a score sheet: tells wide tables from lists and lines, and reads each its way."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.score_labels import Labels, looks_like_agency, year_in
from ita_desktop.domain.score_sheet import ScoreSheet
from ita_desktop.exchange.scores.collecting import Collector
from ita_desktop.exchange.scores.grid import Grid
from ita_desktop.exchange.scores.long import read_long
from ita_desktop.exchange.scores.wide import find_wide_tables, read_wide

_ENOUGH = 400
"""Rows that tell how a text is cut into cells."""


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
    return into.sheet([note for grid in grids for note in grid.notes])


def best_understood(candidates: Sequence[Grid], labels: Labels, year: int) -> ScoreSheet:
    """Read the one of several ways to cut a text into cells that makes the most sense of it.

    The first of equals wins; of a long text its beginning decides.
    """
    best, most = candidates[0], (-1, 0)
    for grid in candidates:
        beginning = grid._replace(rows=grid.rows[:_ENOUGH])
        worth = _worth(understand([beginning], labels, year))
        if worth > most:
            best, most = grid, worth
    return understand([best], labels, year)


def _worth(sheet: ScoreSheet) -> tuple[int, int]:
    return sheet.scores_read, -len(sheet.not_understood)


def _read(grid: Grid, into: Collector) -> None:
    tables = find_wide_tables(grid.rows, into.labels)
    at = 0
    for table in tables:
        read_long(grid.rows[at : table.first], into)
        read_wide(grid.rows, table, into)
        at = table.end
    read_long(grid.rows[at:], into)
