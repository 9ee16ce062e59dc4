"""The sentences of the tab."""

from __future__ import annotations

from datetime import date

import pytest

from ita_desktop.domain.case import Round
from ita_desktop.domain.progress import Deadline, Progress, State
from ita_desktop.services.evidence import FileState
from ita_desktop.ui.results.words import (
    FILE_WORDS,
    STATE_WORDS,
    count_words,
    deadline_words,
    progress_words,
)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (120, "เหลือ ๑๒๐ วัน ถึง ๓๑ มีนาคม ๒๕๖๙"),
        (1, "เหลือ ๑ วัน ถึง ๓๑ มีนาคม ๒๕๖๙"),
        (0, "ครบกำหนดวันนี้ ๓๑ มีนาคม ๒๕๖๙"),
        (-1, "ครบกำหนดแล้วเมื่อ ๓๑ มีนาคม ๒๕๖๙ ผ่านมา ๑ วัน"),
    ],
)
def test_how_long_there_is_time(days: int, said: str) -> None:
    assert deadline_words(Deadline(Round.SIX_MONTHS, date(2026, 3, 31), days)) == said


def test_a_cell_of_several_results() -> None:
    assert progress_words(Progress(State.DONE, 2, 3)) == "แล้วเสร็จ\n๒ ผล · หลักฐาน ๓"
    assert progress_words(Progress(State.MISSING)) == "ยังไม่รายงาน"


def test_counts_leave_out_what_is_not_there() -> None:
    assert count_words({State.MISSING: 2, State.DONE: 1, State.UNSTATED: 0}) == (
        "แล้วเสร็จ ๑ · ยังไม่รายงาน ๒"
    )


def test_every_state_has_its_own_words() -> None:
    assert len(set(STATE_WORDS.values())) == len(State)
    assert len(set(FILE_WORDS.values())) == len(FileState)
