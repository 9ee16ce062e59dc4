"""A share on the network is recognised, and no log is kept there (D12)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.storage.making import NAME, add_year, as_left_by_a_crash, filled, opened, read_all

from ita_desktop.storage.database import OpeningState, open_database
from ita_desktop.storage.network import (
    DRIVE_REMOTE,
    is_network_mount,
    is_on_network,
    is_remote_path,
)

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export /mnt/nfs nfs4 rw,vers=4.2 0 0
//server/share /mnt/with\\040space cifs rw 0 0
/dev/sdb1 /mnt/nfs/local ext4 rw 0 0
me@host:/ /home/me/remote fuse.sshfs rw 0 0
tmpfs /mnt/twice tmpfs rw 0 0
server:/x /mnt/twice nfs rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/me", False),
        ("/", False),
        ("/mnt/nfs", True),
        ("/mnt/nfs/a/b", True),
        ("/mnt/nfsother", False),
        ("/mnt/nfs/local/a", False),
        ("/mnt/with space/ข้อมูล", True),
        ("/home/me/remote/x", True),
        ("/mnt/twice", True),
    ],
)
def test_mounts_of_linux(path: str, remote: bool) -> None:
    assert is_network_mount(path, MOUNTS) is remote


def test_no_mounts_are_no_network() -> None:
    assert is_network_mount("/home", "") is False


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        (r"\\server\share\ita", True),
        ("//server/share/ita", True),
        (r"\\?\UNC\server\share", True),
        (r"\\?\C:\ita", False),
        (r"\\?\Z:\ita", True),
        (r"C:\Users\somchai", False),
        (r"Z:\ita", True),
        ("relative", False),
        ("", False),
    ],
)
def test_paths_of_windows(path: str, remote: bool) -> None:
    def drive_type(root: str) -> int:
        assert root.endswith(":\\")
        return DRIVE_REMOTE if root == "Z:\\" else 3

    assert is_remote_path(path, drive_type) is remote


def test_a_local_folder_is_none(tmp_path: Path) -> None:
    assert is_on_network(tmp_path) is False


def on_share(_: Path) -> bool:
    return True


def journal_mode(path: Path) -> int:
    """The mode in the file's header: 1 without a log, 2 with one."""
    return path.read_bytes()[18]


@pytest.mark.parametrize("before", ["new", "closed", "with a log"])
def test_no_log_is_kept_there(tmp_path: Path, before: str) -> None:
    path = tmp_path / "share" / NAME
    path.parent.mkdir()
    records = filled(tmp_path / NAME, years=2)
    if before == "closed":
        path.write_bytes((tmp_path / NAME).read_bytes())
    elif before == "with a log":
        local = opened(tmp_path / NAME)
        records = (add_year(local), *records)
        as_left_by_a_crash(tmp_path / NAME, path)
        assert journal_mode(path) == 2
        local.close()

    found = open_database(path, on_network=on_share)

    assert found.state is OpeningState.READY
    store = found.store
    assert store
    assert store.on_network
    if before != "new":
        assert sorted(read_all(store)) == sorted(records)
    record = add_year(store)
    assert journal_mode(path) == 1
    assert not path.with_name(f"{NAME}-wal").exists()
    store.close()
    again = opened(path)
    assert record in read_all(again)
    again.close()


def test_it_is_read_there_while_another_writes(tmp_path: Path) -> None:
    writer = open_database(tmp_path / NAME, on_network=on_share).store
    assert writer
    record = add_year(writer)

    found = open_database(tmp_path / NAME, on_network=on_share)

    assert found.state is OpeningState.IN_USE
    assert found.store
    assert read_all(found.store) == (record,)
    found.store.close()
    writer.close()


def test_a_local_database_says_that_it_is_local(tmp_path: Path) -> None:
    store = opened(tmp_path / NAME)

    assert store.on_network is False
    store.close()
