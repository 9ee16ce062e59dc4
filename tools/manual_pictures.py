"""Draws the pictures of the manual into docs/manual/pictures/, from the sample year.

Run it after a change of a window, for all pages or for those that are named:

    python tools/manual_pictures.py [results …]
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import ita_desktop.ui  # noqa: F401 - before Qt

# isort: split
from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop.domain.places import Place
from ita_desktop.services.evidence import EvidenceFiles
from ita_desktop.services.samples import sample_case
from ita_desktop.services.workspace import Workspace
from ita_desktop.storage.files import FileKeeper
from ita_desktop.storage.opening import open_database
from ita_desktop.storage.store import Store
from ita_desktop.ui.appearance import use_thai_font
from ita_desktop.ui.desk import Desk

FOLDER = Path(__file__).parents[1] / "docs" / "manual" / "pictures"
TODAY = date(2025, 2, 20)
"""In the midst of the sample's first round."""

Painter = Callable[[Desk, Store], Iterator[QWidget]]


def results(desk: Desk, store: Store) -> Iterator[QWidget]:
    """The overview beside a form, and the choice of a period."""
    from ita_desktop.ui.dialogs.period import PeriodDialog
    from ita_desktop.ui.results.tab import ResultsTab

    files = EvidenceFiles(FileKeeper(store.path.parent), store)
    tab = ResultsTab(desk, files=files, today=lambda: TODAY)
    tab.resize(1100, 660)
    tab.show()
    place: Place = ("measures", 3, "results", 0, "details")
    tab.show_place(place)
    yield tab
    case = sample_case()
    yield PeriodDialog(tab, case.fiscal_year, case.measures[0].results[0].period)


PAGES: Mapping[str, Painter] = {"results": results}
"""The pages of the manual by the name of their file; their pictures are counted from 1."""


def main(names: list[str]) -> None:
    application = QApplication([])
    application.setStyle("Fusion")
    use_thai_font()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in names or PAGES:
        with tempfile.TemporaryDirectory() as folder:
            store = open_database(Path(folder, "sample.sqlite3")).store
            assert store is not None
            desk = Desk(Workspace(store))
            desk.add_year("ปีตัวอย่าง", sample_case(), sample=True)
            for number, widget in enumerate(PAGES[name](desk, store), start=1):
                widget.show()
                application.processEvents()
                widget.grab().save(str(FOLDER / f"{name}-{number}.png"))
                print(f"{name}-{number}.png")
            store.close()


if __name__ == "__main__":
    main(sys.argv[1:])
