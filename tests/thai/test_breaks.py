"""Line ends: what may never happen, on any text, and how well real prose is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts, thai_letters

from ita_desktop.thai.breaks import BreakKind, Opportunity, opportunities
from ita_desktop.thai.clusters import cluster_ends
from ita_desktop.thai.words import standard_dictionary

MARKS = "".join(map(chr, [0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)]))
GOLD = Path(__file__).parent / "gold"
NEVER_FIRST = "ๆฯะาำๅ)]}”’»」』" + MARKS
NEVER_LAST = "([{“‘«「『"

PIECES = [
    *(
        "การ",
        "ประชุม",
        "ที่",
        "พ.ศ.",
        "๒๕๖๖",
        "นาย",
        "สมหญิง",
        "ณ",
        "ๆ",
        "ฯลฯ",
        "(",
        ")",
        "“",
        "”",
        "-",
    ),
    *("/", "อบต.", "บ้าน", "๑)", "ร้อยละ", "ข้อ", "บริษัท", "จำกัด", "หญิง"),
]

prose: st.SearchStrategy[str] = st.lists(
    thai_letters | st.sampled_from(PIECES) | st.just(" "),
    max_size=12,
).map("".join)


def found(text: str) -> list[Opportunity]:
    return opportunities(text, standard_dictionary())


def marked(text: str) -> str:
    """``text`` with ``|`` at the places where a line may end without need."""
    for place in reversed(found(text)):
        if place.kind < BreakKind.LAST_RESORT:
            text = f"{text[: place.offset]}|{text[place.offset :]}"
    return text


def gold(name: str) -> list[str]:
    return (GOLD / name).read_text(encoding="utf-8").splitlines()


@given(texts | prose)
def test_places_lie_inside_the_text_in_order(text: str) -> None:
    offsets = [place.offset for place in found(text)]
    assert offsets == sorted(set(offsets))
    assert all(0 < offset < len(text) for offset in offsets)


@given(texts | prose)
def test_no_place_cuts_a_cluster(text: str) -> None:
    assert {place.offset for place in found(text)} <= set(cluster_ends(text))


@given(texts | prose)
def test_no_line_begins_or_ends_with_what_may_not(text: str) -> None:
    for place in found(text):
        assert text[place.offset] not in NEVER_FIRST
        assert not text[place.offset].isspace()
        assert text[: place.offset].rstrip()[-1:] not in tuple(NEVER_LAST)


@pytest.mark.parametrize(
    "text",
    [
        "การ|จัดซื้อ|จัดจ้าง|ประจำ|ปีงบประมาณ |พ.ศ. ๒๕๖๘ |ของ|องค์การบริหาร|ส่วนตำบล",
        "ภายใน |๓๐ วัน|นับแต่|วัน|ลงนาม",
        "ด้าน|ต่าง ๆ |ของ|หน่วยงาน|ภาครัฐ |(ระดับ ๔) |และ|อื่น ๆ",
        "ตาม|มาตรา ๕๖ วรรคหนึ่ง (๒) (ข) |แห่ง|พระราชบัญญัติ",
        "ที่ดิน |๓๘ ไร่ ๒ งาน ๕๔ ตารางวา |ให้|ผู้ครอบครอง|รื้อถอน",
        "หนังสือ |ที่ ขก ๕๒๐๐๑/ว ๑๒ |ลงวันที่ ๓ มีนาคม ๒๕๖๘",
        "(นายสมปอง ทองแท้)",
        "จังหวัด|ขอนแก่น ๔๐๐๐๐",
        "สอบถาม |โทร. ๐๘ ๑๑๑๒ ๒๒๓๓",
        "และ |๔) การ|รวบรวม",
    ],
)
def test_places_in_fixed_forms(text: str) -> None:
    assert marked(text.replace("|", "")) == text


def test_a_line_that_would_read_on_is_weak() -> None:
    kinds = {place.offset: place.kind for place in found("แนวทางของหน่วยงาน ต่อไป")}
    assert kinds[len("แนวทาง")] is BreakKind.WORD
    assert kinds[len("แนวทางของ")] is BreakKind.WEAK
    assert kinds[len("แนวทางของหน่วยงาน ")] is BreakKind.SPACE


@pytest.mark.parametrize("line", gold("must_not.txt"))
def test_no_line_may_end_here(line: str) -> None:
    left, right = line.split("¦")
    assert len(left) not in {
        p.offset for p in found(left + right) if p.kind < BreakKind.LAST_RESORT
    }


def test_official_prose_is_broken_well() -> None:
    """The paragraphs of our own, marked by hand: few wrong places, most good ones found."""
    total = wrong = good = marks = 0
    for line in gold("official_prose.txt"):
        allowed, at = set(), 0
        for part in line.split("|")[:-1]:
            at += len(part)
            allowed.add(at)
        places = {p.offset for p in found(line.replace("|", "")) if p.kind < BreakKind.LAST_RESORT}
        total += len(places)
        wrong += len(places - allowed)
        good += len(places & allowed)
        marks += len(allowed)
    assert marks > 2500
    assert wrong / total < 0.005
    assert good / marks > 0.92


def test_an_own_phrase_is_kept_together_over_its_spaces() -> None:
    text = "ประชาชนใช้ศูนย์ One Stop ทุ่งพุดตานได้"
    phrase = "One Stop ทุ่งพุดตาน"
    dictionary = standard_dictionary().with_words([phrase])
    start = text.index(phrase)
    kinds = {o.offset: o.kind for o in opportunities(text, dictionary)}
    inside = [kind for at, kind in kinds.items() if start < at < start + len(phrase)]
    assert inside
    assert set(inside) == {BreakKind.LAST_RESORT}
    assert kinds[start + len(phrase)] < BreakKind.LAST_RESORT
