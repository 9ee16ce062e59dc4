"""The command ``scores`` from outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ita_desktop.cli import BAD_INPUT, OK, main

Console = pytest.CaptureFixture[str]

TABLE = "ตัวชี้วัด,คะแนน\n1 การปฏิบัติหน้าที่,97.68\n9 การเปิดเผยข้อมูล,92.50\nความสุข,5.00\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "คะแนน.csv"
    path.write_bytes(TABLE.encode("cp874"))
    return path


def refusal(capsys: Console, *words: object) -> str:
    assert main([str(word) for word in words]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == ""
    assert 1 <= len(err.splitlines()) <= 3
    return err


def test_what_was_read_as_json(file: Path, capsys: Console) -> None:
    assert main(["scores", str(file), "--year", "2564", "--json"]) == OK

    told = json.loads(capsys.readouterr().out)
    assert told["units"] == [{"name": "", "indicators": {"1": 97.68, "9": 92.5}, "total": None}]
    assert len(told["not_understood"]) == 1
    assert "ความสุข" in told["not_understood"][0]


def test_what_was_read_for_people(file: Path, capsys: Console) -> None:
    assert main(["scores", str(file), "--year", "๒๕๖๔", "--lines"]) == OK

    out, err = capsys.readouterr()
    assert "97.68" in out
    assert "ส่วนที่ไม่เข้าใจ" in out
    assert err == ""


def test_what_json_cannot_hold_is_told_beside_it(tmp_path: Path, capsys: Console) -> None:
    path = tmp_path / "points.csv"
    path.write_text(
        "หน่วยงาน,IIT(30),EIT(30),OIT(40),ITA\nอบต.ก้านแก้ว,27,26,34,87\n", encoding="utf-8"
    )

    assert main(["scores", str(path), "--year", "2564", "--json"]) == OK

    out, err = capsys.readouterr()
    assert json.loads(out)["units"] == [{"name": "อบต.ก้านแก้ว", "indicators": {}, "total": 87}]
    assert "IIT, EIT, OIT" in err


def test_uncertain_rules_are_told(tmp_path: Path, capsys: Console) -> None:
    path = tmp_path / "items.txt"
    path.write_text("O1 0\nO2 100\n10 การป้องกันการทุจริต 50\n", encoding="utf-8")

    assert main(["scores", str(path), "--year", "2568"]) == OK
    of_an_item = capsys.readouterr().out
    assert main(["scores", str(path), "--year", "2569"]) == OK
    of_a_year = capsys.readouterr().out
    assert main(["scores", str(path), "--year", "2564"]) == OK
    sure = capsys.readouterr().out

    assert "ข้อ O2 ยังไม่แน่นอน โปรดตรวจกับคู่มือ ป.ป.ช." in of_an_item
    assert "เกณฑ์ปี 2569 ยังไม่แน่นอน โปรดตรวจกับคู่มือ ป.ป.ช." in of_a_year
    assert "ไม่แน่นอน" not in sure


def test_a_total_that_does_not_follow_is_told(tmp_path: Path, capsys: Console) -> None:
    path = tmp_path / "odd.txt"
    scores = "".join(f"ตัวชี้วัดที่ {n} {80 + n}\n" for n in range(1, 11))
    path.write_text(f"{scores}คะแนนรวม 99.00\n", encoding="utf-8")

    assert main(["scores", str(path), "--year", "2564", "--json"]) == OK

    out, err = capsys.readouterr()
    assert json.loads(out)["units"][0]["total"] == 99
    assert "๙๙.๐๐" in err
    assert "โปรดตรวจ" in err


@pytest.mark.parametrize("content", [b"", b"\0" * 10, "ไม่มีอะไร".encode(), b"{}", None])
def test_a_file_without_scores_is_refused(
    content: bytes | None, tmp_path: Path, capsys: Console
) -> None:
    path = tmp_path / "bad.csv"
    if content is not None:
        path.write_bytes(content)

    assert "bad.csv" in refusal(capsys, "scores", path, "--year", "2564")


def test_the_year_is_asked_for_in_the_buddhist_era(file: Path, capsys: Console) -> None:
    assert "2563" in refusal(capsys, "scores", file, "--year", "2020")
    assert "พ.ศ." in refusal(capsys, "scores", file, "--year", "9" * 5000)
    assert "--year" in refusal(capsys, "scores", file)


def test_a_year_without_a_framework_is_refused(file: Path, capsys: Console) -> None:
    assert "2599" in refusal(capsys, "scores", file, "--year", "2599")
