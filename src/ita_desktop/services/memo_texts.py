"""What the program would write into the fields of a memo that the user leaves empty."""

from __future__ import annotations

from typing import NamedTuple

from ita_desktop.domain.agencies import local_government
from ita_desktop.domain.case import Agency, Case, Signatory, Status
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.papers import wording
from ita_desktop.papers.compose import shown_results
from ita_desktop.papers.normalise import normalised_case
from ita_desktop.thai.digits import Digits


class MemoTexts(NamedTuple):
    """The composed texts, named as the slots of the memo's kind."""

    division: str
    subject: str
    recipient: str
    measures_heading: str
    results_intro: str
    closing: str


def composed_texts(case: Case, digits: Digits = Digits.THAI) -> MemoTexts:
    """The texts that stand in the memo wherever *case* has none of its own."""
    case = normalised_case(case, digits)
    months = memo_of(case).round
    results = [result for measure in case.measures for result in shown_results(measure, months)]
    begun = any(result.status is not Status.NOT_STARTED for result in results)
    return MemoTexts(
        division=wording.division(case.agency),
        subject=wording.subject(case),
        recipient=wording.recipient(case.agency),
        measures_heading=wording.measures_heading(case),
        results_intro=wording.results_intro(case, begun=begun) if results else "",
        closing=wording.CLOSING,
    )


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
