"""The case file: what is kept, what is refused, and that both name the place."""

from __future__ import annotations

import codecs
import json
import os
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.memos import a_memo
from tests.strategies import HOSTILE_PIECES, cases, drafts, texts

from ita_desktop.domain.case import (
    Agency,
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
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.exchange import case_json
from ita_desktop.exchange.case_json import CaseFileError, case_to_json, parse_case, read_case
from ita_desktop.exchange.json_text import format_json
from ita_desktop.exchange.record_json import record_shape

Tree = dict[str, Any]
SMALLEST = Case(Agency("อบต.หนองทดลอง"), 2568, Assessment(2567), papers=(a_memo(),))


def smallest() -> Tree:
    """A case file with nothing but what it needs."""
    return {
        "format": "ita-case",
        "version": 1,
        "agency": {"name": "อบต.หนองทดลอง"},
        "fiscal_year": 2568,
        "assessment": {"year": 2567},
        "measures": [],
    }


def full() -> Tree:
    """A case file with every list filled."""
    tree = smallest()
    item = {"code": "O35", "name": "รายงาน", "score": 0}
    sub = {"number": "10.1", "name": "ย่อย", "score": 12.5, "items": [item]}
    tree["assessment"]["indicators"] = [
        {"number": 10, "name": "หลัก", "score": 6.25, "sub_indicators": [sub]}
    ]
    tree["analysis"] = {"focus": ["10", "10.1"], "opening": "เปิด"}
    result = {
        "round": 6,
        "details": "ทำ",
        "status": "done",
        "evidence": [{"title": "หลักฐาน", "url": "https://a.example"}],
    }
    tree["measures"] = [
        {"name": "หนึ่ง"},
        {"name": "สอง", "indicators": ["9"], "steps": ["ก", "ข"], "results": [result]},
    ]
    tree["memo"] = {
        "date": "2025-04-09",
        "subject": "เรื่อง",
        "round": 12,
        "signatories": [{"name": "นาย ก"}],
    }
    tree["words"] = ["หนองทดลอง"]
    return tree


def parse(tree: object) -> Case:
    return parse_case(json.dumps(tree).encode("utf-8"))


def at(tree: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def shown(path: tuple[str | int, ...]) -> str:
    """A path as messages write it: ``measures[1].steps[0]``."""
    return "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path).removeprefix(".")


# --- what is kept -----------------------------------------------------------------------------


@given(cases | drafts)
def test_a_case_written_and_read_is_the_same_case(case: Case) -> None:
    data = case_to_json(case)

    assert parse_case(data) == case
    assert case_to_json(parse_case(data)) == data


def test_the_smallest_file_gives_the_defaults() -> None:
    assert parse(smallest()) == SMALLEST


def test_a_full_file_arrives_typed() -> None:
    case = parse(full())
    indicator = case.assessment.indicators[0]
    result = case.measures[1].results[0]

    assert indicator.score == Decimal("6.25")
    assert type(indicator.score) is Decimal
    assert indicator.sub_indicators[0].items[0].score == Decimal(0)
    assert type(indicator.sub_indicators[0].items[0].score) is Decimal
    assert memo_of(case).date == date(2025, 4, 9)
    assert result.round is Round.SIX_MONTHS
    assert result.status is Status.DONE
    assert case.analysis.focus == ("10", "10.1")


OPTIONAL = [
    ("agency", "district"),
    ("assessment", "indicators"),
    ("assessment", "indicators", 0, "score"),
    ("assessment", "indicators", 0, "sub_indicators", 0, "items", 0, "score"),
    ("analysis",),
    ("analysis", "focus"),
    ("analysis", "opening"),
    ("measures", 1, "steps"),
    ("measures", 1, "results", 0, "round"),
    ("measures", 1, "results", 0, "status"),
    ("memo",),
    ("memo", "date"),
    ("memo", "subject"),
    ("memo", "signatories"),
    ("words",),
]


@pytest.mark.parametrize("path", OPTIONAL, ids=shown)
def test_a_missing_key_null_and_an_empty_text_mean_the_same(path: tuple[str | int, ...]) -> None:
    missing, null, empty = full(), full(), full()
    at(missing, path[:-1]).pop(path[-1], None)
    at(null, path[:-1])[path[-1]] = None
    at(empty, path[:-1])[path[-1]] = ""

    assert parse(missing) == parse(null) == parse(empty)


def test_the_layout_is_stable_literal_and_ends_with_a_newline() -> None:
    case = SMALLEST._replace(measures=(Measure("<b>ก&ข</b> 😀"),))
    data = case_to_json(case)

    assert data.startswith(b'{\n  "format": "ita-case",\n  "version": 2,\n')
    assert '      "name": "<b>ก&ข</b> 😀",\n'.encode() in data
    assert data.endswith(b"\n}\n")


@pytest.mark.parametrize("score", ["97.60", "0", "100", "33.333333333333336", "1E+1", "1E-7"])
def test_scores_are_written_as_plain_numbers_and_not_rounded(score: str) -> None:
    tree = full()
    tree["assessment"]["indicators"][0]["score"] = "@"
    data = json.dumps(tree).replace('"@"', score).encode()

    case = parse_case(data)
    written = case_to_json(case).decode()

    assert case.assessment.indicators[0].score == Decimal(score)
    assert f'"score": {Decimal(score):f},' in written


@pytest.mark.parametrize("piece", HOSTILE_PIECES, ids=ascii)
def test_texts_are_literal(piece: str) -> None:
    tree = full()
    tree["agency"]["name"] = f"ก{piece}ข"
    tree["measures"][1]["steps"] = [piece]

    case = parse(tree)

    assert case.agency.name == f"ก{piece}ข"
    assert case.measures[1].steps == (piece,)


def test_a_megabyte_in_one_field_is_read() -> None:
    tree = full()
    tree["measures"][1]["steps"] = ["ก" * 1_000_000]

    assert len(parse(tree).measures[1].steps[0]) == 1_000_000


def test_a_byte_order_mark_is_no_obstacle() -> None:
    data = codecs.BOM_UTF8 + json.dumps(smallest(), ensure_ascii=False).encode()

    assert parse_case(data) == SMALLEST


NOTHING = ["\u200b", "\ufeff \u200b\n", "\u200d", "\xad", "\u202e\u2069", "\x00\x1b"]
"""Texts of which a memo shows nothing."""


@pytest.mark.parametrize("text", ["", " \n", *NOTHING])
def test_a_draft_with_nothing_filled_in_is_kept(text: str) -> None:
    result = Result(evidence=(Evidence(),))
    case = SMALLEST._replace(
        agency=Agency(text),
        measures=(Measure(text, steps=("", text), results=(result, Result())),),
        papers=(a_memo(date=date(1997, 4, 9), signatories=(Signatory(),)), a_memo()),
    )

    assert parse_case(case_to_json(case)) == case


# --- what is refused --------------------------------------------------------------------------

SURROGATE = "\ud800"


class Raw(str):
    """JSON text that stands as it is where a value is wanted."""

    __slots__ = ()


NUMBER_FIELD = ("assessment", "indicators", 0, "score")
SUB = ("assessment", "indicators", 0, "sub_indicators", 0)
ITEM = (*SUB, "items", 0)

REFUSED: list[tuple[tuple[str | int, ...], Any, str]] = [
    # wrong types
    (("agency",), [], "กลุ่มข้อมูล"),
    (("agency", "name"), 5, "ข้อความ"),
    (("agency", "province"), False, "ข้อความ"),
    (("measures",), {}, "รายการ"),
    (("measures", 1), "สอง", "กลุ่มข้อมูล"),
    (("measures", 1, "steps"), "ก", "รายการ"),
    (("measures", 1, "steps", 1), None, "แต่พบ null"),
    (("measures", 1, "steps", 1), ["ก"], "ข้อความ"),
    (("measures", 1, "results", 0, "evidence", 0), None, "กลุ่มข้อมูล"),
    (("words",), {"a": 1}, "รายการ"),
    (("fiscal_year",), "2568", "จำนวนเต็ม"),
    (("fiscal_year",), 2568.0, "แต่พบตัวเลขที่มีทศนิยม"),
    (("fiscal_year",), Raw("1e3"), "จำนวนเต็ม 2550 ถึง 2650 แต่พบตัวเลข โปรด"),
    (("fiscal_year",), float("nan"), "แต่พบค่า NaN"),
    (("agency", "name"), float("-inf"), "แต่พบค่า -Infinity"),
    (("fiscal_year",), 10**30, "จำนวนเต็ม"),
    # booleans where numbers are meant
    (("fiscal_year",), True, "จำนวนเต็ม"),
    (("assessment", "indicators", 0, "number"), True, "จำนวนเต็ม"),
    (NUMBER_FIELD, True, "ตัวเลข"),
    (("memo", "round"), True, "6, 12 หรือ null"),
    # needed
    (("agency",), None, "ต้องมีค่า"),
    *(((*ITEM, "code"), text, "ต้องมีค่า") for text in NOTHING),
    (("fiscal_year",), None, "ต้องมีค่า"),
    (("assessment", "year"), None, "ต้องมีค่า"),
    (("measures",), None, "ต้องมีค่า"),
    ((*SUB, "number"), None, "ต้องมีค่า"),
    ((*ITEM, "code"), None, "ต้องมีค่า"),
    # numbers
    (NUMBER_FIELD, float("nan"), "NaN"),
    (NUMBER_FIELD, float("inf"), "Infinity"),
    (NUMBER_FIELD, float("-inf"), "Infinity"),
    (NUMBER_FIELD, -0.01, "0 ถึง 100"),
    (NUMBER_FIELD, 100.01, "0 ถึง 100"),
    (NUMBER_FIELD, Raw("9" * 5_000), "0 ถึง 100"),
    (NUMBER_FIELD, Raw("1e999999999999999999999"), "0 ถึง 100"),
    (NUMBER_FIELD, Raw("1e-999999"), "ทศนิยม"),
    (NUMBER_FIELD, "6.25", "ตัวเลข"),
    ((*SUB, "score"), 101, "0 ถึง 100"),
    ((*ITEM, "score"), 50, "100, 0"),
    (("assessment", "indicators", 0, "number"), 0, "1 ถึง 99"),
    (("assessment", "indicators", 0, "number"), 100, "1 ถึง 99"),
    (("assessment", "indicators", 0, "number"), "10", "จำนวนเต็ม"),
    ((*SUB, "number"), "10", "10.1"),
    ((*SUB, "number"), 10.1, "ข้อความ"),
    (("analysis", "focus", 1), 10.1, "ข้อความ"),
    *(
        (("analysis", "focus", 1), number, "เลขตัวชี้วัด")
        for number in (
            "",
            "0",
            "100",
            "10.",
            ".1",
            "10.0",
            "10.01",
            "10.100",
            "10.1.1",
            "1 ",
            "๑๐",
            "²",
        )
    ),
    (("measures", 1, "indicators", 0), "ข้อ 9", "เลขตัวชี้วัด"),
    (("measures", 1, "results", 0, "round"), 9, "6, 12 หรือ null"),
    (("measures", 1, "results", 0, "round"), "6", "6, 12 หรือ null"),
    (("measures", 1, "results", 0, "round"), 6.0, "6, 12 หรือ null"),
    (("measures", 1, "results", 0, "round"), 9, "ใช้ 9 ไม่ได้"),
    (("measures", 1, "results", 0, "round"), 6.5, "ใช้ 6.5 ไม่ได้"),
    (("measures", 1, "results", 0, "round"), False, "ใช้ค่า false ไม่ได้"),
    (("measures", 1, "results", 0, "status"), "Done", '"done"'),
    (("measures", 1, "results", 0, "status"), "Done", "ใช้ “Done” ไม่ได้"),
    (("measures", 1, "results", 0, "status"), "\x1b" + "x" * 9_000, "ใช้ “\ufffdxxx"),
    (("measures", 1, "results", 0, "status"), ["done"], '"done"'),
    (("measures", 1, "results", 0, "status"), ["done"], "ใช้รายการ [ ] ไม่ได้"),
    # years and dates
    (("fiscal_year",), 2025, "พ.ศ. คือ 2568"),
    (("assessment", "year"), 1900, "พ.ศ."),
    (("assessment", "year"), 2200, "พ.ศ."),
    (("fiscal_year",), 68, "พ.ศ."),
    (("fiscal_year",), 2549, "พ.ศ."),
    (("fiscal_year",), 2651, "พ.ศ."),
    (("memo", "date"), "2568-04-09", 'ค.ศ. คือ "2025-04-09"'),
    (("memo", "date"), "2567-02-29", 'ค.ศ. คือ "2024-02-29"'),
    (("memo", "date"), "2500-01-01", "ค.ศ."),
    (("memo", "date"), "2025-02-29", "ไม่มีในปฏิทิน"),
    (("memo", "date"), "2025-04-31", "ไม่มีในปฏิทิน"),
    (("memo", "date"), "2025-13-01", "ไม่มีในปฏิทิน"),
    (("memo", "date"), "2025-00-10", "ไม่มีในปฏิทิน"),
    (("memo", "date"), "0025-04-09", "ตรวจปี"),
    (("memo", "date"), 20250409, "วันที่"),
    *(
        (("memo", "date"), day, "ไม่ใช่วันที่")
        for day in (
            "20250409",
            "2025-4-9",
            "09/04/2025",
            "2025-W15-3",
            "2025-04-09T00:00",
            "2025-04-09 ",
            "๒๕๖๘-๐๔-๐๙",
            "9 เมษายน 2568",
            "+025-04-09",
        )
    ),
    # lone surrogates
    (("agency", "name"), SURROGATE, "surrogate"),
    (("measures", 1, "steps", 0), "ก\udfffข", "surrogate"),
    (("words", 0), "ab\udc80", "surrogate"),
    # other formats and versions
    (("format",), "ita-database", "ita-case"),
    (("format",), None, "ita-case"),
    (("format",), ["ita-case"], "ita-case"),
    (("version",), 3, "ใหม่กว่า"),
    (("version",), 10**17, "ใหม่กว่า"),
    (("version",), 0, "version"),
    (("version",), "1", "version"),
    (("version",), True, "version"),
    (("version",), 1.0, "version"),
    (("version",), None, "version"),
]


@pytest.mark.parametrize(
    ("path", "value", "hint"), REFUSED, ids=[f"{shown(p)}={ascii(v)[:20]}" for p, v, _ in REFUSED]
)
def test_a_wrong_value_is_refused_with_its_path(
    path: tuple[str | int, ...], value: Any, hint: str
) -> None:
    tree = full()
    at(tree, path[:-1])[path[-1]] = "@@"
    data = json.dumps(tree).replace('"@@"', wire(value)).encode()

    with pytest.raises(CaseFileError) as caught:
        parse_case(data)

    assert caught.value.path == shown(path)
    assert hint in str(caught.value)
    assert shown(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_name_keeps_the_invisible_that_stands_among_letters() -> None:
    tree = smallest()
    tree["agency"]["name"] = "\u200bอบต.\u200bหนองทดลอง"

    assert parse(tree).agency.name == "\u200bอบต.\u200bหนองทดลอง"


def sub(number: str, *codes: str) -> SubIndicator:
    return SubIndicator(number, items=tuple(OitItem(code) for code in codes))


@pytest.mark.parametrize(
    ("indicators", "path", "hint"),
    [
        ((Indicator(10), Indicator(9), Indicator(10)), "[2].number", "indicators[0]"),
        (
            (Indicator(1), Indicator(10, sub_indicators=(sub("10.1"), sub("10.2"), sub("10.1")))),
            "[1].sub_indicators[2].number",
            "indicators[1].sub_indicators[0]",
        ),
        (
            (Indicator(1, sub_indicators=(sub("10.1"),)),),
            "[0].sub_indicators[0].number",
            "ใต้ตัวชี้วัด 10",
        ),
        (
            (Indicator(10, sub_indicators=(sub("10.1", "O1", "O2", "O1"),)),),
            "[0].sub_indicators[0].items[2].code",
            "sub_indicators[0].items[0]",
        ),
        (
            (Indicator(10, sub_indicators=(sub("10.1", "O1"), sub("10.2", "O2", " O1\u200b"))),),
            "[0].sub_indicators[1].items[1].code",
            "sub_indicators[0].items[0]",
        ),
    ],
    ids=["indicator", "sub-indicator", "under another", "code", "code under another"],
)
def test_a_number_that_stands_twice_or_elsewhere_is_refused(
    indicators: tuple[Indicator, ...], path: str, hint: str
) -> None:
    case = SMALLEST._replace(assessment=Assessment(2567, indicators))
    data = format_json((("format", "ita-case"), ("version", 2), *record_shape(Case, 2).write(case)))

    for refused in (lambda: parse_case(data), lambda: case_to_json(case)):
        with pytest.raises(CaseFileError, match=re.escape(hint)) as caught:
            refused()
        assert caught.value.path == f"assessment.indicators{path}"


def test_one_code_may_stand_under_two_indicators() -> None:
    indicators = tuple(Indicator(n, sub_indicators=(sub(f"{n}.1", "O1"),)) for n in (9, 10))
    case = SMALLEST._replace(assessment=Assessment(2567, indicators))

    assert parse_case(case_to_json(case)) == case


def wire(value: Any) -> str:
    """A value as JSON text."""
    return value if isinstance(value, Raw) else json.dumps(value)


@pytest.mark.parametrize(
    ("path", "key", "hint"),
    [
        ((), "measure", "measures"),
        (("agency",), "Name", "name"),
        (("measures", 1), "stpes", "steps"),
        (("measures", 1, "results", 0), "หลักฐาน", "ลบออก"),
        (("measures", 1, "results", 0, "evidence", 0), "link", "ลบออก"),
        (("memo", "signatories", 0), "titel", "note"),
        (("memo",), "sbject", "subject"),
        (("memo",), "state", "ลบออก"),
        ((), "papers", "ลบออก"),
        (("measures", 1), "id", "ลบออก"),
        (ITEM, "number", "ลบออก"),
    ],
)
def test_an_unknown_key_is_refused_with_its_path(
    path: tuple[str | int, ...], key: str, hint: str
) -> None:
    tree = full()
    at(tree, path)[key] = None

    with pytest.raises(CaseFileError) as caught:
        parse(tree)

    assert caught.value.path == shown((*path, key))


def test_a_typo_gets_the_likely_key() -> None:
    tree = full()
    tree["measures"][1]["stpes"] = []

    with pytest.raises(CaseFileError, match=r"ที่ measures\[1\]\.stpes: .*steps"):
        parse(tree)


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ('{"format": "ita-case", "format": "ita-case"}', "format"),
        ('{"format": "ita-case", "version": 1, "version": 2}', "version"),
        (
            '{"format": "ita-case", "version": 1, "agency": {"name": "ก", "name": "ก"}}',
            "agency.name",
        ),
    ],
)
def test_a_key_that_stands_twice_is_refused(data: str, path: str) -> None:
    with pytest.raises(CaseFileError, match="สองครั้ง") as caught:
        parse_case(data.encode())

    assert caught.value.path == path


def test_a_newer_version_is_named_before_what_it_adds() -> None:
    tree = smallest() | {"version": 3, "attachments": []}

    with pytest.raises(CaseFileError, match="ใหม่กว่า"):
        parse(tree)


def test_a_key_from_outside_cannot_spoil_the_message() -> None:
    tree = smallest()
    tree["\x1b[31m\n\u202e" + SURROGATE + "x" * 1_000_000] = 1

    with pytest.raises(CaseFileError) as caught:
        parse(tree)

    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("data", [b"[]", b'"ita-case"', b"1", b"null", b"true"])
def test_a_top_level_that_is_no_object_is_refused(data: bytes) -> None:
    with pytest.raises(CaseFileError, match="กลุ่มข้อมูล") as caught:
        parse_case(data)

    assert caught.value.path == ""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04\x14\x00",
        b"SQLite format 3\x00",
        b"[" * 10_000 + b"]" * 10_000,
        b'{"agency":' * 10_000 + b"1" + b"}" * 10_000,
        json.dumps(smallest(), ensure_ascii=False).encode("cp874"),
        json.dumps(smallest(), ensure_ascii=False).encode("utf-16"),
    ],
)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(CaseFileError):
        parse_case(data)


@pytest.mark.parametrize("depth", [300, 10_000])
def test_depth_inside_a_field_is_refused(depth: int) -> None:
    data = json.dumps(full() | {"words": "@@"}).replace('"@@"', "[" * depth + "]" * depth)

    with pytest.raises(CaseFileError):
        parse_case(data.encode())


# --- files ------------------------------------------------------------------------------------


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "ข้อมูล ปี 2568.json"
    path.write_bytes(case_to_json(SMALLEST))

    assert read_case(path) == SMALLEST


def test_a_refusal_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "ข้อมูล.json"
    path.write_text(json.dumps(smallest() | {"fiscal_year": 2025}), encoding="utf-8")

    with pytest.raises(CaseFileError) as caught:
        read_case(path)

    assert caught.value.file == path
    assert caught.value.path == "fiscal_year"
    assert str(path) in str(caught.value)


def cut_at_limit(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(200_000_000)  # sparse: costs no disk


@pytest.mark.parametrize(
    ("make", "hint"),
    [
        (lambda path: None, "ไม่พบ"),
        (Path.mkdir, "โฟลเดอร์|สิทธิ์"),
        (cut_at_limit, "ใหญ่เกิน"),
        (Path.touch, "ว่างเปล่า"),
    ],
    ids=["missing", "folder", "200 MB", "empty"],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, make: Callable[[Path], None], hint: str
) -> None:
    path = tmp_path / "case.json"
    make(path)

    with pytest.raises(CaseFileError, match=hint) as caught:
        read_case(path)

    assert caught.value.file == path


def test_a_large_file_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_json, "MAX_BYTES", 1_000)
    path = tmp_path / "case.json"
    path.write_bytes(case_to_json(SMALLEST) + b" " * 1_000)

    with pytest.raises(CaseFileError, match="ใหญ่เกิน"):
        read_case(path)
    with pytest.raises(CaseFileError, match="ใหญ่เกิน"):
        parse_case(path.read_bytes())


@pytest.mark.parametrize(
    "failure", [PermissionError(13, "no"), OSError(5, "Input/output error"), ValueError("null")]
)
def test_a_failure_of_the_system_becomes_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(Path, "open", fail)

    with pytest.raises(CaseFileError, match=r"case\.json"):
        read_case(tmp_path / "case.json")


@pytest.mark.skipif(os.name == "nt", reason="such names do not exist there")
@pytest.mark.parametrize("name", ["a\0b", "x" * 300, os.fsdecode(b"\xff\xfe.json")])
def test_a_strange_name_is_refused_in_a_printable_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(CaseFileError) as caught:
        read_case(tmp_path / name)

    assert str(caught.value).isprintable()


# --- writing what the format cannot hold ------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "path"),
    [
        (SMALLEST._replace(agency=Agency("ก", id="a b")), "agency.id"),
        (SMALLEST._replace(fiscal_year=2025), "fiscal_year"),
        (
            SMALLEST._replace(measures=(Measure("ก", id="1"), Measure("ข", id="1"))),
            "measures[1].id",
        ),
        (SMALLEST._replace(papers=(a_memo().with_text("sbject", "ก"),)), "papers[0].texts.sbject"),
        (SMALLEST._replace(words=(SURROGATE,)), "words[0]"),
    ],
)
def test_a_case_that_could_not_be_read_again_is_not_written(case: Case, path: str) -> None:
    with pytest.raises(CaseFileError) as caught:
        case_to_json(case)

    assert caught.value.path == path


@given(texts)
def test_any_bytes_end_in_a_case_or_a_sentence(text: str) -> None:
    with pytest.raises(CaseFileError) as caught:
        parse_case(text.encode("utf-8"))

    assert str(caught.value).isprintable()
