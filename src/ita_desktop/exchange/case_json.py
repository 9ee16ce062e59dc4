"""The case file (format ``ita-case``): any draft of a year, read and written exactly.

The keys follow from the description of the records; everything else is refused with
its path, since a typo that went unnoticed would lose data in silence. Written is the
newest version, read are all.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath, format_path
from ita_desktop.domain.description import DescribedField, FieldType
from ita_desktop.domain.paper_kinds import kind_of
from ita_desktop.domain.record_walk import Change, mapped, walk
from ita_desktop.errors import ItaError
from ita_desktop.exchange.assessment_numbers import check_numbers
from ita_desktop.exchange.input_file import UnreadableFileError, first_bytes
from ita_desktop.exchange.json_schema import ShapeError, members_of, unknown_key
from ita_desktop.exchange.json_text import Json, JsonTextError, format_json, parse_json
from ita_desktop.exchange.record_json import record_shape
from ita_desktop.quoting import quoted, quoted_path

FORMAT = "ita-case"
VERSION = 2

MAX_BYTES = 32_000_000
"""Far above any agency's year (600 measures take about 5 MB), far below what would hurt."""


class CaseFileError(ItaError):
    """A case file cannot be used.

    ``file`` is the file or None, ``path`` the place inside it
    (``measures[2].steps``, zero-based; ``""`` for the whole), ``problem`` what
    is wrong with it and what to do.
    """

    def __init__(self, problem: str, *, path: str = "", file: Path | None = None) -> None:
        name = f"ไฟล์ {quoted_path(file)}" if file else "ข้อมูลชุดนี้"
        place = f" ที่ {path}" if path else ""
        super().__init__(f"{name} ใช้ไม่ได้{place}: {problem}")
        self.problem = problem
        self.path = path
        self.file = file


def read_case(path: Path) -> Case:
    """Return the case that a file holds.

    Raises :class:`CaseFileError` for a file that cannot be read, is larger
    than :data:`MAX_BYTES` or is not of the format.
    """
    return read_versioned(path)[0]


def read_versioned(path: Path) -> tuple[Case, int]:
    """Return the case and the version of its file; raises as :func:`read_case`."""
    try:
        return parse_versioned(_read_bytes(path))
    except CaseFileError as error:
        raise CaseFileError(error.problem, path=error.path, file=path) from None


def parse_case(data: bytes) -> Case:
    """Return the case that *data*, a case file's bytes, holds or raise :class:`CaseFileError`."""
    return parse_versioned(data)[0]


def parse_versioned(data: bytes) -> tuple[Case, int]:
    """Return the case and the version of its file; raises as :func:`parse_case`."""
    if len(data) > MAX_BYTES:
        raise _too_large()
    try:
        return _case_of(parse_json(data))
    except JsonTextError as error:
        raise CaseFileError(str(error)) from None
    except ShapeError as error:
        raise CaseFileError(error.problem, path=error.path) from None


def case_to_json(case: Case) -> bytes:
    """Return the case file of *case*: every key, in the format's order.

    What is written can be read again and gives an equal case. Any draft that the window
    can hold is written. Raises :class:`CaseFileError` for what the format cannot hold (a
    lone surrogate, a score above 100, an identity that stands twice, more than
    :data:`MAX_BYTES`).
    """
    written = record_shape(Case, VERSION).write(case)
    tree: Json = (("format", FORMAT), ("version", VERSION), *written)
    try:
        _case_of(tree)
    except ShapeError as error:
        raise CaseFileError(error.problem, path=error.path) from None
    data = format_json(tree)
    if len(data) > MAX_BYTES:
        raise _too_large()
    return data


def _case_of(tree: Json) -> tuple[Case, int]:
    members = members_of(tree, "")
    version = _checked_version(members.pop("format", None), members.pop("version", None))
    if version > 1:
        return _built(members, version), version
    from ita_desktop.exchange.case_version_1 import as_in_version_1, converted

    members = converted(members)
    try:
        return _built(members, version), version
    except ShapeError as error:
        raise as_in_version_1(error) from None


def _built(members: Mapping[str, Json], version: int) -> Case:
    case: Case = record_shape(Case, version).build(members, "")
    check_numbers(case.assessment.indicators)
    _check_identities(case)
    for index, paper in enumerate(case.papers):
        kind = kind_of(paper)
        known = [slot.key for slot in kind.slots] if kind else []
        for text in paper.texts:
            if kind and text.key not in known:
                raise unknown_key(text.key, f"papers[{index}].texts", known)
    return case


def _check_identities(case: Case) -> None:
    """Refuses an identity that a record before has already."""
    known: list[str] = []
    mapped(case, partial(_collecting, known))
    if len(known) == len(set(known)):
        return
    first: dict[str, CasePath] = {}
    for place, described, value in walk(case):
        if described.field.type is FieldType.ID and value:
            other = first.setdefault(value, place)
            if other != place:
                raise ShapeError(
                    format_path(place),
                    f"รหัสนี้มีอยู่แล้วที่ {format_path(other)} โปรดลบออก โปรแกรมจะให้รหัสใหม่เอง",
                )


def _collecting(known: list[str], described: DescribedField) -> Change | None:
    """The change that changes nothing and notes the identities that are given."""

    def noted(identity: str) -> str:
        if identity:
            known.append(identity)
        return identity

    return noted if described.field.type is FieldType.ID else None


def _checked_version(format_: Json, version: Json) -> int:
    # Before anything else: what a newer version adds must not be called a typo.
    if format_ != FORMAT:
        raise ShapeError("format", f'ไม่ใช่ไฟล์ข้อมูลของโปรแกรมนี้ (ต้องเป็น "{FORMAT}") โปรดเลือกไฟล์อื่น')
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ShapeError("version", f"ต้องเป็นเลข 1 ถึง {VERSION} โปรดตรวจว่าเลือกไฟล์ถูก")
    if version > VERSION:
        raise ShapeError(
            "version",
            f"ไฟล์เป็นรุ่น {quoted(version)} ซึ่งใหม่กว่าที่โปรแกรมนี้อ่านได้ (รุ่น {VERSION})"
            " โปรดปรับปรุงโปรแกรมก่อน",
        )
    return version


def _read_bytes(path: Path) -> bytes:
    """What :func:`parse_case` is to judge: one byte above the cap tells that it is too large."""
    try:
        return first_bytes(
            path,
            MAX_BYTES + 1,
            folder="เป็นโฟลเดอร์ โปรดระบุไฟล์ข้อมูล .json",
            refused="ไม่มีสิทธิ์อ่าน หรือโปรแกรมอื่นใช้อยู่ โปรดปิดโปรแกรมนั้นหรือตรวจสิทธิ์ของไฟล์",
        )
    except UnreadableFileError as error:
        raise CaseFileError(str(error)) from None


def _too_large() -> CaseFileError:
    return CaseFileError(f"ใหญ่เกิน {MAX_BYTES // 1_000_000} MB จึงไม่ใช่ไฟล์ข้อมูลหนึ่งปี โปรดเลือกไฟล์อื่น")
