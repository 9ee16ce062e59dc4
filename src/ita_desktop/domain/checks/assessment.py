"""Rules on the scores: what is missing, and numbers that do not follow from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.case import Assessment
from ita_desktop.domain.case_paths import CasePath, format_path, putting
from ita_desktop.domain.checks.context import BE_YEARS, CheckContext
from ita_desktop.domain.checks.finding import Fix, Remark, Severity
from ita_desktop.domain.checks.words import listed, number, quoted
from ita_desktop.domain.frameworks import CHECK_THE_MANUAL
from ita_desktop.domain.scores import Contradiction, part_name
from ita_desktop.domain.text_match import folded
from ita_desktop.thai.digits import thai_score

_TOLERANCE = Decimal("0.02")


def incomplete(matter: CheckContext) -> Iterator[Remark]:
    """Scores are missing, so no table of scores, total or level can be shown."""
    assessment = matter.case.assessment
    missing = _missing(matter)
    if not _all_numbers(matter):
        yield Remark(
            "assessment.indicators",
            f"ยังไม่มีคะแนนปี {number(assessment.year)} จึงยังบอกคะแนนรวมและระดับไม่ได้ โปรดเติมคะแนน",
        )
    elif missing:
        known = sum(_is_known(matter, wanted) for wanted in _all_numbers(matter))
        which = listed(map(number, missing)) if len(missing) <= _MOST_NAMED else ""
        named = f" (ขาด {which})" if which else ""
        yield Remark(
            "assessment.indicators",
            f"มีคะแนนปี {number(assessment.year)} เพียง {number(known)} จาก "
            f"{number(len(_all_numbers(matter)))} ตัวชี้วัด{named} จึงยังบอกคะแนนรวมและระดับไม่ได้ "
            "โปรดเติมคะแนนให้ครบ",
        )


_MOST_NAMED = 3


def _all_numbers(matter: CheckContext) -> tuple[str, ...]:
    """The year's indicators; without its framework those that the case has."""
    parts = matter.framework or matter.case.assessment
    return tuple(dict.fromkeys(str(indicator.number) for indicator in parts.indicators))


def _missing(matter: CheckContext) -> list[str]:
    return [wanted for wanted in _all_numbers(matter) if not _is_known(matter, wanted)]


def _is_known(matter: CheckContext, wanted: str) -> bool:
    """Whether an indicator's score was given or follows; a contradicted one was given."""
    if matter.scores is not None and matter.scores.of(wanted) is not None:
        return True
    return any(
        str(indicator.number) == wanted and indicator.score is not None
        for indicator in matter.case.assessment.indicators
    )


# --- numbers that should follow ---------------------------------------------------------------


def mismatch(matter: CheckContext) -> Iterator[Remark]:
    """A score is not the mean of its parts, or a text tells another total."""
    if matter.scores is None:
        return
    unsure = _with_unknown_parts(matter)
    places = dict(_score_places(matter.case.assessment))
    for found in matter.scores.contradictions:
        place = places.get(found.number)
        if place is not None and found.number.split(".")[0] not in unsure:
            fix = _score_fix(matter, place, found)
            if matter.framework is not None and matter.framework.rests_on_doubt(found.number):
                # Perhaps not the score is wrong but the list of parts that it was computed by.
                said = f"{_in_words(found)} เกณฑ์ข้อนี้ยังไม่แน่นอน {CHECK_THE_MANUAL}"
                yield Remark(format_path(place), said, fix, Severity.WARNING)
            else:
                yield Remark(format_path(place), _in_words(found), fix)
    yield from _told_total(matter)


def _with_unknown_parts(matter: CheckContext) -> set[str]:
    """Indicators with parts that the framework does not have: its means are not theirs."""
    unknown = set(matter.scores.unknown) if matter.scores else set()
    return {
        str(indicator.number)
        for indicator in matter.case.assessment.indicators
        for sub in indicator.sub_indicators
        if sub.number in unknown or any(item.code in unknown for item in sub.items)
    }


def _score_places(assessment: Assessment) -> Iterator[tuple[str, CasePath]]:
    for index, indicator in enumerate(assessment.indicators):
        place: CasePath = ("assessment", "indicators", index)
        yield str(indicator.number), (*place, "score")
        for at, sub in enumerate(indicator.sub_indicators):
            yield sub.number, (*place, "sub_indicators", at, "score")


def _in_words(found: Contradiction) -> str:
    return f"{found.in_words()} โปรดตรวจกับผลที่ประกาศ"


def _score_fix(matter: CheckContext, place: CasePath, found: Contradiction) -> Fix | None:
    if found.used is None:
        return None
    indicator = matter.case.assessment.indicators[int(place[2])]
    old = indicator.score if len(place) == 4 else indicator.sub_indicators[int(place[4])].score
    return Fix(f"เปลี่ยนเป็น {thai_score(found.used)}", putting(place, old, found.used))


_D = "[0-9๐-๙]"
_TOTAL = re.compile(
    r"(?:คะแนนรวม|คะแนนเฉลี่ยรวม|คะแนนภาพรวม|ผลคะแนนโดยรวม|คะแนนโดยรวม|ภาพรวม)"
    rf"(?P<between>[^0-9๐-๙\n]{{0,40}}(?:ปี(?:งบประมาณ)? ?(?:พ\. ?ศ\. ?)?(?P<year>{_D}{{4}})"
    rf"[^0-9๐-๙\n]{{0,40}})?)(?P<score>{_D}{{1,3}}\.{_D}{{2}})(?!{_D})"
)
_OTHER_NUMBER = (
    "ตัวชี้วัด|แบบวัด|แบบตรวจ|เพิ่ม|ลด|ขึ้น|ลง|กว่า|เกณฑ์|เป้าหมาย|ค่าเฉลี่ย|ประเทศ|จังหวัด|อำเภอ|ปีก่อน|ปีที่ผ่านมา"
)
_OTHERS_BEFORE = "ค่าเฉลี่ย|ระดับประเทศ|ระดับจังหวัด|ของจังหวัด|เป้าหมาย|เกณฑ์|ปีก่อน|ปีที่ผ่านมา"
_ANY_CODE = "(?!ITA)[A-Z]{3,}"
"""An instrument's code in a year whose framework is not at hand."""
_YEAR = re.compile(rf"(?:25|๒๕){_D}{{2}}(?!{_D})")
_BEFORE = 60
"""Letters before a score in which its year or its owner is looked for."""


def _told_total(matter: CheckContext) -> Iterator[Remark]:
    """A total in the opening that is not the one that follows from the scores."""
    total = matter.scores.total if matter.scores else None
    opening = matter.case.analysis.opening
    if total is None:
        return
    for match in _TOTAL.finditer(opening):
        year = match["year"]
        is_other_year = year is not None and int(year) != matter.case.assessment.year
        if _speaks_of(matter, _OTHER_NUMBER, match["between"]) or is_other_year:
            continue
        told = _decimal(match["score"])
        if abs(told - total) > _TOLERANCE and (year or _is_of_this(matter, match.start())):
            yield Remark(
                "analysis.opening",
                f"ข้อความบอกคะแนนรวม {thai_score(told)} แต่คำนวณจากตัวชี้วัดได้ {thai_score(total)} "
                "โปรดแก้ให้ตรงกัน",
            )


def _is_of_this(matter: CheckContext, at: int) -> bool:
    """Whether a score in the opening is this agency's of this year, as far as can be told."""
    before = matter.case.analysis.opening[max(0, at - _BEFORE) : at]
    years = _YEAR.findall(before)
    if years and int(years[-1]) != matter.case.assessment.year:
        return False
    return not _speaks_of(matter, _OTHERS_BEFORE, before)


def _speaks_of(matter: CheckContext, words: str, text: str) -> bool:
    """Whether a text has one of *words* or an instrument's code, so that its score is another's."""
    known = [i.code for i in matter.framework.instruments] if matter.framework else []
    codes = "|".join(map(re.escape, known)) or _ANY_CODE
    return re.search(f"{words}|(?<![A-Za-z])(?:{codes})(?![A-Za-z])", text) is not None


def _decimal(written: str) -> Decimal:
    whole, part = written.split(".")
    return Decimal(f"{int(whole)}.{int(part):02d}")


_TOLD = re.compile(
    rf"ตัวชี้วัด(?:ที่)? ?(?P<number>{_D}{{1,2}}) (?P<between>[^0-9๐-๙\n]{{0,60}})คะแนน ?"
    rf"(?P<score>{_D}{{1,3}}\.{_D}{{2}})(?!{_D})"
)


def told_otherwise(matter: CheckContext) -> Iterator[Remark]:
    """The opening tells another score of an indicator than the assessment holds."""
    for match in _TOLD.finditer(matter.case.analysis.opening):
        between = match["between"]
        if _speaks_of(matter, _OTHER_NUMBER, between) or not _is_of_this(matter, match.start()):
            continue
        wanted = str(int(match["number"]))
        scored = [
            indicator.score
            for indicator in matter.case.assessment.indicators
            if str(indicator.number) == wanted and indicator.score is not None
        ]
        told = _decimal(match["score"])
        if len(scored) == 1 and abs(scored[0] - told) > _TOLERANCE:
            yield Remark(
                "analysis.opening",
                f"ข้อความบอกว่า{part_name(wanted)} ได้ {thai_score(told)} "
                f"แต่คะแนนที่บันทึกไว้คือ {thai_score(scored[0])} โปรดแก้ให้ตรงกัน",
            )


# --- the list itself ------------------------------------------------------------------------------


def listed_twice(matter: CheckContext) -> Iterator[Remark]:
    """An indicator, sub-indicator or item stands twice, or a part under a strange whole."""
    seen: set[str] = set()
    for place, name in _listed_parts(matter.case.assessment):
        if name in seen:
            yield Remark(format_path(place), f"{name} มีสองครั้ง โปรดเหลือไว้ครั้งเดียว")
        seen.add(name)
    for index, indicator in enumerate(matter.case.assessment.indicators):
        for at, sub in enumerate(indicator.sub_indicators):
            if sub.number.split(".")[0] != str(indicator.number):
                yield Remark(
                    f"assessment.indicators[{index}].sub_indicators[{at}].number",
                    f"{part_name(sub.number)} อยู่ใต้{part_name(str(indicator.number))} โปรดตรวจเลข",
                )


def _listed_parts(assessment: Assessment) -> Iterator[tuple[CasePath, str]]:
    """Every part of the assessment: where its number stands, and what it is called."""
    for index, indicator in enumerate(assessment.indicators):
        place: CasePath = ("assessment", "indicators", index)
        yield (*place, "number"), part_name(str(indicator.number))
        for at, sub in enumerate(indicator.sub_indicators):
            yield (*place, "sub_indicators", at, "number"), part_name(sub.number)
            for nth, item in enumerate(sub.items):
                # A code is a text of the user's, unlike a number.
                code = f"ข้อ {quoted(item.code.strip())}"
                yield (*place, "sub_indicators", at, "items", nth, "code"), code


def name_of_another(matter: CheckContext) -> Iterator[Remark]:
    """An indicator bears the framework's name of another one."""
    if matter.framework is None:
        return
    names = {folded(spec.name): spec.number for spec in matter.framework.indicators}
    for index, indicator in enumerate(matter.case.assessment.indicators):
        meant = names.get(folded(indicator.name), indicator.number)
        if meant != indicator.number:
            yield Remark(
                f"assessment.indicators[{index}].name",
                f"{quoted(indicator.name)} เป็นชื่อของ{part_name(str(meant))} "
                f"ไม่ใช่{part_name(str(indicator.number))} โปรดตรวจเลขหรือชื่อ",
            )


def year_unlikely(matter: CheckContext) -> Iterator[Remark]:
    """Measures come from the result of the year before; another order was hardly meant."""
    year, measures = matter.case.assessment.year, matter.case.fiscal_year
    if year not in BE_YEARS or measures not in BE_YEARS:  # another rule's
        return
    if year > measures or year < measures - _OLDEST:
        yield Remark(
            "assessment.year",
            f"ใช้ผลการประเมินปี {number(year)} กับมาตรการของปีงบประมาณ พ.ศ. {number(measures)} "
            "ปกติใช้ผลของปีก่อนหน้า โปรดตรวจปี",
        )


_OLDEST = 2
"""Years: a result that is older than this is not the base of new measures."""
