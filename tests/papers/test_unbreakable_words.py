"""Names that lines must not break: which of them, and which would do harm."""

from __future__ import annotations

from tests.memos import a_memo

from ita_desktop.domain.case import Agency, Assessment, Case, Signatory
from ita_desktop.papers.unbreakable_words import unbreakable_words


def words(agency: Agency, *names: str, own: tuple[str, ...] = ()) -> tuple[str, ...]:
    memo = a_memo(signatories=tuple(Signatory(name) for name in names))
    return unbreakable_words(Case(agency, 2566, Assessment(2565), words=own), memo)


def test_places_short_names_persons_and_own_words() -> None:
    agency = Agency("องค์การบริหารส่วนตำบลลานไผ่", "อบต.ลานไผ่", "ธารงาม", "นครพนม")
    assert words(agency, "นางสาวอรุณี ใจสว่าง", own=("ธนาคารขยะ", "ลานไผ่")) == (
        "ลานไผ่",
        "อบต.ลานไผ่",
        "ธารงาม",
        "นครพนม",
        "นางสาวอรุณี ใจสว่าง",
        "นางสาวอรุณี",
        "อรุณี",
        "ใจสว่าง",
        "ธนาคารขยะ",
    )


def test_short_place_names_come_with_their_label() -> None:
    agency = Agency("เทศบาลเมืองน่าน", district="ปัว", province="เลย")
    assert words(agency) == ("เมืองน่าน", "อำเภอปัว", "จังหวัดเลย")


def test_an_agency_of_unknown_kind_is_one_word() -> None:
    assert words(Agency("สหกรณ์ลานไผ่")) == ("สหกรณ์ลานไผ่",)


def test_a_title_alone_is_no_word() -> None:
    assert words(Agency("สหกรณ์"), "นาย ดี") == ("สหกรณ์", "นาย ดี", "ดี")
