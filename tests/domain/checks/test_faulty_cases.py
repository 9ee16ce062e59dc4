"""Sound cases with one thing changed: exactly that is told, and at its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from tests.domain.checks.making import (
    DISCRETION,
    NAMES,
    PUBLISHING,
    assessment,
    base,
    in_year,
    moved,
    only,
    told,
    with_measure,
    with_memo,
    with_periods,
    with_result,
    with_score,
)

from ita_desktop.domain.agencies import KINDS
from ita_desktop.domain.case import (
    Analysis,
    Case,
    Evidence,
    OitItem,
    Result,
    Round,
    Signatory,
    Status,
    SubIndicator,
)
from ita_desktop.domain.checks.table import RULES
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.services.checks import check_case, mended

Fault = tuple[str, Case, str, str]
"""What is wrong, the case, and the rule and path that are to be told."""

PERIOD = "measures[0].results[0].period"
OUTCOME = "measures[0].results[0].outcome"
LATE = Round.TWELVE_MONTHS


def faults() -> Iterator[Fault]:
    yield from _periods()
    yield from _dates()
    yield from _addressees()
    yield from _heads()
    yield from _signatories()
    yield from _rounds()
    yield from _measures()
    yield from _units()
    yield from _focuses()
    yield from _results()
    yield from _outcomes()
    yield from _assessments()
    yield from _spellings()


def _year(*periods: str) -> Case:
    """A report on the whole of 2566, written in December of that year."""
    usual = ["ต.ค. ๖๕ – ก.ย. ๖๖", "ม.ค. ๖๖", "ก.พ. ๖๖"]
    usual[: len(periods)] = periods
    return in_year(base(), 2566, months=LATE, day=date(2023, 12, 14), periods=usual)


def _periods() -> Iterator[Fault]:
    outside = "period-outside-fiscal-year"
    for period in (
        "เดือนตุลาคม ๒๕๖๖",
        "กันยายน ๒๕๖๕",
        "ต.ค.๖๖ – พ.ย. ๖๖",
        "ต.ค. 2564 - มี.ค. 2565",
        "ตุลาคม – ธันวาคม ๒๕๖๖",
        "ไตรมาส ๒/๒๕๖๕",
        "ไตรมาส ๑ ปีงบประมาณ ๒๕๖๗",
        "ปีงบประมาณ พ.ศ. ๒๕๖๕",
        "1/10/2566",
        "๓๐ กันยายน ๒๕๖๕",
        "1 ต.ค. 66",
        "กันยายน ๒๕๖๕ – มีนาคม ๒๕๖๖",
        "กันยายน – ตุลาคม ๒๕๖๖",
        "มกราคม ๒๕๖๖\nพฤศจิกายน ๒๕๖๖",
    ):
        yield period, _year(period), outside, PERIOD
    # Another agency, year and measure.
    town = moved(base(), "เทศบาลเมืองธารทอง", "", "นายกเทศมนตรีเมืองธารทอง", "ปลัดเทศบาลเมืองธารทอง")
    town = in_year(
        town,
        2563,
        months=Round.SIX_MONTHS,
        day=date(2020, 3, 27),
        periods=["ต.ค. ๖๒ – มี.ค. ๖๓", "มกราคม ๒๕๖๓", "ธันวาคม ๒๕๖๑"],
    )
    yield "the year before", town, outside, "measures[2].results[0].period"

    after = "period-after-memo"
    half = with_memo(base(), date=date(2023, 3, 10))
    for period in (
        "๑๓ มีนาคม ๒๕๖๖",
        "เมษายน ๒๕๖๖",
        "20 - 24 มี.ค. 66",
        "ก.ค. – ก.ย. ๖๖",
        "ไตรมาส ๔/๒๕๖๖",
    ):
        yield f"after, {period}", with_result(half, 0, period=period, round=None), after, PERIOD
    yield (
        "done before it ends",
        with_result(half, 0, period="มกราคม – มิถุนายน ๒๕๖๖"),
        after,
        PERIOD,
    )
    yield (
        "under way and not begun",
        with_result(half, 0, period="พฤษภาคม ๒๕๖๖", status=Status.IN_PROGRESS),
        after,
        PERIOD,
    )
    late = with_memo(base(), date=date(2023, 6, 15))
    yield "after the round", with_result(late, 0, period="พ.ค. ๖๖"), "period-outside-round", PERIOD
    for period in ("มีนาคม ๒๕๖๖ – ตุลาคม ๒๕๖๕", "31/1/2566 - 1/11/2565", "๑๕ ก.พ. ๖๖ ถึง ๑ ก.พ. ๖๖"):
        yield f"backwards, {period}", with_periods(base(), period), "period-reversed", PERIOD


def _dates() -> Iterator[Fault]:
    details = "measures[1].results[0].details"
    for text in ("ประชุมวันที่ ๓๐ กุมภาพันธ์ ๒๕๖๖", "ประกาศเมื่อ 31 พ.ย. 2565", "๒๙ ก.พ. ๖๖"):
        yield text, with_result(base(), 1, details=text), "date-impossible", details
    for text in ("ประชุมวันจันทร์ที่ ๑ มีนาคม ๒๕๖๖", "เมื่อวันอาทิตย์ที่ 10 มกราคม 2566"):
        yield text, with_result(base(), 1, details=text), "weekday-wrong", details
    common = "year-looks-ce"
    yield (
        "subject",
        with_memo(base(), subject="รายงานผล พ.ศ. 2023 รอบ 6 เดือน"),
        common,
        "papers[0].texts.subject",
    )
    yield (
        "in Thai digits",
        with_memo(base(), subject="รายงานผล ปี ๒๐๒๓"),
        common,
        "papers[0].texts.subject",
    )
    yield "period", with_periods(base(), "มกราคม 2023"), common, PERIOD
    yield "numeric", with_periods(base(), "2022-10-01 – 2023-03-31"), common, PERIOD
    yield "details", with_result(base(), 1, details="ปีงบประมาณ 2023 มี 3 ราย"), common, details
    yield "month in a text", with_result(base(), 1, details="เมื่อ 3 มีนาคม 2023"), common, details
    yield "fiscal year", base()._replace(fiscal_year=2023), common, "fiscal_year"


def _addressees() -> Iterator[Fault]:
    head = "องค์การบริหารส่วนตำบลลานไผ่"
    for written in (
        f"นาย{head}",
        "นายกองค้การบริหารส่วนตำบลลานไผ่",
        "นายกองค์กรบริหารส่วนตำบลลานไผ่",
        "นายกองค์การบริหารส่วนตำบลลานไผ",
        "นายกองค์การบริหารส่วนตำบลลานไผ้",
        "เรียน นายกองค์การบริหารส่วนตำบลดอนแก้ว",
        "นายก อบต.ลานใผ่",
        "นายกเทศมนตรีตำบลลานไผ่",
        "นายกองค์การบริหารส่วนจังหวัดพะเยา",
    ):
        yield (
            written,
            with_memo(base(), recipient=written),
            "addressee-misspelt",
            "papers[0].texts.recipient",
        )
    for kind in KINDS:
        right = f"{kind.head}บ้านสวน"
        case = moved(base(), f"{kind.name}บ้านสวน", "", right, f"{kind.clerk}บ้านสวน")
        wrong = with_memo(case, recipient=right.replace("นายก", "นาย", 1))
        yield kind.name, wrong, "addressee-misspelt", "papers[0].texts.recipient"


def _heads() -> Iterator[Fault]:
    workday = "date-not-a-workday"
    for day in (date(2023, 4, 1), date(2023, 4, 9), date(2023, 4, 6), date(2023, 4, 14)):
        yield str(day), with_memo(base(), date=day), workday, "papers[0].date"
    early = with_memo(with_periods(base(), "", "ม.ค. – มี.ค.", ""), date=date(2022, 4, 5))
    yield "the year before", early, "date-before-year", "papers[0].date"
    yield (
        "another year's subject",
        with_memo(base(), subject="รายงานผล ปี ๒๕๖๓ รอบ ๖ เดือน"),
        "subject-year",
        "papers[0].texts.subject",
    )
    yield (
        "a letter's closing",
        with_memo(base(), closing="จึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ"),
        "letter-closing",
        "papers[0].texts.closing",
    )


def _signatories() -> Iterator[Fault]:
    missing = "signatory-missing"
    people = memo_of(base()).signatories
    yield "nobody", with_memo(base(), signatories=()), missing, "papers[0].signatories"
    yield "empty", with_memo(base(), signatories=(Signatory(),)), missing, "papers[0].signatories"
    yield "no head", with_memo(base(), signatories=people[:3]), missing, "papers[0].signatories"
    nameless = (*people[:2], people[2]._replace(name=" "), people[3])
    yield (
        "no name",
        with_memo(base(), signatories=nameless),
        missing,
        "papers[0].signatories[2].name",
    )
    wrong = people[3]._replace(position="นายกองค์การบริหารส่วนตำบลลานใผ่")
    yield (
        "a misspelt head",
        with_memo(base(), signatories=(*people[:3], wrong)),
        "position-misspelt",
        "papers[0].signatories[3].position",
    )
    wrong = people[2]._replace(position="ปลัดองค์กรบริหารส่วนตำบลลานไผ่")
    yield (
        "a misspelt clerk",
        with_memo(base(), signatories=(*people[:2], wrong, people[3])),
        "position-misspelt",
        "papers[0].signatories[2].position",
    )


def _rounds() -> Iterator[Fault]:
    case = with_memo(base(), subject="รายงานผลการดำเนินการตามมาตรการ ปี ๒๕๖๖", round=None)
    one = with_result(case, 1, round=None)
    yield "one result", one, "round-missing", "measures[1].results[0].round"
    for index in range(3):
        case = with_result(case, index, round=None)
    yield "the whole memo", case, "round-missing", "papers[0].round"
    differs = with_memo(base(), subject="รายงานผล รอบ ๑๒ เดือน ปี ๒๕๖๖")
    yield "another round in the subject", differs, "round-differs", "papers[0].texts.subject"
    early = _year("ต.ค. – ธ.ค. ๖๕", "ม.ค. ๖๖", "ก.พ. ๖๖")
    yield (
        "a round with months to go",
        with_memo(early, date=date(2023, 3, 24)),
        "round-not-over",
        "papers[0].round",
    )


def _measures() -> Iterator[Fault]:
    case = base()
    copied = with_measure(case, 2, steps=case.measures[0].steps)
    yield "steps", copied, "duplicated-steps", "measures[2].steps"
    spaced = tuple(step.replace("ข้อมูล", " ข้อมูล ") + "." for step in case.measures[0].steps)
    yield (
        "steps, spaced",
        with_measure(case, 1, steps=spaced),
        "duplicated-steps",
        "measures[1].steps",
    )
    long = ("ให้ผู้รับผิดชอบจัดทำข้อมูลและเผยแพร่บนเว็บไซต์ของหน่วยงานให้ประชาชนทราบ",)
    single = with_measure(with_measure(case, 0, steps=long), 1, steps=long)
    yield "one long step", single, "duplicated-steps", "measures[1].steps"
    twice = with_measure(case, 2, name="มาตรการ เผยแพร่ข้อมูลต่อสาธารณะ")
    yield "measure", twice, "duplicated-measure", "measures[2].name"
    again = (*case.measures[0].steps, case.measures[0].steps[0])
    yield "step", with_measure(case, 0, steps=again), "repeated-item", "measures[0].steps[3]"
    for key, rule in (
        ("responsible", "measure-without-owner"),
        ("guidelines", "measure-without-guidelines"),
        ("steps", "measure-without-steps"),
    ):
        yield key, with_measure(case, 1, **{key: ()}), rule, f"measures[1].{key}"
        yield f"{key}, blank", with_measure(case, 2, **{key: (" ",)}), rule, f"measures[2].{key}"
    for blank in ("", " \n"):
        yield "name", with_measure(case, 1, name=blank), "measure-without-name", "measures[1].name"
    silent = with_measure(case, 1, monitoring="")
    yield "monitoring", silent, "measure-without-monitoring", "measures[1].monitoring"


def _units() -> Iterator[Fault]:
    for written in (
        "กองคลง",
        "สำนักปลัค",
        "กองการศึกษา ศาสนาและวัฒนธรมม",
        "กองจักรวาล",
        "สำนักจักรวาล",
        "กองช่างง",
    ):
        owners = ("สำนักปลัด", written)
        case = with_measure(base(), 1, responsible=owners)
        yield written, case, "unknown-unit", "measures[1].responsible[1]"


def _focuses() -> Iterator[Fault]:
    rule = "focus-without-measure"
    case = base()._replace(analysis=Analysis(("10.1", "8", "10.2")))
    yield "a chosen indicator", case, rule, "analysis.focus[1]"
    case = base()._replace(analysis=Analysis(("9", "5")), measures=(PUBLISHING,))
    yield "another", case, rule, "analysis.focus[1]"
    case = base()._replace(analysis=Analysis(("10",)), measures=())
    yield "no measures at all", case, rule, "analysis.focus[0]"
    unserved = base()._replace(analysis=Analysis(), measures=(PUBLISHING,))
    yield "the lowest", unserved, rule, "analysis.focus"
    case = with_measure(base(), 2, indicators=("10.2", "6", "9.7"))
    yield "no such part", case, "indicator-unknown", "measures[2].indicators[2]"


def _results() -> Iterator[Fault]:
    missing = "no-result-for-measure"
    yield "none", with_measure(base(), 1, results=()), missing, "measures[1].results"
    yield "another round's", with_result(base(), 1, round=LATE), missing, "measures[1].results"
    blank = Result(None, "", " ")
    yield "blank", with_measure(base(), 2, results=(blank,)), missing, "measures[2].results"

    status = "measures[2].results[0].status"
    denied = with_result(base(), 2, status=Status.DONE, remark="อยู่ระหว่างดำเนินการ")
    yield "denied", denied, "status-contradicted", status
    begun = with_result(base(), 2, status=Status.NOT_STARTED)
    yield "not begun", begun, "status-contradicted", status
    long = "จัดทำบัญชีข้อมูล มอบหมายผู้ดูแล ตรวจสอบหน้าเว็บไซต์ทุกเดือน และแก้ไขหน้าที่เปิดไม่ได้ ๓๑ หน้า"
    case = with_result(base(), 0, details=long)
    copied = case.measures[0].results[0]
    yield (
        "copied",
        with_result(case, 1, details=copied.details, output=copied.output, outcome=copied.outcome),
        "duplicated-result",
        "measures[1].results[0].details",
    )
    conflict = DISCRETION._replace(name="มาตรการป้องกันการขัดกันระหว่างผลประโยชน์ส่วนตนกับส่วนรวม")
    called = base()._replace(measures=(*base().measures[:2], conflict))
    yield (
        "two names",
        with_result(called, 2, output="มาตรการป้องกันการขัดกันระหว่างผลประโยชน์ส่วนตัวกับส่วนรวม"),
        "measure-named-differently",
        "measures[2].results[0].output",
    )
    for url in (
        r"C:\งาน\a.pdf",
        "file:///home/a.pdf",
        "http://localhost/a",
        "https://a.example/ก ข",
        "เว็บ",
    ):
        case = with_result(base(), 0, evidence=(Evidence("ก", url),))
        yield url, case, "evidence-link", "measures[0].results[0].evidence[0].url"


def _outcomes() -> Iterator[Fault]:
    for outcome in (
        "รายงานผลการดำเนินงานตามมาตรการเผยแพร่ข้อมูลต่อสาธารณะ\n-รอบ ๖ เดือน\n-รอบ ๑๒ เดือน",
        "รายงานผล ๑ ฉบับ",
        "มีรายงานผลการดำเนินงาน ปี ๒๕๖๖",
        "จัดทำรายงานเสนอผู้บริหาร",
        "- รายงานผล รอบ 6 เดือน",
        "สรุปผลการดำเนินงาน",
        "รายงานผลการดำเนินการ ณ วันที่ ๓๑ มีนาคม ๒๕๖๖",
        "รายงานผลตาม O35",
        "ผู้บริหารได้รับรายงานผลการดำเนินงาน",
        "หน่วยงานมีรายงานผลตามมาตรการ",
        "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ",
        "คู่มือการปฏิบัติงาน ๑ เล่ม",
        "คำสั่งแต่งตั้งคณะทำงาน จำนวน 1 ฉบับ",
    ):
        yield outcome, with_result(base(), 0, outcome=outcome), "outcome-is-a-report", OUTCOME
    yield (
        "repeated",
        with_result(base(), 0, outcome="ข้อมูลบนเว็บไซต์  31 รายการ".replace("31", "๓๑")),
        "outcome-repeats-output",
        OUTCOME,
    )
    yield "none at the end", with_result(_year(), 0, outcome=""), "outcome-missing", OUTCOME


def _assessments() -> Iterator[Fault]:
    case, indicators = base(), "assessment.indicators"
    for number in (1, 8, 10):
        yield f"no {number}", with_score(case, number, score=None), "scores-incomplete", indicators
    few = case._replace(assessment=case.assessment._replace(indicators=()))
    yield "no scores", few, "scores-incomplete", indicators
    few = case._replace(
        assessment=case.assessment._replace(indicators=case.assessment.indicators[9:])
    )
    yield "only the lowest", few, "scores-incomplete", indicators

    subs = (SubIndicator("10.1", score=Decimal(75)), SubIndicator("10.2", score=Decimal(50)))
    wrong = with_score(case, 10, sub_indicators=subs)
    yield "an indicator", wrong, "total-mismatch", "assessment.indicators[9].score"
    items = tuple(OitItem(f"O{n}", score=Decimal(100)) for n in (42, 43))
    wrong = with_score(
        case,
        10,
        score=Decimal("62.5"),
        sub_indicators=(subs[0], subs[1]._replace(items=items)),
    )
    path = "assessment.indicators[9].sub_indicators[1].score"
    assert ("total-mismatch", path) in told(wrong)  # and with it the indicator's own
    opening = "ผลการประเมินปี ๒๕๖๕ คะแนนรวม ๘๙.๔๙ คะแนน"
    wrong = case._replace(analysis=case.analysis._replace(opening=opening))
    yield "a told total", wrong, "total-mismatch", "analysis.opening"
    opening = "ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต ได้คะแนน ๖๕.๗๘"
    wrong = case._replace(analysis=case.analysis._replace(opening=opening))
    yield "a told score", wrong, "score-told-otherwise", "analysis.opening"

    twice = case.assessment.indicators[4]._replace(number=4, name=NAMES[3])
    listed = (*case.assessment.indicators, twice)
    wrong = case._replace(assessment=case.assessment._replace(indicators=listed))
    assert ("score-listed-twice", "assessment.indicators[10].number") in told(wrong)
    misplaced = with_score(case, 1, sub_indicators=(SubIndicator("9.1"),))
    path = "assessment.indicators[0].sub_indicators[0].number"
    yield "under another", misplaced, "score-listed-twice", path
    renamed = with_score(case, 9, name="การป้องกันการทุจริต")
    yield "another's name", renamed, "indicator-name", "assessment.indicators[8].name"
    for year in (2567, 2563):
        old = case._replace(assessment=assessment(year))
        old = with_memo(old, subject="รายงานผลการดำเนินการ รอบ ๖ เดือน")
        yield f"result of {year}", old, "assessment-year", "assessment.year"


def _spellings() -> Iterator[Fault]:
    path = "measures[1].guidelines[0]"
    for text, rule in (
        ("ไม่รับของขวัญและของก ำนัล", "broken-spacing"),
        ("แจ้งประชาชนใ ห้ทราบ", "broken-spacing"),
        ("น\u0e4d\u0e32ส่งคืนทุกครั้ง", "broken-spacing"),
        ("เเจ้งทุกครั้ง", "broken-spacing"),
        ("ไม่รับ      ของขวัญ", "broken-spacing"),
        ("ประกาศให้ประ ชาชนทราบ", "broken-spacing"),
        ("จัดทำมาตร การให้ชัดเจน", "broken-spacing"),
        ("ภายใน ๓ วัน ถึง 15 วัน", "mixed-digits"),
        ("ปี ๒5๖๖", "mixed-digits"),
        ("ตามกฏหมาย", "word-misspelt"),
        ("เผยแพร่บนเวปไซต์", "word-misspelt"),
        ("จำนวน ........... ราย", "placeholder-left"),
        ("ผู้รับผิดชอบ (ระบุชื่อ)", "placeholder-left"),
        ("โครงการ XXX", "placeholder-left"),
        ("กำหนดบทบาทของเจ้าหน้าที่ให้ครอบคลุมถึง", "unfinished-text"),
        ("ไม่รับของขวัญ และ", "unfinished-text"),
        ("ไม่รับของขวัญ" * 1000, "text-too-long"),
    ):
        yield text, with_measure(base(), 1, guidelines=(text,)), rule, path
    agency = base().agency._replace(district="ดอน แก้ ว".replace("แก้ ว", "แก ้ว"))
    wide = with_measure(base(), 2, name="มาตรการตรวจสอบ  การใช้ดุลพินิจ")
    yield "a gap in a name", wide, "broken-spacing", "measures[2].name"
    yield "agency", base()._replace(agency=agency), "broken-spacing", "agency.district"


FAULTS = list(faults())


@pytest.mark.parametrize(
    ("case", "rule", "path"),
    [fault[1:] for fault in FAULTS],
    ids=[f"{fault[2]}: {fault[0][:40]!r}" for fault in FAULTS],
)
def test_exactly_the_fault_is_told(case: Case, rule: str, path: str) -> None:
    assert told(case) == [(rule, path)]


def test_every_rule_has_a_fault_that_it_tells() -> None:
    assert {rule.id for rule in RULES} == {fault[2] for fault in FAULTS}


@pytest.mark.parametrize("case", [fault[1] for fault in FAULTS])
def test_a_message_is_one_short_thai_sentence(case: Case) -> None:
    message = only(case).message

    assert message.isprintable()
    assert any("\u0e01" <= letter <= "\u0e2e" for letter in message)
    assert len(message) < 260
    assert not any(digit in message for digit in "0123456789") or "“" in message


FIXABLE = [fault[1] for fault in FAULTS if any(found.fix for found in check_case(fault[1]))]


@pytest.mark.parametrize("case", FIXABLE)
def test_a_fix_mends_its_fault_and_makes_no_other(case: Case) -> None:
    assert told(mended(case, only(case))) == []
