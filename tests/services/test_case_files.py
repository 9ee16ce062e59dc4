"""Years come in and go out as files, none over another."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from ita_desktop.domain.case import Agency
from ita_desktop.domain.records import YearSummary
from ita_desktop.errors import ItaError
from ita_desktop.exchange.case_json import read_case
from ita_desktop.services.case_files import (
    case_file_name,
    export_case,
    export_cases,
    read_cases,
    same_years,
)
from ita_desktop.services.samples import sample_case

CASE = sample_case()


def test_what_goes_out_comes_in_again(tmp_path: Path) -> None:
    file = export_case(CASE, tmp_path / "กรณี")
    assert file.name == "กรณี.itacase"
    read = read_cases([file])
    assert read.cases == ((file, CASE),)
    assert read.problems == ()


@pytest.mark.parametrize("name", ["ก.json", "ก.JSON", "ก.itacase"])
def test_both_suffixes_are_ours(tmp_path: Path, name: str) -> None:
    assert export_case(CASE, tmp_path / name).name == name


def test_a_bad_file_does_not_keep_the_others_back(tmp_path: Path) -> None:
    good = export_case(CASE, tmp_path / "ดี.json")
    bad = tmp_path / "เสีย.json"
    bad.write_text("{", encoding="utf-8")
    read = read_cases([bad, good, tmp_path / "ไม่มี.json"])
    assert [file for file, _ in read.cases] == [good]
    assert ["เสีย.json" in str(problem) for problem in read.problems] == [True, False]


def test_several_cases_get_names_of_their_own(tmp_path: Path) -> None:
    (tmp_path / case_file_name(CASE)).write_text("ของเดิม", encoding="utf-8")
    written = export_cases([CASE, CASE], tmp_path)
    assert len({*written, tmp_path / case_file_name(CASE)}) == 3
    assert [read_case(file) for file in written] == [CASE, CASE]
    assert (tmp_path / case_file_name(CASE)).read_text(encoding="utf-8") == "ของเดิม"


def test_a_folder_that_has_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(ItaError, match="โปรด"):
        export_cases([CASE], tmp_path / "ไม่มี")


@pytest.mark.parametrize("name", ["อบต./ทดสอบ", "CON", "ก" * 300, "..", 'a<b>"c'])
def test_any_agency_makes_a_name_that_can_be_written(tmp_path: Path, name: str) -> None:
    case = CASE._replace(agency=Agency(name))
    assert export_case(case, tmp_path / case_file_name(case)).parent == tmp_path


def test_the_same_year_of_the_same_agency_is_known() -> None:
    now = datetime.datetime.now(datetime.UTC)
    there = YearSummary("1", CASE.fiscal_year, 2567, CASE.agency.name, False, False, now)
    others = [there._replace(fiscal_year=2500), there._replace(agency="อบต.อื่น")]
    assert same_years(CASE, [*others, there]) == [there]
    assert same_years(CASE, others) == []
