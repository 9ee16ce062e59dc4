"""What the program keeps: a year with all that belongs to it, and what years share.

Immutable values, as the case itself. A change of anything kept is a pair of them, so
that every change can be taken back by swapping the two.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from ita_desktop.domain.case import Agency, Case, Round, Signatory


class StoredFile(NamedTuple):
    """A file that was copied into the data folder and never changes there.

    ``path`` is relative to the data folder, with ``/`` (``evidence/ภาพถ่าย.jpg``): the
    text of :attr:`~ita_desktop.domain.case.Evidence.file`. ``size`` is in bytes.
    """

    path: str
    sha256: str
    size: int


class SignedPaper(NamedTuple):
    """A memo as it was signed; later edits of the year do not change it.

    ``pdf`` and ``case`` are the SHA-256 of contents that are kept with the records;
    ``scan`` is the picture of the signed paper. ``made_at`` is aware, in UTC.
    """

    pdf: str
    case: str
    made_at: datetime.datetime
    number: str = ""
    date: datetime.date | None = None
    round: Round | None = None
    scan: StoredFile | None = None


class YearRecord(NamedTuple):
    """Everything that is kept of one year; ``id`` is given once and never again."""

    id: int
    case: Case
    archived: bool = False
    sample: bool = False
    finals: tuple[SignedPaper, ...] = ()


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

    agency: Agency = Agency("")
    people: tuple[Signatory, ...] = ()
    units: tuple[str, ...] = ()


class YearChange(NamedTuple):
    """One year before and after; None before is a new year, None after a deleted one."""

    before: YearRecord | None
    after: YearRecord | None

    def reversed(self) -> YearChange:
        """The change that takes this one back."""
        return YearChange(self.after, self.before)


class OfficeChange(NamedTuple):
    """What years share, before and after."""

    before: Office
    after: Office

    def reversed(self) -> OfficeChange:
        """The change that takes this one back."""
        return OfficeChange(self.after, self.before)


Change = YearChange | OfficeChange
