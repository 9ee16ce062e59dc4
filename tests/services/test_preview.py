"""Memos for the window: made of a case by the options, written as they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.memos import changed_memo
from tests.writers.reading import by_pdfium

from ita_desktop.domain.case import Assessment
from ita_desktop.files import OutputFileError
from ita_desktop.services.memo_options import MemoOptions
from ita_desktop.services.memo_orders import MemoOrder
from ita_desktop.services.preview import MemoPreview, export_file
from ita_desktop.services.samples import sample_case
from ita_desktop.thai.digits import Digits

PREVIEW = MemoPreview()
CASE = sample_case()


def text_of(pdf: bytes) -> str:
    return "\n".join(by_pdfium(pdf))


def test_options_reach_the_pages() -> None:
    case = changed_memo(CASE, subject="เรื่องที่ 12")
    thai = PREVIEW.make(MemoOrder(case))
    typed = PREVIEW.make(MemoOrder(case, MemoOptions(digits=Digits.AS_TYPED)))
    assert "เรื่องที่ ๑๒" in text_of(thai.pdf)
    assert "เรื่องที่ 12" in text_of(typed.pdf)
    large = PREVIEW.make(MemoOrder(case, MemoOptions(table_size=16)))
    assert large.pages > thai.pages
    plain = PREVIEW.make(MemoOrder(case, MemoOptions(continuation_words=False)))
    assert text_of(plain.pdf).count("...") < text_of(thai.pdf).count("...")


def test_an_annex_follows_where_it_is_wanted() -> None:
    memo = PREVIEW.make(MemoOrder(CASE, MemoOptions(annex=True)))
    assert "ภาคผนวก" in text_of(memo.pdf)
    assert memo.warnings == ()


def test_without_scores_the_memo_comes_without_its_annex_and_says_so() -> None:
    bare = CASE._replace(assessment=Assessment(CASE.assessment.year))
    memo = PREVIEW.make(MemoOrder(bare, MemoOptions(annex=True)))
    assert "ภาคผนวก" not in text_of(memo.pdf)
    assert any("ภาคผนวก" in warning for warning in memo.warnings)


def test_what_is_written_is_what_is_shown(tmp_path: Path) -> None:
    pdf = PREVIEW.make(MemoOrder(CASE)).pdf
    file = tmp_path / "บันทึก.pdf"
    assert export_file(pdf, file) == file
    assert file.read_bytes() == pdf


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputFileError):
        export_file(b"%PDF", tmp_path / "no" / "x.pdf")
