"""The user's folder by system, and how it is put elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop.services.folders import (
    OVERRIDE,
    PORTABLE_DATA,
    PORTABLE_MARKER,
    user_folder,
)


def test_the_override_is_the_folder_itself(tmp_path: Path) -> None:
    environment = {OVERRIDE: str(tmp_path), "XDG_DATA_HOME": "/elsewhere"}

    assert user_folder("a", "b", environment=environment) == tmp_path / "a" / "b"


@pytest.mark.parametrize(
    ("platform", "variable"), [("win32", "LOCALAPPDATA"), ("linux", "XDG_DATA_HOME")]
)
def test_the_systems_variable_counts(tmp_path: Path, platform: str, variable: str) -> None:
    environment = {variable: str(tmp_path)}

    found = user_folder("m", environment=environment, platform=platform)

    assert found == tmp_path / "ita-desktop" / "m"


@pytest.mark.parametrize(
    ("platform", "usual"),
    [
        ("win32", "AppData/Local"),
        ("darwin", "Library/Application Support"),
        ("linux", ".local/share"),
    ],
)
def test_without_a_variable_it_is_the_usual_place(platform: str, usual: str) -> None:
    found = user_folder(environment={}, platform=platform)

    assert found == Path.home() / usual / "ita-desktop"


def test_a_relative_variable_is_none() -> None:
    environment = {"XDG_DATA_HOME": "data"}

    found = user_folder(environment=environment, platform="linux")

    assert found == Path.home() / ".local/share/ita-desktop"


def test_the_environment_of_the_process_is_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OVERRIDE, str(tmp_path))

    assert user_folder("x") == tmp_path / "x"


def test_a_portable_program_keeps_the_data_beside_it(tmp_path: Path) -> None:
    program = tmp_path / "ita-desktop.exe"
    program.touch()
    environment = {"LOCALAPPDATA": str(tmp_path / "local")}

    def found() -> Path:
        return user_folder("x", environment=environment, platform="win32", program=program)

    assert found() == tmp_path / "local" / "ita-desktop" / "x"
    (tmp_path / PORTABLE_MARKER).touch()
    assert found() == tmp_path / PORTABLE_DATA / "x"


def test_the_override_counts_more_than_the_marker(tmp_path: Path) -> None:
    (tmp_path / PORTABLE_MARKER).touch()
    environment = {OVERRIDE: str(tmp_path / "elsewhere")}

    found = user_folder(environment=environment, program=tmp_path / "ita-desktop.exe")

    assert found == tmp_path / "elsewhere"


def test_only_a_frozen_program_is_portable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / PORTABLE_MARKER).touch()
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    environment = {"XDG_DATA_HOME": str(tmp_path / "share")}

    def found() -> Path:
        return user_folder(environment=environment, platform="linux")

    assert found() == tmp_path / "share" / "ita-desktop"
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert found() == tmp_path / PORTABLE_DATA
