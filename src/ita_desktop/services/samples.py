"""The built-in sample: a made-up agency's year to try the program with."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.case import Case
from ita_desktop.exchange.case_json import read_case
from ita_desktop.files import write_atomically
from ita_desktop.resources import resource_path


def sample_case() -> Case:
    """Return the sample as a case."""
    return read_case(_sample_path())


def write_sample(path: Path) -> None:
    """Write the sample's case file to *path*.

    Raises :class:`~ita_desktop.files.OutputFileError`.
    """
    write_atomically(path, _sample_path().read_bytes())


def _sample_path() -> Path:
    return resource_path("sample", "case.json")
