"""Tables and trees that are typed into as in a spreadsheet: keys, blocks by clipboard, refusals.

A model that is shown here tells by :class:`GridModel` what a cell takes and stores many
cells as one step. What it refuses is said beside the cell and never stored.
"""

from ita_desktop.ui.widgets.grid.cells import COPY_ROLE, KEY_ROLE, AnyIndex, GridModel
from ita_desktop.ui.widgets.grid.views import GridTable, GridTree

__all__ = ["COPY_ROLE", "KEY_ROLE", "AnyIndex", "GridModel", "GridTable", "GridTree"]
