"""An analysis says beside its numbers what is uncertain or does not fit."""

from __future__ import annotations

from tests.domain.made_frameworks import LETTER_YEAR, OPEN_DATA, scored

from ita_desktop.domain.analysis import YearScores, analyse
from ita_desktop.domain.case import Assessment
from ita_desktop.domain.frameworks import CHECK_THE_MANUAL, Framework

SURE = {"i1": "90", "i2": "90", "i3": "90", "i4": "90", "i5": "50"}


def doubtful() -> Framework:
    public = LETTER_YEAR.instruments[2]
    first, second = OPEN_DATA.sub_indicators
    items = (first.items[0]._replace(uncertain=True), *first.items[1:])
    cut = OPEN_DATA._replace(sub_indicators=(first._replace(items=items), second))
    return LETTER_YEAR._replace(
        instruments=(
            *LETTER_YEAR.instruments[:2],
            public._replace(indicators=(cut, public.indicators[1])),
        )
    )


def test_a_sound_year_has_no_notes() -> None:
    analysis = analyse(scored(**SURE), LETTER_YEAR)
    assert analysis.notes == ()
    assert (analysis.lowest, analysis.lowest_subs) == ((5,), ())
    assert analysis.plan is not None
    assert analysis.level is not None


def test_uncertain_items_are_noted_where_the_numbers_rest_on_them() -> None:
    assert analyse(scored(**SURE), doubtful()).notes == ()
    (note,) = analyse(scored(s4_1="90", s4_2="90"), doubtful()).notes
    assert note == f"เกณฑ์ที่ใช้คิดตัวชี้วัดที่ ๔ ยังไม่แน่นอน {CHECK_THE_MANUAL}"


def test_an_uncertain_year_is_noted() -> None:
    (note,) = analyse(scored(**SURE), LETTER_YEAR._replace(uncertain=True)).notes
    assert note == f"เกณฑ์ปี ๒๕๖๑ ยังไม่แน่นอน {CHECK_THE_MANUAL}"


def test_contradictions_and_foreign_parts_are_noted() -> None:
    notes = analyse(scored(**SURE, s1_1="3", s4_1="100", s4_2="100"), LETTER_YEAR).notes
    assert [note.split(" ")[0] for note in notes] == ["ตัวชี้วัดที่", "เกณฑ์ปี"]
    assert "๙๐.๐๐" in notes[0]
    assert "ไม่มี ตัวชี้วัดย่อยที่ ๑.๑" in notes[1]


def test_earlier_years_are_compared_the_latest_first() -> None:
    earlier = [
        YearScores(Assessment(year, scored(i1="80").indicators), LETTER_YEAR)
        for year in (2558, 2560)
    ]
    changes = analyse(scored(i1="90"), LETTER_YEAR, earlier).changes
    assert [(change.number, change.year) for change in changes] == [("1", 2560), ("1", 2558)]
