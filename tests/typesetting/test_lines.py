"""Lines of paragraphs: nothing lost, nothing cut, nothing too wide, spread to the width."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.strategies import texts

from ita_desktop.papers.page_form import MEMO_FORM
from ita_desktop.thai.breaks import BreakKind, cluster_opportunities
from ita_desktop.thai.cleanup import normalise
from ita_desktop.thai.clusters import cluster_ends
from ita_desktop.thai.words import standard_dictionary
from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.typesetting.lines import LineBreaker, TextStyle
from ita_desktop.typesetting.shaping import load_fonts

WORDS = (
    "องค์การบริหารส่วนตำบล",
    "มาตรการ",
    "ส่งเสริม",
    "ความโปร่งใส",
    "ประจำปีงบประมาณ",
    "พ.ศ.",
    "๒๕๖๗",
    "รอบ",
    "๖",
    "เดือน",
    "ต่าง",
    "ๆ",
    "ฯลฯ",
    "กรุงเทพฯ",
    "(E-Service)",
    "“ไม่รับของขวัญ”",
    "https://ita.example.go.th/2567/o42?page=1",
    "ป.ป.ช.",
    "๑.",
    "-",
    "นายสมหมาย ใจซื่อ",
    "น้ำ",
    "COVID-19",
    "ร้อยละ ๘๕.๕๐",
    ",",
    "/",
)
NEVER_BEGINS = frozenset(
    "ๆฯะาำๅ,;:%)]}”’» \u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4c"
)
CLOSING = frozenset("ๆฯ)]}”’»")
OPENING = frozenset("([{“‘«")
LEADING_VOWELS = frozenset("เแโใไ")

prose: SearchStrategy[str] = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(("", "", " "))).map("".join), max_size=40
).map("".join)
"""Text as offices write it, in any order."""
printed: SearchStrategy[str] = st.lists(texts, max_size=6).map("".join).map(normalise)
"""Any text of a user's, as it comes to the setting."""
widths = st.floats(8, MEMO_FORM.text_width)

FONTS = load_fonts("th-sarabun-new")
RAGGED = TextStyle(FONTS.regular, 14)
JUSTIFIED = TextStyle(FONTS.regular, 16, MEMO_FORM.cluster_stretch)


@pytest.fixture(scope="module")
def setter() -> LineBreaker:
    return LineBreaker(standard_dictionary())


def ends(lines: tuple[GlyphRun, ...]) -> list[int]:
    """The offsets at which lines end, the last left out."""
    found, at = [], 0
    for line in lines[:-1]:
        at += len(line.text)
        found.append(at)
    return found


# --- nothing is lost ------------------------------------------------------------------------


@given(text=prose | printed, width=widths, style=st.sampled_from((RAGGED, JUSTIFIED)))
def test_the_lines_together_are_the_paragraph(
    setter: LineBreaker, text: str, width: float, style: TextStyle
) -> None:
    lines = setter.set(text, style, width, width * 0.8)

    assert "".join(line.text for line in lines) == text.replace("\n", "")
    assert len(lines) > text.count("\n")


def test_a_line_break_forces_a_line(setter: LineBreaker) -> None:
    lines = setter.set("หนึ่ง\n\nสอง", RAGGED, 400)

    assert [line.text for line in lines] == ["หนึ่ง", "", "สอง"]


def test_only_the_very_first_line_is_the_first(setter: LineBreaker) -> None:
    long = "มาตรการส่งเสริมความโปร่งใส " * 4

    lines = setter.set(f"ก\n{long}", JUSTIFIED, 300, 100)

    assert lines[1].width == pytest.approx(300, abs=0.5)


def test_an_empty_text_is_one_empty_line(setter: LineBreaker) -> None:
    (line,) = setter.set("", RAGGED, 100)

    assert (line.text, line.width) == ("", 0)


# --- widths ---------------------------------------------------------------------------------


@given(text=prose | printed, width=widths, style=st.sampled_from((RAGGED, JUSTIFIED)))
def test_no_line_is_wider_than_its_width_unless_nothing_may_cut_it(
    setter: LineBreaker, text: str, width: float, style: TextStyle
) -> None:
    lines = setter.set(text, style, width, width * 0.8)

    for number, line in enumerate(lines):
        if line.width > (width if number else width * 0.8) + 0.01:
            shown = line.text.rstrip(" ")
            apart = set(style.face.shape(shown).starts)  # marks of other scripts join up too
            cuts = [cut for cut in cluster_opportunities(shown) if cut in apart]
            assert all(shown[cut - 1] == "-" for cut in cuts)


@given(text=prose, width=st.floats(60, 460))
def test_prose_is_never_wider(setter: LineBreaker, text: str, width: float) -> None:
    assert all(line.width <= width + 0.01 for line in setter.set(text, RAGGED, width))


def test_a_link_wider_than_its_cell_is_cut(setter: LineBreaker) -> None:
    link = "https://ita.example.go.th/" + "a1b2c3" * 30

    lines = setter.set(link, RAGGED, 60)

    assert len(lines) > 10
    assert all(line.width <= 60.01 for line in lines)


def test_a_link_is_cut_at_its_signs_but_never_after_a_hyphen(setter: LineBreaker) -> None:
    """PDFium takes a hyphen at a line's end for that of a cut word, and loses it."""
    link = "https://ita.example.go.th/open-data/o42-report-2567.pdf"

    for width in range(20, 200, 3):
        lines = setter.set(link, RAGGED, width)
        assert not any(line.text.endswith("-") for line in lines)
    assert next(line.text for line in setter.set(link, RAGGED, 110))[-1] in "/._"


def test_one_cluster_wider_than_its_line_stands_alone(setter: LineBreaker) -> None:
    lines = setter.set("กขค", RAGGED, 1)

    assert [line.text for line in lines] == ["ก", "ข", "ค"]


@given(text=prose, width=st.floats(200, 460))
def test_justified_lines_reach_the_width_and_the_last_stays_as_it_is(
    setter: LineBreaker, text: str, width: float
) -> None:
    lines = setter.set(text, JUSTIFIED, width)

    for line in lines[:-1]:
        shown = line.text.rstrip(" ")
        most = MEMO_FORM.cluster_stretch * (len(FONTS.regular.shape(shown).clusters) - 1)
        natural = FONTS.regular.shape(shown).width * 16 / 1000
        # without a space only the clusters give, and no more than they may
        assert line.width == pytest.approx(
            width if " " in shown else min(width, natural + most), abs=0.5
        )
    # a space that hangs at the end counts only where there is room for it
    last = lines[-1].text
    shown_widths = [FONTS.regular.shape(t).width * 16 / 1000 for t in (last, last.rstrip(" "))]
    assert min(abs(lines[-1].width - width) for width in shown_widths) < 0.01


@given(text=prose, width=widths)
def test_ragged_lines_are_never_spread(setter: LineBreaker, text: str, width: float) -> None:
    lines = setter.set(text, RAGGED, width)

    for line in lines:
        natural = FONTS.regular.shape(line.text).width * 14 / 1000
        assert line.width <= natural + 0.01


def test_spaces_take_the_slack_first(setter: LineBreaker) -> None:
    """กระจายแบบไทย: what a space can take by doubling is not taken by letters."""
    text = "มาตรการ ส่งเสริม ความโปร่งใส และ " + "ต่อไปนี้" * 12
    natural = FONTS.regular.shape("มาตรการ ส่งเสริม ความโปร่งใส และ").width * 16 / 1000
    space = FONTS.regular.shape(" ").width * 16 / 1000
    found = [
        line
        for extra in range(1, 40)
        for line in setter.set(text, JUSTIFIED, natural + extra / 4)[:1]
        if line.text == "มาตรการ ส่งเสริม ความโปร่งใส และ " and line.width - natural < 3 * space - 0.1
    ]

    assert found
    for line in found:
        moves = [space for space in line.spacing if space > 0.01]
        assert len(moves) == 3
        assert sum(moves) * 16 / 1000 == pytest.approx(line.width - natural, abs=0.05)


# --- line ends ------------------------------------------------------------------------------


@given(text=prose | printed, width=widths)
def test_no_line_ends_inside_a_cluster(setter: LineBreaker, text: str, width: float) -> None:
    for part in text.split("\n"):
        allowed = set(cluster_ends(part))
        for end in ends(setter.set(part, RAGGED, width)):
            assert end in allowed
            assert part[end] not in CLOSING
            assert part[end - 1] not in OPENING


@given(text=prose, width=widths)
def test_no_line_of_prose_ends_where_thai_never_does(
    setter: LineBreaker, text: str, width: float
) -> None:
    for end in ends(setter.set(text, RAGGED, width)):
        assert text[end] not in NEVER_BEGINS
        assert text[end - 1] not in LEADING_VOWELS


def test_a_short_word_wider_than_its_line_is_cut(setter: LineBreaker) -> None:
    assert [line.text for line in setter.set("กช", RAGGED, 8)] == ["ก", "ช"]


@given(text=prose, width=st.floats(230, 460))
def test_in_the_body_lines_end_between_words(setter: LineBreaker, text: str, width: float) -> None:
    """Every line end in a wide measure is a good place; nothing in WORDS is wider."""
    good = {o.offset for o in setter.opportunities(text) if o.kind < BreakKind.LAST_RESORT}
    stuck = [0, *sorted(good), len(text)]
    widest = max(
        FONTS.regular.shape(text[a:b].rstrip(" ")).width * 14 / 1000 for a, b in pairwise(stuck)
    )

    lines = setter.set(text, RAGGED, width)

    if widest <= width:
        assert good.issuperset(ends(lines))


def test_a_paragraph_takes_no_more_lines_than_it_needs(setter: LineBreaker) -> None:
    text = "มาตรการส่งเสริมความโปร่งใสขององค์การบริหารส่วนตำบล " * 9
    natural = FONTS.regular.shape(text).width * 16 / 1000

    lines = setter.set(text, JUSTIFIED, 450)

    assert len(lines) <= natural // 450 + 2


# --- what is kept ---------------------------------------------------------------------------


def test_the_next_document_gets_the_same_lines_again(setter: LineBreaker) -> None:
    first = setter.set("มาตรการ ส่งเสริม", RAGGED, 40)
    setter.next_generation()

    assert setter.set("มาตรการ ส่งเสริม", RAGGED, 40) is first


def test_own_words_are_not_cut() -> None:
    word = "มาตรการส่งเสริมโปร่งใส"
    own = LineBreaker(standard_dictionary().with_words([word]))
    width = FONTS.regular.shape(word).width * 14 / 1000 + 4

    for before in ("", "การ", "ที่กำหนดไว้ ", "และดำเนินการตาม"):
        lines = own.set(f"{before}{word} ต่อไป", RAGGED, width)
        assert any(word in line.text for line in lines)
