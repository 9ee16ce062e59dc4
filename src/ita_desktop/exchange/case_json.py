"""The case file (format ``ita-case``, version 1): read and written exactly.

The tables below are the format; everything that they do not name is refused
with its path, since a typo that went unnoticed would lose data in silence.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple

from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Evidence,
    Indicator,
    Measure,
    OitItem,
    Paper,
    Result,
    Round,
    Signatory,
    Status,
    SubIndicator,
)
from ita_desktop.domain.frameworks import NUMBERS
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.errors import ItaError
from ita_desktop.exchange.assessment_numbers import check_numbers
from ita_desktop.exchange.input_file import UnreadableFileError, first_bytes
from ita_desktop.exchange.json_schema import (
    AllOrNothing,
    BuddhistYear,
    Choice,
    Day,
    ListOf,
    Number,
    Record,
    Required,
    Score,
    ShapeError,
    TextShape,
    WholeNumber,
    members_of,
)
from ita_desktop.exchange.json_text import Json, JsonTextError, format_json, parse_json
from ita_desktop.quoting import quoted, quoted_path

FORMAT = "ita-case"
VERSION = 1

MAX_BYTES = 32_000_000
"""Far above any agency's year (600 measures take about 5 MB), far below what would hurt."""

_TEXT = TextShape()
_TEXTS = ListOf(_TEXT)
_NUMBERS = ListOf(Number())
_SCORE = Score()
_ROUND = Choice(Round)

_AGENCY = Record(
    Agency,
    name=Required(_TEXT),
    short_name=_TEXT,
    district=_TEXT,
    province=_TEXT,
    division=_TEXT,
)
_ITEM = Record(OitItem, code=Required(_TEXT), name=_TEXT, score=AllOrNothing())
_SUB_INDICATOR = Record(
    SubIndicator,
    number=Required(Number(sub_only=True)),
    name=_TEXT,
    score=_SCORE,
    items=ListOf(_ITEM),
)
_INDICATOR = Record(
    Indicator,
    number=Required(WholeNumber(NUMBERS)),
    name=_TEXT,
    score=_SCORE,
    sub_indicators=ListOf(_SUB_INDICATOR),
)
_ASSESSMENT = Record(Assessment, year=Required(BuddhistYear()), indicators=ListOf(_INDICATOR))
_ANALYSIS = Record(Analysis, focus=_NUMBERS, opening=_TEXT)
_EVIDENCE = Record(Evidence, title=_TEXT, url=_TEXT, file=_TEXT)
_RESULT = Record(
    Result,
    round=_ROUND,
    details=_TEXT,
    period=_TEXT,
    output=_TEXT,
    outcome=_TEXT,
    remark=_TEXT,
    status=Choice(Status),
    evidence=ListOf(_EVIDENCE),
)
_MEASURE = Record(
    Measure,
    name=Required(_TEXT),
    indicators=_NUMBERS,
    guidelines=_TEXTS,
    steps=_TEXTS,
    responsible=_TEXTS,
    monitoring=_TEXT,
    results=ListOf(_RESULT),
)
_SIGNATORY = Record(
    Signatory,
    opinion_heading=_TEXT,
    rank=_TEXT,
    name=_TEXT,
    position=_TEXT,
    acting_position=_TEXT,
    note=_TEXT,
)


class _Memo(NamedTuple):
    """The memo as version 1 has it."""

    division: str = ""
    number: str = ""
    date: datetime.date | None = None
    subject: str = ""
    recipient: str = ""
    round: Round | None = None
    measures_heading: str = ""
    results_intro: str = ""
    closing: str = ""
    signatories: tuple[Signatory, ...] = ()


class _Year(NamedTuple):
    """The case as version 1 has it."""

    agency: Agency
    fiscal_year: int
    assessment: Assessment
    analysis: Analysis
    measures: tuple[Measure, ...]
    memo: _Memo
    words: tuple[str, ...]

    def case(self) -> Case:
        memo = self.memo
        paper = Paper("memo-results", memo.round, memo.number, memo.date)
        paper = paper._replace(signatories=memo.signatories)
        for key in _OWN_TEXTS:
            paper = paper.with_text(key, getattr(memo, key))
        return Case(
            self.agency,
            self.fiscal_year,
            self.assessment,
            self.analysis,
            self.measures,
            (paper,),
            self.words,
        )


_OWN_TEXTS = ("subject", "division", "recipient", "measures_heading", "results_intro", "closing")


def _year_of(case: Case) -> _Year:
    paper = memo_of(case)
    memo = _Memo(
        number=paper.number,
        date=paper.date,
        round=paper.round,
        signatories=paper.signatories,
        **{key: paper.text(key) for key in _OWN_TEXTS},
    )
    return _Year(
        case.agency,
        case.fiscal_year,
        case.assessment,
        case.analysis,
        case.measures,
        memo,
        case.words,
    )


_MEMO = Record(
    _Memo,
    division=_TEXT,
    number=_TEXT,
    date=Day(),
    # The format asks for a subject; one that is left out is composed from the round.
    subject=_TEXT,
    recipient=_TEXT,
    round=_ROUND,
    measures_heading=_TEXT,
    results_intro=_TEXT,
    closing=_TEXT,
    signatories=ListOf(_SIGNATORY),
)
_CASE = Record(
    _Year,
    agency=Required(_AGENCY),
    fiscal_year=Required(BuddhistYear()),
    assessment=Required(_ASSESSMENT),
    analysis=_ANALYSIS,
    measures=Required(ListOf(_MEASURE)),
    memo=_MEMO,
    words=_TEXTS,
)


class CaseFileError(ItaError):
    """A case file cannot be used.

    ``file`` is the file or None, ``path`` the place inside it
    (``measures[2].steps``, zero-based; ``""`` for the whole), ``problem`` what
    is wrong with it and what to do.
    """

    def __init__(self, problem: str, *, path: str = "", file: Path | None = None) -> None:
        name = f"ไฟล์ {quoted_path(file)}" if file else "ข้อมูลชุดนี้"
        place = f" ที่ {path}" if path else ""
        super().__init__(f"{name} ใช้ไม่ได้{place}: {problem}")
        self.problem = problem
        self.path = path
        self.file = file


def read_case(path: Path) -> Case:
    """Return the case that a file holds.

    Raises :class:`CaseFileError` for a file that cannot be read, is larger
    than :data:`MAX_BYTES` or is not of the format.
    """
    try:
        return parse_case(_read_bytes(path))
    except CaseFileError as error:
        raise CaseFileError(error.problem, path=error.path, file=path) from None


def parse_case(data: bytes) -> Case:
    """Return the case that *data*, a case file's bytes, holds or raise :class:`CaseFileError`."""
    if len(data) > MAX_BYTES:
        raise _too_large()
    try:
        return _case_of(parse_json(data))
    except JsonTextError as error:
        raise CaseFileError(str(error)) from None
    except ShapeError as error:
        raise CaseFileError(error.problem, path=error.path) from None


def case_to_json(case: Case) -> bytes:
    """Return the case file of *case*: every key, in the format's order.

    What is written can be read again and gives an equal case. Raises
    :class:`CaseFileError` for a case that the format cannot hold (a blank
    name, a score above 100).
    """
    tree: Json = (("format", FORMAT), ("version", VERSION), *_CASE.write(_year_of(case)))
    try:
        _case_of(tree)
    except ShapeError as error:
        raise CaseFileError(error.problem, path=error.path) from None
    return format_json(tree)


def _case_of(tree: Json) -> Case:
    members = members_of(tree, "")
    _check_header(members.pop("format", None), members.pop("version", None))
    case = _CASE.build(members, "").case()
    check_numbers(case.assessment.indicators)
    return case


def _check_header(format_: Json, version: Json) -> None:
    # Before anything else: what a newer version adds must not be called a typo.
    if format_ != FORMAT:
        raise ShapeError("format", f'ไม่ใช่ไฟล์ข้อมูลของโปรแกรมนี้ (ต้องเป็น "{FORMAT}") โปรดเลือกไฟล์อื่น')
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ShapeError("version", f"ต้องเป็นเลข {VERSION} โปรดตรวจว่าเลือกไฟล์ถูก")
    if version > VERSION:
        raise ShapeError(
            "version",
            f"ไฟล์เป็นรุ่น {quoted(version)} ซึ่งใหม่กว่าที่โปรแกรมนี้อ่านได้ (รุ่น {VERSION})"
            " โปรดปรับปรุงโปรแกรมก่อน",
        )


def _read_bytes(path: Path) -> bytes:
    """What :func:`parse_case` is to judge: one byte above the cap tells that it is too large."""
    try:
        return first_bytes(
            path,
            MAX_BYTES + 1,
            folder="เป็นโฟลเดอร์ โปรดระบุไฟล์ข้อมูล .json",
            refused="ไม่มีสิทธิ์อ่าน หรือโปรแกรมอื่นใช้อยู่ โปรดปิดโปรแกรมนั้นหรือตรวจสิทธิ์ของไฟล์",
        )
    except UnreadableFileError as error:
        raise CaseFileError(str(error)) from None


def _too_large() -> CaseFileError:
    return CaseFileError(f"ใหญ่เกิน {MAX_BYTES // 1_000_000} MB จึงไม่ใช่ไฟล์ข้อมูลหนึ่งปี โปรดเลือกไฟล์อื่น")
