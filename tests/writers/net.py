"""The net of coordinates: varied memos, and all that stands on their pages to 0.01 pt.

Each file in ``tests/golden/net`` is one memo: the spans of text (x, baseline, right end of
the ink, size, font, text), the lines and shapes that are drawn, the emblem, the bookmarks,
read from the PDF by PDFium. A change of the program that is not meant to move anything
leaves all of them as they are; after one that is, look at the pages, then renew:

    python -m tests.writers.net
"""

from __future__ import annotations

import ctypes
import shutil
import tempfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from tests.memos import changed_memo
from tests.writers.golden import LONG, SMALL
from tests.writers.made import make
from tests.writers.reading import PAGE_HEIGHT, spans

from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Evidence,
    Indicator,
    Measure,
    Result,
    Round,
    Signatory,
    Status,
)
from ita_desktop.resources import resource_path
from ita_desktop.services.samples import sample_case
from ita_desktop.thai.digits import Digits

FOLDER = Path(__file__).parent.parent / "golden" / "net"

_SENTENCE = "ให้เจ้าหน้าที่ทุกคนปฏิบัติตามมาตรการอย่างเคร่งครัด และรายงานผลต่อผู้บังคับบัญชาทุกเดือน"
_MARKS = (
    "ให้ดำเนินการดังนี้\n- ข้อที่หนึ่งของรายการขีด\n- " + _SENTENCE + "\n"
    "๑. เลขข้อแรก\n๑๐. เลขข้อสองหลัก " + _SENTENCE + "\n"
    "• จุดนำ\n(๑) วงเล็บ\nก) ตัวอักษร\n1) เลขอารบิก\n๑.๑ ข้อย่อย\nจบรายการ"
)


def _measures(count: int, lines: int = 4) -> tuple[Measure, ...]:
    return tuple(
        [
            Measure(
                f"มาตรการที่ {n} ป้องกันการรับสินบน",
                guidelines=tuple([f"แนวทาง {n}.{k} {_SENTENCE}" for k in range(1, lines)]),
                steps=(f"จัดประชุมชี้แจงรุ่นที่ {n}", "ติดตามผลและสรุปบทเรียน"),
                responsible=("สำนักปลัด", "กองคลัง"),
                monitoring=f"รายงานทุก {n} เดือน",
                results=(
                    Result(
                        details=f"ดำเนินการแล้ว {n} ครั้ง {_SENTENCE}",
                        period="1 ต.ค. 2565 - 31 มี.ค. 2566",
                        output=f"ผู้เข้าร่วม {n * 10} คน",
                        outcome="เกิดความเข้าใจ",
                        remark="ตามแผน",
                    ),
                ),
            )
            for n in range(1, count + 1)
        ]
    )


def _signatories(count: int) -> tuple[Signatory, ...]:
    """The first reports, the others have their say."""
    return tuple(
        [
            Signatory(
                f"นายสมมติ คนที่{n}",
                f"ตำแหน่งที่ {n} ซึ่งมีชื่อยาวพอสมควรเพื่อให้ขึ้นบรรทัดใหม่ของหน่วยงานราชการ",
                rank="ว่าที่ร้อยตรี" if n == 3 else "",
                opinion_heading=f"ความเห็นที่ {n}" if n > 1 else "",
                acting_position="รักษาราชการแทน" if n == 2 else "",
            )
            for n in range(1, count + 1)
        ]
    )


def _scored(year: int, shift: int) -> Assessment:
    scores = (91, 84, 88, 85, 86, 87, 83, 81, 92, 62)
    names = [indicator.name for indicator in sample_case().assessment.indicators]
    return Assessment(
        year,
        tuple(
            [
                Indicator(n, name, Decimal(score - shift * (n % 3)) + Decimal("0.25"))
                for n, (name, score) in enumerate(zip(names, scores, strict=True), start=1)
            ]
        ),
    )


_OWN = "คณะกรรมการขับเคลื่อนมาตรการทุ่งดอกจานสีทอง"
_LONG_SUBJECT = "ขอรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสของ" + _OWN * 2

_ONE = SMALL._replace(measures=_measures(1))
_EVIDENCE = (
    Evidence("ภาพถ่ายการประชุม", "https://www.example.go.th/photos/2566/meeting?album=12&page=3"),
    Evidence("รายงาน", file="report_final-2566.pdf"),
)


class NetCase(NamedTuple):
    """A memo of the net; ``look`` are options of the setting."""

    case: Case
    look: dict[str, object] = {}  # noqa: RUF012 - of a named tuple; never changed
    earlier: tuple[Case, ...] = ()


def _lone_font(folder: Path) -> str:
    """A regular font without a bold beside it."""
    font = folder / "Alone.ttf"
    shutil.copy(resource_path("fonts", "th-sarabun-new", "THSarabunNew-Regular.ttf"), font)
    return str(font)


def _with_memo(case: Case, **changes: object) -> Case:
    return changed_memo(case, **changes)


def _with_opening(text: str) -> Case:
    return SMALL._replace(analysis=Analysis(opening=text))


def _with_result(**changes: object) -> Case:
    measure = _ONE.measures[0]
    return _ONE._replace(
        measures=(measure._replace(results=(measure.results[0]._replace(**changes),)),)
    )


CASES: dict[str, NetCase] = {
    "sample": NetCase(sample_case()),
    "none": NetCase(_with_memo(SMALL, signatories=())),
    "one": NetCase(_ONE),
    "many": NetCase(SMALL._replace(measures=_measures(5, 6))),
    "six-signatories": NetCase(_with_memo(_ONE, signatories=_signatories(6))),
    "opinions": NetCase(_with_memo(SMALL, signatories=_signatories(3))),
    "annex": NetCase(
        SMALL._replace(fiscal_year=2568, assessment=_scored(2567, 0)),
        {"annex": True},
        (SMALL._replace(assessment=_scored(2566, 2)), SMALL._replace(assessment=_scored(2565, 4))),
    ),
    "annex-alone": NetCase(
        SMALL._replace(assessment=_scored(2566, 1)), {"annex": True, "font": "sarabun"}
    ),
    "sarabun": NetCase(LONG, {"font": "sarabun"}),
    "lone-font": NetCase(_ONE, {"font": "lone"}),
    "table-12": NetCase(_ONE, {"table_size": 12}),
    "table-16": NetCase(SMALL._replace(measures=_measures(2)), {"table_size": 16}),
    "no-continuation": NetCase(LONG, {"continuation_words": False}),
    "repeat-names": NetCase(LONG, {"repeat_names": True}),
    "as-typed": NetCase(_ONE, {"digits": Digits.AS_TYPED}),
    "long-head": NetCase(
        _with_memo(
            SMALL,
            subject=_LONG_SUBJECT,
            division="งานบริหารทั่วไป " + _OWN * 2,
            recipient="นายกเทศมนตรี " + _OWN * 3,
        )
    ),
    "empty-head": NetCase(_with_memo(SMALL, number="", date=None)),
    "links": NetCase(_with_result(evidence=_EVIDENCE, status=Status.DONE)),
    "marks": NetCase(_with_memo(_with_opening(_MARKS), closing=_MARKS)),
    "marks-in-cells": NetCase(_with_result(details=_MARKS, remark=_MARKS)),
    "own-words": NetCase(
        SMALL._replace(
            agency=Agency(_OWN, "อบต.ทุ่งดอกจานสีทอง", "ลานไผ่", "พะเยา", "กองดอกจานสีทอง"),
            analysis=Analysis(opening=f"ตามที่{_OWN}ได้มอบหมายให้{_OWN}ดำเนินการนั้น {_OWN}ขอรายงาน"),
        )
    ),
    "closing-list": NetCase(
        _with_memo(
            _ONE,
            closing="จึงเรียนมาเพื่อโปรดพิจารณา\n๑. " + _SENTENCE + "\n๒. ลงนามในประกาศ",
            signatories=_signatories(2),
        )
    ),
    "no-glyph": NetCase(_with_opening("ตัวอักษร 漢字 และ ☃ กับ é ที่ไม่มีในแบบอักษร")),
    "long-words": NetCase(
        _with_result(details="ก" * 90 + " " + "W" * 60, output="x" * 40 + "/" + "ที่" * 30)
    ),
    "rounds": NetCase(
        _with_memo(
            _ONE._replace(
                measures=(
                    _ONE.measures[0]._replace(
                        results=tuple(
                            [
                                _ONE.measures[0].results[0]._replace(round=months, status=status)
                                for months, status in (
                                    (Round.SIX_MONTHS, Status.DONE),
                                    (Round.TWELVE_MONTHS, Status.NOT_STARTED),
                                )
                            ]
                        )
                    ),
                )
            ),
            round=None,
        )
    ),
}
"""Each case looks at something of its own; none is longer than that needs."""


def dumped(name: str) -> str:
    """What stands on the pages of a case, as the stored files have it."""
    case, look, earlier = CASES[name]
    with tempfile.TemporaryDirectory() as folder:
        if look.get("font") == "lone":
            look = {**look, "font": _lone_font(Path(folder))}
        pdf = make(case, earlier, **look)
    return pdf_dump(pdf)


def pdf_dump(pdf: bytes) -> str:
    """All that stands on the pages of a PDF, a line of text each."""
    lines: list[str] = []
    with pdfium.PdfDocument(pdf) as document:
        for number, found in enumerate(spans(pdf)):
            page = document[number]
            width, height = page.get_size()
            lines.append(f"page {number + 1} {width:.2f} {height:.2f}")
            lines += [
                f"t {s.x:.2f} {s.y:.2f} {s.right:.2f} {s.size:.2f} {s.font} |{s.text}|"
                for s in found
            ]
            lines += [line for thing in page.get_objects(max_depth=1) for line in _drawn(thing)]
        lines += [
            f"b {entry.level} {entry.get_dest().get_index() + 1} "
            f"{PAGE_HEIGHT - entry.get_dest().get_view()[1][1]:.2f} {entry.get_title()}"
            for entry in document.get_toc()
        ]
    return "\n".join(lines) + "\n"


def _drawn(thing: pdfium.PdfObject) -> Iterator[str]:
    if thing.type == raw.FPDF_PAGEOBJ_TEXT:
        return
    left, low, right, high = thing.get_bounds()
    if thing.type != raw.FPDF_PAGEOBJ_PATH:
        yield f"o {left:.2f} {PAGE_HEIGHT - high:.2f} {right:.2f} {PAGE_HEIGHT - low:.2f}"
        return
    path = thing.raw
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(path, width)
    look = [f"{width.value:.2f}" if stroke.value else "-"]
    if fill.value:
        look.append(_colour(path, raw.FPDFPageObj_GetFillColor))
    if stroke.value:
        look.append(_colour(path, raw.FPDFPageObj_GetStrokeColor))
        look.append(f"d{raw.FPDFPageObj_GetDashCount(path)}")
    segments = list(_segments(path))
    yield f"p {' '.join(look)}"
    for start in range(0, len(segments), 6):
        yield "  " + " ".join(segments[start : start + 6])


def _colour(path: ctypes.c_void_p, ask: Callable[..., int]) -> str:
    parts = [ctypes.c_uint() for _ in range(4)]
    ask(path, *parts)
    return "#" + "".join(f"{part.value:02x}" for part in parts[:3])


def _segments(path: ctypes.c_void_p) -> Iterator[str]:
    x, y = ctypes.c_float(), ctypes.c_float()
    letters = {raw.FPDF_SEGMENT_MOVETO: "M", raw.FPDF_SEGMENT_LINETO: "L"}
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        letter = letters.get(raw.FPDFPathSegment_GetType(segment), "?")
        yield f"{letter}{x.value:.2f},{PAGE_HEIGHT - y.value:.2f}"


def stored(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in CASES:
        (FOLDER / f"{each}.txt").write_text(dumped(each), encoding="utf-8", newline="\n")
