"""Moments are told in the time of the computer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from ita_desktop.thai.dates import clock_words, moment_words


@pytest.fixture
def in_thailand() -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of this system cannot be set")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "ICT-7")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_thailand")
def test_a_moment_in_words() -> None:
    moment = datetime(2026, 9, 30, 17, 5, tzinfo=UTC)
    assert moment_words(moment) == "๑ ตุลาคม ๒๕๖๙ เวลา ๐๐.๐๕\u00a0น."
    assert clock_words(moment) == "๐๐.๐๕\u00a0น."
