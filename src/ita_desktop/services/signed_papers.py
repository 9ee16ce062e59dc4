"""Memos as they were signed: frozen copies that no later edit changes."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ita_desktop.domain.case import Case, Paper
from ita_desktop.domain.paper_kinds import paper_of, with_paper
from ita_desktop.domain.records import SignedPaper, StoredFile, YearRecord
from ita_desktop.errors import ItaError
from ita_desktop.exchange.case_json import case_to_json
from ita_desktop.quoting import quoted_path
from ita_desktop.services.case_files import require_complete
from ita_desktop.services.file_names import paper_file_name

if TYPE_CHECKING:
    from ita_desktop.services.papers import MadePaper

_DOTS = re.compile(r"\.{2,}|…|_{2,}")


class ScanMissingError(ItaError):
    """The scan of a signed memo is no longer where it was kept; the frozen copy is."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"ไม่พบไฟล์สแกน {quoted_path(file)} แต่ฉบับลงนามในโปรแกรมยังอยู่ โปรดแนบไฟล์สแกนอีกครั้ง"
        )
        self.file = file


class Contents(Protocol):
    """What keeps contents for good; :class:`~ita_desktop.storage.store.Store` does."""

    def put_content(self, data: bytes) -> str: ...
    def content(self, sha256: str) -> bytes: ...


class Files(Protocol):
    """What keeps files of the user's in the data folder."""

    def keep(self, source: Path, folder: str) -> StoredFile: ...
    def path_of(self, stored: StoredFile) -> Path: ...


class SignedCopy(NamedTuple):
    """A frozen memo to look at: its PDF and the name for a file of it."""

    final: SignedPaper
    pdf: bytes
    file_name: str


class SignedPapers:
    """Freezes memos and gives them back. For one thread."""

    def __init__(self, contents: Contents, files: Files) -> None:
        self._contents = contents
        self._files = files

    def archive(self, memo: MadePaper) -> SignedPaper:
        """Keeps the PDF and the case it was made of.

        The copy is part of a year only when :func:`with_signed` has put it there.
        Raises CaseFileError and StorageError.
        """
        case, paper = memo.order.case, memo.order.paper
        require_complete(case)
        data = case_to_json(case)
        return SignedPaper(
            pdf=self._contents.put_content(memo.pdf),
            case=self._contents.put_content(data),
            made_at=datetime.datetime.now(datetime.UTC),
            number=paper.number,
            date=paper.date,
            round=paper.round,
            kind=paper.kind,
            paper=paper.id,
        )

    def copy(self, final: SignedPaper, case: Case) -> SignedCopy:
        """The frozen memo; *case* is the year's, for the name. Raises StorageError."""
        name = paper_file_name(case, Paper(final.kind, final.round)).removesuffix(".pdf")
        return SignedCopy(final, self._contents.content(final.pdf), f"{name} (ลงนาม).pdf")

    def case_file(self, final: SignedPaper) -> bytes:
        """The case that the memo was made of, as a case file. Raises StorageError."""
        return self._contents.content(final.case)

    def keep_scan(self, source: Path) -> StoredFile:
        """Copies the picture of the signed paper. Raises StorageError."""
        return self._files.keep(source, "scans")

    def scan(self, final: SignedPaper) -> Path | None:
        """Where the picture of the signed paper lies; None where there is none.

        Raises ScanMissingError and StorageError.
        """
        if final.scan is None:
            return None
        path = self._files.path_of(final.scan)
        if not path.is_file():
            raise ScanMissingError(path)
        return path


def number_is_open(number: str) -> bool:
    """Whether a memo's number is still to be given: empty, or with dots to write on."""
    return not number.strip() or _DOTS.search(number) is not None


def with_signed(record: YearRecord, final: SignedPaper) -> YearRecord:
    """The year with one more frozen paper, whose number and date become the paper's own."""
    paper = paper_of(record.case, final.kind, final.paper)
    signed = paper._replace(number=final.number, date=final.date)
    case = with_paper(record.case, paper, signed)
    return record._replace(case=case, signed=(*record.signed, final))


def with_scan(record: YearRecord, final: SignedPaper, scan: StoredFile | None) -> YearRecord:
    """The year with another picture, or none, beside a frozen memo."""
    signed = (one._replace(scan=scan) if one == final else one for one in record.signed)
    return record._replace(signed=tuple(signed))


def without_signed(record: YearRecord, final: SignedPaper) -> YearRecord:
    """The year without a frozen memo; its contents stay, so that this can be taken back."""
    return record._replace(signed=tuple(one for one in record.signed if one != final))
