"""Frozen copies: what is kept stays, whatever happens to the year."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from tests.memos import changed_memo

from ita_desktop.domain.case import Measure, Round
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.domain.records import YearRecord
from ita_desktop.exchange.case_json import CaseFileError, parse_case
from ita_desktop.services.paper_orders import PaperOrder
from ita_desktop.services.papers import MadePaper
from ita_desktop.services.samples import sample_case
from ita_desktop.services.signed_papers import (
    ScanMissingError,
    SignedPapers,
    number_is_open,
    with_scan,
    with_signed,
    without_signed,
)
from ita_desktop.storage.files import FileKeeper

SAMPLE = sample_case()
DAY = date(2026, 4, 9)
SIGNED = changed_memo(SAMPLE, number="พช ๙๙๙๐๑/๑๒", date=DAY, round=Round.SIX_MONTHS)


class Contents:
    """Contents in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def put_content(self, data: bytes) -> str:
        key = hashlib.sha256(data).hexdigest()
        self.kept[key] = data
        return key

    def content(self, sha256: str) -> bytes:
        return self.kept[sha256]


@pytest.fixture
def signed(tmp_path: Path) -> SignedPapers:
    return SignedPapers(Contents(), FileKeeper(tmp_path / "data"))


def test_pdf_and_case_are_kept_as_they_are(signed: SignedPapers) -> None:
    final = signed.archive(MadePaper(PaperOrder(SIGNED), b"%PDF one", 1))
    assert (final.number, final.date, final.round) == ("พช ๙๙๙๐๑/๑๒", DAY, Round.SIX_MONTHS)
    copy = signed.copy(final, SIGNED)
    assert copy.pdf == b"%PDF one"
    assert copy.file_name == "บันทึกข้อความ อบต.ทุ่งพุดตาน ปี 2568 รอบ 6 เดือน (ลงนาม).pdf"
    assert parse_case(signed.case_file(final)) == SIGNED


def test_a_draft_is_not_signed(signed: SignedPapers) -> None:
    draft = SIGNED._replace(measures=(Measure(""),))
    with pytest.raises(CaseFileError, match=r"measures\[0\].name: ต้องมีค่า"):
        signed.archive(MadePaper(PaperOrder(draft), b"%PDF one", 1))


def test_the_name_of_a_copy_is_of_its_own_round(signed: SignedPapers) -> None:
    final = signed.archive(MadePaper(PaperOrder(SIGNED), b"%PDF", 1))
    later = changed_memo(SIGNED, round=Round.TWELVE_MONTHS)
    assert "รอบ 6 เดือน" in signed.copy(final, later).file_name


def test_number_and_date_become_the_years_own(signed: SignedPapers) -> None:
    final = signed.archive(MadePaper(PaperOrder(SIGNED), b"%PDF", 1))
    record = with_signed(YearRecord("1", SAMPLE), final)
    assert record.signed == (final,)
    assert (memo_of(record.case).number, memo_of(record.case).date) == (final.number, final.date)
    assert without_signed(record, final).signed == ()


def test_a_scan_is_copied_and_found(signed: SignedPapers, tmp_path: Path) -> None:
    paper = tmp_path / "สแกน.pdf"
    paper.write_bytes(b"%PDF scan")
    first = signed.archive(MadePaper(PaperOrder(SIGNED), b"%PDF 1", 1))
    second = signed.archive(MadePaper(PaperOrder(SIGNED), b"%PDF 2", 1))
    record = with_signed(with_signed(YearRecord("1", SAMPLE), first), second)
    record = with_scan(record, second, signed.keep_scan(paper))
    paper.unlink()
    assert signed.scan(record.signed[0]) is None
    kept = signed.scan(record.signed[1])
    assert kept is not None
    assert kept.read_bytes() == b"%PDF scan"
    kept.unlink()
    with pytest.raises(ScanMissingError, match="โปรดแนบ"):
        signed.scan(record.signed[1])


@pytest.mark.parametrize(
    ("number", "is_open"),
    [
        ("", True),
        ("  ", True),
        ("พช ๙๙๙๐๑/.....", True),
        ("พช ๙๙๙๐๑/…", True),
        ("พช ๙๙๙๐๑/____", True),
        ("พช ๙๙๙๐๑/๑๒", False),
        ("พช 99901.2/12", False),
    ],
)
def test_a_number_with_dots_to_write_on_is_still_to_be_given(number: str, is_open: bool) -> None:
    assert number_is_open(number) is is_open
