"""The words that the program itself puts into a memo: official Thai, from the data.

Every text that comes in is printed already (:mod:`ita_desktop.papers.normalise`);
numbers and years that the program adds are always in Thai digits. Forms of
address and of the memo's parts follow ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ
พ.ศ. ๒๕๒๖ and the use of local governments.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ita_desktop.domain.agencies import KINDS
from ita_desktop.domain.case import STATUS_WORDS, Agency, Case, Indicator, Round, Status
from ita_desktop.domain.focus import FocusPoint, lowest_indicators, published_scores
from ita_desktop.papers.document import Labelled, MemoHead
from ita_desktop.thai.dates import round_span_words, round_words
from ita_desktop.thai.digits import thai_number, thai_score

_ASSESSMENT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
_PROGRAMME = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"

TITLE = "บันทึกข้อความ"
_TITLE_BEFORE_DATE = "บันทึก"
"""The date's label stands under the letter that follows this part of the title."""

CLOSING = "จึงเรียนมาเพื่อโปรดทราบ"
EVIDENCE = "หลักฐาน"
NOT_REPORTED = "ยังไม่มีรายงานผลการดำเนินงาน"
RESULTS_TITLE = "ผลการดำเนินการตามมาตรการ"

STATUS_DETAILS = STATUS_WORDS | {Status.DONE: "ดำเนินการแล้วเสร็จ"}
"""The status where it stands for the particulars."""

# How an agency's name begins and the title of its head, to which the place is added.
# The first that fits counts.
_HEADS = {start: kind.head for kind in KINDS for start in (kind.name, kind.short)} | {
    "เทศบาล": "นายกเทศมนตรี",
    "เมืองพัทยา": "นายกเมืองพัทยา",
    "กรุงเทพมหานคร": "ผู้ว่าราชการกรุงเทพมหานคร",
    "จังหวัด": "ผู้ว่าราชการจังหวัด",
    "อำเภอ": "นายอำเภอ",
    "กรม": "อธิบดีกรม",
    "กระทรวง": "ปลัดกระทรวง",
    "มหาวิทยาลัย": "อธิการบดีมหาวิทยาลัย",
    "โรงเรียน": "ผู้อำนวยการโรงเรียน",
    "โรงพยาบาล": "ผู้อำนวยการโรงพยาบาล",
}
_OTHER_HEAD = "ผู้บริหาร"


def memo_head(*, division: str, number: str, date: str, subject: str, recipient: str) -> MemoHead:
    """A memo's head with its labels; what is empty is left to the pen."""
    return MemoHead(
        title=TITLE,
        before_date=_TITLE_BEFORE_DATE,
        division=Labelled("ส่วนราชการ", division),
        number=Labelled("ที่", number),
        date=Labelled("วันที่", date),
        subject=Labelled("เรื่อง", subject),
        recipient=Labelled("เรียน", recipient),
    )


def kind_and_place(name: str) -> tuple[str, str]:
    """An agency's name in two: ``องค์การบริหารส่วนตำบล`` and the place; unknown kind ``""``."""
    for kind in _HEADS:
        if name.startswith(kind):
            return kind, name[len(kind) :].strip()
    return "", name


def recipient(agency: Agency) -> str:
    """The chief executive to whom the memo goes, by the kind of agency."""
    kind, place = kind_and_place(agency.name)
    return _HEADS.get(kind, _OTHER_HEAD) + place


def division(agency: Agency) -> str:
    """The text after ส่วนราชการ: the unit that owns the matter, then the agency."""
    if not agency.division or agency.name in agency.division:
        return agency.division or agency.name
    # สำนักปลัด and the agency read as one name, other units keep their own.
    gap = "" if agency.division.endswith("สำนักปลัด") else " "
    return f"{agency.division}{gap}{agency.name}"


def subject(case: Case, months: Round | None) -> str:
    """The subject of a report of the fiscal year, with its round where one is set."""
    return f"รายงานผลการดำเนินการตาม{_PROGRAMME} {_year_and_round(case, months, span=False)}"


def measures_heading(case: Case) -> str:
    """The line above the table of measures."""
    return f"{_PROGRAMME} {_of_year(case.fiscal_year)}"


def focus_line(point: FocusPoint) -> str:
    """``ตัวชี้วัดย่อยที่ ๑๐.๑ ชื่อ`` or ``ตัวชี้วัดที่ ๑๐ ชื่อ``."""
    label = "ตัวชี้วัดย่อยที่" if point.is_sub_indicator else "ตัวชี้วัดที่"
    return f"{label} {thai_number(point.number)} {point.name}".rstrip()


def opening(case: Case, points: Sequence[FocusPoint]) -> str:
    """The first paragraph: the year's assessment, its scores, and what follows from them.

    It leads to the list of ``points`` where there are any. No score is named that
    is not known, and nothing is called lowest where only one is known.
    """
    parts = [f"ตามที่{case.agency.name} ได้เข้ารับ{_ASSESSMENT} {_of_year(case.assessment.year)} นั้น"]
    findings = _findings(case)
    if findings or points:
        # Without either there is no sign that anything was analysed.
        unit = case.agency.division
        analysed = f"{unit}ได้วิเคราะห์" if unit else "ได้มีการวิเคราะห์"
        parts += [f"{analysed}ผลการประเมินดังกล่าวแล้ว", *findings]
    parts.append(_consequence(case, has_points=bool(points), has_scores=bool(findings)))
    return " ".join(parts)


def _findings(case: Case) -> list[str]:
    """What the known scores show, sentence by sentence; nothing where none is known."""
    scored = published_scores(case.assessment)
    if not scored:
        return []
    lowest = lowest_indicators(case.assessment)
    low = min(score for _, score in scored)
    if len(lowest) == len(scored):
        # One score, or all alike: there is no lowest among them.
        alike = "เท่ากัน" if len(scored) > 1 else ""
        return [f"ปรากฏว่า{_names(lowest)} ได้คะแนน{alike} {thai_score(low)}"]
    each = _listed([_scored(indicator, score) for indicator, score in scored])
    alike = " เท่ากัน" if len(lowest) > 1 else ""
    return [
        f"ปรากฏผลคะแนนรายตัวชี้วัด คือ {each}",
        f"ในจำนวนนี้ ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ {_names(lowest)} ซึ่งได้คะแนน {thai_score(low)}{alike}",
    ]


def _consequence(case: Case, *, has_points: bool, has_scores: bool) -> str:
    decided = "จึงเห็นควร"
    if case.measures:
        decided = f"จึงได้กำหนด{_PROGRAMME} {_of_year(case.fiscal_year)} เพื่อ"
    if has_points:
        return f"{decided}ปรับปรุงและพัฒนาการดำเนินงานในตัวชี้วัด ดังต่อไปนี้"
    kept = "รักษาและ" if has_scores else ""
    return f"{decided}{kept}ยกระดับคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานอย่างต่อเนื่อง"


def results_intro(case: Case, months: Round | None, *, begun: bool) -> str:
    """The paragraph above the results; ``begun`` says that some measure is under way."""
    when = _year_and_round(case, months, span=True)
    if begun:
        return (
            f"บัดนี้ {place(case.agency)} ได้ดำเนินการตามมาตรการดังกล่าว {when} "
            "โดยมีรายละเอียดผลการดำเนินการ ดังนี้"
        )
    return f"บัดนี้ {place(case.agency)} ขอรายงานผลการดำเนินการตามมาตรการดังกล่าว {when} ดังนี้"


def no_results(case: Case, months: Round | None) -> str:
    """What stands in place of the results' table while nothing is reported."""
    when = _year_and_round(case, months, span=True)
    return (
        f"ทั้งนี้ {place(case.agency)} ยังไม่มีรายงานผลการดำเนินการตามมาตรการดังกล่าว {when} "
        "และจะรายงานให้ทราบเมื่อได้ดำเนินการแล้ว"
    )


def no_measures(case: Case) -> str:
    """What stands in place of both tables while no measure is set."""
    return (
        f"ทั้งนี้ {place(case.agency)} ยังไม่ได้กำหนด{_PROGRAMME} "
        f"{_of_year(case.fiscal_year)} จึงยังไม่มีผลการดำเนินการที่จะรายงาน"
    )


def place(agency: Agency) -> str:
    """The agency with its district and province, as far as they are known."""
    parts = [agency.name]
    if agency.district:
        parts.append(district(agency))
    if agency.province and f"จังหวัด{agency.province}" not in agency.name:
        parts.append(province(agency))
    return " ".join(parts)


def district(agency: Agency) -> str:
    """``อำเภอ…``, or ``เขต…`` in Bangkok; a label that was typed is not doubled."""
    label = "เขต" if agency.province.startswith("กรุงเทพ") else "อำเภอ"
    return _labelled(label, agency.district, ("อำเภอ", "กิ่งอำเภอ", "เขต", "อ."))


def province(agency: Agency) -> str:
    """``จังหวัด…``; a label that was typed is not doubled, and Bangkok has none."""
    return _labelled("จังหวัด", agency.province, ("จังหวัด", "กรุงเทพ", "จ."))


def _labelled(label: str, name: str, labels: tuple[str, ...]) -> str:
    return name if name.startswith(labels) else label + name


def _of_year(year: int) -> str:
    return f"ประจำปีงบประมาณ พ.ศ. {thai_number(year)}"


def _year_and_round(case: Case, months: Round | None, *, span: bool) -> str:
    words = _of_year(case.fiscal_year)
    if months is None:
        return words
    words = f"{words} {round_words(months)}"
    return f"{words} ({round_span_words(case.fiscal_year, months)})" if span else words


def _indicator(indicator: Indicator) -> str:
    return f"ตัวชี้วัดที่ {thai_number(indicator.number)} {indicator.name}".rstrip()


def _scored(indicator: Indicator, score: Decimal) -> str:
    return f"{_indicator(indicator)} {thai_score(score)} คะแนน"


def _names(indicators: Sequence[Indicator]) -> str:
    return _listed([_indicator(indicator) for indicator in indicators])


def _listed(texts: Sequence[str]) -> str:
    """Texts in a row as Thai writes them: spaces between, และ before the last."""
    if len(texts) == 1:
        return texts[0]
    return f"{' '.join(texts[:-1])} และ{texts[-1]}"
