"""What the program would write into the fields of a paper that the user leaves empty."""

from __future__ import annotations

from collections.abc import Mapping

from ita_desktop.domain.agencies import local_government
from ita_desktop.domain.case import Agency, Case, Paper, Signatory
from ita_desktop.papers import wording
from ita_desktop.papers.normalise import normalised
from ita_desktop.papers.registry import recipe_for
from ita_desktop.thai.digits import Digits


def composed_texts(case: Case, paper: Paper, digits: Digits = Digits.THAI) -> Mapping[str, str]:
    """The text of each slot of *paper* that stands there where it has none of its own."""
    return recipe_for(paper.kind).texts(*normalised(case, paper, digits))


def usual_signatories(agency: Agency) -> tuple[Signatory, ...]:
    """Four who usually sign, in order, without names: the reporter, the head of the unit,
    the clerk and the chief executive with their opinions.
    """
    government = local_government(agency.name)
    chief = wording.recipient(agency)
    clerk = government.clerk if government else f"รอง{chief}"
    clerk_kind = government.kind.clerk if government else clerk
    chief_kind = government.kind.head if government else chief
    return (
        Signatory(position="นักวิเคราะห์นโยบายและแผน", note="ผู้รายงาน"),
        Signatory(position=_head_of(agency.division)),
        Signatory(position=clerk, opinion_heading=f"ความเห็นของ{clerk_kind}"),
        Signatory(position=chief, opinion_heading=f"ความเห็นของ{chief_kind}"),
    )


def _head_of(division: str) -> str:
    """What the head of a unit is called: กอง and สำนัก have directors, สำนักปลัด a head."""
    unit = division.strip()
    if unit.startswith(("กอง", "ศูนย์", "สถาน", "สำนัก")) and not unit.startswith("สำนักปลัด"):
        return f"ผู้อำนวยการ{unit}"
    return f"หัวหน้า{unit or 'สำนักปลัด'}"
