"""The opening that follows from the scores and from the choice."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from tests.strategies import cases

from ita_desktop.domain.case import Agency, Analysis, Assessment, Case
from ita_desktop.domain.score_parts import with_focus, with_scores
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import ItemList, Paragraph
from ita_desktop.services.assessment import parts_of
from ita_desktop.services.focus import opening_of
from ita_desktop.services.known_scores import known_case
from ita_desktop.services.samples import sample_case

EMPTY = Case(Agency("อบต.ตัวอย่าง"), 2566, Assessment(2565))
PARTS = parts_of(EMPTY)


def test_without_a_choice_it_is_the_lowest() -> None:
    case = with_scores(EMPTY, PARTS, {"1": Decimal(90), "2": Decimal(80)})
    opening = opening_of(case)
    assert opening.numbers == ("2",)
    assert opening.lines == ("ตัวชี้วัดที่ ๒ การใช้งบประมาณ",)
    assert "ต่ำสุด คือ ตัวชี้วัดที่ ๒" in opening.composed


def test_what_follows_from_items_counts_as_entered() -> None:
    items = {f"O{number}": Decimal(0) for number in range(34, 44)}
    case = with_scores(EMPTY, PARTS, {"1": Decimal(90), **items})
    assert opening_of(case).numbers == ("10", "10.1", "10.2")


def test_a_choice_is_named_and_leads_the_text_to_it() -> None:
    case = with_focus(EMPTY, PARTS, ["10.2"])
    opening = opening_of(case)
    assert opening.lines == ("ตัวชี้วัดย่อยที่ ๑๐.๒ มาตรการภายในเพื่อป้องกันการทุจริต",)
    assert opening.composed.endswith("ดังต่อไปนี้")


def test_the_users_own_words_do_not_change_what_is_composed() -> None:
    case = sample_case()
    own = case._replace(analysis=case.analysis._replace(opening="ข้อความของเรา"))
    assert opening_of(own) == opening_of(case)


@given(cases)
@settings(max_examples=40)
def test_it_is_what_the_memo_prints(case: Case) -> None:
    case = case._replace(analysis=Analysis(case.analysis.focus))
    opening = opening_of(case)
    blocks = compose(known_case(case)).blocks
    assert blocks[0] == Paragraph(opening.composed)
    if opening.lines:
        listed = blocks[1]
        assert isinstance(listed, ItemList)
        assert tuple(item.text for item in listed.items) == opening.lines
