"""A case file's year is analysed by that year's framework and compared with earlier ones."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.domain.case import Agency, Assessment, Case, Indicator
from ita_desktop.exchange.case_json import CaseFileError, case_to_json
from ita_desktop.services.analysis import NotEarlierError, analyse_case, analyse_file
from ita_desktop.services.frameworks import NoFrameworkError
from ita_desktop.services.samples import sample_case


def case(year: int, *scores: int) -> Case:
    indicators = tuple(Indicator(n, score=Decimal(score)) for n, score in enumerate(scores, 1))
    return Case(Agency("เทศบาลตำบลลานไผ่"), year + 1, Assessment(year, indicators))


EVERY = (90, 80, 90, 80, 90, 85, 80, 75, 70, 60)


def test_the_sample_is_analysed_without_contradictions() -> None:
    analysis = analyse_case(sample_case())
    assert analysis.scores.total is not None
    assert analysis.scores.missing == ()
    assert analysis.scores.contradictions == ()
    assert analysis.scores.unknown == ()


def test_a_year_is_analysed_by_its_own_framework() -> None:
    letters, words = analyse_case(case(2565, *EVERY)), analyse_case(case(2566, *EVERY))
    assert letters.scores.total == words.scores.total == Decimal("75.80")
    assert letters.level is not None
    assert words.level is not None
    assert (letters.level.official, words.level.official) == ("B", "ต้องปรับปรุง")
    assert letters.lowest == (10,)


def test_earlier_years_are_compared_the_latest_first() -> None:
    earlier = [case(2562, *EVERY), case(2564, *EVERY[:9], 58)]
    changes = analyse_case(case(2565, *EVERY), earlier).changes
    assert list(dict.fromkeys(change.year for change in changes)) == [2564, 2562]
    (tenth, _) = (change for change in changes if change.number == "10")
    assert (tenth.before, tenth.now, tenth.difference) == (58, 60, 2)


def test_only_an_earlier_year_is_compared() -> None:
    with pytest.raises(NotEarlierError, match=r"2565.*2565"):
        analyse_case(case(2565, *EVERY), [case(2565, *EVERY)])


def test_files_are_read(tmp_path: Path) -> None:
    now, past = tmp_path / "now.json", tmp_path / "past.json"
    now.write_bytes(case_to_json(case(2565, *EVERY)))
    past.write_bytes(case_to_json(case(2564, *EVERY)))
    assert analyse_file(now, [past]) == analyse_case(case(2565, *EVERY), [case(2564, *EVERY)])
    with pytest.raises(CaseFileError):
        analyse_file(now, [tmp_path / "none.json"])


def test_a_year_without_a_framework_is_told() -> None:
    with pytest.raises(NoFrameworkError):
        analyse_case(case(2561, *EVERY))
