"""Files of evidence on a real store, and links as they are pasted and opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.case import Evidence
from ita_desktop.services.evidence import (
    EvidenceFiles,
    FileState,
    evidence_in,
    web_address,
)
from ita_desktop.storage.database import open_database
from ita_desktop.storage.errors import StorageError
from ita_desktop.storage.files import FileKeeper


@pytest.fixture
def files(tmp_path: Path) -> Iterator[EvidenceFiles]:
    store = open_database(tmp_path / "data" / "records.sqlite3").store
    assert store is not None
    yield EvidenceFiles(FileKeeper(tmp_path / "data"), store)
    store.close()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "ภาพ กิจกรรม.jpg"
    path.write_bytes(b"picture")
    return path


def test_a_file_is_copied_noted_and_found(files: EvidenceFiles, photo: Path) -> None:
    evidence = files.noted(photo, files.copied(photo))
    assert evidence.title == "ภาพ กิจกรรม"
    assert evidence.file_name == "ภาพ กิจกรรม.jpg"
    path = files.path(evidence.file)
    assert path is not None
    assert path.read_bytes() == b"picture"
    assert files.state(evidence.file, files.known(evidence.file)) is FileState.KEPT


def test_the_same_file_twice_is_kept_once(files: EvidenceFiles, photo: Path) -> None:
    assert files.noted(photo, files.copied(photo)) == files.noted(photo, files.copied(photo))


def test_changed_and_missing_files(files: EvidenceFiles, photo: Path) -> None:
    evidence = files.noted(photo, files.copied(photo))
    path = files.path(evidence.file)
    assert path is not None
    path.write_bytes(b"pictuRe")
    known = files.known(evidence.file)
    assert files.state(evidence.file, known) is FileState.CHANGED
    path.unlink()
    assert files.state(evidence.file, known) is FileState.MISSING


def test_files_that_nobody_noted(files: EvidenceFiles, photo: Path) -> None:
    stored = files.copied(photo)
    assert files.known(stored.path) is None
    assert files.state(stored.path, None) is FileState.UNKNOWN
    for name in ("แบบ.pdf", "../../etc/passwd", "/etc/passwd", "C:\\x.exe", "", "\0"):
        assert files.state(name, files.known(name)) is FileState.NAME_ONLY


def test_what_cannot_be_copied_raises_and_leaves_nothing(
    files: EvidenceFiles, tmp_path: Path
) -> None:
    with pytest.raises(StorageError, match="โปรด"):
        files.copied(tmp_path / "ไม่มี.jpg")
    assert not list((tmp_path / "data" / "evidence").glob("*"))


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://www.example.go.th/ก?x=1", "https://www.example.go.th/ก?x=1"),
        (" HTTP://example.go.th ", "HTTP://example.go.th"),
        ("www.example.go.th/a:b", "https://www.example.go.th/a:b"),
        ("example.go.th:8080/x", "https://example.go.th:8080/x"),
        ("https://", ""),
        ("ประกาศ", ""),
        ("แผน ปี.pdf", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("C:\\x.exe", ""),
        ("\\\\server\\x.exe", ""),
        ("", ""),
    ],
)
def test_addresses_of_the_web(link: str, address: str) -> None:
    assert web_address(link) == address


@given(st.text(max_size=30) | st.text(max_size=10).map("file://".__add__))
def test_nothing_but_the_web_is_opened(link: str) -> None:
    address = web_address(link)
    assert address == "" or address.lower().startswith(("http://", "https://"))


def test_pasted_lines() -> None:
    text = "ประกาศ\thttps://a.go.th\r\nwww.b.go.th\n\nแผนปี.pdf\nก\tข\tHTTPS://c.go.th\tง\n"
    assert evidence_in(text) == (
        Evidence("ประกาศ", "https://a.go.th"),
        Evidence("", "www.b.go.th"),
        Evidence("ก ข ง", "HTTPS://c.go.th"),
    )
    assert evidence_in("") == ()
