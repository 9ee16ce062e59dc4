"""Papers made of a case by the options; written whole, or the old file stays."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.memos import changed_memo
from tests.writers.reading import by_pdfium

from ita_desktop.domain.case import Assessment, Measure
from ita_desktop.errors import ItaError
from ita_desktop.exchange.case_json import CaseFileError, case_to_json, parse_case, read_case
from ita_desktop.files import OutputFileError
from ita_desktop.papers.compose import compose
from ita_desktop.papers.options import PaperOptions
from ita_desktop.services.paper_orders import PaperOrder
from ita_desktop.services.papers import PaperMaker, export_file, export_paper, make_paper
from ita_desktop.services.samples import sample_case, write_sample
from ita_desktop.thai.digits import Digits


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    write_sample(path)
    return path


def test_a_case_file_becomes_a_pdf(case_path: Path, tmp_path: Path) -> None:
    memo = export_paper(case_path, tmp_path / "memo.pdf", PaperOptions())

    assert memo.file == tmp_path / "memo.pdf"
    assert memo.pages > 1
    assert memo.warnings == ()
    assert memo.file.read_bytes().startswith(b"%PDF-")


def test_the_digits_are_as_asked(case_path: Path) -> None:
    case = read_case(case_path)
    typed = changed_memo(case, recipient="นายก 25")
    case_path.write_bytes(case_to_json(typed))
    created = datetime(2025, 4, 9, tzinfo=UTC)

    def exported(digits: Digits) -> bytes:
        order = PaperOrder(read_case(case_path), PaperOptions(digits=digits))
        return make_paper(order, created=created).pdf

    assert exported(Digits.THAI) == exported(Digits.THAI)
    assert exported(Digits.THAI) != exported(Digits.AS_TYPED)


@pytest.mark.parametrize(("left_out", "end"), [("papers", "๒๕๖๘"), ("subject", "รอบ ๖ เดือน")])
def test_a_subject_that_is_left_out_is_composed(case_path: Path, left_out: str, end: str) -> None:
    tree = json.loads(case_path.read_text(encoding="utf-8"))
    holder = tree if left_out == "papers" else tree["papers"][0]["texts"]
    del holder[left_out]

    subject = compose(parse_case(json.dumps(tree).encode())).head.subject.text

    assert subject.startswith("รายงาน")
    assert subject.endswith(end)


def test_a_subject_that_is_given_is_printed_as_it_stands(case_path: Path) -> None:
    tree = json.loads(case_path.read_text(encoding="utf-8"))
    tree["papers"][0]["texts"]["subject"] = "เรื่องของเราเอง <b>"

    document = compose(parse_case(json.dumps(tree).encode()))

    assert document.head.subject.text == document.title == "เรื่องของเราเอง <b>"


def test_the_case_file_is_not_overwritten_by_its_memo(case_path: Path) -> None:
    before = case_path.read_bytes()

    with pytest.raises(OutputFileError, match="ชื่ออื่น"):
        export_paper(case_path, case_path.parent / "." / case_path.name, PaperOptions())

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
        export_paper(case_path, output, PaperOptions())

    assert caught.value.path == f"measures[{len(case.measures)}].name"
    assert caught.value.file == case_path
    assert output.read_bytes() == b"old"


def test_a_bad_case_leaves_the_old_memo(case_path: Path, tmp_path: Path) -> None:
    output = tmp_path / "memo.pdf"
    output.write_bytes(b"old")
    case_path.write_bytes(b"{")

    with pytest.raises(CaseFileError):
        export_paper(case_path, output, PaperOptions())

    assert output.read_bytes() == b"old"


def test_a_font_that_is_not_there_leaves_the_old_memo(case_path: Path, tmp_path: Path) -> None:
    output = tmp_path / "memo.pdf"
    output.write_bytes(b"old")

    with pytest.raises(ItaError):
        export_paper(case_path, output, PaperOptions(font="no-such-font"))

    assert output.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="such names do not exist there")
@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "none/a.pdf"])
def test_an_impossible_output_is_a_sentence(case_path: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputFileError):
        export_paper(case_path, tmp_path / name, PaperOptions())


MAKER = PaperMaker()
CASE = sample_case()


def text_of(pdf: bytes) -> str:
    return "\n".join(by_pdfium(pdf))


def test_options_reach_the_pages() -> None:
    case = changed_memo(CASE, subject="เรื่องที่ 12")
    thai = MAKER.make(PaperOrder(case))
    typed = MAKER.make(PaperOrder(case, PaperOptions(digits=Digits.AS_TYPED)))
    assert "เรื่องที่ ๑๒" in text_of(thai.pdf)
    assert "เรื่องที่ 12" in text_of(typed.pdf)
    large = MAKER.make(PaperOrder(case, PaperOptions(table_size=16)))
    assert large.pages > thai.pages
    plain = MAKER.make(PaperOrder(case, PaperOptions(continuation_words=False)))
    assert text_of(plain.pdf).count("...") < text_of(thai.pdf).count("...")


def test_an_annex_follows_where_it_is_wanted() -> None:
    memo = MAKER.make(PaperOrder(CASE, PaperOptions(annex=True)))
    assert "ภาคผนวก" in text_of(memo.pdf)
    assert memo.warnings == ()


def test_without_scores_the_memo_comes_without_its_annex_and_says_so() -> None:
    bare = CASE._replace(assessment=Assessment(CASE.assessment.year))
    memo = MAKER.make(PaperOrder(bare, PaperOptions(annex=True)))
    assert "ภาคผนวก" not in text_of(memo.pdf)
    assert any("ภาคผนวก" in warning for warning in memo.warnings)


def test_what_is_written_is_what_is_shown(tmp_path: Path) -> None:
    pdf = MAKER.make(PaperOrder(CASE)).pdf
    file = tmp_path / "บันทึก.pdf"
    assert export_file(pdf, file) == file
    assert file.read_bytes() == pdf


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputFileError):
        export_file(b"%PDF", tmp_path / "no" / "x.pdf")
