"""What every test stands on: no screen, no time limits, no folders of the user's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

import ita_desktop.ui  # noqa: F401 - on Python 3.11 it makes Qt safe, for every test that uses Qt

# Before any import of Qt: tests draw into memory, with or without a screen. Wine takes away
# variables that begin with QT_, so there the trial names the platform by another one.
os.environ.setdefault("QT_QPA_PLATFORM", os.environ.get("ITA_TEST_PLATFORM", "offscreen"))

# A slow machine is no failure.
# in CI the same examples every time, so that what lands was what was tried;
# here new ones at each run
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sends every path of the user's to a folder of this test's own."""
    home: Path = tmp_path_factory.mktemp("home")
    for name in (
        "HOME",
        "USERPROFILE",
        "APPDATA",
        "LOCALAPPDATA",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
    ):
        monkeypatch.setenv(name, str(home))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begins with the tests that take long, so that no processor ends alone with one."""
    items.sort(key=lambda item: item.get_closest_marker("whole") is None)
