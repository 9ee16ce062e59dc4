"""Checking a case by the framework of its own year, from memory and from a file."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from tests.domain.checks.making import base, with_memo, with_score

from ita_desktop.domain.case import Agency, SubIndicator
from ita_desktop.exchange.case_json import CaseFileError, case_to_json
from ita_desktop.exchange.framework_json import FrameworkFileError
from ita_desktop.services.checks import check_case, check_file, mended
from ita_desktop.services.frameworks import copy_framework

WRONG_MEAN = with_score(
    base(),
    10,
    sub_indicators=(
        SubIndicator("10.1", score=Decimal(75)),
        SubIndicator("10.2", score=Decimal(50)),
    ),
)


def test_the_framework_of_the_assessed_year_is_used() -> None:
    assert [finding.rule for finding in check_case(WRONG_MEAN)] == ["total-mismatch"]


def test_a_year_without_a_framework_is_checked_as_far_as_it_goes() -> None:
    far = WRONG_MEAN._replace(
        fiscal_year=2600, assessment=WRONG_MEAN.assessment._replace(year=2599), measures=()
    )
    far = with_memo(far, subject="รายงาน", recipient="นายองค์การบริหารส่วนตำบลลานไผ่")

    rules = [finding.rule for finding in check_case(far)]

    assert "addressee-misspelt" in rules
    assert "total-mismatch" not in rules


def test_a_framework_of_the_users_that_is_broken_is_not_passed_over() -> None:
    copy_framework(2565, 2565).write_text("{", encoding="utf-8")

    with pytest.raises(FrameworkFileError):
        check_case(base())


def test_a_file_of_version_1_is_told_of_in_its_own_paths(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    memo = {"recipient": "นายกองค์การบริหารส่วนตำบลลานใผ่"}
    tree = {
        "format": "ita-case",
        "version": 1,
        "agency": {"name": "องค์การบริหารส่วนตำบลลานไผ่"},
        "fiscal_year": 2569,
        "assessment": {"year": 2568},
        "measures": [],
        "memo": memo,
    }
    path.write_text(json.dumps(tree), encoding="utf-8")

    paths = {finding.rule: finding.path for finding in check_file(path)}

    assert paths["addressee-misspelt"] == "memo.recipient"
    assert paths["signatory-missing"] == "memo.signatories"


def test_a_draft_that_no_paper_can_be_made_of_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(case_to_json(base()._replace(agency=Agency(""))))

    with pytest.raises(CaseFileError, match="ต้องมีค่า") as caught:
        check_file(path)

    assert caught.value.path == "agency.name"


def test_a_file_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(case_to_json(WRONG_MEAN))

    assert [finding.rule for finding in check_file(path)] == ["total-mismatch"]


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError):
        check_file(tmp_path / "none.json")


def test_mending_applies_the_fix() -> None:
    (finding,) = check_case(WRONG_MEAN)

    case = mended(WRONG_MEAN, finding)

    assert case.assessment.indicators[9].score == Decimal("62.5")
    assert check_case(case) == ()
    assert mended(case, finding._replace(fix=None)) == case
