"""The analysis as text: aligned, Thai, whole, and safe to show."""

from __future__ import annotations

from tests.domain.made_frameworks import LETTER_YEAR, PREVENTION, WORD_YEAR, items, scored

from ita_desktop.domain.analysis import YearScores, analyse
from ita_desktop.domain.case import Assessment
from ita_desktop.domain.frameworks import (
    CHECK_THE_MANUAL,
    MARK_MEANING,
    Framework,
    SubIndicatorSpec,
)
from ita_desktop.exchange.analysis_text import analysis_text
from ita_desktop.thai.terminal import cells

EVERY = {"i1": "90", "i2": "80", "i3": "75", "s4_1": "50", "s4_2": "100", "i5": "40"}


def text_of(framework: Framework = LETTER_YEAR, *earlier: YearScores, **scores: str) -> str:
    return analysis_text(analyse(scored(**scores), framework, earlier))


def test_scores_stand_in_one_column() -> None:
    table = text_of(**EVERY).split("\n\n")[0].splitlines()
    assert table[0].split() == ["ผลการประเมิน", "ITA", "ปี", "๒๕๖๑", "คะแนน", "เพิ่มได้อีก"]
    assert table[1].split() == ["IN", "ภายใน", "(๓๐%)", "๘๕.๐๐"]
    assert table[-1].split() == ["คะแนนรวม", "๗๑.๐๐"]
    ends = {cells(line[: line.index(".๐๐")]) for line in table if ".๐๐" in line}
    assert len(ends) == 1


def test_what_is_not_known_is_a_dash() -> None:
    text = text_of(i3="75")
    lines = [line.split() for line in text.splitlines()]
    assert ["คะแนนรวม", "-"] in lines
    assert ["๓", "บริการ", "๗๕.๐๐", "๗.๕๐"] in lines
    assert ["๑", "หน้าที่", "-", "-"] in lines
    assert "ยังบอกไม่ได้" in text
    assert "ยังไม่มีคะแนน  ๑, ๒, ๔, ๕" in text


def test_the_level_stands_with_letter_and_reason() -> None:
    lines = text_of(WORD_YEAR, **EVERY).splitlines()
    assert "ระดับ   ปรับปรุง / C" in lines
    assert any(line.startswith("เหตุผล  คะแนนรวม ๗๑.๐๐ อยู่ในช่วง") for line in lines)


def test_the_lowest_are_named_with_their_score() -> None:
    text = text_of(**EVERY)
    assert "ตัวชี้วัดที่ ๕ ป้องกัน ๔๐.๐๐" in text
    assert "ตัวชี้วัดย่อยที่ ๔.๑ พื้นฐาน ๕๐.๐๐" in text


def test_missing_items_and_steps_are_listed() -> None:
    done = dict.fromkeys((f"O{n}" for n in range(1, 9)), "100") | {"O7": "0"}
    text = text_of(i1="90", i2="90", i3="80", **done)
    assert "  O7  ข้อ 7  +๖.๖๗" in text
    assert "  ๑. ทำข้อ O7" in text


def test_a_long_list_of_items_is_cut_and_counted() -> None:
    public = LETTER_YEAR.instruments[2]
    many = PREVENTION._replace(sub_indicators=(SubIndicatorSpec("5.1", "มาก", items(6, 18)),))
    year = LETTER_YEAR._replace(
        instruments=(
            *LETTER_YEAR.instruments[:2],
            public._replace(indicators=(public.indicators[0], many)),
        )
    )
    lines = text_of(year, **{f"O{n}": "0" for n in range(6, 19)}).splitlines()
    assert sum(line.startswith("  O") for line in lines) == 10
    assert "  และอีก ๓ ข้อ" in lines


def test_changes_have_their_sign() -> None:
    past = YearScores(Assessment(2560, scored(i1="95", i2="70", i3="75").indicators), LETTER_YEAR)
    lines = [line.split() for line in text_of(LETTER_YEAR, past, **EVERY).splitlines()]
    assert ["เทียบกับปี", "๒๕๖๐"] in lines
    assert ["๑", "๙๕.๐๐", "→", "๙๐.๐๐", "-๕.๐๐"] in lines
    assert ["๒", "๗๐.๐๐", "→", "๘๐.๐๐", "+๑๐.๐๐"] in lines
    assert ["๓", "๗๕.๐๐", "→", "๗๕.๐๐", "๐.๐๐"] in lines


def test_notes_come_last() -> None:
    last = text_of(LETTER_YEAR._replace(uncertain=True), **EVERY).splitlines()[-1]
    assert last.endswith("โปรดตรวจกับคู่มือ ป.ป.ช.")


def test_names_of_a_users_framework_cannot_command_the_terminal() -> None:
    inside, *others = LETTER_YEAR.instruments
    hostile = LETTER_YEAR._replace(instruments=(inside._replace(name="ภาย\x1b[2Jใน\nหก"), *others))
    text = text_of(hostile, **EVERY)
    assert "\x1b" not in text
    assert "ภาย\N{REPLACEMENT CHARACTER}[2Jใน\N{REPLACEMENT CHARACTER}หก" in text


def test_uncertain_parts_are_marked_and_the_mark_is_explained() -> None:
    sure = text_of(**EVERY)
    public = LETTER_YEAR.instruments[2]
    prevention = PREVENTION._replace(uncertain=True)
    doubtful = LETTER_YEAR._replace(
        instruments=(
            *LETTER_YEAR.instruments[:2],
            public._replace(indicators=(public.indicators[0], prevention)),
        )
    )

    text = text_of(doubtful, **EVERY)

    assert MARK_MEANING not in sure
    assert "ป้องกัน ?" in text
    assert text.splitlines()[-1] == MARK_MEANING


def test_a_way_to_an_uncertain_level_is_marked() -> None:
    rules = WORD_YEAR.words.levels
    assert rules[-2].uncertain
    low = dict.fromkeys(("i1", "i2", "i3", "s4_1", "s4_2", "i5"), "60")

    text = text_of(WORD_YEAR, **low)

    assert f"สู่ระดับ {rules[-2].name}: " in text
    assert CHECK_THE_MANUAL in next(line for line in text.splitlines() if "สู่ระดับ" in line)
