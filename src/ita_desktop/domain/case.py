"""One agency's year as typed, immutable values: what every other part speaks of.

All texts are the user's own and literal: nothing in them is markup. An omitted
text is ``""``, an omitted number or date ``None``. Years are Buddhist-era (BE)
integers; :class:`datetime.date` values are Gregorian (CE), as Python has them.

Beside each field stands its description (:mod:`ita_desktop.domain.description`), from
which the case file, the database, printing, search and all other ways that handle
every field derive. An ``id`` is ``""`` until the program gives one, once and for ever.
"""

import datetime
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated, NamedTuple

from ita_desktop.domain.description import (
    ChoiceField,
    DateField,
    EntriesField,
    IdField,
    IntegerField,
    LineField,
    LinesField,
    Need,
    NextYear,
    NumberField,
    NumbersField,
    PassOrFailField,
    RecordField,
    ScoreField,
    TextField,
    TextsField,
    YearField,
)

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


class PaperState(Enum):
    """How far a paper has come; the values are those of the case file. None is a draft."""

    READY = "ready"
    PRINTED = "printed"
    SIGNED = "signed"
    PUBLISHED = "published"


STATUS_WORDS = {
    Status.DONE: "แล้วเสร็จ",
    Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    Status.NOT_STARTED: "ยังไม่ได้ดำเนินการ",
}
"""A status in words, beside other particulars."""


class Agency(NamedTuple):
    """The local government that is assessed; ``division`` owns the matter."""

    name: Annotated[str, LineField("ชื่อ", need=Need.PAPER)]
    short_name: Annotated[str, LineField("ชื่อย่อ")] = ""
    district: Annotated[str, LineField("อำเภอ")] = ""
    province: Annotated[str, LineField("จังหวัด")] = ""
    division: Annotated[str, LineField("ส่วนราชการ")] = ""
    id: Annotated[str, IdField(next_year=NextYear.KEPT)] = ""


class OitItem(NamedTuple):
    """One item of the public-information instrument (``O42``): 100, 0 or unknown."""

    code: Annotated[str, LineField("รหัสข้อ", need=Need.ALWAYS, literal=True)]
    name: Annotated[str, LineField("ชื่อ")] = ""
    score: Annotated[Decimal | None, PassOrFailField("คะแนน")] = None


class SubIndicator(NamedTuple):
    """A sub-indicator such as ``10.1``; ``score`` is 0–100 or unknown."""

    number: Annotated[str, NumberField("เลขตัวชี้วัดย่อย", need=Need.ALWAYS)]
    name: Annotated[str, LineField("ชื่อ")] = ""
    score: Annotated[Decimal | None, ScoreField("คะแนน")] = None
    items: Annotated[
        tuple[OitItem, ...], EntriesField("รายข้อ", counted="ข้อที่", table="oit_items", key="code")
    ] = ()


class Indicator(NamedTuple):
    """An indicator, numbered 1–99 by its year's framework; ``score`` is 0–100 or unknown."""

    number: Annotated[int, IntegerField("เลขตัวชี้วัด", need=Need.ALWAYS, limits=(1, 99))]
    name: Annotated[str, LineField("ชื่อ")] = ""
    score: Annotated[Decimal | None, ScoreField("คะแนน")] = None
    sub_indicators: Annotated[
        tuple[SubIndicator, ...],
        EntriesField("ตัวชี้วัดย่อย", counted="ตัวชี้วัดย่อยที่", table="sub_indicators", key="number"),
    ] = ()


class Assessment(NamedTuple):
    """The result that is analysed; ``year`` is BE."""

    year: Annotated[
        int,
        YearField(
            "ปีที่ประเมิน",
            need=Need.ALWAYS,
            limits=(2549, 2650),
            next_year=NextYear.SHIFTED,
        ),
    ]
    indicators: Annotated[
        tuple[Indicator, ...],
        EntriesField(
            "ตัวชี้วัด",
            counted="ตัวชี้วัดที่",
            table="indicators",
            key="number",
            next_year=NextYear.CLEARED,
        ),
    ] = ()


class Analysis(NamedTuple):
    """What the agency chose to improve: numbers such as ``10`` or ``10.1``."""

    focus: Annotated[tuple[str, ...], NumbersField("ตัวชี้วัดที่เลือก", next_year=NextYear.CLEARED)] = ()
    opening: Annotated[str, TextField("ย่อหน้าวิเคราะห์", next_year=NextYear.CLEARED)] = ""


class Evidence(NamedTuple):
    """A proof of execution: a link or a file."""

    title: Annotated[str, LineField("ชื่อหลักฐาน")] = ""
    url: Annotated[str, LineField("ที่อยู่เว็บ", literal=True)] = ""
    file: Annotated[str, LineField("ไฟล์หลักฐาน", literal=True)] = ""
    id: Annotated[str, IdField()] = ""

    @property
    def file_name(self) -> str:
        """The name by which a person knows the file: without the folder that is the program's."""
        return self.file.removeprefix(f"{EVIDENCE_FOLDER}/")


class Result(NamedTuple):
    """What was done for a measure; ``round`` None means that it was not stated."""

    round: Annotated[Round | None, ChoiceField("รอบ", next_round=False, says=False)] = None
    details: Annotated[str, TextField("ผลการดำเนินการ")] = ""
    period: Annotated[str, TextField("ระยะเวลา")] = ""
    output: Annotated[str, TextField("ผลผลิต")] = ""
    outcome: Annotated[str, TextField("ผลลัพธ์")] = ""
    remark: Annotated[str, TextField("หมายเหตุ")] = ""
    status: Annotated[Status | None, ChoiceField("สถานะ")] = None
    evidence: Annotated[
        tuple[Evidence, ...], EntriesField("หลักฐาน", counted="หลักฐานที่", table="evidence")
    ] = ()
    id: Annotated[str, IdField()] = ""


class Measure(NamedTuple):
    """A measure (มาตรการ) with how it is carried out and by whom."""

    name: Annotated[
        str, LineField("ชื่อ", need=Need.PAPER, headings=("ชื่อมาตรการ", "มาตรการ", "ประเด็น"))
    ]
    indicators: Annotated[
        tuple[str, ...], NumbersField("ตัวชี้วัด", counted="ตัวชี้วัดที่", headings=("ตัวชี้วัด",))
    ] = ()
    guidelines: Annotated[
        tuple[str, ...], TextsField("แนวทาง", counted="แนวทางที่", headings=("แนวทาง",))
    ] = ()
    steps: Annotated[
        tuple[str, ...], TextsField("ขั้นตอน", counted="ขั้นตอนที่", headings=("ขั้นตอน", "วิธีการ"))
    ] = ()
    responsible: Annotated[
        tuple[str, ...],
        TextsField(
            "ผู้รับผิดชอบ",
            counted="ผู้รับผิดชอบลำดับที่",
            prose=False,
            headings=("ผู้รับผิดชอบ", "หน่วยงาน", "ส่วนราชการ"),
        ),
    ] = ()
    monitoring: Annotated[
        str,
        TextField("การกำกับติดตาม", headings=("การกำกับ", "กำกับ", "การติดตาม", "การรายงาน")),
    ] = ""
    results: Annotated[
        tuple[Result, ...],
        EntriesField(
            "ผลการดำเนินการ",
            counted="ผลรายการที่",
            table="results",
            next_year=NextYear.CLEARED,
        ),
    ] = ()
    id: Annotated[str, IdField()] = ""


class Signatory(NamedTuple):
    """One who signs; ``note`` (ผู้รายงาน) stands behind the position."""

    name: Annotated[str, LineField("ชื่อ", personal=True)] = ""
    position: Annotated[str, TextField("ตำแหน่ง", personal=True)] = ""
    rank: Annotated[str, LineField("ยศ", personal=True)] = ""
    acting_position: Annotated[str, TextField("ตำแหน่งที่รักษาการ", personal=True)] = ""
    note: Annotated[str, LineField("หมายเหตุท้ายตำแหน่ง", personal=True)] = ""
    opinion_heading: Annotated[str, LineField("หัวข้อความเห็น")] = ""
    id: Annotated[str, IdField()] = ""


class OwnText(NamedTuple):
    """A text of a paper that the clerk wrote in place of the composed one.

    ``key`` is the text's slot (``subject``), which the paper's kind names.
    """

    key: Annotated[str, LineField(need=Need.ALWAYS, says=False)]
    text: Annotated[str, TextField(next_year=NextYear.CLEARED_IF_DATED)] = ""


class Paper(NamedTuple):
    """One paper of the year; ``kind`` is the key of its kind (``memo-results``).

    ``round`` None reports all results; ``signatories`` are in signing order. A year may
    have several papers of a kind: two rounds, a corrected announcement.
    """

    kind: Annotated[str, LineField("ชนิดเอกสาร", need=Need.ALWAYS, says=False)]
    round: Annotated[Round | None, ChoiceField("รอบ", next_year=NextYear.FIRST_ROUND)] = None
    number: Annotated[str, LineField("เลขที่หนังสือ", next_year=NextYear.CLEARED)] = ""
    date: Annotated[datetime.date | None, DateField("วันที่", next_year=NextYear.CLEARED)] = None
    state: Annotated[PaperState | None, ChoiceField("สถานะ", next_year=NextYear.CLEARED)] = None
    texts: Annotated[
        tuple[OwnText, ...],
        EntriesField("ข้อความของหน่วยงาน", table="paper_texts", key="key"),
    ] = ()
    signatories: Annotated[
        tuple[Signatory, ...],
        EntriesField("ผู้ลงนาม", counted="ผู้ลงนามลำดับที่", table="signatories"),
    ] = ()
    id: Annotated[str, IdField()] = ""

    def text(self, key: str) -> str:
        """The clerk's own text of a slot; ``""`` where the composed one stands."""
        return next((own.text for own in self.texts if own.key == key), "")

    def with_text(self, key: str, text: str) -> "Paper":
        """The paper with another own text in a slot; an empty one is dropped."""
        others = [own for own in self.texts if own.key != key]
        texts = (*others, OwnText(key, text)) if text else others
        return self._replace(texts=tuple(sorted(texts)))


class Case(NamedTuple):
    """One agency's year: ``fiscal_year`` (BE) is that of the measures.

    ``words`` are the user's own words, which a line never breaks.
    """

    agency: Annotated[Agency, RecordField("หน่วยงาน", need=Need.ALWAYS)]
    fiscal_year: Annotated[
        int, YearField("ปีงบประมาณ", need=Need.ALWAYS, next_year=NextYear.SHIFTED)
    ]
    assessment: Annotated[Assessment, RecordField("ผลประเมิน", need=Need.ALWAYS)]
    analysis: Annotated[Analysis, RecordField("วิเคราะห์ตัวชี้วัด")] = Analysis()
    measures: Annotated[
        tuple[Measure, ...],
        EntriesField("มาตรการ", counted="มาตรการที่", table="measures", need=Need.ALWAYS),
    ] = ()
    papers: Annotated[
        tuple[Paper, ...], EntriesField("เอกสาร", counted="เอกสารที่", table="papers")
    ] = ()
    words: Annotated[tuple[str, ...], LinesField("คำของหน่วยงาน", counted="คำของหน่วยงานลำดับที่")] = ()
    id: Annotated[str, IdField()] = ""
