"""A memo tab in a window of its own on data in memory, and small PDFs made on the spot."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from tests.memos import a_memo
from tests.records import MemoryRecords
from tests.ui.session import EMPTY

from ita_desktop.domain.case import Case, Round, Signatory
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.records import Office, SignedPaper, YearRecord
from ita_desktop.services.samples import sample_case
from ita_desktop.services.settings import Settings
from ita_desktop.services.signed_papers import SignedPapers
from ita_desktop.services.workspace import Workspace
from ita_desktop.storage.files import FileKeeper
from ita_desktop.ui.main_window import MainWindow, TabEntry
from ita_desktop.ui.papers.commands import MemoCommands
from ita_desktop.ui.papers.parts import MemoParts, memo_parts
from ita_desktop.ui.papers.tab import MemoTab
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab

SAMPLE = sample_case()
PEOPLE = (
    Signatory("นางสาวกานดา ใจดี", "นักวิเคราะห์นโยบายและแผน", note="ผู้รายงาน"),
    Signatory("นายสมชาย รักงาน", "หัวหน้าสำนักปลัด"),
    Signatory("นางมาลี ศรีสุข", "ปลัด", opinion_heading="ความเห็นของปลัด"),
)
SMALL = EMPTY._replace(papers=(a_memo(round=Round.SIX_MONTHS, signatories=PEOPLE),))


def pdf_of(pages: int, text: str = "page") -> bytes:
    """A PDF of this many A4 pages with a word and a black box on each."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for page in range(pages):
        canvas.drawString(72, 700, f"{text} {page + 1}")
        canvas.rect(72, 600, 200, 50, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class Kept:
    """Settings and contents in memory, as they are kept from run to run."""

    def __init__(self) -> None:
        self.settings = Settings(None, lambda text: None)
        self.contents: dict[str, bytes] = {}

    def put_content(self, data: bytes) -> str:
        key = hashlib.sha256(data).hexdigest()
        self.contents[key] = data
        return key

    def content(self, sha256: str) -> bytes:
        return self.contents[sha256]


def _is_of_the_memo(place: CasePath) -> bool:
    return place[:1] != ("measures",)


class Opened(NamedTuple):
    """A window with the memo's tab in sight, and what is behind it."""

    window: MainWindow
    tab: MemoTab
    session: Session
    parts: MemoParts
    kept: Kept

    @property
    def case(self) -> Case:
        """The case as it is now."""
        assert self.session.case is not None
        return without_ids(self.session.case)


class _OtherTab(Tab):
    """Any other tab."""

    def show_year(self) -> None:
        pass

    def show_place(self, place: CasePath) -> bool:
        return place[:1] == ("measures",)


def window_on(
    case: Case | None,
    folder: Path,
    *,
    read_only: bool = False,
    kept: Kept | None = None,
    people: tuple[Signatory, ...] = (),
    signed: tuple[SignedPaper, ...] = (),
) -> Opened:
    """A window, not yet shown."""
    kept = kept or Kept()
    years = [] if case is None else [YearRecord("1", case, signed=signed)]
    session = Session(Workspace(MemoryRecords(*years, read_only=read_only)))
    if years:
        session.open_year("1")
    if people:
        session.edit_shared("รายชื่อ", lambda shared: Office(people=people))
    parts = memo_parts(session, kept.settings, SignedPapers(kept, FileKeeper(folder)))
    window = MainWindow(
        session,
        [
            TabEntry("บันทึกข้อความ", lambda session: MemoTab(session, parts), _is_of_the_memo),
            TabEntry("มาตรการ", _OtherTab),
        ],
    )
    MemoCommands(window, parts.output)
    tab = window.tab(0)
    assert isinstance(tab, MemoTab)
    return Opened(window, tab, session, parts, kept)
