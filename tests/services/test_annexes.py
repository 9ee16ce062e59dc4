"""The annex of a case: by its year's framework, compared with earlier years' files."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.domain.case import Agency, Assessment, Case, Indicator
from ita_desktop.errors import ItaError
from ita_desktop.exchange.case_json import case_to_json
from ita_desktop.papers.document import Chart, Table
from ita_desktop.papers.options import PaperOptions
from ita_desktop.services.annexes import EarlierYearError, NoScoresError, annex_of
from ita_desktop.services.papers import export_paper
from ita_desktop.services.samples import sample_case, write_sample
from ita_desktop.thai.digits import Digits


def case(year: int, *scores: int) -> Case:
    indicators = [Indicator(n, score=Decimal(score)) for n, score in enumerate(scores, start=1)]
    agency = Agency("เทศบาลตำบลธารงาม")
    return Case(agency, year + 1, Assessment(year, tuple(indicators)))


FULL = case(2567, *range(81, 91))
BEFORE = case(2566, *range(71, 81))


def test_the_sample_has_an_annex() -> None:
    annex = annex_of(sample_case())

    assert sum(isinstance(block, Table) for block in annex.blocks) == 1
    assert sum(isinstance(block, Chart) for block in annex.blocks) == 2


def test_earlier_years_may_come_in_any_order() -> None:
    years = [case(2565, *range(61, 71)), BEFORE]

    assert annex_of(FULL, years) == annex_of(FULL, years[::-1])


def test_a_case_without_scores_has_none() -> None:
    with pytest.raises(NoScoresError, match="๒๕๖๗"):
        annex_of(case(2567))


@pytest.mark.parametrize("earlier", [[FULL], [case(2568, 1)], [BEFORE, BEFORE]])
def test_a_year_that_is_not_earlier_or_comes_twice_is_refused(earlier: list[Case]) -> None:
    with pytest.raises(EarlierYearError):
        annex_of(FULL, earlier)


def test_the_agencys_name_is_printed_on_one_line_in_the_digits_that_are_wished() -> None:
    named = FULL._replace(agency=Agency("เทศบาล\n\u202eตําบล 9"))

    assert annex_of(named).title.endswith("ของเทศบาล ตำบล ๙")
    assert annex_of(named, digits=Digits.AS_TYPED).title.endswith("ของเทศบาล ตำบล 9")


def test_a_year_without_a_framework_is_told() -> None:
    with pytest.raises(ItaError, match="2599"):
        annex_of(case(2599, 90))


def test_a_memo_is_exported_with_its_annex(tmp_path: Path) -> None:
    write_sample(tmp_path / "now.json")
    (tmp_path / "before.json").write_bytes(case_to_json(BEFORE))
    plain = export_paper(tmp_path / "now.json", tmp_path / "plain.pdf", PaperOptions())

    with_annex = export_paper(
        tmp_path / "now.json",
        tmp_path / "a.pdf",
        PaperOptions(annex=True),
        [tmp_path / "before.json"],
    )

    assert with_annex.pages > plain.pages
    assert with_annex.warnings == ()


def test_nothing_is_written_where_the_annex_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(case_to_json(case(2567)))

    with pytest.raises(NoScoresError):
        export_paper(tmp_path / "a.json", tmp_path / "a.pdf", PaperOptions(annex=True))

    assert not (tmp_path / "a.pdf").exists()
