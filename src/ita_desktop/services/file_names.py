"""Names for the files that the user takes away."""

from __future__ import annotations

from ita_desktop.domain.case import Case
from ita_desktop.domain.paper_kinds import MEMO_RESULTS, memo_of
from ita_desktop.files import safe_name


def memo_file_name(case: Case) -> str:
    """``บันทึกข้อความ อบต.ลานไผ่ ปี 2569 รอบ 6 เดือน.pdf``, fit for any computer.

    Digits are Arabic: they are what people type when they look for a file.
    """
    agency = " ".join((case.agency.short_name or case.agency.name).split())
    months = memo_of(case).round
    parts = [MEMO_RESULTS.stem, agency, f"ปี {case.fiscal_year}"]
    if months is not None:
        parts.append(f"รอบ {int(months)} เดือน")
    return safe_name(" ".join(part for part in parts if part) + ".pdf")
