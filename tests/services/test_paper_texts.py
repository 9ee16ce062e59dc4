"""The composed texts are those that the memo prints; the usual signatories fit the agency."""

from __future__ import annotations

import pytest
from tests.memos import changed_memo

from ita_desktop.domain.case import Agency, Case
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import Heading, Paragraph
from ita_desktop.services.paper_texts import composed_texts, usual_signatories
from ita_desktop.services.samples import sample_case


def emptied(case: Case) -> Case:
    keys = ("subject", "division", "recipient", "measures_heading", "results_intro", "closing")
    return changed_memo(case, **dict.fromkeys(keys, ""))


def test_what_is_offered_is_what_the_memo_prints() -> None:
    case = emptied(sample_case())
    texts, document = composed_texts(case, memo_of(case)), compose(case)
    head = document.head
    for key in ("division", "subject", "recipient"):
        assert texts[key] == getattr(head, key).text
    printed = [b.text for b in document.blocks if isinstance(b, Heading | Paragraph)]
    assert {texts[key] for key in ("measures_heading", "results_intro", "closing")} <= set(printed)


def test_nothing_is_offered_above_results_that_are_not_there() -> None:
    case = emptied(sample_case())
    bare = case._replace(measures=tuple(one._replace(results=()) for one in case.measures))
    assert composed_texts(bare, memo_of(bare))["results_intro"] == ""


@pytest.mark.parametrize(
    ("agency", "positions"),
    [
        (
            Agency("องค์การบริหารส่วนตำบลลานไผ่", division="สำนักปลัด"),
            ("หัวหน้าสำนักปลัด", "ปลัดองค์การบริหารส่วนตำบลลานไผ่", "นายกองค์การบริหารส่วนตำบลลานไผ่"),
        ),
        (
            Agency("เทศบาลเมืองลานไผ่", division="กองคลัง"),
            ("ผู้อำนวยการกองคลัง", "ปลัดเทศบาลเมืองลานไผ่", "นายกเทศมนตรีเมืองลานไผ่"),
        ),
        (
            Agency("กรมลานไผ่", division="กลุ่มงานจริยธรรม"),
            ("หัวหน้ากลุ่มงานจริยธรรม", "รองอธิบดีกรมลานไผ่", "อธิบดีกรมลานไผ่"),
        ),
    ],
)
def test_the_usual_signatories_bear_the_titles_of_the_agency(
    agency: Agency, positions: tuple[str, ...]
) -> None:
    reporter, *others = usual_signatories(agency)
    assert reporter.note == "ผู้รายงาน"
    assert tuple(one.position for one in others) == positions
    assert [bool(one.opinion_heading) for one in others] == [False, True, True]
    assert not any(one.name for one in (reporter, *others))
