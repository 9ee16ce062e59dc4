"""What the program keeps: a year with all that belongs to it, and what years share.

Immutable values, as the case itself. What differs between two of them is a
:class:`~ita_desktop.domain.changes.Change`.
"""

import datetime
from collections.abc import Mapping
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
    OrderField,
    RecordField,
    TimeField,
)
from ita_desktop.domain.paper_kinds import MEMO_RESULTS

Positions = Mapping[tuple[str, str], str]
"""The order keys of entries, by the table and the key of their rows."""

_NOTHING_ORDERED: Positions = {}


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
    the SHA-256 of contents that are kept with the records; ``scan`` is the picture
    of the signed paper; ``made_at`` is aware, in UTC.
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
    """Everything that is kept of one year; ``id`` is given once and never again.

    ``positions`` follow the order of the lists
    (:func:`~ita_desktop.domain.identity.identified`); nobody else need look at them.
    """

    id: Annotated[str, IdField()]
    case: Annotated[Case, RecordField()]
    archived: Annotated[bool, FlagField()] = False
    sample: Annotated[bool, FlagField()] = False
    signed: Annotated[tuple[SignedPaper, ...], EntriesField(table="signed_papers")] = ()
    positions: Annotated[Positions, OrderField()] = _NOTHING_ORDERED


class YearSummary(NamedTuple):
    """What a list of years shows of one; years are BE, ``changed_at`` is aware, in UTC."""

    id: str
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
    positions: Annotated[Positions, OrderField()] = _NOTHING_ORDERED
