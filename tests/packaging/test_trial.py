"""The trial's own rules: only what is pinned is used, every step is told."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

LISTING = """
Export Address Table -- Ordinal Base 1
\t[   0] +base[   1] 00001000 Export RVA

[Ordinal/Name Pointer] Table
\t[   0] +base[   1]  0000 PyArg_Parse
\t[   1] +base[   2]  0001 Py_Main

The Function Table
"""


def test_only_wheels_with_a_pinned_sum_count(load, monkeypatch, tmp_path):
    parts = load("parts")
    good, bad = b"the wheel", b"another wheel"
    pin = parts.Pin("one", "1.0", frozenset({hashlib.sha256(good).hexdigest()}))
    monkeypatch.setattr(parts, "pins", lambda: [pin])
    file = tmp_path / "one-1.0-py3-none-any.whl"

    file.write_bytes(bad)
    assert parts.missing_wheels(tmp_path) == ["one"]
    file.write_bytes(good)
    assert parts.missing_wheels(tmp_path) == []
    assert parts.wheels_at_hand(tmp_path) == {"one": file}


def test_what_is_at_hand_is_not_fetched(load, monkeypatch, tmp_path):
    parts = load("parts")
    monkeypatch.setattr(parts, "pins", list)
    monkeypatch.setattr(parts.subprocess, "run", None)

    parts.fetch_wheels(tmp_path)


def test_missing_programs_are_named_as_packages(load, monkeypatch):
    parts = load("parts")
    monkeypatch.setattr(parts, "SYSTEM", {"no-such-program": "wine", "/no/such/file": "nsis"})

    assert parts.missing_packages() == ["nsis", "wine"]


def test_exported_names_are_read_from_the_table(load):
    assert load("windows_python")._exported(LISTING) == ["PyArg_Parse", "Py_Main"]


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("/w/prefix/drive_c/users/ก/a.txt", "C:\\users\\ก\\a.txt"),
        ("/home/someone/a.txt", "Z:\\home\\someone\\a.txt"),
    ],
)
def test_paths_as_windows_sees_them(load, path, seen):
    wine = load("wine").Wine(Path("/w/prefix"), {})

    assert wine.windows_path(Path(path)) == seen


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_output_in_either_encoding_is_read(load, encoding):
    assert load("wine")._text("ผ่าน".encode(encoding)) == "ผ่าน"


def test_every_step_is_told_at_once(load, tmp_path, capsys):
    report = load("report").Report(tmp_path)

    assert report.step("one", lambda: "well")
    assert not report.step("two", lambda: str(1 / 0))
    report.leave_out("three", "no Wine")

    said = capsys.readouterr().out
    assert "ok" in said
    assert "FAILED" in said
    assert "LEFT OUT" in said
    assert report.failed
    kept = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [step["state"] for step in kept["steps"]] == ["passed", "failed", "left out"]
    assert "ZeroDivisionError" in (tmp_path / "report.md").read_text(encoding="utf-8")


def test_where_parts_are_missing_it_is_left_out_loudly(load, monkeypatch, tmp_path, capsys):
    trial = load("trial")
    monkeypatch.setattr(trial, "WORK", tmp_path)
    monkeypatch.setattr(trial, "supported", lambda: True)
    monkeypatch.setattr(trial.parts, "missing_packages", lambda: ["wine"])
    monkeypatch.setattr(trial.parts, "missing_wheels", lambda folder: [])

    assert trial.main(["--at-hand"]) == 0

    assert "THE WINDOWS TRIAL WAS NOT RUN: not at hand: wine" in capsys.readouterr().out
