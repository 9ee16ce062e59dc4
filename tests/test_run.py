"""Setting up: done once, repeated when something changed, explained when it cannot be done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import run


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A checkout in a folder of its own; the commands that a setup would run."""
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ndependencies = ["one>=1"]\noptional-dependencies = { dev = ["two"] }\n',
        encoding="utf-8",
    )
    venv = tmp_path / ".venv"
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", venv)
    monkeypatch.setattr(run, "STAMP", venv / "ita-ready.json")
    monkeypatch.setattr(run, "PYTHON", venv / "python")
    seen: list[list[str]] = []

    def pretend(*command: str | Path) -> None:
        seen.append([str(word) for word in command])
        if "venv" in seen[-1]:
            venv.mkdir(exist_ok=True)
            (venv / "python").touch()

    monkeypatch.setattr(run, "run", pretend)
    return seen


def kinds(commands: list[list[str]]) -> list[str]:
    found = ["venv" if "venv" in words else words[-1] for words in commands]
    if found:
        # every setup ends by compiling the checkout
        assert commands[-1][-3:-1] == ["compileall", "-q"]
        found.pop()
    commands.clear()
    return found


def test_the_second_setup_has_nothing_to_do(commands):
    run.set_up_python(tests=False)
    assert kinds(commands) == ["venv", "."]
    run.set_up_python(tests=False)
    assert kinds(commands) == []


def test_tests_need_more_and_the_program_then_nothing(commands):
    run.set_up_python(tests=False)
    kinds(commands)
    run.set_up_python(tests=True)
    assert kinds(commands) == [".[dev]"]
    run.set_up_python(tests=False)
    assert kinds(commands) == []


def test_a_changed_project_is_installed_again_with_what_was_there(commands):
    run.set_up_python(tests=True)
    kinds(commands)
    with (run.ROOT / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("# changed\n")
    run.set_up_python(tests=False)
    assert kinds(commands) == [".[dev]"]


def test_another_python_makes_the_environment_anew(commands, monkeypatch):
    run.set_up_python(tests=True)
    kinds(commands)
    monkeypatch.setattr(run.sys, "version", "3.99")
    run.set_up_python(tests=False)
    assert kinds(commands) == ["venv", "."]


@pytest.mark.parametrize("stamp", ["", "{", "[]", '{"machine": 1}'])
def test_a_broken_stamp_counts_as_none(commands, stamp):
    run.set_up_python(tests=False)
    kinds(commands)
    run.STAMP.write_text(stamp, encoding="utf-8")
    run.set_up_python(tests=False)
    assert kinds(commands) == ["venv", "."]


def test_a_setup_that_was_interrupted_is_done_again(commands, monkeypatch):
    pretend = run.run

    def fail_at_pip(*command):
        pretend(*command)
        if "pip" in command:
            raise run.SetupError("no network")

    monkeypatch.setattr(run, "run", fail_at_pip)
    with pytest.raises(run.SetupError):
        run.set_up_python(tests=False)
    monkeypatch.setattr(run, "run", pretend)
    commands.clear()
    run.set_up_python(tests=False)
    assert kinds(commands)[-1] == "."
    assert json.loads(run.STAMP.read_text(encoding="utf-8"))["tests"] is False


@pytest.mark.parametrize(
    ("version", "folder", "expected"),
    [
        ((3, 11), "งาน", ["one>=1", "two"]),
        ((3, 12), "งาน", ["-e", ".[dev]"]),
        ((3, 11), "work", ["-e", ".[dev]"]),
    ],
)
def test_no_thai_path_is_written_where_python_could_not_read_it(
    commands, monkeypatch, tmp_path, version, folder, expected
):
    root = tmp_path / folder
    root.mkdir()
    (run.ROOT / "pyproject.toml").rename(root / "pyproject.toml")
    monkeypatch.setattr(run, "ROOT", root)
    monkeypatch.setattr(run, "WINDOWS", True)
    monkeypatch.setattr(run.sys, "version_info", version)
    assert run.wanted_packages(tests=True) == expected


def test_a_failing_command_is_shown_as_it_can_be_typed():
    with pytest.raises(run.SetupError, match="-c 'raise SystemExit\\(1\\)'"):
        run.run(run.sys.executable, "-c", "raise SystemExit(1)")


def test_missing_libraries_are_named_as_packages(monkeypatch):
    monkeypatch.setattr(run, "LINUX", True)
    monkeypatch.setattr(run, "can_load", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(run.shutil, "which", lambda program: None)
    assert run.missing_packages(tests=False) == ["libegl1"]
    assert run.missing_packages(tests=True) == ["libegl1", "poppler-utils"]


def test_without_root_and_sudo_the_command_is_told(monkeypatch, capsys):
    monkeypatch.setattr(run, "missing_packages", lambda tests: ["libegl1", "libgl1"])
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(run.shutil, "which", lambda name: None if name == "sudo" else f"/{name}")
    assert run.set_up_system(tests=False) == ["libegl1", "libgl1"]
    assert "run as root: apt-get install -y libegl1 libgl1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("linux", "environment", "expected"),
    [
        (True, {}, False),
        (True, {"DISPLAY": ":0"}, True),
        (True, {"WAYLAND_DISPLAY": "wayland-0"}, True),
        (True, {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        (False, {}, True),
    ],
)
def test_a_screen_is_recognised(monkeypatch, linux, environment, expected):
    monkeypatch.setattr(run, "LINUX", linux)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run.has_screen() is expected
