"""Names of files that the user takes away."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from tests.memos import a_memo
from tests.strategies import cases

from ita_desktop.domain.case import Agency, Assessment, Case, Round
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.files import check_name
from ita_desktop.services.file_names import paper_file_name

CASE = Case(Agency("องค์การบริหารส่วนตำบลลานไผ่", "อบต.ลานไผ่"), 2569, Assessment(2568))


@pytest.mark.parametrize(
    ("months", "end"),
    [(None, ""), (Round.SIX_MONTHS, " รอบ 6 เดือน"), (Round.TWELVE_MONTHS, " รอบ 12 เดือน")],
)
def test_the_name_says_whose_year_and_round_it_is(months: Round | None, end: str) -> None:
    case = CASE._replace(papers=(a_memo(round=months),))
    assert paper_file_name(case, memo_of(case)) == f"บันทึกข้อความ อบต.ลานไผ่ ปี 2569{end}.pdf"


def test_without_a_short_name_the_full_one_serves() -> None:
    case = CASE._replace(agency=CASE.agency._replace(short_name=""))
    assert paper_file_name(case, memo_of(case)) == "บันทึกข้อความ องค์การบริหารส่วนตำบลลานไผ่ ปี 2569.pdf"


@given(cases)
def test_any_name_can_be_given_on_any_computer(case: Case) -> None:
    name = paper_file_name(case, memo_of(case))
    check_name(Path(name))
    assert name.endswith(".pdf")
    assert len(name.encode("utf-8")) <= 255
