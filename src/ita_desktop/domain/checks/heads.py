"""Rules on the memo's head and foot: to whom, when, of which round, and who signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ita_desktop.domain.agencies import KINDS, LocalGovernment
from ita_desktop.domain.blank import is_blank
from ita_desktop.domain.case import Paper, Round, Signatory
from ita_desktop.domain.case_paths import CasePath, format_path, putting
from ita_desktop.domain.checks.context import CheckContext
from ita_desktop.domain.checks.finding import Fix, Remark, Severity
from ita_desktop.domain.checks.periods import after_memo
from ita_desktop.domain.checks.words import day, listed, number, quoted
from ita_desktop.domain.text_match import closeness, folded
from ita_desktop.domain.workdays import day_off
from ita_desktop.thai.dates import round_span, round_words

_DIGIT = "[0-9๐-๙]"
_ROUND = re.compile(r"(?<![0-9๐-๙])(6|๖|12|๑๒) ?เดือน")
_YEAR = re.compile(rf"(?<!{_DIGIT})(?:25|๒๕){_DIGIT}{{2}}(?!{_DIGIT})")
_MISSPELT = 0.85
"""From here on a title is meant that is not spelt as it should be."""


# --- who is written to ------------------------------------------------------------------------


def addressee(matter: CheckContext) -> Iterator[Remark]:
    """The addressee is nearly the agency's chief executive, or another agency's."""
    agency = matter.government
    written = matter.memo.text("recipient")
    if agency is None or not written.strip():
        return
    right = _right_title(written, agency)
    if right is None and _is_other_head(written, agency):
        right = agency.head
    if right is not None:
        yield Remark(
            matter.memo_path("texts", "recipient"),
            f"ผู้รับ {quoted(written)} ไม่ตรงกับชื่อหน่วยงาน ควรเป็น {quoted(right)} โปรดแก้ชื่อผู้รับ",
            Fix(
                f"เปลี่ยนเป็น {right}",
                putting(matter.memo_place("texts", "recipient"), written, right),
            ),
        )


def position(matter: CheckContext) -> Iterator[Remark]:
    """A signatory's position is nearly a title of the agency's chief executive or clerk."""
    agency = matter.government
    if agency is None:
        return
    for index, signatory in enumerate(matter.memo.signatories):
        for key in ("position", "acting_position"):
            written: str = getattr(signatory, key)
            # Of several lines the user decides which to mend.
            right = None if "\n" in written.strip() else _right_title(written, agency)
            if right is not None:
                place = matter.memo_place("signatories", index, key)
                yield Remark(
                    format_path(place),
                    f"ตำแหน่ง {quoted(written)} น่าจะเป็น {quoted(right)} โปรดตรวจการสะกด",
                    Fix(f"เปลี่ยนเป็น {right}", putting(place, written, right)),
                )


def _right_title(written: str, agency: LocalGovernment) -> str | None:
    """The title of the agency that was meant and misspelt; None where all is well."""
    titles = (agency.head, agency.head_short, agency.clerk, agency.clerk_short)
    name = folded(written).removeprefix("เรียน")
    # What stands before or behind a right title (รอง…, ผ่านปลัด…) is not our matter.
    if any(folded(title) in name for title in (*titles, f"{_MAYOR}{agency.place}")):
        return None
    bare = (agency.kind.head, agency.kind.clerk, _MAYOR, "ปลัดเทศบาล")
    short = (f"นายก{agency.kind.short}", f"ปลัด{agency.kind.short}")
    if any(name.endswith(folded(title)) for title in (*bare, *short)):
        return None
    near = max((closeness(name, folded(title)), title) for title in titles)
    return near[1] if near[0] >= _MISSPELT else None


_MAYOR = "นายกเทศมนตรี"
"""Said of every kind of town, with or without the kind."""


def _is_other_head(written: str, agency: LocalGovernment) -> bool:
    """Whether a chief executive is written to, in full and with another place or kind."""
    name = folded(written).removeprefix("เรียน")
    if folded(agency.place) in name and name.startswith((_MAYOR, "นายกเทศบาล")):
        return not agency.kind.head.startswith(_MAYOR)
    for kind in KINDS:
        for title in (kind.head, f"นายก{folded(kind.short)}"):
            if name.startswith(title) and len(name) > len(title):
                return folded(agency.place) not in name or kind is not agency.kind
    return False


# --- when ----------------------------------------------------------------------------------------


def workday(matter: CheckContext) -> Iterator[Remark]:
    """The memo is dated on a day on which offices are closed."""
    memo_date = matter.memo.date
    if memo_date is None:
        return
    name = day_off(memo_date)
    if name:
        yield Remark(
            matter.memo_path("date"), f"วันที่ {day(memo_date)} เป็น{name} โปรดตรวจว่าลงวันที่ถูกต้อง"
        )


def date_before_year(matter: CheckContext) -> Iterator[Remark]:
    """A memo that reports results is dated before their fiscal year began."""
    memo_date = matter.memo.date
    if memo_date is None or matter.fiscal_year is None or not matter.results:
        return
    # Where the results' own periods tell the same, they tell it better.
    if memo_date < matter.fiscal_year[0] and not any(after_memo(matter)):
        yield Remark(
            matter.memo_path("date"),
            f"บันทึกลงวันที่ {day(memo_date)} ก่อนเริ่มปีงบประมาณ พ.ศ. {number(matter.case.fiscal_year)} "
            "ที่รายงานผล โปรดตรวจปีของวันที่",
        )


def subject_year(matter: CheckContext) -> Iterator[Remark]:
    """The subject names years, and none of them is the case's."""
    case = matter.case
    if matter.fiscal_year is None:
        return
    years = {int(year) for year in _YEAR.findall(matter.memo.text("subject"))}
    # One who writes in the new year reports the old: that of the framework, too.
    if years and years.isdisjoint({case.fiscal_year, case.assessment.year}):
        written = listed(number(year) for year in sorted(years))
        yield Remark(
            matter.memo_path("texts", "subject"),
            f"เรื่องระบุปี {written} แต่ข้อมูลเป็นของปีงบประมาณ พ.ศ. {number(case.fiscal_year)} โปรดตรวจปี",
        )


# --- which round --------------------------------------------------------------------------------


def round_missing(matter: CheckContext) -> Iterator[Remark]:
    """Results are reported and nothing says of which round."""
    memo = matter.memo
    unsaid = [reported for reported in matter.results if reported.result.round is None]
    if memo.round is not None or not unsaid or _rounds_said(memo):
        return
    if len(unsaid) == len(matter.results):
        yield Remark(
            matter.memo_path("round"),
            "บันทึกไม่ระบุว่าเป็นผลของรอบ ๖ เดือนหรือรอบ ๑๒ เดือน โปรดเลือกรอบ",
            _round_fix(matter),
        )
        return
    for reported in unsaid:
        yield Remark(
            format_path((*reported.place, "round")),
            f"ผลของ {quoted(reported.measure.name)} ไม่ระบุรอบ ขณะที่ผลอื่นระบุ โปรดเลือกรอบ",
        )


def _rounds_said(memo: Paper) -> set[int]:
    """The rounds that the memo's own sentences name."""
    found = _ROUND.findall("\n".join([memo.text("subject"), memo.text("results_intro")]))
    return {int(months) for months in found}


def _round_fix(matter: CheckContext) -> Fix | None:
    """The round that the memo's date tells: before the half-year is long over, the first."""
    memo_date = matter.memo.date
    if memo_date is None or matter.fiscal_year is None:
        return None
    first, last = matter.fiscal_year
    if first <= memo_date < date(last.year, 6, 1):
        months = Round.SIX_MONTHS
    elif memo_date >= date(last.year, 9, 1):
        months = Round.TWELVE_MONTHS
    else:
        return None
    return Fix(f"ระบุเป็น{round_words(months)}", putting(matter.memo_place("round"), None, months))


def round_differs(matter: CheckContext) -> Iterator[Remark]:
    """The subject names one round, the memo is set to the other."""
    memo = matter.memo
    said = {int(months) for months in _ROUND.findall(memo.text("subject"))}
    if memo.round is not None and said and int(memo.round) not in said:
        yield Remark(
            matter.memo_path("texts", "subject"),
            f"เรื่องระบุรอบ {number(said.pop())} เดือน แต่บันทึกตั้งไว้เป็น{round_words(memo.round)} "
            "โปรดแก้ให้ตรงกัน",
        )


def round_not_over(matter: CheckContext) -> Iterator[Remark]:
    """The memo reports a round that still had months to go on its date."""
    memo = matter.memo
    if memo.round is None or memo.date is None or matter.fiscal_year is None:
        return
    first, last = matter.fiscal_year[0], round_span(matter.case.fiscal_year, memo.round)[1]
    months_left = (last.year - memo.date.year) * 12 + last.month - memo.date.month
    if first <= memo.date and months_left > _SOON and matter.results:
        yield Remark(
            matter.memo_path("round"),
            f"บันทึกลงวันที่ {day(memo.date)} แต่รายงาน{round_words(memo.round)} "
            f"ซึ่งสิ้นสุด {day(last)} โปรดตรวจรอบหรือวันที่",
        )


_SOON = 2
"""Months before its end in which a round may be reported."""


# --- who signs ----------------------------------------------------------------------------------


def signatories(matter: CheckContext) -> Iterator[Remark]:
    """Nobody signs, a name is not there, or the one who decides has no place to sign."""
    memo = matter.memo
    filled = [(i, s) for i, s in enumerate(memo.signatories) if not is_blank(s)]
    if not filled:
        yield Remark(
            matter.memo_path("signatories"), "ยังไม่มีผู้ลงนาม โปรดเพิ่มผู้รายงานและผู้บังคับบัญชาตามลำดับ"
        )
        return
    for index, signatory in filled:
        if not signatory.name.strip():
            place: CasePath = matter.memo_place("signatories", index, "name")
            yield Remark(
                format_path(place),
                f"ผู้ลงนามลำดับที่ {number(index + 1)} ยังไม่มีชื่อ โปรดเติมชื่อ",
                severity=Severity.WARNING,
            )
    if matter.government and not any(_decides(signatory) for _, signatory in filled):
        yield Remark(
            matter.memo_path("signatories"),
            f"ยังไม่มีที่ลงนามของ{matter.government.kind.head} โปรดเพิ่มเป็นลำดับสุดท้าย",
            severity=Severity.WARNING,
        )


def _decides(signatory: Signatory) -> bool:
    """Whether a signatory is the chief executive, or stands for one."""
    titles = f"{signatory.position}\n{signatory.acting_position}\n{signatory.opinion_heading}"
    return "นายก" in titles


def letter_closing(matter: CheckContext) -> Iterator[Remark]:
    """The closing holds the greeting of a letter, which a memo does not have."""
    closing = matter.memo.text("closing")
    if "ขอแสดงความนับถือ" in closing:
        new = closing.replace("ขอแสดงความนับถือ", "").strip()
        yield Remark(
            matter.memo_path("texts", "closing"),
            "บันทึกข้อความไม่ลงท้ายด้วยคำว่า “ขอแสดงความนับถือ” โปรดตัดออก",
            Fix(
                "ตัดคำลงท้ายของหนังสือออก", putting(matter.memo_place("texts", "closing"), closing, new)
            ),
        )
