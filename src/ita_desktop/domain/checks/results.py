"""Rules on what is reported: results that are missing, say nothing, or contradict themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ita_desktop.domain.case import Result, Status
from ita_desktop.domain.case_paths import format_path, putting
from ita_desktop.domain.checks.context import CheckContext, Reported
from ita_desktop.domain.checks.finding import Fix, Remark
from ita_desktop.domain.checks.words import differing, quoted
from ita_desktop.domain.text_match import closeness, folded
from ita_desktop.thai.dates import round_words

# --- is there a result ----------------------------------------------------------------------------


def no_result(matter: CheckContext) -> Iterator[Remark]:
    """A memo that reports leaves a measure out."""
    memo = matter.memo
    reported = {found.place[1] for found in matter.results if found.in_memo}
    if not reported and not _claims_results(matter):
        return
    of_round = f" ใน{round_words(memo.round)}" if memo.round is not None else ""
    for index, measure in enumerate(matter.case.measures):
        if index not in reported:
            yield Remark(
                f"measures[{index}].results",
                f"{quoted(measure.name)} ยังไม่มีผลการดำเนินการ{of_round} "
                "โปรดรายงาน แม้ยังไม่ได้ดำเนินการก็โปรดระบุสถานะ",
            )


def _claims_results(matter: CheckContext) -> bool:
    """Whether the memo is one that reports execution; at the year's start it is not yet."""
    memo = matter.memo
    if "ผลการดำเนิน" in memo.text("subject") or "ผลตามมาตรการ" in memo.text("subject"):
        return True
    return not memo.text("subject").strip() and (memo.round is not None or bool(matter.results))


# --- is the outcome one ---------------------------------------------------------------------------

_D = "[0-9๐-๙]"
_MARK = re.compile(rf"^\s*(?:[-–—•*·]|{_D}{{1,2}}[.)]|\({_D}{{1,2}}\))\s*")
_ROUND_ALONE = re.compile(rf"^(?:ใน)?(?:รอบ)?(?:ที่)? ?{_D}{{1,2}} ?เดือน(?:แรก|หลัง)?[.,]?$")
_LEAD = (
    "มี|ได้|ได้รับ|รับทราบ|ผู้บริหาร|หน่วยงาน|การ|จัดทำ|จัดส่ง|จัดให้มี|ส่ง|เสนอ|นำเสนอ|เผยแพร่"
    "|เล่ม|แบบ|ร่าง|สรุป|เอกสาร|หนังสือ|บันทึก|สำเนา|ตาม|แล้ว"
)
_REPORT = re.compile(rf"^(?:(?:{_LEAD}) ?){{0,5}}(?:รายงาน|สรุปผล)")
_PAPERS = re.compile(
    rf"^(?:คำสั่ง|ประกาศ|คู่มือ|เอกสาร|แผน|ภาพถ่าย|หนังสือ|บันทึก|แบบ)[^0-9๐-๙\n]*{_D}+ ?(?:ฉบับ|เล่ม|ชุด)$"
)
# Numbers that tell no outcome: of rounds, years, days, articles, and of papers.
_IDLE_NUMBER = re.compile(
    rf"{_D}{{1,2}} ?เดือน|(?:รอบ|ครั้ง|ไตรมาส|ฉบับ|ชุด|ข้อ|มาตรา|ตัวชี้วัด|ตัวชี้วัดย่อย)(?:ที่)? ?{_D}+(?:\.{_D}+)?"
    rf"|{_D}+ ?(?:ฉบับ|เล่ม|ชุด|แผ่น|หน้า|ครั้ง|รายงาน)|(?:24|25|26|19|20|๒๔|๒๕|๒๖|๑๙|๒๐){_D}{{2}}(?!{_D})"
    rf"|{_D}{{1,2}} ?(?:[ก-๎]{{2,}}คม|[ก-๎]{{2,}}ยน|กุมภาพันธ์|[ก-๎]{{1,3}}\. ?[ก-๎]\.)|O ?{_D}+"
    rf"|[ก-๎]{{1,3}}\.[ก-๎]\. ?{_D}{{2}}"
)
_CHANGE = re.compile(
    "เพิ่ม|ลด|ร้อยละ|เปอร์เซ็นต์|%|ขึ้น|ต่ำลง|น้อยลง|สั้นลง|ไม่มี|ไม่พบ|ไม่เกิด|ไม่ปรากฏ|ปราศจาก|พึงพอใจ|พอใจ|เชื่อมั่น"
    "|ไว้วางใจ|ตระหนัก|เข้าใจ|ครบถ้วน|ครบทุก|ทุกราย|ทุกคน|ทันกำหนด|ตรงเวลา|สะดวก|รวดเร็ว|ประหยัด|สำเร็จ|แก้ไข"
)


def outcome_is_report(matter: CheckContext) -> Iterator[Remark]:
    """An outcome that is only a paper again: no number, no change."""
    for reported in matter.results:
        outcome = reported.result.outcome
        lines = [line for line in map(_unmarked, outcome.split("\n")) if line]
        told = [line for line in lines if not _ROUND_ALONE.match(line)]
        if told and all(_is_paper(line, reported.measure.name) for line in told):
            yield Remark(
                format_path((*reported.place, "outcome")),
                f"ผลลัพธ์ {quoted(told[0])} เป็นเพียงเอกสารซึ่งเป็นผลผลิต "
                "โปรดบอกสิ่งที่เปลี่ยนไป เช่น จำนวนหรือร้อยละที่เพิ่มหรือลด",
            )


def _unmarked(line: str) -> str:
    return _MARK.sub("", line).strip()


def _is_paper(line: str, measure: str) -> bool:
    if folded(line) == folded(measure):
        return True
    # The measure's own name may speak of what is to increase.
    rest = line.replace(measure, "") if measure else line
    if _CHANGE.search(rest) is not None:
        return False
    if _PAPERS.match(rest):
        return True
    return _REPORT.match(rest) is not None and not re.search(_D, _IDLE_NUMBER.sub("", rest))


def outcome_repeats_output(matter: CheckContext) -> Iterator[Remark]:
    """An outcome in the very words of the output."""
    papers = {remark.path for remark in outcome_is_report(matter)}
    for reported in matter.results:
        said = folded(reported.result.outcome)
        path = format_path((*reported.place, "outcome"))
        if len(said) > 1 and said == folded(reported.result.output) and path not in papers:
            yield Remark(
                path,
                f"ผลลัพธ์ {quoted(reported.result.outcome)} เหมือนกับผลผลิต "
                "โปรดบอกสิ่งที่เปลี่ยนไปจากการดำเนินการ",
            )


def outcome_missing(matter: CheckContext) -> Iterator[Remark]:
    """A measure that is done at the year's end, with an output and no outcome."""
    for reported in matter.results:
        result = reported.result
        at_year_end = result.round == 12 or matter.memo.round == 12
        if (
            result.status is Status.DONE
            and at_year_end
            and reported.in_memo
            and result.output.strip()
            and not folded(result.outcome)
        ):
            yield Remark(
                format_path((*reported.place, "outcome")),
                f"{quoted(reported.measure.name)} แล้วเสร็จแต่ยังไม่มีผลลัพธ์ โปรดบอกสิ่งที่เปลี่ยนไป",
            )


# --- does it contradict itself --------------------------------------------------------------------

_STATUS_WORDS = {
    Status.IN_PROGRESS: ("อยู่ระหว่างดำเนินการ", "กำลังดำเนินการ"),
    Status.NOT_STARTED: ("ยังไม่ได้ดำเนินการ", "ยังไม่ดำเนินการ"),
}


def status_contradicted(matter: CheckContext) -> Iterator[Remark]:
    """A status that the remark denies, or results of what has not begun."""
    for reported in matter.results:
        result = reported.result
        if result.status is None:
            continue
        for status, words in _STATUS_WORDS.items():
            if status is not result.status and _unmarked(result.remark) in words:
                yield Remark(
                    format_path((*reported.place, "status")),
                    f"หมายเหตุ {quoted(result.remark)} ไม่ตรงกับสถานะที่เลือก โปรดแก้ให้ตรงกัน",
                )
        if result.status is Status.NOT_STARTED and _has_effect(result):
            yield Remark(
                format_path((*reported.place, "status")),
                f"{quoted(reported.measure.name)} ระบุว่ายังไม่ได้ดำเนินการแต่มีผลลัพธ์แล้ว โปรดตรวจสถานะ",
            )


def _has_effect(result: Result) -> bool:
    """Whether numbers are told as an outcome, and not as what is hoped for."""
    told = _IDLE_NUMBER.sub("", _unmarked(result.outcome))
    if re.search("คาด|เป้าหมาย|จะ|ตั้งเป้า", told):
        return False
    return re.search(f"[1-9๑-๙]{_D}*", told) is not None


def copied_result(matter: CheckContext) -> Iterator[Remark]:
    """The particulars of one measure's result stand in another's."""
    first: dict[tuple[str, str, str], Reported] = {}
    for reported in matter.results:
        result = reported.result
        said = (folded(result.details), folded(result.output), folded(result.outcome))
        if len(said[0]) < _LONG_DETAILS or not said[1] or not said[2]:
            continue
        earlier = first.setdefault(said, reported)
        if earlier.place[1] != reported.place[1]:
            yield Remark(
                format_path((*reported.place, "details")),
                f"ผลของ {quoted(reported.measure.name)} เหมือนกับของ {quoted(earlier.measure.name)} "
                "ทุกถ้อยคำ โปรดตรวจว่าคัดลอกมาผิดหรือไม่",
            )


_LONG_DETAILS = 60
"""Letters: shorter particulars may be the same in two measures by chance."""


def named_differently(matter: CheckContext) -> Iterator[Remark]:
    """A result calls its measure by a name that is nearly, not quite, that of the measure."""
    names = {folded(measure.name) for measure in matter.case.measures}
    for _, results in groupby(matter.results, key=lambda reported: reported.place[1]):
        for reported in results:
            other = _other_name(reported, names)
            if other is not None:
                called, named = differing(other[1], reported.measure.name)
                yield Remark(
                    format_path((*reported.place, other[0])),
                    f"ผลเรียกมาตรการว่า {called} แต่ชื่อมาตรการคือ {named} โปรดใช้ชื่อเดียวกัน",
                )
                break


_SAME_NAME = 0.92
_SHORT_NAME = 16
_MOST_ADDED = 6


def _other_name(reported: Reported, names: set[str]) -> tuple[str, str] | None:
    """The field and the words in which a result misnames its own measure."""
    own = folded(reported.measure.name)
    if not own.startswith("มาตรการ") or len(own) < _SHORT_NAME:
        return None
    for key in ("details", "output"):
        for part in re.split(r"[\n()“”\"]", getattr(reported.result, key)):
            _, found, rest = part.partition("มาตรการ")
            called = folded(found + rest)
            if not found or own in called or called in names or called in own:
                continue
            if abs(len(called) - len(own)) > _MOST_ADDED or re.search(_D, called):
                continue
            if closeness(called, own) >= _SAME_NAME:
                return key, found + rest.rstrip()
    return None


# --- is the evidence one --------------------------------------------------------------------------

_LOCAL = re.compile(r"^(?:file:|[A-Za-z]:[\\/]|\\\\|https?://(?:localhost|127\.))", re.IGNORECASE)


def bad_link(matter: CheckContext) -> Iterator[Remark]:
    """A link that nobody outside can follow."""
    for reported in matter.results:
        for index, evidence in enumerate(reported.result.evidence):
            url = evidence.url.strip()
            if not url:
                continue
            place = (*reported.place, "evidence", index, "url")
            closed = re.sub(r"\s+", "", url)
            if _LOCAL.match(url):
                problem, fix = "เป็นไฟล์ในเครื่อง ผู้อื่นเปิดไม่ได้ โปรดใช้ลิงก์บนเว็บไซต์", None
            elif closed != url:
                problem = "มีช่องว่างจึงเปิดไม่ได้ โปรดตรวจลิงก์"
                fix = Fix("ตัดช่องว่างออก", putting(place, evidence.url, closed))
            elif "." not in url:
                problem, fix = "ไม่ใช่ที่อยู่เว็บ โปรดตรวจลิงก์", None
            else:
                continue
            yield Remark(format_path(place), f"ลิงก์หลักฐาน {quoted(url)} {problem}", fix)
