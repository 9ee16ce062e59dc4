"""A tab of results on made-up measures, a folder for files, and a clock that is set by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ui.session import EMPTY, desk_with

from ita_desktop.domain.case import Case, Evidence, Measure, Result, Round, Status
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.records import StoredFile
from ita_desktop.services.evidence import EvidenceFiles
from ita_desktop.storage.files import FileKeeper
from ita_desktop.ui.results.tab import ResultsTab
from ita_desktop.ui.session import Session

SIX, TWELVE = Round.SIX_MONTHS, Round.TWELVE_MONTHS
LINK = Evidence("ประกาศ", "https://example.go.th/1")

MEASURES = (
    Measure(
        "มาตรการเผยแพร่ข้อมูล",
        responsible=("สำนักปลัด",),
        results=(Result(SIX, "เผยแพร่แล้ว ๕ เรื่อง", status=Status.DONE, evidence=(LINK,)),),
    ),
    Measure("มาตรการรับฟังความคิดเห็น", responsible=("กองคลัง", "สำนักปลัด")),
    Measure(
        "มาตรการป้องกันสินบน",
        responsible=("กองช่าง",),
        results=(Result(SIX, "กำลังทำ", status=Status.IN_PROGRESS),),
    ),
)
CASE = EMPTY._replace(measures=MEASURES)


class Register:
    """Knows the stored files, as the store does."""

    def __init__(self) -> None:
        self.files: dict[str, StoredFile] = {}

    def file(self, path: str) -> StoredFile | None:
        return self.files.get(path)

    def register_file(self, stored: StoredFile) -> None:
        self.files[stored.path] = stored


class Bench:
    """A tab in sight with everything around it."""

    def __init__(self, folder: Path, case: Case | None = CASE, *, read_only: bool = False) -> None:
        self.folder = folder
        self.today = date(2026, 2, 20)
        self.session: Session = desk_with(case, read_only=read_only)
        self.told: list[str] = []
        self.done: list[str] = []
        self.session.told.connect(self.told.append)
        self.session.done_told.connect(self.done.append)
        self.register = Register()
        self.files = EvidenceFiles(FileKeeper(folder), self.register)
        self.tab = ResultsTab(self.session, files=self.files, today=lambda: self.today)
        self.tab.resize(1100, 700)

    @property
    def case(self) -> Case:
        assert self.session.case is not None
        return without_ids(self.session.case)

    def results(self, measure: int) -> tuple[Result, ...]:
        return self.case.measures[measure].results
