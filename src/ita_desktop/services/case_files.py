"""Whole years as case files: brought in, and taken away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import format_path
from ita_desktop.domain.completeness import missing_for_paper
from ita_desktop.domain.copying import without_ids
from ita_desktop.exchange.case_json import CaseFileError, case_to_json, read_case
from ita_desktop.files import numbered, safe_name, write_atomically

if TYPE_CHECKING:
    from ita_desktop.domain.records import YearSummary

SUFFIX = ".itacase"
"""What the program names its files: opened by a double click, where it is installed."""
SUFFIXES = (SUFFIX, ".json")
"""What is read; inside, both are the same JSON."""


class ReadCases(NamedTuple):
    """What was read of several files, in their order, and what could not be."""

    cases: tuple[tuple[Path, Case], ...]
    problems: tuple[CaseFileError, ...]


def read_cases(files: Sequence[Path]) -> ReadCases:
    """Read case files; one that cannot be used does not keep the others back."""
    cases, problems = [], []
    for file in files:
        try:
            cases.append((file, read_case(file)))
        except CaseFileError as error:
            problems.append(error)
    return ReadCases(tuple(cases), tuple(problems))


def read_complete_case(file: Path) -> Case:
    """Read a case of which a paper is made; raises CaseFileError for a draft as well."""
    case = read_case(file)
    require_complete(case, file)
    return case


def require_complete(case: Case, file: Path | None = None) -> None:
    """Refuse a draft that lacks what a paper needs.

    Raises CaseFileError with the path of the first thing that is missing.
    """
    for place, problem in missing_for_paper(case):
        raise CaseFileError(problem, path=format_path(place), file=file)


def export_case(case: Case, file: Path) -> Path:
    """Write a case file, with its suffix where that was left out, and return its path.

    Raises CaseFileError for a case that the format cannot hold, and OutputFileError.
    """
    if file.suffix.lower() not in SUFFIXES:
        file = file.with_name(file.name + SUFFIX)
    write_atomically(file, case_to_json(case))
    return file


def export_cases(cases: Sequence[Case], folder: Path) -> list[Path]:
    """Write case files under names of their own into a folder, none over another.

    Raises as :func:`export_case`.
    """
    written = []
    for case in cases:
        names = numbered(folder / case_file_name(case))
        written.append(export_case(case, next(name for name in names if not name.exists())))
    return written


def case_file_name(case: Case) -> str:
    """``ita อบต.ลานไผ่ ปี 2569.itacase``: Arabic digits, as people type when they search."""
    agency = case.agency.short_name or case.agency.name
    return safe_name(f"ita {agency} ปี {case.fiscal_year}{SUFFIX}")


def same_years(case: Case, years: Iterable[YearSummary]) -> list[YearSummary]:
    """Those of *years* that are the file's, by id first, or this year of this agency."""
    wanted = (case.fiscal_year, case.agency.name)
    listed = list(years)
    by_id = [year for year in listed if year.id == case.id]
    return by_id or [year for year in listed if (year.fiscal_year, year.agency) == wanted]


def is_same_case(first: Case, second: Case) -> bool:
    """Whether two cases say the same to the letter, whatever their ids."""
    return without_ids(first) == without_ids(second)
