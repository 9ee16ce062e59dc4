"""Sound cases of many styles: nothing at all is told of them."""

from __future__ import annotations

import pytest
from tests.domain.checks.making import sound_cases, told

from ita_desktop.domain.case import Case
from ita_desktop.services.samples import sample_case

CASES = dict(sound_cases())


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_nothing_is_told_of_a_sound_case(case: Case) -> None:
    assert told(case) == []


def test_every_style_has_a_name_of_its_own() -> None:
    assert len(CASES) == len(list(sound_cases())) > 100


def test_nothing_is_told_of_the_sample() -> None:
    assert told(sample_case()) == []
