"""The list of misspellings: right words are right, and no other word holds a wrong one."""

from __future__ import annotations

import pytest

from ita_desktop.thai.misspellings import MISSPELT
from ita_desktop.thai.words import standard_dictionary

# Common words that hold letters of a wrong form, each a trap for a list like this.
OTHER_WORDS = (
    "องค์กร องค์กรปกครองส่วนท้องถิ่น องค์การ นายกองค์การบริหารส่วนตำบล กฎหมาย กฎ ปรากฏการณ์ อนุญาต "
    "อนุญาโตตุลาการ ญาติ บุคลากร บุคคล ผูกพัน พันธุ์ พันธ์ุ สังเกตการณ์ โอกาส อากาศ ประกาศ มาตรา มาตรการ "
    "มาตรฐาน ทุจริต สุจริต ศักยภาพ กุมภาพันธ์ พฤษภาคม พฤศจิกายน ประชาสัมพันธ์ ลายเซ็น เซนติเมตร"
)


@pytest.mark.parametrize("right", sorted(set(MISSPELT.values())))
def test_a_right_word_is_not_called_wrong(right: str) -> None:
    assert not [wrong for wrong in MISSPELT if wrong in right]


@pytest.mark.parametrize("word", OTHER_WORDS.split(" "))
def test_other_words_are_left_alone(word: str) -> None:
    assert not [wrong for wrong in MISSPELT if wrong in word]


def test_right_words_are_in_the_dictionary() -> None:
    dictionary = standard_dictionary()
    # What is no entry of its own there: a part of names, and two words in a row.
    others = {"องค์การบริหารส่วน", "นายกองค์การ", "กฎระเบียบ", "กฎเกณฑ์", "ข้อร้องเรียน"}

    unknown = {right for right in MISSPELT.values() if not dictionary.knows(right)}

    assert unknown <= others
