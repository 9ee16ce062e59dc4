"""Names of files and folders: Thai, foreign, long, and those that Windows keeps for itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop.files import OutputFileError, write_atomically
from ita_desktop.papers.options import PaperOptions
from ita_desktop.services.papers import export_paper
from ita_desktop.services.samples import write_sample
from ita_desktop.storage.database import OpeningState, open_database


@pytest.mark.parametrize(
    "folder",
    ["งาน ITA ปี ๒๕๖๙", "ที่ทำการ (ใหม่) #1", "文件 😀", "a" * 200],
    ids=["Thai", "signs", "not in CP874", "long"],
)
def test_a_year_is_kept_and_its_memo_made_in_any_folder(tmp_path: Path, folder: str) -> None:
    place = tmp_path / folder
    place.mkdir()

    opened = open_database(place / "ita-desktop.sqlite3")
    assert (opened.state, opened.message) == (OpeningState.READY, "")
    assert opened.store is not None
    opened.store.close()
    case, pdf = place / "ข้อมูล.itacase", place / "บันทึกข้อความ.pdf"
    write_sample(case)
    memo = export_paper(case, pdf, PaperOptions())

    assert memo.pages > 1
    assert pdf.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["NUL", "con.pdf", "Lpt1.pdf", "AUX.a.b", "บันทึก?.pdf", "x.pdf."])
def test_names_that_windows_would_bend_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputFileError, match="โปรดตั้งชื่อใหม่"):
        write_atomically(tmp_path / name, b"data")

    assert list(tmp_path.iterdir()) == []


def test_a_path_longer_than_windows_allows_is_written_or_told(tmp_path: Path) -> None:
    """Windows takes more than 260 characters only where it was told to, in two places."""
    folder = tmp_path
    try:
        while len(str(folder)) < 300:
            folder /= "โครงการส่งเสริมคุณธรรม"
            folder.mkdir()
    except OSError:
        pass  # as far as this Windows goes
    file = folder / f"{'บันทึก' * 10}.pdf"

    told = ""
    try:
        write_atomically(file, b"data")
    except OutputFileError as error:
        told = str(error)

    left = [path.name for path in folder.iterdir()]
    assert (left, "โปรด" in told) in (([], True), ([file.name], False))
