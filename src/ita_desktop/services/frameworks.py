"""The frameworks that are at hand: the shipped years and those that users made their own."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.frameworks import Framework
from ita_desktop.errors import ItaError
from ita_desktop.exchange.framework_json import (
    FrameworkFileError,
    framework_to_json,
    read_framework,
)
from ita_desktop.files import OutputFileError, write_atomically
from ita_desktop.quoting import quoted, quoted_path
from ita_desktop.resources import resource_path
from ita_desktop.services.folders import user_folder

_FOLDER = "frameworks"


class NoFrameworkError(ItaError):
    """No framework is at hand for ``year`` (BE)."""

    def __init__(self, year: int, known: tuple[int, ...]) -> None:
        span = f"{known[0]}–{known[-1]}" if known else "-"
        super().__init__(
            f"ยังไม่มีเกณฑ์การประเมินของปี {year} (มีปี {span}) โปรดคัดลอกเกณฑ์ของปีใกล้เคียงแล้วแก้ไข"
        )
        self.year = year


class FrameworkExistsError(ItaError):
    """A copy would replace the user's own framework; ``file`` is that file."""

    def __init__(self, year: int, file: Path) -> None:
        super().__init__(f"มีเกณฑ์ปี {year} ของท่านอยู่แล้วที่ {quoted_path(file)} โปรดแก้ไฟล์นั้นหรือย้ายออกก่อน")
        self.file = file


def framework(year: int) -> Framework:
    """Return the framework of a year (BE): the user's own, else the shipped one.

    Raises :class:`NoFrameworkError`, or
    :class:`~ita_desktop.exchange.framework_json.FrameworkFileError` for a file that
    cannot be used; a bad file of the user's own is never passed over in silence.
    """
    files = _files()
    if year not in files:
        raise NoFrameworkError(year, tuple(sorted(files)))
    found = read_framework(files[year])
    if found.year != year:
        raise FrameworkFileError(
            f"ชื่อไฟล์บอกปี {year} แต่ข้างในเป็นปี {found.year} โปรดแก้ให้ตรงกัน",
            path="year",
            file=files[year],
        )
    return found


def framework_years() -> tuple[int, ...]:
    """The years (BE) that have a framework, ascending."""
    return tuple(sorted(_files()))


def copy_framework(year: int, new_year: int) -> Path:
    """Copy a year's framework into the user's folder as *new_year*, to be edited there.

    It may be the same year: the user's own then counts instead of the shipped one. A
    copy for another year is marked uncertain until the user takes the mark away.
    Raises :class:`FrameworkExistsError`, what :func:`framework` and
    :func:`~ita_desktop.files.write_atomically` raise.
    """
    source = framework(year)
    target = user_folder(_FOLDER) / f"{new_year}.json"
    if target.exists():
        raise FrameworkExistsError(new_year, target)
    copied = source._replace(year=new_year, uncertain=source.uncertain or year != new_year)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputFileError(
            target, f"สร้างโฟลเดอร์ไม่ได้ ({quoted(error.strerror or error)}) โปรดตรวจสิทธิ์และพื้นที่ว่าง"
        ) from error
    write_atomically(target, framework_to_json(copied))
    return target


def _files() -> dict[int, Path]:
    """The framework files by year; the user's own come last and win."""
    folders = (resource_path(_FOLDER), user_folder(_FOLDER))
    return {
        int(file.stem): file
        for folder in folders
        if folder.is_dir()
        for file in folder.glob("*.json")
        if file.stem.isascii() and file.stem.isdigit()
    }
