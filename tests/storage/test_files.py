"""Files are copied into the data folder whole, under safe names, and found there again."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.records import StoredFile
from ita_desktop.errors import ItaError
from ita_desktop.files import OutputFileError
from ita_desktop.storage import files
from ita_desktop.storage.files import FileKeeper, SourceFileError, StoredPathError

posix = pytest.mark.skipif(os.name == "nt", reason="names and links as POSIX has them")

PHOTO = b"\xff\xd8photo" * 1000


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def keeper(data: Path) -> FileKeeper:
    return FileKeeper(data)


def source(tmp_path: Path, name: str = "ภาพกิจกรรม.jpg", content: bytes = PHOTO) -> Path:
    path = tmp_path / "session" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def kept(data: Path) -> dict[str, bytes]:
    """Every file in the data folder, unfinished ones included."""
    files = (path for path in data.rglob("*") if path.is_file())
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in files}


def test_a_file_is_copied_under_its_name(tmp_path: Path, data: Path, keeper: FileKeeper) -> None:
    original = source(tmp_path)

    stored = keeper.keep(original)

    assert stored == StoredFile(
        "evidence/ภาพกิจกรรม.jpg", hashlib.sha256(PHOTO).hexdigest(), len(PHOTO)
    )
    assert kept(data) == {stored.path: PHOTO}
    assert original.read_bytes() == PHOTO
    assert keeper.path_of(stored) == keeper.path_of(stored.path) == data / stored.path
    assert keeper.verify(stored)


def test_each_kind_has_its_folder(tmp_path: Path, keeper: FileKeeper) -> None:
    assert keeper.keep(source(tmp_path), "scans").path == "scans/ภาพกิจกรรม.jpg"


def test_the_same_content_is_kept_once(tmp_path: Path, data: Path, keeper: FileKeeper) -> None:
    first = keeper.keep(source(tmp_path))

    assert keeper.keep(source(tmp_path)) == first
    assert len(kept(data)) == 1


def test_another_file_of_the_same_name_gets_a_number(tmp_path: Path, keeper: FileKeeper) -> None:
    stored = [keeper.keep(source(tmp_path, "a.b.pdf", bytes([n]))) for n in (1, 2, 3, 2)]

    assert [one.path for one in stored] == [
        "evidence/a.b.pdf",
        "evidence/a.b (2).pdf",
        "evidence/a.b (3).pdf",
        "evidence/a.b (2).pdf",
    ]
    assert all(map(keeper.verify, stored))


def test_an_empty_file_and_one_without_an_ending(tmp_path: Path, keeper: FileKeeper) -> None:
    assert keeper.keep(source(tmp_path, "README", b"")).size == 0
    assert keeper.keep(source(tmp_path, "README", b"1")).path == "evidence/README (2)"


@posix
@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("CON.pdf", "_CON.pdf"),
        ("nul", "_nul"),
        ("a:b?.pdf", "a_b_.pdf"),
        ("a\nb\u202efdp.exe", "a_b_fdp.exe"),
        ("trailing. ", "trailing"),
        (" .hidden", "hidden"),
        ("ก" * 80 + ".jpeg", "ก" * 65 + ".jpeg"),
    ],
)
def test_names_that_do_not_travel_are_made_to(
    tmp_path: Path, keeper: FileKeeper, name: str, safe: str
) -> None:
    stored = keeper.keep(source(tmp_path, name))

    assert stored.path == f"evidence/{safe}"
    assert keeper.verify(stored)


# --- what cannot be kept ----------------------------------------------------------------------


def refused(keeper: FileKeeper, path: Path, data: Path) -> str:
    before = kept(data)
    with pytest.raises(SourceFileError, match="โปรด") as caught:
        keeper.keep(path)
    assert kept(data) == before
    return str(caught.value)


def test_what_is_no_file_is_told(tmp_path: Path, data: Path, keeper: FileKeeper) -> None:
    assert "ไม่พบ" in refused(keeper, tmp_path / "none.pdf", data)
    assert "โฟลเดอร์" in refused(keeper, tmp_path, data)
    assert "อ่านไม่ได้" in refused(keeper, tmp_path / "a\0b", data)


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path, data: Path, keeper: FileKeeper) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert "ไม่ใช่ไฟล์ธรรมดา" in refused(keeper, tmp_path / "pipe", data)


def test_a_file_that_is_too_large(
    tmp_path: Path, data: Path, keeper: FileKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", len(PHOTO) - 1)

    assert "ลิงก์" in refused(keeper, source(tmp_path), data)

    monkeypatch.setattr(files, "MAX_BYTES", len(PHOTO))
    assert keeper.keep(source(tmp_path)).size == len(PHOTO)


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, data: Path, keeper: FileKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = source(tmp_path)
    monkeypatch.setattr(files, "MAX_BYTES", len(PHOTO))
    monkeypatch.setattr(files, "_opened", lambda _: grown(path))

    assert "ลิงก์" in refused(keeper, path, data)


def grown(path: Path) -> Any:
    path.write_bytes(PHOTO + b"!")
    return path.open("rb")


def test_a_disk_that_fails_leaves_nothing(
    tmp_path: Path, data: Path, keeper: FileKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OutputFileError, match="เต็ม"):
        keeper.keep(source(tmp_path))

    assert kept(data) == {}


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, data: Path) -> None:
    data.write_bytes(b"in the way")

    with pytest.raises(ItaError, match="โปรด"):
        FileKeeper(data).keep(source(tmp_path))


# --- paths ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "../secret",
        "evidence/../../secret",
        "/etc/passwd",
        "C:/Windows/win.ini",
        "C:secret",
        "evidence\\..\\..\\secret",
        "\\\\server\\share",
        "evidence/a.txt:stream",
        "evidence/a\0b",
        "evidence/a\nb",
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(keeper: FileKeeper, path: str) -> None:
    with pytest.raises(StoredPathError, match="โปรด"):
        keeper.path_of(path)
    with pytest.raises(StoredPathError):
        keeper.verify(StoredFile(path, "", 0))


@given(path=st.text(st.sampled_from("./\\:ab\0~ "), max_size=12) | st.text(max_size=20))
def test_no_path_leads_out_of_the_folder(path: str) -> None:
    root = Path("/nowhere/data")
    try:
        found = FileKeeper(root).path_of(path)
    except StoredPathError:
        return
    assert os.path.normpath(found).startswith(f"{root}{os.sep}")


@posix
def test_a_link_that_leads_out_is_refused(data: Path, keeper: FileKeeper) -> None:
    data.mkdir()
    (data / "evidence").symlink_to("/etc")

    with pytest.raises(StoredPathError):
        keeper.path_of("evidence/passwd")


def test_a_data_folder_behind_a_link_is_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "data").symlink_to(tmp_path / "real")

    keeper = FileKeeper(tmp_path / "data")

    assert keeper.verify(keeper.keep(source(tmp_path)))


@pytest.mark.parametrize("damage", ["gone", "shorter", "other", "folder"])
def test_a_stored_file_that_changed_is_found_out(
    tmp_path: Path, keeper: FileKeeper, damage: str
) -> None:
    stored = keeper.keep(source(tmp_path))
    path = keeper.path_of(stored)
    path.unlink()
    if damage == "shorter":
        path.write_bytes(PHOTO[:-1])
    elif damage == "other":
        path.write_bytes(PHOTO[:-1] + b"!")
    elif damage == "folder":
        path.mkdir()

    assert not keeper.verify(stored)
