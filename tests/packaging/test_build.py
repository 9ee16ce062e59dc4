"""The steps of the build that need no Windows."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ita_desktop import __version__
from ita_desktop.services.folders import PORTABLE_MARKER


@pytest.fixture
def bundle(tmp_path, load):
    """A folder with what no bundle may lack."""
    folder = tmp_path / "โฟลเดอร์" / "ita-desktop"
    for name in load("build").NEEDED:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"12345")
    return folder


def test_the_version_is_the_programs(load):
    assert __version__ == load("product").VERSION


def test_a_whole_bundle_has_its_size(load, bundle):
    build = load("build")
    assert build.check_bundle(bundle) == 5 * len(build.NEEDED)


def test_a_bundle_without_a_part_is_refused(load, bundle):
    build = load("build")
    (bundle / "_internal" / "resources" / "LICENSE").unlink()
    with pytest.raises(build.BuildError, match="_internal/resources/LICENSE"):
        build.check_bundle(bundle)


def test_a_bundle_that_is_too_large_is_refused(load, bundle, monkeypatch):
    build = load("build")
    monkeypatch.setattr(build, "MOST_BYTES", 5 * len(build.NEEDED))
    with pytest.raises(build.BuildError, match="too many"):
        build.check_bundle(bundle)


def test_the_portable_archive_has_one_folder_with_the_marker_that_the_program_looks_for(
    load, bundle, tmp_path
):
    output = tmp_path / "new" / "portable.zip"

    load("build").pack_portable(bundle, output)

    with zipfile.ZipFile(output) as archive:
        names = archive.namelist()
        assert {Path(name).parts[0] for name in names} == {f"ita-desktop-{__version__}"}
        marker = archive.read(f"ita-desktop-{__version__}/{PORTABLE_MARKER}")
    assert "data" in marker.decode("utf-8")
    assert f"ita-desktop-{__version__}/ita-desktop.exe" in names


def test_without_nsis_it_is_said_how_to_get_it(load, monkeypatch, tmp_path):
    build = load("build")
    for name in ("PATH", "ProgramFiles", "ProgramFiles(x86)"):
        monkeypatch.setenv(name, str(tmp_path))
    with pytest.raises(build.BuildError, match="install NSIS"):
        build.makensis()


def test_elsewhere_than_on_windows_it_names_the_trial(load, monkeypatch):
    build = load("build")
    monkeypatch.setattr(build, "WINDOWS", False)
    with pytest.raises(build.BuildError, match="packaging/trial"):
        build.set_up()
