"""The commands ``analyse`` and ``framework``: thin, Thai, and refusing calmly."""

from __future__ import annotations

import io
import json
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.cli import BAD_INPUT, OK, main
from ita_desktop.domain.case import Assessment, Indicator, SubIndicator
from ita_desktop.exchange.case_json import case_to_json
from ita_desktop.services.samples import sample_case

Console = pytest.CaptureFixture[str]


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    path.write_bytes(case_to_json(sample_case()))
    return path


def earlier_case(tmp_path: Path, year: int) -> Path:
    sample = sample_case()
    path = tmp_path / f"{year}.json"
    path.write_bytes(
        case_to_json(sample._replace(assessment=sample.assessment._replace(year=year)))
    )
    return path


def refusal(capsys: Console, *words: object) -> str:
    assert main([str(word) for word in words]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) <= 3
    return err


def test_the_analysis_is_shown(case_path: Path, capsys: Console) -> None:
    assert main(["analyse", str(case_path)]) == OK
    out, err = capsys.readouterr()
    assert "คะแนนรวม" in out
    assert err == ""


def test_json_is_all_that_is_written(case_path: Path, capsys: Console) -> None:
    assert main(["analyse", "--json", str(case_path)]) == OK
    out, err = capsys.readouterr()
    assert json.loads(out)["year"] == sample_case().assessment.year
    assert all(line.startswith("คำเตือน: ") for line in err.splitlines())


def test_contradictions_are_told_beside_the_json(tmp_path: Path, capsys: Console) -> None:
    sub = SubIndicator("10.1", score=Decimal(50)), SubIndicator("10.2", score=Decimal(0))
    tenth = Indicator(10, score=Decimal(90), sub_indicators=sub)
    path = tmp_path / "odd.json"
    case = sample_case()._replace(assessment=Assessment(2563, (tenth,)))
    path.write_bytes(case_to_json(case))
    assert main(["analyse", "--json", str(path)]) == OK
    out, err = capsys.readouterr()
    assert json.loads(out)["gains"][0]["gap"] == 75
    assert "๙๐.๐๐" in err
    assert "๒๕.๐๐" in err


def test_json_is_utf_8_whatever_the_console_is(
    case_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert main(["analyse", "--json", str(case_path)]) == OK
    assert "จึงเป็น" in json.loads(raw.getvalue())["level"]["reason"]


def test_json_is_written_to_a_stream_without_bytes(
    case_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["analyse", "--json", str(case_path)]) == OK
    assert json.loads(stream.getvalue())["total"] is not None


def test_earlier_years_are_compared(case_path: Path, tmp_path: Path, capsys: Console) -> None:
    year = sample_case().assessment.year
    words = [f"--earlier={earlier_case(tmp_path, year - back)}" for back in (1, 2)]
    assert main(["analyse", str(case_path), "--json", *words]) == OK
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert {change["year"] for change in changes} == {year - 1, year - 2}


def test_the_same_year_is_no_earlier_year(case_path: Path, capsys: Console) -> None:
    assert "ปีก่อน" in refusal(capsys, "analyse", case_path, "--earlier", case_path)


def test_a_bad_case_is_refused(tmp_path: Path, capsys: Console) -> None:
    assert "ไม่พบ" in refusal(capsys, "analyse", tmp_path / "none.json")
    (tmp_path / "empty.json").write_bytes(b"")
    assert "ว่าง" in refusal(capsys, "analyse", tmp_path / "empty.json", "--json")


def test_a_year_without_a_framework_is_refused(tmp_path: Path, capsys: Console) -> None:
    path = tmp_path / "old.json"
    path.write_bytes(case_to_json(sample_case()._replace(assessment=Assessment(2555))))
    assert "2555" in refusal(capsys, "analyse", path)


def test_a_framework_is_shown(capsys: Console) -> None:
    assert main(["framework", "2568"]) == OK
    assert "O28" in capsys.readouterr().out


def test_a_framework_is_copied_and_then_used(capsys: Console) -> None:
    assert main(["framework", "2568", "--copy-to", "2571"]) == OK
    file = Path(capsys.readouterr().out.partition(": ")[2].strip())
    assert json.loads(file.read_text(encoding="utf-8"))["year"] == 2571
    assert main(["framework", "2571"]) == OK
    assert "๒๕๗๑" in capsys.readouterr().out
    assert "2571" in refusal(capsys, "framework", "2568", "--copy-to", "2571")


@pytest.mark.parametrize("year", ["2025", "x", "25680", "-", "²"])
def test_what_is_no_year_is_refused(year: str, capsys: Console) -> None:
    assert "พ.ศ." in refusal(capsys, "framework", year)


def test_thai_digits_are_a_year_too(capsys: Console) -> None:
    assert main(["framework", "๒๕๖๓"]) == OK
    assert "O43" in capsys.readouterr().out
