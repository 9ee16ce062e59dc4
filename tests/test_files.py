"""Writing: whole or not at all, with every failure made to happen."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from ita_desktop import files
from ita_desktop.files import (
    OutputFileError,
    numbered,
    safe_name,
    whole_file,
    write_atomically,
)

OLD = b"old and whole"
NEW = b"new"

posix = pytest.mark.skipif(os.name == "nt", reason="rights and devices as POSIX has them")


@pytest.fixture(params=["new name", "over an old file"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A name to write to, free or taken."""
    path = tmp_path / "บันทึก.pdf"
    if request.param == "over an old file":
        path.write_bytes(OLD)
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, temporary ones included."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def refused(path: Path, data: bytes = NEW, **how: Any) -> OutputFileError:
    """The error of a writing that must fail and must leave the folder as it was."""
    before = contents(path.parent) if path.parent.is_dir() else None
    with pytest.raises(OutputFileError) as caught:
        write_atomically(path, data, **how)
    if before is not None:
        assert contents(path.parent) == before
    assert caught.value.file == path
    assert str(caught.value).isprintable()
    return caught.value


def failing(error: Exception, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(owner, name, fail)


def test_the_file_holds_the_data_and_nothing_else_is_left(target: Path) -> None:
    write_atomically(target, NEW)

    assert contents(target.parent) == {target.name: NEW}


def test_the_data_is_on_the_disk_before_it_takes_the_name(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    sync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda fd: (order.append("sync"), sync(fd)))
    monkeypatch.setattr(Path, "replace", lambda a, b: (order.append("replace"), replace(a, b)))

    write_atomically(target, NEW)

    assert order[:2] == ["sync", "replace"]
    if os.name != "nt":
        assert order[2:] == ["sync"]  # the folder


@posix
def test_the_rights_of_a_replaced_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(OLD)
    path.chmod(0o600)

    write_atomically(path, NEW)

    assert path.stat().st_mode & 0o777 == 0o600


@posix
def test_a_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(OLD)
    link.symlink_to(real)

    write_atomically(link, NEW)

    assert link.is_symlink()
    assert real.read_bytes() == NEW


# --- the place --------------------------------------------------------------------------------


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "ไม่มีโฟลเดอร์" in str(refused(tmp_path / "none" / "a.pdf"))


def test_a_file_where_a_folder_is_meant(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)

    assert "ไม่มีโฟลเดอร์" in str(refused(tmp_path / "file" / "a.pdf"))


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()

    assert "เป็นโฟลเดอร์" in str(refused(tmp_path / "a.pdf"))
    assert (tmp_path / "a.pdf").is_dir()


@posix
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    os.mkfifo(path)

    with pytest.raises(OutputFileError, match="ไม่ใช่ไฟล์ธรรมดา"):
        write_atomically(path, NEW)

    assert path.is_fifo()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users reach too, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """Rights count: a test run as root takes another user's for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@posix
def test_a_folder_without_rights(open_folder: Path, request: pytest.FixtureRequest) -> None:
    open_folder.chmod(0o555)
    request.getfixturevalue("ordinary_user")

    assert "ไม่มีสิทธิ์" in str(refused(open_folder / "a.pdf"))


@posix
def test_a_read_only_file_is_kept(open_folder: Path, request: pytest.FixtureRequest) -> None:
    open_folder.chmod(0o777)
    path = open_folder / "a.pdf"
    path.write_bytes(OLD)
    path.chmod(0o444)
    request.getfixturevalue("ordinary_user")

    assert "อ่านอย่างเดียว" in str(refused(path))


# --- the name ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["CON", "nul", "Aux.json", "PRN.tar.gz", "com1.pdf", "LPT9", "lpt¹.pdf", "CONOUT$", "nul .pdf"],
)
def test_the_names_of_windows_devices_are_refused(tmp_path: Path, name: str) -> None:
    assert "Windows สงวนไว้" in str(refused(tmp_path / name))


@pytest.mark.parametrize(
    "name", ["CONTRACT.pdf", "nulls", "com.pdf", "COM10.pdf", ".hidden", "บันทึก"]
)
def test_names_that_only_look_like_them_are_fine(tmp_path: Path, name: str) -> None:
    write_atomically(tmp_path / name, NEW)

    assert contents(tmp_path) == {name: NEW}


@pytest.mark.parametrize(
    "name",
    [
        # beside a folder, Windows takes it for a drive
        pytest.param("a:b.pdf", marks=posix),
        *["a?.pdf", "a\nb.pdf", "a\tb", "a\0b", "<a>", "a.", "a "],
    ],
)
def test_names_that_do_not_travel_are_refused(tmp_path: Path, name: str) -> None:
    assert "ชื่อไฟล์" in str(refused(tmp_path / name))


@pytest.mark.parametrize("path", [Path(), Path(".."), Path("/")])
def test_a_path_without_a_name_is_refused(path: Path) -> None:
    with pytest.raises(OutputFileError, match="ระบุชื่อไฟล์"):
        write_atomically(path, NEW)


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert "ยาวเกินไป" in str(refused(tmp_path / ("ก" * 260 + ".pdf")))


@posix
def test_the_longest_name_there_is(tmp_path: Path) -> None:
    name = "a" * 251 + ".pdf"  # the temporary name must not be longer

    write_atomically(tmp_path / name, NEW)

    assert contents(tmp_path) == {name: NEW}


@posix
def test_a_lone_surrogate_in_the_path_is_refused(tmp_path: Path) -> None:
    assert "ชื่อไฟล์" in str(refused(tmp_path / "a\ud800.pdf"))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("รายงาน ปี 2569.pdf", "รายงาน ปี 2569.pdf"),
        ('a<b>:"/\\|?*.pdf', "a_b________.pdf"),
        ("a\u202eb\u200bc\ud800.x", "a_b_c_.x"),
        ("...", "_"),
        ("", "_"),
        (".pdf", "pdf"),
        ("a. .pdf", "a.pdf"),
        ("com1.tar.gz", "_com1.tar.gz"),
        ("LPT¹", "_LPT¹"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("ก" * 100, "ก" * 66),
        ("a." + "b" * 300, "a." + "b" * 198),
    ],
)
def test_a_name_becomes_one_that_travels(tmp_path: Path, name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert safe_name(safe) == safe
    write_atomically(tmp_path / safe, NEW)


def test_names_are_numbered_before_their_ending() -> None:
    names = [path.name for path in islice(numbered(Path("a.b.pdf")), 3)]

    assert names == ["a.b.pdf", "a.b (2).pdf", "a.b (3).pdf"]


def test_a_block_that_fails_leaves_the_old_file(target: Path) -> None:
    before = contents(target.parent)

    def fail(temporary: Path) -> None:
        temporary.write_bytes(NEW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), whole_file(target) as temporary:
        fail(temporary)

    assert contents(target.parent) == before


# --- the disk ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        (errno.ENOSPC, "เต็ม"),
        (errno.EFBIG, "ใหญ่เกิน"),
        (errno.EDQUOT, "โควตา"),
        (errno.EROFS, "อ่านอย่างเดียว"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_disk_that_fails_destroys_nothing(
    target: Path, monkeypatch: pytest.MonkeyPatch, code: int, hint: str
) -> None:
    failing(OSError(code, os.strerror(code)), monkeypatch, os, "fsync")

    assert hint in str(refused(target))


def test_a_disk_that_fails_at_the_last_step_destroys_nothing(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(OSError(errno.ENOSPC, "full"), monkeypatch, Path, "replace")

    assert "เต็ม" in str(refused(target))


@posix
def test_a_file_that_may_not_grow_is_told_and_leaves_nothing(target: Path) -> None:
    before = contents(target.parent)
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from ita_desktop.files import OutputFileError, write_atomically\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n"
        "try:\n"
        "    write_atomically(Path(sys.argv[1]), bytes(100_000))\n"
        "except OutputFileError as error:\n"
        "    sys.exit(7)\n"
    )
    source = Path(files.__file__).parents[1]

    child = subprocess.run(
        [sys.executable, "-c", program, str(target)],
        env={**os.environ, "PYTHONPATH": str(source)},
        check=False,
    )

    assert child.returncode == 7
    assert contents(target.parent) == before


def test_an_interruption_leaves_nothing(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(target.parent)
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))

    with pytest.raises(KeyboardInterrupt):
        write_atomically(target, NEW)

    assert contents(target.parent) == before


@posix
def test_a_folder_that_cannot_be_synced_is_no_failure(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(OSError(errno.EINVAL, "network share"), monkeypatch, os, "open")

    write_atomically(target, NEW)

    assert target.read_bytes() == NEW


# --- held open by another program -------------------------------------------------------------


class Holder:
    """Another program that lets go of the file after some attempts."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, refusals: int) -> None:
        self.refusals = refusals
        self.waits: list[float] = []
        replace = Path.replace

        def held(source: Path, target: Path) -> Path:
            if self.refusals:
                self.refusals -= 1
                raise PermissionError(errno.EACCES, "held open")
            return replace(source, target)

        monkeypatch.setattr(Path, "replace", held)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file that a program holds open cannot be replaced."""
    monkeypatch.setattr(files, "_WINDOWS", True)


@pytest.mark.usefixtures("windows")
def test_a_file_that_is_let_go_is_written(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = Holder(monkeypatch, refusals=2)

    write_atomically(target, NEW, waits=(1, 2, 3), pause=holder.waits.append)

    assert holder.waits == [1, 2]
    assert contents(target.parent) == {target.name: NEW}


@pytest.mark.usefixtures("windows")
def test_a_file_that_is_held_is_named_with_the_likely_cause(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = Holder(monkeypatch, refusals=99)

    error = refused(target, waits=(1, 2, 3), pause=holder.waits.append)

    assert holder.waits == [1, 2, 3]
    assert "เปิด PDF" in str(error)


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM])
def test_elsewhere_a_refusal_is_one_of_rights_and_is_told_at_once(
    target: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    monkeypatch.setattr(files, "_WINDOWS", False)
    failing(PermissionError(code, "not yours"), monkeypatch, Path, "replace")
    waited: list[float] = []

    error = refused(target, pause=waited.append)

    assert waited == []
    assert "ไม่มีสิทธิ์" in str(error)
    assert "โปรแกรมอื่น" not in str(error)
