"""Names for the files that the user takes away."""

from __future__ import annotations

from ita_desktop.domain.case import Case, Paper
from ita_desktop.domain.paper_kinds import kind_of
from ita_desktop.files import safe_name


def paper_file_name(case: Case, paper: Paper) -> str:
    """``บันทึกข้อความ อบต.ลานไผ่ ปี 2569 รอบ 6 เดือน.pdf``, fit for any computer.

    Digits are Arabic: they are what people type when they look for a file.
    """
    kind = kind_of(paper)
    agency = " ".join((case.agency.short_name or case.agency.name).split())
    parts = [kind.stem if kind else paper.kind, agency, f"ปี {case.fiscal_year}"]
    if paper.round is not None:
        parts.append(f"รอบ {int(paper.round)} เดือน")
    return safe_name(" ".join(part for part in parts if part) + ".pdf")
