"""Draws the pictures of the manual into docs/manual/pictures/, from the sample year.

Run it after a change of a window, for all pages or for those that are named:

    python tools/manual_pictures.py [results …]

Each page of the manual has one function here, which brings the program to where the
text is and yields what is to be drawn; the pictures are counted from 1.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import ita_desktop.ui  # noqa: F401 - before Qt

# isort: split
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTabWidget, QWidget

from ita_desktop.domain.case_paths import CasePath, with_value
from ita_desktop.log import CrashLog
from ita_desktop.services.database import DATABASE
from ita_desktop.services.evidence import EvidenceFiles
from ita_desktop.services.samples import sample_case
from ita_desktop.services.years import next_year
from ita_desktop.storage.database import open_database
from ita_desktop.storage.files import FileKeeper
from ita_desktop.ui.appearance import use_thai_font
from ita_desktop.ui.bugs import BugReporter
from ita_desktop.ui.find_panel import FindPanel
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.program import Program
from ita_desktop.ui.session import Session
from ita_desktop.ui.thai_qt import ThaiWords, use_thai_style
from ita_desktop.ui.widgets.editors import LineEdit

FOLDER = Path(__file__).parents[1] / "docs" / "manual" / "pictures"
SIZE = (1180, 760)
COLOURS = 96
Found = TypeVar("Found", bound=QObject)

PATIENCE = 20.0
"""Seconds after which something that should appear is missing."""

TODAY = date(2025, 2, 20)
"""In the midst of the sample's first round."""


def child(inside: QObject, kind: type[Found], name: str) -> Found:
    """A widget by its name, as one finds it on the screen."""
    found = inside.findChild(kind, name)
    if found is None:
        raise LookupError(f"{kind.__name__} {name} is not there")
    return found


class Stage:
    """The program on data of its own, and what the pages do with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        log = folder / "log"
        self.program = Program(folder / DATABASE, CrashLog(log), BugReporter(log / "program.log"))
        self.program.start(())
        self.settle()
        self.window.resize(*SIZE)

    @property
    def window(self) -> MainWindow:
        assert self.program.parts is not None
        return self.program.parts.window

    @property
    def session(self) -> Session:
        return self.window.session

    def settle(self, seconds: float = 0.4) -> None:
        """Lets everything be drawn that takes its time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.01)

    def act(self, name: str) -> None:
        """Chooses an item of the menu."""
        self.window.action(name).trigger()
        self.settle()

    def click(self, inside: QWidget, name: str) -> None:
        """Presses a button."""
        child(inside, QPushButton, name).click()
        self.settle()

    def dialog(self) -> QDialog:
        """The dialog in front of the window, when it is there."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.settle(0.1)
            top = QApplication.activeModalWidget()
            if isinstance(top, QDialog):
                return top
        raise LookupError("no dialog has opened")

    def close_dialogs(self) -> None:
        """Closes what is open in front of the window."""
        while isinstance(top := QApplication.activeModalWidget(), QDialog):
            top.reject()
            self.settle(0.1)

    def open_sample(self) -> None:
        """Brings in the sample year, and opens it."""
        self.close_dialogs()
        self.session.add_year("ปีตัวอย่าง", sample_case(), sample=True)
        self.settle()

    def tab(self, index: int, seconds: float = 0.6) -> QWidget:
        """Brings a tab into sight."""
        self.window.go_to_tab(index)
        self.settle(seconds)
        return self.window.tab(index)

    def leave(self) -> None:
        """Ends the program."""
        self.close_dialogs()
        self.window.close()
        self.settle(0.1)


Painter = Callable[[Stage], Iterator[QWidget]]


def start(stage: Stage) -> Iterator[QWidget]:
    """The first start, the list of years, finding, backups."""
    yield stage.dialog()
    stage.open_sample()
    stage.session.add_year("ปีใหม่", next_year(sample_case()))
    stage.act("action_years")
    yield stage.dialog()
    stage.close_dialogs()
    stage.tab(1)
    stage.act("action_find")
    panel = stage.window.findChild(FindPanel)
    assert panel is not None
    child(panel, LineEdit, "words").insert("ประกาศ")
    yield stage.window
    stage.click(panel, "close_find")
    stage.act("action_backups")
    stage.click(stage.dialog(), "make_now")
    yield stage.dialog()


def analysis(stage: Stage) -> Iterator[QWidget]:
    """Scores and what to improve, a table that is looked through, the opening paragraph."""
    stage.open_sample()
    tab = stage.tab(0)
    yield stage.window
    mime = QMimeData()
    mime.setText("\n".join(f"{number}\t{name}\t{score}" for number, name, score in _PASTED))
    QGuiApplication.clipboard().setMimeData(mime)
    stage.click(tab, "paste_button")
    yield stage.dialog()
    stage.close_dialogs()
    child(tab, QTabWidget, "views").setCurrentIndex(1)
    yield stage.window


_PASTED = (
    (1, "การปฏิบัติหน้าที่", "93.10"),
    (2, "การใช้งบประมาณ", "88.45"),
    (3, "การใช้อำนาจ", "90.02"),
    (4, "การใช้ทรัพย์สินของราชการ", "86.71"),
    (5, "การแก้ไขปัญหาการทุจริต", "89.30"),
)


def measures(stage: Stage) -> Iterator[QWidget]:
    """The list beside the form, and the library."""
    stage.open_sample()
    tab = stage.tab(1)
    yield stage.window
    stage.click(tab, "library_button")
    yield stage.dialog()


def results(stage: Stage) -> Iterator[QWidget]:
    """The overview beside a form, and the choice of a period."""
    from ita_desktop.ui.dialogs.period import PeriodDialog
    from ita_desktop.ui.results.tab import ResultsTab

    stage.open_sample()
    store = open_database(stage.folder / DATABASE, read_only=True).store
    assert store is not None
    files = EvidenceFiles(FileKeeper(stage.folder), store)
    # Not the window's own, which counts the days from today.
    tab = ResultsTab(stage.session, files=files, today=lambda: TODAY)
    tab.resize(1100, 660)
    tab.show()
    place: CasePath = ("measures", 3, "results", 0, "details")
    tab.show_place(place)
    yield tab
    case = sample_case()
    yield PeriodDialog(tab, case.fiscal_year, case.measures[0].results[0].period)
    store.close()


def memo(stage: Stage) -> Iterator[QWidget]:
    """The fields beside the paper itself, findings, who signs, a signed memo, the people."""
    stage.open_sample()
    tab = stage.tab(3, seconds=2.0)
    yield stage.window
    misspelt = "นายกองค์การบริหารส่วนตำบลทุ่งพุดตาล"
    stage.session.edit(
        "แก้", lambda case: with_value(case, ("papers", 0, "texts", "recipient"), misspelt)
    )
    stage.settle(2.0)
    yield stage.window
    stage.session.undo()
    stage.session.show_place(("papers", 0, "signatories", 2, "name"))
    stage.settle()
    yield stage.window
    stage.click(tab, "signed_make")
    dialog = stage.dialog()
    child(dialog, LineEdit, "number").setText("พช ๙๙๙๐๑/๑๒๓")
    yield dialog
    stage.close_dialogs()
    for number in range(4):
        stage.session.show_place(("papers", 0, "signatories", number))
        stage.click(tab, "person_keep")
    child(tab, QPushButton, "signing_add").menu().aboutToShow.emit()
    child(tab, QPushButton, "signing_add").menu().actions()[-1].trigger()
    stage.settle()
    yield child(tab, QDialog, "PeopleDialog")


PAGES: Mapping[str, Painter] = {
    "start": start,
    "analysis": analysis,
    "measures": measures,
    "results": results,
    "memo": memo,
}
"""The pages of the manual by the name of their file."""


def draw(widget: QWidget, file: Path) -> None:
    """Draws a window into a file: few colours are enough, for a third of the bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    with Image.open(io.BytesIO(bytes(buffer.data().data()))) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
    print(file.name)


def main(names: list[str]) -> None:
    application = QApplication([])
    application.setStyle("Fusion")
    application.setQuitOnLastWindowClosed(False)
    application.installTranslator(ThaiWords(application))
    use_thai_font()
    use_thai_style()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in names or PAGES:
        for old in FOLDER.glob(f"{name}-*.png"):
            old.unlink()
        with tempfile.TemporaryDirectory() as folder:
            stage = Stage(Path(folder))
            for number, widget in enumerate(PAGES[name](stage), start=1):
                widget.show()
                stage.settle(0.3)
                draw(widget, FOLDER / f"{name}-{number}.png")
            stage.leave()


if __name__ == "__main__":
    main(sys.argv[1:])
