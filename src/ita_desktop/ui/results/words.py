"""What the tab of results says, apart from any widget."""

from __future__ import annotations

from collections.abc import Mapping

from ita_desktop.domain.case import STATUS_WORDS, Round, Status
from ita_desktop.domain.progress import Deadline, Progress, Shown, State
from ita_desktop.services.evidence import FileState
from ita_desktop.thai.dates import long_date
from ita_desktop.thai.digits import thai_number

ROUND_NAMES: Mapping[Round | None, str] = {
    Round.SIX_MONTHS: "รอบ ๖ เดือน",
    Round.TWELVE_MONTHS: "รอบ ๑๒ เดือน",
    None: "ไม่ระบุรอบ",
}

STATE_WORDS: Mapping[State, str] = {
    State.DONE: STATUS_WORDS[Status.DONE],
    State.IN_PROGRESS: STATUS_WORDS[Status.IN_PROGRESS],
    State.NOT_STARTED: STATUS_WORDS[Status.NOT_STARTED],
    State.UNSTATED: "ไม่ได้ระบุสถานะ",
    State.IN_NO_ROUND: "มีผลที่ไม่ระบุรอบ",
    State.MISSING: "ยังไม่รายงาน",
}

STATUS_CHOICES: tuple[tuple[Status | None, str], ...] = (
    (None, "ยังไม่ระบุ"),
    *[(status, STATUS_WORDS[status]) for status in Status],
)

SHOWN_CHOICES: tuple[tuple[Shown, str], ...] = (
    (Shown.ALL, "ทุกมาตรการ"),
    (Shown.MISSING_SIX, "ยังไม่รายงานรอบ ๖ เดือน"),
    (Shown.MISSING_TWELVE, "ยังไม่รายงานรอบ ๑๒ เดือน"),
    (Shown.NOT_DONE, "ยังไม่แล้วเสร็จ"),
)

FILE_WORDS: Mapping[FileState, str] = {
    FileState.KEPT: "ไฟล์อยู่ครบ",
    FileState.CHANGED: "ไฟล์ถูกแก้ไขหลังจากแนบ โปรดตรวจหรือแนบใหม่",
    FileState.MISSING: "ไม่พบไฟล์ในโฟลเดอร์ข้อมูล โปรดแนบใหม่",
    FileState.UNKNOWN: "มีไฟล์ แต่ไม่มีข้อมูลให้ตรวจ โปรดเปิดดูหรือแนบใหม่",
    FileState.NAME_ONLY: "มีแต่ชื่อไฟล์ โปรดแนบไฟล์จริง",
}


_MOST_LETTERS = 300
"""Of a name in a table or a label; a text of a megabyte would take seconds to draw."""


def in_short(name: str) -> str:
    """A name in one line, cut where it is far too long to be shown."""
    line = " ".join(name[: 2 * _MOST_LETTERS].split())
    return line if len(line) <= _MOST_LETTERS else f"{line[:_MOST_LETTERS]}…"


def progress_words(progress: Progress) -> str:
    """A cell of the overview: the state, and below it the evidence."""
    word = STATE_WORDS[progress.state]
    if not progress.results:
        return word
    many = f"{thai_number(progress.results)} ผล · " if progress.results > 1 else ""
    evidence = f"หลักฐาน {thai_number(progress.evidence)}" if progress.evidence else "ไม่มีหลักฐาน"
    return f"{word}\n{many}{evidence}"


def count_words(found: Mapping[State, int]) -> str:
    """``แล้วเสร็จ ๓ · ยังไม่รายงาน ๔``: the states in which any measure is."""
    return " · ".join(
        [f"{STATE_WORDS[state]} {thai_number(found[state])}" for state in State if found.get(state)]
    )


def deadline_words(deadline: Deadline) -> str:
    """How long there is still time for a round, or that it is over."""
    day = long_date(deadline.last)
    if deadline.days > 0:
        return f"เหลือ {thai_number(deadline.days)} วัน ถึง {day}"
    if deadline.days == 0:
        return f"ครบกำหนดวันนี้ {day}"
    return f"ครบกำหนดแล้วเมื่อ {day} ผ่านมา {thai_number(-deadline.days)} วัน"
