"""What is pasted from Excel, Word and web pages becomes measures and items, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.case import Measure
from ita_desktop.exchange.measure_rows import items_of, measures_of, rows_of

FULL = Measure(
    'มาตรการ "โปร่งใส"',
    ("9", "10.2"),
    ("แจ้งล่วงหน้า", "เปิดเผยทุกขั้น"),
    ("ประกาศ", "สรุปผล"),
    ("กองคลัง", "สำนักปลัด"),
    "ทุกไตรมาส\nสรุปเมื่อสิ้นปี",
)


@pytest.mark.parametrize(
    "text",
    [
        "ประกาศ\nสรุปผล",
        "ประกาศ\r\nสรุปผล\r\n",
        "๑. ประกาศ\n๒. สรุปผล",
        "1) ประกาศ\n2) สรุปผล",
        "(๑) ประกาศ\n\n(๒) สรุปผล",
        "- ประกาศ\n- สรุปผล",
        "• ประกาศ\n• สรุปผล",
        "ก. ประกาศ\nข. สรุปผล",
        "➢ ประกาศ\n✓ สรุปผล",
        "1.\tประกาศ\n2.\tสรุปผล",
        "•\tประกาศ\no\tสรุปผล",
        "ประกาศ\tสรุปผล",
        '"ประกาศ\nสรุปผล"\n',
    ],
)
def test_marks_go_and_texts_stay(text: str) -> None:
    assert items_of(text) == ("ประกาศ", "สรุปผล")


@pytest.mark.parametrize(
    "text",
    ["๒๕ ชั่วโมง", "1.5 ล้านบาท", "น. เวลา", "ก.พ. ตรวจสอบ", '"คำพูด" ของนายก'],
)
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    assert items_of(text) == (text,)


def test_nothing_but_marks_and_spaces_is_no_item() -> None:
    assert items_of(" \n\n\t\n") == ()


def test_a_measure_comes_back_from_a_spreadsheet() -> None:
    other = Measure("มาตรการสั้น")
    assert measures_of(rows_of([FULL, other])) == (FULL, other)


_cells = st.text(st.sampled_from("กขคงจ ๑\"'=ab"), min_size=1, max_size=8).map(
    lambda text: " ".join(text.split())
)
_texts = _cells.filter(lambda text: text and items_of(f"{text}\n{text}") == (text, text))

_names = _texts.filter(lambda text: not text.isdecimal())
"""Numbers alone in the first column are a count, not names."""


@given(
    st.lists(
        st.builds(
            Measure,
            name=_names,
            indicators=st.lists(
                st.sampled_from(["1", "9", "10", "10.1", "9.12"]), max_size=3, unique=True
            ).map(tuple),
            guidelines=st.lists(_texts, max_size=3).map(tuple),
            steps=st.lists(_texts, max_size=3).map(tuple),
            responsible=st.lists(_texts, max_size=3).map(tuple),
            monitoring=st.just("") | _texts,
            results=st.just(()),
            id=st.just(""),
        ),
        max_size=4,
    )
)
def test_any_measures_come_back(measures: list[Measure]) -> None:
    assert measures_of(rows_of(measures)) == tuple(measures)


def test_one_column_is_a_list_of_names() -> None:
    found = measures_of("๑. มาตรการ ก\n๒. มาตรการ ข\n\n")
    assert found == (Measure("มาตรการ ก"), Measure("มาตรการ ข"))


def test_a_first_column_that_only_counts_is_passed_over() -> None:
    found = measures_of("1\tมาตรการ ก\t๙, ๑๐.๒\n2\tมาตรการ ข\t10")
    assert found == (
        Measure("มาตรการ ก", ("9", "10.2")),
        Measure("มาตรการ ข", ("10",)),
    )


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("11, 11.10 และ ๑๒.๒", ("11", "11.10", "12.2")),
        ("99/10", ("99", "10")),
        ("ตัวชี้วัดที่ ๑๑ การบริหารความเสี่ยง (92.50)", ("11",)),
        ("ข้อ 10.2 ร้อยละ 85", ("10.2",)),
        ("O12 พ.ศ. 2571 ข้อ 8.99", ("8.99",)),
        ("", ()),
    ],
)
def test_numbers_are_told_from_scores_and_codes(cell: str, numbers: tuple[str, ...]) -> None:
    year = [str(number) for number in range(1, 12)]
    assert measures_of(f"ประเมินความเสี่ยง\t{cell}\tทำ", year)[0].indicators == numbers


def test_headings_say_what_a_column_is() -> None:
    text = 'ลำดับ\tชื่อมาตรการ\tผู้รับผิดชอบ\tขั้นตอนการดำเนินงาน\n1\tมาตรการ ก\tกองคลัง\t"ประกาศ\nสรุป"\n'
    assert measures_of(text) == (
        Measure("มาตรการ ก", steps=("ประกาศ", "สรุป"), responsible=("กองคลัง",)),
    )


def test_columns_that_belong_to_nothing_keep_their_text() -> None:
    text = "มาตรการ\tแนวทาง\tงบประมาณ\nมาตรการ ก\tเปิดเผย\tไม่ใช้งบประมาณ"
    (found,) = measures_of(text)
    assert found.guidelines == ("เปิดเผย",)
    assert found.monitoring == "ไม่ใช้งบประมาณ"


def test_what_is_blank_is_no_measure() -> None:
    assert measures_of("") == ()
    assert measures_of(" \t \n\n") == ()
