"""A clerk's whole year: from the first start, by keys alone, to the memo, and back again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.memos import changed_memo
from tests.whole.clerk import CONTROL, Clerk, Key
from tests.whole.entering import answer_first_questions, enter_year

from ita_desktop.domain.case import Case, Evidence, Indicator, Round, Status
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.exchange.case_json import case_to_json
from ita_desktop.papers.options import PaperOptions
from ita_desktop.services.paper_orders import PaperOrder
from ita_desktop.services.papers import PaperMaker
from ita_desktop.services.samples import sample_case
from ita_desktop.ui.session import Session

pytestmark = pytest.mark.whole

MOST_STEPS = 1000


def with_all_fields(sample: Case) -> Case:
    """The sample with what it leaves out, and less of the rest."""
    first = sample.measures[0]
    result = first.results[0]._replace(remark="ดูรายงาน <b> & {ก}\n\nบรรทัดที่สาม")
    evidence = (
        Evidence("รูปถ่าย", file="evidence/รูปถ่าย 1.jpg"),
        Evidence(url="https://phuttan.example/a?b=1&c=2"),
        Evidence("คำสั่งที่ ๑/๒๕๖๘"),
    )
    results = (
        result,
        result._replace(details="ทำซ้ำอีกครั้ง", status=Status.IN_PROGRESS, evidence=evidence),
        result._replace(round=Round.TWELVE_MONTHS, details="", status=Status.NOT_STARTED),
        result._replace(round=None, evidence=(), status=None, period="ตลอดปี"),
    )
    people = memo_of(sample).signatories
    acting = people[2]._replace(acting_position="รักษาราชการแทน\nนายก", note="ผู้ตรวจ")
    case = sample._replace(
        assessment=sample.assessment._replace(indicators=some_scores(sample)),
        analysis=sample.analysis._replace(focus=("8", "9.1", "10"), opening="ตามที่ได้รับแจ้งผล\nนั้น"),
        measures=(first._replace(results=results), first._replace(name="มาตรการที่สอง", steps=())),
    )
    return changed_memo(
        case,
        date=None,
        round=None,
        measures_heading="มาตรการของเรา",
        results_intro="ผลเป็นดังนี้\nทุกมาตรการ",
        closing="จึงเรียนมาเพื่อทราบ",
        signatories=(people[0], acting, people[3]),
    )


def some_scores(sample: Case) -> tuple[Indicator, ...]:
    """Indicators with and without a score, and one of which only parts of it have one."""
    eighth, ninth, tenth = sample.assessment.indicators[7:]
    part = ninth.sub_indicators[0]
    inside = (part._replace(score=None, items=part.items[1:3]), ninth.sub_indicators[-1])
    return (
        eighth,
        ninth._replace(score=None, sub_indicators=inside),
        tenth._replace(score=None, sub_indicators=()),
    )


@pytest.mark.parametrize(
    "case", [sample_case(), with_all_fields(sample_case())], ids=["sample", "all"]
)
def test_what_a_clerk_enters_is_the_year(running, tmp_path: Path, case: Case) -> None:
    clerk = Clerk()
    first = running()
    first.start()
    answer_first_questions(clerk, case.agency)
    session = first.session
    empty = session.case
    enter_year(clerk, case, papers(case, tmp_path / "เอกสาร"))
    clerk.press(Key.Key_1, CONTROL)  # what is being typed is stored when it is left
    assert told(session.case) == told(case)

    take_all_back(clerk, session, empty)
    do_all_again(clerk, session)
    assert told(session.case) == told(case)

    clerk.press(Key.Key_Q, CONTROL)
    clerk.wait_for(lambda: first.program.parts is None)
    second = running()
    second.start()
    clerk.wait_for(lambda: second.session.case is not None)
    assert told(second.session.case) == told(case)
    assert without_dates(exported(clerk, tmp_path)) == without_dates(memo_pdf(case))


def told(case: Case) -> bytes:
    """The case file of what was entered: the program's own ids apart."""
    return case_to_json(without_ids(case))


def papers(case: Case, folder: Path) -> Path:
    """A folder with the files that the case names as evidence."""
    folder.mkdir()
    for measure in case.measures:
        for result in measure.results:
            for evidence in result.evidence:
                if evidence.file:
                    (folder / evidence.file_name).write_bytes(b"%PDF-1.7 " + evidence.file.encode())
    return folder


def take_all_back(clerk: Clerk, session: Session, empty: Case) -> None:
    """Ctrl+Z until the year is as empty as it began."""
    for _ in range(MOST_STEPS):
        if session.case == empty:
            return
        clerk.press(Key.Key_Z, CONTROL)
    raise AssertionError("not everything can be taken back")


def do_all_again(clerk: Clerk, session: Session) -> None:
    """Ctrl+Y as long as there is anything to do again."""
    for _ in range(MOST_STEPS):
        if session.history.to_redo is None:
            return
        clerk.press(Key.Key_Y, CONTROL)
    raise AssertionError("there is no end of what can be done again")


def exported(clerk: Clerk, folder: Path) -> bytes:
    """The memo as the window exports it."""
    file = folder / "บันทึก.pdf"
    clerk.press(Key.Key_E, CONTROL)
    clerk.choose_file(file)
    clerk.wait_for(file.exists)
    return file.read_bytes()


def memo_pdf(case: Case) -> bytes:
    """The memo as it follows from a case, without any window."""
    return PaperMaker().make(PaperOrder(case, PaperOptions())).pdf


def without_dates(pdf: bytes) -> bytes:
    """A PDF without when it was made, and without the number that follows from that."""
    pdf = re.sub(rb"\(D:[^)]*\)", b"(D:)", pdf)
    return re.sub(rb"/ID\s*\[.*?\]", b"/ID []", pdf, flags=re.DOTALL)
