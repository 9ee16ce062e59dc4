"""The composed memo: its blocks in order, and every case that lacks something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.memos import a_memo, changed_memo
from tests.strategies import cases, texts

from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Evidence,
    Indicator,
    Measure,
    Result,
    Round,
    Signatory,
    Status,
    SubIndicator,
)
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.papers.compose import compose, shown_results
from ita_desktop.papers.document import (
    Block,
    Document,
    Heading,
    ItemList,
    ListItem,
    MemoHead,
    Paragraph,
    Signature,
    Table,
    TableRow,
)
from ita_desktop.thai.cleanup import normalise
from ita_desktop.thai.digits import Digits, to_thai_digits

MEASURE = Measure(
    "มาตรการเปิดเผยข้อมูล",
    guidelines=("จัดทำบัญชีข้อมูล", "- ทบทวนทุกเดือน"),
    steps=("แต่งตั้งคณะทำงาน", "เผยแพร่ 2 ช่องทาง"),
    responsible=("สำนักปลัด", "กองคลัง"),
    monitoring="รายงานทุก 3 เดือน",
    results=(
        Result(
            details="เผยแพร่ข้อมูล 12 รายการ",
            period="ตุลาคม 2565",
            output="บัญชีข้อมูล",
            outcome="ประชาชนเข้าถึงข้อมูล\n-ร้อยละ 80\n-เพิ่มขึ้น",
        ),
    ),
)
CASE = Case(
    Agency("องค์การบริหารส่วนตำบลลานไผ่", "อบต.ลานไผ่", "ธารงาม", "พะเยา", "สำนักปลัด"),
    2566,
    Assessment(
        2565,
        (
            Indicator(9, "การเปิดเผยข้อมูล", Decimal("88.2")),
            Indicator(
                10,
                "การป้องกันการทุจริต",
                Decimal("62.5"),
                (SubIndicator("10.2", "มาตรการภายใน"),),
            ),
        ),
    ),
    measures=(MEASURE,),
    papers=(
        a_memo(
            number="พย 70101/.....",
            date=date(2023, 4, 5),
            signatories=(
                Signatory("นางสาวอรุณี ใจสว่าง", "นักจัดการงานทั่วไปชำนาญการ", note="ผู้รายงาน"),
                Signatory(
                    "ธีรพล ลานทอง",
                    "รองปลัดองค์การบริหารส่วนตำบล",
                    rank="จ.อ.",
                    acting_position="รักษาราชการแทนปลัดองค์การบริหารส่วนตำบล",
                    opinion_heading="ความเห็นของปลัด",
                ),
            ),
        ),
    ),
)


def with_results(*results: Result, months: Round | None = None) -> Case:
    case = CASE._replace(measures=(MEASURE._replace(results=results),))
    return changed_memo(case, round=months)


def table(document: Document, index: int) -> Table:
    return [block for block in document.blocks if isinstance(block, Table)][index]


def cell(row: TableRow, index: int) -> list[str]:
    return [item.mark + item.text for item in row.cells[index].items]


def result_row(*results: Result, months: Round | None = None) -> TableRow:
    return table(compose(with_results(*results, months=months)), 1).rows[0]


def texts_of(block: Block) -> Iterator[str]:
    """Every text of a block in reading order, marks included."""
    match block:
        case Paragraph() | Heading():
            yield block.text
        case ItemList():
            yield from (item.mark + item.text for item in block.items)
        case Table():
            yield from (column.title for column in block.columns)
            for row in block.rows:
                yield from (item.mark + item.text for c in row.cells for item in c.items)
        case Signature():
            yield from (block.opinion_heading, block.rank, block.name, *block.positions)


def head_texts(head: MemoHead) -> list[str]:
    fields = (head.division, head.number, head.date, head.subject, head.recipient)
    return [field.text for field in fields]


def all_texts(document: Document) -> list[str]:
    blocks = [text for block in document.blocks for text in texts_of(block)]
    return head_texts(document.head) + blocks


def squeezed(text: str) -> str:
    """``text`` without spaces, and with the one bullet that the memo uses."""
    for bullet in "–—•▪●·\uf0b7":
        text = text.replace(bullet, "-")
    return "".join(text.split())


def test_the_blocks_stand_in_the_order_of_a_memo() -> None:
    kinds = [type(block) for block in compose(CASE).blocks]
    assert kinds == [
        Paragraph,
        ItemList,
        Heading,
        Table,
        Paragraph,
        Table,
        Paragraph,
        Signature,
        Signature,
    ]


def test_the_head_is_filled_from_the_agency() -> None:
    head = compose(CASE).head
    assert head.division.text == "สำนักปลัดองค์การบริหารส่วนตำบลลานไผ่"
    assert head.number.text == "พย ๗๐๑๐๑/....."
    assert head.date.text == "๕ เมษายน ๒๕๖๖"
    assert head.subject.text == (
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"
    )
    assert head.recipient.text == "นายกองค์การบริหารส่วนตำบลลานไผ่"


def test_what_the_user_wrote_wins_over_what_is_composed() -> None:
    memo = a_memo(
        subject="เรื่องเอง",
        division="งานนโยบาย",
        recipient="ท่านนายก",
        measures_heading="หัวข้อเอง",
        results_intro="คำนำเอง",
        closing="จึงเรียนมาเพื่อโปรดพิจารณา",
    )
    document = compose(CASE._replace(papers=(memo,), analysis=Analysis(opening="ความนำเอง")))
    head = document.head
    assert (head.subject.text, head.division.text, head.recipient.text) == (
        "เรื่องเอง",
        "งานนโยบาย",
        "ท่านนายก",
    )
    paragraphs = [b.text for b in document.blocks if isinstance(b, Paragraph | Heading)]
    assert paragraphs == ["ความนำเอง", "หัวข้อเอง", "คำนำเอง", "จึงเรียนมาเพื่อโปรดพิจารณา"]


def test_number_and_date_left_to_the_pen_are_empty() -> None:
    head = compose(CASE._replace(papers=(a_memo(),))).head
    assert (head.number.text, head.date.text) == ("", "")


def test_the_lowest_indicator_is_listed_with_its_parts() -> None:
    focus = compose(CASE).blocks[1]
    assert focus == ItemList(
        (
            ListItem("ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต"),
            ListItem("ตัวชี้วัดย่อยที่ ๑๐.๒ มาตรการภายใน"),
        )
    )


def test_the_table_of_measures() -> None:
    measures = table(compose(CASE), 0)
    assert [column.title for column in measures.columns] == [
        "มาตรการ",
        "แนวทางการปฏิบัติ",
        "ขั้นตอน/วิธีการปฏิบัติ",
        "ผู้รับผิดชอบ",
        "การกำกับติดตาม",
    ]
    (row,) = measures.rows
    assert row.key == "มาตรการเปิดเผยข้อมูล"
    assert [cell(row, index) for index in range(5)] == [
        ["มาตรการเปิดเผยข้อมูล"],
        ["-จัดทำบัญชีข้อมูล", "-ทบทวนทุกเดือน"],
        ["๑.แต่งตั้งคณะทำงาน", "๒.เผยแพร่ ๒ ช่องทาง"],
        ["สำนักปลัด", "กองคลัง"],
        ["รายงานทุก ๓ เดือน"],
    ]


def test_the_table_of_results() -> None:
    results = table(compose(CASE), 1)
    assert [(column.group, column.title) for column in results.columns] == [
        ("", "มาตรการ"),
        ("", "รายละเอียดการดำเนินงาน"),
        ("", "ระยะเวลาการดำเนินงาน"),
        ("ผลการดำเนินการ", "ผลผลิต"),
        ("ผลการดำเนินการ", "ผลลัพธ์"),
        ("", "หมายเหตุ"),
    ]
    assert [cell(results.rows[0], index) for index in range(6)] == [
        ["มาตรการเปิดเผยข้อมูล"],
        ["เผยแพร่ข้อมูล ๑๒ รายการ"],
        ["ตุลาคม ๒๕๖๕"],
        ["บัญชีข้อมูล"],
        ["ประชาชนเข้าถึงข้อมูล", "-ร้อยละ ๘๐", "-เพิ่มขึ้น"],
        [],
    ]


def test_the_columns_of_both_tables_fit_the_page_at_their_bounds() -> None:
    for index in (0, 1):
        columns = table(compose(CASE), index).columns
        assert sum(column.minimum for column in columns) <= 1 <= sum(c.maximum for c in columns)


def test_digits_as_typed_leave_the_users_texts_alone() -> None:
    document = compose(CASE, digits=Digits.AS_TYPED)
    assert cell(table(document, 0).rows[0], 2) == ["๑.แต่งตั้งคณะทำงาน", "๒.เผยแพร่ 2 ช่องทาง"]
    assert document.head.number.text == "พย 70101/....."
    assert document.head.date.text == "๕ เมษายน ๒๕๖๖"


def test_a_number_typed_right_before_latin_is_still_a_list_number() -> None:
    measure = MEASURE._replace(steps=("1.Website", "2.Facebook"), guidelines=("1.pdf",))
    row = table(compose(CASE._replace(measures=(measure,))), 0).rows[0]
    assert cell(row, 2) == ["๑.Website", "๒.Facebook"]
    assert cell(row, 1) == ["-1.pdf"]


def test_several_results_of_one_measure_share_its_cell() -> None:
    rows = table(compose(with_results(Result(details="ก"), Result(details="ข"))), 1).rows
    assert [row.joined for row in rows] == [False, True]
    assert [len(row.cells[0].items) for row in rows] == [1, 0]
    assert {row.key for row in rows} == {"มาตรการเปิดเผยข้อมูล"}


def test_only_results_of_the_memos_round_and_those_without_one() -> None:
    results = (
        Result(Round.SIX_MONTHS, details="หก"),
        Result(Round.TWELVE_MONTHS, details="สิบสอง"),
        Result(details="ไม่ระบุ"),
    )
    rows = table(compose(with_results(*results, months=Round.SIX_MONTHS)), 1).rows
    assert [cell(row, 1) for row in rows] == [["หก"], ["ไม่ระบุ"]]


def test_a_memo_on_all_rounds_says_which_result_is_of_which() -> None:
    period = "เมษายน 2566"
    assert cell(result_row(Result(Round.TWELVE_MONTHS, details="ก", period=period)), 2) == [
        "รอบ ๑๒ เดือน",
        "เมษายน ๒๕๖๖",
    ]
    said = Result(Round.SIX_MONTHS, details="ก", period="รอบ 6 เดือน")
    assert cell(result_row(said), 2) == ["รอบ ๖ เดือน"]


def test_a_measure_without_results_says_so_beside_one_that_has_some() -> None:
    case = CASE._replace(measures=(MEASURE._replace(name="มาตรการใหม่", results=()), MEASURE))
    row = table(compose(case), 1).rows[0]
    assert cell(row, 0) == ["มาตรการใหม่"]
    assert cell(row, 1) == ["ยังไม่มีรายงานผลการดำเนินงาน"]
    assert all(not row.cells[index].items for index in range(2, 6))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.DONE, "ดำเนินการแล้วเสร็จ"),
        (Status.IN_PROGRESS, "อยู่ระหว่างดำเนินการ"),
        (Status.NOT_STARTED, "ยังไม่ได้ดำเนินการ"),
    ],
)
def test_a_status_alone_stands_for_the_particulars(status: Status, words: str) -> None:
    row = result_row(Result(status=status))
    assert cell(row, 1) == [words]
    assert cell(row, 5) == []


def test_status_remark_and_evidence_share_the_last_column() -> None:
    link = Evidence("ประกาศ 5", "https://x.example/5")
    result = Result(details="ก", status=Status.DONE, remark="ดูแนบ 1", evidence=(link,))
    assert cell(result_row(result), 5) == [
        "แล้วเสร็จ",
        "ดูแนบ ๑",
        "หลักฐาน: ประกาศ ๕\nhttps://x.example/5",
    ]


def test_several_proofs_are_a_list_and_keep_the_digits_of_files() -> None:
    proofs = (Evidence(file="แผน 2566.pdf"), Evidence(), Evidence("ภาพ", file="ภาพ 3"))
    assert cell(result_row(Result(details="ก", evidence=proofs)), 5) == [
        "หลักฐาน",
        "-แผน 2566.pdf",
        "-ภาพ\nภาพ 3",
    ]


def test_a_file_is_named_without_the_folder_where_the_program_keeps_it() -> None:
    proof = Evidence("ภาพ", file="evidence/ภาพ 3.jpg")
    last = cell(result_row(Result(details="ก", evidence=(proof,))), 5)
    assert last == ["หลักฐาน: ภาพ\nภาพ 3.jpg"]


def test_a_status_that_the_remark_tells_is_not_said_twice() -> None:
    result = Result(details="ก", status=Status.IN_PROGRESS, remark="อยู่ระหว่างดำเนินการจัดซื้อ")
    assert cell(result_row(result), 5) == ["อยู่ระหว่างดำเนินการจัดซื้อ"]


@pytest.mark.parametrize(
    "results",
    [(), (Result(),), (Result(details=" \n", evidence=(Evidence(),)),)],
    ids=["none", "blank", "spaces"],
)
def test_without_any_result_a_sentence_stands_in_place_of_the_table(
    results: tuple[Result, ...],
) -> None:
    document = compose(with_results(*results, months=Round.SIX_MONTHS))
    assert len([b for b in document.blocks if isinstance(b, Table)]) == 1
    sentence = document.blocks[4]
    assert sentence == Paragraph(
        "ทั้งนี้ องค์การบริหารส่วนตำบลลานไผ่ อำเภอธารงาม จังหวัดพะเยา "
        "ยังไม่มีรายงานผลการดำเนินการตามมาตรการดังกล่าว ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ "
        "รอบ ๖ เดือน (ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖) และจะรายงานให้ทราบเมื่อได้ดำเนินการแล้ว"
    )


def test_without_measures_there_are_no_tables_and_no_frames() -> None:
    document = compose(CASE._replace(measures=()))
    kinds = [type(block) for block in document.blocks]
    assert kinds == [Paragraph, ItemList, Paragraph, Paragraph, Signature, Signature]
    sentence = document.blocks[2]
    assert isinstance(sentence, Paragraph)
    assert "ยังไม่ได้กำหนดมาตรการ" in sentence.text


def test_only_what_has_begun_is_said_to_be_carried_out() -> None:
    waiting = compose(with_results(Result(status=Status.NOT_STARTED))).blocks[4]
    assert isinstance(waiting, Paragraph)
    assert "ขอรายงานผลการดำเนินการ" in waiting.text


def test_lines_of_a_typed_opening_are_paragraphs_and_lists() -> None:
    opening = "ย่อหน้าแรก\n-ข้อแรก\n-ข้อสอง\nย่อหน้าท้าย"
    blocks = compose(CASE._replace(analysis=Analysis(opening=opening))).blocks
    assert blocks[:3] == (
        Paragraph("ย่อหน้าแรก"),
        ItemList((ListItem("ข้อแรก", "-"), ListItem("ข้อสอง", "-"))),
        Paragraph("ย่อหน้าท้าย"),
    )


def test_the_closing_is_marked_as_such() -> None:
    assert Paragraph("จึงเรียนมาเพื่อโปรดทราบ", closing=True) in compose(CASE).blocks


def test_signatures_with_note_rank_and_acting_title() -> None:
    assert compose(CASE).blocks[-2:] == (
        Signature("นางสาวอรุณี ใจสว่าง", ("นักจัดการงานทั่วไปชำนาญการ ผู้รายงาน",)),
        Signature(
            "ธีรพล ลานทอง",
            ("รองปลัดองค์การบริหารส่วนตำบล", "รักษาราชการแทนปลัดองค์การบริหารส่วนตำบล"),
            rank="จ.อ.",
            opinion_heading="ความเห็นของปลัด",
        ),
    )


@pytest.mark.parametrize("count", [0, 1, 6])
def test_any_number_of_people_sign_in_order(count: int) -> None:
    people = tuple(Signatory(f"นายคนที่ {'กขคงจฉ'[index]}") for index in range(count))
    blocks = compose(CASE._replace(papers=(a_memo(signatories=people),))).blocks
    signatures = [block for block in blocks if isinstance(block, Signature)]
    assert [signature.name for signature in signatures] == [person.name for person in people]


def test_an_entry_that_nobody_filled_in_is_no_signature() -> None:
    blocks = compose(CASE._replace(papers=(a_memo(signatories=(Signatory(" "),)),))).blocks
    assert not any(isinstance(block, Signature) for block in blocks)


def test_title_and_author_name_the_paper() -> None:
    document = compose(CASE)
    assert document.title == document.head.subject.text
    assert document.author == "องค์การบริหารส่วนตำบลลานไผ่"


def test_every_text_is_cleaned_up() -> None:
    crooked = "ก\u0e4d\u0e32หนด\u200b\u202eเเผน\r\nต่อ"
    measure = MEASURE._replace(name=crooked, monitoring=crooked)
    row = table(compose(CASE._replace(measures=(measure,))), 0).rows[0]
    assert cell(row, 0) == ["กำหนดแผน ต่อ"]
    assert cell(row, 4) == ["กำหนดแผน", "ต่อ"]


def users_texts(case: Case) -> Iterator[str]:
    """Every text of the user's that a memo on this case prints, whatever it composes."""
    memo = memo_of(case)
    yield from (memo.number, *(own.text for own in memo.texts), case.analysis.opening)
    for measure in case.measures:
        yield from (measure.name, measure.monitoring)
        yield from (*measure.guidelines, *measure.steps, *measure.responsible)
        for result in measure.results:
            if None in (memo.round, result.round) or memo.round == result.round:
                yield from (result.details, result.period, result.output, result.outcome)
                yield result.remark
                for proof in result.evidence:
                    yield from (proof.title, proof.url, proof.file_name)
    for person in memo.signatories:
        yield from (person.name, person.position, person.rank, person.acting_position)
        yield from (person.note, person.opinion_heading)


@given(cases)
def test_every_text_of_the_users_stands_in_the_memo(case: Case) -> None:
    printed = squeezed("".join(all_texts(compose(case, digits=Digits.AS_TYPED))))
    for text in users_texts(case):
        for line in normalise(text).split("\n"):
            assert squeezed(line) in printed


@given(cases, st.sampled_from(Digits))
def test_any_case_makes_a_memo_that_can_be_set(case: Case, digits: Digits) -> None:
    document = compose(case, digits=digits)
    head = document.head
    for field in (
        head.division.text,
        head.number.text,
        head.date.text,
        head.subject.text,
        head.recipient.text,
    ):
        assert "\n" not in field
    for text in all_texts(document):
        assert not any(c < " " and c != "\n" for c in text)
        assert not set(text) & set("\u200b\u202e\u2066\u2028\ufeff\xa0")
    for block in document.blocks:
        if isinstance(block, Table):
            assert block.rows
            assert all(len(row.cells) == len(block.columns) for row in block.rows)
            assert not block.rows[0].joined
        if isinstance(block, ItemList):
            assert block.items
        if isinstance(block, Paragraph | Heading):
            assert block.text
    assert "" not in document.words


@given(cases)
def test_each_measure_has_a_row_in_both_tables_or_there_is_no_table(case: Case) -> None:
    document = compose(case)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    reported = any(shown_results(measure, memo_of(case).round) for measure in case.measures)
    assert len(tables) >= bool(case.measures)
    assert len(tables) <= bool(case.measures) + reported
    for of_rows in tables:
        assert len([row for row in of_rows.rows if not row.joined]) == len(case.measures)


@given(texts)
def test_thai_digits_of_a_text_are_those_of_the_rule(text: str) -> None:
    document = compose(CASE._replace(papers=(a_memo(subject=f"ก {text}"),)))
    expected = " ".join(to_thai_digits(normalise(f"ก {text}")).split())
    assert " ".join(document.head.subject.text.split()) == expected
