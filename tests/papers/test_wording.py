"""The program's own words: addresses, years and rounds, and sentences for every kind of data."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from tests.strategies import cases

from ita_desktop.domain.case import Agency, Assessment, Case, Indicator, Measure, Round
from ita_desktop.domain.focus import FocusPoint, focus_points
from ita_desktop.papers import wording

AGENCY = Agency("เทศบาลตำบลลานไผ่", "ทต.ลานไผ่", "ธารงาม", "พะเยา", "กองยุทธศาสตร์และงบประมาณ")


def case(*scores: str | None, measures: bool = True) -> Case:
    names = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ")
    indicators = tuple(
        Indicator(number, names[number - 1], None if score is None else Decimal(score))
        for number, score in enumerate(scores, start=1)
    )
    listed = (Measure("มาตรการเปิดเผยข้อมูล"),) if measures else ()
    return Case(AGENCY, 2566, Assessment(2565, indicators), measures=listed)


def opening(given_case: Case) -> str:
    return wording.opening(given_case, focus_points(given_case))


@pytest.mark.parametrize(
    ("name", "chief"),
    [
        ("องค์การบริหารส่วนตำบลลานไผ่", "นายกองค์การบริหารส่วนตำบลลานไผ่"),
        ("องค์การบริหารส่วนจังหวัดพะเยา", "นายกองค์การบริหารส่วนจังหวัดพะเยา"),
        ("เทศบาลตำบลลานไผ่", "นายกเทศมนตรีตำบลลานไผ่"),
        ("เทศบาลเมืองลานไผ่", "นายกเทศมนตรีเมืองลานไผ่"),
        ("เทศบาลนครลานไผ่", "นายกเทศมนตรีนครลานไผ่"),
        ("อบต.ลานไผ่", "นายกองค์การบริหารส่วนตำบลลานไผ่"),
        ("อบต. ลานไผ่", "นายกองค์การบริหารส่วนตำบลลานไผ่"),
        ("ทม.ลานไผ่", "นายกเทศมนตรีเมืองลานไผ่"),
        ("เมืองพัทยา", "นายกเมืองพัทยา"),
        ("อำเภอธารงาม", "นายอำเภอธารงาม"),
        ("โรงเรียนธารงามวิทยา", "ผู้อำนวยการโรงเรียนธารงามวิทยา"),
        ("สหกรณ์ลานไผ่", "ผู้บริหารสหกรณ์ลานไผ่"),
    ],
)
def test_the_memo_goes_to_the_head_of_the_agency(name: str, chief: str) -> None:
    assert wording.recipient(Agency(name)) == chief


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        ("สำนักปลัด", "สำนักปลัดเทศบาลตำบลลานไผ่"),
        ("กองคลัง", "กองคลัง เทศบาลตำบลลานไผ่"),
        ("กองคลังเทศบาลตำบลลานไผ่", "กองคลังเทศบาลตำบลลานไผ่"),
        ("", "เทศบาลตำบลลานไผ่"),
    ],
)
def test_the_unit_and_the_agency_stand_in_the_head(unit: str, printed: str) -> None:
    assert wording.division(AGENCY._replace(division=unit)) == printed


@pytest.mark.parametrize(
    ("district", "province", "printed"),
    [
        ("ธารงาม", "พะเยา", "เทศบาลตำบลลานไผ่ อำเภอธารงาม จังหวัดพะเยา"),
        ("อำเภอธารงาม", "จังหวัดพะเยา", "เทศบาลตำบลลานไผ่ อำเภอธารงาม จังหวัดพะเยา"),
        ("", "พะเยา", "เทศบาลตำบลลานไผ่ จังหวัดพะเยา"),
        ("ธารงาม", "", "เทศบาลตำบลลานไผ่ อำเภอธารงาม"),
        ("", "", "เทศบาลตำบลลานไผ่"),
        ("บางรัก", "กรุงเทพมหานคร", "เทศบาลตำบลลานไผ่ เขตบางรัก กรุงเทพมหานคร"),
    ],
)
def test_the_place_reads_well_whatever_is_known(district: str, province: str, printed: str) -> None:
    agency = AGENCY._replace(district=district, province=province)
    assert wording.place(agency) == printed


def test_a_provinces_own_agency_does_not_name_it_twice() -> None:
    agency = Agency("องค์การบริหารส่วนจังหวัดพะเยา", province="พะเยา")
    assert wording.place(agency) == "องค์การบริหารส่วนจังหวัดพะเยา"


def test_the_opening_names_the_scores_and_the_lowest() -> None:
    assert opening(case("91.5", "62", "80.255")) == (
        "ตามที่เทศบาลตำบลลานไผ่ ได้เข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
        "ของหน่วยงานภาครัฐ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ นั้น "
        "กองยุทธศาสตร์และงบประมาณได้วิเคราะห์ผลการประเมินดังกล่าวแล้ว "
        "ปรากฏผลคะแนนรายตัวชี้วัด คือ ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ๙๑.๕๐ คะแนน "
        "ตัวชี้วัดที่ ๒ การใช้งบประมาณ ๖๒.๐๐ คะแนน "
        "และตัวชี้วัดที่ ๓ การใช้อำนาจ ๘๐.๒๖ คะแนน "
        "ในจำนวนนี้ ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ ตัวชี้วัดที่ ๒ การใช้งบประมาณ "
        "ซึ่งได้คะแนน ๖๒.๐๐ "
        "จึงได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ เพื่อปรับปรุงและพัฒนาการดำเนินงานในตัวชี้วัด ดังต่อไปนี้"
    )


def test_ties_are_named_together() -> None:
    assert (
        "ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ และตัวชี้วัดที่ ๒ การใช้งบประมาณ ซึ่งได้คะแนน ๖๒.๐๐ เท่ากัน"
    ) in opening(case("62", "62", "80"))


def test_all_alike_have_no_lowest() -> None:
    text = opening(case("80", "80"))
    assert "ได้คะแนนเท่ากัน ๘๐.๐๐" in text
    assert "ต่ำสุด" not in text


def test_one_score_is_not_called_the_lowest() -> None:
    text = opening(case(None, "62", None))
    assert "ปรากฏว่าตัวชี้วัดที่ ๒ การใช้งบประมาณ ได้คะแนน ๖๒.๐๐ จึงได้กำหนด" in text
    assert "ต่ำสุด" not in text


def test_without_scores_neither_scores_nor_analysis_nor_a_list_are_claimed() -> None:
    text = opening(case(None))
    assert "คะแนน" not in text
    assert "วิเคราะห์" not in text
    assert text.endswith(
        " นั้น จึงได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ "
        "เพื่อยกระดับคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานอย่างต่อเนื่อง"
    )


def test_full_scores_are_to_be_kept() -> None:
    text = opening(case("100", "100"))
    assert "ได้คะแนนเท่ากัน ๑๐๐.๐๐" in text
    assert "เพื่อรักษาและยกระดับคุณธรรม" in text


def test_without_measures_none_is_claimed() -> None:
    text = opening(case("62", "80", measures=False))
    assert "กำหนดมาตรการ" not in text
    assert text.endswith("จึงเห็นควรปรับปรุงและพัฒนาการดำเนินงานในตัวชี้วัด ดังต่อไปนี้")


def test_without_a_unit_the_sentence_stands_on_its_own() -> None:
    nameless = case("62")._replace(agency=AGENCY._replace(division=""))
    assert " นั้น ได้มีการวิเคราะห์ผลการประเมินดังกล่าวแล้ว ปรากฏว่า" in opening(nameless)


@pytest.mark.parametrize(
    ("months", "subject_end", "when"),
    [
        (None, "พ.ศ. ๒๕๖๖", "พ.ศ. ๒๕๖๖ โดย"),
        (Round.SIX_MONTHS, "๒๕๖๖ รอบ ๖ เดือน", "รอบ ๖ เดือน (ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖) โดย"),
        (Round.TWELVE_MONTHS, "๒๕๖๖ รอบ ๑๒ เดือน", "รอบ ๑๒ เดือน (ตุลาคม ๒๕๖๕ – กันยายน ๒๕๖๖) โดย"),
    ],
)
def test_the_round_is_said(months: Round | None, subject_end: str, when: str) -> None:
    assert wording.subject(case(), months).endswith(subject_end)
    assert when in wording.results_intro(case(), months, begun=True)


def test_what_has_not_begun_is_not_called_done() -> None:
    assert "ได้ดำเนินการ" not in wording.results_intro(case(), None, begun=False)


def test_a_focus_line_has_label_number_and_name() -> None:
    assert wording.focus_line(FocusPoint("10", "ก")) == "ตัวชี้วัดที่ ๑๐ ก"
    assert wording.focus_line(FocusPoint("10.1", "ก")) == "ตัวชี้วัดย่อยที่ ๑๐.๑ ก"
    assert wording.focus_line(FocusPoint("7")) == "ตัวชี้วัดที่ ๗"


@given(cases)
def test_a_list_is_announced_exactly_where_one_follows(any_case: Case) -> None:
    plain = any_case._replace(agency=AGENCY, assessment=case("62", None, "70").assessment)
    points = focus_points(plain)
    assert wording.opening(plain, points).endswith("ดังต่อไปนี้") == bool(points)
