"""A database on another computer: recognised by what Windows says of the drive."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from ita_desktop.storage.database import OpeningState, open_database
from ita_desktop.storage.network import is_on_network

needs_a_drive = pytest.mark.skipif(
    "ITA_TRIAL_NETWORK_DRIVE" not in os.environ,
    reason="needs a drive of the network, ITA_TRIAL_NETWORK_DRIVE; the trial has one",
)


def test_the_drive_of_the_system_is_here() -> None:
    assert not is_on_network(Path(os.environ["SYSTEMROOT"]))


@pytest.mark.parametrize("share", [r"\\server\งานกลาง\ita", r"\\?\UNC\server\ita"])
def test_a_share_is_elsewhere(share: str) -> None:
    assert is_on_network(Path(share))


@needs_a_drive
def test_a_mapped_drive_is_elsewhere_and_keeps_no_log() -> None:
    drive = Path(os.environ["ITA_TRIAL_NETWORK_DRIVE"])
    assert is_on_network(drive)
    folder = Path(tempfile.mkdtemp(dir=drive))
    try:
        opened = open_database(folder / "ita-desktop.sqlite3")
        assert opened.state is OpeningState.READY
        assert opened.store is not None
        with contextlib.closing(opened.store):
            assert opened.store.on_network
            with opened.store.driver_connection() as connection:
                assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    finally:
        shutil.rmtree(folder)
