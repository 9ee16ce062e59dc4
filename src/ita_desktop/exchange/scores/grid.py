"""A table as it stood in its source, before anything in it is understood."""

from typing import NamedTuple


class GridRow(NamedTuple):
    """One row or line; ``place`` (``บรรทัด 3``) is where the user finds it."""

    place: str
    cells: tuple[str, ...]

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that hold anything."""
        return tuple(index for index, cell in enumerate(self.cells) if cell)

    @property
    def text(self) -> str:
        """The row on one line, for showing."""
        return " | ".join(cell for cell in self.cells if cell)

    def cell(self, column: int) -> str:
        """The text of a column, ``""`` beyond the row's end."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""


class Grid(NamedTuple):
    """A table; ``title`` is that of its sheet, ``""`` for a text. Cells are stripped."""

    rows: tuple[GridRow, ...]
    title: str = ""
    notes: tuple[str, ...] = ()
