"""The command ``check`` from outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.domain.checks.making import base, with_measure, with_memo

from ita_desktop.cli import main
from ita_desktop.domain.case import Case
from ita_desktop.exchange.case_json import case_to_json

Console = pytest.CaptureFixture[str]

FAULTY = with_memo(base(), recipient="นายองค์การบริหารส่วนตำบลลานไผ่")
WEAK = with_measure(base(), 1, responsible=())


def file_of(case: Case, folder: Path) -> str:
    path = folder / "case.json"
    path.write_bytes(case_to_json(case))
    return str(path)


@pytest.mark.parametrize(
    ("case", "code", "findings"),
    [
        (base(), 0, []),
        (WEAK, 0, [("measure-without-owner", "warning", "measures[1].responsible")]),
        (FAULTY, 1, [("addressee-misspelt", "error", "papers[0].texts.recipient")]),
    ],
)
def test_findings_as_json(
    case: Case, code: int, findings: list[tuple[str, ...]], tmp_path: Path, capsys: Console
) -> None:
    assert main(["check", file_of(case, tmp_path), "--json"]) == code

    out, err = capsys.readouterr()
    told = json.loads(out)
    assert [(each["rule"], each["severity"], each["path"]) for each in told] == findings
    assert all(list(each) == ["rule", "severity", "path", "message"] for each in told)
    assert err == ""


@pytest.mark.parametrize(
    ("case", "code", "last"),
    [(base(), 0, "ไม่พบข้อที่ควรแก้"), (WEAK, 0, "พบ ๑ ข้อ: ควรแก้ ๑"), (FAULTY, 1, "พบ ๑ ข้อ: ผิด ๑")],
)
def test_findings_for_people(
    case: Case, code: int, last: str, tmp_path: Path, capsys: Console
) -> None:
    assert main(["check", file_of(case, tmp_path)]) == code

    assert capsys.readouterr().out.splitlines()[-1] == last


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", None])
def test_a_bad_file_is_refused(content: bytes | None, tmp_path: Path, capsys: Console) -> None:
    path = tmp_path / "bad.json"
    if content is not None:
        path.write_bytes(content)

    assert main(["check", str(path), "--json"]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert 1 <= len(err.splitlines()) <= 3
