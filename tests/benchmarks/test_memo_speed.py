"""The benchmark measures what it says: other texts each time, all pages, every target."""

from __future__ import annotations

import zlib

import pytest
from benchmarks.cases import varied_case
from benchmarks.documents import fodt, head_rows, html, typst
from benchmarks.memo_speed import Figure, StartUp, checks, count_pages

from ita_desktop.exchange.case_json import case_to_json, parse_case
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import Cell, Document, ListItem, Table, TableColumn, TableRow
from ita_desktop.papers.wording import memo_head


def test_no_text_of_a_case_stands_twice() -> None:
    texts = [
        text
        for measure in varied_case(60).measures
        for text in (measure.name, *measure.guidelines, *measure.steps, measure.monitoring)
    ]
    assert len(texts) > 400
    assert len(set(texts)) == len(texts)


def test_a_case_is_always_the_same_and_valid() -> None:
    case = varied_case(7)
    assert case == varied_case(7) != varied_case(7, seed=1)
    assert parse_case(case_to_json(case)) == case


HEAD = memo_head(division="กอง", number="๑", date="๒ มกราคม ๒๕๖๘", subject="เรื่อง", recipient="นาย")
HOSTILE = 'ก "#ข\\" <b>&amp; $x$ */'
TABLE = Table(
    "ตาราง",
    (
        TableColumn("หนึ่ง"),
        TableColumn("สอง", group="คู่"),
        TableColumn("สาม", group="คู่"),
        TableColumn("สี่"),
    ),
    (TableRow(tuple([Cell((ListItem(HOSTILE, "-"),))] * 4), "แถว"),),
)


def test_head_rows_span_groups_and_single_columns() -> None:
    assert head_rows(TABLE.columns) == [
        [("หนึ่ง", 1, 2), ("คู่", 2, 1), ("สี่", 1, 2)],
        [("สอง", 1, 1), ("สาม", 1, 1)],
    ]


@pytest.mark.parametrize(
    ("writer", "escaped"),
    [
        (typst, r'"- ก \"#ข\\\" <b>&amp; $x$ */"'),
        (html, "- ก &quot;#ข\\&quot; &lt;b&gt;&amp;amp; $x$ */"),
        (fodt, "- ก &quot;#ข\\&quot; &lt;b&gt;&amp;amp; $x$ */"),
    ],
)
def test_texts_stay_literal_in_other_programs(writer, escaped: str) -> None:  # type: ignore[no-untyped-def]
    written = "\n".join(writer(Document("ชื่อ", "ผู้เขียน", HEAD, (TABLE,))))
    assert written.count(escaped) == 4


@pytest.mark.parametrize("writer", [typst, html, fodt])
def test_every_row_reaches_the_other_programs(writer) -> None:  # type: ignore[no-untyped-def]
    case = varied_case(6)
    written = "\n".join(writer(compose(case)))
    assert all(measure.name in written for measure in case.measures)


def test_pages_are_counted_in_and_outside_of_object_streams() -> None:
    packed = zlib.compress(b"<</Type/Page>> <</Type /Pages>> <</Type /Page /Parent 1 0 R>>")
    pdf = b"<</Type /Page>> <</Type /Pages>>\n<</Type /ObjStm>>\nstream\n" + packed + b"\nendstream"
    assert count_pages(pdf) == 3


def figure(size: int, seconds: float, ratio: float | None, megabytes: float = 50.0) -> Figure:
    return Figure(size, "ita-desktop", [seconds], megabytes, 8, ratio)


def test_targets_are_met_missed_or_not_measured() -> None:
    start_up = StartUp(70.0, [10.0, 61.0, 62.0], 1.0, 2.0, 3.0)
    found = [figure(6, 0.1, 0.9), figure(60, 0.5, 0.71), figure(600, 5.5, 0.4, 301.0)]
    assert [check.met for check in checks(found, start_up)] == [True, False, True, False, False]
    unknown = checks([figure(6, 0.1, None)], start_up._replace(again=[60.0]))
    assert [check.met for check in unknown] == [False, False, False, False, True]
