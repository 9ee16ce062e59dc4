"""Exporting a memo: a PDF or the old file, never something between."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.memos import changed_memo

from ita_desktop.domain.case import Measure
from ita_desktop.errors import ItaError
from ita_desktop.exchange.case_json import CaseFileError, case_to_json, parse_case, read_case
from ita_desktop.files import OutputFileError
from ita_desktop.papers.compose import compose
from ita_desktop.services.memos import export_memo
from ita_desktop.services.samples import write_sample
from ita_desktop.thai.digits import Digits
from ita_desktop.writers.render import RenderOptions


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    write_sample(path)
    return path


def test_a_case_file_becomes_a_pdf(case_path: Path, tmp_path: Path) -> None:
    memo = export_memo(case_path, tmp_path / "memo.pdf")

    assert memo.file == tmp_path / "memo.pdf"
    assert memo.pages > 1
    assert memo.warnings == ()
    assert memo.file.read_bytes().startswith(b"%PDF-")


def test_the_digits_are_as_asked(case_path: Path, tmp_path: Path) -> None:
    case = read_case(case_path)
    typed = changed_memo(case, recipient="นายก 25")
    case_path.write_bytes(case_to_json(typed))
    options = RenderOptions(created=datetime(2025, 4, 9, tzinfo=UTC))

    def exported(digits: Digits) -> bytes:
        return export_memo(case_path, tmp_path / "a.pdf", options, digits).file.read_bytes()

    assert exported(Digits.THAI) == exported(Digits.THAI)
    assert exported(Digits.THAI) != exported(Digits.AS_TYPED)


@pytest.mark.parametrize(("left_out", "end"), [("papers", "๒๕๖๘"), ("subject", "รอบ ๖ เดือน")])
def test_a_subject_that_is_left_out_is_composed(case_path: Path, left_out: str, end: str) -> None:
    tree = json.loads(case_path.read_text(encoding="utf-8"))
    holder = tree if left_out == "papers" else tree["papers"][0]["texts"]
    del holder[left_out]

    subject = compose(parse_case(json.dumps(tree).encode())).head.subject

    assert subject.startswith("รายงาน")
    assert subject.endswith(end)


def test_a_subject_that_is_given_is_printed_as_it_stands(case_path: Path) -> None:
    tree = json.loads(case_path.read_text(encoding="utf-8"))
    tree["papers"][0]["texts"]["subject"] = "เรื่องของเราเอง <b>"

    document = compose(parse_case(json.dumps(tree).encode()))

    assert document.head.subject == document.title == "เรื่องของเราเอง <b>"


def test_the_case_file_is_not_overwritten_by_its_memo(case_path: Path) -> None:
    before = case_path.read_bytes()

    with pytest.raises(OutputFileError, match="ชื่ออื่น"):
        export_memo(case_path, case_path.parent / "." / case_path.name)

    assert case_path.read_bytes() == before


def test_a_draft_without_a_name_is_told_and_leaves_the_old_memo(
    case_path: Path, tmp_path: Path
) -> None:
    output = tmp_path / "memo.pdf"
    output.write_bytes(b"old")
    case = read_case(case_path)
    draft = case._replace(measures=(*case.measures, Measure(" ")))
    case_path.write_bytes(case_to_json(draft))

    with pytest.raises(CaseFileError, match="ต้องมีค่า โปรดเติมค่านี้") as caught:
        export_memo(case_path, output)

    assert caught.value.path == f"measures[{len(case.measures)}].name"
    assert caught.value.file == case_path
    assert output.read_bytes() == b"old"


def test_a_bad_case_leaves_the_old_memo(case_path: Path, tmp_path: Path) -> None:
    output = tmp_path / "memo.pdf"
    output.write_bytes(b"old")
    case_path.write_bytes(b"{")

    with pytest.raises(CaseFileError):
        export_memo(case_path, output)

    assert output.read_bytes() == b"old"


def test_a_font_that_is_not_there_leaves_the_old_memo(case_path: Path, tmp_path: Path) -> None:
    output = tmp_path / "memo.pdf"
    output.write_bytes(b"old")

    with pytest.raises(ItaError):
        export_memo(case_path, output, RenderOptions(font="no-such-font"))

    assert output.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="such names do not exist there")
@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "none/a.pdf"])
def test_an_impossible_output_is_a_sentence(case_path: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputFileError):
        export_memo(case_path, tmp_path / name)
