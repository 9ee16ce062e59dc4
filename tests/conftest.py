"""What every test stands on: no screen, no time limits, no folders of the user's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
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


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """New folders, without pytest's search for a free name among thousands."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_folders(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Sends every path of the user's to a folder of this test's own."""
    home = next(_homes)
    home.mkdir()
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
