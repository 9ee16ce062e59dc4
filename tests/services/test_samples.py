"""The sample that ships: of the format, coherent, and a model of what a memo should say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.domain.case import Case, Round
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.domain.score_parts import walk
from ita_desktop.exchange.case_json import case_to_json, read_case
from ita_desktop.files import OutputFileError
from ita_desktop.services.assessment import parts_of
from ita_desktop.services.samples import sample_case, write_sample

TOLERANCE = Decimal("0.01")


@pytest.fixture(scope="module")
def sample() -> Case:
    return sample_case()


def test_it_is_written_as_the_program_writes(tmp_path: Path, sample: Case) -> None:
    path = tmp_path / "case.json"

    write_sample(path)

    assert read_case(path) == sample
    assert path.read_bytes() == case_to_json(sample)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputFileError):
        write_sample(tmp_path / "none" / "case.json")


def test_its_scores_follow_from_each_other(sample: Case) -> None:
    indicators = sample.assessment.indicators

    assert [indicator.number for indicator in indicators] == list(range(1, 11))
    for indicator in indicators[8:]:
        for sub in indicator.sub_indicators:
            scores = [item.score for item in sub.items if item.score is not None]
            assert len(scores) == len(sub.items) > 0
            assert sub.score is not None
            assert abs(sub.score - sum(scores) / len(scores)) <= TOLERANCE
        subs = [sub.score for sub in indicator.sub_indicators if sub.score is not None]
        assert indicator.score is not None
        assert abs(indicator.score - sum(subs) / len(subs)) <= TOLERANCE


def test_its_parts_are_named_as_in_the_framework_of_the_year(sample: Case) -> None:
    parts = {part.number: part.name for part in walk(parts_of(sample))}
    for indicator in sample.assessment.indicators:
        assert indicator.name == parts[str(indicator.number)]
        for sub in indicator.sub_indicators:
            assert sub.name == parts[sub.number]
            assert [item.name for item in sub.items] == [parts[item.code] for item in sub.items]


def test_its_focus_lies_in_the_lowest_indicator(sample: Case) -> None:
    lowest = min(sample.assessment.indicators, key=lambda one: one.score or Decimal(100))
    below = {str(lowest.number), *(sub.number for sub in lowest.sub_indicators)}

    assert sample.analysis.focus
    assert set(sample.analysis.focus) <= below


def test_its_measures_are_complete(sample: Case) -> None:
    assert len(sample.measures) == 7
    assert len({measure.name for measure in sample.measures}) == 7
    steps = [step for measure in sample.measures for step in measure.steps]
    assert len(set(steps)) == len(steps)  # none copied from another measure
    for measure in sample.measures:
        assert measure.name.startswith("มาตรการ")
        assert min(map(len, (measure.guidelines, measure.steps, measure.responsible))) > 0
        assert measure.monitoring
        (result,) = measure.results
        assert result.round is Round.SIX_MONTHS
        assert result.details
        assert result.period
        assert result.status
        assert result.evidence
        # An outcome is a change that can be counted, not one more paper.
        assert any("๐" <= sign <= "๙" for sign in result.outcome)
        assert "รายงานผล" not in result.outcome


def test_its_memo_fits_the_round_and_leaves_the_rest_to_be_composed(sample: Case) -> None:
    memo = memo_of(sample)
    year = sample.fiscal_year - 543

    assert memo.date is not None
    assert date(year, 3, 31) < memo.date <= date(year, 9, 30)
    assert memo.date.weekday() < 5
    assert memo.round is Round.SIX_MONTHS
    assert sample.assessment.year == sample.fiscal_year - 1
    assert memo.text("recipient") == f"นายก{sample.agency.name}"
    assert len(memo.signatories) == 4
    composed = [memo.text(key) for key in ("measures_heading", "results_intro", "closing")]
    assert [sample.analysis.opening, *composed] == [""] * 4
