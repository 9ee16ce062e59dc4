"""Files that another program holds: only Windows forbids to replace them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop.files import OutputFileError, write_atomically

OLD = b"the memo that a reader shows"


def test_a_pdf_that_is_open_elsewhere_is_told_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "บันทึกข้อความ.pdf"
    file.write_bytes(OLD)
    waited: list[float] = []

    with file.open("rb"), pytest.raises(OutputFileError, match="เปิดไฟล์นี้ค้างอยู่"):
        write_atomically(file, b"new", waits=(1, 2), pause=waited.append)

    assert waited == [1, 2]
    assert file.read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_a_scanner_that_lets_go_in_time_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "บันทึกข้อความ.pdf"
    file.write_bytes(OLD)
    reader = file.open("rb")

    write_atomically(file, b"new", waits=(1, 2), pause=lambda _: reader.close())

    assert file.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_a_file_that_is_read_only_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "ลงนามแล้ว.pdf"
    file.write_bytes(OLD)
    file.chmod(0o444)
    try:
        with pytest.raises(OutputFileError, match="อ่านอย่างเดียว"):
            write_atomically(file, b"new")
        assert file.read_bytes() == OLD
    finally:
        file.chmod(0o666)
