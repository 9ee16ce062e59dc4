"""One agency's year as typed, immutable values: what every other part speaks of.

All texts are the user's own and literal: nothing in them is markup. An omitted
text is ``""``, an omitted number or date ``None``. Years are Buddhist-era (BE)
integers; :class:`datetime.date` values are Gregorian (CE), as Python has them.
"""

import datetime
from decimal import Decimal
from enum import Enum, IntEnum
from typing import NamedTuple

EVIDENCE_FOLDER = "evidence"
"""Where files of evidence are kept within the data folder; begins their ``Evidence.file``."""


class Round(IntEnum):
    """A reporting round of the fiscal year, named by its length in months.

    Six months run from October to March, twelve from October to September.
    """

    SIX_MONTHS = 6
    TWELVE_MONTHS = 12


class Status(Enum):
    """How far a measure has come; the values are those of the case file."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"


STATUS_WORDS = {
    Status.DONE: "แล้วเสร็จ",
    Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    Status.NOT_STARTED: "ยังไม่ได้ดำเนินการ",
}
"""A status in words, beside other particulars."""


class Agency(NamedTuple):
    """The local government that is assessed; ``division`` owns the matter."""

    name: str
    short_name: str = ""
    district: str = ""
    province: str = ""
    division: str = ""


class OitItem(NamedTuple):
    """One item of the public-information instrument (``O42``): 100, 0 or unknown."""

    code: str
    name: str = ""
    score: Decimal | None = None


class SubIndicator(NamedTuple):
    """A sub-indicator such as ``10.1``; ``score`` is 0–100 or unknown."""

    number: str
    name: str = ""
    score: Decimal | None = None
    items: tuple[OitItem, ...] = ()


class Indicator(NamedTuple):
    """One of the ten indicators; ``score`` is 0–100 or unknown."""

    number: int
    name: str = ""
    score: Decimal | None = None
    sub_indicators: tuple[SubIndicator, ...] = ()


class Assessment(NamedTuple):
    """The result that is analysed; ``year`` is BE."""

    year: int
    indicators: tuple[Indicator, ...] = ()


class Analysis(NamedTuple):
    """What the agency chose to improve: numbers such as ``10`` or ``10.1``."""

    focus: tuple[str, ...] = ()
    opening: str = ""


class Evidence(NamedTuple):
    """A proof of execution: a link or a file."""

    title: str = ""
    url: str = ""
    file: str = ""

    @property
    def file_name(self) -> str:
        """The name by which a person knows the file: without the folder that is the program's."""
        return self.file.removeprefix(f"{EVIDENCE_FOLDER}/")


class Result(NamedTuple):
    """What was done for a measure; ``round`` None means that it was not stated."""

    round: Round | None = None
    details: str = ""
    period: str = ""
    output: str = ""
    outcome: str = ""
    remark: str = ""
    status: Status | None = None
    evidence: tuple[Evidence, ...] = ()


class Measure(NamedTuple):
    """A measure (มาตรการ) with how it is carried out and by whom."""

    name: str
    indicators: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    monitoring: str = ""
    results: tuple[Result, ...] = ()


class Signatory(NamedTuple):
    """One who signs; ``note`` (ผู้รายงาน) stands behind the position."""

    name: str = ""
    position: str = ""
    rank: str = ""
    acting_position: str = ""
    note: str = ""
    opinion_heading: str = ""


class Memo(NamedTuple):
    """The fields of the memo; ``signatories`` are in signing order.

    ``division`` is the text after ส่วนราชการ; ``round`` None reports all results.
    """

    subject: str = ""
    division: str = ""
    number: str = ""
    date: datetime.date | None = None
    recipient: str = ""
    round: Round | None = None
    measures_heading: str = ""
    results_intro: str = ""
    closing: str = ""
    signatories: tuple[Signatory, ...] = ()


class Case(NamedTuple):
    """One agency's year: ``fiscal_year`` (BE) is that of the measures.

    ``words`` are the user's own words, which a line never breaks.
    """

    agency: Agency
    fiscal_year: int
    assessment: Assessment
    analysis: Analysis = Analysis()
    measures: tuple[Measure, ...] = ()
    memo: Memo = Memo()
    words: tuple[str, ...] = ()
