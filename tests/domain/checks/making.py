"""Made-up cases that a careful colleague would let pass, each in a style of its own.

Agencies, persons and figures are invented. Faulty cases are sound ones with one thing
changed, so that exactly that may be told of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from tests.memos import a_memo, changed_memo

from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Evidence,
    Indicator,
    Measure,
    OitItem,
    Result,
    Round,
    Signatory,
    Status,
    SubIndicator,
)
from ita_desktop.domain.checks.finding import Finding
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.services.checks import check_case

NAMES = (
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงระบบการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
)
SCORES = ("93.21", "88.40", "90.07", "86.55", "87.31", "84.62", "82.09", "79.87", "91.75", "68.75")

PUBLISHING = Measure(
    "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ",
    indicators=("9", "7"),
    guidelines=("กำหนดผู้ดูแลข้อมูลแต่ละรายการ", "ปรับปรุงข้อมูลบนเว็บไซต์ให้เป็นปัจจุบันอยู่เสมอ"),
    steps=("สำรวจข้อมูลที่ต้องเปิดเผย", "นำข้อมูลขึ้นเว็บไซต์", "ตรวจสอบทุกเดือน"),
    responsible=("สำนักปลัด",),
    monitoring="รายงานผู้บริหารทุกไตรมาส",
    results=(
        Result(
            Round.SIX_MONTHS,
            details="ปรับปรุงข้อมูลบนเว็บไซต์ ๓๑ รายการ",
            period="ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖",
            output="ข้อมูลบนเว็บไซต์ ๓๑ รายการ",
            outcome="ข้อมูลที่เป็นปัจจุบันเพิ่มจากร้อยละ ๖๔ เป็นร้อยละ ๙๖",
            status=Status.DONE,
            evidence=(Evidence("หน้าข้อมูล", "https://lanphai.example/data"),),
        ),
    ),
)
BRIBERY = Measure(
    "มาตรการป้องกันการรับสินบน",
    indicators=("10.1", "3"),
    guidelines=("ไม่รับของขวัญจากการปฏิบัติหน้าที่ทุกกรณี",),
    steps=("ประกาศเจตนารมณ์ต่อเจ้าหน้าที่ทุกคน", "แจ้งคู่สัญญาทุกรายเป็นหนังสือ"),
    responsible=("สำนักปลัด", "กองคลัง"),
    monitoring="สรุปทะเบียนการส่งคืนของขวัญทุกเดือน",
    results=(
        Result(
            Round.SIX_MONTHS,
            details="ประกาศเจตนารมณ์และแจ้งคู่สัญญา ๑๘ ราย",
            period="มกราคม ๒๕๖๖",
            output="ประกาศ ๑ ฉบับ หนังสือแจ้งคู่สัญญา ๑๘ ฉบับ",
            outcome="มีการส่งคืนของขวัญ ๕ ครั้ง",
            status=Status.DONE,
        ),
    ),
)
DISCRETION = Measure(
    "มาตรการตรวจสอบการใช้ดุลพินิจ",
    indicators=("10.2", "6"),
    guidelines=("เปิดเผยเกณฑ์การพิจารณาให้ผู้ยื่นคำขอทราบล่วงหน้า",),
    steps=("รวบรวมงานที่ใช้ดุลพินิจ", "จัดทำเกณฑ์การพิจารณา", "สุ่มทบทวนคำสั่ง"),
    responsible=("กองช่าง",),
    monitoring="รายงานผลการทบทวนคำสั่งทุกไตรมาส",
    results=(
        Result(
            Round.SIX_MONTHS,
            details="ทบทวนคำสั่งอนุญาต ๒๒ ฉบับ",
            period="ธันวาคม ๒๕๖๕ – กุมภาพันธ์ ๒๕๖๖",
            output="รายงานการทบทวน ๑ ฉบับ",
            outcome="เวลาพิจารณาลดจาก ๒๘ วัน เหลือ ๑๗ วัน",
            remark="จะทบทวนเพิ่มในรอบ ๑๒ เดือน",
            status=Status.IN_PROGRESS,
        ),
    ),
)


def assessment(year: int, scores: tuple[str | None, ...] = SCORES) -> Assessment:
    """All ten indicators with the year's usual names."""
    return Assessment(
        year,
        tuple(
            Indicator(number, name, None if score is None else Decimal(score))
            for number, (name, score) in enumerate(zip(NAMES, scores, strict=True), start=1)
        ),
    )


def signing(head: str, clerk: str) -> tuple[Signatory, ...]:
    return (
        Signatory("นางสาวใบเตย หอมละมุน", "นักวิเคราะห์นโยบายและแผนปฏิบัติการ", note="ผู้รายงาน"),
        Signatory("นายตะวัน ทองแท้", "หัวหน้าสำนักปลัด"),
        Signatory("มาลี ศรีสุข", clerk, rank="ว่าที่ ร.ต.หญิง", opinion_heading="ความเห็นของปลัด"),
        Signatory("นายภูผา แสงจันทร์", head, opinion_heading="ความเห็นของนายก"),
    )


def base() -> Case:
    """An อบต. that reports six months of 2566."""
    place = "องค์การบริหารส่วนตำบลลานไผ่"
    return Case(
        Agency(place, "อบต.ลานไผ่", "ดอนแก้ว", "พะเยา", "สำนักปลัด"),
        2566,
        assessment(2565),
        Analysis(("10.1", "10.2")),
        (PUBLISHING, BRIBERY, DISCRETION),
        (
            a_memo(
                subject="รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน",
                division=f"สำนักปลัด {place}",
                number="พย ๗๑๒๐๑/.....",
                date=date(2023, 4, 5),
                recipient=f"นายก{place}",
                round=Round.SIX_MONTHS,
                signatories=signing(f"นายก{place}", f"ปลัด{place}"),
            ),
        ),
    )


# --- changing a case --------------------------------------------------------------------------


def with_memo(case: Case, **fields: object) -> Case:
    return changed_memo(case, **fields)  # type: ignore[arg-type]


def with_measure(case: Case, index: int = 0, **fields: object) -> Case:
    measures = list(case.measures)
    measures[index] = measures[index]._replace(**fields)  # type: ignore[arg-type]
    return case._replace(measures=tuple(measures))


def with_result(case: Case, index: int = 0, **fields: object) -> Case:
    result = case.measures[index].results[0]._replace(**fields)  # type: ignore[arg-type]
    return with_measure(case, index, results=(result,))


def with_periods(case: Case, *periods: str) -> Case:
    """Each measure's period, in their order."""
    for index, period in enumerate(periods):
        case = with_result(case, index, period=period)
    return case


def with_score(case: Case, number: int, **fields: object) -> Case:
    indicators = [
        i._replace(**fields) if i.number == number else i  # type: ignore[arg-type]
        for i in case.assessment.indicators
    ]
    return case._replace(assessment=case.assessment._replace(indicators=tuple(indicators)))


def moved(case: Case, name: str, short: str, head: str, clerk: str) -> Case:
    """The case as another agency's."""
    return with_memo(
        case._replace(agency=case.agency._replace(name=name, short_name=short)),
        division=f"สำนักปลัด {name}",
        recipient=head,
        signatories=signing(head, clerk),
    )


def in_year(case: Case, year: int, *, months: Round | None, day: date, periods: list[str]) -> Case:
    """The case in another year, of another round."""
    case = case._replace(fiscal_year=year, assessment=assessment(year - 1))
    case = with_memo(case, round=months, date=day, subject="รายงานผลการดำเนินการตามมาตรการ")
    case = with_periods(case, *periods)
    for index in range(len(case.measures)):
        case = with_result(case, index, round=months, remark="")
    return case


# --- what is told of it -----------------------------------------------------------------------


def told(case: Case) -> list[tuple[str, str]]:
    """Rules and paths of all findings."""
    return [(finding.rule, finding.path) for finding in check_case(case)]


def only(case: Case) -> Finding:
    """The one finding of a case."""
    (finding,) = check_case(case)
    return finding


# --- sound cases ----------------------------------------------------------------------------------


def sound_cases() -> Iterator[tuple[str, Case]]:
    """Cases of which nothing is to be told, by what is particular of each."""
    yield "plain", base()
    yield from _agencies()
    yield from _times()
    yield from _memos()
    yield from _reports()
    yield from _texts()
    yield from _scores()


def _agencies() -> Iterator[tuple[str, Case]]:
    case = base()
    for kind, short, head, clerk in (
        ("เทศบาลตำบล", "ทต.", "นายกเทศมนตรีตำบล", "ปลัดเทศบาลตำบล"),
        ("เทศบาลเมือง", "ทม.", "นายกเทศมนตรีเมือง", "ปลัดเทศบาลเมือง"),
        ("เทศบาลนคร", "ทน.", "นายกเทศมนตรีนคร", "ปลัดเทศบาลนคร"),
        ("องค์การบริหารส่วนจังหวัด", "อบจ.", "นายกองค์การบริหารส่วนจังหวัด", "ปลัด อบจ."),
    ):
        place = "ธารทอง"
        yield kind, moved(case, kind + place, short + place, head + place, clerk + place)
    yield (
        "short names",
        moved(case, "อบต.ลานไผ่", "อบต.ลานไผ่", "นายก อบต.ลานไผ่", "ปลัด อบต.ลานไผ่"),
    )
    yield (
        "titles without the place",
        moved(case, "เทศบาลตำบลธารทอง", "ทต.ธารทอง", "นายกเทศมนตรี", "ปลัดเทศบาล"),
    )
    yield (
        "district in the name",
        moved(
            case,
            "องค์การบริหารส่วนตำบลท่าทราย อำเภอดอนแก้ว",
            "อบต.ท่าทราย",
            "นายกองค์การบริหารส่วนตำบลท่าทราย",
            "ปลัดองค์การบริหารส่วนตำบลท่าทราย",
        ),
    )
    yield (
        "head of town by its place alone",
        with_memo(
            moved(case, "เทศบาลตำบลธารทอง", "", "นายกเทศมนตรีตำบลธารทอง", "ปลัดเทศบาลตำบลธารทอง"),
            recipient="นายกเทศมนตรีธารทอง",
        ),
    )
    department = moved(case, "กรมการลอยกระทง", "", "อธิบดีกรมการลอยกระทง", "รองอธิบดีกรมการลอยกระทง")
    yield (
        "an office of the state",
        with_measure(department, responsible=("กองโคมลอย", "กลุ่มงานจริยธรรม")),
    )
    yield (
        "many kinds of owners",
        with_measure(
            case,
            responsible=(
                "ทุกส่วนราชการ",
                "งานพัสดุ กองคลัง",
                "กองการศึกษาฯ",
                "กองสาธารณสุข และสิ่งแวดล้อม",
                "สำนักปลัด/กองช่าง",
                "กองยุทธศาสตร์ฯ และกองคลัง",
                "คณะทำงาน ITA",
                "ผู้อำนวยการกองช่าง",
                "นิติกรชำนาญการ",
                "หน่วยตรวจสอบภายใน",
                "ศูนย์พัฒนาเด็กเล็กบ้านดอน",
                "สำนักปลัด อบต.ลานไผ่",
                "ฝ่ายอำนวยการ",
                "กองทุนหลักประกันสุขภาพ",
                "กองสวัสดิการฯ",
                "กองแผนงาน",
                "โรงเรียนอนุบาลลานไผ่",
            ),
        ),
    )


def _times() -> Iterator[tuple[str, Case]]:
    case = base()
    half_year = {
        "short months": ["ต.ค.๖๗ – มี.ค.๖๘", "ม.ค. ๖๘", "ธ.ค. ๖๗-ก.พ. ๖๘"],
        "Arabic digits": ["ต.ค. 2567 - มี.ค. 2568", "ม.ค. 2568", "1 ธ.ค. 67 - 28 ก.พ. 68"],
        "year once": ["ตุลาคม – มีนาคม ๒๕๖๘", "เดือนมกราคม ๒๕๖๘", "ธันวาคม ถึง กุมภาพันธ์ ๒๕๖๘"],
        "quarters": ["ไตรมาส ๑ - ๒/๒๕๖๘", "ไตรมาสที่ ๒ ปีงบประมาณ ๒๕๖๘", "ไตรมาส ๒/๒๕๖๘"],
        "fiscal year": ["ปีงบประมาณ พ.ศ. ๒๕๖๘", "ปีงบประมาณ ๒๕๖๘", "ปี ๒๕๖๘"],
        "numeric": ["1/10/2567 – 31/3/2568", "๑๕/๑/๒๕๖๘", "01/12/67-28/02/68"],
        "days": ["๑ ตุลาคม ๒๕๖๗ – ๓๑ มีนาคม ๒๕๖๘", "๑๓–๑๗ มกราคม ๒๕๖๘", "วันที่ ๒ เดือนธันวาคม ๒๕๖๗"],
        "several": ["ตุลาคม, ธันวาคม ๒๕๖๗ และมีนาคม ๒๕๖๘", "๙ ม.ค. ๖๘\n๒๓ ม.ค. ๖๘", "ต.ค.–พ.ย. ๖๗"],
        "no year": ["ตุลาคม – มีนาคม", "ทุกวันจันทร์แรกของเดือน", "ตลอดปี"],
        "round in words": ["รอบ ๖ เดือน (ต.ค.๖๗-มี.ค.๖๘)", "รอบ ๖ เดือน ตุลาคม ๒๕๖๗ – มีนาคม ๒๕๖๘", ""],
        "open": ["ตั้งแต่เดือนตุลาคม ๒๕๖๗ เป็นต้นไป", "ตั้งแต่ปี ๒๕๖๗ เป็นต้นมา", "ภายใน ๓๑ มีนาคม ๒๕๖๘"],
    }
    for name, periods in half_year.items():
        yield (
            f"half-year, {name}",
            in_year(case, 2568, months=Round.SIX_MONTHS, day=date(2025, 3, 31), periods=periods),
        )
    whole_year = {
        "months": ["ตุลาคม ๒๕๖๓ – กันยายน ๒๕๖๔", "สิงหาคม ๒๕๖๔", "ต.ค. – ก.ย. ๖๔"],
        "quarters": ["ไตรมาส ๑–๔/๒๕๖๔", "ไตรมาส ๓/๒๕๖๔", "ไตรมาสที่ ๔ (ก.ค.-ก.ย. ๖๔)"],
        "edges": ["๑ ตุลาคม ๒๕๖๓", "๓๐ กันยายน ๒๕๖๔", "1 ต.ค. 63 ถึง 30 ก.ย. 64"],
    }
    for name, periods in whole_year.items():
        yield (
            f"whole year, {name}",
            in_year(case, 2564, months=Round.TWELVE_MONTHS, day=date(2021, 10, 8), periods=periods),
        )
    yield (
        "last year's twelve months, told in the next year",
        in_year(
            case,
            2567,
            months=Round.TWELVE_MONTHS,
            day=date(2025, 3, 14),
            periods=["ต.ค. ๖๖ – ก.ย. ๖๗", "มิ.ย. ๖๗", "ปีงบประมาณ ๒๕๖๗"],
        ),
    )
    yield (
        "twelve months told in September",
        in_year(
            case,
            2569,
            months=Round.TWELVE_MONTHS,
            day=date(2026, 9, 15),
            periods=["ต.ค. ๖๘ – ก.ย. ๖๙", "ส.ค. ๖๙", "ไตรมาส ๔/๒๕๖๙"],
        ),
    )
    planned = with_result(case, 0, status=Status.NOT_STARTED, period="มิถุนายน ๒๕๖๖", outcome="")
    yield (
        "what has not begun lies ahead",
        with_measure(planned, 0, results=(planned.measures[0].results[0]._replace(round=None),)),
    )
    yield (
        "under way beyond the memo",
        with_result(case, 2, round=None, period="ธันวาคม ๒๕๖๕ – กรกฎาคม ๒๕๖๖"),
    )
    yield "a schedule for the whole year", with_result(case, 0, period="ต.ค. ๖๕ – ก.ย. ๖๖")
    yield "dated on the last working day of a round", with_memo(case, date=date(2023, 3, 31))
    yield "not dated yet", with_memo(case, date=None)
    yield (
        "the songkran that was put off",
        in_year(
            case,
            2563,
            months=Round.SIX_MONTHS,
            day=date(2020, 4, 14),
            periods=["ต.ค. ๖๒ – มี.ค. ๖๓", "ม.ค. ๖๓", "ก.พ. ๖๓"],
        ),
    )


def _memos() -> Iterator[tuple[str, Case]]:
    case = base()
    both = case
    for index, period in enumerate(("ส.ค. ๖๖", "เม.ย. – ก.ย. ๖๖", "ก.ค. ๖๖")):
        first = case.measures[index].results[0]
        later = first._replace(round=Round.TWELVE_MONTHS, period=period, details=f"ขยายผล {index}")
        both = with_measure(both, index, results=(first, later))
    yield "both rounds in the file, the first told", both
    yield (
        "both rounds told",
        with_memo(
            both, round=None, date=date(2023, 10, 6), subject="รายงานผลการดำเนินการตามมาตรการ"
        ),
    )
    unsaid = case
    for index in range(3):
        unsaid = with_result(unsaid, index, round=None)
    yield "the round said in the subject alone", with_memo(unsaid, round=None)
    yield (
        "the round said in the introduction alone",
        with_memo(
            unsaid,
            round=None,
            subject="รายงานผลการดำเนินการตามมาตรการ",
            results_intro="ผลการดำเนินการ รอบ 6 เดือน มีดังนี้",
        ),
    )
    yield "the round said by the memo alone", unsaid
    yield "subject composed", with_memo(case, subject="")
    yield (
        "subject with the year of the result, too",
        with_memo(case, subject="ผลการประเมิน ITA ปี ๒๕๖๕ และรายงานผลการดำเนินการ ปี ๒๕๖๖"),
    )
    plan = case
    for index in range(3):
        plan = with_measure(plan, index, results=())
    plan = with_memo(
        plan,
        round=None,
        date=date(2022, 11, 24),
        subject="ขออนุมัติมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. ๒๕๖๖",
    )
    yield "a plan at the year's start", plan
    yield (
        "measures alone, no memo yet",
        plan._replace(papers=(a_memo(signatories=memo_of(case).signatories),)),
    )
    yield (
        "an analysis without measures",
        with_memo(
            plan._replace(measures=(), analysis=Analysis(opening="ได้วิเคราะห์ผลการประเมินแล้ว")),
            subject="รายงานการวิเคราะห์ผลการประเมิน ปี ๒๕๖๕",
        ),
    )
    yield (
        "addressed through the clerk",
        with_memo(case, recipient="นายกองค์การบริหารส่วนตำบลลานไผ่ (ผ่านปลัดองค์การบริหารส่วนตำบล)"),
    )
    yield "addressed in short", with_memo(case, recipient="นายก อบต. ลานไผ่")
    yield "addressed to the clerk", with_memo(case, recipient="ปลัดองค์การบริหารส่วนตำบลลานไผ่")
    yield "addressed to the district", with_memo(case, recipient="นายอำเภอดอนแก้ว")
    yield "addressee composed", with_memo(case, recipient="")
    acting = (
        memo_of(case).signatories[0],
        Signatory("นายเมฆ ลอยลม", "ผู้อำนวยการกองคลัง"),
        Signatory("นายสายชล ใจเย็น", "รองปลัด อบต.ลานไผ่", acting_position="รักษาราชการแทนปลัด อบต."),
        Signatory(
            "นางดาว พราวฟ้า",
            "รองนายกองค์การบริหารส่วนตำบลลานไผ่",
            acting_position="ปฏิบัติราชการแทน\nนายกองค์การบริหารส่วนตำบลลานไผ่",
        ),
    )
    yield "others act for them", with_memo(case, signatories=acting)
    clerk = "ปลัดองค์การบริหารส่วนตำบลลานไผ่ ปฏิบัติหน้าที่\nนายกองค์การบริหารส่วนตำบลลานไผ่"
    yield (
        "the clerk is the head",
        with_memo(case, signatories=(memo_of(case).signatories[0], Signatory("มาลี ศรีสุข", clerk))),
    )
    yield (
        "an entry nobody filled in",
        with_memo(case, signatories=(*memo_of(case).signatories, Signatory())),
    )
    yield (
        "names with wide gaps",
        with_memo(case, signatories=signing("นายก อบต.ลานไผ่", "ปลัดองค์การบริหารส่วนตำบล")),
    )


def _reports() -> Iterator[tuple[str, Case]]:
    case = base()
    for index, outcome in enumerate(
        (
            "รายงานผล ๑ ฉบับ\nเรื่องร้องเรียนลดลงจากปีก่อน",
            "รายงานความเสี่ยงที่พบลดลงกึ่งหนึ่ง",
            "ไม่มีเรื่องร้องเรียน",
            "ประชาชนเชื่อมั่นในการทำงานมากขึ้น",
            "ประชาชนเข้าถึงข้อมูลได้อย่างทั่วถึง",
            "ผู้รับบริการพึงพอใจร้อยละ ๙๒.๔",
            "ระบบรายงานออนไลน์มีผู้ใช้ ๒๑๐ คน",
            "รายงานการทุจริตเป็นศูนย์ จาก ๒ เรื่องในปีก่อน",
            "เจ้าหน้าที่รายงานของขวัญที่ได้รับ ๑๔ รายการ",
            "ประกาศราคากลางทุกโครงการ ผู้เสนอราคาเพิ่มเป็น ๔ ราย",
            "-",
            "",
        )
    ):
        yield f"outcome {index}", with_result(case, 0, outcome=outcome)
    shared = ("แต่งตั้งคณะทำงาน", "ประกาศให้เจ้าหน้าที่และประชาชนทราบ", "เผยแพร่บนเว็บไซต์ของหน่วยงาน")
    steps = case
    for index, first in enumerate(("จัดทำผังข้อมูล", "จัดทำประกาศ", "จัดทำเกณฑ์การพิจารณา")):
        steps = with_measure(steps, index, steps=(first, *shared[1:]))
    yield "steps that measures share but for the first", steps
    yield (
        "one short step in common",
        with_measure(with_measure(case, 0, steps=("รายงานผล",)), 1, steps=("รายงานผล",)),
    )
    yield (
        "the measure named with more words",
        with_result(case, 1, details="จัดทำมาตรการป้องกันการรับสินบน (เผยแพร่แล้ว) และแจ้งคู่สัญญา ๓ ราย"),
    )
    yield (
        "another measure named",
        with_result(case, 0, details="เผยแพร่มาตรการป้องกันการรับสินบนบนเว็บไซต์ ๑ รายการ"),
    )
    yield (
        "a file and a bare address as evidence",
        with_result(
            case,
            0,
            evidence=(
                Evidence("ภาพ", file="ภาพ 1.pdf"),
                Evidence("", "www.lanphai.example/ก ข".replace(" ", "")),
            ),
        ),
    )
    yield (
        "in progress, and the remark says so",
        with_result(case, 2, remark="อยู่ระหว่างดำเนินการในส่วนที่เหลือ"),
    )
    same = case
    for index in range(3):
        same = with_result(
            same, index, details="ดำเนินการแล้ว", output="ผลผลิต ๑ รายการ", outcome="เพิ่มร้อยละ ๕"
        )
    yield "short results in the same words", same
    more = "อยู่ระหว่างดำเนินการขยายผลไปยังหมู่บ้านอื่น"
    yield "done, and more to come", with_result(case, 0, remark=more)
    hoped = (
        case.measures[0]
        .results[0]
        ._replace(
            status=Status.NOT_STARTED, outcome="คาดว่าจะเพิ่มเป็นร้อยละ ๙๐", period="ก.ค. ๖๖", round=None
        )
    )
    yield "not begun, with a hope", with_measure(case, 0, results=(hoped,))
    yield "results that state no status", with_result(case, 0, status=None)


def _texts() -> Iterator[tuple[str, Case]]:
    case = base()
    for index, text in enumerate(
        (
            "ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐ มาตรา ๙",
            "มาตรฐาน ISO 27001:2013 และระบบ COVID-19 รุ่น v1.2 จำนวน ๓ ระบบ",
            "เป้าหมายการพัฒนาที่ยั่งยืน ปี 2030 และ ค.ศ. 2025",
            "ติดต่อ โทร. 0-5455-1234 หรือสายด่วน ๑๒ ช่องทาง",
            "ดู https://lanphai.example/2566/a.pdf ข้อ ๓",
            "ตามหนังสือที่ มท 0810.6/ว 2145 ลงวันที่ ๑๑ มกราคม ๒๕๖๖",
            "ข้อมูล O35 และ O42 รวม ๒ ข้อ",
            "ร้อยละ ๑๐๐ ของโครงการ (๑๒ โครงการ) ภายใน ๓๐ วัน",
            "จัดประชุมครั้งที่ ๓๑ กุมภาพันธ์ ๒๕๖๖",
            "ประชุมวันพุธที่ ๑ มีนาคม ๒๕๖๖ และวันศุกร์ที่ ๓๑ มีนาคม ๒๕๖๖",
            "แผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๖๖ – ๒๕๗๐)",
            "เว้นวรรคใหญ่  สองเคาะ  ระหว่างประโยค",
            "ใช้แบบ ก.พ. และ ก.ค.ศ. ตามที่ ก.อบต. กำหนด",
            "น้ำดื่ม ค่ำ ต่ำ จำนำ สำเร็จ ๆ ฯลฯ",
            "ประชาชนสามารถเข้าถึง",
            "กำหนดหลักเกณฑ์และวิธีการกำกับ",
            "หมู่บ้านดอน แก้ว นาย ก และนางสาวใบเตย หอมละมุน ร่วมกับ สำนัก ปลัด",
            "ปรากฏตามกฎหมาย กฎ และระเบียบ ผูกพันบุคลากรทุกคน",
            "ครอบคลุม Website และ Facebook Page ๓ ช่องทาง",
        )
    ):
        yield f"text {index}", with_measure(case, 1, guidelines=(text,))
        yield f"details {index}", with_result(case, 1, details=text)
    leading = ("กำหนดบทบาทของผู้บริหาร ดังนี้", "- ประพฤติตนเป็นแบบอย่าง", "- กำกับผู้ใต้บังคับบัญชา")
    yield "a guideline that leads to a list", with_measure(case, 1, guidelines=leading)
    yield (
        "Arabic digits throughout",
        with_measure(
            with_result(case, 0, details="ปรับปรุง 31 รายการ ปี 2566", outcome="เพิ่มจาก 64 เป็น 96"),
            0,
            monitoring="ตรวจทุกวันที่ 5",
        ),
    )
    yield (
        "an opening with scores",
        case._replace(
            analysis=Analysis(
                ("10",),
                "ผลการประเมิน ปี ๒๕๖๕ คะแนนรวม ๘๓.๔๙ คะแนน เพิ่มขึ้นจากปี ๒๕๖๔ ซึ่งได้คะแนนรวม ๗๐.๑๒ "
                "ค่าเฉลี่ยของจังหวัดได้คะแนนรวม ๘๖.๑๑ โดยตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต ได้คะแนน ๖๘.๗๕ ดังนี้",
            )
        ),
    )


def _scores() -> Iterator[tuple[str, Case]]:
    case = base()
    yield "no focus chosen", case._replace(analysis=Analysis())
    yield (
        "no measure says what it serves",
        case._replace(measures=tuple(measure._replace(indicators=()) for measure in case.measures)),
    )
    yield "a part is served with its whole", case._replace(analysis=Analysis(("10", "9.2", "7")))
    subs = (
        SubIndicator("10.1", "การดำเนินการเพื่อป้องกันการทุจริต", Decimal("87.5")),
        SubIndicator("10.2", "มาตรการภายในเพื่อป้องกันการทุจริต", Decimal(50)),
    )
    yield "sub-indicators", with_score(case, 10, sub_indicators=subs)
    yield "sub-indicators alone", with_score(case, 10, score=None, sub_indicators=subs)
    items = tuple(OitItem(f"O{n}", score=Decimal(0 if n == 43 else 100)) for n in (42, 43))
    yield "items", with_score(case, 10, sub_indicators=(subs[0], subs[1]._replace(items=items)))
    lost = (OitItem("O43", score=Decimal(0)),)
    yield (
        "only the lost items",
        with_score(case, 10, sub_indicators=(subs[0], subs[1]._replace(items=lost))),
    )
    yield (
        "parts whose scores are not known",
        with_score(case, 10, sub_indicators=tuple(sub._replace(score=None) for sub in subs)),
    )
    yield (
        "a part in two decimals",
        with_score(case, 10, score=Decimal("68.76"), sub_indicators=subs),
    )
    yield (
        "a year no framework tells of",
        case._replace(
            fiscal_year=2600,
            assessment=assessment(2599),
            measures=(),
            papers=(a_memo(signatories=memo_of(case).signatories),),
            analysis=Analysis(),
        ),
    )
