"""Golden pages: what stands where on the pages of known memos, as text that people can read.

Each line of a file in ``tests/golden`` is a span of a page: x and baseline in pt
from the top left corner, size, font, text. After a change that is meant to move
something, look at the pages, then renew the files and read their difference:

    python -m tests.writers.golden
"""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.memos import a_memo, changed_memo
from tests.writers.reading import spans

import ita_desktop
from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Indicator,
    Measure,
    Result,
    Signatory,
)
from ita_desktop.papers.compose import compose
from ita_desktop.papers.options import PaperOptions
from ita_desktop.services.samples import sample_case
from ita_desktop.writers.render import PaperRenderer

FOLDER = Path(__file__).parent.parent / "golden"

SMALL = Case(
    Agency("เทศบาลตำบลธารงาม", "ทต.ธารงาม", "ลานไผ่", "พะเยา", "กองคลัง"),
    2566,
    Assessment(2565, (Indicator(10, "การป้องกันการทุจริต", Decimal("62.5")),)),
    Analysis(opening="ตามที่เทศบาลตำบลธารงามได้รับผลการประเมินแล้ว นั้น"),
    papers=(
        a_memo(
            subject="รายงานผล",
            number="พย 70101/.....",
            date=date(2023, 4, 5),
            recipient="นายกเทศมนตรีตำบลธารงาม",
            signatories=(Signatory("นายอารี มีสุข", "ผู้อำนวยการกองคลัง"),),
        ),
    ),
)
"""No measures, one signatory: one page."""

LONG = changed_memo(
    SMALL._replace(
        measures=(
            Measure(
                "มาตรการเปิดเผยข้อมูลต่อสาธารณะ",
                guidelines=tuple(f"แนวทางที่ {n} เผยแพร่ข้อมูลให้ประชาชนทราบ" for n in range(1, 19)),
                steps=("แต่งตั้งคณะทำงาน", "เผยแพร่ข้อมูล (Open Data) บน https://www.example.go.th/o42"),
                responsible=("กองคลัง",),
                monitoring="รายงานทุก 3 เดือน",
                results=(Result(details="เผยแพร่แล้ว 12 รายการ", output="บัญชีข้อมูล"),),
            ),
        ),
    ),
    subject="รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
    "ประจำปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน",
    signatories=(
        Signatory("นายอารี มีสุข", "ผู้อำนวยการกองคลัง", note="ผู้รายงาน"),
        Signatory("วีระ ใจงาม", "ปลัดเทศบาล", "ว่าที่ ร.ต.", opinion_heading="ความเห็นของปลัด"),
    ),
)
"""A row over two pages, a subject on two lines, an opinion, a rank."""

CASES = {"sample": sample_case(), "small": SMALL, "long": LONG}


def pages(name: str) -> str:
    """The pages of a known memo in the golden files' form."""
    memo = PaperRenderer().render(compose(CASES[name]), PaperOptions())
    lines = []
    for number, page in enumerate(spans(memo.pdf), start=1):
        lines.append(f"page {number}")
        lines += [f"{s.x:7.1f} {s.y:7.1f} {s.size:5.1f} {s.font:20} {s.text}" for s in page]
    return "\n".join(lines) + "\n"


def environment() -> dict[str, str]:
    """The environment in which another Python finds this checkout's program."""
    return {**os.environ, "PYTHONPATH": str(Path(ita_desktop.__file__).parents[1])}


def stored(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in CASES:
        (FOLDER / f"{each}.txt").write_text(pages(each), encoding="utf-8", newline="\n")
