"""The program's files are found from source, from a wheel and in a frozen build."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from ita_desktop import resources
from ita_desktop.errors import ItaError

ROOT = Path(__file__).parents[1]
FONT = ("fonts", "th-sarabun-new", "THSarabunNew-Regular.ttf")
SHOWN = (("manual", "index.md"), ("LICENSE",), ("THIRD_PARTY_LICENCES.md",))
"""What the window shows that lies outside resources/ in a source checkout."""


def test_found_in_a_source_checkout() -> None:
    assert resources.resource_path(*FONT) == ROOT.joinpath("resources", *FONT)


def test_a_folder_is_found_too() -> None:
    assert resources.resource_path("fonts").is_dir()


@pytest.mark.parametrize("parts", SHOWN)
def test_what_the_window_shows_is_found_in_a_source_checkout(parts: tuple[str, ...]) -> None:
    assert resources.resource_path(*parts).is_file()


def test_a_missing_file_is_named_and_says_what_to_do() -> None:
    with pytest.raises(resources.MissingResourceError) as caught:
        resources.resource_path("fonts", "none.ttf")
    assert isinstance(caught.value, ItaError)
    assert caught.value.name == "resources/fonts/none.ttf"
    assert "resources/fonts/none.ttf" in str(caught.value)
    assert "ติดตั้งโปรแกรมใหม่" in str(caught.value)


@pytest.mark.parametrize("place", ["unpacked", "beside the program"])
def test_found_in_a_frozen_build(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "โปรแกรม ita"
    unpacked = program / "_internal"
    home = unpacked if place == "unpacked" else program
    wanted = home / "resources" / "ui" / "x.ui"
    wanted.parent.mkdir(parents=True)
    wanted.write_text("<ui/>", encoding="utf-8")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(unpacked), raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "ita-desktop.exe"))

    assert resources.resource_path("ui", "x.ui") == wanted
    with pytest.raises(resources.MissingResourceError):
        resources.resource_path(*FONT)  # the source checkout is not looked at


def build(kind: str, folder: Path) -> Path:
    """Builds a wheel or an sdist of this checkout into ``folder``."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (made,) = folder.iterdir()
    return made


def test_found_in_an_installed_wheel(tmp_path: Path) -> None:
    wheel = build("wheel", tmp_path / "dist")
    # A wheel of one package with no code outside it installs by unpacking.
    site = tmp_path / "site packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    shutil.rmtree(tmp_path / "dist")

    code = (
        f"import sys; sys.path.insert(0, {str(site)!r})\n"
        f"from ita_desktop.resources import resource_path; print(resource_path(*{FONT!r}))"
    )
    found = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-c", code],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.strip()
    assert Path(found) == site.joinpath("ita_desktop", "resources", *FONT)
    for parts in SHOWN:
        assert site.joinpath("ita_desktop", "resources", *parts).is_file()


def test_the_source_distribution_carries_the_resources(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert "/".join(("resources", *FONT)) in names
    assert "src/ita_desktop/resources.py" in names
