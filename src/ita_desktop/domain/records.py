"""What the program keeps: a year with all that belongs to it, and what years share.

Immutable values, as the case itself. A change of anything kept is a pair of them, so
that every change can be taken back by swapping the two.
"""

import datetime
from typing import Annotated, NamedTuple

from ita_desktop.domain.case import Agency, Case, Round, Signatory
from ita_desktop.domain.description import (
    ChoiceField,
    DateField,
    EntriesField,
    FileField,
    FlagField,
    HashField,
    IdField,
    LineField,
    LinesField,
    RecordField,
    TimeField,
)
from ita_desktop.domain.paper_kinds import MEMO_RESULTS


class StoredFile(NamedTuple):
    """A file that was copied into the data folder and never changes there.

    ``path`` is relative to the data folder, with ``/`` (``evidence/ภาพถ่าย.jpg``): the
    text of :attr:`~ita_desktop.domain.case.Evidence.file`. ``size`` is in bytes.
    """

    path: str
    sha256: str
    size: int


class SignedPaper(NamedTuple):
    """A paper as it was signed; later edits of the year do not change it.

    ``kind`` and ``paper`` are the kind and the id of the paper; ``pdf`` and ``case`` are
    the SHA-256 of contents that are kept with the records; ``scan`` is the picture of the signed paper. ``made_at`` is aware, in UTC.
    """

    pdf: Annotated[str, HashField()]
    case: Annotated[str, HashField()]
    made_at: Annotated[datetime.datetime, TimeField()]
    number: Annotated[str, LineField("เลขที่หนังสือ")] = ""
    date: Annotated[datetime.date | None, DateField("วันที่")] = None
    round: Annotated[Round | None, ChoiceField("รอบ")] = None
    scan: Annotated[StoredFile | None, FileField()] = None
    kind: Annotated[str, LineField("ชนิดเอกสาร")] = MEMO_RESULTS.key
    paper: Annotated[str, LineField()] = ""
    id: Annotated[str, IdField()] = ""


class YearRecord(NamedTuple):
    """Everything that is kept of one year; ``id`` is given once and never again."""

    id: Annotated[int, IdField()]
    case: Annotated[Case, RecordField()]
    archived: Annotated[bool, FlagField()] = False
    sample: Annotated[bool, FlagField()] = False
    finals: Annotated[tuple[SignedPaper, ...], EntriesField(table="signed_papers")] = ()


class YearSummary(NamedTuple):
    """What a list of years shows of one; years are BE, ``changed_at`` is aware, in UTC."""

    id: int
    fiscal_year: int
    assessment_year: int
    agency: str
    archived: bool
    sample: bool
    changed_at: datetime.datetime


class Office(NamedTuple):
    """What all years share: a new year starts with the agency, and one signs from people."""

    agency: Annotated[Agency, RecordField("หน่วยงาน")] = Agency("")
    people: Annotated[tuple[Signatory, ...], EntriesField("บุคลากร", table="people")] = ()
    units: Annotated[tuple[str, ...], LinesField("ส่วนราชการภายใน", counted="ลำดับที่")] = ()


class YearChange(NamedTuple):
    """One year before and after; None before is a new year, None after a deleted one."""

    before: YearRecord | None
    after: YearRecord | None

    def reversed(self) -> "YearChange":
        """The change that takes this one back."""
        return YearChange(self.after, self.before)


class OfficeChange(NamedTuple):
    """What years share, before and after."""

    before: Office
    after: Office

    def reversed(self) -> "OfficeChange":
        """The change that takes this one back."""
        return OfficeChange(self.after, self.before)


Change = YearChange | OfficeChange
